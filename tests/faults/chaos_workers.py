"""Workers that are killed or frozen at a named step of their work: the real use cases, queue and sender, with fakes for reading.

    python -m tests.faults.chaos_workers DATABASE_URL DATA_DIR TWILIO_URL LEASE STEP=SIGNAL ...

forks one worker for each STEP, and one more for each further STEP=SIGNAL read from standard input. It sends itself SIGNAL when it comes
to that step for the first time (`STEP#2`: for the second). A step named `-` is never reached. Each worker's process id is printed. The
other end of it is `Crowd`.
"""

from __future__ import annotations

import asyncio
import ctypes
import inspect
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.twilio_sms.sender import TwilioSender
from bot.domain.deliveries import DeliveryState
from bot.jobs.queue import Handler, Jobs
from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.storage.clock import SystemClock
from bot.storage.engine import libpq_url, make_engine
from bot.storage.unit_of_work import PostgresUnits
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.receive_message import ReceiveMessage
from bot.usecases.record_status import RecordStatus
from bot.usecases.stand_in import StandIn
from bot.usecases.take_turn import TakeTurn
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN
from tests.support.stage import ALWAYS_OPEN, FakeDialogue, FewPlaces, PlainWording, TaggedLanguages, WordTriage

Reached = Callable[[str], None]
_PR_SET_PDEATHSIG = 1


async def no_page(_: str, __: DeliveryState) -> bool:
    """Nobody is paged here."""
    return False


def nobody_cares(_: str) -> None:
    """Nothing happens at any step."""


class Watched:
    """Tells before and after each call of a port: `turn.save.before`, `turn.save.after`."""

    def __init__(self, what: Any, name: str, reached: Reached) -> None:
        self._what, self._name, self._reached = what, name, reached

    def __getattr__(self, attribute: str) -> Any:
        real, step = getattr(self._what, attribute), f"{self._name}.{attribute}"
        if inspect.iscoroutinefunction(real):

            async def call(*given: Any, **named: Any) -> Any:
                self._reached(f"{step}.before")
                result = await real(*given, **named)
                self._reached(f"{step}.after")
                return result

            return call
        if not callable(real):
            return real

        def call_at_once(*given: Any, **named: Any) -> Any:
            self._reached(f"{step}.before")
            result = real(*given, **named)
            self._reached(f"{step}.after")
            return result

        return call_at_once


class WatchedUnits:
    """Units of work whose every call is told."""

    def __init__(self, units: PostgresUnits, name: str, reached: Reached) -> None:
        self._units, self._name, self._reached = units, name, reached

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[Any]:
        async with self._units() as unit:
            yield Watched(unit, self._name, self._reached)


@dataclass
class Work:
    """The use cases of a process, wired to the real database and a provider behind HTTP."""

    jobs: Jobs
    receive: ReceiveMessage
    take_turn: TakeTurn
    deliver: DeliverMessages
    stand_in: StandIn
    record_status: RecordStatus
    engine: AsyncEngine
    triage: WordTriage

    async def do(self, concurrency: int = 1, around: Callable[[Handler], Handler] = lambda handler: handler) -> None:
        """Be the worker, with `around` around each job."""
        self.jobs.handle("take_turn", around(self.take_turn), gave_up=self.stand_in.could_not_read)
        self.jobs.handle("deliver", around(self.deliver))
        await self.jobs.work(concurrency)

    @asynccontextmanager
    async def being_done(self, concurrency: int) -> AsyncIterator[None]:
        """A worker of this process works meanwhile, and never outlives a test that fails."""
        worker = asyncio.create_task(self.do(concurrency))
        try:
            yield
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)


