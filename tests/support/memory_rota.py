"""The rota of the in-memory line, with the real rules of who is on duty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from bot.domain.hours import Hours
from bot.domain.paging import PageWay
from bot.domain.rota import Absence, Duty, Rota, Shift, duty_at
from bot.domain.views import PagerView, PageView, RotaView

OFFICE = Hours(ZoneInfo("America/New_York"))


class MemoryRota:
    """Implements `ports.RotaBook`."""

    def __init__(self, names: Callable[[], dict[UUID, str]], now: Callable[[], datetime]) -> None:
        self._names = names
        self._now = now
        self.kept = RotaView({}, set(), [], [], {}, [], [])

    async def view(self) -> RotaView:
        absences = [each for each in self.kept.absences if each.ends > self._now()]
        shifts = sorted(self.kept.shifts, key=lambda each: each.place)
        return replace(self.kept, advocates=self._names(), absences=absences, shifts=shifts)

    async def duty(self) -> Duty:
        pageable = tuple(dict.fromkeys(each.advocate for each in self.kept.pagers))
        supervisors = tuple(each for each in pageable if each in self.kept.supervisors)
        rota = Rota(self.kept.shifts, self.kept.absences, tuple(self.kept.days_off), supervisors, pageable)
        return duty_at(rota, OFFICE, self._now())

    async def add_shift(self, shift: Shift) -> None:
        self.kept = replace(self.kept, shifts=[*(each for each in self.kept.shifts if each.id != shift.id), shift])

    async def remove_shift(self, shift: UUID) -> None:
        self.kept = replace(self.kept, shifts=[each for each in self.kept.shifts if each.id != shift])

    async def add_absence(self, advocate: UUID, begins: datetime, ends: datetime, covered_by: UUID | None) -> None:
        self.kept = replace(self.kept, absences=[*self.kept.absences, Absence(uuid4(), advocate, begins, ends, covered_by)])

    async def remove_absence(self, absence: UUID) -> None:
        self.kept = replace(self.kept, absences=[each for each in self.kept.absences if each.id != absence])

    async def add_day_off(self, day: date, name: str) -> None:
        self.kept = replace(self.kept, days_off={**self.kept.days_off, day: name})

    async def remove_day_off(self, day: date) -> None:
        self.kept = replace(self.kept, days_off={each: name for each, name in self.kept.days_off.items() if each != day})

    async def add_pager(self, advocate: UUID, way: PageWay, address: str) -> None:
        place = 1 + sum(each.advocate == advocate for each in self.kept.pagers)
        self.kept = replace(self.kept, pagers=[*self.kept.pagers, PagerView(uuid4(), advocate, way, place, f"...{address[-2:]}")])

    async def remove_pager(self, pager: UUID) -> None:
        self.kept = replace(self.kept, pagers=[each for each in self.kept.pagers if each.id != pager])

    async def test_page(self, advocate: UUID) -> None:
        way = next((each.way for each in self.kept.pagers if each.advocate == advocate), None)
        page = PageView(self._now(), self._names()[advocate], way, None, "queued", None, "test")
        self.kept = replace(self.kept, pages=[page, *self.kept.pages])

    async def set_supervisor(self, advocate: UUID, supervisor: bool) -> None:
        kept = set(self.kept.supervisors)
        self.kept = replace(self.kept, supervisors=kept | {advocate} if supervisor else kept - {advocate})
