"""An advocate writes to the person, by the channel the person used."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.addresses import can_be_written_to
from bot.domain.ownership import Event, Refused
from bot.domain.records import Author, OutboundDraft
from bot.ports import Clock, UnitsOfWork
from bot.usecases.advocate_acts import acting

# Twilio's longest message body.
LONGEST_REPLY = 1600


class EmptyReply(Refused):
    """Write something first."""

    code = "empty"


class ReplyTooLong(Refused):
    """A reply has at most 1,600 characters: send it in two."""

    code = "too_long"


class PersonOptedOut(Refused):
    """This person asked us to stop writing, so nothing can be sent."""

    code = "opted_out"


class CannotBeAnswered(Refused):
    """This sender is not a phone number that can be written to. Nothing can be sent."""

    code = "cannot_be_answered"


@dataclass(frozen=True, slots=True)
class Reply:
    """Only the advocate who owns the conversation may reply. A human's words do not expire."""

    units: UnitsOfWork
    clock: Clock

    async def __call__(self, conversation: UUID, advocate: UUID, text: str) -> UUID:
        """Queue `text`; returns the message's id."""
        text = text.replace("\x00", "").strip()
        if not text:
            raise EmptyReply
        if len(text) > LONGEST_REPLY:
            raise ReplyTooLong
        async with acting(self.units, self.clock, conversation, advocate, Event.REPLY) as (unit, current):
            if not can_be_written_to(current.address):
                raise CannotBeAnswered
            if await unit.opted_out(current.address):
                raise PersonOptedOut
            draft = OutboundDraft(Author.ADVOCATE, text, current.language, advocate=advocate)
            message = await unit.add_outbound(conversation, draft, self.clock.now())
            await unit.enqueue_delivery(conversation, current.level)
        return message
