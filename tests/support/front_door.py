"""The public application on the stage: requests come in by HTTP, the rest is the stage's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from litestar.types import ControllerRouterHandler

from bot.channels.twilio_sms.webhook import TwilioWebhooks
from bot.domain.ladder import DEFAULT
from bot.domain.rota import Duty, duty_at
from bot.domain.troubles import TroubleSeen
from bot.ports import Change
from bot.usecases.refused_webhooks import RefusedWebhooks
from bot.web.server import public_app
from bot.web.services import Services
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio
from tests.support.quick_server import with_compiled_templates
from tests.support.stage import ALWAYS_OPEN, PlainWording, Stage

PUBLIC_URL = "https://line.example"


class NoNews:
    """A change feed on which nothing ever happens."""

    async def changes(self, only: object = None) -> AsyncIterator[Change]:
        return
        yield


@dataclass
class FrontDoor:
    """An HTTP client on the application, and a pretend Twilio that signs."""

    client: httpx.AsyncClient
    twilio: PretendTwilio
    stage: Stage
    refused: RefusedWebhooks

    async def text(self, body: str | None, sender: str = "+15551230001", **more: str) -> httpx.Response:
        """A text arrives by webhook."""
        return await self.twilio.post(self.client, PUBLIC_URL, "/hooks/twilio/inbound", self.twilio.form(sender, body, **more))

    async def api(self, token: str, method: str, path: str, **more: object) -> httpx.Response:
        """A call of the staff API."""
        return await self.client.request(method, f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"}, **more)  # type: ignore[arg-type]


@asynccontextmanager
async def front_door(
    stage: Stage, *, pages: list[ControllerRouterHandler] | None = None, practice: bool = False, webhooks: TwilioWebhooks | None = None
) -> AsyncIterator[FrontDoor]:
    """The application, opened."""

    async def ready() -> bool:
        return True

    async def troubles() -> Sequence[TroubleSeen]:
        async with stage.units() as unit:
            return await unit.troubles(stage.clock.now())

    async def duty() -> Duty:
        async with stage.units() as unit:
            return duty_at(await unit.rota(stage.clock.now()), ALWAYS_OPEN, stage.clock.now())

    refused = RefusedWebhooks(stage.units, stage.clock)
    services = Services(
        clock=stage.clock, desk=stage.desk, staff=stage.staff, feed=NoNews(), wording=PlainWording(), translator=None,  # type: ignore[arg-type]
        keep=stage.keep, refused=refused, record_status=stage.record_status, take_over=stage.take_over, reply=stage.reply,
        hand_back=stage.hand_back, close=stage.close, correct_level=stage.correct_level, rota=stage.rota, troubles=troubles,
        duty=duty, ladder=DEFAULT,
        time_zone="UTC",
        webhooks=webhooks or TwilioWebhooks(ACCOUNT, (TOKEN,), PUBLIC_URL, (NUMBER,)),
        practice_clock=_Movable(stage) if practice else None, words_status=dict, stale_facts=lambda today: (), content_owner=None,
        known_addresses=(),
        ready=ready, service_name="Info Line", advocate_language="en",
        public_url=PUBLIC_URL, secure=True,
    )  # fmt: skip
    app = with_compiled_templates(public_app(services, pages or [], "0" * 64))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://inside.example") as client:
        yield FrontDoor(client, PretendTwilio(), stage, refused)


class _Movable:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def advance(self, minutes: float):  # type: ignore[no-untyped-def]
        self._stage.clock.pass_by(minutes=minutes)
        return self._stage.clock.now()
