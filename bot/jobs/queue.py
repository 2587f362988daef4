"""Procrastinate: jobs that begin with a committed transaction and survive a killed worker. Arguments are ids only."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import procrastinate

from bot.domain.levels import Level

# A worker that gives no sign of life for this long is dead: its job is taken up again (the lease).
LEASE_SECONDS = 15
HEARTBEAT_SECONDS = 3.0
SWEEP_SECONDS = 5
# A job that waits for its conversation's lock is only found again by polling: nobody is told when a lock comes free.
POLL_SECONDS = 0.2
MOST_TRIES = 5
FINISHED_JOBS_KEPT_HOURS = 1

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


class Jobs:
    """The job queue on one database. `take_turn` and `deliver` run one at a time per conversation, the most urgent first."""

    def __init__(self, database_url: str) -> None:
        self.app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=database_url, min_size=1, max_size=8))
        self._handlers: dict[str, Handler] = {}
        self._tasks = {name: self._task(name) for name in ("take_turn", "deliver")}

    def handle(self, task: str, handler: Handler) -> None:
        """Let `handler` do the jobs named `task`; it gets the conversation's id and must be safe to run twice."""
        self._handlers[task] = handler

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
        """Do jobs until cancelled."""
        async with self.app.open_async():
            sweeper = asyncio.create_task(self._retry_stalled())
            try:
                await self.app.run_worker_async(
                    concurrency=concurrency,
                    fetch_job_polling_interval=POLL_SECONDS,
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=10,
                    update_heartbeat_interval=HEARTBEAT_SECONDS,
                    stalled_worker_timeout=LEASE_SECONDS,
                    delete_jobs="successful",
                )
            finally:
                sweeper.cancel()

    def _task(self, name: str) -> Any:
        async def run(conversation: str) -> None:
            await self._handlers[name](UUID(conversation))

        retry = procrastinate.RetryStrategy(max_attempts=MOST_TRIES, exponential_wait=2)
        return self.app.task(name=name, retry=retry, pass_context=False)(run)

    async def _retry_stalled(self) -> None:
        """Take up the jobs of dead workers; Procrastinate does not do it by itself."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            for job in await self.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=LEASE_SECONDS):
                await self.app.job_manager.retry_job(job)


async def _waits_already(connection: Any, lock: str, priority: int, delay_seconds: float) -> bool:
    """Whether a job of this lock waits in the queue; if so it has the new time from now on, and the higher priority."""
    moved = await connection.execute(_MOVE, {"lock": lock, "priority": priority, "delay": float(max(delay_seconds, 0))})
    return bool(moved.rowcount)
