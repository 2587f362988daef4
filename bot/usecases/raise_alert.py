"""Call a human: the alert, the ownership, the climb and the event go into the caller's transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.ladder import Rung, called_again, started
from bot.domain.levels import Assessment, Level
from bot.domain.ownership import Event, Owner, after
from bot.domain.records import Conversation
from bot.ports import UnitOfWork


def raised(conversation: Conversation, level: Level, now: datetime) -> Conversation:
    """The conversation at `level` or above: a level never falls by itself (rubric, rule 3)."""
    return replace(conversation, level=level, level_raised_at=now) if level > conversation.level else conversation


def calls_for_human(conversation: Conversation, assessment: Assessment) -> bool:
    """Whether this message must bring a human: it raises the danger, or shows it again after an advocate handed back."""
    if assessment.level < Level.URGENT:
        return False
    return assessment.level > conversation.level or conversation.ownership.owner is Owner.ASSISTANT


async def must_call(unit: UnitOfWork, conversation: Conversation, assessment: Assessment) -> bool:
    """`calls_for_human`, or danger again from somebody for whom the whole ladder has been climbed, and nobody came."""
    if calls_for_human(conversation, assessment):
        return True
    if assessment.level < Level.URGENT or conversation.ownership.owner is not Owner.WAITING:
        return False
    climb = await unit.climb(conversation.id)
    return climb is not None and Rung.TRUTH in climb.done


def reason_of(assessment: Assessment) -> str:
    """The signals in words for the alert; never the person's own words."""
    names = [signal.name.replace("_", " ") for signal in assessment.signals if signal.level == assessment.level]
    return ", ".join(names) or assessment.level.value


async def raise_alert(unit: UnitOfWork, conversation: Conversation, level: Level, reason: str, now: datetime) -> Conversation:
    """Store an alert of `level` for `reason`, put the conversation in the queue and on the ladder. The caller saves what is returned."""
    ownership = after(conversation.ownership, Event.CALL_HUMAN)
    await unit.add_alert(conversation.id, level, reason, now)
    await unit.record_event(conversation.id, "human_called", "assistant", now, {"level": level.value, "reason": reason})
    waiting_since = conversation.waiting_since
    if ownership.owner is Owner.WAITING and conversation.ownership.owner is not Owner.WAITING:
        waiting_since = now
    if ownership.owner is Owner.WAITING:
        climb = await unit.climb(conversation.id)
        await unit.save_climb(called_again(climb, level, now) if climb else started(conversation.id, level, now))
    return replace(conversation, ownership=ownership, waiting_since=waiting_since)
