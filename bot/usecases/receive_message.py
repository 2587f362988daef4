"""A person's message arrives: keep it, hear danger, call a human if there is any, and leave the answering to the worker."""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.addresses import Address
from bot.domain.bursts import Burst, is_whole, seconds_to_wait, writes_in_fragments
from bot.domain.levels import Assessment, Level
from bot.domain.opt_out import OptOutKind, asked
from bot.domain.questions import answered
from bot.domain.records import Conversation, Incoming
from bot.domain.turns import LATE, STOPPED_IN_DANGER
from bot.ports import Clock, Triage, UnitOfWork, UnitsOfWork
from bot.usecases.raise_alert import must_call, raise_alert, raised, reason_of

# Characters that triage reads within a few milliseconds, whatever they are.
QUICKLY_READ = 320
# The person's last texts tell whether they write in fragments.
ARRIVALS_LOOKED_AT = 6
# The desk is told of a message that is taken in this long after it reached us; after the longer time the assistant keeps silent.
LATE_AFTER = timedelta(minutes=1)
TOO_LATE_TO_ANSWER = timedelta(minutes=10)


def _no_labels(label: str) -> Collection[str]:
    return ()


class Taken(enum.StrEnum):
    """What became of an incoming message."""

    KEPT = "kept"
    SEEN_BEFORE = "seen_before"
    SPILLED = "spilled"


@dataclass(frozen=True, slots=True)
class ReceiveMessage:
    """Safe to call twice with the same message: the second call finds the receipt and changes nothing."""

    units: UnitsOfWork
    clock: Clock
    triage: Triage
    # How long it must be quiet before a turn is taken (0: turns do not wait), and the words of a label in every language.
    quiet_seconds: float = 0.0
    labels: Callable[[str], Collection[str]] = _no_labels

    async def __call__(self, incoming: Incoming, heard: Assessment | None = None) -> Taken:
        """Keep `incoming` durably, or find that it is kept already. Everything happens in one transaction. Raises `DatabaseAway`.

        `heard`: what `heard` has said of its text, if somebody has asked.
        """
        # Before it is read: a long text takes time, and a later one must not overtake it.
        now = self.clock.now()
        assessment = heard or await self.heard(incoming.text)
        # What is taken in late has its clocks run from when the person wrote it.
        at = incoming.received_at or now
        async with self.units() as unit:
            if not await unit.remember_receipt(incoming.address.channel, incoming.provider_id):
                return Taken.SEEN_BEFORE
            conversation = await self._conversation(unit, incoming, now)
            late = (LATE,) if now - at > TOO_LATE_TO_ANSWER else ()
            kind = _asked_for(incoming, late)
            flags = [*incoming.flags, *late, *await self._opt_out(unit, conversation.id, incoming.address, kind, now)]
            message = await unit.add_inbound(conversation.id, incoming.text, now, flags=flags)
            await unit.add_signals(conversation.id, message, assessment.signals, now)
            if now - at >= LATE_AFTER:
                minutes = str((now - at) // timedelta(minutes=1))
                await unit.record_event(conversation.id, "kept_late", "person", now, {"minutes": minutes})
            changed = replace(raised(conversation, assessment.level, at), last_inbound_at=max(at, conversation.last_inbound_at or at))
            reasons = [reason_of(assessment)] if await must_call(unit, conversation, assessment) else []
            if kind is OptOutKind.STOP and changed.level >= Level.URGENT:
                # Nothing more reaches her phone, so a human must know at once, also while the worker is down.
                reasons.append(STOPPED_IN_DANGER)
            if reasons:
                changed = await raise_alert(unit, changed, changed.level, ", ".join(reasons), at)
            await unit.save(changed)
            await unit.enqueue_turn(conversation.id, changed.level, await self._wait(unit, changed, incoming.text))
            await unit.announce(conversation.id)
            await unit.commit()
        return Taken.KEPT

    async def heard(self, text: str) -> Assessment:
        """What quick triage hears in `text`."""
        # A flood of one script's letters can take the rules a third of a second: other people's webhooks must not wait for it.
        return self.triage.quick(text) if len(text) <= QUICKLY_READ else await asyncio.to_thread(self.triage.quick, text)

    async def _conversation(self, unit: UnitOfWork, incoming: Incoming, now: datetime) -> Conversation:
        found = await unit.open_conversation_of(incoming.address, lock=True)
        return found or await unit.start_conversation(incoming.address, now, incoming.language)

    async def _wait(self, unit: UnitOfWork, conversation: Conversation, text: str) -> float:
        """Seconds to leave for more of the same burst."""
        if self.quiet_seconds <= 0 or conversation.level >= Level.URGENT:
            return 0.0
        came = await unit.arrivals(conversation.id, ARRIVALS_LOOKED_AT)
        memory = conversation.memory
        choice = answered(conversation.open_question, text, self.labels, more=memory.more is not None, check_open=memory.check_open)
        burst = Burst(
            first_unanswered=came.first_unanswered or came.last[-1],
            last=came.last[-1],
            level=conversation.level,
            owner=conversation.ownership.owner,
            whole=is_whole(text, choice),
            fragments=writes_in_fragments(came.last),
        )
        return seconds_to_wait(burst, self.clock.now(), self.quiet_seconds)

    async def _opt_out(
        self, unit: UnitOfWork, conversation: UUID, address: Address, kind: OptOutKind | None, now: datetime
    ) -> tuple[str, ...]:
        """Obey an opt-out, or undo one; returns the flags `stopped_before` (had opted out already) and `opted_in` (undid it)."""
        # Acted on here and not in the turn: nothing that is still queued may leave after the person asked us to stop.
        if kind not in (OptOutKind.STOP, OptOutKind.START, OptOutKind.YES):
            return ()
        before = await unit.opted_out(address)
        if kind is OptOutKind.STOP:
            await unit.set_opt_out(address, True, now)
            await unit.cancel_deliveries(conversation, now)
            await unit.record_event(conversation, "opted_out", "person", now)
            return ("stopped_before",) if before else ()
        if not before:
            return ()
        await unit.set_opt_out(address, False, now)
        # What was written before she stopped us, or while she had, is not sent after all (trust.md B14).
        await unit.cancel_deliveries(conversation, now)
        await unit.record_event(conversation, "opted_in", "person", now)
        return ("opted_in",)


def _asked_for(incoming: Incoming, late: Collection[str]) -> OptOutKind | None:
    """What the message asks for in the way of opt-outs."""
    word = asked(incoming.text, incoming.flags)
    if word is None:
        return None
    # An old wish to hear from us undoes nothing: a newer one to stop may have been obeyed already.
    obeyed = word.kind is OptOutKind.STOP or LATE not in (*incoming.flags, *late)
    return word.kind if obeyed else None
