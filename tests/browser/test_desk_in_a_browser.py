"""The desk with scripts: live, by keyboard alone, and never losing what an advocate types."""

from __future__ import annotations

import asyncio
import re
from uuid import UUID

from playwright.async_api import expect

from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.sms_segments import parts
from tests.browser.conftest import OpenWindow
from tests.browser.people import Advocate
from tests.support.pages_server import PASSWORD, Served, serving

KNIFE = Signal("weapon", Level.EMERGENCY, "cuchillo")


def emergency(served: Served) -> UUID:
    return served.line.opens("tiene un cuchillo", language="es", level=Level.EMERGENCY, waiting=True, signals=[KNIFE])


async def test_a_new_emergency_stands_first_at_once_and_is_said_aloud(served: Served, ana: Advocate) -> None:
    served.line.opens("is this free", language="en", waited=30)
    await expect(ana.rows).to_have_count(1)
    emergency(served)
    await expect(ana.rows).to_have_count(2)
    await expect(ana.rows.first).to_contain_text("Emergency")
    await expect(ana.page.locator("#news")).to_have_text("1 new emergency")
    assert await ana.page.locator("#news").get_attribute("role") == "status"
    assert await ana.page.title() == "Desk"


async def test_take_over_and_reply_by_keyboard_alone(served: Served, ana: Advocate) -> None:
    served.line.opens("is this free", language="en", waited=30)
    one = emergency(served)
    await expect(ana.rows).to_have_count(2)
    keys = ana.page.keyboard
    await keys.press("j")
    await expect(ana.rows.first).to_be_focused()
    await keys.press("ArrowDown")
    await keys.press("k")
    await keys.press("Enter")
    await expect(ana.page).to_have_title(re.compile(r"Conversation \d"))
    for _ in range(20):
        await keys.press("Tab")
        if await ana.page.evaluate("document.activeElement.textContent") == "Take over":
            break
    await keys.press("Enter")
    await expect(ana.reply_box).to_be_visible()
    assert served.line.views[one].advocate == "Ana"
    for _ in range(20):
        await keys.press("Tab")
        if await ana.page.evaluate("document.activeElement.name") == "text":
            break
    await keys.type("Soy Ana. Estoy aquí.")
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(ana.messages.last).to_have_text("Soy Ana. Estoy aquí.")
    assert served.line.replies == ["Soy Ana. Estoy aquí."]


async def test_focus_in_the_queue_stays_on_its_row_when_the_queue_changes(served: Served, ana: Advocate) -> None:
    for number in range(5):
        served.line.opens(f"text {number}", waited=50 - number)
    await expect(ana.rows).to_have_count(5)
    await ana.page.keyboard.press("j")
    await ana.page.keyboard.press("j")
    focused = await ana.page.evaluate("document.activeElement.getAttribute('href')")
    emergency(served)
    await expect(ana.rows).to_have_count(6)
    # The focused conversation itself moves to the top.
    served.line.change(UUID(focused.rsplit("/", 1)[1]), level=Level.EMERGENCY, owner=Owner.WAITING, waiting_since=served.line.clock.now())
    await expect(ana.rows.nth(1)).to_contain_text("Emergency")
    assert await ana.page.evaluate("document.activeElement.getAttribute('href')") == focused


