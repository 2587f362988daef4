"""Fragments that only together show danger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.levels import Assessment, Level
from bot.domain.running_score import MOST_CHARACTERS, MOST_FRAGMENTS, READ_ONE_BY_ONE, joined, raised_by_fragments, together_since, windows

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def test_one_message_alone_is_not_read_twice() -> None:
    assert joined([], ["hello"]) is None
    assert joined(["", "  "], ["hello"]) is None


def test_fragments_are_read_in_the_order_they_were_written() -> None:
    assert joined(["they packed our bags"], ["he says", "i go first"]) == "they packed our bags\nhe says\ni go first"


@given(st.lists(st.text()), st.lists(st.text(min_size=1), min_size=1))
def test_the_join_is_short_and_ends_with_the_newest_words(earlier: list[str], new: list[str]) -> None:
    together = joined(earlier, new)
    if together is not None:
        last = [text.strip() for text in [*earlier, *new] if text.strip()][-1]
        assert together.endswith(last)
        assert len(together) <= max(MOST_CHARACTERS, len(last)) + MOST_FRAGMENTS


@pytest.mark.parametrize(
    ("level", "alone", "together", "counts"),
    [
        (Level.ROUTINE, Level.ROUTINE, Level.EMERGENCY, True),
        (Level.ELEVATED, Level.ROUTINE, Level.URGENT, True),
        # Weak signs do not add up to anything that needs a human at once.
        (Level.ROUTINE, Level.ROUTINE, Level.ELEVATED, False),
        # What was heard before is not heard again, so that nobody is called twice for the same words.
        (Level.URGENT, Level.ROUTINE, Level.URGENT, False),
        (Level.ROUTINE, Level.URGENT, Level.URGENT, False),
        (Level.EMERGENCY, Level.ROUTINE, Level.EMERGENCY, False),
    ],
)
def test_the_join_counts_only_when_it_shows_more(level: Level, alone: Level, together: Level, counts: bool) -> None:
    assert raised_by_fragments(level, [Assessment(alone)], Assessment(together)) is counts


def test_what_a_human_has_judged_is_not_read_again() -> None:
    judged = NOW - timedelta(hours=1)
    assert together_since(NOW, judged) == judged
    assert together_since(NOW, None) < judged
    assert together_since(NOW, NOW - timedelta(days=9)) == together_since(NOW, None)


@given(st.lists(st.text(max_size=40), max_size=8), st.lists(st.text(max_size=40), max_size=READ_ONE_BY_ONE))
def test_B31_a_burst_is_read_as_if_each_text_had_a_turn_of_its_own(earlier: list[str], new: list[str]) -> None:
    one_by_one = [joined([*earlier, *new[:place]], [text]) for place, text in enumerate(new)]
    assert [text for _, text in windows(earlier, new)] == list(dict.fromkeys(each for each in one_by_one if each is not None))
    assert all(text.endswith(new[end - 1].strip()) for end, text in windows(earlier, new))


@given(st.lists(st.text("abc", min_size=1, max_size=8), max_size=50), st.integers(0, 49), st.integers(2, MOST_FRAGMENTS - 2))
def test_B31_in_a_burst_of_any_length_neighbours_are_read_together(before: list[str], at: int, width: int) -> None:
    marked = [f"part{number}" for number in range(width)]
    new = [*before[:at], *marked, *before[at:]]
    assert any("\n".join(marked) in text for _, text in windows([], new))


def test_the_reading_of_a_long_burst_is_bounded() -> None:
    assert len(windows([], [f"text {number}" for number in range(50)])) <= 18
    assert len(windows([], ["the same"] * 50)) <= MOST_FRAGMENTS
