"""The one table from signals to levels (triage rubric), and the few combinations that mean more than their parts.

level = the highest level among the signals, after the combinations have been applied
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.levels import Assessment, Level, Signal, highest

_TABLE: dict[Level, str] = {
    Level.EMERGENCY: """
        violence_now weapon break_in being_moved suicide_plan medical_emergency child_in_danger found_out hunted
        sounds_like_emergency""",
    Level.URGENT: """
        locked_in watched forced_sex beaten minor_exploited threat_to_kill threat_to_family suicidal_thoughts
        escaped_no_place needs_withheld call_for_help sounds_urgent""",
    Level.ELEVATED: """
        papers_held debt unpaid false_promise long_hours threat_of_police isolated forced_marriage sex_for_rent
        past_abuse asks_for_human worried_about_other sounds_elevated""",
    Level.ROUTINE: """
        minor question greeting thanks figure_of_speech negation past_and_safe news homework spam wrong_number other""",
}

LEVELS: dict[str, Level] = {name: level for level, names in _TABLE.items() for name in names.split()}
"""Signal -> the level it calls for by itself."""

# What a model hears without being able to say which sign of danger it is.
NAMELESS = {Level.EMERGENCY: "sounds_like_emergency", Level.URGENT: "sounds_urgent", Level.ELEVATED: "sounds_elevated"}

# Marks are not danger by themselves: they are looked for only because a combination needs them.
MARKS = frozenset({"soon", "means", "afraid", "coming_back", "child"})


@dataclass(frozen=True, slots=True)
class Combination:
    """When `first` (any of them) and `second` (any of them) stand in one message, `becomes` is there too."""

    first: frozenset[str]
    second: frozenset[str]
    becomes: str


def _combination(first: str, second: str, becomes: str) -> Combination:
    return Combination(frozenset(first.split()), frozenset(second.split()), becomes)


COMBINATIONS = (
    # A minor who is exploited in any way, or alone after running away.
    _combination(
        "minor",
        """papers_held debt unpaid false_promise long_hours threat_of_police isolated forced_marriage sex_for_rent
        forced_sex locked_in watched escaped_no_place beaten needs_withheld""",
        "minor_exploited",
    ),
    # Violence announced for today or tonight.
    _combination("threat_to_kill", "soon", "violence_now"),
    # Thoughts of suicide with a time or the means at hand.
    _combination("suicidal_thoughts", "soon means", "suicide_plan"),
    # "He is coming back", said in fear or where there is harm.
    _combination("coming_back", "afraid beaten threat_to_kill locked_in forced_sex call_for_help", "found_out"),
    # Held and being hurt: the violence is named in the present tense by `violence_now`, which is an emergency without help.
)


def with_combinations(signals: Iterable[Signal], marks: Iterable[str] = ()) -> tuple[Signal, ...]:
    """`signals` and what they mean together with each other and with `marks`; every name once, in order."""
    found: dict[str, Signal] = {}
    for signal in signals:
        found.setdefault(signal.name, signal)
    present = set(found) | set(marks)
    for combination in COMBINATIONS:
        if combination.becomes in found or not (present & combination.first and present & combination.second):
            continue
        part_names = (combination.first | combination.second) & set(found)
        evidence = " … ".join(dict.fromkeys(signal.evidence for name, signal in found.items() if name in part_names))
        found[combination.becomes] = signal_of(combination.becomes, evidence)
        present.add(combination.becomes)
    return tuple(found.values())


def signal_of(name: str, evidence: str) -> Signal:
    """The signal `name` with the level the table gives it. KeyError for a name the table lacks."""
    return Signal(name, LEVELS[name], evidence)


def assessment_of(signals: Iterable[Signal], marks: Iterable[str] = (), *, unreadable: bool = False) -> Assessment:
    """The level that follows from `signals` and `marks`, strongest signal first."""
    combined = sorted(with_combinations(signals, marks), key=lambda signal: -signal.level.rank)
    return Assessment(highest(signal.level for signal in combined), tuple(combined), unreadable)
