"""The desk's own words for levels, owners, deliveries and events. English; what an advocate reads at three in the morning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.views import EventView


@dataclass(frozen=True, slots=True)
class LevelSign:
    """How a level looks: its word and a shape, so that colour is never the only difference."""

    word: str
    shape: str


LEVEL_SIGNS: Mapping[Level, LevelSign] = {
    Level.EMERGENCY: LevelSign("Emergency", "\u25b2"),
    Level.URGENT: LevelSign("Urgent", "\u25c6"),
    Level.ELEVATED: LevelSign("Elevated", "\u25a0"),
    Level.ROUTINE: LevelSign("Routine", "\u25cb"),
}

CHANNELS: Mapping[str, str] = {"sms": "text message", "chat": "web chat"}

FLAGS: Mapping[str, str] = {
    "picture": "picture received, not opened",
    "voice_note": "voice note received, not opened",
    "video": "video received, not opened",
    "contact_card": "contact card received, not opened",
    "location": "location received, not opened",
    "file": "file received, not opened",
    "odd_media_count": "the provider counts pictures or files in a way that cannot be right",
    "own_number": "sent from a number of our own line",
    "group": "sent to several people at once: your reply goes to this person only",
    "not_answerable": "the assistant does not answer this sender",
    "short_code": "sent from a short code",
    "alphanumeric": "sent from a name, not a number: nothing can be sent back",
    "other_channel": "sent through another messenger, which is off here: nothing can be sent back",
    "unusable": "sent from a number that is hidden or cannot be read: nothing can be sent back",
    "too_long": "longer than a text may be",
    "undecodable": "some characters could not be read",
    "opted_in": "allows us to write again",
    "carrier_stop": "the phone company has blocked us for this number",
    "carrier_start": "the phone company lets us write again",
    "carrier_help": "the phone company answered with its own help text, and so did we",
    "carrier_opt_out": "the phone company acted on this by itself",
    "stopped_before": "had asked us to stop before",
    "late": "arrived late: the provider could not reach us",
}
# True of every text message, so not worth a word.
SILENT_FLAGS = frozenset({"carrier"})

_DELIVERIES: Mapping[str, str] = {
    "queued": "queued",
    "sending": "being handed over",
    "unknown": "not known yet whether it arrived",
    "accepted": "handed to the provider",
    "sent": "sent",
    "delivered": "delivered",
    "undelivered": "not delivered",
    "failed": "not sent",
    "expired": "not sent: it was too late",
    "cancelled": "not sent: somebody else speaks now, or the person asked us to stop",
    "waiting": "not heard by the assistant yet",
    "heard": "",
}
NOT_ARRIVED = frozenset({"undelivered", "failed", "expired", "cancelled"})

# What an advocate can do about the provider's error codes, and about ours (`bot/domain/provider_errors.py`; domain.md 7.5).
_OPERATOR = "tell whoever runs this line"
ERRORS: Mapping[str, str] = {
    "21610": "the person has blocked us by texting STOP: nothing can be sent until they text START",
    "21211": "this number does not exist: try another way",
    "21614": "this number cannot get texts: try another way, such as the web chat",
    "30003": "the phone is off, has no signal, or its plan does not take our texts: try later; do not write to people around them",
    "30004": "texts to this phone are blocked: try another way",
    "30005": "this number is not in use, or has a new owner: do not write there again, try another way",
    "30006": "a landline, or a phone company we cannot reach: try a call",
    "30007": "the phone company held it back: write it in other words, without links",
    "30008": "the phone company does not say why: try once more",
    "30036": "it could not be delivered in time: write again if it still holds",
    "21602": "the text was empty: write it again",
    "21617": "the text was too long: send it in two",
    "21408": f"this line may not text numbers of that country: try another way, and {_OPERATOR}",
    "21612": f"this line cannot text that number: try another way, and {_OPERATOR}",
    "30023": f"this line has sent all it may today: try another way, and {_OPERATOR}",
    "30027": f"this line has sent all it may today: try another way, and {_OPERATOR}",
    **dict.fromkeys(
        ("30032", "30033", "30034", "30035"), f"carriers do not let this line send, its registration is missing: {_OPERATOR} now"
    ),
    "30002": f"our account at the provider is suspended: {_OPERATOR} now",
    **dict.fromkeys(("20003", "20005", "20006", "20008", "20404"), f"the provider does not accept our account: {_OPERATOR} now"),
    **dict.fromkeys(("21603", "21606", "21659", "21660", "21701", "21703"), f"the number we send from is set up wrongly: {_OPERATOR} now"),
    "21608": f"our account is a trial and may not text this number: {_OPERATOR}",
    **dict.fromkeys(("23002", "23003", "23004", "23005", "23006", "30029"), f"privacy settings at the provider are wrong: {_OPERATOR} now"),
    **dict.fromkeys(("11200", "11205", "57012"), f"the provider could not hand a text over to us: {_OPERATOR} now"),
    **dict.fromkeys(("14107", "20429", "30001", "30022", "63038", "http_429"), "the provider is busy: it is tried again by itself"),
    **dict.fromkeys(("http_401", "http_403", "http_404"), f"the provider does not accept our account: {_OPERATOR} now"),
    "unreachable": "the provider cannot be reached",
    "no_answer": "the provider does not answer",
    "not_found_at_provider": "the provider never got it",
    "unreadable_answer": f"the provider's answer makes no sense: {_OPERATOR}",
    "reused_id": f"the provider's answer makes no sense: {_OPERATOR}",
    "may_have_arrived": "it may have arrived: ask before you write it again",
    "unusable_address": "this sender cannot be answered by text",
}


def delivery_words(state: str, error_code: str | None) -> str:
    """What became of a message, with the provider's code and what to do next when it failed."""
    if error_code == "may_have_arrived":
        return f"not known whether it arrived: {ERRORS[error_code]}"
    words = _DELIVERIES.get(state, state)
    if not error_code:
        return words
    advice = error_advice(error_code)
    if not error_code.isdigit():
        return f"{words}: {advice}" if advice else f"{words} ({error_code})"
    return f"{words} ({error_code})" + (f": {advice}" if advice else "")


