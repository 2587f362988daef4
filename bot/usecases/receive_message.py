"""A person's message arrives: keep it, hear danger, call a human if there is any, and leave the answering to the worker."""

from __future__ import annotations

import asyncio
import enum
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.levels import Assessment
from bot.domain.opt_out import OptOutKind, classify
from bot.domain.records import Conversation, Incoming
from bot.domain.turns import LATE
from bot.ports import Clock, Triage, UnitOfWork, UnitsOfWork
from bot.usecases.raise_alert import calls_for_human, raise_alert, raised, reason_of

# Characters that triage reads within a few milliseconds, whatever they are.
QUICKLY_READ = 320


class Taken(enum.StrEnum):
    """What became of an incoming message."""

    KEPT = "kept"
    SEEN_BEFORE = "seen_before"


@dataclass(frozen=True, slots=True)
class ReceiveMessage:
    """Safe to call twice with the same message: the second call finds the receipt and changes nothing."""

    units: UnitsOfWork
    clock: Clock
    triage: Triage

    async def __call__(self, incoming: Incoming) -> Taken:
        """Keep `incoming` durably, or find that it is kept already. Everything happens in one transaction."""
        assessment = await self._heard(incoming.text)
        now = self.clock.now()
        async with self.units() as unit:
            if not await unit.remember_receipt(incoming.address.channel, incoming.provider_id):
                return Taken.SEEN_BEFORE
            conversation = await self._conversation(unit, incoming, now)
            flags = [*incoming.flags, *await self._opt_out(unit, conversation.id, incoming)]
            message = await unit.add_inbound(conversation.id, incoming.text, now, flags=flags)
            await unit.add_signals(conversation.id, message, assessment.signals, now)
            changed = replace(raised(conversation, assessment.level, now), last_inbound_at=now)
            if calls_for_human(conversation, assessment):
                changed = await raise_alert(unit, changed, assessment.level, reason_of(assessment), now)
            await unit.save(changed)
            await unit.enqueue_turn(conversation.id, max(assessment.level, conversation.level, key=lambda each: each.rank))
            await unit.announce(conversation.id)
            await unit.commit()
        return Taken.KEPT

    async def _heard(self, text: str) -> Assessment:
        # A flood of one script's letters can take the rules a third of a second: other people's webhooks must not wait for it.
        return self.triage.quick(text) if len(text) <= QUICKLY_READ else await asyncio.to_thread(self.triage.quick, text)

    async def _conversation(self, unit: UnitOfWork, incoming: Incoming, now: datetime) -> Conversation:
        found = await unit.open_conversation_of(incoming.address, lock=True)
        return found or await unit.start_conversation(incoming.address, now, incoming.language)

    async def _opt_out(self, unit: UnitOfWork, conversation: UUID, incoming: Incoming) -> tuple[str, ...]:
        """Obey an opt-out word, or undo an opt-out; returns the flag `opted_in` when this message undid one."""
        # Acted on here and not in the turn: nothing that is still queued may leave after the person asked us to stop.
        word = classify(incoming.text)
        if word is None:
            return ()
        now = self.clock.now()
        if word.kind is OptOutKind.STOP:
            await unit.set_opt_out(incoming.address, True, now)
            await unit.cancel_assistant_deliveries(conversation, now)
            await unit.record_event(conversation, "opted_out", "person", now)
        elif LATE in incoming.flags:
            # An old wish to hear from us undoes nothing: a newer one to stop may have been obeyed already.
            return ()
        elif word.kind in (OptOutKind.START, OptOutKind.YES) and await unit.opted_out(incoming.address):
            await unit.set_opt_out(incoming.address, False, now)
            await unit.record_event(conversation, "opted_in", "person", now)
            return ("opted_in",)
        return ()
