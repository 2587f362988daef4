"""The provider says that words did not arrive: try once more where that helps, call a human where one is needed, and name the trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.deliveries import DeliveryState
from bot.domain.provider_errors import after_failure
from bot.domain.records import Conversation, Delivery
from bot.ports import UnitOfWork
from bot.usecases.raise_alert import raise_alert

NOT_SENT = "a message could not be delivered"
NOT_DELIVERED = "a message was not delivered"


async def delivery_failed(unit: UnitOfWork, conversation: Conversation, delivery: Delivery, what: str, now: datetime) -> None:
    """Save `delivery`, which is in a failed state, and everything that follows from its error code, in the caller's transaction.

    `conversation` is locked and unchanged; `what` is the alert's reason in words.
    """
    then = after_failure(conversation, delivery, what, now)
    if then.again_in is not None:
        delivery = _to_be_tried_again(delivery, now + timedelta(seconds=then.again_in))
        await unit.enqueue_delivery(conversation.id, conversation.level, then.again_in)
    await unit.save_delivery(delivery)
    await unit.record_event(conversation.id, "not_delivered", "provider", now, {"reason": what, "code": delivery.error_code or ""})
    if then.opted_out:
        await unit.set_opt_out(conversation.address, True, now)
        await unit.record_event(conversation.id, "opted_out", "provider", now)
    if then.call_human is not None:
        await unit.save(await raise_alert(unit, conversation, conversation.level, then.call_human, now))
    await unit.announce(conversation.id)
    if then.trouble is not None:
        # Last, because every failing delivery waits for the same row.
        await unit.note_trouble(then.trouble, now)


def _to_be_tried_again(delivery: Delivery, not_before: datetime) -> Delivery:
    # One that the provider refused without taking it has no id yet: its own stands in, so that there is no third try.
    earlier = delivery.provider_id or str(delivery.id)
    return replace(delivery, state=DeliveryState.QUEUED, not_before=not_before, earlier_provider_id=earlier, provider_id=None)