def error_advice(code: str) -> str | None:
    """What one of the provider's codes means and what to do about it, where we know."""
    if code.startswith("http_5"):
        return "the provider has a fault"
    return ERRORS.get(code)


def owner_words(owner: Owner, advocate: str | None) -> str:
    """Who speaks in a conversation now."""
    match owner:
        case Owner.ASSISTANT:
            return "the assistant answers"
        case Owner.WAITING:
            return "waiting for a human"
        case Owner.HUMAN:
            return f"{advocate or 'an advocate'} answers"
        case Owner.CLOSED:
            return "closed"


def event_words(event: EventView) -> str:
    """An event of a conversation as a sentence."""
    who = {"person": "The person", "assistant": "The assistant", "provider": "The provider"}.get(event.actor, event.actor)
    match event.kind:
        case "opened":
            return "Conversation opened"
        case "human_called":
            reason = event.detail.get("reason", "")
            return f"A human was called: {event.detail.get('level', '')}" + (f" \u2013 {reason}" if reason else "")
        case "take_over":
            return f"{who} took over; the assistant is silent"
        case "hand_back":
            return f"{who} handed back; the assistant answers again"
        case "close":
            return f"{who} closed the conversation"
        case "level_corrected":
            return f"{who} says it is {event.detail.get('corrected', '')}, not {event.detail.get('heard', '')}"
        case "opted_out":
            return "The person asked us to stop writing"
        case "opted_in":
            return "The person allows us to write again"
        case "kept_late":
            return f"A message reached us {event.detail.get('minutes', 'some')} minutes before we could take it in"
        case "arrived_late":
            return f"A text written at {event.detail.get('written', '')} arrived late, so the assistant did not answer it"
        case "not_delivered":
            why = " ".join(filter(None, (event.detail.get("reason") or "a message was not delivered", event.detail.get("code"))))
            return why[:1].upper() + why[1:]
        case "called":
            return "Nobody came in time" if event.detail.get("rung") == "truth" else f"Called: {_called(event.detail)}"
        case "truth_told":
            return "The person was told that nobody has come yet, and where somebody answers now"
        case "truth_not_told":
            return f"The person was not told that nobody has come yet: {event.detail.get('reason', '')}"
        case "advocate_left":
            return f"{who} is no longer at the desk: the conversation waits for somebody else"
        case "may_text":
            return "The person says that we may text first"
        case "may_not_text":
            return "The person says that we may not text first"
    return f"{who}: {event.kind.replace('_', ' ')}"


_CALLED: Mapping[str, str] = {
    "on_call": "who is on call",
    "again": "everybody again",
    "next": "the next person",
    "supervisor": "the supervisor",
}


def _called(detail: Mapping[str, str]) -> str:
    words = _CALLED.get(detail.get("rung", ""), detail.get("rung", ""))
    people = {"": "", "0": " (nobody to call)", "1": " (1 person)"}.get(detail.get("count", ""))
    return words + (people if people is not None else f" ({detail['count']} people)")


def how_long(span: timedelta) -> str:
    """A waiting time as people say it: minutes up to two hours, then hours, then days."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 1:
        return "less than a minute"
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h {minutes % 60} min" if hours < 48 else f"{hours // 24} days"


def clock_words(at: datetime, now: datetime) -> str:
    """A time of day in UTC, with the date when it is not today's. The script shows it in the advocate's own time."""
    return f"{at:%H:%M} UTC" if at.date() == now.date() else f"{at.day} {at:%b %H:%M} UTC"
