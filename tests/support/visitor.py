"""A browser without scripts: keeps cookies, reads forms out of pages, fills them in and sends them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

from tests.support.pages_server import PASSWORD


@dataclass
class Form:
    """A form of a page: where it goes and what stands in its fields."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self.title = ""
        self._tag = ""
        self._area = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._tag = tag
        if tag == "form":
            self.forms.append(Form(given["action"]))
        elif tag == "input" and self.forms and given.get("name"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.forms[-1].fields[given["name"]] = given.get("value", "")
        elif tag == "select" and self.forms:
            self._select = given["name"]
        elif tag == "option" and self._select:
            fields = self.forms[-1].fields
            if "selected" in given or self._select not in fields:
                fields[self._select] = given.get("value", "")
        elif tag == "textarea" and self.forms:
            self._area = given["name"]
            self.forms[-1].fields[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            # A browser drops the first line break in a textarea.
            fields = self.forms[-1].fields
            fields[self._area] = fields[self._area].removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1].fields[self._area] += data
        elif self._tag == "title":
            self.title += data
        else:
            self.words.append(data)


@dataclass
class Page:
    """What came back, read."""

    response: httpx.Response
    status: int
    title: str
    text: str
    forms: list[Form]

    def form(self, action: str) -> Form:
        """The form that goes to `action`."""
        return next(each for each in self.forms if each.action == action)

    def has_form(self, action: str) -> bool:
        return any(each.action == action for each in self.forms)


def read(response: httpx.Response) -> Page:
    """The page in `response`."""
    reader = _Reader()
    if "text/html" in response.headers.get("content-type", ""):
        reader.feed(response.text)
    return Page(response, response.status_code, reader.title, " ".join(" ".join(reader.words).split()), reader.forms)


class Visitor:
    """Somebody with a browser that runs no scripts."""

    def __init__(self, url: str, **headers: str) -> None:
        self.client = httpx.AsyncClient(base_url=url, headers=headers, follow_redirects=True, timeout=60)
        self.page: Page | None = None

    async def __aenter__(self) -> Visitor:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()

    async def look(self, path: str, **headers: str) -> Page:
        """Open a page."""
        self.page = read(await self.client.get(path, headers=headers))
        return self.page

    async def send(self, action: str, page: Page | None = None, headers: dict[str, str] | None = None, **filled: str) -> Page:
        """Send the form of `page` (the one last seen) that goes to `action`, with some fields filled in."""
        page = page or self.page
        assert page is not None
        fields = {**page.form(action).fields, **filled}
        self.page = read(await self.client.post(action, data=fields, headers=headers))
        return self.page

    async def sign_in(self, name: str = "Ana", password: str = PASSWORD) -> Page:
        """Sign in at the desk."""
        await self.look("/desk/sign-in")
        return await self.send("/desk/sign-in", name=name, password=password)
