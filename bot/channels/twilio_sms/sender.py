"""Sends through Twilio's Messages API. Time-outs and the unknown outcome stay in our hands, so the HTTP call is our own.

https://www.twilio.com/docs/messaging/api/message-resource ; error codes: domain facts in docs/sms.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from bot.domain.addresses import Address, AddressKind, sms_address_kind
from bot.domain.deliveries import SendOutcome, SendResult

TIMEOUT_SECONDS = 10.0
_SID = re.compile(r"(SM|MM)[0-9a-f]{32}")
_OPTED_OUT = "21610"
# Twilio's own limits and passing faults; everything else that is 4xx is final.
_RETRYABLE_CODES = frozenset({"20429", "14107", "30001", "30022", "63038"})


class TwilioSender:
    """Implements `ports.Sender`. `api_base_url` is Twilio's own, or a pretend provider's in tests and practice."""

    def __init__(
        self,
        *,
        api_base_url: str,
        account_sid: str,
        auth_token: str,
        sender: str | None,
        messaging_service: str | None,
        status_callback: str,
    ) -> None:
        self._messages = f"{api_base_url.rstrip('/')}/2010-04-01/Accounts/{account_sid}/Messages.json"
        self._sender = {"MessagingServiceSid": messaging_service} if messaging_service else {"From": sender or ""}
        self._status_callback = status_callback
        self._client = httpx.AsyncClient(auth=(account_sid, auth_token), timeout=TIMEOUT_SECONDS, follow_redirects=False, trust_env=False)

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        if sms_address_kind(to.value) is not AddressKind.PHONE:
            return SendOutcome(SendResult.REFUSED, error_code="unusable_address")
        form = {"To": to.value, "Body": text, "StatusCallback": self._status_callback, **self._sender}
        if valid_seconds is not None:
            form["ValidityPeriod"] = str(valid_seconds)
        try:
            response = await self._client.post(self._messages, data=form)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            # Nothing was sent: the connection was never made.
            return SendOutcome(SendResult.RETRY, error_code="unreachable")
        except httpx.HTTPError:
            return SendOutcome(SendResult.UNKNOWN, error_code="no_answer")
        return _outcome(response)

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        since = datetime.now(UTC) - within
        query = {"To": to.value, "DateSent>": since.strftime("%Y-%m-%d"), "PageSize": "100"}
        try:
            response = await self._client.get(self._messages, params=query)
        except httpx.HTTPError:
            return SendOutcome(SendResult.UNKNOWN, error_code="no_answer")
        body = _json(response)
        if response.status_code != 200 or not isinstance(body.get("messages"), list):
            return SendOutcome(SendResult.UNKNOWN, error_code=f"http_{response.status_code}")
        for message in body["messages"]:
            if not isinstance(message, dict) or message.get("body") != text or _made_at(message) < since:
                continue
            if _valid_sid(message.get("sid")) and message["sid"] not in known:
                return SendOutcome(SendResult.ACCEPTED, provider_id=message["sid"])
        return SendOutcome(SendResult.RETRY, error_code="not_found_at_provider")

    async def close(self) -> None:
        """Close idle connections."""
        await self._client.aclose()


def _outcome(response: httpx.Response) -> SendOutcome:
    body = _json(response)
    if response.status_code in (200, 201):
        if _valid_sid(body.get("sid")):
            return SendOutcome(SendResult.ACCEPTED, provider_id=body["sid"])
        # A success that names no message is no proof of anything (trust.md F37).
        return SendOutcome(SendResult.UNKNOWN, error_code="unreadable_answer")
    code = str(body.get("code", ""))[:6] if re.fullmatch(r"\d{1,6}", str(body.get("code", ""))) else f"http_{response.status_code}"
    if code == _OPTED_OUT:
        return SendOutcome(SendResult.OPTED_OUT, error_code=code)
    if response.status_code == 429 or code in _RETRYABLE_CODES:
        return SendOutcome(SendResult.RETRY, error_code=code)
    if response.status_code >= 500:
        # Twilio may have taken the message before it failed (trust.md F33).
        return SendOutcome(SendResult.UNKNOWN, error_code=code)
    return SendOutcome(SendResult.REFUSED, error_code=code)


def _json(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _valid_sid(sid: object) -> bool:
    return isinstance(sid, str) and _SID.fullmatch(sid) is not None


def _made_at(message: dict[str, Any]) -> datetime:
    try:
        return parsedate_to_datetime(str(message.get("date_created")))
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
