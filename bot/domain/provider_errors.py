"""The provider's error codes: what each means for us, for answers to a send and for the news of a delivery alike (domain.md 7.5).

The desk's words for them are in `bot/web/console/words.py`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from bot.domain.deliveries import DeliveryState
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.records import Author, Conversation, Delivery
from bot.domain.troubles import Trouble


class Meaning(enum.StrEnum):
    """What an error code asks of us.

    `busy`: nothing was taken, try again later and slower. `once_more`: try once more. `number_gone`: the number is gone, changed hands
    or never took texts. `registration`: carriers do not let us send. `configuration`: our account or settings at the provider are wrong.
    """

    BUSY = "busy"
    ONCE_MORE = "once_more"
    FINAL = "final"
    OPTED_OUT = "opted_out"
    NUMBER_GONE = "number_gone"
    BLOCKED = "blocked"
    FILTERED = "filtered"
    REGISTRATION = "registration"
    CONFIGURATION = "configuration"
    UNREACHABLE = "unreachable"
    NONSENSE = "nonsense"


# Code, meaning, source. "7.5" is the table of domain.md; "GK" is general knowledge of Twilio's error dictionary, not checked at a source.
_TABLE = """
    21610 opted_out     7.5
    21211 number_gone   7.5
    21614 number_gone   7.5
    30005 number_gone   7.5
    30006 number_gone   7.5
    30003 once_more     7.5
    30008 once_more     7.5
    30004 blocked       7.5
    30007 filtered      7.5
    21408 registration  7.5
    21612 registration  7.5
    30032 registration  7.5
    30034 registration  7.5
    30029 configuration 7.5
    23002 configuration 7.5
    23003 configuration 7.5
    23004 configuration 7.5
    23005 configuration 7.5
    23006 configuration 7.5
    11200 configuration 7.5
    11205 configuration 7.5
    57012 configuration 7.5
    14107 busy          GK
    20429 busy          GK
    30001 busy          GK
    30022 busy          GK
    63038 busy          GK
    21602 final         GK
    21617 final         GK
    30036 final         GK
    30023 registration  GK
    30027 registration  GK
    30033 registration  GK
    30035 registration  GK
    20003 configuration GK
    20005 configuration GK
    20006 configuration GK
    20008 configuration GK
    20404 configuration GK
    21603 configuration GK
    21606 configuration GK
    21608 configuration GK
    21659 configuration GK
    21660 configuration GK
    21701 configuration GK
    21703 configuration GK
    30002 configuration GK
"""
MEANINGS = MappingProxyType({code: Meaning(meaning) for code, meaning, _ in (line.split() for line in _TABLE.strip().splitlines())})

# Our own codes, for answers without one of the provider's.
UNREACHABLE, NO_ANSWER, NOT_FOUND = "unreachable", "no_answer", "not_found_at_provider"
UNREADABLE, REUSED, MAY_HAVE_ARRIVED = "unreadable_answer", "reused_id", "may_have_arrived"
_OWN = {
    UNREACHABLE: Meaning.UNREACHABLE,
    NO_ANSWER: Meaning.UNREACHABLE,
    UNREADABLE: Meaning.NONSENSE,
    REUSED: Meaning.NONSENSE,
    "http_401": Meaning.CONFIGURATION,
    "http_403": Meaning.CONFIGURATION,
    "http_404": Meaning.CONFIGURATION,
    "http_429": Meaning.BUSY,
}
_TROUBLES = {
    Meaning.FILTERED: Trouble.FILTERED,
    Meaning.REGISTRATION: Trouble.REGISTRATION_BROKEN,
    Meaning.CONFIGURATION: Trouble.PROVIDER_REFUSES_US,
    Meaning.UNREACHABLE: Trouble.PROVIDER_UNREACHABLE,
    Meaning.NONSENSE: Trouble.PROVIDER_NONSENSE,
}
# An accepted send shows that these are over. Filtering and a broken registration hit some messages and spare others: they fade.
ENDED_BY_ACCEPTANCE = (Trouble.PROVIDER_UNREACHABLE, Trouble.PROVIDER_REFUSES_US, Trouble.PROVIDER_NONSENSE)


def meaning_of(code: str | None) -> Meaning:
    """What `code` means, the provider's or one of ours; a code we do not know is final: nothing is tried again without end."""
    if code is not None and code.startswith("http_5"):
        return Meaning.UNREACHABLE
    return MEANINGS.get(code or "") or _OWN.get(code or "", Meaning.FINAL)


def trouble_of(code: str | None) -> Trouble | None:
    """The trouble with the line that `code` shows, if any."""
    return _TROUBLES.get(meaning_of(code)) if code else None


# How long a text waits before it is tried once more: the assistant's lives two minutes, a human's has time for a phone to come back.
_AGAIN_AFTER = {Author.ASSISTANT: 20.0, Author.ADVOCATE: 60.0}
_SAID = {
    Meaning.NUMBER_GONE: "this number cannot be reached by text, or has a new owner",
    Meaning.BLOCKED: "texts to this phone are blocked",
    Meaning.FILTERED: "the phone company held it back",
    Meaning.REGISTRATION: "carriers do not let this line send",
    Meaning.CONFIGURATION: "the provider refuses this line",
    Meaning.OPTED_OUT: "the person has blocked us by texting STOP",
}
# Nothing more will reach this phone: whoever waits for us there must be reached in another way.
_CUT_OFF = frozenset({Meaning.NUMBER_GONE, Meaning.BLOCKED})


@dataclass(frozen=True, slots=True)
class AfterFailure:
    """What follows a failed delivery: seconds until it is tried once more, why a human is called, what is wrong with the line."""

    again_in: float | None = None
    call_human: str | None = None
    trouble: Trouble | None = None
    opted_out: bool = False


def after_failure(conversation: Conversation, delivery: Delivery, what: str, now: datetime) -> AfterFailure:
    """Decide what follows when `delivery` has failed with its `error_code`; `what` says in words what happened.

    An urgent conversation always calls a human at once (domain.md 7.5); one that needs a human also when the phone is cut off for good.
    """
    meaning = meaning_of(delivery.error_code)
    needs_human = conversation.level >= Level.ELEVATED or conversation.ownership.owner in (Owner.WAITING, Owner.HUMAN)
    called = conversation.level >= Level.URGENT or (meaning in _CUT_OFF and needs_human)
    said = "nobody knows whether it arrived" if delivery.error_code == MAY_HAVE_ARRIVED else _SAID.get(meaning)
    reason = f"{what}: {said}" if said else what
    return AfterFailure(
        again_in=_again_in(delivery, now) if meaning is Meaning.ONCE_MORE else None,
        call_human=reason if called and conversation.ownership.owner is not Owner.CLOSED else None,
        trouble=trouble_of(delivery.error_code),
        opted_out=meaning is Meaning.OPTED_OUT,
    )


def _again_in(delivery: Delivery, now: datetime) -> float | None:
    wait = _AGAIN_AFTER.get(delivery.author)
    if wait is None or delivery.tried_again or delivery.state not in (DeliveryState.UNDELIVERED, DeliveryState.FAILED):
        return None
    if delivery.expires_at is not None and (delivery.expires_at - now).total_seconds() <= wait:
        return None
    return wait
