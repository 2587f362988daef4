"""The page "On call" with scripts: by keyboard alone; and who is there, when a page is open and when its laptop sleeps."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Page, expect

from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.paging import PageWay
from bot.ports import ChangeKind
from tests.browser.people import Advocate
from tests.browser.scenes_rota import KNIFE, in_trouble
from tests.support.pages_server import Served


async def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(150):
        await page.keyboard.press("Tab")
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no way by keyboard to {selector}")


async def test_a_shift_and_an_absence_by_keyboard_alone(served: Served, ana: Advocate) -> None:
    await served.line.rota.add_pager(served.line.staff.advocates["Ana"].id, PageWay.SMS, "+12075550142")
    page, keys = ana.page, ana.page.keyboard
    await tab_to(page, "a[href='/desk/rota']")
    await keys.press("Enter")
    await expect(page).to_have_title("On call")
    for day in range(7):
        await tab_to(page, f"[name=day_{day}]")
        await keys.press("Space")
    await tab_to(page, "#shift-begins")
    await keys.type("1200AM")
    await tab_to(page, "#shift-ends")
    await keys.type("1200AM")
    await tab_to(page, "form[action$='shifts/add'] button")
    await keys.press("Enter")
    await expect(page.locator("#done")).to_have_text("The shift is on the rota and counts from now on.")
    await expect(page.locator(".called")).to_have_text("Ana, sits at the desk")
    assert len(served.line.rota.kept.shifts) == 1
    until = served.line.clock.now().astimezone(ZoneInfo("America/New_York")) + timedelta(days=2)
    await tab_to(page, "#absence-ends")
    await keys.type(until.strftime("%m%d%Y"))
    await keys.press("ArrowRight")
    await keys.type("1000AM")
    await tab_to(page, "#absence-covered_by")
    await keys.type("Ana")
    await tab_to(page, "form[action$='absences/add'] button")
    await keys.press("Enter")
    # Refused: the focus is where the mistake is, what was typed is still there.
    await expect(page.locator("#absence-covered_by")).to_be_focused()
    await expect(page.locator("#absence-covered_by")).to_have_accessible_description(
        "Whoever is away cannot be called instead. Choose somebody else, or nobody."
    )
    await expect(page.locator("#absence-ends")).to_have_value(until.strftime("%Y-%m-%dT10:00"))
    await keys.type("Ben")
    await tab_to(page, "form[action$='absences/add'] button")
    await keys.press("Enter")
    await expect(page.locator(".called")).to_have_text("Ben, sits at the desk, cannot be paged")
    assert served.line.rota.kept.absences[0].covered_by == served.line.staff.advocates["Ben"].id


async def test_the_page_shows_who_is_on_call_as_it_changes_and_keeps_what_is_being_typed(served: Served, ana: Advocate) -> None:
    served.line.feed.heartbeat = 0.2
    page = ana.page
    await page.goto(f"{served.url}/desk/rota")
    await page.get_by_label("Name").fill("Founders")
    await served.line.rota.add_pager(served.line.staff.advocates["Ben"].id, PageWay.SMS, "+12075550177")
    await expect(page.get_by_text("Then: Ben, not on duty now.")).to_be_visible()
    in_trouble(served)
    await expect(page.get_by_text("our number's registration is not in order")).to_be_visible()
    await expect(page.get_by_label("Name")).to_have_value("Founders")
    await expect(page.get_by_label("Name")).to_be_focused()


async def heartbeats(served: Served, count: int) -> None:
    """Let as much time pass as the feed needs for `count` heartbeats."""
    async with aclosing(served.line.feed.changes()) as changes:
        async for change in changes:
            count -= change.kind is ChangeKind.HEARTBEAT
            if count <= 0:
                return


@asynccontextmanager
async def asleep(page: Page) -> AsyncIterator[None]:
    """Every process of the browser stands still, as on a laptop whose lid is closed; the connections stay."""
    browser = page.context.browser
    assert browser is not None
    session = await browser.new_browser_cdp_session()
    pids = [each["id"] for each in (await session.send("SystemInfo.getProcessInfo"))["processInfo"]]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


async def test_F43_a_page_that_sleeps_is_not_taken_for_somebody_at_the_desk(served: Served, ana: Advocate) -> None:
    line, page = served.line, ana.page
    line.feed.heartbeat = 0.2
    one = line.opens("tiene un cuchillo", level=Level.EMERGENCY, waiting=True, signals=[KNIFE])
    await ana.opens(one)
    for _ in range(3):
        async with page.expect_response("**/desk/here") as answer:
            pass
        assert (await answer.value).status == 204
    reads = len(line.reads)
    await heartbeats(served, 5)
    assert len(line.reads) == reads, "without reading the conversation each time"
    async with asleep(page):
        await heartbeats(served, 3)
        said = len(line.staff.here)
        await heartbeats(served, 10)
        assert len(line.staff.here) == said, "a laptop that sleeps says nothing"
        assert line.feed.readers, "while its stream still looks open"
    async with page.expect_response("**/desk/here"):
        pass


async def test_the_queue_says_by_fetching_itself_that_it_is_open(served: Served, ana: Advocate) -> None:
    served.line.feed.heartbeat = 0.2
    await ana.page.goto(f"{served.url}/desk")
    served.line.staff.here.clear()
    async with ana.page.expect_response("**/desk"):
        pass
    assert served.line.staff.here


async def test_the_warning_of_a_long_silence_appears_while_the_page_is_open(served: Served, ana: Advocate) -> None:
    served.line.feed.heartbeat = 0.2
    one = served.line.opens("hello", language="en", waited=14.95)
    served.line.change(one, owner=Owner.HUMAN, advocate="Ana", advocate_id=served.line.staff.advocates["Ana"].id)
    await ana.opens(one)
    await expect(ana.reply_box).to_be_visible()
    assert not await ana.page.locator("#silence").is_visible()
    await expect(ana.page.locator("#silence")).to_have_text(
        "Last text 15 min ago. Somebody else may hold the phone now. They have not said that we may write first."
    )
    await expect(ana.page.locator("#silence")).to_be_visible()
    await ana.replies("Are you there?")
    assert served.line.replies == ["Are you there?"]
