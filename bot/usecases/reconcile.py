"""Compare the provider's own list of messages with ours: what never reached us is taken in late, what we never heard of is recorded.

A webhook that fails is not tried again (docs/sms.md), so the list is the only way to learn of what came while we could not hear.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import moves_forward
from bot.domain.provider_errors import trouble_of
from bot.domain.records import Incoming
from bot.domain.troubles import Trouble
from bot.domain.turns import LATE
from bot.ports import Clock, LedgerUnavailable, Listed, ProviderLedger, UnitOfWork, UnitsOfWork
from bot.usecases.receive_message import TOO_LATE_TO_ANSWER, ReceiveMessage, Taken
from bot.usecases.record_status import RecordStatus

EVERY = timedelta(seconds=60)
# Well under the time after which a transaction without a statement is ended (bot/storage/engine.py).
ASK_AGAIN_SECONDS = 2.0
# The webhook of a message gets this long: the provider gives up on it after 15 s.
WEBHOOKS_HAVE = timedelta(seconds=20)
# The list may be minutes behind, and the news of a delivery come hours after it: a short look back often, a long one now and then.
OVERLAP = timedelta(minutes=15)
LONG_OVERLAP = timedelta(hours=24)
LONG_EVERY = timedelta(hours=1)
# The list is read in spans of this length, the oldest first, and the point moves with each: a long outage need not be read in one go.
SPAN = timedelta(hours=6)
MISSED_WORTH_TELLING = 3
STATUS_PARKED_FOR = timedelta(hours=48)
FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=5), timedelta(seconds=30)
FAILURES_WORTH_TELLING = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """How many of a person's messages were taken in, how many deliveries moved, and how many messages of people were looked at."""

    taken_in: int = 0
    moved: int = 0
    seen: int = 0

    def __add__(self, other: Compared) -> Compared:
        return Compared(self.taken_in + other.taken_in, self.moved + other.moved, self.seen + other.seen)


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Safe to run at any time, beside webhooks and beside itself: messages come in by the webhook's own door, which knows them.

    `clock` is the provider's time, which practice mode does not move.
    """

    units: UnitsOfWork
    clock: Clock
    ledger: ProviderLedger
    receive: ReceiveMessage
    record_status: RecordStatus

    async def __call__(self, *, far_back: bool = False) -> Compared | None:
        """Compare from the last good point, or a day (`far_back`), until now; None when another process is comparing.

        Raises `LedgerUnavailable` when the list cannot be read; what was compared before that stays done.
        """
        async with self.units() as alone:
            if not await alone.alone_in_reconciling():
                return None
            now = self.clock.now()
            since = await self._since(alone, now, far_back)
            found = Compared()
            async with _held(alone):
                while since < now:
                    until = min(since + SPAN, now)
                    found += await self._compare(since, until)
                    since = until
                await self._note(found, now)
        return found

    async def _since(self, unit: UnitOfWork, now: datetime, far_back: bool) -> datetime:
        point = await unit.listed_until(Channel.SMS)
        if point is None:
            return now - LONG_OVERLAP
        return min(point, now) - (LONG_OVERLAP if far_back else OVERLAP)

    async def _compare(self, since: datetime, until: datetime) -> Compared:
        listed = await self.ledger.listed(since, until)
        done = Compared() + await self._take_in(listed) + await self._record(listed)
        async with self.units() as unit:
            await unit.save_listed_until(Channel.SMS, min(until, self.clock.now() - WEBHOOKS_HAVE))
            await unit.commit()
        return done

    async def _take_in(self, listed: Sequence[Listed]) -> Compared:
        """Take in what never came, in its order. A message that cannot be taken in stops its own conversation only, and this round."""
        before = self.clock.now() - WEBHOOKS_HAVE
        inbound = [(each, each.incoming) for each in listed if each.incoming is not None and each.sent_at <= before]
        async with self.units() as unit:
            missing = await unit.never_received(Channel.SMS, [each.provider_id for each, _ in inbound])
        taken: list[Listed] = []
        failure: Exception | None = None
        stopped: set[Address] = set()
        for each, incoming in inbound:
            if each.provider_id not in missing or incoming.address in stopped:
                continue
            try:
                if await self._taken_in(incoming, late=self.clock.now() - each.sent_at > TOO_LATE_TO_ANSWER):
                    taken.append(each)
            except Exception as failed:
                if failure is not None:
                    raise
                failure = failed
                stopped.add(incoming.address)
        await self._say_when(taken)
        if failure is not None:
            raise failure
        return Compared(taken_in=len(taken), seen=len(inbound))

    async def _taken_in(self, incoming: Incoming, *, late: bool) -> bool:
        if late:
            incoming = replace(incoming, flags=(*incoming.flags, LATE))
        return await self.receive(incoming) is Taken.KEPT

    async def _say_when(self, taken: Sequence[Listed]) -> None:
        """Note for the advocate when late messages were written."""
        conversations: dict[Address, UUID] = {}
        async with self.units() as unit:
            for each in taken:
                if each.incoming is None or self.clock.now() - each.sent_at <= TOO_LATE_TO_ANSWER:
                    continue
                address = each.incoming.address
                if address not in conversations and (found := await unit.open_conversation_of(address)) is not None:
                    conversations[address] = found.id
                if address in conversations:
                    written = {"written": each.sent_at.isoformat(timespec="minutes")}
                    await unit.record_event(conversations[address], "arrived_late", "provider", self.receive.clock.now(), written)
            await unit.commit()

    async def _record(self, listed: Sequence[Listed]) -> Compared:
        ours = [(each.provider_id, each.state, each.error_code) for each in listed if each.state is not None]
        async with self.units() as unit:
            # Only what is ours: the list also names what other programs sent, and nothing is parked for that.
            waiting = await unit.awaiting_news([sid for sid, _, _ in ours])
        moved = 0
        for sid, state, code in ours:
            if sid in waiting and moves_forward(waiting[sid], state):
                await self.record_status(sid, state, code)
                moved += 1
        return Compared(moved=moved)

    async def _note(self, found: Compared, now: datetime) -> None:
        async with self.units() as unit:
            await unit.drop_parked_statuses(now - STATUS_PARKED_FOR)
            if found.taken_in > MISSED_WORTH_TELLING:
                await unit.note_trouble(Trouble.WEBHOOKS_MISSED, self.receive.clock.now())
            elif found.seen and not found.taken_in:
                await unit.end_trouble(Trouble.WEBHOOKS_MISSED)
            await unit.commit()


@asynccontextmanager
async def _held(alone: UnitOfWork) -> AsyncIterator[None]:
    """Keeps the transaction that keeps others out from being ended as idle. Should it end all the same, two may compare: receipts hold."""

    async def ask_again() -> None:
        while True:
            await asyncio.sleep(ASK_AGAIN_SECONDS)
            await alone.alone_in_reconciling()

    asking = asyncio.create_task(ask_again())
    try:
        yield
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


@dataclass(slots=True)
class ReconcileOnSchedule:
    """When to compare: every minute, at once at the start and after an outage, far back now and then.

    An outage is over when a trouble with the line has ended, or when the database or the list answers again.
    """

    reconcile: Reconcile
    _next: datetime | None = None
    _next_far_back: datetime | None = None
    _troubles: frozenset[Trouble] = frozenset()
    _failures: int = field(default=0)

    async def tick(self) -> Compared | None:
        """Compare if it is time; call it every few seconds. Raises what the database raises, and then compares at the next call."""
        due, self._next = self._next, None
        now = self.reconcile.clock.now()
        seen = await self._troubles_now()
        ended, self._troubles = self._troubles - seen, seen
        if not ended and due is not None and now < due:
            self._next = due
            return None
        far_back = self._next_far_back is None or now >= self._next_far_back
        try:
            found = await self.reconcile(far_back=far_back)
        except LedgerUnavailable as failed:
            await self._failed(str(failed))
            self._next = now + min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(self._failures - 1, 5))
            return None
        if far_back and found is not None:
            self._next_far_back = now + LONG_EVERY
        self._failures = 0
        self._next = now + EVERY
        return found

    async def _troubles_now(self) -> frozenset[Trouble]:
        async with self.reconcile.units() as unit:
            return frozenset(each.kind for each in await unit.troubles(self.reconcile.receive.clock.now()))

    async def _failed(self, code: str) -> None:
        self._failures += 1
        trouble = trouble_of(code)
        if trouble is not None and self._failures % FAILURES_WORTH_TELLING == 0:
            async with self.reconcile.units() as unit:
                await unit.note_trouble(trouble, self.reconcile.receive.clock.now())
                await unit.commit()
