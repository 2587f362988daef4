"""What the use cases of an advocate share: load the conversation under its lock, let the ownership table decide, save, tell."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from uuid import UUID

from bot.domain.ownership import Event, Owner, Refused, after
from bot.domain.records import Conversation
from bot.ports import Clock, UnitOfWork, UnitsOfWork


class NoSuchConversation(Refused):
    """There is no such conversation."""

    code = "not_found"


@asynccontextmanager
async def acting(
    units: UnitsOfWork, clock: Clock, conversation_id: UUID, advocate: UUID, event: Event
) -> AsyncIterator[tuple[UnitOfWork, Conversation]]:
    """Carry out `event` by `advocate`; the body adds its own rows to the same transaction. Raises a `Refused` when it is not allowed."""
    now = clock.now()
    async with units() as unit:
        conversation = await unit.conversation(conversation_id, lock=True)
        if conversation is None:
            raise NoSuchConversation
        ownership = after(conversation.ownership, event, advocate)
        changed = replace(
            conversation,
            ownership=ownership,
            waiting_since=conversation.waiting_since if ownership.owner is Owner.WAITING else None,
            # The advocate has judged what was written so far.
            read_together_from=now if event is Event.HAND_BACK else conversation.read_together_from,
        )
        yield unit, changed
        if ownership.owner is not Owner.WAITING:
            await unit.end_climb(conversation_id)
        if ownership != conversation.ownership:
            await unit.record_event(conversation_id, event.value, str(advocate), now)
        await unit.save(changed)
        await unit.announce(conversation_id)
        await unit.commit()
