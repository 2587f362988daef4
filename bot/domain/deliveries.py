"""The life of one outgoing message. A delivery only ever moves to a state of higher rank, whatever order news comes in."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta


class DeliveryState(enum.StrEnum):
    """Where an outgoing message is.

    `unknown` means the provider may or may not have taken it (a time-out): it is looked up, never sent again blindly.
    `expired` and `cancelled` were never sent: too late, or somebody else speaks now.
    """

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


_RANK = {
    DeliveryState.QUEUED: 0, DeliveryState.SENDING: 1, DeliveryState.UNKNOWN: 2, DeliveryState.ACCEPTED: 3, DeliveryState.SENT: 4,
    DeliveryState.DELIVERED: 9, DeliveryState.UNDELIVERED: 9, DeliveryState.FAILED: 9, DeliveryState.EXPIRED: 9, DeliveryState.CANCELLED: 9,
}  # fmt: skip
FINAL = frozenset(state for state, rank in _RANK.items() if rank == 9)

# Twilio's words for a message's status, in our states (Message resource, status enum).
PROVIDER_STATES = {
    "accepted": DeliveryState.ACCEPTED, "scheduled": DeliveryState.ACCEPTED, "queued": DeliveryState.ACCEPTED,
    "sending": DeliveryState.ACCEPTED, "sent": DeliveryState.SENT, "delivered": DeliveryState.DELIVERED, "read": DeliveryState.DELIVERED,
    "undelivered": DeliveryState.UNDELIVERED, "failed": DeliveryState.FAILED, "canceled": DeliveryState.FAILED,
}  # fmt: skip


def moves_forward(now: DeliveryState, to: DeliveryState) -> bool:
    """Whether a delivery in state `now` may become `to`: only upwards, and never out of a final state."""
    return _RANK[to] > _RANK[now]


class SendResult(enum.StrEnum):
    """What became of one attempt to hand a message to the provider."""

    ACCEPTED = "accepted"
    RETRY = "retry"
    REFUSED = "refused"
    OPTED_OUT = "opted_out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """The result of one attempt: the provider's id when accepted, its error code when not."""

    result: SendResult
    provider_id: str | None = None
    error_code: str | None = None


# Tries of a message that the provider has not taken: about a quarter of an hour. The assistant's words expire long before.
MOST_TRIES = 20
# A message that nobody can tell us about for this long, in seconds after it was sent, is shown as unknown.
LOOKED_UP_FOR = 150.0


def look_up_delay(since_send: float) -> float:
    """Seconds before the next look-up of a message sent `since_send` seconds ago: 5 at first, then as long again, at most 60."""
    return min(60.0, max(5.0, since_send))


def retry_delay(attempt: int, jitter: float) -> float:
    """Seconds to wait before attempt `attempt` + 1: 1, 2, 4 ... 60, plus up to half of it (`jitter` in 0..1)."""
    base = min(60.0, 2.0 ** max(0, attempt - 1))
    return base * (1 + 0.5 * jitter)


# The assistant's words may reach the wrong hands when they come late (trust.md T3).
ASSISTANT_WORDS_LIVE = timedelta(seconds=120)
