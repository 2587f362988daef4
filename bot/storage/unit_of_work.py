"""One transaction on PostgreSQL: implements `ports.UnitOfWork`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.levels import Level
from bot.ports import DatabaseAway, Sealing
from bot.storage.away import why_away
from bot.storage.unit.conversations import Conversations
from bot.storage.unit.inbound import Inbound
from bot.storage.unit.ladder import LadderRows
from bot.storage.unit.outbound import Outbound
from bot.storage.unit.reconciled import ReconciledUntil
from bot.storage.unit.troubles import Troubles

CHANGES_CHANNEL = "lantern_changes"
_ANNOUNCE = sa.select(sa.func.pg_notify(CHANGES_CHANNEL, sa.bindparam("news", type_=sa.Text)))


class JobQueue(Protocol):
    """Enqueues a job inside the transaction of a raw psycopg connection."""

    async def enqueue(self, connection: Any, task: str, conversation: UUID, level: Level, delay_seconds: float) -> None: ...


class PostgresUnit(Conversations, Inbound, Outbound, LadderRows, ReconciledUntil, Troubles):
    """One transaction. Rows of the same conversation are changed under its row lock or guarded by its version."""

    def __init__(self, connection: AsyncConnection, sealing: Sealing, jobs: JobQueue) -> None:
        super().__init__(connection, sealing)
        self._jobs = jobs

    async def enqueue_turn(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None:
        await self._jobs.enqueue(await self._raw(), "take_turn", conversation, level, delay_seconds)

    async def enqueue_delivery(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None:
        await self._jobs.enqueue(await self._raw(), "deliver", conversation, level, delay_seconds)

    async def announce(self, conversation: UUID) -> None:
        news = json.dumps({"conversation": str(conversation)})
        await self._connection.execute(_ANNOUNCE, {"news": news})

    async def commit(self) -> None:
        await self._connection.commit()

    async def _raw(self) -> Any:
        return (await self._connection.get_raw_connection()).driver_connection


class PostgresUnits:
    """Opens units of work on an engine: implements `ports.UnitsOfWork`."""

    def __init__(self, engine: AsyncEngine, sealing: Sealing, jobs: JobQueue) -> None:
        self._engine = engine
        self._sealing = sealing
        self._jobs = jobs

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[PostgresUnit]:
        try:
            async with self._engine.connect() as connection:
                yield PostgresUnit(connection, self._sealing, self._jobs)
        except Exception as failure:
            because = why_away(failure)
            if because is None:
                raise
            raise DatabaseAway(because) from failure
