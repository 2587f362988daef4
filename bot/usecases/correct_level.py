"""An advocate says how urgent a conversation really is: the one way a level may fall (rubric, rule 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from bot.domain.ladder import started
from bot.domain.levels import Level
from bot.domain.ownership import AlreadyOwned, ConversationClosed, Owner
from bot.domain.running_score import MOST_FRAGMENTS
from bot.ports import Clock, UnitsOfWork
from bot.usecases.advocate_acts import NoSuchConversation
from bot.usecases.raise_alert import raise_alert


@dataclass(frozen=True, slots=True)
class CorrectLevel:
    """Keeps the correction, sealed, for the next evaluation set. Saying the level that it has already changes nothing."""

    units: UnitsOfWork
    clock: Clock

    async def __call__(self, conversation: UUID, advocate: UUID, level: Level) -> None:
        """Set the level; a human is called when it rises to urgent or more and nobody has been. Raises a `Refused`."""
        now = self.clock.now()
        async with self.units() as unit:
            current = await unit.conversation(conversation, lock=True)
            if current is None:
                raise NoSuchConversation
            if current.ownership.owner is Owner.CLOSED:
                raise ConversationClosed
            if current.ownership.owner is Owner.HUMAN and current.ownership.advocate != advocate:
                raise AlreadyOwned
            if level is current.level:
                return
            words = await unit.recent_inbound(conversation, current.opened_at, MOST_FRAGMENTS)
            text = "\n".join(message.text for message in words)
            await unit.add_level_correction(current, advocate, level, text, now)
            detail = {"heard": current.level.value, "corrected": level.value}
            await unit.record_event(conversation, "level_corrected", str(advocate), now, detail)
            changed = replace(current, level=level, level_raised_at=now, read_together_from=now)
            if level >= Level.URGENT and level > current.level and current.ownership.owner is Owner.ASSISTANT:
                changed = await raise_alert(unit, changed, level, "an advocate raised the level", now)
            elif changed.ownership.owner is Owner.WAITING:
                # Whoever waits goes on waiting, at the pace of the level that an advocate has just given.
                await unit.save_climb(started(conversation, level, now))
            await unit.save(changed)
            await unit.announce(conversation)
            await unit.commit()
