"""Who is on duty: a weekly rota in local time, days off for everybody, and absences with a stand-in. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.hours import Hours

_LOOK_AHEAD_DAYS = 15


@dataclass(frozen=True, slots=True)
class Shift:
    """One advocate's duty, every week on `weekdays` (0 is Monday) from `begins` to `ends` in `zone`; over midnight when it ends earlier.

    `place` is the order in which people are paged, 1 first. `at_desk`: they sit at the desk; else they can only be paged. `first_day` and
    `last_day` bound it. `on_days_off`: it also counts on days that are off for everybody.
    """

    id: UUID
    advocate: UUID
    place: int
    weekdays: frozenset[int]
    begins: time
    ends: time
    zone: str
    at_desk: bool
    first_day: date | None = None
    last_day: date | None = None
    on_days_off: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """An advocate cannot serve from `begins` to `ends`; `covered_by` takes every shift in that time, or nobody does."""

    id: UUID
    advocate: UUID
    begins: datetime
    ends: datetime
    covered_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Rota:
    """Everything that says who is on duty. `supervisors` are always reachable last; `pageable` have a way to be paged."""

    shifts: Sequence[Shift] = ()
    absences: Sequence[Absence] = ()
    days_off: Collection[date] = ()
    supervisors: Sequence[UUID] = ()
    pageable: Collection[UUID] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on duty at one moment.

    `on_call` in the order they are paged; `at_desk`: somebody sits at the desk; `others` can be paged and are not on duty; `back_at`: when
    somebody is at the desk next, None when nobody knows; `anybody`: somebody is on duty, or without a rota can be paged at least;
    `seated`: who sits at the desk, as far as the rota says.
    """

    on_call: tuple[UUID, ...]
    at_desk: bool
    others: tuple[UUID, ...]
    supervisors: tuple[UUID, ...]
    back_at: datetime | None
    anybody: bool
    seated: tuple[UUID, ...] = ()


def duty_at(rota: Rota, hours: Hours, now: datetime) -> Duty:
    """Who is on duty at `now`. Without a single shift the desk's opening hours say whether somebody is there, and nobody is on call."""
    away = {each.advocate for each in rota.absences if each.begins <= now < each.ends}
    supervisors = tuple(each for each in rota.supervisors if each in rota.pageable and each not in away)
    if not rota.shifts:
        there = hours.is_open(now)
        others = tuple(each for each in rota.pageable if each not in away and each not in supervisors)
        return Duty((), there, others, supervisors, hours.next_opening(now), there or bool(others or supervisors))
    serving = sorted(_serving(rota, now), key=lambda each: each[0].place)
    on_call = tuple(dict.fromkeys(advocate for _, advocate in serving))
    others = tuple(each for each in rota.pageable if each not in on_call and each not in away and each not in supervisors)
    seated = tuple(dict.fromkeys(advocate for shift, advocate in serving if shift.at_desk))
    return Duty(on_call, bool(seated), others, supervisors, now if seated else _back_at(rota, now), bool(serving), seated)


def _serving(rota: Rota, now: datetime) -> Iterator[tuple[Shift, UUID]]:
    """The shifts that run at `now`, each with who really serves it."""
    for shift in rota.shifts:
        if not _runs(shift, rota.days_off, now):
            continue
        serves = _who(shift.advocate, rota.absences, now)
        if serves is not None:
            yield shift, serves


def _who(advocate: UUID, absences: Sequence[Absence], now: datetime) -> UUID | None:
    """`advocate`, or who stands in; a stand-in who is away is replaced in turn, and a ring of them serves nobody."""
    seen: set[UUID] = set()
    serves: UUID | None = advocate
    while serves is not None and serves not in seen:
        seen.add(serves)
        absence = next((each for each in absences if each.advocate == serves and each.begins <= now < each.ends), None)
        if absence is None:
            return serves
        serves = absence.covered_by
    return None


def _runs(shift: Shift, days_off: Collection[date], now: datetime) -> bool:
    local = now.astimezone(ZoneInfo(shift.zone))
    clock, today, yesterday = local.time().replace(tzinfo=None), local.date(), local.date() - timedelta(days=1)
    if shift.begins < shift.ends:
        return _on(shift, days_off, today) and shift.begins <= clock < shift.ends
    # Over midnight, or around the clock: the day it began on decides.
    return (_on(shift, days_off, today) and clock >= shift.begins) or (_on(shift, days_off, yesterday) and clock < shift.ends)


def _on(shift: Shift, days_off: Collection[date], day: date) -> bool:
    begun = (shift.first_day is None or shift.first_day <= day) and (shift.last_day is None or day <= shift.last_day)
    return begun and day.weekday() in shift.weekdays and (shift.on_days_off or day not in days_off)


def _back_at(rota: Rota, now: datetime) -> datetime | None:
    """When a desk shift begins next with somebody in it."""
    beginnings = [
        datetime.combine(now.astimezone(ZoneInfo(shift.zone)).date() + timedelta(days=ahead), shift.begins, ZoneInfo(shift.zone))
        for shift in rota.shifts
        if shift.at_desk
        for ahead in range(_LOOK_AHEAD_DAYS)
    ]
    for begins in sorted(each for each in beginnings if each > now):
        if any(shift.at_desk for shift, _ in _serving(rota, begins)):
            return begins
    return None
