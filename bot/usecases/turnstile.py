"""Lets a few through at once: danger before everybody else, and among equals whoever came first; nobody is passed over for ever.

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

# Every so many times the place goes to whoever has waited longest, whatever their rank.
FOR_THE_OLDEST = 4


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
        self._given = 0

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
            *_, turn = self._next()
            if not turn.done():
                self._given += 1
                turn.set_result(None)
                return
        self._free += 1

    def _next(self) -> tuple[Rank, int, asyncio.Future[None]]:
        if self._given % FOR_THE_OLDEST < FOR_THE_OLDEST - 1:
            return heapq.heappop(self._waiting)
        oldest = min(self._waiting, key=lambda each: each[1])
        self._waiting.remove(oldest)
        heapq.heapify(self._waiting)
        return oldest
