"""The job queue on a real PostgreSQL: jobs belong to their transaction, keep their order, and outlive a killed worker."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from uuid import UUID, uuid4

import psycopg

from bot.domain.levels import Level
from bot.jobs.queue import LEASE_SECONDS, SWEEP_SECONDS, Jobs
from bot.storage.engine import libpq_url


async def enqueue(
    jobs: Jobs, url: str, conversation: UUID, level: Level = Level.ROUTINE, *, commit: bool = True, task: str = "take_turn"
) -> None:
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await jobs.enqueue(connection, task, conversation, level, 0)
        if not commit:
            await connection.rollback()


async def work_until(jobs: Jobs, done: Callable[[], bool], concurrency: int = 4, seconds: float = 60) -> None:
    worker = asyncio.create_task(jobs.work(concurrency))
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        await asyncio.sleep(0.02)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    assert done()


def handled(jobs: Jobs, work: Callable[[UUID], Awaitable[None]]) -> None:
    jobs.handle("take_turn", work)
    jobs.handle("deliver", work)


async def test_a_job_exists_exactly_when_its_transaction_commits(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen = Jobs(url), list[UUID]()

    async def note(conversation: UUID) -> None:
        seen.append(conversation)

    handled(jobs, note)
    kept, rolled_back = uuid4(), uuid4()
    await enqueue(jobs, url, rolled_back, commit=False)
    await enqueue(jobs, url, kept)
    await work_until(jobs, lambda: bool(seen))
    assert seen == [kept]


async def test_the_most_urgent_conversation_comes_first(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen = Jobs(url), list[Level]()
    levels = [Level.ROUTINE, Level.ELEVATED, Level.EMERGENCY, Level.ROUTINE, Level.URGENT]
    conversations = {uuid4(): level for level in levels}

    async def note(conversation: UUID) -> None:
        seen.append(conversations[conversation])

    handled(jobs, note)
    for conversation, level in conversations.items():
        await enqueue(jobs, url, conversation, level)
    await work_until(jobs, lambda: len(seen) == 5, concurrency=1)
    assert seen == sorted(levels, reverse=True)


async def test_F40_one_conversation_is_worked_on_one_job_at_a_time(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, running, most, count = Jobs(url), 0, 0, 0

    async def note(_: UUID) -> None:
        nonlocal running, most, count
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.02)
        running -= 1
        count += 1

    handled(jobs, note)
    conversation = uuid4()
    for _ in range(6):
        await enqueue(jobs, url, conversation, task="deliver")
    await work_until(jobs, lambda: count == 6)
    assert most == 1


async def waiting(url: str) -> list[tuple[str, int, bool]]:
    query = "SELECT status::text, priority, scheduled_at > now() + interval '5 seconds' FROM procrastinate_jobs ORDER BY id"
    async with await psycopg.AsyncConnection.connect(url) as connection:
        return [(row[0], row[1], bool(row[2])) for row in await (await connection.execute(query)).fetchall()]


async def test_a_turn_that_waits_is_moved_and_not_made_twice(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen, conversation = Jobs(url), list[UUID](), uuid4()

    async def note(which: UUID) -> None:
        seen.append(which)

    handled(jobs, note)
    for level, delay in ((Level.ROUTINE, 60), (Level.ROUTINE, 90), (Level.EMERGENCY, 0)):
        async with await psycopg.AsyncConnection.connect(url) as connection:
            await jobs.enqueue(connection, "take_turn", conversation, level, delay)
        assert await waiting(url) == [("todo", 2 * level.rank, delay > 0)]
    await enqueue(jobs, url, conversation, Level.ROUTINE)
    assert await waiting(url) == [("todo", 6, False)], "and never less urgent than before"
    await work_until(jobs, lambda: bool(seen))
    assert seen == [conversation]


async def test_a_move_that_is_rolled_back_changes_nothing(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, conversation = Jobs(url), uuid4()
    await enqueue(jobs, url, conversation)
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await jobs.enqueue(connection, "take_turn", conversation, Level.EMERGENCY, 60)
        await connection.rollback()
    assert await waiting(url) == [("todo", 0, False)]


async def test_a_text_that_comes_while_its_turn_runs_gets_a_turn_of_its_own(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen, conversation = Jobs(url), list[UUID](), uuid4()

    async def note(which: UUID) -> None:
        seen.append(which)
        if len(seen) == 1:
            # It may have read its messages already, so it does not answer what comes now.
            await enqueue(jobs, url, conversation)
            await enqueue(jobs, url, conversation)
            assert [status for status, _, _ in await waiting(url)] == ["doing", "todo"]

    handled(jobs, note)
    await enqueue(jobs, url, conversation)
    await work_until(jobs, lambda: len(seen) == 2)
    assert seen == [conversation] * 2


async def test_texts_beside_a_busy_worker_never_lose_their_last_turn(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, people = Jobs(url), [uuid4() for _ in range(3)]
    kept, answered = dict.fromkeys(people, 0), dict.fromkeys(people, 0)

    async def answer(which: UUID) -> None:
        read = kept[which]
        await asyncio.sleep(0.003)
        answered[which] = max(answered[which], read)

    async def write(which: UUID) -> None:
        async with await psycopg.AsyncConnection.connect(url) as connection:
            for _ in range(40):
                # As in the webhook: what is kept becomes true with the commit that moves or makes the job.
                await jobs.enqueue(connection, "take_turn", which, Level.ROUTINE, 0)
                kept[which] += 1
                await connection.commit()

    handled(jobs, answer)
    writing = asyncio.gather(*(write(each) for each in people))
    await work_until(jobs, lambda: writing.done() and kept == answered)
    assert answered == dict.fromkeys(people, 40)


async def test_F41_a_job_that_raises_is_tried_again_and_holds_nobody_else_up(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, tries, seen = Jobs(url), 0, list[UUID]()
    poison, other = uuid4(), uuid4()

    async def note(conversation: UUID) -> None:
        nonlocal tries
        if conversation == poison:
            tries += 1
            if tries == 1:
                raise RuntimeError
        seen.append(conversation)

    handled(jobs, note)
    await enqueue(jobs, url, poison, Level.EMERGENCY)
    await enqueue(jobs, url, other)
    await work_until(jobs, lambda: len(seen) == 2)
    assert seen == [other, poison]


WORKER = """
import asyncio, sys
from bot.jobs.queue import Jobs
async def hang(conversation):
    print("begun", flush=True)
    await asyncio.sleep(600)
jobs = Jobs(sys.argv[1])
jobs.handle("take_turn", hang)
asyncio.run(jobs.work(1))
"""


async def test_F38_the_job_of_a_killed_worker_is_taken_up_by_another(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen = Jobs(url), list[UUID]()
    conversation = uuid4()
    await enqueue(jobs, url, conversation)
    doomed = subprocess.Popen([sys.executable, "-c", WORKER, url], stdout=subprocess.PIPE, env={**os.environ})
    assert doomed.stdout is not None
    assert await asyncio.to_thread(doomed.stdout.readline) == b"begun\n"
    doomed.send_signal(signal.SIGKILL)
    doomed.wait()
    killed = time.monotonic()

    async def note(conversation: UUID) -> None:
        seen.append(conversation)

    handled(jobs, note)
    await work_until(jobs, lambda: bool(seen), seconds=LEASE_SECONDS + SWEEP_SECONDS + 10)
    assert seen == [conversation]
    assert time.monotonic() - killed <= LEASE_SECONDS + SWEEP_SECONDS + 5
