"""Signing in and out of the desk."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import structlog
from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from bot.web.console.conversation_page import ON_A_PAGE, Shown, conversation_page
from bot.web.console.session import OPEN, SIGN_IN, return_path, session_token, sign_in_page
from bot.web.console.throttle import Throttle
from bot.web.pages.forms import PageRequest, Posted, Provided, ended_cookie, posted, session_cookie
from bot.web.services import Services

WRONG = "Name or password is not right."
# Each check takes 64 MiB and most of a core for a moment (argon2id).
CHECKS_AT_ONCE = 2
log = structlog.get_logger()


class Door:
    """Lets advocates in: one at a time per core, and slowly after mistakes."""

    def __init__(self, throttle: Throttle | None = None) -> None:
        self.throttle = throttle or Throttle()
        self._checks = asyncio.Semaphore(CHECKS_AT_ONCE)

    async def try_sign_in(self, services: Services, name: str, password: str) -> str | None:
        """A session token, or None for a wrong name or password alike."""
        await self.throttle.wait(name)
        async with self._checks:
            token = await services.staff.sign_in(name, password)
        if token is None:
            self.throttle.failed(name)
            log.warning("desk.sign_in_refused")
        else:
            self.throttle.succeeded(name)
        return token


door = Door()


@get("/sign-in", opt=OPEN)
async def sign_in_form(request: PageRequest, services: Provided, back: FromQuery[str] = "/desk") -> Template:
    """The sign-in form."""
    return sign_in_page(request, services, back=return_path(back))


@post("/sign-in", status_code=200, opt=OPEN)
async def sign_in(request: PageRequest, services: Provided) -> Response[Any]:
    """Start a session, or refuse without saying what was wrong."""
    form = await posted(request)
    back = return_path(form.text("back"))
    # A session that was there before must not live on beside the new one.
    before = session_token(request, services)
    token = await door.try_sign_in(services, form.text("name"), form.text("password"))
    if token is None:
        return sign_in_page(request, services, note=WRONG, status=401, keep=form, back=back)
    if before:
        await services.staff.sign_out(before)
    answer = await _with_draft(services, token, back, form) or Redirect(back, status_code=303)
    answer.cookies.append(session_cookie("desk", token, secure=services.secure))
    return answer


async def _with_draft(services: Services, token: str, back: str, form: Posted) -> Response[Any] | None:
    """The conversation with the reply that was typed before the session ended; it still has to be sent."""
    draft = form.text("text")
    advocate = await services.staff.advocate_of_session(token) if draft and back != "/desk" else None
    if advocate is None:
        return None
    # `return_path` has let only a conversation's path through.
    view = await services.desk.conversation(UUID(back.rsplit("/", 1)[-1]), read_by=advocate.id, last=ON_A_PAGE)
    if view is None:
        return None
    return conversation_page(services, view, advocate, Shown(draft, "You are signed in again. Your text was not sent yet."))


@post("/sign-out", status_code=303)
async def sign_out(request: PageRequest, services: Provided) -> Redirect:
    """End the session; open streams of it end with their next heartbeat."""
    await services.staff.sign_out(session_token(request, services))
    answer = Redirect(SIGN_IN, status_code=303, headers={"Clear-Site-Data": '"cache", "storage"'})
    answer.cookies.append(ended_cookie("desk", secure=services.secure))
    return answer
