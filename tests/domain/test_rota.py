"""Who is on duty: local times, midnight, days off, illness."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours import Hours, hours_from
from bot.domain.rota import Absence, Rota, Shift, duty_at

ANA, BEN, CAT = (UUID(int=number) for number in (1, 2, 3))
ALWAYS = Hours(ZoneInfo("UTC"))
EVERY_DAY = frozenset(range(7))


def shift(advocate: UUID = ANA, begins: str = "09:00", ends: str = "17:00", **more: object) -> Shift:
    made = Shift(uuid4(), advocate, 1, frozenset({0, 1, 2, 3, 4}), time.fromisoformat(begins), time.fromisoformat(ends), "UTC", True)
    return replace(made, **more)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


NIGHT = shift(BEN, "22:00", "06:00", weekdays=frozenset({4}), at_desk=False)


@pytest.mark.parametrize(
    ("made", "moment", "serves"),
    [
        (shift(), "2026-11-23T09:00", True),
        (shift(), "2026-11-23T08:59", False),
        (shift(), "2026-11-23T17:00", False),
        (shift(), "2026-11-28T12:00", False),
        (NIGHT, "2026-11-27T22:30", True),
        (NIGHT, "2026-11-28T05:59", True),
        (NIGHT, "2026-11-28T06:00", False),
        (NIGHT, "2026-11-28T22:30", False),
        (NIGHT, "2026-11-27T05:00", False),
        (shift(begins="00:00", ends="00:00"), "2026-11-23T03:00", True),
        (shift(zone="America/New_York"), "2026-11-23T13:59", False),
        (shift(zone="America/New_York"), "2026-11-23T14:00", True),
        # The clocks went forward on 8 March 2026: nine in the morning there comes an hour earlier here.
        (shift(zone="America/New_York"), "2026-03-09T13:00", True),
        (shift(first_day=date(2026, 11, 24)), "2026-11-23T12:00", False),
        (shift(last_day=date(2026, 11, 22)), "2026-11-23T12:00", False),
    ],
)
def test_a_shift_runs_in_its_own_local_time(made: Shift, moment: str, serves: bool) -> None:
    assert bool(duty_at(Rota([made]), ALWAYS, at(moment)).on_call) is serves


def test_people_are_paged_in_the_order_of_the_rota_and_each_once() -> None:
    rota = Rota([shift(CAT, place=3), shift(BEN, place=2), shift(ANA, place=1), shift(ANA, place=4, begins="08:00")])
    assert duty_at(rota, ALWAYS, at("2026-11-23T12:00")).on_call == (ANA, BEN, CAT)


def test_on_a_day_off_only_who_said_so_serves() -> None:
    rota = Rota([shift(ANA), shift(BEN, on_days_off=True, at_desk=False)], days_off={date(2026, 11, 26)})
    duty = duty_at(rota, ALWAYS, at("2026-11-26T12:00"))
    assert (duty.on_call, duty.at_desk) == ((BEN,), False)


def test_who_is_ill_is_replaced_and_the_replacement_too() -> None:
    day = (at("2026-11-23T00:00"), at("2026-11-24T00:00"))
    rota = Rota([shift(ANA)], [Absence(uuid4(), ANA, *day, covered_by=BEN), Absence(uuid4(), BEN, *day, covered_by=CAT)])
    assert duty_at(rota, ALWAYS, at("2026-11-23T12:00")).on_call == (CAT,)
    assert duty_at(rota, ALWAYS, at("2026-11-24T12:00")).on_call == (ANA,)


def test_two_who_cover_for_each_other_are_nobody() -> None:
    day = (at("2026-11-23T00:00"), at("2026-11-24T00:00"))
    rota = Rota([shift(ANA)], [Absence(uuid4(), ANA, *day, covered_by=BEN), Absence(uuid4(), BEN, *day, covered_by=ANA)])
    duty = duty_at(rota, ALWAYS, at("2026-11-23T12:00"))
    assert (duty.on_call, duty.anybody, duty.at_desk) == ((), False, False)


def test_people_are_told_when_somebody_is_back_and_not_an_empty_or_free_shift() -> None:
    ill = Absence(uuid4(), ANA, at("2026-11-23T00:00"), at("2026-11-25T12:00"))
    rota = Rota([shift(ANA)], [ill], days_off={date(2026, 11, 26)})
    assert duty_at(rota, ALWAYS, at("2026-11-23T18:00")).back_at == at("2026-11-27T09:00")
    assert duty_at(Rota([replace(NIGHT)]), ALWAYS, at("2026-11-23T18:00")).back_at is None, "nobody sits at the desk in that shift"


def test_without_a_rota_the_opening_hours_decide() -> None:
    hours = hours_from("Mon-Fri 09:00-17:00", "UTC")
    closed = duty_at(Rota(), hours, at("2026-11-23T18:00"))
    assert (closed.at_desk, closed.anybody, closed.back_at) == (False, False, at("2026-11-24T09:00"))
    assert duty_at(Rota(pageable=(ANA,)), hours, at("2026-11-23T18:00")).anybody, "she can be paged"
    assert duty_at(Rota(), hours, at("2026-11-23T12:00")).at_desk


def test_supervisors_and_others_are_those_who_can_be_paged_and_are_not_away() -> None:
    rota = Rota([shift(ANA)], [Absence(uuid4(), CAT, at("2026-11-23T00:00"), at("2026-11-24T00:00"))], (), (BEN, CAT), (ANA, BEN, CAT))
    duty = duty_at(rota, ALWAYS, at("2026-11-23T20:00"))
    assert (duty.on_call, duty.supervisors, duty.others) == ((), (BEN,), (ANA,))


zones = st.sampled_from(["UTC", "America/New_York", "Pacific/Chatham", "Asia/Kathmandu", "Europe/London"])
shifts = st.builds(
    Shift, st.uuids(), st.sampled_from([ANA, BEN, CAT]), st.integers(1, 5), st.frozensets(st.integers(0, 6), max_size=7),
    st.times(), st.times(), zones, st.booleans(), st.none(), st.none(), st.booleans(),
)  # fmt: skip
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
absences = st.lists(
    st.builds(
        lambda who, start, hours, cover: Absence(uuid4(), who, start, start + timedelta(hours=hours), cover),
        st.sampled_from([ANA, BEN, CAT]),
        moments,
        st.integers(1, 400),
        st.sampled_from([None, ANA, BEN, CAT]),
    ),
    max_size=4,
)


@given(st.lists(shifts, max_size=6), absences, moments)
def test_nobody_who_is_away_is_ever_on_duty(made: list[Shift], away: list[Absence], now: datetime) -> None:
    duty = duty_at(Rota(made, away, (), (CAT,), (ANA, BEN, CAT)), ALWAYS, now)
    absent = {each.advocate for each in away if each.begins <= now < each.ends}
    assert not absent & {*duty.on_call, *duty.supervisors, *duty.others}
    assert duty.at_desk <= duty.anybody
    assert not made or duty.anybody == bool(duty.on_call)


@given(st.lists(shifts, min_size=1, max_size=4), absences, moments)
def test_when_we_say_somebody_is_back_somebody_is(made: list[Shift], away: list[Absence], now: datetime) -> None:
    duty = duty_at(Rota(made, away), ALWAYS, now)
    if duty.back_at is not None:
        assert duty.back_at >= now
        assert duty_at(Rota(made, away), ALWAYS, duty.back_at).at_desk
