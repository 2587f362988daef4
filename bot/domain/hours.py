"""When people are at the desk. Pure; times are local to the desk's zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"(\w{3})(?:-(\w{3}))? (\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours by weekday (0 is Monday); no entries means always open. A closing time of 24:00 is written as midnight, `time.max`."""

    zone: ZoneInfo
    open: tuple[tuple[int, time, time], ...] = ()

    def is_open(self, now: datetime) -> bool:
        """Whether somebody is at the desk."""
        local = now.astimezone(self.zone)
        return not self.open or any(day == local.weekday() and begins <= local.time() < ends for day, begins, ends in self.open)

    def next_opening(self, now: datetime) -> datetime:
        """When the desk opens next, at `now` when it is open."""
        if self.is_open(now):
            return now
        local = now.astimezone(self.zone)
        coming = [
            datetime.combine(local.date() + timedelta(days=ahead), begins, self.zone)
            for ahead in range(8)
            for day, begins, _ in self.open
            if day == (local.weekday() + ahead) % 7
        ]
        return min(each for each in coming if each > local)


def hours_from(text: str, zone: str) -> Hours:
    """Hours written like `Mon-Fri 09:00-17:00, Sat 10:00-14:00`; an empty text is always open. Raises ValueError for anything else."""
    try:
        found_zone = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no such time zone: {zone}") from error
    found: list[tuple[int, time, time]] = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        match = _PART.fullmatch(part.lower())
        if match is None:
            raise ValueError(f"not hours: {part}")
        first, last = _day(match[1]), _day(match[2] or match[1])
        begins, ends = _time(match[3], match[4]), _time(match[5], match[6])
        if not begins < ends:
            raise ValueError(f"ends before it begins: {part}")
        found += [((first + ahead) % 7, begins, ends) for ahead in range((last - first) % 7 + 1)]
    return Hours(found_zone, tuple(found))


def _day(name: str) -> int:
    if name not in _DAYS:
        raise ValueError(f"not a day: {name}")
    return _DAYS.index(name)


def _time(hour: str, minute: str) -> time:
    return time.max if (int(hour), int(minute)) == (24, 0) else time(int(hour), int(minute))
