"""Danger was heard and the database cannot take an alert: whoever was on call when it was last there is paged directly."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.deliveries import SendResult
from bot.domain.hours import Hours
from bot.domain.levels import Level
from bot.domain.paging import Pager, page_text
from bot.domain.rota import duty_at
from bot.ports import Clock, PageSender, UnitsOfWork

# One call tells that the line is in trouble; a call for every text of a storm would hide it.
NOT_AGAIN_FOR = timedelta(seconds=60)
REMEMBER_EVERY = timedelta(seconds=60)


class PageWithoutDatabase:
    """Remembers in memory, once a minute, how to reach who is on call, the supervisors, and, with neither, whoever can be paged."""

    def __init__(self, units: UnitsOfWork, clock: Clock, hours: Hours, sender: PageSender, service_name: str) -> None:
        self._units, self._clock, self._hours, self._sender, self._service = units, clock, hours, sender, service_name
        self._people: Sequence[Sequence[Pager]] = ()
        self._remembered_at: datetime | None = None
        self._called_at: datetime | None = None
        self._calls: set[asyncio.Task[None]] = set()

    async def remember(self) -> None:
        """Look up whom to page, if that was not done a moment ago."""
        now = self._clock.now()
        if self._remembered_at is not None and timedelta() <= now - self._remembered_at < REMEMBER_EVERY:
            return
        async with self._units() as unit:
            duty = duty_at(await unit.rota(now), self._hours, now)
            people = tuple(dict.fromkeys((*duty.on_call, *duty.supervisors))) or duty.others
            self._people = [ways for advocate in people if (ways := await unit.pagers_of(advocate))]
        self._remembered_at = now

    def __call__(self, level: Level) -> None:
        """Danger of `level` could not be kept in the database. Returns at once; the pages leave behind it."""
        now = self._clock.now()
        if self._called_at is not None and now - self._called_at < NOT_AGAIN_FOR:
            return
        self._called_at = now
        for ways in self._people:
            call = asyncio.get_running_loop().create_task(self._call(ways))
            self._calls.add(call)
            call.add_done_callback(self._calls.discard)

    async def _call(self, ways: Sequence[Pager]) -> None:
        for pager in ways:
            outcome = await self._sender.page(pager.way, pager.address, page_text(self._service, None))
            if outcome.result is SendResult.ACCEPTED:
                return
