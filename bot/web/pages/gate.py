"""What stands in front of the routes of a page: the origin of a request, the session, and forms that were refused.

A middleware and not a guard, because it must stand before Litestar's CSRF check: it answers with whole pages that give back what was
typed, and its answers carry the safe headers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import Any
from urllib.parse import urlsplit

from litestar import MediaType, Request, Response
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Cookie
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException, ImproperlyConfiguredException
from litestar.middleware.csrf import generate_csrf_token
from litestar.types import ASGIApp, Receive, Scope, Send

from bot.web.pages.forms import PageRequest, services_of
from bot.web.services import Services

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# The header our scripts send when they fetch a page again: they want a status, not a way to another page.
LIVE_HEADER = "x-live"

Admit = Callable[[PageRequest, Services], Awaitable[Response[Any] | None]]
Refused = Callable[[PageRequest, Services, HTTPException], Awaitable[Response[Any]]]


def is_foreign(method: str, origin: str | None, fetch_site: str | None, own_origins: Collection[str]) -> bool:
    """Whether an unsafe request comes from another site's page.

    Browsers say so in `Sec-Fetch-Site`. Older ones send `Origin`, but only "null" under our `no-referrer` policy (Fetch standard,
    "append a request Origin header"), so "null" and a missing header decide nothing: the CSRF token and the Strict cookies do.
    """
    if method in SAFE_METHODS:
        return False
    if fetch_site is not None:
        return fetch_site not in ("same-origin", "none")
    return origin is not None and origin != "null" and origin not in own_origins


def gate(*, refused: Refused, admit: Admit | None = None) -> Callable[[ASGIApp], ASGIApp]:
    """The middleware. `admit` answers instead of the route when it returns a response; `refused` answers forms that were not accepted."""

    def middleware(app: ASGIApp) -> ASGIApp:
        async def through_the_gate(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP:
                await app(scope, receive, send)
                return
            request: PageRequest = Request(scope, receive, send)
            services = await services_of(request)
            scope["state"]["services"] = services
            answer = _foreign(request, services)
            if answer is None and admit is not None:
                answer = await admit(request, services)
            if answer is None:
                try:
                    await app(scope, receive, send)
                    return
                except HTTPException as refusal:
                    # Only what is decided in front of the routes arrives here: the CSRF token, the size of the body.
                    answer = await refused(request, services, refusal)
            await answer.to_asgi_response(app=None, request=request)(scope, receive, send)

        return through_the_gate

    return middleware


def wants_page(request: PageRequest) -> bool:
    """Whether somebody looks at the answer, and not our script or its stream."""
    return LIVE_HEADER not in request.headers and "text/event-stream" not in request.headers.get("accept", "")


def fresh_token(request: PageRequest) -> tuple[str, Cookie]:
    """A new CSRF token and its cookie, for a form whose token was not accepted (a browser started again, cookies lost)."""
    config = _csrf_config(request)
    token = generate_csrf_token(config.secret)
    return token, _token_cookie(config, token)


def ended_token(request: PageRequest) -> Cookie:
    """Takes the CSRF cookie away, so that leaving leaves nothing."""
    cookie = _token_cookie(_csrf_config(request), "")
    cookie.max_age = 0
    return cookie


def _csrf_config(request: PageRequest) -> CSRFConfig:
    config = request.app.csrf_config
    if config is None:
        raise ImproperlyConfiguredException("pages need csrf_config (bot/web/server.py)")
    return config


def _token_cookie(config: CSRFConfig, value: str) -> Cookie:
    # As Litestar's middleware sets it, or the browser would keep both.
    return Cookie(
        config.cookie_name,
        value=value,
        path=config.cookie_path,
        domain=config.cookie_domain,
        secure=config.cookie_secure,
        httponly=config.cookie_httponly,
        samesite=config.cookie_samesite,
    )


def _foreign(request: PageRequest, services: Services) -> Response[Any] | None:
    public = urlsplit(services.public_url)
    own = {f"{public.scheme}://{public.netloc}", f"{request.scope['scheme']}://{request.headers.get('host', '')}"}
    headers = request.headers
    if not is_foreign(request.method, headers.get("origin"), headers.get("sec-fetch-site"), own):
        return None
    return Response("This form was sent from another site.", status_code=403, media_type=MediaType.TEXT)
