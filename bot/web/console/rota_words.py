"""Shifts, absences and days in the words of a rota: days in short, times by the clock of their zone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time

from bot.domain.rota import Shift

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days_words(weekdays: Collection[int]) -> str:
    """Weekdays (0 is Monday), three or more in a row as a span: "Mon to Fri", "Mon, Wed"."""
    if len(weekdays) == 7:
        return "every day"
    runs: list[list[int]] = []
    for day in sorted(weekdays):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words: list[str] = []
    for run in runs:
        names = [DAYS[day][:3] for day in run]
        words += [f"{names[0]} to {names[-1]}"] if len(run) > 2 else names
    return ", ".join(words)


def hours_words(begins: time, ends: time) -> str:
    """From when to when, and that it goes over midnight when it does."""
    if begins == ends:
        return f"{begins:%H:%M} to {ends:%H:%M} the next day, around the clock" if begins != time() else "around the clock"
    return f"{begins:%H:%M} to {ends:%H:%M}" + ("" if begins < ends else " the next day")


def bounds_words(shift: Shift, today: date) -> str:
    """First and last day of a shift, and whether it is over."""
    if shift.last_day is not None and shift.last_day < today:
        return f"ended on {day_words(shift.last_day)}"
    parts = [
        f"from {day_words(shift.first_day)}" if shift.first_day is not None and shift.first_day > today else "",
        f"until {day_words(shift.last_day)}" if shift.last_day is not None else "",
    ]
    return " ".join(filter(None, parts))


def day_words(day: date) -> str:
    """A day of the calendar: "Mon 3 Aug 2026"."""
    return f"{DAYS[day.weekday()][:3]} {day.day} {day:%b %Y}"


def moment_words(local: datetime, now: datetime) -> str:
    """A moment by the clock of `local`'s zone: the time alone today, with the day on any other."""
    if local.date() == now.astimezone(local.tzinfo).date():
        return f"today {local:%H:%M}"
    return f"{day_words(local.date())} {local:%H:%M}"
