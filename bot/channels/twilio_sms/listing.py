"""Twilio's own list of messages: what people sent us and what became of ours, whatever happened to the webhooks.

The list has no signature; it comes over our own authenticated call. What it says of a person's message is read by the same code as a
webhook. A line that sends from one number asks for that number's messages; a Messaging Service has many, so the account must be
Lantern's own (docs/sms.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.channels.twilio_sms.api import LARGEST_PAGE, ListFailed, Resource, TwilioApi, moment_of, sid_of
from bot.channels.twilio_sms.webhook import read_inbound
from bot.domain.deliveries import PROVIDER_STATES
from bot.domain.records import Incoming
from bot.ports import LedgerUnavailable, Listed, WebhookRejected

_CODE = re.compile(r"\d{1,6}")
# The list's names for the fields of a webhook.
_FIELDS = {"MessageSid": "sid", "From": "from", "To": "to", "Body": "body", "NumMedia": "num_media"}


class TwilioLedger:
    """Implements `ports.ProviderLedger` for the number `sender`, or for everything of an account that sends through a service."""

    def __init__(self, api: TwilioApi, *, sender: str | None, messaging_service: str | None, own_numbers: Sequence[str] = ()) -> None:
        self._api = api
        self._filters = [{}] if messaging_service or not sender else [{"To": sender}, {"From": sender}]
        self._service = messaging_service
        self._own_numbers = own_numbers

    async def listed(self, since: datetime, until: datetime) -> Sequence[Listed]:
        span = {"DateSent>": _asked(since), "DateSent<": _asked(until), "PageSize": str(LARGEST_PAGE)}
        found: dict[str, Listed] = {}
        for only in self._filters:
            try:
                async for page in self._api.pages({**only, **span}):
                    for resource in page:
                        read = self._read(resource, since)
                        if read is not None:
                            found.setdefault(read.provider_id, read)
            except ListFailed as failed:
                raise LedgerUnavailable(str(failed)) from None
        # The newest come first, and several within one second keep that order only when it is turned round first.
        oldest_first = list(found.values())[::-1]
        return sorted(oldest_first, key=lambda each: each.sent_at)

    async def close(self) -> None:
        """Close idle connections."""
        await self._api.close()

    def _read(self, resource: Resource, since: datetime) -> Listed | None:
        sid, service = sid_of(resource), resource.get("messaging_service_sid")
        if sid is None or (self._service and service and service != self._service):
            return None
        # Without a readable time it counts as old: then nobody is texted because of it, and a human looks.
        sent_at = moment_of(resource, "date_sent", "date_created") or since
        if resource.get("direction") == "inbound":
            incoming = self._incoming(resource)
            return Listed(sid, sent_at, incoming) if incoming is not None else None
        code = str(resource.get("error_code"))
        state = PROVIDER_STATES.get(str(resource.get("status")))
        return Listed(sid, sent_at, state=state, error_code=code if _CODE.fullmatch(code) else None)

    def _incoming(self, resource: Resource) -> Incoming | None:
        fields: Mapping[str, str] = {name: str(resource[key]) for name, key in _FIELDS.items() if resource.get(key) is not None}
        try:
            # Without a sender it is a withheld number; without a number of ours it still came to our account.
            return read_inbound({"From": "anonymous", "To": "unknown", **fields}, self._own_numbers)
        except WebhookRejected:
            return None


def _asked(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
