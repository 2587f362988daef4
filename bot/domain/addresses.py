"""Where a message comes from or goes to, by channel."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Channel(enum.StrEnum):
    """How the person reaches us."""

    SMS = "sms"
    CHAT = "chat"


class AddressKind(enum.StrEnum):
    """What kind of sender an SMS address is. Only a phone is ever answered by the assistant (docs/sms.md)."""

    PHONE = "phone"
    SHORT_CODE = "short_code"
    ALPHANUMERIC = "alphanumeric"
    OTHER_CHANNEL = "other_channel"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Address:
    """A channel and the address on it. `repr` masks the value: addresses never reach logs."""

    channel: Channel
    value: str

    def __repr__(self) -> str:
        return f"Address({self.channel.value}, ...)"

    __str__ = __repr__


_E164 = re.compile(r"\+[1-9]\d{6,14}")
_SHORT_CODE = re.compile(r"\d{3,8}")
_ALPHANUMERIC = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ._&-]{1,20}")
# What carriers write for a number that is withheld.
_HIDDEN = frozenset({"anonymous", "unknown", "restricted", "unavailable", "private", "blocked", "withheld"})
_OTHER = re.compile(r"[a-z]+:.+", re.IGNORECASE)


def can_be_written_to(address: Address) -> bool:
    """Whether words sent to `address` can reach anybody: not a name, another messenger, or a sender that hid its number."""
    return address.channel is not Channel.SMS or sms_address_kind(address.value) in (AddressKind.PHONE, AddressKind.SHORT_CODE)


def sms_address_kind(value: str) -> AddressKind:
    """What an SMS sender is (trust.md B58-B64). E.164: ITU-T, at most 15 digits."""
    if _E164.fullmatch(value) and value != "+266696687":
        return AddressKind.PHONE
    if _SHORT_CODE.fullmatch(value):
        return AddressKind.SHORT_CODE
    if _OTHER.fullmatch(value):
        return AddressKind.OTHER_CHANNEL
    if _ALPHANUMERIC.fullmatch(value) and value.strip().casefold() not in _HIDDEN:
        return AddressKind.ALPHANUMERIC
    return AddressKind.UNUSABLE
