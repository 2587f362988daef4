"""Fragments that only together show danger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.levels import Assessment, Level
from bot.domain.running_score import MOST_CHARACTERS, MOST_FRAGMENTS, joined, raised_by_fragments, together_since

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
