"""When people are at the desk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.hours import hours_from

OFFICE = hours_from("Mon-Fri 09:00-17:00, Sat 10:00-24:00", "America/New_York")


@pytest.mark.parametrize(
    ("now", "open_now", "next_opening"),
    [
        ("2026-11-23T14:00", True, "2026-11-23T14:00"),
        ("2026-11-23T13:59", False, "2026-11-23T14:00"),
        ("2026-11-23T22:00", False, "2026-11-24T14:00"),
        ("2026-11-28T14:30", False, "2026-11-28T15:00"),
        ("2026-11-29T04:30", True, "2026-11-29T04:30"),
        ("2026-11-29T12:00", False, "2026-11-30T14:00"),
    ],
)
def test_hours_are_those_of_the_desks_zone(now: str, open_now: bool, next_opening: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert OFFICE.is_open(at) is open_now
    assert OFFICE.next_opening(at) == datetime.fromisoformat(next_opening).replace(tzinfo=UTC)


def test_without_hours_the_desk_is_always_open() -> None:
    assert hours_from("", "UTC").is_open(datetime(2026, 11, 29, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Mon 17:00-09:00", "UTC"), ("Mon-Fri", "UTC"), ("Foo 09:00-17:00", "UTC"), ("Mon 9-17", "UTC"),
        ("Mon 09:00-17:00", "Mars/Olympus"),
        ("Mon 25:00-26:00", "UTC"),
    ],
)  # fmt: skip
def test_what_is_no_hours_is_refused(text: str, zone: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        hours_from(text, zone)
