"""The service's time: the system's, or in practice mode the system's moved by an offset that all processes share."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.storage.tables import practice_clock

REFRESH_SECONDS = 0.5


class SystemClock:
    """The time of a real line: nothing can move it."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """Practice mode's clock. `follow` keeps the offset of this process current; it is at most half a second behind the others."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def advance(self, minutes: float) -> datetime:
        """Move the clock of all processes forward; returns the new time once they all have it."""
        seconds = int(minutes * 60)
        query = insert(practice_clock).values(id=1, offset_seconds=seconds)
        moved = query.on_conflict_do_update(index_elements=["id"], set_={"offset_seconds": practice_clock.c.offset_seconds + seconds})
        async with self._engine.begin() as connection:
            await connection.execute(moved)
        # Until every process has the new time, words written by one that lags would be too old for one that does not.
        await asyncio.sleep(2 * REFRESH_SECONDS)
        await self.refresh()
        return self.now()

    async def refresh(self) -> None:
        """Read the offset."""
        async with self._engine.connect() as connection:
            found = (await connection.execute(sa.select(practice_clock.c.offset_seconds))).scalar_one_or_none()
        self._offset = timedelta(seconds=found or 0)

    async def follow(self) -> None:
        """Keep the offset current until cancelled; a database that is away for a moment changes nothing."""
        while True:
            with contextlib.suppress(SQLAlchemyError):
                await self.refresh()
            await asyncio.sleep(REFRESH_SECONDS)
