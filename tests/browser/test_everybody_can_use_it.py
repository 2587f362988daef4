"""Every page in light and dark: axe finds nothing, and it fits 320 CSS pixels (1280 at 400 %) (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, ViewportSize, expect

from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from tests.browser.conftest import OpenWindow
from tests.browser.people import Advocate, Person, Phone
from tests.browser.scenes_rota import ROTA_SCENES, full_rota
from tests.support.pages_server import Served

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
PHONE, DESK = ViewportSize(width=320, height=640), ViewportSize(width=1200, height=800)


async def signed_in(page: Page, served: Served) -> Advocate:
    return await Advocate(page, served.url).signs_in("Ana")


async def sign_in_form(page: Page, served: Served) -> None:
    await page.goto(f"{served.url}/desk/sign-in")


async def sign_in_refused(page: Page, served: Served) -> None:
    await page.goto(f"{served.url}/desk/sign-in")
    await page.get_by_label("Name").fill("Ana")
    await page.get_by_label("Password").fill("wrong")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_be_visible()


async def empty_queue(page: Page, served: Served) -> None:
    await signed_in(page, served)


def busy_line(served: Served) -> None:
    line = served.line
    line.opens(
        "cuchillo", language="es", level=Level.EMERGENCY, waiting=True, waited=3, signals=[Signal("weapon", Level.EMERGENCY, "cuchillo")]
    )
    line.opens("phone", language="ar", level=Level.URGENT, waiting=True, waited=9, signals=[Signal("isolation", Level.URGENT, "phone")])
    line.opens("papers", language="zh", level=Level.ELEVATED, signals=[Signal("papers_held", Level.ELEVATED, "papers")])
    line.opens("hello", waited=200)
    line.opens("STOP", opted_out=True)


async def full_queue(page: Page, served: Served) -> None:
    busy_line(served)
    ana = await signed_in(page, served)
    await expect(ana.rows).to_have_count(5)
    await page.keyboard.press("j")


async def conversation_nobody_has(page: Page, served: Served) -> Advocate:
    busy_line(served)
    one = next(iter(served.line.views))
    line = served.line
    line.says(one, "Llame al 911. 1-888-373-7888", language="es")
    line.says(one, "لا يحق لأحد أن يحتفظ بجواز سفرك", language="ar", state="failed", code="30003")
    line.hears(one, "我的护照被老板拿走了 \u202e \x00", language="zh", flags=("picture",))
    line.hears(one, "a" * 600 + "https://example.org/" + "b" * 300)
    ana = await signed_in(page, served)
    await ana.opens(one)
    await expect(page.locator(".gist .flag")).to_have_count(3)
    return ana


async def conversation_of_mine(page: Page, served: Served) -> None:
    ana = await conversation_nobody_has(page, served)
    await ana.takes_over()
    await ana.reply_box.fill("á" * 80)
    await page.get_by_text("Close…").click()


async def level_being_corrected(page: Page, served: Served) -> None:
    await conversation_of_mine(page, served)
    await page.locator("#correcting summary").click()
    await page.get_by_role("radio").first.wait_for()


async def conversation_of_a_colleague(page: Page, served: Served) -> None:
    busy_line(served)
    one = next(iter(served.line.views))
    served.line.change(one, owner=Owner.HUMAN, advocate="Ben", advocate_id=served.line.staff.advocates["Ben"].id)
    await (await signed_in(page, served)).opens(one)


async def reply_too_late(page: Page, served: Served) -> None:
    ana = await conversation_nobody_has(page, served)
    await ana.takes_over()
    await ana.reply_box.fill("Please stay where you are.")
    served.line.change(next(iter(served.line.views)), owner=Owner.CLOSED, advocate=None, advocate_id=None)
    await expect(page.locator("#left-over")).to_be_visible()


async def reply_that_broke(page: Page, served: Served) -> None:
    ana = await conversation_nobody_has(page, served)
    await ana.takes_over()
    served.line.fails = RuntimeError("away")
    await ana.reply_box.fill("Please stay where you are.")
    await page.get_by_role("button", name="Send reply").click()
    await expect(page.get_by_role("heading", name="Send again?")).to_be_visible()


async def lost_connection(page: Page, served: Served) -> None:
    await full_queue(page, served)
    await page.evaluate("document.querySelectorAll('[data-lost], [data-signed-out]').forEach(each => { each.hidden = false; })")


async def no_such_conversation(page: Page, served: Served) -> None:
    await signed_in(page, served)
    await page.goto(f"{served.url}/desk/conversations/00000000-0000-0000-0000-000000000000")


async def gist_page(page: Page, served: Served) -> None:
    ana = await conversation_nobody_has(page, served)
    one = next(iter(served.line.views))
    await ana.page.goto(f"{served.url}/desk/conversations/{one}/messages/{served.line.views[one].messages[0].id}/gist")


async def empty_chat(page: Page, served: Served) -> None:
    await Person(page, served.url).opens_the_chat()


async def chat_with_answers(page: Page, served: Served) -> None:
    maria = await Person(page, served.url).opens_the_chat()
    await maria.writes("hello")
    await expect(maria.messages).to_have_count(1)
    one = next(iter(served.line.views))
    served.line.says(one, "You can write here.")
    await served.line.take_over(one, served.line.staff.advocates["Ana"].id)
    await served.line.reply(one, served.line.staff.advocates["Ana"].id, "I am a person. مرحبا")
    await expect(maria.messages).to_have_count(3)


async def chat_in_arabic(page: Page, served: Served) -> None:
    await Person(page, served.url).opens_the_chat()
    await page.get_by_role("button", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")


async def broken_chat(page: Page, served: Served) -> None:
    maria = await Person(page, served.url).opens_the_chat()
    served.line.fails = RuntimeError("away")
    await maria.writes("please help")
    await expect(page.get_by_role("alert")).to_be_visible()


async def left_chat(page: Page, served: Served) -> None:
    # The page goes on by itself at once, so its refresh is held back while it is looked at.
    await page.route("**/exit", lambda route: _without_refresh(route))
    await Person(page, served.url).opens_the_chat()
    await page.evaluate("HTMLFormElement.prototype.submit.call(document.getElementById('leave'))")
    await expect(page.get_by_role("heading", name="Weather")).to_be_visible()


async def _without_refresh(route: object) -> None:
    response = await route.fetch()  # type: ignore[attr-defined]
    body = (await response.text()).replace('http-equiv="refresh"', 'name="x"')
    await route.fulfill(status=200, body=body, content_type="text/html")  # type: ignore[attr-defined]


async def practice_phone(page: Page, served: Served) -> None:
    phone = await Phone(page, served.url).is_switched_on()
    await phone.texts("hello " * 40)
    await expect(phone.messages).to_have_count(1)
    served.line.says(next(iter(served.line.views)), "You can write here.")
    await expect(phone.messages).to_have_count(2)


SCENES: list[Callable[[Page, Served], Awaitable[object]]] = [
    sign_in_form, sign_in_refused, empty_queue, full_queue, conversation_nobody_has, conversation_of_mine, level_being_corrected,
    conversation_of_a_colleague,
    reply_too_late, reply_that_broke, lost_connection, no_such_conversation, gist_page, empty_chat, chat_with_answers, chat_in_arabic,
    broken_chat, left_chat, practice_phone, *ROTA_SCENES,
]  # fmt: skip
SMALLEST_TARGET = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
  .filter(each => each.checkVisibility({checkVisibilityCSS: true}) && !each.classList.contains('skip'))
  .map(each => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24).map(([words, box]) => `${words} ${box.width} x ${box.height}`)"""


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_it_fits_a_small_phone_targets_are_large_and_axe_finds_nothing(
    served: Served, window: OpenWindow, scene: Callable[[Page, Served], Awaitable[object]]
) -> None:
    # The policy is off only so that axe can be put into the page.
    page = await (await window(viewport=PHONE, bypass_csp=True)).page()
    await scene(page, served)
    await page.wait_for_load_state()
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    # Links inside a sentence are exempt (WCAG 2.5.8, inline).
    small = [each for each in await page.evaluate(SMALLEST_TARGET) if not each.startswith(("Weather", "Sign in again in", "To the queue"))]
    assert small == []
    # Size and colours are the style sheet's alone: no script asks for them.
    await page.set_viewport_size(DESK)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        results = await Axe().run(page, options=RULES)
        assert results.response["violations"] == [], scheme + results.generate_report()


