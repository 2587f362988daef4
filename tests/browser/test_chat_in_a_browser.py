"""The chat in a browser: live, without scripts, right to left, on a bad connection, and left in a hurry (trust.md T5-T7)."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from bot.domain.memory import Memory
from bot.domain.questions import Choice, Question
from bot.web.chat.words import page_words
from tests.browser.conftest import OpenWindow
from tests.browser.people import Person
from tests.support.pages_server import WORDS, Line, Served

CANARY = "canary-7731"
EN, AR = page_words(WORDS, "en", None, ""), page_words(WORDS, "ar", None, "")
STORES = """async () => ({
  local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length, caches: (await caches.keys()).length, cookies: document.cookie,
})"""


async def conversation_of(line: Line) -> UUID:
    """The only conversation, as soon as it is there."""
    for _ in range(100):
        if line.views:
            return next(iter(line.views))
        await asyncio.sleep(0.02)
    raise AssertionError("nothing arrived")


def texts(line: Line) -> list[str]:
    return [each.text for view in line.views.values() for each in view.messages if each.direction == "in"]


async def test_an_answer_appears_by_itself_and_is_announced_politely(served: Served, maria: Person) -> None:
    await maria.writes("hello, who are you")
    await expect(maria.messages).to_have_text(["hello, who are you"])
    await expect(maria.box).to_have_value("")
    await maria.box.fill("and what do you")
    served.line.says(await conversation_of(served.line), "You can write here.")
    await expect(maria.messages).to_have_text(["hello, who are you", "You can write here."])
    await expect(maria.box).to_have_value("and what do you")
    await expect(maria.box).to_be_focused()
    assert await maria.page.locator("[role=log]").count() == 1
    assert await maria.page.title() == "Info Line"
    assert await maria.page.evaluate("history.length") <= 2


async def test_the_newest_message_and_the_box_are_in_sight_on_a_small_phone(served: Served, maria: Person) -> None:
    await maria.writes("hello")
    one = await conversation_of(served.line)
    for number in range(20):
        served.line.says(one, f"answer {number}")
    await expect(maria.messages).to_have_count(21)
    await expect(maria.messages.last).to_be_in_viewport()
    await expect(maria.box).to_be_in_viewport()
    await expect(maria.leave).to_be_in_viewport()
    await maria.page.reload()
    await expect(maria.messages.last).to_be_in_viewport()
    await expect(maria.box).to_be_in_viewport()


async def test_without_scripts_everything_works_by_hand(served: Served, window: OpenWindow) -> None:
    watched = await window(java_script_enabled=False, viewport={"width": 320, "height": 640})
    maria = await Person(await watched.page(), served.url).opens_the_chat()
    await maria.writes("hello")
    await expect(maria.messages).to_have_text(["hello"])
    served.line.says(await conversation_of(served.line), "You can write here.")
    await maria.page.get_by_role("link", name=EN.look).click()
    await expect(maria.messages).to_have_text(["hello", "You can write here."])
    await maria.page.get_by_role("button", name="Español").click()
    await expect(maria.page.get_by_role("button", name="Enviar")).to_be_visible()
    await maria.leave.click()
    await expect(maria.page).to_have_url("https://www.weather.gov/")
    await maria.page.goto(served.url)
    await expect(maria.messages).to_have_count(0)
    assert texts(served.line) == ["hello", "lang:es"], "the choice is a message, shown by the name of the language"


async def test_arabic_reads_from_right_to_left_with_numbers_in_their_order(served: Served, window: OpenWindow) -> None:
    watched = await window(locale="ar", viewport={"width": 320, "height": 640})
    maria = await Person(await watched.page(), served.url).opens_the_chat()
    await expect(maria.page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(maria.page.get_by_role("button", name=AR.send)).to_be_visible()
    await maria.writes("مرحبا")
    served.line.says(await conversation_of(served.line), "اتصل بالرقم 1-888-373-7888 الآن", language="ar")
    await expect(maria.messages).to_have_count(2)
    mine, ours = [await each.bounding_box() for each in await maria.page.locator(".message").all()]
    assert mine is not None
    assert ours is not None
    assert mine["x"] < ours["x"] + ours["width"] - mine["width"]
    # Each digit group must stand left of the next, as on any telephone.
    places = await maria.messages.last.evaluate(
        """words => { const found = [];
          const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode());) for (const match of node.data.matchAll(/888|373|7888/g)) {
            const range = document.createRange(); range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length);
            const box = range.getBoundingClientRect(); found.push([match[0], box.left, box.top]);
          }
          return found; }"""
    )
    assert [each[0] for each in places] == ["888", "373", "7888"]
    on_one_line = len({round(each[2]) for each in places}) == 1
    assert not on_one_line or places[0][1] < places[1][1] < places[2][1]
    assert await maria.page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_on_a_connection_that_fails_the_text_stays_and_is_sent_once_when_it_is_back(served: Served, maria: Person) -> None:
    await maria.page.context.set_offline(True)
    await maria.writes("please help me")
    await expect(maria.page.get_by_text(EN.lost)).to_be_visible()
    await expect(maria.box).to_have_value("please help me")
    await maria.page.context.set_offline(False)
    await maria.page.locator("button.main").click()
    await expect(maria.messages).to_have_text(["please help me"])
    assert texts(served.line) == ["please help me"]


async def test_a_double_click_sends_once(served: Served, maria: Person) -> None:
    await maria.box.fill("help")
    await maria.page.locator("button.main").dblclick()
    await expect(maria.messages).to_have_text(["help"])
    await maria.page.reload()
    assert texts(served.line) == ["help"]
    await maria.writes("help")
    await expect(maria.messages).to_have_text(["help", "help"])


async def test_what_is_refused_says_why_and_keeps_the_text(served: Served, maria: Person) -> None:
    await maria.writes("a" * 4001)
    await expect(maria.page.get_by_text(EN.too_long)).to_be_visible()
    await expect(maria.box).to_have_value("a" * 4001)
    served.line.fails = RuntimeError("away")
    await maria.writes("please help")
    await expect(maria.page.get_by_text("1-888-373-7888")).to_be_visible()
    await expect(maria.box).to_have_value("please help")
    served.line.fails = None
    await maria.page.locator("button.main").click()
    await expect(maria.messages).to_have_text(["please help"])
    assert texts(served.line) == ["please help"]


async def leaves(maria: Person) -> float:
    """She presses the button; returns the milliseconds until nothing of the page is left on the screen."""
    await maria.page.evaluate(
        """() => { window.blankAfter = new Promise((done) => {
          document.getElementById('leave').addEventListener('click', () => { window.pressed = performance.now(); }, true);
          new MutationObserver(() => { if (!document.body.textContent) done(performance.now() - window.pressed); })
            .observe(document.body, { childList: true });
        }); window.blankAfter.then((ms) => console.info('blank after', ms)); }"""
    )
    # The next page is another process of the browser: its arrival and this message may come in either order.
    async with maria.page.expect_console_message(lambda message: "blank after" in message.text, timeout=10_000) as said:
        await maria.leave.click()
        await maria.page.wait_for_url("https://www.weather.gov/")
    return float((await said.value).text.split()[-1])


async def assert_gone(page: Page, served: Served) -> None:
    assert CANARY not in await page.content()
    if page.url.startswith(served.url):
        assert await page.locator(".message").count() == 0


async def test_T6_leaving_blanks_the_screen_at_once_and_back_shows_nothing(served: Served, maria: Person) -> None:
    await maria.writes(f"secret {CANARY}")
    await expect(maria.messages).to_have_count(1)
    session = await maria.page.context.new_cdp_session(maria.page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    started = time.monotonic()
    assert await leaves(maria) <= 200
    assert time.monotonic() - started < 3
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    for _ in range(5):
        await maria.page.go_back()
        await maria.page.wait_for_timeout(200)
        await assert_gone(maria.page, served)
    await maria.page.goto(f"{served.url}/")
    await assert_gone(maria.page, served)
    other = await maria.page.context.new_page()
    await other.goto(f"{served.url}/")
    await assert_gone(other, served)


async def test_T6_another_tab_of_the_same_session_empties_by_itself_after_leaving(served: Served, maria: Person) -> None:
    await maria.writes(f"secret {CANARY}")
    await expect(maria.messages).to_have_count(1)
    second = await Person(await maria.page.context.new_page(), served.url).opens_the_chat()
    await expect(second.messages).to_have_count(1)
    await leaves(maria)
    await expect(second.messages).to_have_count(0)
    await second.page.reload()
    await assert_gone(second.page, served)


async def test_T6_going_elsewhere_and_back_shows_only_what_the_server_still_shows(served: Served, maria: Person) -> None:
    await maria.writes(f"secret {CANARY}")
    await expect(maria.messages).to_have_count(1)
    await maria.page.goto("https://www.weather.gov/")
    await maria.page.context.clear_cookies()
    await maria.page.go_back()
    await maria.page.wait_for_timeout(300)
    await assert_gone(maria.page, served)


async def test_T6_a_page_kept_in_the_browsers_memory_is_blank_and_fetched_anew(served: Served, maria: Person) -> None:
    await maria.writes(f"secret {CANARY}")
    await expect(maria.messages).to_have_count(1)
    await maria.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert (await maria.page.inner_text("body"), await maria.page.title()) == ("", "")
    await maria.page.context.clear_cookies()
    async with maria.page.expect_navigation():
        await maria.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    await expect(maria.box).to_be_visible()
    await assert_gone(maria.page, served)


async def test_T7_nothing_is_stored_in_the_browser(served: Served, maria: Person) -> None:
    await maria.writes(f"secret {CANARY}")
    await expect(maria.messages).to_have_count(1)
    stores = await maria.page.evaluate(STORES)
    cookies = stores.pop("cookies")
    assert stores == {"local": 0, "session": 0, "databases": 0, "workers": 0, "caches": 0}
    # The form token is all a script could read.
    assert [each.split("=")[0].strip() for each in cookies.split(";")] == ["csrf"]
    kept = await maria.page.context.cookies()
    assert {each["name"] for each in kept} == {"chat", "csrf"}
    assert all(each["expires"] == -1 and each["sameSite"] == "Strict" for each in kept)
    assert all(each["httpOnly"] for each in kept if each["name"] == "chat")
    await leaves(maria)
    for _ in range(50):
        if not await maria.page.context.cookies(served.url):
            break
        await asyncio.sleep(0.05)
    assert await maria.page.context.cookies(served.url) == []


async def test_T7_a_profile_on_disk_holds_none_of_the_words(served: Served, browser: object, tmp_path: Path) -> None:
    from playwright.async_api import async_playwright

    from tests.browser.conftest import ARGUMENTS

    words = [f"{CANARY}-{number}" for number in range(50)]
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            tmp_path, executable_path="/usr/bin/chromium", headless=True, args=ARGUMENTS
        )
        await context.route(
            "https://www.weather.gov/**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html")
        )
        maria = await Person(await context.new_page(), served.url).opens_the_chat()
        for word in words[:10]:
            await maria.writes(word)
            await expect(maria.messages.last).to_have_text(word)
        one = await conversation_of(served.line)
        for word in words[10:]:
            served.line.says(one, word)
        await expect(maria.messages).to_have_count(50)
        await maria.leave.click()
        await maria.page.wait_for_url("https://www.weather.gov/")
        await context.close()
    needles = [form for word in (CANARY,) for form in (word.encode(), word.encode("utf-16-le"))]
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert files
    assert [str(each) for each in files if any(needle in each.read_bytes() for needle in needles)] == []


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 800)])
async def test_the_way_out_is_on_the_screen_wherever_one_is_on_the_page(
    served: Served, window: OpenWindow, width: int, height: int
) -> None:
    """320 x 256 is a 1280 x 1024 screen at 400 %."""
    maria = await Person(await (await window(viewport={"width": width, "height": height})).page(), served.url).opens_the_chat()
    await maria.writes("hello")
    one = await conversation_of(served.line)
    for number in range(20):
        served.line.says(one, f"answer {number}")
    await expect(maria.messages).to_have_count(21)
    for part in (0, 0.3, 0.6, 1):
        await maria.page.evaluate("part => window.scrollTo(0, part * document.body.scrollHeight)", part)
        await expect(maria.leave).to_be_in_viewport(ratio=1)
        covered = await maria.leave.evaluate(
            "button => { const box = button.getBoundingClientRect();"
            " return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== button; }"
        )
        assert not covered
    assert await maria.page.evaluate("document.documentElement.scrollWidth") <= width


async def test_focus_is_never_hidden_behind_the_way_out(served: Served, window: OpenWindow) -> None:
    maria = await Person(await (await window(viewport={"width": 320, "height": 256})).page(), served.url).opens_the_chat()
    await maria.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for _ in range(12):
        await maria.page.keyboard.press("Shift+Tab")
        hidden = await maria.page.evaluate(
            """() => { const at = document.activeElement; if (at === document.body) return false;
              const box = at.getBoundingClientRect(); const bar = document.querySelector('.bar').getBoundingClientRect();
              return !document.querySelector('.bar').contains(at) && box.bottom <= bar.bottom; }"""
        )
        assert not hidden


async def test_answers_are_buttons_that_keep_what_is_being_typed_and_go_once_answered(served: Served, maria: Person) -> None:
    await maria.writes("they keep my passport")
    one = await conversation_of(served.line)
    served.line.change(one, language="ar", open_question=Question.NEXT, memory=Memory(more="papers.without_them"))
    served.line.says(one, "جواز سفرك لك. 1-888-373-7888", language="ar")
    answers = maria.page.locator("#answers button")
    await expect(answers).to_have_count(2)
    await maria.box.fill("half a thought")
    await answers.last.focus()
    await maria.page.keyboard.press("Enter")
    await expect(maria.messages.last).to_have_text(WORDS.label(Choice("2", "choice.person", "accept_human"), "ar"))
    await expect(maria.box).to_have_value("half a thought")
    await expect(answers).to_have_count(0)
    link = maria.page.locator("#thread a")
    assert await link.get_attribute("href") == "tel:18883737888"
    assert await link.evaluate("each => getComputedStyle(each.firstChild).direction") == "ltr"
