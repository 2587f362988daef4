"""A conversation's level as a running score: fragments that show danger only together raise it, and it never falls by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.levels import Assessment, Level, highest

# Fragments belong together when they came within this time; a person who holds the phone for a minute may write again in the evening.
TOGETHER_WITHIN = timedelta(hours=12)
# Read together at most so many, and so many characters: more would drown the sign of danger.
MOST_FRAGMENTS = 6
MOST_CHARACTERS = 320
READ_ONE_BY_ONE = 12


def together_since(now: datetime, read_together_from: datetime | None) -> datetime:
    """How far back fragments are read together: never across an advocate's correction or hand-back, after which it starts afresh."""
    earliest = now - TOGETHER_WITHIN
    return earliest if read_together_from is None else max(earliest, read_together_from)


def joined(earlier: Sequence[str], new: Sequence[str]) -> str | None:
    """The last fragments as one text, oldest first; None when there is nothing to join."""
    fragments = [text.strip() for text in [*earlier, *new] if text.strip()]
    kept: list[str] = []
    for text in reversed(fragments):
        if kept and (len(kept) == MOST_FRAGMENTS or sum(map(len, kept)) + len(text) > MOST_CHARACTERS):
            break
        kept.append(text)
    return "\n".join(reversed(kept)) if len(kept) > 1 else None


def windows(earlier: Sequence[str], new: Sequence[str]) -> list[tuple[int, str]]:
    """The joins to read when all of `new` comes in one turn: what would have been read, had each text had a turn of its own.

    Each with the number of the new texts up to its end, every join once, where it first occurs.

    Of a long burst only every third is read, which still puts any `MOST_FRAGMENTS` - 2 neighbours together.
    """
    step = 1 if len(new) <= READ_ONE_BY_ONE else 3
    ends = [*range(1, len(new), step), len(new)] if new else []
    found: dict[str, int] = {}
    for end in ends:
        text = joined([*earlier, *new[: end - 1]], [new[end - 1]])
        if text is not None:
            found.setdefault(text, end)
    return [(end, text) for text, end in found.items()]


def raised_by_fragments(level: Level, alone: Sequence[Assessment], together: Assessment) -> bool:
    """Whether the join counts: only when it shows more than the conversation's `level` and than every new message by itself."""
    return together.level >= Level.URGENT and together.level > highest([level, *(each.level for each in alone)])
