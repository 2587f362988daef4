"""Everything outside that carries texts and pages, and what it says of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.deliveries import DeliveryState, SendOutcome
from bot.domain.paging import PageWay
from bot.domain.records import (
    Incoming,
)


class Sender(Protocol):
    """Hands one message to the outside. Never raises for a provider's fault: that is an outcome."""

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        """Send `text`; the provider shall drop it when it cannot hand it on within `valid_seconds` (None: as long as it takes)."""
        ...

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        """Look up a message, not older than `within` and not one of the `known` provider ids, whose sending ended `unknown`.

        ACCEPTED when found, RETRY when it is not there, UNKNOWN when in doubt.
        """
        ...


class PageSender(Protocol):
    """Carries a page to an advocate's own phone, mailbox or paging service. Never raises: a fault is an outcome."""

    async def page(self, way: PageWay, address: str, text: str) -> SendOutcome:
        """Hand `text` on. ACCEPTED names the provider's id where there is one."""
        ...


@dataclass(frozen=True, slots=True)
class Listed:
    """One message in the provider's own list: a person's (`incoming`), or one of ours with its `state` and error code.

    `sent_at` is the provider's time of sending or receiving, to the second.
    """

    provider_id: str
    sent_at: datetime
    incoming: Incoming | None = None
    state: DeliveryState | None = None
    error_code: str | None = None


class LedgerUnavailable(Exception):
    """The provider's list cannot be read now; the text is a code and holds no content."""


class ProviderLedger(Protocol):
    """The provider's own list of messages: what we should have heard of, whatever became of its webhooks."""

    async def listed(self, since: datetime, until: datetime) -> Sequence[Listed]:
        """Every message sent or received between these times, oldest first; raises `LedgerUnavailable` rather than a part."""
        ...


class WebhookRejected(Exception):
    """A webhook that is not taken in; `status` is the HTTP answer."""

    status = 400


class SmsWebhooks(Protocol):
    """Checks and reads what the SMS provider posts. Both methods raise `WebhookRejected`."""

    def inbound(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> Incoming:
        """The message in an inbound webhook that came to `path` of our public URL."""
        ...

    def status(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> tuple[str, DeliveryState | None, str | None]:
        """The provider id, its new state (None for an unknown word) and the error code of a status callback."""
        ...
