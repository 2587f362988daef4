"""How fast one process hands messages over: as fast as it can, until the provider says it is too fast (trust.md F32).

Refused for being busy, the line holds for a moment and goes on at a rate a little below what was accepted, which grows again while
messages are accepted. While the provider cannot be reached, one message at a time finds out whether it is back.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

_LEAST_PER_SECOND = 2.0
_FIRST_GUESS = 3
_FREE_ABOVE_PER_SECOND = 200.0
# How the rate grows in a second with acceptances: while the limit is not known, and near it.
_LOOKING, _FEELING = 1.25, 1.04
_LONGEST_HOLD = 30.0
# Urgent words are not held for longer than this: they have their own growing delay.
_LONGEST_URGENT_HOLD = 2.0
# Turns are given out for no longer than this, because the rate grows: whoever comes too late for one asks again then.
_AHEAD = 4.0


class Pace:
    """Learns from outcomes; `turn` says when the next message should leave. Times are the service's clock; not thread-safe.

    `lost`: the provider could not be reached when last tried.
    """

    def __init__(self) -> None:
        self._rate: float | None = None
        self._limit: float | None = None
        self._accepted: deque[float] = deque(maxlen=256)
        self._in_a_row = 0
        self._grown = 0.0
        self.lost = False
        self._held_until = 0.0
        self._next = 0.0
        self._given: set[datetime] = set()
        self._spread = 0.0

    def turn(self, now: datetime, *, urgent: bool, given: datetime | None = None, earliest: datetime | None = None) -> datetime:
        """When to hand over: not after `now` means at once. `given` is the turn it got before; `earliest`: not sooner in any case."""
        at = max(now, earliest or now).timestamp()
        held = self._held_until - at
        mine = given is not None and given in self._given
        self._given.discard(given or now)
        if urgent:
            self._next = max(self._next, at) + (1 / self._rate if self._rate else 0.0)
            # Once it has waited, it goes: held again and again it would wait for as long as everybody else.
            return _at(now, at if given is not None else at + min(max(held, 0.0), _LONGEST_URGENT_HOLD))
        if held <= 0 and (self._rate is None or mine):
            return _at(now, at)
        turn = max(self._next, self._held_until, at)
        if turn - at > _AHEAD:
            # Spread, so that they do not all ask again at one moment.
            self._spread = (self._spread + 0.618) % 1
            return _at(now, at + _AHEAD * (0.5 + 0.5 * self._spread))
        # Without a rate the provider was unreachable: whoever comes later sees whether the first one got through.
        self._next = turn + 1 / (self._rate or 1.0)
        when = _at(now, turn)
        if when > now:
            self._given.add(when)
        return when

    def accepted(self, now: datetime) -> None:
        """A message was accepted."""
        at = now.timestamp()
        self._accepted.append(at)
        self._in_a_row = 0
        if self.lost:
            # A hold for being too fast stays: what was on its way when it began may still be accepted.
            self.lost, self._held_until, self._next = False, at, at
        if self._rate is not None:
            # Fast until the provider has once said where the limit is, then carefully.
            self._rate *= (_LOOKING if self._limit is None else _FEELING) ** min(1.0, max(0.0, at - self._grown))
            self._grown = at
            if self._rate > _FREE_ABOVE_PER_SECOND:
                self._rate = self._limit = None

    def busy(self, now: datetime) -> None:
        """The provider said: too fast."""
        at = now.timestamp()
        if at < self._held_until:
            return  # one of those that were on their way together
        lately = sum(1 for each in self._accepted if each > at - 1)
        self._limit, self._grown = self._rate, at
        self._rate = max(_LEAST_PER_SECOND, 0.75 * (self._rate or max(lately, _FIRST_GUESS)))
        self._hold(at)

    def unreachable(self, now: datetime) -> None:
        """The provider could not be reached."""
        at = now.timestamp()
        if at >= self._held_until:
            self.lost = True
            self._hold(at)

    def _hold(self, at: float) -> None:
        self._held_until = at + min(_LONGEST_HOLD, 0.5 * 2.0**self._in_a_row)
        self._in_a_row += 1
        self._next = max(self._next, self._held_until)
        # Everybody asks again: those turns were given out for another rate.
        self._given.clear()


def _at(now: datetime, moment: float) -> datetime:
    return max(now, now + timedelta(seconds=moment - now.timestamp()))
