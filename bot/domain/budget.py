"""How much the assistant says to one person: a storm, a loop of two machines or a stuck key must not make it send without end.

Nothing here keeps a text from being stored, heard and shown to a human: only our own words are held back (trust.md F58, B32, B61).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.levels import Level
from bot.domain.memory import Memory
from bot.domain.repeats import AUTOMATIC
from bot.domain.turns import STILL_COMING, Then, TurnPlan

A_WHILE = timedelta(minutes=10)
A_DAY = timedelta(hours=24)
# The text that says a person reads this: the last one before silence.
A_PERSON_READS_THIS = STILL_COMING
# Replies to a sender who says nothing new; then silence, because two machines may be talking (trust.md B61).
MOST_REPLIES_WITHOUT_CHANGE = 2
# So many equal texts in one go are a stuck phone, a machine, or panic: a human looks (trust.md B32).
PANIC = 3
# Nothing else may be sent in its place.
CONFIRMS_STOP = "optout.confirmed"
TOO_MANY = "writes very much: the assistant is silent now, everything is kept"
NO_CHANGE = "sends the same again and again, perhaps an automatic reply: the assistant is silent now"
SAME_AT_ONCE = "sent the same text several times at once"
# What is said in new danger, whatever was said before.
_SAFETY = {Level.URGENT: ("danger.", "urgent."), Level.EMERGENCY: ("danger.",)}


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many texts of the assistant to one person. The gentle check alone is eleven."""

    in_a_while: int = 24
    a_day: int = 80


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the assistant to this person: when, and which."""

    at: datetime
    message_id: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What the budget looks at. `said`: the assistant's texts of the last 24 hours to this person, oldest first.

    `unchanged_since`: when the person began to say the one thing that also the new texts say (None: they say something else);
    `equal_at_once`: how often the most frequent text came in this turn; `new_danger`: see `is_new_danger`.
    """

    said: Sequence[Said]
    unchanged_since: datetime | None
    equal_at_once: int
    new_danger: bool


def within_budget(plan: TurnPlan, spent: Spent, now: datetime, limits: Limits) -> TurnPlan:
    """`plan` as far as the budget allows: as it is, one text that a person reads this, or silence with a human called."""
    if plan.then is not Then.SAY or spent.new_danger or plan.message_ids == (CONFIRMS_STOP,):
        return plan
    if _too_much(spent.said, now, limits):
        # Told once; after that the phone stays quiet until the time has passed, and the desk has it all.
        told = bool(spent.said) and spent.said[-1].message_id == A_PERSON_READS_THIS
        return _instead(plan, () if told else (A_PERSON_READS_THIS,), TOO_MANY)
    if spent.unchanged_since is not None and _replies(spent.said, spent.unchanged_since, now) >= MOST_REPLIES_WITHOUT_CHANGE:
        return _instead(plan, (), NO_CHANGE)
    if spent.equal_at_once >= PANIC and plan.call_human is None:
        return replace(plan, call_human=SAME_AT_ONCE)
    return plan


def unchanged_since(body: str, memory: Memory, arrived: datetime, level: Level) -> datetime | None:
    """Since when the person has been saying `body` (`repeats.body_of`), and nothing else; None when what they say must be answered.

    In danger only what a machine wrote counts: a cry that is repeated is a cry.
    """
    if not body or (level >= Level.URGENT and body != AUTOMATIC):
        return None
    return datetime.fromisoformat(memory.body_since) if body == memory.body and memory.body_since else arrived


def _replies(said: Sequence[Said], since: datetime, now: datetime) -> int:
    """How often the assistant has answered since then; the texts of one turn are one answer."""
    return len({each.at for each in said if each.at >= max(since, now - A_WHILE)})


def _too_much(said: Sequence[Said], now: datetime, limits: Limits) -> bool:
    lately = sum(each.at > now - A_WHILE for each in said)
    return lately >= limits.in_a_while or sum(each.at > now - A_DAY for each in said) >= limits.a_day


def _instead(plan: TurnPlan, message_ids: tuple[str, ...], reason: str) -> TurnPlan:
    # Said once, with the last text; in silence what the plan calls a human for says more than that there were too many texts.
    called = reason if message_ids else plan.call_human or reason
    return TurnPlan(Then.SAY if message_ids else Then.SILENCE, message_ids, call_human=called, interpreter=plan.interpreter)


def is_new_danger(heard: Level, before: Level, said: Sequence[Said], now: datetime) -> bool:
    """Whether a text heard at level `heard` shows danger that must be answered: more than `before`, or nothing was said about it lately."""
    if heard < Level.URGENT:
        return False
    answered_by = _SAFETY[heard]
    return heard > before or not any(each.at > now - A_WHILE and each.message_id.startswith(answered_by) for each in said)
