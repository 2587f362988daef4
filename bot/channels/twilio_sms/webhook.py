"""What Twilio posts to us: is it really Twilio, is it well shaped, and what does it say (trust.md B26-B64).

Order matters: size, content type, one strict parse, signature over exactly those parameters, and only then their meaning.
Fields: https://www.twilio.com/docs/messaging/guides/webhook-request (new ones may come at any time and are ignored).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from multidict import MultiDict
from twilio.request_validator import RequestValidator

from bot.domain.addresses import Address, AddressKind, Channel, sms_address_kind
from bot.domain.deliveries import PROVIDER_STATES, DeliveryState
from bot.domain.media import FILE, LOCATION, media_kind
from bot.domain.records import Incoming
from bot.ports import WebhookRejected

LARGEST_BODY = 64 * 1024
MOST_FIELDS = 200
LONGEST_TEXT = 1600
_MESSAGE_SID = re.compile(r"(SM|MM)[0-9a-f]{32}")
_COUNT = re.compile(r"\d{1,3}")
# Fields by which a provider names others who got the same message.
_OTHER_RECIPIENTS = re.compile(r"(?:Other)?(?:Recipients?|Addresses|Participants?)\d*|(?:Group|Cc|To)(?:Recipients?|Addresses|Numbers)\d*")
MOST_MEDIA = 10
# What Twilio says it took the message for, after blocking or unblocking us and answering by itself (Advanced Opt-Out).
_OPT_OUT_FLAGS = {"STOP": "carrier_stop", "START": "carrier_start", "HELP": "carrier_help"}


class TooLarge(WebhookRejected):
    """More than 64 KiB."""

    status = 413


class WrongContentType(WebhookRejected):
    """Not a form."""

    status = 415


class NotTwilio(WebhookRejected):
    """The signature is missing or wrong, or the account is not ours."""

    status = 403


class BadShape(WebhookRejected):
    """Correctly signed, but not a message as Twilio makes it."""


@dataclass(frozen=True, slots=True)
class TwilioWebhooks:
    """Checks and reads webhooks for one account. Two auth tokens are accepted while one replaces the other."""

    account_sid: str
    auth_tokens: Sequence[str]
    public_url: str
    own_numbers: Sequence[str] = ()

    def inbound(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> Incoming:
        """The message in an inbound webhook; raises a `WebhookRejected`."""
        return read_inbound(self._checked(path, signature, content_type, body), self.own_numbers)

    def status(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> tuple[str, DeliveryState | None, str | None]:
        """The provider id, its new state (None for a word we do not know) and the error code of a status callback."""
        fields = self._checked(path, signature, content_type, body)
        sid = fields.get("MessageSid", "")
        if not _MESSAGE_SID.fullmatch(sid):
            raise BadShape
        code = fields.get("ErrorCode", "")
        return sid, PROVIDER_STATES.get(fields.get("MessageStatus", "")), code if re.fullmatch(r"\d{1,6}", code) else None

    def _checked(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> Mapping[str, str]:
        if len(body) > LARGEST_BODY:
            raise TooLarge
        if content_type.split(";")[0].strip().lower() != "application/x-www-form-urlencoded":
            raise WrongContentType
        if len(signature) != 1 or not signature[0]:
            raise NotTwilio
        try:
            pairs = parse_qsl(
                body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, encoding="utf-8", errors="surrogateescape"
            )
        except ValueError:
            raise BadShape from None
        repeated = len({name for name, _ in pairs}) != len(pairs)
        if not any(self._signed_by(token, self.public_url + path, pairs, signature[0]) for token in self.auth_tokens):
            raise NotTwilio
        # The signature has no delimiters: one request can be cut again in many ways that all validate (trust.md, finding 6).
        if repeated:
            raise BadShape
        fields = dict(pairs)
        if fields.get("AccountSid") != self.account_sid:
            raise NotTwilio if re.fullmatch(r"AC[0-9a-fA-F]{32}", fields.get("AccountSid", "")) else BadShape
        return fields

    def _signed_by(self, token: str, url: str, pairs: Sequence[tuple[str, str]], signature: str) -> bool:
        try:
            return bool(RequestValidator(token).validate(url, MultiDict(pairs), signature))
        except UnicodeEncodeError:
            # Bytes that are not UTF-8: the library cannot encode them back, the same rule over the raw bytes can.
            signed = url + "".join(name + value for name, value in sorted(set(pairs)))
            made = hmac.new(token.encode(), signed.encode("utf-8", "surrogateescape"), hashlib.sha1).digest()
            return hmac.compare_digest(b64encode(made).decode(), signature)


def read_inbound(fields: Mapping[str, str], own_numbers: Sequence[str]) -> Incoming:
    """The message in the fields of an inbound webhook, or in the same fields of the provider's list; raises `BadShape`."""
    sid = fields.get("MessageSid", "")
    sender, to = fields.get("From", ""), fields.get("To", "")
    # An empty sender is somebody who hides it; no sender at all is a request that was cut again (trust.md, finding 6).
    if not _MESSAGE_SID.fullmatch(sid) or not to or "From" not in fields:
        raise BadShape
    raw_text = fields.get("Body", "")
    text = raw_text.encode("utf-8", "replace").decode("utf-8")
    flags = ["carrier", *_media_flags(fields)]
    if fields.get("OptOutType"):
        flags.append(_OPT_OUT_FLAGS.get(fields["OptOutType"].upper(), "carrier_opt_out"))
    if len(text) > LONGEST_TEXT:
        flags.append("too_long")
    if text != raw_text:
        flags.append("undecodable")
    kind = sms_address_kind(sender)
    if kind is not AddressKind.PHONE:
        flags += ["not_answerable", kind.value]
    elif sender == to or sender in own_numbers:
        # An answer would come back to us, and be answered (trust.md B60).
        flags += ["not_answerable", "own_number"]
    elif _to_several(fields):
        # Whoever else reads along may be the one she is afraid of: only a human answers, and only to her (trust.md B63).
        flags += ["not_answerable", "group"]
    # Senders without a usable address never share a conversation (trust.md B62).
    value = f"unusable:{sid}" if kind is AddressKind.UNUSABLE else sender
    return Incoming(sid, Address(Channel.SMS, value), text, tuple(flags))


def _media_flags(fields: Mapping[str, str]) -> list[str]:
    """What came with the text, by type. `NumMedia` may lie, so it is never counted on: at most ten named places are looked at."""
    count = fields.get("NumMedia", "0")
    odd = not _COUNT.fullmatch(count) or int(count) > MOST_MEDIA
    kinds = [media_kind(fields[f"MediaContentType{place}"]) for place in range(MOST_MEDIA) if f"MediaContentType{place}" in fields]
    if fields.get("Latitude") and fields.get("Longitude"):
        kinds.append(LOCATION)
    if not kinds and (odd or int(count)):
        kinds.append(FILE)
    return [*dict.fromkeys(kinds), *(["odd_media_count"] if odd else [])]


def _to_several(fields: Mapping[str, str]) -> bool:
    return "," in fields["To"] or ";" in fields["To"] or any(_OTHER_RECIPIENTS.fullmatch(name) and fields[name] for name in fields)
