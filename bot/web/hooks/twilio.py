"""`POST /hooks/twilio/inbound` and `/hooks/twilio/status`: an empty answer at once, the work is the worker's."""

from __future__ import annotations

import structlog
from litestar import MediaType, Request, Response, Router, post
from litestar.datastructures import State
from litestar.di import NamedDependency

from bot.ports import WebhookRejected
from bot.usecases.keep_message import NotKept
from bot.usecases.receive_message import Taken
from bot.web.metrics import webhooks_counted
from bot.web.services import Services

EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
# A little above the channel's own limit, so that the channel gives the answer.
LARGEST_READ = 80 * 1024
log = structlog.get_logger()


def _twiml() -> Response[str]:
    return Response(EMPTY_TWIML, media_type="text/xml", status_code=200)


def _refusal(rejected: WebhookRejected) -> Response[str]:
    return Response("", media_type=MediaType.TEXT, status_code=rejected.status)


@post("/inbound", status_code=200)
async def inbound(request: Request[None, None, State], services: NamedDependency[Services]) -> Response[str]:
    """A person's text. 200 only when it is on a disk, or was before; 503 when that is impossible."""
    if services.webhooks is None:
        return Response("", media_type=MediaType.TEXT, status_code=403)
    try:
        body = await request.body()
        headers = request.headers
        incoming = services.webhooks.inbound(
            request.url.path, headers.getall("x-twilio-signature", []), headers.get("content-type", ""), body
        )
    except WebhookRejected as rejected:
        webhooks_counted.labels("inbound", type(rejected).__name__).inc()
        log.warning("webhook.rejected", hook="inbound", reason=type(rejected).__name__)
        services.refused()
        return _refusal(rejected)
    try:
        taken = await services.keep(incoming)
    except NotKept:
        webhooks_counted.labels("inbound", "not_kept").inc()
        log.error("webhook.not_kept", hook="inbound", error=services.keep.failed_with)
        return Response("", media_type=MediaType.TEXT, status_code=503)
    webhooks_counted.labels("inbound", taken.value).inc()
    if taken is Taken.SPILLED:
        log.warning("webhook.spilled", hook="inbound", error=services.keep.failed_with)
    return _twiml()


@post("/status", status_code=200)
async def status(request: Request[None, None, State], services: NamedDependency[Services]) -> Response[str]:
    """News about a delivery."""
    if services.webhooks is None:
        return Response("", media_type=MediaType.TEXT, status_code=403)
    try:
        body = await request.body()
        headers = request.headers
        sid, state, code = services.webhooks.status(
            request.url.path, headers.getall("x-twilio-signature", []), headers.get("content-type", ""), body
        )
    except WebhookRejected as rejected:
        webhooks_counted.labels("status", type(rejected).__name__).inc()
        return _refusal(rejected)
    if state is not None:
        await services.record_status(sid, state, code)
    webhooks_counted.labels("status", "kept" if state is not None else "unknown_word").inc()
    return Response("", media_type=MediaType.TEXT, status_code=200)


twilio_hooks = Router(
    path="/hooks/twilio", route_handlers=[inbound, status], request_max_body_size=LARGEST_READ, opt={"exclude_from_csrf": True}
)
