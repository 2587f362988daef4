"""How urgent a conversation is: the four levels of the triage rubric (docs/triage.md) and the signals behind them."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Level(enum.StrEnum):
    """One of the rubric's four levels. Compare with `<` and `>`: emergency is the greatest."""

    ROUTINE = "routine"
    ELEVATED = "elevated"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for routine up to 3 for emergency; also the job priority."""
        return _RANKS[self]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Level) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, Level) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, Level) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, Level) else NotImplemented


_RANKS = {Level.ROUTINE: 0, Level.ELEVATED: 1, Level.URGENT: 2, Level.EMERGENCY: 3}


def highest(levels: Iterable[Level]) -> Level:
    """The greatest of `levels`; routine when there are none."""
    return max(levels, key=lambda level: level.rank, default=Level.ROUTINE)


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign of danger found in a message: what it is, the level it calls for, and the words that showed it.

    `evidence` is the person's own words: sealed at rest, shown only to advocates, masked in `repr`.
    """

    name: str
    level: Level
    evidence: str

    def __repr__(self) -> str:
        return f"Signal({self.name!r}, {self.level.value})"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What triage says of one message: its level and the signals that caused it. `unreadable` asks for a human."""

    level: Level
    signals: tuple[Signal, ...] = ()
    unreadable: bool = False

    def merged(self, other: Assessment) -> Assessment:
        """Both readings together: the higher level, every signal once (the first evidence wins)."""
        known = {signal.name for signal in self.signals}
        extra = tuple(signal for signal in other.signals if signal.name not in known)
        level = max(self.level, other.level, key=lambda each: each.rank)
        return Assessment(level, self.signals + extra, self.unreadable or other.unreadable)
