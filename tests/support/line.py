"""A whole line on the stage: webhooks come in by HTTP from the pretend provider, texts go out to it by HTTP, its list is compared."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import sqlalchemy as sa

from bot.channels.twilio_sms.api import TwilioApi
from bot.channels.twilio_sms.listing import TwilioLedger
from bot.channels.twilio_sms.sender import TwilioSender
from bot.storage import tables as t
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.reconcile import Reconcile, ReconcileOnSchedule
from tests.support.front_door import PUBLIC_URL, FrontDoor, front_door
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio, Sent
from tests.support.stage import Stage

INBOUND, STATUS = "/hooks/twilio/inbound", "/hooks/twilio/status"
UNSENT = ("queued", "sending", "unknown")


@dataclass
class Line:
    """The stage, its front door, and the parts of the outbound edge as they run in the service."""

    stage: Stage
    door: FrontDoor
    twilio: PretendTwilio
    deliver: DeliverMessages
    reconcile: Reconcile

    def schedule(self) -> ReconcileOnSchedule:
        """A freshly started process's schedule."""
        return ReconcileOnSchedule(self.reconcile)

    async def webhook(self, fields: dict[str, str]) -> httpx.Response:
        """An inbound webhook."""
        return await self.twilio.post(self.door.client, PUBLIC_URL, INBOUND, fields)

    async def news(self, sent: Sent, status: str, error_code: int | None = None) -> httpx.Response:
        """A status callback."""
        return await self.twilio.post(self.door.client, PUBLIC_URL, STATUS, self.twilio.status(sent, status, error_code))

    async def work(self) -> None:
        """What the worker would do now: every turn that waits, every delivery whose time has come."""
        now = self.stage.clock.now()
        async with self.stage.units() as unit:
            waiting = await unit.waiting_turns(now + timedelta(microseconds=1), 10_000)
        for conversation in waiting:
            await self.stage.take_turn(conversation)
        for conversation in await self.due():
            await self.deliver(conversation)

    async def due(self) -> list[UUID]:
        """Conversations with a delivery that may leave now, in no order."""
        d = t.deliveries.c
        ready = sa.or_(d.not_before.is_(None), d.not_before <= self.stage.clock.now())
        async with self.stage.engine.connect() as connection:
            query = sa.select(d.conversation_id).where(d.state.in_(UNSENT), ready).distinct()
            return list((await connection.execute(query)).scalars())

    async def work_until_quiet(self, *, step: float = 1.0, at_most: float = 1200.0) -> None:
        """Work, and let time pass, until nothing is left to send."""
        d = t.deliveries.c
        end = self.stage.clock.now() + timedelta(seconds=at_most)
        while True:
            await self.work()
            async with self.stage.engine.connect() as connection:
                left = (await connection.execute(sa.select(sa.func.count()).where(d.state.in_(UNSENT)))).scalar_one()
            if not left:
                return
            assert self.stage.clock.now() < end, f"{left} messages are still neither sent nor given up"
            self.stage.clock.pass_by(seconds=step)

    async def inbound_texts(self) -> list[str]:
        """Everything people wrote, as kept, in the order it was kept within each conversation."""
        found = []
        for conversation in reversed(await self.stage.desk.find(None, None, 10_000)):
            found += [each.text for each in (await self.stage.see(conversation)).messages if each.direction == "in"]
        return found

    async def provider_ids(self) -> list[str]:
        """The provider's ids of all deliveries, of first and second tries."""
        d = t.deliveries.c
        async with self.stage.engine.connect() as connection:
            rows = (await connection.execute(sa.select(d.provider_id, d.earlier_provider_id))).all()
        return [each for row in rows for each in row if each is not None]

    async def troubles(self) -> set[str]:
        """What is known to be wrong with the line."""
        async with self.stage.units() as unit:
            return {each.kind.value for each in await unit.troubles(self.stage.clock.now())}


@asynccontextmanager
async def opened_line(stage: Stage, *, timeout_seconds: float = 0.4) -> AsyncIterator[Line]:
    """The line, its clock at the real time and moved from there by the test."""
    stage.clock.time = datetime.now(UTC)
    with PretendTwilio(now=stage.clock.now) as twilio:
        sender = TwilioSender(
            api_base_url=twilio.url, account_sid=ACCOUNT, auth_token=TOKEN, sender=NUMBER, messaging_service=None,
            status_callback=f"{PUBLIC_URL}{STATUS}", timeout_seconds=timeout_seconds,
        )  # fmt: skip
        ledger = TwilioLedger(TwilioApi(twilio.url, ACCOUNT, TOKEN), sender=NUMBER, messaging_service=None, own_numbers=(NUMBER,))
        deliver = DeliverMessages(stage.units, stage.clock, sender)
        reconcile = Reconcile(stage.units, stage.clock, ledger, stage.receive, stage.record_status)
        async with front_door(stage) as door:
            door.twilio = twilio
            line = Line(stage, door, twilio, deliver, reconcile)
            loop = asyncio.get_running_loop()

            def call_back(sent: Sent, status: str) -> None:
                asyncio.run_coroutine_threadsafe(line.news(sent, status), loop).result(10)

            twilio.call_back = call_back
            yield line
        await sender.close()
        await ledger.close()
