"""The web chat: one page at `/` that works as plain forms, and updates live where scripts run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from litestar import MediaType, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from bot.domain.addresses import Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.language import Language, without_script
from bot.domain.language_menu import asking_for
from bot.domain.ownership import Owner
from bot.domain.questions import choices
from bot.domain.records import Incoming
from bot.domain.views import ConversationView, MessageView
from bot.ports import Change
from bot.web.chat.session import ChatSession, Sessions, cookies_for, ended_cookies
from bot.web.chat.words import PageWords, page_words
from bot.web.pages.display import Piece, linked, pieces, with_language_names
from bot.web.pages.forms import PageRequest, Provided, cookie_name, new_once, posted, posted_before, session_cookie
from bot.web.pages.gate import ended_token, fresh_token, gate, wants_page
from bot.web.pages.stream import live
from bot.web.services import Services

LONGEST_CHARACTERS = 4000
LONGEST_BYTES = 64 * 1024
LONGEST_ANSWER = 100
# The newest messages of a conversation; whoever sends thousands does not read them all here.
MOST_SHOWN = 500
DULL_SITE = "https://www.weather.gov/"
# What the person may see of our words: only what was really handed over.
_SHOWN = frozenset({DeliveryState.ACCEPTED, DeliveryState.SENT, DeliveryState.DELIVERED})
sessions = Sessions()
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the message box; the name of the sentence above it; the form's id when it must stay; a language just chosen."""

    draft: str = ""
    note: str = ""
    status: int = 200
    once: str = ""
    language: str = ""


async def _conversation(session: ChatSession, services: Services) -> ConversationView | None:
    if session.is_new:
        return None
    found = await services.desk.find(Channel.CHAT, session.address.value, 1)
    return await services.desk.conversation(found[0], last=MOST_SHOWN) if found else None


def _words(request: PageRequest, services: Services, chosen: str, spoken: str | None) -> PageWords:
    return page_words(services.wording, chosen or _chosen(request, services), spoken, request.headers.get("accept-language", ""))


def _chosen(request: PageRequest, services: Services) -> str | None:
    """The language chosen on this page earlier, if it is one we know."""
    remembered = request.cookies.get(cookie_name("words", secure=services.secure))
    return remembered if remembered in _offered(services) else None


def _offered(services: Services) -> frozenset[str]:
    return frozenset(each.code for each in services.wording.languages() if each.offered)


def _bubbles(
    view: ConversationView, words: PageWords, languages: Mapping[str, Language], addresses: Collection[str]
) -> list[dict[str, Any]]:
    return [_bubble(each, words, languages, addresses) for each in view.messages if each.direction == "in" or each.state in _SHOWN]


def _bubble(message: MessageView, words: PageWords, languages: Mapping[str, Language], addresses: Collection[str]) -> dict[str, Any]:
    incoming = message.direction == "in"
    ours = words.automatic if message.author == "assistant" else words.human
    language = languages.get(message.language or "")
    return {
        "key": f"m-{message.id}",
        "mine": incoming,
        "who": words.you if incoming else ours,
        "pieces": _pieces(message, languages, addresses),
        "lang": language.code if language else "",
        "direction": language.direction if language and message.author == "assistant" else "auto",
    }


def _pieces(message: MessageView, languages: Mapping[str, Language], addresses: Collection[str]) -> tuple[Piece, ...]:
    """What somebody wrote; numbers and addresses can be tapped in the assistant's words only, which somebody has chosen with care."""
    if message.direction == "in":
        return pieces(with_language_names(message.text, languages))
    return linked(pieces(message.text), addresses) if message.author == "assistant" else pieces(message.text)


def _answers(view: ConversationView, services: Services, language: str) -> list[str]:
    """The labels of the buttons under the last message: the answers to the open question, while nobody has answered it."""
    said = view.messages[-1:]
    waits = view.owner in (Owner.ASSISTANT, Owner.WAITING) and said and said[0].author == "assistant" and said[0].state in _SHOWN
    if not waits or view.open_question is None:
        return []
    memory, called = view.memory, view.owner is Owner.WAITING
    offered = choices(view.open_question, more=memory.more is not None, human_called=called, check_open=memory.check_open)
    return [services.wording.label(each, language) for each in offered]


async def chat_page(request: PageRequest, services: Services, session: ChatSession, shown: Shown | None = None) -> Template:
    """The page of `session`."""
    return _page(request, services, session, await _conversation(session, services), shown or Shown())


def _page(request: PageRequest, services: Services, session: ChatSession, view: ConversationView | None, shown: Shown) -> Template:
    words = _words(request, services, shown.language, view.language if view else None)
    languages = {each.code: each for each in services.wording.languages()}
    context = {
        "words": words,
        "menu": [each for each in languages.values() if each.offered],
        "now": shown.language or _chosen(request, services) or without_script((view.language if view else None) or words.code),
        "title": services.service_name,
        "bubbles": _bubbles(view, words, languages, services.known_addresses) if view else [],
        "answers": _answers(view, services, without_script(view.language or words.code)) if view else [],
        "live": view is not None,
        "once": shown.once or new_once(),
        "draft": shown.draft,
        "note": getattr(words, shown.note) if shown.note else "",
        "dull_site": DULL_SITE,
    }
    return Template("chat/page.html", context=context, status_code=shown.status, cookies=cookies_for(session, services))


