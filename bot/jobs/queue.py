"""Procrastinate: jobs that begin with a committed transaction and survive a killed worker. Arguments are ids only."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import procrastinate
import psycopg
import structlog
from procrastinate.jobs import DeleteJobCondition, Job
from procrastinate.worker import Worker

from bot.domain.levels import Level

# A worker that gives no sign of life for this long is dead: its job is taken up again (the lease).
LEASE_SECONDS = 15.0
_SIGNS_PER_LEASE = 5
SWEEP_SECONDS = 2.0
# A job that waits for its conversation's lock is only found again by polling: nobody is told when a lock comes free.
POLL_SECONDS = 0.2
# A text that cannot be read is not going to become readable: a human reads it (trust.md F41). Words are tried a little longer.
MOST_TRIES = {"take_turn": 3, "deliver": 5}
# Those who stop us wait ten seconds for everything (trust.md F51); what is cut off then is taken up by the next worker.
FINISH_WITHIN_SECONDS = 7
_AGAIN_SECONDS = 0.5
_CONNECT_WITHIN_SECONDS = 5
_CONNECTION_WITHIN_SECONDS = 3
_SESSION = "-c idle_in_transaction_session_timeout=10000 -c statement_timeout=10000"

# A turn that still waits in the queue answers the new text as well, at the new time: one job, whatever the burst. A second one would wait
# behind it (jobs of one lock keep their order, whatever their time), and thousands of them make every fetch of a job slow.
# Safe beside a worker: it takes jobs with FOR UPDATE SKIP LOCKED, so it either finds the job as changed here, or has taken it before, and
# then this finds none that waits and a new one is made; a job that runs may have read its messages already.
_MOVE = """
    UPDATE procrastinate_jobs
    SET priority = greatest(priority, %(priority)s),
        scheduled_at = CASE WHEN %(delay)s > 0 THEN now() + make_interval(secs => %(delay)s) END
    WHERE id = (SELECT id FROM procrastinate_jobs WHERE lock = %(lock)s AND status = 'todo' ORDER BY id LIMIT 1 FOR UPDATE)
