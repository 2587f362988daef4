"""The quiet window: how long a turn waits for more of the same burst."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.bursts import LONGEST, Burst, due, is_whole, seconds_to_wait, writes_in_fragments
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.questions import Choice

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
CALM = Burst(NOW, NOW, Level.ROUTINE, Owner.ASSISTANT, whole=False, fragments=False)
moments = st.floats(0, 30).map(lambda seconds: NOW + timedelta(seconds=seconds))
bursts = st.builds(
    lambda first, length, level, owner, whole, fragments: Burst(first, first + timedelta(seconds=length), level, owner, whole, fragments),
    moments,
    st.floats(0, 60),
    st.sampled_from(Level),
    st.sampled_from(Owner),
    st.booleans(),
    st.booleans(),
)


def test_B31_a_text_waits_two_seconds_and_a_fragment_three() -> None:
    assert seconds_to_wait(CALM, NOW, 2.0) == 2.0
    assert seconds_to_wait(replace(CALM, fragments=True), NOW, 2.0) == 3.0
    assert seconds_to_wait(CALM, NOW + timedelta(seconds=1.5), 2.0) == 0.5


def test_B31_three_texts_across_ten_seconds_end_at_eight() -> None:
    at = [NOW, NOW + timedelta(seconds=2.5), NOW + timedelta(seconds=5), NOW + timedelta(seconds=7.5)]
    waits = [seconds_to_wait(replace(CALM, last=each, fragments=place > 0), each, 2.0) for place, each in enumerate(at)]
    assert waits == [2.0, 3.0, 3.0, 0.5]


@given(bursts, moments, st.floats(0, 5))
def test_nobody_waits_beyond_eight_seconds_after_the_first_text_or_three_after_the_last(burst: Burst, now: datetime, quiet: float) -> None:
    wait = seconds_to_wait(burst, now, quiet)
    assert 0 <= wait <= quiet * 1.5 + 1e-6
    if wait > 0:
        assert now + timedelta(seconds=wait) <= burst.first_unanswered + LONGEST + timedelta(milliseconds=1)


@given(bursts, moments, st.floats(0.1, 5))
def test_danger_whole_answers_and_humans_never_wait(burst: Burst, now: datetime, quiet: float) -> None:
    if burst.level >= Level.URGENT or burst.whole or burst.owner in (Owner.HUMAN, Owner.CLOSED):
        assert seconds_to_wait(burst, now, quiet) == 0
    assert seconds_to_wait(burst, now, 0) == 0


@given(bursts, st.floats(0, 30), st.floats(0.1, 5))
def test_a_turn_that_runs_when_it_is_due_is_not_put_off_again(burst: Burst, later: float, quiet: float) -> None:
    # Before its texts were written the clock was set back, which makes nobody wait: another test's concern.
    now = burst.last + timedelta(seconds=later)
    wait = seconds_to_wait(burst, now, quiet)
    assert seconds_to_wait(burst, now + timedelta(seconds=wait, milliseconds=1), quiet) == 0
    assert due(burst, quiet) >= burst.first_unanswered


@given(st.floats(0.001, 1e7))
def test_a_clock_that_was_moved_makes_nobody_wait(back: float) -> None:
    assert seconds_to_wait(CALM, NOW - timedelta(seconds=back), 2.0) == 0
    assert seconds_to_wait(CALM, NOW + timedelta(seconds=back + 2), 2.0) == 0


@pytest.mark.parametrize("text", ["1", " 2. ", "٣", "３", "12", "STOP", "stop!", "ayuda", "HELP", "START", "lang:es", "no me escriban mas"])
def test_a_digit_a_language_and_the_words_of_the_carrier_are_whole(text: str) -> None:
    assert is_whole(text, None)


def test_what_answers_the_open_question_is_whole_and_other_words_are_not() -> None:
    assert is_whole("more", Choice("1", "choice.more", "tell_more"))
    assert not any(is_whole(text, None) for text in ("more", "they took", "", "123", "i am 17", "1 of them has a gun"))


def test_who_writes_in_fragments_is_known_by_the_pace() -> None:
    assert writes_in_fragments([NOW, NOW + timedelta(minutes=5), NOW + timedelta(minutes=5, seconds=4)])
    assert not writes_in_fragments([NOW, NOW + timedelta(seconds=40)])
    assert not writes_in_fragments([NOW])
