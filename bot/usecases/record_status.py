"""The provider's news about a delivery: only ever forward, whatever order it comes in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from uuid import UUID

from bot.domain.deliveries import DeliveryState, moves_forward
from bot.domain.records import Delivery
from bot.ports import Clock, UnitOfWork, UnitsOfWork
from bot.usecases.delivery_failed import NOT_DELIVERED, delivery_failed

_FAILURES = frozenset({DeliveryState.UNDELIVERED, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """Safe to call twice, late, or before the provider has answered the send: unknown ids are parked, never acted on."""

    units: UnitsOfWork
    clock: Clock
    # What becomes of a page to an advocate; False when the id is no page's.
    page_news: Callable[[str, DeliveryState], Awaitable[bool]]

    async def __call__(self, provider_id: str, state: DeliveryState, error_code: str | None) -> None:
        """Move the delivery with `provider_id` to `state` if that is forward. A failure has the effects of its code."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation_id = await unit.conversation_of_delivery(provider_id)
            if conversation_id is None:
                # The send's own answer may be being recorded at this moment: then it is waited for, and joined below.
                await unit.hold_provider_id(provider_id)
                conversation_id = await unit.conversation_of_delivery(provider_id)
            page = conversation_id is None and await unit.page_by_provider_id(provider_id) is not None
            if conversation_id is None and not page:
                await unit.park_status(provider_id, state, error_code, now)
                await unit.commit()
            if conversation_id is not None:
                await self._moved(unit, conversation_id, provider_id, state, error_code)
        if page:
            # In a transaction of its own: two at once could wait for each other.
            await self.page_news(provider_id, state)

    async def _moved(self, unit: UnitOfWork, conversation_id: UUID, provider_id: str, state: DeliveryState, error_code: str | None) -> None:
        now = self.clock.now()
        # The conversation's lock first, as everywhere, so that two transactions never wait for each other in a ring.
        conversation = await unit.conversation(conversation_id, lock=True)
        delivery = await unit.delivery_by_provider_id(provider_id)
        if conversation is None or delivery is None or not _is_news(delivery, provider_id, state):
            return
        changed = replace(delivery, state=state, error_code=error_code)
        if state in _FAILURES:
            await delivery_failed(unit, conversation, changed, NOT_DELIVERED, now)
        else:
            await unit.save_delivery(changed)
            await unit.announce(conversation_id)
        await unit.commit()


def _is_news(delivery: Delivery, provider_id: str, state: DeliveryState) -> bool:
    if delivery.provider_id != provider_id:
        # Of the first try, while the second has not left: only that it arrived after all, so that it is not sent twice.
        return delivery.state is DeliveryState.QUEUED and state is DeliveryState.DELIVERED
    return moves_forward(delivery.state, state)
