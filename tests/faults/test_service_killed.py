"""PostgreSQL, every process, or all of them die or are told to stop while people text: F25, F26, F50, F51, F66.

Every text that was acknowledged is kept once and answered once. `docs/reliability.md` has the figures.
"""

from __future__ import annotations

import asyncio
import random
import resource
import signal
import socket
import threading
import time
from collections.abc import AsyncIterator, Sequence

import pytest

from bot import supervisor
from tests.faults.chaos_service import People, Service, all_done, until
from tests.support.fresh_postgres import ends_without_sync
from tests.support.pretend_twilio import PretendTwilio

SEED = 20261126
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """One service for all tests of this file; each has people of its own."""
    with PretendTwilio() as twilio:
        made = Service(tmp_path_factory.mktemp("killed") / "data", twilio)
        made.start()
        try:
            await answers(made)
            yield made
        finally:
            ends_without_sync(made.directory / "postgres")
            made.stop()


async def answers(service: Service) -> float:
    """Wait until a text is acknowledged and answered; returns the seconds to the acknowledgement."""
    people = People(service, random.Random(0), "888", count=1)
    begun = time.monotonic()
    async with people.texting(4):
        await until(lambda: bool(people.acknowledged_at), 180, "the web process")
    await until(lambda: all_done(service), 180, "the worker")
    return people.acknowledged_at[0] - begun


def nothing_lost(service: Service, people: People) -> None:
    ledger = service.ledger()
    assert {number: ledger.texts_in[number] for number in people.texts} == people.texts, "each acknowledged text once, in order"
    doubled, lost = ledger.doubled_and_lost(service.twilio)
    assert (doubled, lost) == ([], []), "the provider got each text once, in order"
    assert set(ledger.states) == {"accepted"}
    urgent = [number for number, level in ledger.levels.items() if level in ("urgent", "emergency")]
    assert urgent and all(ledger.alerts[number] for number in urgent), "every urgent conversation has an alert"


async def kill_the_database(service: Service, numbers: Sequence[signal.Signals], rng: random.Random) -> list[float]:
    """One signal after the other to the postmaster; returns how long each time nothing was acknowledged, in seconds."""
    silences = []
    for number in numbers:
        await asyncio.sleep(rng.uniform(0.5, 2.0))
        server = service.postmaster()
        assert server is not None
        server.send_signal(number)
        await until(lambda server=server: not server.is_running() or server.status() == "zombie", 20, "its end")  # type: ignore[misc]
        silences.append(await until(lambda: _accepts(service), 120, "PostgreSQL to be started again"))
    return silences


def _accepts(service: Service) -> bool:
    all_done(service)
    return True


KINDS = (signal.SIGKILL, signal.SIGINT, signal.SIGQUIT)


@pytest.mark.parametrize("times", [3, pytest.param(30, marks=[pytest.mark.long, pytest.mark.timeout(1800)])])
async def test_F25_F26_the_database_is_killed_under_load(service: Service, times: int) -> None:
    rng = random.Random(SEED)
    people = People(service, rng, f"1{times:02d}")
    async with people.texting(8):
        down = await kill_the_database(service, [KINDS[at % 3] for at in range(times)], rng)
        back = time.monotonic()
        await until(lambda: bool(people.acknowledged_at) and people.acknowledged_at[-1] > back, 60, "an acknowledgement")
    done = await until(lambda: all_done(service), 180, "everybody to be answered")
    texts = sum(map(len, people.texts.values()))
    print(f"F25/F26: {times} kills, {texts} texts, {dict(people.answers)}, down {max(down):.1f} s, done {done:.1f} s")
    nothing_lost(service, people)
    assert service.said().count("worker ended") == 0, "the worker needs no new start"


async def test_F26_a_start_of_the_database_that_never_ends_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class DiesWhileItStarts:
        starts = 0
        ended = threading.Event()

        def alive(self) -> bool:
            return self.starts > 1

        def start_again(self) -> None:
            self.starts += 1
            if self.starts == 1:
                self.ended.wait(30)

    monkeypatch.setattr(supervisor, "_START_POSTGRES_WITHIN_SECONDS", 0.1)
    server = DiesWhileItStarts()
    watching = asyncio.create_task(supervisor._watch_postgres(server))  # type: ignore[arg-type]
    try:
        await until(server.alive, 60, "the second start")
    finally:
        watching.cancel()
        server.ended.set()


async def test_F51_told_to_stop_under_load_it_fails_no_webhook_it_began_and_goes_on_when_started_again(service: Service) -> None:
    people = People(service, random.Random(SEED), "510")
    async with people.texting(20):
        await asyncio.sleep(1)
        took = await asyncio.to_thread(service.stop)
        service.start()
    again = await until(lambda: all_done(service), 180, "everybody to be answered")
    print(f"F51: {took:.1f} s, {dict(people.answers)}, done {again:.1f} s")
    assert not [status for status in people.answers if status.isdigit() and status != "200"], people.answers
    assert took <= 10 + 20, "a busy machine needs a little more"
    nothing_lost(service, people)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("times", [1, 20])
async def test_F50_everything_is_killed_in_any_order_and_started_again(service: Service, times: int) -> None:
    rng = random.Random(SEED)
    people = People(service, rng, f"5{times:02d}")
    served = []
    for _ in range(times):
        async with people.texting(8):
            await asyncio.sleep(rng.uniform(0.5, 2.0))
            await asyncio.to_thread(service.kill_everything, rng)
            begun = time.monotonic()
            service.start()
            await until(lambda begun=begun: people.acknowledged_at[-1] > begun, 180, "an acknowledgement")  # type: ignore[misc]
            served.append(people.acknowledged_at[-1] - begun)
    done = await until(lambda: all_done(service), 180, "everybody to be answered")
    print(f"F50: {times} times, served after {max(served):.1f} s, {dict(people.answers)}, done {done:.1f} s")
    nothing_lost(service, people)


@pytest.mark.long
async def test_F66_the_web_process_runs_out_of_file_descriptors_and_recovers(service: Service) -> None:
    web = service.part("bot.cli", "web")
    before = resource.prlimit(web.pid, resource.RLIMIT_NOFILE)
    people = People(service, random.Random(SEED), "660", count=5)
    resource.prlimit(web.pid, resource.RLIMIT_NOFILE, (64, before[1]))
    try:
        async with people.texting(8):
            held = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(100)]
            await asyncio.sleep(1.5)
            assert web.num_fds() >= 60, "it has run out"
            for each in held:
                each.close()
            freed = time.monotonic()
            await until(lambda: people.acknowledged_at[-1] > freed, 60, "an acknowledgement")
            took = people.acknowledged_at[-1] - freed
    finally:
        resource.prlimit(web.pid, resource.RLIMIT_NOFILE, before)
    await until(lambda: all_done(service), 180, "everybody to be answered")
    print(f"F66: {took:.1f} s, {dict(people.answers)}")
    assert web.is_running()
    nothing_lost(service, people)
