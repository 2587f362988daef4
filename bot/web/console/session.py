"""Who sits at the desk: the session cookie, checked in one place before every route of the desk (default deny)."""

from __future__ import annotations

import re
from typing import Any

from litestar import MediaType, Response
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from bot.domain.views import AdvocateView
from bot.web.console.trouble_words import troubles_now
from bot.web.pages.forms import PageRequest, Posted, cookie_name, posted, posted_before
from bot.web.pages.gate import LIVE_HEADER, fresh_token, gate, wants_page
from bot.web.services import Services

# The advocate who is signed in, as a route asks for them.
Acting = NamedDependency[AdvocateView]
SIGN_IN = "/desk/sign-in"
# A route without this mark needs a session.
OPEN = {"open_without_session": True}
# Answers that are no pages.
_WITHOUT_BANNER = frozenset({"/desk/stream", "/desk/here", "/desk/sign-out"})
_CONVERSATION_PATH = re.compile(r"/desk/conversations/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def session_token(request: PageRequest, services: Services) -> str:
    """The session cookie's value; empty when there is none."""
    return request.cookies.get(cookie_name("desk", secure=services.secure), "")


def return_path(path: str) -> str:
    """Where to go after signing in: the conversation `path` belongs to, else the queue. Never anywhere else."""
    found = _CONVERSATION_PATH.match(path)
    return found.group() if found else "/desk"


def sign_in_page(
    request: PageRequest, services: Services, *, note: str = "", status: int = 200, keep: Posted | None = None, back: str = "/desk"
) -> Template:
    """The sign-in form. `keep` holds a reply that was typed when the session ended: it goes along and is shown again afterwards."""
    kept = keep or Posted()
    return Template(
        "desk/sign_in.html",
        context={
            "note": note,
            "name": kept.text("name"),
            "draft": kept.text("text"),
            "back": back,
            "practice": services.practice_clock is not None,
        },
        status_code=status,
    )


async def _admit(request: PageRequest, services: Services) -> Response[Any] | None:
    if request.scope["route_handler"].opt.get("open_without_session"):
        return None
    token = session_token(request, services)
    # Scripts ask again only while their page runs: a laptop that sleeps does not, however open its stream still looks (trust.md F43).
    live = LIVE_HEADER in request.headers
    advocate = await services.staff.advocate_of_session(token, open_page=live) if token else None
    if advocate is not None:
        request.scope["state"]["advocate"] = advocate
        request.scope["state"]["line_troubles"] = await troubles_now(services) if request.url.path not in _WITHOUT_BANNER else ()
        return None
    if request.method not in ("GET", "HEAD"):
        try:
            form = await posted(request)
        except HTTPException as refusal:
            return Response("This form cannot be read.", status_code=refusal.status_code, media_type=MediaType.TEXT)
        note = "You have been signed out. Sign in again" + (": your text is kept." if form.text("text") else ".")
        page = sign_in_page(request, services, note=note, status=401, keep=form, back=return_path(request.url.path))
        return _with_fresh_token(request, page)
    if not wants_page(request):
        return Response("Signed out.", status_code=401, media_type=MediaType.TEXT)
    back = return_path(request.url.path)
    return Redirect(SIGN_IN if back == "/desk" else f"{SIGN_IN}?back={back}", status_code=303)


async def _refused(request: PageRequest, services: Services, refusal: HTTPException) -> Response[Any]:
    """A form that did not pass the CSRF check or was too large: shown again with what was typed."""
    if refusal.status_code == 413:
        return problem(request, "That is too much text for one form.", 413)
    form = await posted(request)
    if request.url.path == SIGN_IN:
        page = sign_in_page(request, services, note="Please sign in once more.", status=403, keep=form, back=return_path(form.text("back")))
        return _with_fresh_token(request, page)
    return _with_fresh_token(request, again_page(request, form, "This page was open for a long time. Nothing was sent yet.", 403))


def again_page(request: PageRequest, form: Posted, sentence: str, status: int) -> Template:
    """A page that offers to send `form` once more; a typed text stands in a field."""
    hidden = {name: form.text(name) for name in form.fields if name not in ("text", "password", "_csrf_token")}
    context = {
        "sentence": sentence,
        "action": request.url.path,
        "hidden": hidden,
        "draft": form.text("text"),
        "has_text": "text" in form.fields,
    }
    return Template("desk/again.html", context=context, status_code=status)


def problem(request: PageRequest, sentence: str, status: int) -> Template:
    """A page that says what is wrong and leads back to the queue."""
    return Template("desk/problem.html", context={"sentence": sentence}, status_code=status)


def failed(request: PageRequest, _: Exception) -> Response[Any]:
    """Something broke behind a route of the desk: what was typed is given back."""
    form = posted_before(request)
    sentence = "Something went wrong on our side. Look whether it went through before you send it again."
    if request.method == "POST" and form.fields:
        return again_page(request, form, sentence, 500)
    return problem(request, "Something went wrong on our side. Please load the page again.", 500)


def _with_fresh_token(request: PageRequest, page: Template) -> Template:
    token, cookie = fresh_token(request)
    page.context["form_token"] = token
    page.cookies.append(cookie)
    return page


async def _signed_in(request: PageRequest) -> AdvocateView:
    # Set by the gate; without it there is nobody to act for.
    advocate: AdvocateView = request.scope["state"]["advocate"]
    return advocate


desk_gate = gate(admit=_admit, refused=_refused)
signed_in = Provide(_signed_in)
