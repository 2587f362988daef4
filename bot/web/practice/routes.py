"""The practice phone at `/practice`: any made-up number texts us through the same use case as the provider's webhook.

404 on a real line. The number stands in a form field and a cookie, never in a URL, so that practising teaches no bad habit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import structlog
from litestar import MediaType, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from bot.domain.addresses import Address, AddressKind, Channel, sms_address_kind
from bot.domain.deliveries import DeliveryState
from bot.domain.records import Incoming
from bot.domain.sms_segments import parts
from bot.domain.views import MessageView
from bot.web.pages.display import one_line, pieces
from bot.web.pages.forms import PageRequest, Provided, cookie_name, new_once, posted, posted_before, session_cookie
from bot.web.pages.gate import fresh_token, gate
from bot.web.pages.stream import live
from bot.web.services import Services

FIRST_NUMBER = "+15550100001"
# The longest text a phone sends as one (ten SMS parts); Twilio hands over no more.
LONGEST = 1600
LOCK_SCREEN = 40
MOST_SHOWN = 500
MOST_MINUTES = 60 * 24 * 400
_SHOWN = frozenset({DeliveryState.ACCEPTED, DeliveryState.SENT, DeliveryState.DELIVERED})
_NUMBER_HEADER = "x-practice-number"
_BAD_NUMBER = "Type a made-up number with its country code, such as +1 555 010 0001."
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the phone's fields when its page is shown again."""

    number: str = ""
    draft: str = ""
    note: str = ""
    status: int = 200


def made_up_number(typed: str) -> str | None:
    """The number in E.164 form, or None. Ten digits are taken for an American number."""
    bare = re.sub(r"[\s().\-\u00a0]", "", typed)[:30]
    if re.fullmatch(r"\d{10}", bare, re.ASCII):
        bare = f"+1{bare}"
    elif bare.startswith("00"):
        bare = f"+{bare[2:]}"
    return bare if sms_address_kind(bare) is AddressKind.PHONE else None


async def _messages(services: Services, number: str) -> list[MessageView]:
    """The phone's thread: a phone does not know our conversations, so all of them, the oldest first."""
    found = await services.desk.find(Channel.SMS, number, 20)
    views = [await services.desk.conversation(each, last=MOST_SHOWN) for each in reversed(found)]
    return [each for view in views if view for each in view.messages if each.direction == "in" or each.state in _SHOWN]


async def _page(request: PageRequest, services: Services, shown: Shown) -> Template:
    remembered = request.headers.get(_NUMBER_HEADER) or request.cookies.get(cookie_name("practice", secure=services.secure))
    number = made_up_number(shown.number) or made_up_number(remembered or "") or FIRST_NUMBER
    messages = await _messages(services, number)
    ours = [each for each in messages if each.direction == "out"]
    context = {
        "title": services.service_name,
        "number": number,
        "typed_number": shown.number or number,
        "bubbles": [
            {
                "key": f"m-{each.id}",
                "mine": each.direction == "in",
                "pieces": pieces(each.text),
                "lang": _lang(each),
                "parts": parts(each.text),
            }
            for each in messages
        ],
        "lock_screen": one_line(ours[-1].text, LOCK_SCREEN) if ours else "",
        "now": services.clock.now(),
        "once": new_once(),
        "draft": shown.draft,
        "note": shown.note,
    }
    return Template("practice/phone.html", context=context, status_code=shown.status)


def _lang(message: MessageView) -> str:
    return "" if message.language in (None, "unknown", "mul") else str(message.language)


@get("/")
async def show_phone(request: PageRequest, services: Provided) -> Template:
    """The phone with the number this tab (or the cookie) has."""
    return await _page(request, services, Shown())


@post("/", status_code=200)
async def send(request: PageRequest, services: Provided) -> Response[Any]:
    """Send a text from the posted number, or only look at that number's phone."""
    form = await posted(request)
    text, number = form.text("text"), made_up_number(form.text("number"))
    if number is None:
        return await _page(request, services, Shown(form.text("number"), text, _BAD_NUMBER, 422))
    if len(text) > LONGEST:
        return await _page(request, services, Shown(number, text, f"A phone sends at most {LONGEST} characters at once.", 413))
    if text.strip() and not form.text("look"):
        once = form.uuid("once") or uuid4()
        await services.keep.at_once(Incoming(f"practice {number} {once}", Address(Channel.SMS, number), text, ()))
        text = ""
    # The page itself and no redirect: the cookie is all tabs', and another tab may have changed it before the redirect is followed.
    answer: Response[Any] = await _page(request, services, Shown(number, text))
    answer.cookies.append(session_cookie("practice", number, secure=services.secure))
    return answer


@post("/advance", status_code=303)
async def advance(request: PageRequest, services: Provided) -> Response[Any]:
    """Let time pass for the whole service."""
    form = await posted(request)
    try:
        minutes = float(form.text("minutes"))
    except ValueError:
        return await _page(request, services, Shown(note="How many minutes? Type a number.", status=422))
    if not 0 < minutes <= MOST_MINUTES:
        return await _page(request, services, Shown(note=f"Between 0 and {MOST_MINUTES} minutes can pass at once.", status=422))
    if services.practice_clock is not None:
        await services.practice_clock.advance(minutes)
    return Redirect("/practice", status_code=303)


@get("/stream")
async def stream(services: Provided) -> Response[Any]:
    """Says that something changed somewhere; each tab fetches its own phone."""

    async def always() -> bool:
        return True

    return live(services.feed.changes(), always, name_conversations=False)


async def _only_in_practice(_: PageRequest, services: Services) -> Response[Any] | None:
    return Response("Not Found", status_code=404, media_type=MediaType.TEXT) if services.practice_clock is None else None


async def _refused(request: PageRequest, services: Services, refusal: HTTPException) -> Response[Any]:
    if refusal.status_code == 413:
        return await _page(request, services, Shown(note="That is far too much for a text.", status=413))
    form = await posted(request)
    token, cookie = fresh_token(request)
    note = "This page was open for a long time. Nothing was sent yet. Please send it again."
    page = await _page(request, services, Shown(form.text("number"), form.text("text"), note, 403))
    page.context["form_token"] = token
    page.cookies.append(cookie)
    return page


def _broken(request: PageRequest, error: Exception) -> Response[Any]:
    log.error("request.failed", error=type(error).__name__, surface="practice")
    typed = posted_before(request).text("text")
    sentence = "Something went wrong on our side. Go back and try again."
    return Response(f"{sentence}\n\n{typed}".strip(), status_code=503, media_type=MediaType.TEXT)


practice_pages = Router(
    path="/practice",
    route_handlers=[show_phone, send, advance, stream],
    middleware=[gate(admit=_only_in_practice, refused=_refused)],
    exception_handlers={Exception: _broken},
    include_in_schema=False,
)
