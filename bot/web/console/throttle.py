"""Slows password guessing down without ever locking an advocate out: a delay that grows with failures, by name and over all."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable

LONGEST_DELAY = 3.0
_FREE_MISTAKES = 2
_NAME_WINDOW = 600.0
_ALL_WINDOW = 60.0
_ALL_FREE = 20
_NAMES_REMEMBERED = 2000


class Throttle:
    """Counts failed sign-ins in this process. Delays are in seconds and never longer than `LONGEST_DELAY`."""

    def __init__(self, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._now = now
        self._sleep = sleep
        self._by_name: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque(maxlen=1000)

    async def wait(self, name: str) -> None:
        """Wait as long as an attempt on `name` has to."""
        delay = self.delay(name)
        if delay > 0:
            await self._sleep(delay)

    def delay(self, name: str) -> float:
        """How long an attempt on `name` waits now."""
        failures = self._recent(self._by_name.get(_key(name), deque()), _NAME_WINDOW)
        for_name = 0.25 * 2.0 ** min(failures - _FREE_MISTAKES - 1, 8) if failures > _FREE_MISTAKES else 0.0
        for_all = 0.05 * max(0, self._recent(self._all, _ALL_WINDOW) - _ALL_FREE)
        return min(LONGEST_DELAY, max(for_name, for_all))

    def failed(self, name: str) -> None:
        """Remember a failed attempt on `name`, which may be no advocate's at all."""
        key, now = _key(name), self._now()
        self._by_name.setdefault(key, deque(maxlen=20)).append(now)
        self._by_name.move_to_end(key)
        while len(self._by_name) > _NAMES_REMEMBERED:
            self._by_name.popitem(last=False)
        self._all.append(now)

    def succeeded(self, name: str) -> None:
        """Forget the failures on `name`."""
        self._by_name.pop(_key(name), None)

    def _recent(self, failures: deque[float], window: float) -> int:
        since = self._now() - window
        return sum(1 for at in failures if at > since)


def _key(name: str) -> str:
    return " ".join(name[:200].split()).casefold()