@asynccontextmanager
async def working(
    database_url: str, directory: Path, twilio_url: str, lease: float, reached: Reached = nobody_cares, triage: WordTriage | None = None
) -> AsyncIterator[Work]:
    """The use cases with `reached` told of every step."""
    engine = make_engine(database_url, pool_size=2)
    clock, wording, read = SystemClock(), PlainWording(), triage or WordTriage()
    jobs = Jobs(libpq_url(database_url), lease_seconds=lease)
    units = PostgresUnits(engine, ConversationSealing(KeyFiles(directory / "keys")), jobs)
    provider = TwilioSender(
        api_base_url=twilio_url, account_sid=ACCOUNT, auth_token=TOKEN, sender=NUMBER, messaging_service=None, status_callback="http://-/"
    )
    watched: Any = lambda name: WatchedUnits(units, name, reached)  # noqa: E731
    languages: Any = Watched(TaggedLanguages(), "languages", reached)
    sender: Any = Watched(provider, "sender", reached)
    heard: Any = Watched(read, "triage", reached)
    dialogue: Any = Watched(FakeDialogue(), "dialogue", reached)
    deliver = DeliverMessages(watched("deliver"), clock, sender)
    work = Work(
        jobs,
        ReceiveMessage(units, clock, read),
        TakeTurn(watched("turn"), clock, heard, languages, dialogue, wording, FewPlaces(), ALWAYS_OPEN),
        deliver,
        StandIn(units, clock, languages, wording, deliver),
        RecordStatus(watched("status"), clock, no_page),
        engine,
        read,
    )
    try:
        yield work
    finally:
        await provider.close()
        await engine.dispose()


class Fate:
    """Sends its own process `number` at `step`; afterwards, if there is any afterwards, `woken` is true."""

    def __init__(self, step: str, number: signal.Signals) -> None:
        name, _, nth = step.partition("#")
        self._name, self._nth, self._number = name, int(nth or 1), number
        self._seen = 0
        self.woken = False

    def __call__(self, here: str) -> None:
        if here == self._name:
            self._seen += 1
            if self._seen == self._nth:
                os.kill(os.getpid(), self._number)
                self.woken = True


async def _be_one(url: str, directory: Path, twilio_url: str, lease: float, fate: Fate, watches_statuses: bool, concurrency: int) -> None:
    def telling(handler: Handler) -> Handler:
        async def do(conversation: UUID) -> None:
            try:
                await handler(conversation)
            finally:
                if fate.woken:
                    (directory / f"woken-{os.getpid()}").touch()

        return do

    async with working(url, directory, twilio_url, lease, fate) as work:
        if watches_statuses:
            await _hear_from_the_provider(work)
        await work.do(concurrency, around=telling)


async def _hear_from_the_provider(work: Work) -> None:
    """Record news about one accepted delivery after the other."""
    accepted = sa.text(f"SELECT provider_id FROM deliveries WHERE state = '{DeliveryState.ACCEPTED}' ORDER BY seq LIMIT 1")
    while True:
        async with work.engine.connect() as connection:
            sid = (await connection.execute(accepted)).scalar_one_or_none()
        if sid is not None:
            await work.record_status(sid, DeliveryState.SENT, None)
        await asyncio.sleep(0.05)


def main(url: str, directory: str, twilio_url: str, lease: str, *fates: str) -> None:
    """Fork the workers, and be there until we are killed; nobody is reaped, so that no id is used again."""
    for each in itertools.chain(fates, map(str.strip, sys.stdin)):
        step, _, number = each.rpartition("=")
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            # What it logs must not come between the process ids.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            fate = Fate(step, signal.Signals[number])
            where = (url, Path(directory), twilio_url, float(lease))
            asyncio.run(_be_one(*where, fate, step.startswith("status."), concurrency=8 if step == "-" else 1))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


class Crowd:
    """The workers of one call of this module, seen from outside."""

    def __init__(self, url: str, directory: Path, twilio_url: str, lease: float, fates: Sequence[tuple[str, signal.Signals]]) -> None:
        line = [sys.executable, "-m", "tests.faults.chaos_workers", url, str(directory), twilio_url, str(lease)]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._parent = subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=nothing, text=True, bufsize=1)
        self.by_step = {step: self.add(step, number) for step, number in fates}

    def add(self, step: str = "-", number: signal.Signals = signal.SIGKILL) -> int:
        """One more worker; returns its process id."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(f"{step}={number.name}\n")
        return int(self._parent.stdout.readline())

    def waiting(self) -> list[str]:
        """The steps at which nobody has been stopped yet."""
        return [step for step, pid in self.by_step.items() if step != "-" and _runs(pid)]

    def wake(self) -> None:
        """Let those that are frozen go on."""
        for pid in self.by_step.values():
            os.kill(pid, signal.SIGCONT)

    def end(self) -> None:
        """Kill all that are left: they die with their parent."""
        self._parent.kill()
        self._parent.communicate()


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() not in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


if __name__ == "__main__":
    main(*sys.argv[1:])
