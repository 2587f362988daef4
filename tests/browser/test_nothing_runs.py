"""Whatever somebody writes, everywhere it is shown: as text, without running, loading or linking anything (trust.md T24, B37-B43)."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from playwright.async_api import Page, expect

from bot.domain.addresses import Address, Channel
from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.views import AdvocateView, AlertView, EventView
from tests.browser.conftest import OpenWindow
from tests.browser.payloads import PAYLOADS
from tests.browser.people import Advocate, Person, Phone
from tests.support.pages_server import PASSWORD, Served

# Elements our own templates never put around what somebody wrote.
FOREIGN = (
    "img, iframe, object, embed, svg, math, video, audio, template, style, base, marquee, script:not([src^='/static/']), meta[http-equiv], "
)
FOREIGN += "link:not([href^='/static/']), a:not([href^='/']):not([href^='#']):not([href^='tel:']), form:not([action^='/'])"


async def assert_only_text(page: Page) -> None:
    assert await page.locator(FOREIGN).count() == 0
    handlers = await page.evaluate(
        "[...document.querySelectorAll('*')].filter(each => [...each.attributes].some(a => a.name.startsWith('on'))).length"
    )
    assert handlers == 0
    assert await page.evaluate("({}).x") is None


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) >= 50


async def test_in_messages_of_both_sides_on_load_and_live(served: Served, ana: Advocate) -> None:
    one = served.line.opens("first", language="es")
    for payload in PAYLOADS:
        served.line.hears(one, payload, language="es")
    await ana.opens(one)
    await expect(ana.messages).to_have_count(len(PAYLOADS) + 1)
    for payload in PAYLOADS:
        served.line.says(one, payload, language="es")
    await expect(ana.messages).to_have_count(2 * len(PAYLOADS) + 1)
    await expect(ana.page.locator(".gist .flag")).to_have_count(len(PAYLOADS) + 1)
    await assert_only_text(ana.page)
    for payload in PAYLOADS[:5]:
        await expect(ana.page.get_by_text(payload, exact=True)).to_have_count(2)


async def test_in_evidence_reasons_names_languages_flags_and_events(served: Served, window: OpenWindow) -> None:
    line = served.line
    page = await (await window()).page()
    for number, payload in enumerate(PAYLOADS):
        name = f"{payload} {number}"
        line.staff.advocates[name] = AdvocateView(uuid4(), name)
        one = line.opens(
            payload, language=payload, level=Level.EMERGENCY, signals=[Signal(payload, Level.EMERGENCY, payload)], flags=(payload,)
        )
        line.change(
            one, owner=Owner.HUMAN, advocate=name, advocate_id=line.staff.advocates[name].id,
            alerts=(AlertView(Level.EMERGENCY, line.clock.now(), payload),),
            events=(EventView(payload, name, line.clock.now(), {}),
                EventView("human_called", "x", line.clock.now(), {"level": payload, "reason": payload})),
        )  # fmt: skip
        line.change(
            one, messages=tuple(replace(each, advocate=name, error_code=payload, state=payload) for each in line.views[one].messages)
        )
    ana = await Advocate(page, served.url).signs_in("Ana")
    await expect(ana.rows).to_have_count(len(PAYLOADS))
    await assert_only_text(page)
    for one in list(line.views)[::4]:
        await ana.opens(one)
        await assert_only_text(page)


@pytest.mark.parametrize("payload", PAYLOADS[::9])
async def test_in_an_advocates_own_name_and_draft(served: Served, window: OpenWindow, payload: str) -> None:
    name = " ".join(payload.replace("\x00", "").split())
    served.line.staff.advocates[name] = AdvocateView(uuid4(), name)
    page = await (await window()).page()
    ana = Advocate(page, served.url)
    await page.goto(f"{served.url}/desk/sign-in")
    await page.get_by_label("Name").fill(name)
    await page.get_by_label("Password").fill("wrong")
    await page.get_by_role("button", name="Sign in").click()
    await assert_only_text(page)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    one = served.line.opens("hello")
    await ana.opens(one)
    await ana.takes_over()
    served.line.fails = RuntimeError("away")
    await ana.reply_box.fill(payload)
    await page.get_by_role("button", name="Send reply").click()
    await expect(page.get_by_role("heading", name="Send again?")).to_be_visible()
    await assert_only_text(page)


async def test_in_the_chat_from_both_sides(served: Served, window: OpenWindow) -> None:
    page = await (await window()).page()
    maria = await Person(page, served.url).opens_the_chat()
    for payload in PAYLOADS[::6]:
        await maria.writes(payload)
        await expect(maria.box).to_have_value("")
    one = next(iter(served.line.views))
    for payload in PAYLOADS:
        served.line.says(one, payload)
    await expect(maria.messages).to_have_count(len(PAYLOADS[::6]) + len(PAYLOADS))
    await assert_only_text(page)
    await page.reload()
    await assert_only_text(page)
    await maria.box.fill(PAYLOADS[19])
    await page.get_by_role("button", name="Español").click()
    await expect(maria.box).to_have_value(PAYLOADS[19])
    await assert_only_text(page)


async def test_on_the_practice_phone_and_its_lock_screen(served: Served, phone: Phone) -> None:
    one = served.line.opens("first", address=Address(Channel.SMS, "+15550100001"))
    for payload in PAYLOADS:
        served.line.says(one, payload)
        served.line.hears(one, payload)
    await expect(phone.messages).to_have_count(2 * len(PAYLOADS) + 1)
    await assert_only_text(phone.page)
    await phone.texts("hello", "<img src=x onerror=alert(1)>")
    await expect(phone.page.get_by_text("Type a made-up number")).to_be_visible()
    await assert_only_text(phone.page)


async def test_the_watch_would_notice(served: Served, window: OpenWindow) -> None:
    watched = await window()
    page = await watched.page()
    await page.goto(f"{served.url}/")
    await page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'https://evil.example/x.png'}))")
    await page.evaluate("alert(1)")
    await page.evaluate("() => { try { document.body.innerHTML = '<b>x</b>' } catch {} }")
    await page.wait_for_timeout(200)
    with pytest.raises(AssertionError) as caught:
        await watched.check()
    for sign in ("ran: alert1", "img-src", "require-trusted-types-for"):
        assert sign in str(watched.wrong), (sign, caught)
    watched.wrong.clear()
    await page.evaluate("window.ran = window.stopped = []")
