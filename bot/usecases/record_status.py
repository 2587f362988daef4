"""The provider's news about a delivery: only ever forward, whatever order it comes in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.domain.deliveries import DeliveryState, moves_forward
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.ports import Clock, UnitsOfWork
from bot.usecases.raise_alert import raise_alert

_FAILURES = frozenset({DeliveryState.UNDELIVERED, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """Safe to call twice, late, or before the provider has answered the send: unknown ids are parked, never acted on."""

    units: UnitsOfWork
    clock: Clock
    # What becomes of a page to an advocate; False when the id is no page's.
    page_news: Callable[[str, DeliveryState], Awaitable[bool]]

    async def __call__(self, provider_id: str, state: DeliveryState, error_code: str | None) -> None:
        """Move the delivery with `provider_id` to `state` if that is forward. A failure in an urgent conversation alerts a human."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation_id = await unit.conversation_of_delivery(provider_id)
            if conversation_id is None:
                if await self.page_news(provider_id, state):
                    return
                await unit.park_status(provider_id, state, error_code, now)
                await unit.commit()
                return
            # The conversation's lock first, as everywhere, so that two transactions never wait for each other in a ring.
            conversation = await unit.conversation(conversation_id, lock=True)
            delivery = await unit.delivery_by_provider_id(provider_id)
            if conversation is None or delivery is None or not moves_forward(delivery.state, state):
                return
            await unit.save_delivery(replace(delivery, state=state, error_code=error_code))
            if state in _FAILURES:
                await unit.record_event(conversation_id, "not_delivered", "provider", now, {"code": error_code or ""})
                if conversation.level >= Level.URGENT and conversation.ownership.owner is not Owner.CLOSED:
                    await unit.save(await raise_alert(unit, conversation, conversation.level, "a message was not delivered", now))
            await unit.announce(conversation_id)
            await unit.commit()
