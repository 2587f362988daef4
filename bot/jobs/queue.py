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
        deferrer = self._tasks[task].configure(
            lock=f"{task}:{conversation}",
            # Of one level, words that are ready leave before new ones are thought of: late words expire.
            priority=2 * level.rank + (task == "deliver"),
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
