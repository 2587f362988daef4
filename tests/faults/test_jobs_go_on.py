"""The queue when its database breaks under it, when many workers share it, and when a text cannot be read: F24-F26, F38, F40, F41."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
import sqlalchemy as sa

from bot.domain.addresses import Address, Channel
from bot.domain.levels import Assessment, Level
from bot.domain.records import Incoming
from bot.jobs.queue import LEASE_SECONDS, POLL_SECONDS, Jobs
from bot.jobs.schema import apply_schema
from bot.ports import CannotOpen
from bot.postgres import BundledPostgres
from bot.storage.engine import libpq_url
from tests.faults.chaos_ledger import Ledger, undone
from tests.faults.chaos_workers import Work, working
from tests.jobs.test_queue import enqueue, handled
from tests.support.fresh_postgres import ends_without_sync, fresh_postgres
from tests.support.pretend_twilio import PretendTwilio
from tests.support.stage import Stage, WordTriage

LEASE = 3.0


async def until(done: Callable[[], Awaitable[bool]] | Callable[[], bool], within: float = 60) -> None:
    end = time.monotonic() + within
    while True:
        true = done()
        if (await true) if isinstance(true, Awaitable) else true:
            return
        assert time.monotonic() < end, f"waited {within} s"
        await asyncio.sleep(0.05)


class Worker:
    """`jobs.work` in the background."""

    def __init__(self, jobs: Jobs, concurrency: int = 4) -> None:
        self._task = asyncio.create_task(jobs.work(concurrency))

    async def __aenter__(self) -> Worker:
        return self

    def goes_on(self) -> bool:
        return not self._task.done()

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait_for(self._task, 15)


async def test_F25_F26_a_worker_goes_on_by_itself_when_its_database_is_back(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    server = await asyncio.to_thread(BundledPostgres, fresh_postgres(tmp_path / "pg"))
    request.addfinalizer(server.leave)
    request.addfinalizer(lambda: ends_without_sync(tmp_path / "pg"))
    url = libpq_url(server.url)
    await asyncio.to_thread(apply_schema, url)
    jobs, seen = Jobs(url, lease_seconds=LEASE), set[UUID]()

    async def note(conversation: UUID) -> None:
        seen.add(conversation)

    handled(jobs, note)
    async with Worker(jobs) as worker:
        for at, number in enumerate((signal.SIGKILL, signal.SIGINT)):
            os.kill(int((tmp_path / "pg" / "postmaster.pid").read_text().split()[0]), number)
            await until(lambda: not server.alive())
            # The worker has met the outage: it asks ten times within it.
            await asyncio.sleep(10 * POLL_SECONDS)
            await until(lambda: asyncio.to_thread(started_again, server))
            back = time.monotonic()
            await enqueue(jobs, url, UUID(int=at))
            await until(lambda at=at: UUID(int=at) in seen)  # type: ignore[misc]
            assert time.monotonic() - back < 20
            assert worker.goes_on()
            await until(lambda: sweepers() == 1)
    assert sweepers() == 0


def sweepers() -> int:
    """How many sweeps run in this process."""
    return sum("_sweep" in str(task.get_coro()) for task in asyncio.all_tasks())


def started_again(server: BundledPostgres) -> bool:
    try:
        server.start_again()
    except (subprocess.SubprocessError, AssertionError):
        # Refused while orphaned backends leave, or not ready yet: the supervisor too tries again.
        return False
    return True


async def test_F25_a_job_that_was_done_but_could_not_be_marked_so_does_not_block_its_conversation(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, times = Jobs(url, lease_seconds=LEASE), list[float]()
    conversation = uuid4()

    async def cut_the_line_at_the_end(_: UUID) -> None:
        times.append(time.monotonic())
        if len(times) == 1:
            persist = jobs.app.job_manager.finish_job

            async def fail_once(*_: object, **__: object) -> None:
                jobs.app.job_manager.finish_job = persist  # type: ignore[method-assign]
                raise psycopg.OperationalError

            jobs.app.job_manager.finish_job = fail_once  # type: ignore[method-assign]

    handled(jobs, cut_the_line_at_the_end)
    async with Worker(jobs):
        await enqueue(jobs, url, conversation)
        await until(lambda: len(times) == 1)
        await enqueue(jobs, url, conversation)
        # The first job is done again, because nobody can know whether it was, and then the second one.
        await until(lambda: len(times) == 3)


async def test_F39_the_transaction_of_a_frozen_process_ends_before_its_lease(stage: Stage) -> None:
    jobs = Jobs(libpq_url(stage.engine.url.render_as_string(hide_password=False)))
    asked = "SHOW idle_in_transaction_session_timeout"
    async with stage.engine.connect() as connection, jobs.app.open_async():
        mine = (await connection.execute(sa.text(asked))).scalar_one()
        queues = (await jobs.app.connector.execute_query_one_async(asked))["idle_in_transaction_session_timeout"]
    assert mine == queues == "10s"
    assert LEASE_SECONDS > 10


async def test_F38_the_sweep_survives_its_own_failures(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen, failures = Jobs(url, lease_seconds=1), list[UUID](), 0
    ask = jobs.app.connector.execute_query_all_async

    async def fail_twice(query: str, **given: object) -> object:
        nonlocal failures
        if "worker_id = %(worker)s" in query and failures < 2:
            failures += 1
            raise psycopg.OperationalError
        return await ask(query, **given)

    jobs.app.connector.execute_query_all_async = fail_twice  # type: ignore[method-assign, assignment]

    async def note(conversation: UUID) -> None:
        seen.append(conversation)

    handled(jobs, note)
    await enqueue(jobs, url, UUID(int=1))
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    async with Worker(jobs):
        await until(lambda: bool(seen))
    assert failures == 2


async def test_F38_many_workers_that_sweep_at_once_take_a_dead_ones_job_up_once(empty_database: str) -> None:
    url = libpq_url(empty_database)
    seen: list[UUID] = []
    begun, everybody = time.monotonic(), [Jobs(url, lease_seconds=LEASE) for _ in range(4)]

    async def note(conversation: UUID) -> None:
        seen.append(conversation)
        await asyncio.sleep(1)

    for number in range(20):
        await enqueue(everybody[0], url, UUID(int=number))
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    for jobs in everybody:
        handled(jobs, note)
    async with Worker(everybody[0]), Worker(everybody[1]), Worker(everybody[2]), Worker(everybody[3]):
        await until(lambda: len(seen) >= 20)
        await asyncio.sleep(LEASE)
    assert sorted(seen) == [UUID(int=number) for number in range(20)], time.monotonic() - begun


async def test_F40_four_workers_keep_each_conversation_in_order(empty_database: str, tmp_path: Path) -> None:
    people, bursts = 25, 4
    numbers = [f"+1555{number:07d}" for number in range(people)]
    with PretendTwilio() as twilio:
        async with (
            working(empty_database, tmp_path, twilio.url, LEASE) as front,
            working(empty_database, tmp_path, twilio.url, LEASE) as one,
            working(empty_database, tmp_path, twilio.url, LEASE) as two,
            working(empty_database, tmp_path, twilio.url, LEASE) as three,
            front.being_done(4),
            one.being_done(4),
            two.being_done(4),
            three.being_done(4),
        ):

            async def burst(number: str) -> None:
                for part in range(bursts):
                    await text_in(front, number, f"[en] i am sick {part}" if part % 2 else f"[en] passport {part}")

            await asyncio.gather(*(burst(number) for number in numbers))
            await until(lambda: asyncio.to_thread(lambda: undone(empty_database) == 0), 90)
    ledger = Ledger.read(empty_database, tmp_path)
    assert [[text[-1] for text in ledger.texts_in[number]] for number in numbers] == [["0", "1", "2", "3"]] * people
    assert ledger.doubled_and_lost(twilio) == ([], [])
    assert set(ledger.states) == {"accepted"}


async def text_in(work: Work, number: str, text: str) -> None:
    await work.receive(Incoming(f"SM{uuid4().hex}", Address(Channel.SMS, number), text, ("carrier",)))


class BreaksAt(WordTriage):
    """Cannot read a text with `poison` in it."""

    def full(self, text: str) -> Assessment:
        if "poison" in text:
            raise RecursionError
        return super().full(text)


async def test_F41_a_text_that_breaks_the_turn_brings_a_human_after_three_tries_and_delays_nobody(
    empty_database: str, tmp_path: Path
) -> None:
    poison, others = "+15550000000", [f"+1555100{number:04d}" for number in range(20)]
    triage = BreaksAt()
    tries: list[float] = []
    full = triage.full

    def counted(text: str) -> Assessment:
        if "poison" in text:
            tries.append(time.monotonic())
        return full(text)

    triage.full = counted  # type: ignore[method-assign]
    with PretendTwilio() as twilio:
        async with working(empty_database, tmp_path, twilio.url, LEASE, triage=triage) as work, work.being_done(2):
            await text_in(work, poison, "[es] poison")
            sent_at: dict[str, float] = {}
            for number in others:
                sent_at[number] = time.monotonic()
                await text_in(work, number, "[en] hello")
            await until(lambda: asyncio.to_thread(lambda: undone(empty_database) == 0), 90)
            await text_in(work, poison, "[es] hello")
            await until(lambda: asyncio.to_thread(lambda: undone(empty_database) == 0), 90)
    ledger = Ledger.read(empty_database, tmp_path)
    assert len(tries) == 3
    assert ledger.alerts == {poison: ["could not be read by a program"]}
    assert twilio.sent_to(poison)[0].body == "es:holding.person_coming"
    assert len(twilio.sent_to(poison)) == 2, "what she writes next is read and answered again"
    assert ledger.doubled_and_lost(twilio) == ([], [])
    # Under load a second and more; what is shown is that the three tries, which take three seconds, are not waited for.
    assert max(twilio.sent_to(number)[0].at - sent_at[number] for number in others) < min(3.0, tries[-1] - tries[0])


async def test_F41_a_conversation_that_cannot_be_stood_in_for_holds_up_nobody_elses(stage: Stage) -> None:
    for number in range(12):
        await stage.text_in("[en] hello", f"+1555000{number:04d}")
        stage.clock.pass_by(seconds=0.1)
    broken = await stage.conversation_of("+15550000000")
    async with stage.engine.begin() as connection:
        await connection.execute(
            sa.text("UPDATE messages SET body_sealed = decode(repeat('00', 64), 'hex') WHERE conversation_id = :broken"), {"broken": broken}
        )
    stage.clock.pass_by(seconds=13)
    for _ in range(2):
        with pytest.raises(CannotOpen):
            await stage.stand_in()
    waiting = "SELECT count(*) FROM messages WHERE direction = 'in' AND answered_at IS NULL"
    async with stage.engine.connect() as connection:
        assert (await connection.execute(sa.text(waiting))).scalar_one() == 1


async def test_F41_a_text_that_even_the_language_cannot_be_told_of_still_brings_a_human(stage: Stage) -> None:
    class Breaks:
        def identify(self, text: str, previous: str | None = None) -> object:
            raise RecursionError

    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await replace(stage.stand_in, languages=Breaks()).could_not_read(conversation)  # type: ignore[arg-type]
    view = await stage.see(conversation)
    assert [alert.reason for alert in view.alerts] == ["could not be read by a program"]
    assert view.level >= Level.ELEVATED
    assert {message.message_id for message in view.messages if message.direction == "out"} == {"holding.person_coming"}
