"""How fast one process hands messages over: as fast as it can, until the provider says it is too fast (trust.md F32).

Refused for being busy, the line holds for a moment and goes on at a rate a little below what was accepted, which grows again with every
acceptance. While the provider cannot be reached, one message at a time finds out whether it is back.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime

_LEAST_PER_SECOND = 1.0
_FREE_ABOVE_PER_SECOND = 200.0
_LONGEST_HOLD = 30.0
# Urgent words are not held for longer than this: they have their own growing delay.
_LONGEST_URGENT_HOLD = 2.0


class Pace:
    """Learns from outcomes; `wait` says how long the next message should wait. Times are the service's clock; not thread-safe."""

    def __init__(self) -> None:
        self._rate: float | None = None
        self._accepted: deque[float] = deque(maxlen=256)
        self._in_a_row = 0
        self._lost = False
        self._held_until = 0.0
        self._next = 0.0

    def wait(self, now: datetime, *, urgent: bool, waited: bool) -> float:
        """Seconds to wait before handing over; 0 means now. `waited`: this message has waited for its turn already."""
        at = now.timestamp()
        held = max(0.0, self._held_until - at)
        if urgent:
            self._next = max(self._next, at) + (1 / self._rate if self._rate else 0.0)
            return min(held, _LONGEST_URGENT_HOLD)
        if held == 0.0 and (self._rate is None or waited):
            return 0.0
        turn = max(self._next, self._held_until, at)
        # Without a rate the provider was unreachable: whoever comes a second later sees whether the first one got through.
        self._next = turn + 1 / (self._rate or _LEAST_PER_SECOND)
        return turn - at

    def accepted(self, now: datetime) -> None:
        """A message was accepted."""
        at = now.timestamp()
        self._accepted.append(at)
        self._in_a_row = 0
        if self._lost:
            # A hold for being too fast stays: what was on its way when it began may still be accepted.
            self._lost, self._held_until, self._next = False, at, at
        if self._rate is not None:
            self._rate += max(0.1, 0.02 * self._rate)
            if self._rate > _FREE_ABOVE_PER_SECOND:
                self._rate = None

    def busy(self, now: datetime) -> None:
        """The provider said: too fast."""
        at = now.timestamp()
        if at < self._held_until:
            return  # one of those that were on their way together
        lately = sum(1 for each in self._accepted if each > at - 1)
        self._rate = max(_LEAST_PER_SECOND, 0.75 * (self._rate or lately))
        self._hold(at)

    def unreachable(self, now: datetime) -> None:
        """The provider could not be reached."""
        at = now.timestamp()
        if at >= self._held_until:
            self._lost = True
            self._hold(at)

    def _hold(self, at: float) -> None:
        self._held_until = at + min(_LONGEST_HOLD, 2.0**self._in_a_row)
        self._in_a_row += 1
        self._next = max(self._next, self._held_until)
