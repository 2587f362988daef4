"""A conversation at the desk: open it, take it over, reply, hand back, correct its level, close, and ask for a machine's gist."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from bot.domain.levels import Level
from bot.domain.ownership import Refused
from bot.domain.views import AdvocateView, ConversationView
from bot.web.console.conversation_page import ON_A_PAGE, Shown, conversation_page
from bot.web.console.session import Acting
from bot.web.pages.display import pieces
from bot.web.pages.forms import Once, PageRequest, Provided, posted
from bot.web.services import Services

# The same codes as in the staff API.
_STATUS = {"empty": 422, "too_long": 422}
sent_once = Once()


async def _view(
    services: Services, conversation: UUID, advocate: AdvocateView, last: int | None = None, before: UUID | None = None
) -> ConversationView:
    view = await services.desk.conversation(conversation, read_by=advocate.id, last=last, before=before)
    if view is None:
        raise NotFoundException("There is no such conversation.")
    return view


async def _page(
    services: Services, conversation: UUID, advocate: AdvocateView, shown: Shown | None = None, before: UUID | None = None
) -> Template:
    view = await _view(services, conversation, advocate, ON_A_PAGE, before)
    return conversation_page(services, view, advocate, shown, before)


# Where the page is looked at next: the reply box while one answers, else what can be done.
_REPLY_BOX, _ACTIONS = "text", "actions"


async def _act(
    services: Services, conversation: UUID, advocate: AdvocateView, act: Callable[[], Awaitable[object]], then: str, draft: str = ""
) -> Response[Any]:
    """Do it and show the conversation again; when it is refused, say why beside the state as it is now."""
    try:
        await act()
    except Refused as refusal:
        if refusal.code == "not_found":
            raise NotFoundException(str(refusal)) from None
        shown = Shown(draft, str(refusal), _STATUS.get(refusal.code, 409))
        return await _page(services, conversation, advocate, shown)
    return Redirect(f"/desk/conversations/{conversation}#{then}", status_code=303)


@get("/")
async def open_conversation(
    services: Provided, advocate: Acting, conversation: FromPath[UUID], before: FromQuery[UUID | None] = None
) -> Template:
    """The conversation's page, or the one of its messages `before` one; our script fetches it again when something changed."""
    return await _page(services, conversation, advocate, before=before)


@post("/take-over", status_code=200)
async def take_over(services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Response[Any]:
    """Become the owner: the assistant is silent from now on."""
    return await _act(services, conversation, advocate, lambda: services.take_over(conversation, advocate.id), _REPLY_BOX)


@post("/reply", status_code=200)
async def reply(request: PageRequest, services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Response[Any]:
    """Write to the person. The form's id makes a double click or a reload send once."""
    form = await posted(request)
    text, once = form.text("text"), form.uuid("once")
    if once is None:
        return await _page(services, conversation, advocate, Shown(text, "This form cannot be read. Please send it again.", 422))

    async def send() -> None:
        await sent_once.run(f"{advocate.id} {conversation} {once}", lambda: services.reply(conversation, advocate.id, text))

    return await _act(services, conversation, advocate, send, _REPLY_BOX, draft=text)


@post("/count", status_code=200)
async def count(request: PageRequest, services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Template:
    """How long the typed reply is, for browsers that do not run our script."""
    form = await posted(request)
    return await _page(services, conversation, advocate, Shown(form.text("text"), count=True))


@post("/hand-back", status_code=200)
async def hand_back(services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Response[Any]:
    """Let the assistant answer again."""
    return await _act(services, conversation, advocate, lambda: services.hand_back(conversation, advocate.id), _ACTIONS)


@post("/close", status_code=200)
async def close(services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Response[Any]:
    """Close the conversation."""
    return await _act(services, conversation, advocate, lambda: services.close(conversation, advocate.id), _ACTIONS)


@post("/level", status_code=200)
async def correct_level(request: PageRequest, services: Provided, advocate: Acting, conversation: FromPath[UUID]) -> Response[Any]:
    """Say how urgent it really is."""
    form = await posted(request)
    try:
        level = Level(form.text("level"))
    except ValueError:
        return await _page(services, conversation, advocate, Shown(note="Choose one of the four levels.", status=422))
    return await _act(services, conversation, advocate, lambda: services.correct_level(conversation, advocate.id, level), "state")


@get("/messages/{message:uuid}/gist")
async def gist(services: Provided, advocate: Acting, conversation: FromPath[UUID], message: FromPath[UUID]) -> Template:
    """What a machine makes of an incoming message; 404 when no engine is set up or the message is not the person's."""
    if services.translator is None:
        raise NotFoundException("Machine translation is off.")
    view = await _view(services, conversation, advocate)
    found = next((each for each in view.messages if each.id == message and each.direction == "in"), None)
    if found is None:
        raise NotFoundException("There is no such message.")
    words = await services.translator.gist(found.text, found.language or view.language or "unknown", services.advocate_language)
    context = {
        "number": view.number,
        "back": f"/desk/conversations/{conversation}#m-{message}",
        "original": pieces(found.text),
        "gist": pieces(words) if words else None,
        "language": services.advocate_language,
    }
    return Template("desk/gist.html", context=context)