@get("/")
async def show_chat(request: PageRequest, services: Provided) -> Template:
    """The chat page."""
    page = await chat_page(request, services, sessions.of(request, services))
    if not wants_page(request):
        # Our script's fetch may still be on its way when the person leaves: it must not bring a cookie back.
        page.cookies.clear()
    return page


@post("/", status_code=200)
async def write(request: PageRequest, services: Provided) -> Response[Any]:
    """Take a message in, or change the page's language. Sending the same form again changes nothing."""
    form, session = await posted(request), sessions.of(request, services)
    text = form.text("text")
    if form.text("lang"):
        return await _in_language(request, services, session, form.text("lang"), text)
    if len(text) > LONGEST_CHARACTERS or len(text.encode("utf-8", "replace")) > LONGEST_BYTES:
        return await chat_page(request, services, session, Shown(text, "too_long", 413))
    once, answer = form.uuid("once"), form.text("answer")[:LONGEST_ANSWER]
    # A button under the last message: its label is the person's word, and what is being typed stays in the box.
    draft, text = (text, answer) if answer.strip() else ("", text)
    if text.strip():
        receipt = session.receipt(str(once or new_once()), text)
        await services.keep.at_once(Incoming(receipt, session.address, text, language=_chosen(request, services)))
    if draft.strip():
        return await chat_page(request, services, session, Shown(draft))
    return Redirect("/", status_code=303, cookies=cookies_for(session, services))


async def _in_language(request: PageRequest, services: Services, session: ChatSession, code: str, draft: str) -> Response[Any]:
    if code not in _offered(services):
        return Redirect("/", status_code=303, cookies=cookies_for(session, services))
    view = await _conversation(session, services)
    if view is not None and view.owner is not Owner.CLOSED and without_script(view.language or "") != code:
        # In a conversation the choice is the person's word like any other: kept, answered, and seen at the desk.
        asked = asking_for(code)
        await services.keep.at_once(Incoming(session.receipt(str(new_once()), asked), session.address, asked))
    cookie = session_cookie("words", code, secure=services.secure)
    if draft.strip():
        # A redirect would lose what is being typed.
        page: Response[Any] = await chat_page(request, services, session, Shown(draft, language=code))
    else:
        page = Redirect("/", status_code=303, cookies=cookies_for(session, services))
    page.cookies.append(cookie)
    return page


@get("/stream")
async def stream(request: PageRequest, services: Provided) -> Response[Any]:
    """Says that this session's conversation changed, and nothing else."""
    session = sessions.of(request, services)
    view = await _conversation(session, services)
    if view is None:
        return Response("", status_code=204, media_type=MediaType.TEXT)
    if sessions.has_enough_streams(session):
        return Response("", status_code=429, media_type=MediaType.TEXT, headers={"Retry-After": "30"})

    async def still_here() -> bool:
        return not sessions.has_ended(session)

    return live(_until_left(services.feed.changes(only=view.id), session), still_here, name_conversations=False)


async def _until_left(changes: AsyncIterator[Change], session: ChatSession) -> AsyncIterator[Change]:
    """`changes`, until the session ends: other tabs must not go on showing what was left in one."""
    left = sessions.open_stream(session)
    gone = asyncio.ensure_future(left.wait())
    try:
        while True:
            coming = asyncio.ensure_future(_next(changes))
            await asyncio.wait({gone, coming}, return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                coming.cancel()
                return
            change = coming.result()
            if change is None:
                return
            yield change
    finally:
        gone.cancel()
        sessions.close_stream(session, left)


async def _next(changes: AsyncIterator[Change]) -> Change | None:
    return await anext(changes, None)


# No form token is asked for: leaving must work whatever else does not, and ending one's own session harms nobody.
@post("/exit", status_code=200, opt={"exclude_from_csrf": True})
async def leave(request: PageRequest, services: Provided) -> Template:
    """End the session and go to a dull page. Not a redirect: `form-action 'self'` would hold it back."""
    sessions.end(request, services)
    page = Template("chat/left.html", context={"dull_site": DULL_SITE}, headers={"Clear-Site-Data": '"*"'})
    page.cookies.extend(ended_cookies(services))
    page.cookies.append(ended_token(request))
    return page


async def _refused(request: PageRequest, services: Services, refusal: HTTPException) -> Response[Any]:
    """A form that did not pass the CSRF check, or is too large to be read: the page again, with what was typed if we have it."""
    session = sessions.of(request, services)
    if refusal.status_code == 413:
        return await chat_page(request, services, session, Shown(note="too_long", status=413))
    form = await posted(request)
    token, cookie = fresh_token(request)
    page = await chat_page(request, services, session, Shown(form.text("text"), "again", 403, form.text("once")))
    page.context["form_token"] = token
    page.cookies.append(cookie)
    return page


def _broken(request: PageRequest, error: Exception) -> Response[Any]:
    """Our side does not work: say so, give the hotline's number, keep what was typed and the form's id."""
    log.error("request.failed", error=type(error).__name__, surface="chat")
    form = posted_before(request)
    services = request.scope["state"]["services"]
    shown = Shown(form.text("text"), "broken", 503, form.text("once"))
    return _page(request, services, sessions.of(request, services), None, shown)


chat_pages = Router(
    path="/",
    route_handlers=[show_chat, write, stream, leave],
    middleware=[gate(refused=_refused)],
    exception_handlers={Exception: _broken},
    include_in_schema=False,
)
