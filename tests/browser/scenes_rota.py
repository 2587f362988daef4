"""Scenes of the rota, of people being called, and of a line in trouble, for the tests that look at every page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from playwright.async_api import Page, expect

from bot.domain.ladder import Rung
from bot.domain.levels import Level, Signal
from bot.domain.memory import Memory
from bot.domain.ownership import Owner
from bot.domain.paging import PageWay
from bot.domain.rota import Shift
from bot.domain.troubles import Trouble, TroubleSeen
from bot.domain.views import ClimbView, EventView, PageView
from tests.browser.people import Advocate
from tests.support.pages_server import Served

KNIFE = Signal("weapon", Level.EMERGENCY, "cuchillo")


def shift(advocate: UUID, *, place: int = 1, days: str = "0123456", begins: int = 0, ends: int = 0, at_desk: bool = True) -> Shift:
    """A shift in New York; around the clock every day unless told otherwise."""
    return Shift(uuid4(), advocate, place, frozenset(int(each) for each in days), time(begins), time(ends), "America/New_York", at_desk)


async def filled_rota(served: Served) -> None:
    """Ana at the desk, Ben on call at night and away, pages sent and failed, a day off."""
    line, rota = served.line, served.line.rota
    ana, ben = (line.staff.advocates[name].id for name in ("Ana", "Ben"))
    for each in (
        shift(ana, days="01234", begins=9, ends=17),
        shift(ana, days="012", begins=22, ends=6, at_desk=False),
        shift(ben, place=2),
    ):
        await rota.add_shift(each)
    await rota.add_pager(ana, PageWay.SMS, "+12075550142")
    await rota.add_pager(ana, PageWay.EMAIL, "ana@example.org")
    await rota.set_supervisor(ana, True)
    await rota.add_day_off(line.clock.now().date() + timedelta(days=40), "A holiday")
    now = line.clock.now()
    await rota.add_absence(ben, now, now + timedelta(hours=5), ana)
    rota.kept.pages.extend(
        [
            PageView(now, "Ana", PageWay.SMS, 17, "accepted", None, "on_call"),
            PageView(now - timedelta(minutes=2), "Ben", PageWay.WEBHOOK, 17, "failed", "http_404", "on_call"),
            PageView(now - timedelta(days=2), "Ana", PageWay.EMAIL, None, "queued", None, "test"),
        ]
    )


def calls_for(served: Served, conversation: UUID) -> None:
    """Ana and Ben have been called for `conversation`, and the person was told the truth."""
    now = served.line.clock.now()
    pages = (
        PageView(now - timedelta(minutes=3), "Ana", PageWay.SMS, 1, "accepted", None, "on_call"),
        PageView(now - timedelta(minutes=3), "Ben", PageWay.WEBHOOK, 1, "failed", "http_404", "on_call"),
    )
    climb = ClimbView(
        Level.EMERGENCY, now - timedelta(minutes=3, seconds=5), now + timedelta(minutes=6, seconds=30), frozenset(Rung), pages, now
    )
    happened = (
        EventView("called", "assistant", now, {"rung": "on_call", "count": "2"}),
        EventView("truth_told", "assistant", now, {}),
    )
    served.line.change(conversation, climb=climb, events=(*served.line.views[conversation].events, *happened))


def in_trouble(served: Served) -> None:
    """Three troubles at once."""
    now = served.line.clock.now()
    served.line.wrong = [
        TroubleSeen(kind, now - timedelta(minutes=number), now, number + 1, None) for number, kind in enumerate(list(Trouble)[:3])
    ]


async def _opened(page: Page, served: Served) -> None:
    await Advocate(page, served.url).signs_in("Ana")
    await page.goto(f"{served.url}/desk/rota")
    await expect(page.get_by_role("heading", name="On call", exact=True)).to_be_visible()


async def empty_rota(page: Page, served: Served) -> None:
    await _opened(page, served)


async def full_rota(page: Page, served: Served) -> None:
    await filled_rota(served)
    await _opened(page, served)
    await page.locator("#rota summary").first.click()


async def rota_refused(page: Page, served: Served) -> None:
    await filled_rota(served)
    await _opened(page, served)
    await page.get_by_label("First day").fill(date(2026, 3, 1).isoformat())
    await page.get_by_label("Last day").fill(date(2026, 2, 1).isoformat())
    await page.get_by_role("button", name="Add the shift").click()
    await expect(page.get_by_role("alert")).to_be_visible()


async def last_supervisor(page: Page, served: Served) -> None:
    await filled_rota(served)
    await _opened(page, served)
    await page.locator("section", has_text="Called last").get_by_label("Ana").uncheck()
    await page.get_by_role("button", name="Save the supervisors").click()
    await expect(page.get_by_role("heading", name="Nobody would be supervisor")).to_be_visible()


async def queue_while_people_are_called(page: Page, served: Served) -> None:
    one = served.line.opens("cuchillo", language="es", level=Level.EMERGENCY, waiting=True, waited=3, signals=[KNIFE])
    calls_for(served, one)
    in_trouble(served)
    await Advocate(page, served.url).signs_in("Ana")


async def conversation_while_people_are_called(page: Page, served: Served) -> None:
    await queue_while_people_are_called(page, served)
    await Advocate(page, served.url).opens(next(iter(served.line.views)))


async def conversation_silent_for_long(page: Page, served: Served) -> None:
    one = served.line.opens("hello", language="en", waited=42)
    ana = served.line.staff.advocates["Ana"]
    served.line.change(one, owner=Owner.HUMAN, advocate="Ana", advocate_id=ana.id, memory=Memory())
    await Advocate(page, served.url).signs_in("Ana")
    await Advocate(page, served.url).opens(one)
    await expect(page.locator("#silence")).to_be_visible()


ROTA_SCENES: list[Callable[[Page, Served], Awaitable[None]]] = [
    empty_rota, full_rota, rota_refused, last_supervisor, queue_while_people_are_called, conversation_while_people_are_called,
    conversation_silent_for_long,
]  # fmt: skip
