"""Who is called when, and that nobody in danger is ever without an owner, a running clock or an offered line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ladder import DEFAULT, SILENCE, Rung, called_again, hurried, may_speak_first, rungs_of, started, step
from bot.domain.levels import Level
from bot.domain.rota import Duty

ANA, BEN, CAT, DOT, SUE = (UUID(int=number) for number in range(1, 6))
T0 = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
OPEN = Duty((ANA, BEN), at_desk=True, others=(CAT,), supervisors=(SUE,), back_at=T0, anybody=True)
CLOSED = replace(OPEN, at_desk=False, back_at=None)
NOBODY = Duty((), at_desk=False, others=(CAT,), supervisors=(SUE,), back_at=None, anybody=False)
UNREACHABLE = Duty((), at_desk=False, others=(), supervisors=(), back_at=None, anybody=False)


def after(**span: float) -> datetime:
    return T0 + timedelta(**span)


def history(level: Level, duty: Duty, until: timedelta, *, every: float = 1.0) -> dict[str, float]:
    """When each rung was taken, in seconds, if the ladder is asked every `every` seconds."""
    climb, taken = started(uuid4(), level, T0), {}
    now = T0
    while now <= T0 + until:
        if climb.next_at <= now:
            done = step(climb, duty, DEFAULT, now)
            taken |= {rung.value: (now - T0).total_seconds() for rung in done.reached if rung not in climb.done}
            climb = done.climb
        now += timedelta(seconds=every)
    return taken


@pytest.mark.parametrize(
    ("level", "duty", "expected"),
    [
        (Level.EMERGENCY, OPEN, {"on_call": 0, "again": 30, "next": 120, "supervisor": 120, "truth": 180}),
        (Level.EMERGENCY, CLOSED, {"on_call": 0, "again": 30, "next": 120, "supervisor": 120, "truth": 180}),
        (Level.URGENT, OPEN, {"on_call": 300, "next": 600, "supervisor": 720, "truth": 900}),
        (Level.URGENT, CLOSED, {"on_call": 0, "next": 600, "supervisor": 720, "truth": 900}),
        # Nobody is on call: whoever else can be paged is called at once.
        (Level.EMERGENCY, NOBODY, {"on_call": 0, "again": 0, "next": 0, "supervisor": 120, "truth": 180}),
        (Level.URGENT, NOBODY, {"on_call": 0, "next": 0, "supervisor": 720, "truth": 900}),
        (Level.EMERGENCY, UNREACHABLE, {"on_call": 0, "again": 0, "next": 0, "supervisor": 0, "truth": 180}),
    ],
)
def test_G5_each_rung_comes_at_its_time(level: Level, duty: Duty, expected: dict[str, float]) -> None:
    assert history(level, duty, timedelta(seconds=900)) == expected


def test_the_slow_levels_take_hours() -> None:
    taken = history(Level.ELEVATED, OPEN, timedelta(hours=4), every=60)
    assert taken == {"on_call": 3600, "next": 7200, "supervisor": 14400, "truth": 14400}


def test_in_an_emergency_everybody_on_call_is_called_at_once_and_else_one_by_one() -> None:
    assert step(started(uuid4(), Level.EMERGENCY, T0), OPEN, DEFAULT, T0).page == (ANA, BEN)
    urgent = step(started(uuid4(), Level.URGENT, T0), CLOSED, DEFAULT, T0)
    assert urgent.page == (ANA,)
    assert step(urgent.climb, CLOSED, DEFAULT, after(minutes=10)).page == (BEN,)


def test_whoever_asks_late_gets_all_that_was_missed_at_once() -> None:
    late = step(started(uuid4(), Level.EMERGENCY, T0), OPEN, DEFAULT, after(hours=3))
    assert (set(late.reached), late.page, late.tell) == (set(Rung), (ANA, BEN, CAT, SUE), True)


def test_a_higher_level_begins_anew_and_the_same_level_does_not() -> None:
    urgent = step(started(uuid4(), Level.URGENT, T0), OPEN, DEFAULT, T0).climb
    assert called_again(urgent, Level.URGENT, after(minutes=4)) == urgent, "three texts of panic are not three calls"
    assert called_again(urgent, Level.ELEVATED, after(minutes=4)) == urgent
    raised = called_again(urgent, Level.EMERGENCY, after(minutes=4))
    assert (raised.level, raised.started_at, raised.done) == (Level.EMERGENCY, after(minutes=4), frozenset())


def test_after_the_truth_everybody_is_called_again_now_and_then_and_at_once_when_the_person_writes() -> None:
    climb = step(started(uuid4(), Level.EMERGENCY, T0), OPEN, DEFAULT, after(seconds=180)).climb
    assert climb.next_at == after(seconds=780)
    again = step(climb, OPEN, DEFAULT, after(seconds=780))
    assert (again.page, again.tell) == ((ANA, BEN, SUE), False)
    assert step(again.climb, OPEN, DEFAULT, after(hours=9)).page == (ANA, BEN, SUE), "once, not once for each time missed"
    assert called_again(climb, Level.URGENT, after(minutes=5)).level is Level.EMERGENCY
    assert called_again(climb, Level.URGENT, after(minutes=5)).done == frozenset()


def test_F46_who_cannot_be_reached_is_not_waited_for() -> None:
    climb = step(started(uuid4(), Level.EMERGENCY, T0), OPEN, DEFAULT, T0).climb
    hurry = hurried(climb, DEFAULT, after(seconds=2))
    assert hurry.next_at == after(seconds=2)
    taken = step(hurry, OPEN, DEFAULT, after(seconds=2))
    assert (taken.page, taken.tell) == ((ANA, BEN, CAT, SUE), False), "the truth keeps its time"
    assert hurried(taken.climb, DEFAULT, after(seconds=6)) == taken.climb, "there is nobody left to call"


def test_nothing_is_said_first_after_silence_without_a_yes() -> None:
    assert may_speak_first(T0, False, T0 + SILENCE)
    assert not may_speak_first(T0, False, T0 + SILENCE + timedelta(seconds=1))
    assert may_speak_first(T0, True, after(days=3))
    assert not may_speak_first(None, False, T0)


duties = st.builds(
    lambda on_call, at_desk, others, supervisors: Duty(
        tuple(on_call), at_desk, tuple(others), tuple(supervisors), None, bool(on_call or at_desk)
    ),
    st.lists(st.sampled_from([ANA, BEN]), unique=True),
    st.booleans(),
    st.lists(st.sampled_from([CAT, DOT]), unique=True),
    st.lists(st.just(SUE), max_size=1),
)
spans = st.lists(st.integers(0, 5000), min_size=4, max_size=4).map(sorted)
ladders = st.builds(
    lambda each, again: dict.fromkeys(Level, rungs_of(*each, again=again)), spans, st.one_of(st.none(), st.integers(0, 5000))
)
# What happens to a waiting conversation: time passes, another call, a page that failed, another rota.
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(0, 4000)),
        st.tuples(st.just("call"), st.sampled_from(list(Level))),
        st.tuples(st.just("failed"), st.none()),
        st.tuples(st.just("duty"), duties),
    ),
    max_size=25,
)


@given(st.sampled_from(list(Level)), duties, ladders, happenings)
def test_nobody_who_waits_is_ever_without_a_running_clock(level: Level, duty: Duty, ladder: dict, happens: list) -> None:
    now, climb = T0, started(uuid4(), level, T0)
    told_at: list[datetime] = []
    for what, value in [*happens, ("wait", 20_000), ("wait", 20_000)]:
        match what:
            case "wait":
                now += timedelta(seconds=value)
            case "call":
                before = climb
                climb = called_again(climb, value, now)
                assert climb.level >= before.level, "a level never falls by itself"
            case "failed":
                climb = hurried(climb, ladder, now)
            case "duty":
                duty = value
        if climb.next_at <= now:
            taken = step(climb, duty, ladder, now)
            told_at += [now] if taken.tell else []
            everybody = {*duty.on_call, *duty.others, *duty.supervisors}
            assert set(taken.page) <= everybody
            climb = taken.climb
            assert climb.next_at > now, "what was done is not due again at once"
        rungs = ladder[climb.level]
        overdue = Rung.TRUTH not in climb.done and now >= climb.started_at + rungs.truth
        assert not overdue, "the truth is never late, whatever failed before"
        if Rung.TRUTH not in climb.done:
            assert climb.next_at <= climb.started_at + rungs.truth
        else:
            assert climb.next_at <= now + rungs.repeat
    assert told_at, "in the end the person is told"


@given(st.sampled_from([Level.URGENT, Level.EMERGENCY]), duties, st.lists(st.integers(1, 400), min_size=1, max_size=20))
def test_everybody_who_can_be_reached_has_been_called_when_the_truth_is_told(level: Level, duty: Duty, waits: list[int]) -> None:
    climb, now, called = started(uuid4(), level, T0), T0, set()
    for seconds in [*waits, 5000]:
        now += timedelta(seconds=seconds)
        if climb.next_at <= now:
            taken = step(climb, duty, DEFAULT, now)
            called |= set(taken.page)
            climb = taken.climb
            if taken.tell:
                break
    expected = {*duty.on_call, *duty.supervisors} | (set(duty.others) if level is Level.EMERGENCY or len(duty.on_call) < 2 else set())
    assert called == expected
