"""Webhooks that are turned away again and again: either somebody tries to get in, or our own settings keep people out."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from bot.domain.troubles import Trouble
from bot.ports import Clock, UnitsOfWork

# A stranger who tries once or twice is no news; a line on which every text is refused shows itself within a minute or two.
MANY = 5
WITHIN = timedelta(minutes=2)


class RefusedWebhooks:
    """Counts in memory, because a refused request must cost nothing; `note` writes it down once a round when there are many."""

    def __init__(self, units: UnitsOfWork, clock: Clock) -> None:
        self._units, self._clock = units, clock
        self._times: deque[datetime] = deque(maxlen=MANY)

    def __call__(self) -> None:
        """One webhook was refused for its signature, its account or its shape."""
        self._times.append(self._clock.now())

    async def note(self) -> bool:
        """Note the trouble if there were many a short time ago; True when it was."""
        now = self._clock.now()
        if len(self._times) < MANY or now - self._times[0] > WITHIN:
            return False
        self._times.clear()
        async with self._units() as unit:
            await unit.note_trouble(Trouble.WEBHOOKS_REFUSED, now)
            await unit.commit()
        return True
