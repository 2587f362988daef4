"""An advocate at a real browser, the whole service behind it: from a frightened text to a human's answer on the phone."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.support.running import RunningLantern

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A machine that is busy is slow, not wrong.
expect.set_options(timeout=60_000)


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    path = shutil.which("chromium")
    assert path, "the browser tests need Debian's package `chromium`"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, headless=True, args=CHROMIUM)
        opened = await browser.new_page()
        opened.set_default_timeout(60_000)
        yield opened
        await browser.close()


async def sign_in(page: Page, lantern: RunningLantern, name: str) -> None:
    """Make an advocate as the operator would, and sign in with the password shown once."""
    said = await asyncio.to_thread(lantern.command, "advocate", "add", name)
    await page.goto(f"{lantern.url}/desk")
    await page.get_by_label("Name").fill(name)
    await page.get_by_label("Password").fill(said.rsplit(" ", 1)[-1])
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Queue")).to_be_visible()


async def test_from_a_frightened_text_to_a_humans_answer(lantern: RunningLantern, maria: str, page: Page) -> None:
    await sign_in(page, lantern, "Ana")
    await asyncio.to_thread(lantern.text, "+15559990003", "hello, what is this?")
    await asyncio.to_thread(lantern.text, maria, "ayuda mi marido tiene una pistola y dice que me mata ahora")
    number = (await asyncio.to_thread(lantern.conversation, maria))["number"]
    mine = page.locator("a.row", has_text=f"Conversation {number}")
    await expect(mine).to_be_visible()  # by itself, without a reload
    levels = await page.locator("ol.queue > li").evaluate_all("rows => rows.map(row => row.dataset.level)")
    order = ["emergency", "urgent", "elevated", "routine"]
    assert levels == sorted(levels, key=order.index), "the most urgent stand first"

    await asyncio.to_thread(lantern.replies, maria, 1)
    await mine.click()
    await expect(page.get_by_text("mi marido tiene una pistola").first).to_be_visible()
    await page.get_by_role("button", name="Take over").click()
    box = page.get_by_label("Reply to the person")
    await box.fill("Hola, soy una persona. Estoy aqui.")
    await page.get_by_role("button", name="Send reply").click()
    await expect(box).to_have_value("")
    replies = await asyncio.to_thread(lantern.replies, maria, 2)
    assert replies[-1] == "Hola, soy una persona. Estoy aqui."
    await expect(page.get_by_text(re.compile("handed to the provider|delivered")).first).to_be_visible()

    await page.get_by_role("button", name="Hand back").click()
    handed_back = await asyncio.to_thread(lantern.replies, maria, 3)
    assert handed_back[-1] != replies[-1]
    assert (await asyncio.to_thread(lantern.conversation, maria))["owner"] == "assistant"


async def test_the_chat_answers_without_a_script_and_the_desk_sees_it(lantern: RunningLantern, page: Page) -> None:
    context = await page.context.browser.new_context(java_script_enabled=False, locale="es-ES")  # type: ignore[union-attr]
    chat = await context.new_page()
    await chat.goto(f"{lantern.url}/")
    await chat.locator("#text").fill("mi jefe tiene mi pasaporte y no me lo devuelve")
    await chat.locator("button.main").click()
    for _ in range(120):
        await chat.goto(f"{lantern.url}/")
        if await chat.locator(".message").count() >= 2:
            break
        await asyncio.sleep(0.5)
    assert await chat.locator(".message").count() >= 2
    assert "pasaporte" in await chat.inner_text("body")
    found = await asyncio.to_thread(lantern.api, "GET", "/conversations?channel=chat")
    assert (found[0]["language"], found[0]["messages"][0]["text"]) == ("es", "mi jefe tiene mi pasaporte y no me lo devuelve")
    await context.close()


async def test_the_practice_phone_answers_like_a_phone(lantern: RunningLantern, maria: str, page: Page) -> None:
    await page.goto(f"{lantern.url}/practice")
    await page.get_by_label("number (made up)").fill(maria)
    await page.get_by_label("Text", exact=True).fill("are you the police?")
    await page.get_by_role("button", name="Send text").click()
    await expect(page.locator(".message.mine .words")).to_have_text("are you the police?")
    await expect(page.locator(".message.ours .words")).to_contain_text("We are not police")
    await expect(page.locator("#lock .words")).not_to_contain_text("police")
    assert maria not in page.url