async def test_what_is_being_typed_stays_while_messages_arrive(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    for number in range(30):
        served.line.hears(one, f"text {number}")
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("I am with you. Are you")
    await ana.reply_box.evaluate("box => box.setSelectionRange(5, 9)")
    await ana.reply_box.scroll_into_view_if_needed()
    await expect(ana.reply_box).to_be_in_viewport()
    for number in range(5):
        served.line.hears(one, f"more {number}")
    await expect(ana.page.get_by_text("more 4")).to_be_visible()
    await expect(ana.reply_box).to_be_focused()
    state = await ana.reply_box.evaluate("box => [box.value, box.selectionStart, box.selectionEnd]")
    assert state == ["I am with you. Are you", 5, 9]
    await expect(ana.reply_box).to_be_in_viewport()


async def test_reading_far_up_is_not_interrupted_by_new_messages(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    for number in range(60):
        served.line.hears(one, f"text {number}")
    await ana.opens(one)
    await ana.page.evaluate("window.scrollTo(0, 200)")
    served.line.hears(one, "the newest")
    await expect(ana.page.get_by_text("the newest")).to_be_attached()
    assert await ana.page.evaluate("window.scrollY") == 200


async def test_details_that_were_opened_stay_open(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.page.get_by_text("Close…").click()
    served.line.hears(one, "the newest")
    await expect(ana.page.get_by_text("the newest")).to_be_visible()
    await ana.page.get_by_role("button", name="Close conversation 1").click()
    await expect(ana.page.get_by_text("This conversation is closed.")).to_be_visible()
    assert served.line.views[one].owner is Owner.CLOSED


async def test_a_level_is_corrected_by_keyboard_alone(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.page.locator("#correcting summary").focus()
    await ana.page.keyboard.press("Enter")
    await expect(ana.page.get_by_role("radio")).to_have_count(4)
    await ana.page.get_by_role("radio", name="Elevated").focus()
    await ana.page.keyboard.press("Space")
    await ana.page.keyboard.press("Enter")
    await expect(ana.page.locator(".badge")).to_contain_text("Elevated")
    assert served.line.views[one].level is Level.ELEVATED


async def test_a_colleague_who_is_faster_is_seen_at_once(served: Served, ana: Advocate, ben: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ben.opens(one)
    await ben.takes_over()
    await expect(ana.page.get_by_text("Ben has taken this conversation over")).to_be_visible()
    await expect(ana.page.get_by_role("button", name="Take over")).to_have_count(0)


async def test_a_typed_reply_outlives_the_loss_of_the_conversation(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("Please stay where you are.")
    served.line.change(one, owner=Owner.CLOSED, advocate=None, advocate_id=None)
    await expect(ana.page.get_by_text("This conversation is closed.")).to_be_visible()
    await expect(ana.page.locator("#left-over")).to_contain_text("Please stay where you are.")


async def test_on_a_connection_that_fails_a_reply_stays_in_the_box_and_is_sent_once_when_it_is_back(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.page.context.set_offline(True)
    await ana.reply_box.fill("I am here.")
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.lost).to_be_visible()
    await expect(ana.reply_box).to_have_value("I am here.")
    await ana.page.context.set_offline(False)
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.messages.last).to_have_text("I am here.")
    await expect(ana.reply_box).to_have_value("")
    await ana.replies("And I stay.")
    assert served.line.replies == ["I am here.", "And I stay."]


async def test_a_reply_that_is_refused_says_why_and_stays(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("a" * 1601)
    await expect(ana.page.locator("#count")).to_have_class(re.compile("over"))
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.page.get_by_role("alert")).to_contain_text("at most 1,600 characters")
    await expect(ana.reply_box).to_have_value("a" * 1601)
    await ana.reply_box.fill("short")
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.messages.last).to_have_text("short")


async def test_while_a_form_is_on_its_way_nothing_invites_to_type(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    said: list[str] = []
    ana.page.on("console", lambda message: said.append(message.text))
    await ana.page.evaluate(
        "new MutationObserver(() => { if (document.getElementById('reply')) console.info('invited'); })"
        ".observe(document.body, { childList: true, subtree: true })"
    )
    served.line.slow = asyncio.Event()
    # Not by Playwright's click, which waits for the next page.
    await ana.page.evaluate("document.querySelector('form[action$=take-over]').requestSubmit()")
    await asyncio.sleep(1)
    taken_by = served.line.views[one].advocate
    served.line.slow.set()
    assert (taken_by, said) == ("Ana", [])
    await expect(ana.reply_box).to_be_focused()


async def test_a_double_click_sends_once(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("I am here.")
    await ana.page.get_by_role("button", name="Send reply").dblclick()
    await expect(ana.messages.last).to_have_text("I am here.")
    await ana.page.reload()
    assert served.line.replies == ["I am here."]


async def test_signed_out_elsewhere_takes_words_off_the_screen_and_keeps_the_typed_reply(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("I am with you.")
    served.line.staff.sessions.clear()
    served.line.hears(one, "are you there")
    await expect(ana.page.get_by_text("You are signed out.")).to_be_visible()
    assert "cuchillo" not in await ana.page.content()
    await expect(ana.reply_box).to_have_value("I am with you.")
    other = await ana.page.context.new_page()
    await Advocate(other, served.url).signs_in("Ana")
    await expect(ana.page.get_by_text("are you there")).to_be_visible(timeout=12_000)
    await expect(ana.page.get_by_text("You are signed out.")).to_be_hidden()
    await expect(ana.reply_box).to_have_value("I am with you.")


async def test_a_session_that_ended_unnoticed_keeps_the_reply_through_sign_in(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    await ana.reply_box.fill("I am with you.")
    served.line.staff.sessions.clear()
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.page.get_by_text("your text is kept")).to_be_visible()
    await ana.page.get_by_label("Name").fill("Ana")
    await ana.page.get_by_label("Password").fill(PASSWORD)
    await ana.page.get_by_role("button", name="Sign in").click()
    await expect(ana.reply_box).to_have_value("I am with you.")
    served.line.hears(one, "live after signing in")
    await expect(ana.page.get_by_text("live after signing in")).to_be_visible()
    await ana.page.get_by_role("button", name="Send reply").click()
    await expect(ana.messages.last).to_have_text("I am with you.")


async def test_F42_after_a_lost_connection_nothing_is_missing(window: OpenWindow) -> None:
    async with serving() as before:
        watched = await window()
        watched.url = before.url
        ana = await Advocate(await watched.page(), before.url).signs_in("Ana")
        before.line.opens("before")
        await expect(ana.rows).to_have_count(1)
        port, sessions = int(before.url.rsplit(":", 1)[1]), before.line.staff.sessions
    await expect(ana.lost).to_be_visible()
    async with serving(port=port) as after:
        after.line.staff.sessions = sessions
        after.line.opens("while nobody listened")
        after.line.opens("while nobody listened either")
        await expect(ana.rows).to_have_count(2, timeout=15_000)
        await expect(ana.lost).to_be_hidden()


async def test_F42_with_a_connection_that_is_cut_all_the_time_the_desk_ends_up_right(served: Served, window: OpenWindow) -> None:
    cuts: list[asyncio.StreamWriter] = []

    async def through(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", int(served.url.rsplit(":", 1)[1]))
        cuts.extend((writer, back))

        async def copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
            try:
                while data := await source.read(65536):
                    target.write(data)
                    await target.drain()
            except OSError:
                pass
            finally:
                target.close()

        await asyncio.gather(copy(reader, back), copy(there, writer), return_exceptions=True)

    proxy = await asyncio.start_server(through, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}"
    watched = await window()
    watched.url = url
    ana = await Advocate(await watched.page(), url).signs_in("Ana")
    for _ in range(12):
        for _ in range(5):
            served.line.opens("hello")
            await asyncio.sleep(0.05)
        while cuts:
            cuts.pop().transport.abort()
    await expect(ana.rows).to_have_count(60, timeout=15_000)
    assert len(set(await ana.rows.evaluate_all("rows => rows.map(row => row.href)"))) == 60
    await ana.page.close()
    proxy.close()


async def test_the_length_of_a_reply_is_counted_as_the_server_counts_it(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    await ana.takes_over()
    texts = [
        "a" * 160, "a" * 161, "a" * 306, "a" * 307, "€" * 80, "€" * 81, "a" * 152 + "€" + "a" * 20, "é" * 160, "á" * 70, "á" * 71,
        "a" * 134 + "á", "😀" * 35, "😀" * 36, "a" * 66 + "😀" * 3, "نعم" * 30, "我" * 67, "x\n" * 80, "[{}]~^|\\" * 20, "'\"&<>" * 40, "a",
    ]  # fmt: skip
    for text in texts:
        await ana.reply_box.fill(text)
        count = parts(text)
        words = f"{len(text)} of 1600 characters, {count} SMS {'part' if count == 1 else 'parts'}"
        await expect(ana.page.locator("#count")).to_have_text(words)
    await ana.reply_box.fill("")
    await expect(ana.page.locator("#count")).to_be_empty()
    served.line.hears(one, "the newest")
    await expect(ana.page.get_by_text("the newest")).to_be_visible()
    assert await ana.page.get_by_role("button", name="Count").count() == 0


async def test_a_machines_gist_comes_after_the_page_and_says_what_it_is(served: Served, ana: Advocate) -> None:
    one = emergency(served)
    await ana.opens(one)
    gist = ana.page.locator(".gist")
    await expect(gist).to_have_text(re.compile(r"\[es->en\] 17 characters\s+machine translation, may be wrong"))
    served.line.hears(one, "otra vez", language="es")
    await expect(gist.last).to_have_text(re.compile(r"\[es->en\] 8 characters\s+machine translation, may be wrong"))
    assert served.translator is not None
    assert [asked[0] for asked in served.translator.asked] == ["tiene un cuchillo", "otra vez"]


async def test_times_are_shown_in_the_advocates_own_time(served: Served, window: OpenWindow) -> None:
    page = await (await window(timezone_id="America/Los_Angeles", locale="en-GB")).page()
    ana = await Advocate(page, served.url).signs_in("Ana")
    one = emergency(served)
    await ana.opens(one)
    shown = await page.locator(".message time").first.text_content()
    at = await page.locator(".message time").first.get_attribute("datetime")
    assert shown == await page.evaluate("at => new Date(at).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'})", at)
    assert "UTC" not in str(shown)


async def test_without_scripts_the_desk_works_by_reloading(served: Served, window: OpenWindow) -> None:
    page = await (await window(java_script_enabled=False)).page()
    one = emergency(served)
    ana = await Advocate(page, served.url).signs_in("Ana")
    await ana.rows.first.click()
    await ana.takes_over()
    await ana.reply_box.fill("ú" * 71)
    await page.get_by_role("button", name="Count").click()
    await expect(page.locator("#count")).to_have_text("71 of 1600 characters, 2 SMS parts")
    await page.get_by_role("button", name="Send reply").click()
    await expect(ana.messages.last).to_have_text("ú" * 71)
    await page.get_by_text("Close…").click()
    await page.get_by_role("button", name="Close conversation 1").click()
    assert served.line.views[one].owner is Owner.CLOSED


async def test_B67_the_card_of_equal_texts_opens_by_keyboard_and_stays_under_the_hands(served: Served, ana: Advocate) -> None:
    line = served.line
    flood = [line.opens("win a prize", language="en", waited=20) for _ in range(12)]
    line.alike[flood[0]] = flood
    emergency(served)
    await expect(ana.rows).to_have_count(2)
    await expect(ana.rows.nth(1)).to_contain_text("12 conversations")
    keys = ana.page.keyboard
    await keys.press("j")
    await keys.press("j")
    await expect(ana.rows.nth(1)).to_be_focused()
    line.alike[flood[0]].append(line.opens("win a prize", language="en"))
    await expect(ana.rows.nth(1)).to_contain_text("13 conversations")
    await expect(ana.rows.nth(1)).to_be_focused()
    await keys.press("Enter")
    await expect(ana.page.get_by_role("heading", name="Conversations that all say the same")).to_be_visible()
    await expect(ana.rows).to_have_count(13)
    line.alike[flood[0]].append(line.opens("win a prize", language="en"))
    line.change(flood[0])
    await expect(ana.rows).to_have_count(14)
    await keys.press("j")
    await keys.press("Enter")
    await expect(ana.page).to_have_title(re.compile(r"Conversation \d+"))


async def test_F58_a_text_sent_again_and_again_counts_up_while_it_is_looked_at(served: Served, ana: Advocate) -> None:
    line = served.line
    one = line.opens("where are you", language="en")
    for _ in range(4):
        line.hears(one, "where are you", language="en")
    await ana.opens(one)
    await expect(ana.page.locator(".message")).to_have_count(1)
    await expect(ana.page.locator(".times")).to_contain_text("sent 5 times in a row")
    line.hears(one, "where are you", language="en")
    await expect(ana.page.locator(".times")).to_contain_text("sent 6 times in a row")
