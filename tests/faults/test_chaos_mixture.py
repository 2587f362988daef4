"""Everything at once: people text while workers are killed and frozen, the database dies and comes back, and the provider fails.

At the end, from the database and the provider's own record: nothing lost, nothing doubled that is not counted, everything in order, and
a human called for everybody in danger. `docs/reliability.md` has the figures.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.records import Incoming
from bot.jobs.schema import apply_schema
from bot.postgres import BundledPostgres
from bot.storage.engine import libpq_url
from bot.storage.migrate import migrate
from bot.supervisor import _watch_postgres
from tests.faults.chaos_ledger import Ledger, undone
from tests.faults.chaos_workers import Crowd, Work, working
from tests.support.pretend_twilio import FAILS_AFTER, FAILS_BEFORE, NONSENSE, RATE_LIMITED, PretendTwilio

LEASE = 3.0
WORKERS = 3
BODIES = ("[en] i am sick", "[es] hello", "[en] passport", "[en] who are you", "[es] the door is locked", "[en] he has a knife")
LIKELY = (30, 30, 20, 15, 3, 2)
# No more than this waits at once, so that the faults and not the load are what is tested.
BACKLOG = 60


@dataclass
class Chaos:
    """The seeded course of one run."""

    server: BundledPostgres
    directory: Path
    twilio: PretendTwilio
    crowd: Crowd
    rng: random.Random
    texts: dict[str, list[str]] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    workers: list[int] = field(default_factory=list)
    frozen: set[asyncio.Task[None]] = field(default_factory=set)

    async def text(self, front: Work, number: str, turn: asyncio.Lock) -> None:
        """One text, posted again until it is taken in, and sometimes once more."""
        async with turn:
            body = f"{self.rng.choices(BODIES, LIKELY)[0]} {self.rng.randrange(10**9)}"
            incoming = Incoming(f"SM{uuid4().hex}", Address(Channel.SMS, number), body, ("carrier",))
            for again in range(1, 1000):
                try:
                    await front.receive(incoming)
                    break
                except Exception:
                    self.refused += 1
                    await asyncio.sleep(min(0.05 * again, 0.5))
            self.texts.setdefault(number, []).append(body)
            if self.rng.random() < 0.05:
                with contextlib.suppress(Exception):
                    await front.receive(incoming)

    async def fault(self) -> None:
        """One of the many things that go wrong."""
        kinds = [self.kill_worker, self.freeze_worker, self.kill_database, self.cut_connections, self.provider_fails]
        # Each kind once, then as it comes.
        left = [each for each in kinds if not self.faults[each.__name__]]
        kind = self.rng.choice(left) if left else self.rng.choices(kinds, (35, 15, 10, 15, 25))[0]
        self.faults[kind.__name__] += 1
        await kind()

    async def kill_worker(self) -> None:
        doomed = self.workers.pop(self.rng.randrange(len(self.workers)))
        os.kill(doomed, signal.SIGKILL)
        self.workers.append(self.crowd.add())

    async def freeze_worker(self) -> None:
        one = self.workers.pop(self.rng.randrange(len(self.workers)))
        self.workers.append(self.crowd.add())
        os.kill(one, signal.SIGSTOP)

        async def thaw(after: float) -> None:
            await asyncio.sleep(after)
            os.kill(one, signal.SIGCONT)
            # It ends what it was at, and goes.
            await asyncio.sleep(20)
            os.kill(one, signal.SIGKILL)

        self.frozen.add(asyncio.create_task(thaw(self.rng.uniform(2, 20))))

    async def kill_database(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.directory / "pg" / "postmaster.pid").read_text().split("\n")[0])
            os.kill(pid, self.rng.choice([signal.SIGKILL, signal.SIGINT, signal.SIGQUIT]))

    async def cut_connections(self) -> None:
        with contextlib.suppress(psycopg.Error):
            async with await psycopg.AsyncConnection.connect(libpq_url(self.server.url), autocommit=True) as connection:
                others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL AND random() < 0.5"
                await connection.execute(f"SELECT pg_terminate_backend(pid) {others}")

    async def provider_fails(self) -> None:
        self.twilio.acts.extend(self.rng.choices([RATE_LIMITED, FAILS_BEFORE, FAILS_AFTER, NONSENSE], k=3))


async def stand_in(front: Work) -> None:
    """What the web process does beside its other work."""
    while True:
        await asyncio.sleep(1)
        with contextlib.suppress(Exception):
            await front.stand_in()


async def run(directory: Path, messages: int, faults: int, seed: int) -> tuple[Chaos, Ledger, float]:
    """Play it to the end, until nobody waits any more."""
    server = await asyncio.to_thread(BundledPostgres, directory / "pg")
    migrate(server.url)
    apply_schema(libpq_url(server.url))
    begun = time.monotonic()
    with PretendTwilio() as twilio:
        crowd = Crowd(server.url, directory, twilio.url, LEASE, [])
        chaos = Chaos(server, directory, twilio, crowd, random.Random(seed))
        watching = asyncio.create_task(_watch_postgres(server))
        try:
            async with working(server.url, directory, twilio.url, LEASE) as front:
                standing_in = asyncio.create_task(stand_in(front))
                numbers = {f"+1555{number:07d}": asyncio.Lock() for number in range(max(40, messages // 100))}
                async with asyncio.TaskGroup() as group:
                    # The first text makes the key files that all processes share.
                    await chaos.text(front, *next(iter(numbers.items())))
                    chaos.workers = [crowd.add() for _ in range(WORKERS)]
                    for at in range(1, messages):
                        if at % 20 == 0:
                            await _little_waits(server.url)
                        if at % (messages // faults) == 0:
                            await chaos.fault()
                        group.create_task(chaos.text(front, *chaos.rng.choice(list(numbers.items()))))
                        await asyncio.sleep(0)
                await asyncio.gather(*chaos.frozen)
                await _waits_less_than(server.url, 1, 300)
                standing_in.cancel()
            return chaos, Ledger.read(server.url, directory), time.monotonic() - begun
        finally:
            watching.cancel()
            crowd.end()
            await asyncio.to_thread(server.leave)


async def _little_waits(url: str) -> None:
    await _waits_less_than(url, BACKLOG, 300)


async def _waits_less_than(url: str, count: int, within: float) -> None:
    end = time.monotonic() + within
    while True:
        with contextlib.suppress(Exception):
            if await asyncio.to_thread(undone, url) < count:
                return
        assert time.monotonic() < end, f"{count} or more wait for {within} s"
        await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    ("messages", "faults"),
    [
        pytest.param(500, 12, marks=[pytest.mark.long, pytest.mark.timeout(900)]),
        pytest.param(2_000, 20, marks=[pytest.mark.long, pytest.mark.timeout(1800)]),
        pytest.param(10_000, 100, marks=[pytest.mark.long, pytest.mark.timeout(3600)]),
        pytest.param(100_000, 1_000, marks=[pytest.mark.long, pytest.mark.timeout(6 * 3600)]),
    ],
)
async def test_many_messages_and_many_faults_nothing_lost_nothing_doubled(tmp_path: Path, messages: int, faults: int) -> None:
    chaos, ledger, took = await run(tmp_path, messages, faults, seed=messages)
    doubled, lost = ledger.doubled_and_lost(chaos.twilio)
    print(
        f"{messages} messages, {chaos.faults.total()} faults {dict(chaos.faults)}, {took:.0f} s, refused and posted again {chaos.refused}, "
        f"texts out {len(chaos.twilio.sent)}, {dict(ledger.states)}, doubled {len(doubled)}, counted {ledger.events['sent_twice']}"
    )
    assert sum(map(len, chaos.texts.values())) == messages
    assert ledger.texts_in == chaos.texts, "each once, in order"
    assert lost == [], "each in the order of the outbox"
    assert len(doubled) <= ledger.events["sent_twice"], "twice only where a sender was frozen within its call, and counted"
    danger = [number for number, level in ledger.levels.items() if level in ("urgent", "emergency")]
    assert danger and all(ledger.alerts[number] for number in danger), "a human is called for everybody in danger"
