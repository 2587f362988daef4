"""A real browser (Debian's Chromium) on the pages. Every page is watched: nothing may run, load or break that should not."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, async_playwright, expect

from bot.web.console import sign_in
from bot.web.console.throttle import Throttle
from tests.browser.people import Advocate, Person, Phone
from tests.support.pages_server import Gist, Served, serving

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic",
]  # fmt: skip
# What an injected script would call, and what the browser says when it stopped one.
WATCH = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (...given) => { window.ran.push(name + given.join()); };
window.stopped = [];
document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.violatedDirective + ' ' + event.sample));
"""


@dataclass
class Watched:
    """A browser window of its own, and what went wrong in it."""

    context: BrowserContext
    url: str
    wrong: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    async def page(self) -> Page:
        """A new tab."""
        page = await self.context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("console", self._console)
        page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))
        page.on("request", self._request)
        self.pages.append(page)
        return page

    async def check(self) -> None:
        """Fail when anything went wrong."""
        for page in self.pages:
            if not page.is_closed() and page.url.startswith(self.url):
                ran, stopped = await page.evaluate("[window.ran ?? [], window.stopped ?? []]")
                self.wrong += [f"ran: {each}" for each in ran] + [f"policy: {each}" for each in stopped]
        assert self.wrong == []

    def _console(self, message: ConsoleMessage) -> None:
        # A server that is away on purpose, and answers such as 401 or 409, are the tests' own doing.
        expected = ("net::ERR", "Failed to load resource: the server responded")
        if message.type in ("error", "warning") and not any(each in message.text for each in expected):
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        allowed = (self.url, "https://www.weather.gov/")
        if not request.url.startswith(allowed):
            self.wrong.append(f"request to {request.url}")


# A machine that is busy is slow, not wrong.
expect.set_options(timeout=60_000)

OpenWindow = Callable[..., Awaitable[Watched]]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "browser tests need Debian's package `chromium`"
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, headless=True, args=ARGUMENTS)
        yield opened
        await opened.close()


@pytest.fixture(autouse=True)
def quick_door(monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_wait(_: float) -> None: ...

    monkeypatch.setattr(sign_in.door, "throttle", Throttle(sleep=no_wait))


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(translator=Gist()) as up:
        yield up


@pytest.fixture
async def window(browser: Browser, served: Served) -> AsyncIterator[OpenWindow]:
    """Opens windows of their own (own cookies); checks all of them in the end."""
    opened: list[Watched] = []

    async def open_window(**options: Any) -> Watched:
        context = await browser.new_context(**{"viewport": {"width": 1200, "height": 800}, "locale": "en", **options})
        if options.get("java_script_enabled", True):
            await context.add_init_script(WATCH)
        await context.route(
            "https://www.weather.gov/**", lambda route: route.fulfill(body="<title>Weather</title>Sunny", content_type="text/html")
        )
        made = Watched(context, served.url)
        opened.append(made)
        return made

    yield open_window
    try:
        for each in opened:
            await each.check()
    finally:
        for each in opened:
            await each.context.close()


@pytest.fixture
async def ana(window: OpenWindow, served: Served) -> Advocate:
    """Ana, signed in and looking at the queue."""
    return await Advocate(await (await window()).page(), served.url).signs_in("Ana")


@pytest.fixture
async def ben(window: OpenWindow, served: Served) -> Advocate:
    return await Advocate(await (await window()).page(), served.url).signs_in("Ben")


@pytest.fixture
async def maria(window: OpenWindow, served: Served) -> Person:
    """Maria, who has opened the chat on a small phone."""
    page = await (await window(viewport={"width": 320, "height": 640})).page()
    return await Person(page, served.url).opens_the_chat()


@pytest.fixture
async def phone(window: OpenWindow, served: Served) -> Phone:
    return await Phone(await (await window()).page(), served.url).is_switched_on()
