"""An advocate closes a conversation: nobody speaks in it any more. The person's next message opens a new one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.ownership import Event
from bot.ports import Clock, UnitsOfWork
from bot.usecases.advocate_acts import acting


@dataclass(frozen=True, slots=True)
class Close:
    """Closing a closed conversation changes nothing; one that another advocate owns raises `AlreadyOwned`."""

    units: UnitsOfWork
    clock: Clock

    async def __call__(self, conversation: UUID, advocate: UUID) -> None:
        """Close the conversation and cancel what the assistant has queued."""
        async with acting(self.units, self.clock, conversation, advocate, Event.CLOSE) as (unit, _):
            await unit.cancel_assistant_deliveries(conversation, self.clock.now())
