"""Reading forms, answering each of them once, and session cookies."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from litestar import Request
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency

from bot.web.services import Services

PageRequest = Request[None, None, State]
# The services, as a route asks for them.
Provided = NamedDependency[Services]


@dataclass(frozen=True, slots=True)
class Posted:
    """The text fields of a form; uploads are ignored."""

    fields: dict[str, str] = field(default_factory=dict, repr=False)

    def text(self, name: str) -> str:
        """A field as it was typed, with plain line breaks; empty when it is missing."""
        return self.fields.get(name, "").replace("\r\n", "\n").replace("\r", "\n")

    def uuid(self, name: str) -> UUID | None:
        """A field that holds an id, or None."""
        try:
            return UUID(self.fields.get(name, ""))
        except ValueError:
            return None


async def posted(request: PageRequest) -> Posted:
    """The form of `request`. It is kept on the request too, so that an error page can give back what was typed."""
    form = await request.form()
    read = Posted({name: value for name, value in form.items() if isinstance(value, str)})
    request.scope["state"]["posted"] = read
    return read


def posted_before(request: PageRequest) -> Posted:
    """What `posted` read earlier in this request; nothing when it did not come to that."""
    found = request.scope["state"].get("posted")
    return found if isinstance(found, Posted) else Posted()


async def services_of(request: PageRequest) -> Services:
    """The services, where Litestar cannot inject them (in front of the routes)."""
    services: Services = await request.app.dependencies["services"]()
    return services


def new_once() -> str:
    """A fresh id for a form: however often that form is sent, it counts once."""
    return str(uuid4())


class Once:
    """Does what a form asks for at most once per form id, in this process; a second send waits for the first one's result."""

    def __init__(self, remembered: int = 5000) -> None:
        self._remembered = remembered
        self._done: OrderedDict[str, asyncio.Future[None]] = OrderedDict()

    async def run(self, key: str, act: Callable[[], Awaitable[object]]) -> None:
        """Await `act` unless `key` was used before. An act that fails is forgotten, so that it can be tried again."""
        known = self._done.get(key)
        if known is not None:
            await asyncio.shield(known)
            return
        outcome: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._done[key] = outcome
        while len(self._done) > self._remembered:
            self._done.popitem(last=False)
        try:
            await act()
        except BaseException as failure:
            self._done.pop(key, None)
            outcome.set_exception(failure if isinstance(failure, Exception) else RuntimeError("the first send was broken off"))
            outcome.exception()
            raise
        outcome.set_result(None)


def cookie_name(name: str, *, secure: bool) -> str:
    """The cookie's name; behind TLS with the prefix that lets no other host or path set it."""
    return f"__Host-{name}" if secure else name


def session_cookie(name: str, value: str, *, secure: bool) -> Cookie:
    """A cookie that scripts cannot read, other sites cannot send, and the browser drops when it closes."""
    return Cookie(cookie_name(name, secure=secure), value=value, path="/", httponly=True, secure=secure, samesite="strict")


def ended_cookie(name: str, *, secure: bool) -> Cookie:
    """Takes such a cookie away. A browser obeys only when the attributes are the same as when it was set."""
    cookie = session_cookie(name, "", secure=secure)
    cookie.max_age = 0
    return cookie
