"""When even an alert cannot be written, people are still called."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from bot.domain.levels import Level
from bot.domain.paging import PageWay
from bot.usecases.page_without_database import PageWithoutDatabase
from tests.support.stage import ALWAYS_OPEN, Stage
from tests.usecases.test_the_ladder import around_the_clock


async def test_whoever_was_on_call_is_paged_without_the_database_by_the_first_way_that_works_and_not_for_every_text(stage: Stage) -> None:
    for name in ("Ana", "Sue", "Cat"):
        advocate = await stage.advocate(name)
        await stage.rota.add_pager(advocate, PageWay.SMS, f"+1555{name}")
        await stage.rota.add_pager(advocate, PageWay.EMAIL, f"{name}@desk.example")
        if name == "Ana":
            await stage.rota.add_shift(around_the_clock(advocate))
        await stage.rota.set_supervisor(advocate, name == "Sue")
    page = PageWithoutDatabase(stage.units, stage.clock, ALWAYS_OPEN, stage.pager, "Info Line")
    page(Level.EMERGENCY)
    assert stage.pager.called() == [], "nobody is known yet"
    stage.clock.pass_by(seconds=61)
    await page.remember()
    stage.pager.broken = {"+1555Sue"}
    for _ in range(20):
        page(Level.EMERGENCY)
    while len(stage.pager.called()) < 2:
        await asyncio.sleep(0)
    assert sorted(stage.pager.called()) == ["+1555Ana", "Sue@desk.example"]
    stage.clock.pass_by(seconds=60)
    page(Level.URGENT)
    while len(stage.pager.called()) < 4:
        await asyncio.sleep(0)
    assert {text for _, _, text in stage.pager.pages} == {"Info Line: the line itself needs a look. Please sign in."}


async def test_whom_to_page_is_looked_up_once_a_minute(stage: Stage) -> None:
    page = PageWithoutDatabase(stage.units, stage.clock, ALWAYS_OPEN, stage.pager, "Info Line")
    await page.remember()
    ana = await stage.advocate(f"Ana {uuid4()}")
    await stage.rota.add_pager(ana, PageWay.SMS, "+15550000001")
    await page.remember()
    page(Level.URGENT)
    await asyncio.sleep(0)
    assert stage.pager.called() == []
    stage.clock.pass_by(seconds=60)
    await page.remember()
    page(Level.URGENT)
    await asyncio.sleep(0)
    assert stage.pager.called() == ["+15550000001"]
