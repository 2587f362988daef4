"""The two listeners of the web process: the public one (hooks, chat, desk, staff API) and the internal one (health, metrics)."""

from __future__ import annotations

import secrets
from pathlib import Path

import structlog
from litestar import Litestar, MediaType, Request, Response, Router, get
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig
from litestar.types import ControllerRouterHandler
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.web.api.conversations import conversations
from bot.web.api.practice import practice
from bot.web.headers import safe_headers
from bot.web.hooks.twilio import twilio_hooks
from bot.web.services import Services

_HERE = Path(__file__).parent
log = structlog.get_logger()


def public_app(services: Services, pages: list[ControllerRouterHandler], csrf_secret: str) -> Litestar:
    """The application people, advocates and the provider reach. `pages` are the routers of chat, desk and practice phone."""
    api = Router(path="/api/v1", route_handlers=[conversations, practice])
    return Litestar(
        route_handlers=[twilio_hooks, api, health(services), *pages, create_static_files_router("/static", [_HERE / "static"])],
        dependencies={"services": Provide(lambda: services, use_cache=True, sync_to_thread=False)},
        before_send=[safe_headers(secure=services.secure)],
        csrf_config=CSRFConfig(
            secret=csrf_secret,
            cookie_name="csrf",
            cookie_secure=services.secure,
            cookie_samesite="strict",
            exclude_from_csrf_key="exclude_from_csrf",
        ),
        template_config=TemplateConfig(directory=_HERE / "templates", engine=JinjaTemplateEngine),
        openapi_config=OpenAPIConfig(
            title="Lantern staff API", version="1", path="/api/v1", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
        ),
        exception_handlers={HTTPException: _http_error, Exception: _unexpected},
        request_max_body_size=256 * 1024,
        logging_config=None,
        debug=False,
    )


def internal_app(services: Services) -> Litestar:
    """Health and metrics, for the operator's own machine or network only."""
    return Litestar(route_handlers=[health(services), metrics], openapi_config=None, logging_config=None)


def health(services: Services) -> Router:
    """`/healthz`: this process answers. `/readyz`: the database does too, and every message can be kept; what is wrong if not."""

    @get("/healthz", media_type=MediaType.TEXT, include_in_schema=False, sync_to_thread=False)
    def healthz() -> str:
        return "ok"

    @get("/readyz", media_type=MediaType.TEXT, include_in_schema=False)
    async def readyz() -> Response[str]:
        ready, wrong = await services.ready(), services.keep.wrong()
        if ready and not wrong:
            return Response("ready", status_code=200)
        return Response(": ".join(["not ready", *([", ".join(wrong)] if wrong else [])]), status_code=503)

    return Router(path="/", route_handlers=[healthz, readyz])


@get("/metrics", include_in_schema=False, sync_to_thread=False)
def metrics() -> Response[bytes]:
    """Counters for Prometheus."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def new_csrf_secret() -> str:
    """A secret for one life of the process; forms opened before a restart are asked to be sent again."""
    return secrets.token_hex(32)


def _http_error(request: Request[object, object, State], error: HTTPException) -> Response[object]:
    return _answer(request, error.status_code, error.detail)


def _unexpected(request: Request[object, object, State], error: Exception) -> Response[object]:
    # The type and place are enough to find the fault; texts of exceptions may hold what somebody wrote.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
    log.error("request.failed", error=type(error).__name__, where=where, surface=request.url.path.split("/")[1])
    return _answer(request, 500, "Something went wrong on our side. Nothing you sent before is lost. Please try again.")


def _answer(request: Request[object, object, State], status: int, detail: str) -> Response[object]:
    if request.url.path.startswith(("/api/", "/hooks/")):
        return Response({"status_code": status, "detail": detail}, status_code=status, media_type=MediaType.JSON)
    return Response(detail, status_code=status, media_type=MediaType.TEXT)
