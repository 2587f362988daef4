"""The routes of the desk. Every one of them needs a session unless it is marked `OPEN` (bot/web/console/session.py)."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import structlog
from litestar import Response, Router, get
from litestar.exceptions import HTTPException
from litestar.params import FromQuery, QueryParameter
from litestar.response import ServerSentEvent, Template

from bot.web.console import conversation_acts as acts
from bot.web.console.queue import shown
from bot.web.console.rota_acts import rota_routes
from bot.web.console.session import Acting, desk_gate, failed, problem, session_token, signed_in
from bot.web.console.sign_in import sign_in, sign_in_form, sign_out
from bot.web.console.words_page import stale_for, words
from bot.web.pages.forms import PageRequest, Provided
from bot.web.pages.stream import live

log = structlog.get_logger()


@get("/")
async def desk(
    services: Provided,
    advocate: Acting,
    skip: Annotated[int, QueryParameter(name="from", ge=0, le=1_000_000)] = 0,
    like: FromQuery[UUID | None] = None,
) -> Template:
    """The queue, or the list behind one of its cards."""
    context = {
        "advocate": advocate,
        "queue": await shown(services, advocate, skip, like),
        "stale": len(stale_for(services, advocate)),
        "practice": services.practice_clock is not None,
    }
    return Template("desk/queue.html", context=context)


@get("/stream")
async def stream(request: PageRequest, services: Provided) -> ServerSentEvent:
    """Says which conversation changed, and nothing else."""
    token = session_token(request, services)

    async def still_signed_in() -> bool:
        return await services.staff.advocate_of_session(token) is not None

    return live(services.feed.changes(), still_signed_in, name_conversations=True)


@get("/here", status_code=204)
async def here() -> None:
    """An open page says that it is open: the gate has noted it. Nothing is read, so nothing is recorded."""


def _http_problem(request: PageRequest, error: HTTPException) -> Response[Any]:
    return problem(request, error.detail if error.status_code == 404 else "That did not work.", error.status_code)


def _unexpected(request: PageRequest, error: Exception) -> Response[Any]:
    # The type is enough to find the fault with the trace of the same moment; texts of exceptions may hold what somebody wrote.
    log.error("request.failed", error=type(error).__name__, surface="desk")
    return failed(request, error)


_conversation = Router(
    path="/conversations/{conversation:uuid}",
    route_handlers=[
        acts.open_conversation,
        acts.take_over,
        acts.reply,
        acts.count,
        acts.hand_back,
        acts.correct_level,
        acts.close,
        acts.gist,
    ],
)
desk_pages = Router(
    path="/desk",
    route_handlers=[desk, here, words, stream, sign_in_form, sign_in, sign_out, _conversation, rota_routes],
    middleware=[desk_gate],
    dependencies={"advocate": signed_in},
    exception_handlers={HTTPException: _http_problem, Exception: _unexpected},
    include_in_schema=False,
)
