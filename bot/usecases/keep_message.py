"""Nobody is told that a message arrived before it is on a disk: in the database or, while that is away, in the spill."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from weakref import WeakValueDictionary

from bot.domain.addresses import Address
from bot.domain.levels import Assessment, Level
from bot.domain.records import Incoming
from bot.domain.troubles import Trouble
from bot.ports import AwayBecause, Clock, DatabaseAway, Fate, OnDangerUnkept, Spill, SpillFails, UnitsOfWork
from bot.usecases.receive_message import ReceiveMessage, Taken
from bot.usecases.turnstile import Rank, Turnstile

# A webhook is answered within 2.5 s whatever the database does (trust.md F24); writing the spill takes some of that.
WITHIN_SECONDS = 2.2
# A connection from before a restart of the database is found dead by using it; a new one is then worth a try, if there is time.
TIME_FOR_ANOTHER_SECONDS = 1.5
# In a storm so many messages are taken in at once: more would only make each of them slow, and the ladder and the desk need connections.
AT_ONCE = 12
# Whoever has waited this long for their turn is spilled, danger only when time is up (trust.md F59: others wait 2 s at most).
QUEUE_SECONDS = 1.0
REPLAY_WITHIN_SECONDS = 5.0
# A long text that is not read so long before time is up is spilled unread, among those that go first.
HEARD_BEFORE_SECONDS = 0.3
# Tries of a message that fails for a reason of its own, before it makes way for the others; and when it may try again.
TRIES = 3
PUT_BACK_EVERY_SECONDS = 300.0
# What can be wrong with keeping messages.
KEEPING_TROUBLES = (Trouble.DATABASE_AWAY, Trouble.DISK_FULL, Trouble.MESSAGE_ASIDE)


class NotKept(Exception):
    """The message is nowhere: neither the database nor the spill could take it. Whoever sent it must send it again."""


class KeepMessage:
    """Safe to call twice with the same message, whichever way each call goes: the receipt in the database knows it."""

    def __init__(self, receive: ReceiveMessage, units: UnitsOfWork, clock: Clock, spill: Spill, on_danger_unkept: OnDangerUnkept) -> None:
        self._receive, self._units, self._clock, self._spill = receive, units, clock, spill
        self._on_danger_unkept = on_danger_unkept
        self._turns: WeakValueDictionary[Address, asyncio.Lock] = WeakValueDictionary()
        self._turnstile = Turnstile(AT_ONCE)
        self._given_up: set[asyncio.Task[Taken]] = set()
        self._failures: Counter[tuple[str, str]] = Counter()
        self._wrong: set[Trouble] = set()
        self._spilled = asyncio.Event()
        self._next_put_back = 0.0
        self._aside_noted = 0
        # The kind of the last failure, for the log.
        self.failed_with = ""

    async def __call__(self, incoming: Incoming) -> Taken:
        """Keep `incoming`, answering within 2.5 s; raises `NotKept` when that is impossible."""
        begun = asyncio.get_running_loop().time()
        deadline = begun + WITHIN_SECONDS
        hearing = asyncio.ensure_future(self._heard(incoming))
        try:
            # What came first must not be spilled while what came next is taken in.
            async with self._in_order(incoming.address, deadline):
                await asyncio.wait({hearing}, timeout=deadline - HEARD_BEFORE_SECONDS - asyncio.get_running_loop().time())
                if hearing.done() and not self._spill.holds(incoming.address):
                    heard = hearing.result()
                    rank = _rank(heard)
                    try:
                        async with self._turnstile.through(rank, deadline if rank is Rank.DANGER else begun + QUEUE_SECONDS):
                            return await self._receive_by(deadline, incoming, heard)
                    except Exception as failure:
                        # Whatever it was, a fault of ours included: nothing a person wrote is lost for it.
                        self.failed_with = type(failure).__name__
                return await self._spill_it(incoming, hearing)
        except TimeoutError:
            # At once: what they write next goes to the spill as well, and must find this one there.
            return await self._spill_it(incoming, hearing)

    async def at_once(self, incoming: Incoming) -> Taken:
        """Keep `incoming` in the database, for a page that can say so when it fails; raises `NotKept`, within 2.5 s."""
        deadline = asyncio.get_running_loop().time() + WITHIN_SECONDS
        heard = None
        try:
            async with self._in_order(incoming.address, deadline):
                heard = await self._heard(incoming)
                async with self._turnstile.through(min(_rank(heard), Rank.NOWHERE_ELSE), deadline):
                    return await self._receive_by(deadline, incoming, heard)
        except Exception as failure:
            self._tell_danger(heard or await self._heard(incoming))
            if isinstance(failure, DatabaseAway | TimeoutError):
                raise NotKept from failure
            raise

    def waiting(self) -> int:
        """How many messages wait in the spill."""
        return self._spill.waiting()

    def aside(self) -> int:
        """How many messages or damaged files nobody could take in."""
        return self._spill.aside()

    def wrong(self) -> Sequence[Trouble]:
        """What is wrong now with keeping messages."""
        spill_fails = {Trouble.DISK_FULL} if self._spill.fails else set()
        return sorted(self._wrong | spill_fails)

    async def wait_for_spilled(self, longest_seconds: float) -> None:
        """Return when a message was spilled, or after `longest_seconds`."""
        try:
            await asyncio.wait_for(self._spilled.wait(), longest_seconds)
        except TimeoutError:
            return

    async def catch_up(self) -> int:
        """Take in what waits in the spill, danger first, and note what was wrong; returns how many messages were taken in."""
        self._spilled.clear()
        now = asyncio.get_running_loop().time()
        if now >= self._next_put_back:
            self._next_put_back = now + PUT_BACK_EVERY_SECONDS
            self._spill.put_back()
            self._aside_noted = 0
        await self._spill.probe()
        try:
            return await self._spill.replay(self._take_in)
        finally:
            await self._note_wrong()

    @asynccontextmanager
    async def _in_order(self, address: Address, by: float) -> AsyncIterator[None]:
        """One message at a time of one person; raises `TimeoutError` when it is not this one's turn before `by`."""
        turn = self._turns.setdefault(address, asyncio.Lock())
        async with asyncio.timeout_at(by):
            await turn.acquire()
        try:
            yield
        finally:
            turn.release()

    async def _receive_by(self, deadline: float, incoming: Incoming, heard: Assessment | None) -> Taken:
        try:
            try:
                return await self._received(incoming, heard, deadline)
            except DatabaseAway as away:
                if away.because is not AwayBecause.GONE or asyncio.get_running_loop().time() > deadline - TIME_FOR_ANOTHER_SECONDS:
                    raise
            return await self._received(incoming, heard, deadline)
        except DatabaseAway as away:
            # One wait that was too long wakes nobody: the replay finds out at once whether it goes on.
            if away.because is not AwayBecause.BUSY:
                self._remember(away)
            raise

    async def _received(self, incoming: Incoming, heard: Assessment | None, deadline: float) -> Taken:
        work = asyncio.ensure_future(self._receive(incoming, heard))
        await asyncio.wait({work}, timeout=deadline - asyncio.get_running_loop().time())
        if work.done():
            return work.result()
        # Not waited for: the driver may take longer to give up than we have. Should it commit after all, the replay finds the receipt.
        work.cancel()
        self._given_up.add(work)
        work.add_done_callback(self._has_given_up)
        raise DatabaseAway(AwayBecause.BUSY)

    def _has_given_up(self, work: asyncio.Task[Taken]) -> None:
        self._given_up.discard(work)
        if not work.cancelled():
            work.exception()

    async def _heard(self, incoming: Incoming) -> Assessment | None:
        """What quick triage hears; None when triage itself fails: then, in doubt, a human."""
        try:
            return await self._receive.heard(incoming.text)
        except Exception:
            return None

    async def _spill_it(self, incoming: Incoming, hearing: asyncio.Future[Assessment | None]) -> Taken:
        at = incoming.received_at or self._clock.now()
        # Before it is written: a disk may hang. What is still being read may be danger, and is told of as soon as it is known.
        first = not hearing.done() or _rank(hearing.result()) is Rank.DANGER
        if hearing.done():
            self._tell_danger(hearing.result())
        else:
            hearing.add_done_callback(lambda done: None if done.cancelled() else self._tell_danger(done.result()))
        try:
            await self._spill.append(replace(incoming, received_at=at), first=first)
        except SpillFails:
            raise NotKept from None
        self._spilled.set()
        return Taken.SPILLED

    def _tell_danger(self, heard: Assessment | None) -> None:
        level = Level.URGENT if heard is None else heard.level
        if level >= Level.URGENT:
            self._on_danger_unkept(level)

    async def _take_in(self, incoming: Incoming, first: bool) -> Fate:
        deadline = asyncio.get_running_loop().time() + REPLAY_WITHIN_SECONDS
        heard = await self._heard(incoming)
        try:
            # Whoever wrote of danger goes first with all they wrote.
            async with self._turnstile.through(Rank.DANGER if first else _rank(heard), deadline):
                await self._received(incoming, heard, deadline)
        except TimeoutError:
            return Fate.NOT_YET
        except DatabaseAway as away:
            self._remember(away)
            # Busy may be one conversation's lock; gone and full are everybody's.
            return Fate.NOT_YET if away.because is AwayBecause.BUSY else Fate.STOP
        except Exception as failure:
            self.failed_with = type(failure).__name__
            return self._failed(incoming)
        self._failures.pop((incoming.address.channel, incoming.provider_id), None)
        return Fate.TAKEN

    def _failed(self, incoming: Incoming) -> Fate:
        message = (incoming.address.channel, incoming.provider_id)
        self._failures[message] += 1
        if self._failures[message] < TRIES:
            return Fate.NOT_YET
        del self._failures[message]
        return Fate.ASIDE

    def _remember(self, away: DatabaseAway) -> None:
        self._wrong.add(Trouble.DISK_FULL if away.because is AwayBecause.FULL else Trouble.DATABASE_AWAY)

    async def _note_wrong(self) -> None:
        """Write down what was wrong, as soon as that can be done: it shows at the same time that the database works again."""
        aside = self._spill.aside()
        if aside > self._aside_noted:
            self._wrong.add(Trouble.MESSAGE_ASIDE)
        self._aside_noted = aside
        if self._spill.fails:
            self._wrong.add(Trouble.DISK_FULL)
        noted = sorted(self._wrong)
        if not noted:
            return
        try:
            async with asyncio.timeout(REPLAY_WITHIN_SECONDS), self._units() as unit:
                for kind in noted:
                    await unit.note_trouble(kind, self._clock.now())
                await unit.commit()
        except (DatabaseAway, TimeoutError):
            return
        self._wrong -= set(noted)


def _rank(heard: Assessment | None) -> Rank:
    return Rank.DANGER if heard is None or heard.level >= Level.URGENT else Rank.OTHERS