"""

Handler = Callable[[UUID], Awaitable[None]]
log = structlog.get_logger()

# One statement, so that two workers that sweep at once do not both take up a job, the second one while the first already does it.
# A sign of life from the future was given before the clock was set back; what is due in an hour was put off by such a clock too.
_TAKE_UP = """
UPDATE procrastinate_jobs AS job SET status = 'todo', worker_id = NULL, attempts = attempts + 1
WHERE status = 'doing' AND (
    worker_id IS NULL
    OR id = ANY(%(lost)s)
    OR EXISTS (
        SELECT FROM procrastinate_workers AS worker WHERE worker.id = job.worker_id
        AND (last_heartbeat < now() - %(lease)s * interval '1 second' OR last_heartbeat > now() + interval '1 minute')
    )
)
"""
_BRING_FORWARD = """
UPDATE procrastinate_jobs SET scheduled_at = NULL
WHERE status = 'todo' AND task_name = ANY(%(tasks)s) AND scheduled_at > now() + interval '1 hour'
"""
_MINE = "SELECT id FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = %(worker)s"


class Jobs:
    """The job queue on one database. `take_turn` and `deliver` run one at a time per conversation, the most urgent first."""

    def __init__(self, database_url: str, *, lease_seconds: float = LEASE_SECONDS) -> None:
        self._url = database_url
        self._lease = lease_seconds
        connector = procrastinate.PsycopgConnector(
            conninfo=database_url,
            min_size=1,
            max_size=8,
            timeout=_CONNECTION_WITHIN_SECONDS,
            # A worker that is frozen in the middle of a transaction must not keep its rows from everybody else (trust.md F39).
            kwargs={"options": _SESSION, "connect_timeout": _CONNECT_WITHIN_SECONDS},
        )
        self.app = procrastinate.App(connector=connector)
        self._handlers: dict[str, Handler] = {}
        self._gave_up: dict[str, Handler] = {}
        self._running: set[int | None] = set()
        self._tasks = {name: self._task(name) for name in MOST_TRIES}

    def handle(self, task: str, handler: Handler, gave_up: Handler | None = None) -> None:
        """Let `handler` do the jobs named `task`; it gets the conversation's id and must be safe to run twice.

        `gave_up` is called instead of another try when the last one has failed.
        """
        self._handlers[task] = handler
        if gave_up is not None:
            self._gave_up[task] = gave_up

    async def enqueue(self, connection: Any, task: str, conversation: UUID, level: Level, delay_seconds: float) -> None:
        """Enqueue inside the transaction of `connection` (psycopg): the job exists exactly when that commits."""
        lock = f"{task}:{conversation}"
        # Of one level, words that are ready leave before new ones are thought of: late words expire.
        priority = 2 * level.rank + (task == "deliver")
        if task == "take_turn" and await _waits_already(connection, lock, priority, delay_seconds):
            return
        deferrer = self._tasks[task].configure(
            lock=lock,
            priority=priority,
            connection=connection,
            **({"schedule_in": {"milliseconds": int(delay_seconds * 1000)}} if delay_seconds > 0 else {}),
        )
        await deferrer.defer_async(conversation=str(conversation))

    async def work(self, concurrency: int) -> None:
        """Do jobs until cancelled. A database that goes away is waited for, and what was begun is taken up again."""
        left_behind: list[int] = []
        while True:
            try:
                await self._wait_for_database()
                async with self.app.open_async():
                    while left_behind:
                        # Nothing of that worker runs any more: its jobs need not wait for its lease to end.
                        await self.app.job_manager.unregister_worker(left_behind[-1])
                        left_behind.pop()
                    await self._work_until_it_breaks(concurrency, left_behind)
            except Exception as failure:
                # Procrastinate stops at the first statement that fails.
                log.warning("jobs.interrupted", error=type(failure).__name__)
            _stop_if_told_to()
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _work_until_it_breaks(self, concurrency: int, left_behind: list[int]) -> None:
        worker = Worker(
            app=self.app,
            concurrency=concurrency,
            fetch_job_polling_interval=POLL_SECONDS,
            install_signal_handlers=False,
            shutdown_graceful_timeout=FINISH_WITHIN_SECONDS,
            update_heartbeat_interval=self._lease / _SIGNS_PER_LEASE,
            stalled_worker_timeout=self._lease,
            delete_jobs=DeleteJobCondition.SUCCESSFUL.value,
        )
        sweeper = asyncio.create_task(self._sweep(worker))
        try:
            await worker.run()  # type: ignore[no-untyped-call]
        finally:
            sweeper.cancel()
            await asyncio.gather(sweeper, return_exceptions=True)
            if worker.worker_id is not None:
                left_behind.append(worker.worker_id)

    async def _wait_for_database(self) -> None:
        # The connection pool asks less and less often, and would notice a database that is back many seconds late.
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._url, connect_timeout=_CONNECT_WITHIN_SECONDS):
                    return
            except psycopg.OperationalError:
                await asyncio.sleep(_AGAIN_SECONDS)

    def _task(self, name: str) -> Any:
        async def run(context: procrastinate.JobContext, conversation: str) -> None:
            self._running.add(context.job.id)
            try:
                await self._handlers[name](UUID(conversation))
            except Exception as failure:
                if name not in self._gave_up or _database_away(failure) or context.job.attempts + 1 < MOST_TRIES[name]:
                    raise
                log.warning("job.given_up", task=name, error=type(failure).__name__)
                await self._gave_up[name](UUID(conversation))
            finally:
                self._running.discard(context.job.id)

        return self.app.task(name=name, retry=_TryAgain(MOST_TRIES[name]), pass_context=True)(run)

    async def _sweep(self, worker: Worker) -> None:
        """Take up the jobs of dead workers, and our own that were done but could not be marked so; Procrastinate does neither."""
        connector, idle = self.app.connector, set[int]()
        while True:
            await asyncio.sleep(min(SWEEP_SECONDS, self._lease / 2))
            try:
                mine = await connector.execute_query_all_async(_MINE, worker=worker.worker_id)
                before, idle = idle, {row["id"] for row in mine} - self._running
                # Between its end and its mark a job is idle for a moment; one that is still so in the next round is lost.
                await connector.execute_query_async(_TAKE_UP, lost=list(before & idle), lease=self._lease)
                await connector.execute_query_async(_BRING_FORWARD, tasks=list(self._tasks))
            except Exception as failure:
                log.warning("jobs.sweep_failed", error=type(failure).__name__)
                _stop_if_told_to()


class _TryAgain(procrastinate.BaseRetryStrategy):
    """After 1, 2, 4 ... seconds, up to `most` tries; a database that is away is no fault of the job and costs it none."""

    def __init__(self, most: int) -> None:
        self._most = most

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> procrastinate.RetryDecision | None:
        if isinstance(exception, asyncio.CancelledError) or _database_away(exception):
            return procrastinate.RetryDecision(retry_in={"seconds": 1})
        if job.attempts + 1 >= self._most:
            return None
        return procrastinate.RetryDecision(retry_in={"seconds": 2**job.attempts})


def _stop_if_told_to() -> None:
    """Raise the cancellation in whose place, while the database was away, its failure came."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _database_away(failure: BaseException | None) -> bool:
    while failure is not None:
        if isinstance(failure, psycopg.OperationalError | psycopg.InterfaceError):
            return True
        failure = failure.__cause__
    return False


async def _waits_already(connection: Any, lock: str, priority: int, delay_seconds: float) -> bool:
    """Whether a job of this lock waits in the queue; if so it has the new time from now on, and the higher priority."""
    moved = await connection.execute(_MOVE, {"lock": lock, "priority": priority, "delay": float(max(delay_seconds, 0))})
    return bool(moved.rowcount)
