"""An advocate takes a conversation over: from this commit on the assistant is silent."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.ownership import Event
from bot.ports import Clock, UnitsOfWork
from bot.usecases.advocate_acts import acting


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Taking over one's own conversation again changes nothing; a conversation of another advocate raises `AlreadyOwned`."""

    units: UnitsOfWork
    clock: Clock

    async def __call__(self, conversation: UUID, advocate: UUID) -> None:
        """Make `advocate` the owner and cancel what the assistant has queued but not handed over."""
        async with acting(self.units, self.clock, conversation, advocate, Event.TAKE_OVER) as (unit, _):
            await unit.cancel_assistant_deliveries(conversation, self.clock.now())
