"""The time of the service."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The service's time. Practice mode can move it (`POST /api/v1/practice/advance`)."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


class PracticeClock(Protocol):
    """A clock that practice mode moves."""

    async def advance(self, minutes: float) -> datetime:
        """Move the service's clock forward; returns the new time."""
        ...
