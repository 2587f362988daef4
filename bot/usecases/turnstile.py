"""Lets a few through at once: danger before everybody else, and among equals whoever came first.

In a storm more messages arrive than one database takes in. Begun all at once, each would be slow and most be given up half done; so some
begin, and the others wait where waiting costs nothing.
"""

from __future__ import annotations

import asyncio
import enum
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Rank(enum.IntEnum):
    """Who goes first."""

    DANGER = 0
    # A page that can only say that it does not work, while everybody else's message can be put aside for a moment.
    NOWHERE_ELSE = 1
    OTHERS = 2


class Turnstile:
    """For the tasks of one event loop."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: list[tuple[Rank, int, asyncio.Future[None]]] = []
        self._count = itertools.count()

    @asynccontextmanager
    async def through(self, rank: Rank, by: float) -> AsyncIterator[None]:
        """Go through when it is our turn; raises `TimeoutError` when that is not before `by` (the loop's time, seconds)."""
        await self._enter(rank, by)
        try:
            yield
        finally:
            self._leave()

    async def _enter(self, rank: Rank, by: float) -> None:
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._count), turn))
        try:
            async with asyncio.timeout_at(by):
                await turn
        except BaseException:
            # Our turn may have come at the very moment at which we stopped waiting: then it is the next one's.
            if turn.done() and not turn.cancelled():
                self._leave()
            raise

    def _leave(self) -> None:
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
