"""An advocate hands a conversation back: the assistant answers again, and the person is told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.addresses import can_be_written_to
from bot.domain.deliveries import ASSISTANT_WORDS_LIVE
from bot.domain.ownership import Event
from bot.domain.records import Author, OutboundDraft
from bot.ports import Clock, UnitsOfWork, Wording
from bot.usecases.advocate_acts import acting


@dataclass(frozen=True, slots=True)
class HandBack:
    """Only the owner may hand back."""

    units: UnitsOfWork
    clock: Clock
    wording: Wording

    async def __call__(self, conversation: UUID, advocate: UUID) -> None:
        """Give the conversation to the assistant."""
        now = self.clock.now()
        async with acting(self.units, self.clock, conversation, advocate, Event.HAND_BACK) as (unit, current):
            if not can_be_written_to(current.address) or await unit.opted_out(current.address):
                return
            words = self.wording.render("human.handed_back", current.language or "en", current.address.channel)
            expires = now + ASSISTANT_WORDS_LIVE
            draft = OutboundDraft(Author.ASSISTANT, words.text, words.language, "human.handed_back", expires_at=expires)
            await unit.add_outbound(conversation, draft, now)
            await unit.enqueue_delivery(conversation, current.level)