@pytest.mark.parametrize(
    "scene", [full_queue, conversation_of_mine, full_rota, empty_chat, practice_phone], ids=lambda scene: scene.__name__
)
async def test_focus_can_be_seen_everywhere(served: Served, window: OpenWindow, scene: Callable[[Page, Served], Awaitable[object]]) -> None:
    page = await (await window()).page()
    await scene(page, served)
    await page.evaluate("document.activeElement.blur()")
    seen = set()
    for _ in range(25):
        await page.keyboard.press("Tab")
        outline = await page.evaluate(
            """() => { const at = document.activeElement; if (at === document.body) return null; const style = getComputedStyle(at);
              return [at.outerHTML.slice(0, 60), style.outlineStyle, parseFloat(style.outlineWidth)]; }"""
        )
        if outline is not None:
            seen.add(outline[0])
            assert outline[1] == "solid", outline
            assert outline[2] >= 2, outline
    assert len(seen) >= 4


async def test_levels_differ_by_word_and_shape_and_not_by_colour_alone(served: Served, window: OpenWindow) -> None:
    page = await (await window()).page()
    await full_queue(page, served)
    levels = await page.locator(".row .level").all_inner_texts()
    assert len({each.split()[0] for each in levels}) == 4
    assert {each.split()[1] for each in levels} == {"Emergency", "Urgent", "Elevated", "Routine"}
