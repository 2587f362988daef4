"""Sends through Twilio's Messages API and looks up what it is not sure of. Error codes: `bot/domain/provider_errors.py`, docs/sms.md."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import httpx

from bot.channels.twilio_sms.api import TIMEOUT_SECONDS, ListFailed, Resource, TwilioApi, json_of, moment_of, sid_of
from bot.domain.addresses import Address, AddressKind, sms_address_kind
from bot.domain.deliveries import SendOutcome, SendResult
from bot.domain.provider_errors import NO_ANSWER, NOT_FOUND, UNREACHABLE, UNREADABLE, Meaning, meaning_of

_CODE = re.compile(r"\d{1,6}")
# What Twilio puts before the words of a trial account.
_TRIAL = "Sent from your Twilio trial account - "
# Twilio's Smart Encoding writes these simply, and its list shows what it wrote.
_SIMPLY = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2033": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2026": "...", "\u200b": "",
    "\ufeff": "",
})  # fmt: skip


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
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        self._api = TwilioApi(api_base_url, account_sid, auth_token, timeout_seconds)
        self._sender = {"MessagingServiceSid": messaging_service} if messaging_service else {"From": sender or ""}
        self._status_callback = status_callback

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        if sms_address_kind(to.value) is not AddressKind.PHONE:
            return SendOutcome(SendResult.REFUSED, error_code="unusable_address")
        form = {"To": to.value, "Body": text, "StatusCallback": self._status_callback, **self._sender}
        if valid_seconds is not None:
            form["ValidityPeriod"] = str(valid_seconds)
        try:
            response = await self._api.create(form)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            # Nothing was sent: the connection was never made.
            return SendOutcome(SendResult.RETRY, error_code=UNREACHABLE)
        except httpx.HTTPError:
            return SendOutcome(SendResult.UNKNOWN, error_code=NO_ANSWER)
        return _outcome(response)

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        since = datetime.now(UTC) - within
        try:
            # Not by date: what is still queued at Twilio has no date of sending yet.
            async for page in self._api.pages({"To": to.value, "PageSize": "100"}):
                for message in page:
                    sid = sid_of(message)
                    if sid is not None and sid not in known and _made_at(message) >= since and _same_words(message.get("body"), text):
                        return SendOutcome(SendResult.ACCEPTED, provider_id=sid)
                if page and all(_made_at(message) < since for message in page):
                    break
        except ListFailed as failed:
            return SendOutcome(SendResult.UNKNOWN, error_code=str(failed))
        return SendOutcome(SendResult.RETRY, error_code=NOT_FOUND)

    async def close(self) -> None:
        """Close idle connections."""
        await self._api.close()


def _outcome(response: httpx.Response) -> SendOutcome:
    body = json_of(response)
    if response.status_code in (200, 201):
        sid = sid_of(body)
        if sid is not None:
            return SendOutcome(SendResult.ACCEPTED, provider_id=sid)
        # A success that names no message is no proof of anything (trust.md F37).
        return SendOutcome(SendResult.UNKNOWN, error_code=UNREADABLE)
    given = str(body.get("code", ""))
    code = given if _CODE.fullmatch(given) else f"http_{response.status_code}"
    meaning = meaning_of(code)
    if meaning is Meaning.OPTED_OUT:
        return SendOutcome(SendResult.OPTED_OUT, error_code=code)
    if response.status_code == 429 or meaning is Meaning.BUSY:
        return SendOutcome(SendResult.RETRY, error_code=code if meaning is Meaning.BUSY else "http_429")
    if response.status_code >= 500 or response.status_code == 408:
        # Twilio may have taken the message before it failed (trust.md F33).
        return SendOutcome(SendResult.UNKNOWN, error_code=f"http_{response.status_code}")
    return SendOutcome(SendResult.REFUSED, error_code=code)


def _made_at(message: Resource) -> datetime:
    return moment_of(message, "date_created") or datetime.fromtimestamp(0, UTC)


def _same_words(listed: object, text: str) -> bool:
    return isinstance(listed, str) and _plain(listed).removeprefix(_TRIAL) == _plain(text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.translate(_SIMPLY)).split())
