"""What people do with the pages, in their words."""

from __future__ import annotations

from uuid import UUID

from playwright.async_api import Locator, Page, expect

from tests.support.pages_server import PASSWORD


class Advocate:
    """Somebody at the desk."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    async def signs_in(self, name: str) -> Advocate:
        await self.page.goto(f"{self.url}/desk/sign-in")
        await self.page.get_by_label("Name").fill(name)
        await self.page.get_by_label("Password").fill(PASSWORD)
        await self.page.get_by_role("button", name="Sign in").click()
        await expect(self.page.get_by_role("heading", name="Queue")).to_be_visible()
        return self

    async def opens(self, conversation: UUID) -> None:
        await self.page.goto(f"{self.url}/desk/conversations/{conversation}")

    async def takes_over(self) -> None:
        await self.page.get_by_role("button", name="Take over").click()
        await self.page.wait_for_url("**#text")
        await expect(self.reply_box).to_be_visible()

    async def replies(self, text: str) -> None:
        await self.reply_box.fill(text)
        await self.page.get_by_role("button", name="Send reply").click()
        await expect(self.reply_box).to_have_value("")

    @property
    def rows(self) -> Locator:
        return self.page.locator("a.row")

    @property
    def reply_box(self) -> Locator:
        return self.page.get_by_label("Reply to the person")

    @property
    def messages(self) -> Locator:
        return self.page.locator(".message > .words")

    @property
    def lost(self) -> Locator:
        return self.page.get_by_text("Connection lost")


class Person:
    """Somebody who writes in the chat."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    async def opens_the_chat(self) -> Person:
        await self.page.goto(f"{self.url}/")
        return self

    async def writes(self, text: str) -> None:
        await self.box.fill(text)
        await self.page.locator("button.main").click()

    @property
    def box(self) -> Locator:
        return self.page.locator("#text")

    @property
    def messages(self) -> Locator:
        return self.page.locator(".message > .words")

    @property
    def leave(self) -> Locator:
        return self.page.locator("button.leave")


class Phone:
    """The practice phone in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    async def is_switched_on(self) -> Phone:
        await self.page.goto(f"{self.url}/practice")
        return self

    async def texts(self, text: str, number: str | None = None) -> None:
        if number is not None:
            await self.page.get_by_label("This phone's number").fill(number)
        await self.page.get_by_label("Text", exact=True).fill(text)
        await self.page.get_by_role("button", name="Send text").click()

    @property
    def messages(self) -> Locator:
        return self.page.locator(".message > .words")
