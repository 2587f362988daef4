"""Figures for triage on labelled messages: both layers side by side, per language and signal, with counts and confidence intervals."""

from __future__ import annotations

import csv
import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from bot.domain.levels import Assessment, Level
from bot.ports import Triage

# What the figures are to reach on the development file (docs/triage.md).
TARGETS: dict[str, tuple[str, float]] = {
    "emergency raised to urgent or more": (">=", 0.98),
    "emergency and urgent raised to urgent or more": (">=", 0.95),
    "emergency called exactly emergency": (">=", 0.88),
    "routine raised to urgent or more (false alarms)": ("<=", 0.03),
    "elevated raised to urgent or more": ("<=", 0.12),
}
FEWEST_FOR_A_LANGUAGE = 12
CALIBRATION_BANDS = (-math.inf, -1.0, -0.6, -0.3, 0.0, 0.3, 0.6, 1.0, math.inf)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message, its label, and what each layer said."""

    language: str
    level: Level
    signal: str
    quick: Assessment
    full: Assessment
    text: str = field(repr=False)


def read_table(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Header and rows of a TSV without quoting; short rows are filled with nothing, longer ones keep what the header names."""
    text = path.read_bytes().decode("utf-8-sig", "replace").replace("\x00", "")
    lines = [line.rstrip("\r") for line in text.split("\n")]
    header = lines[0].split("\t") if lines else []
    rows = [dict(zip(header, [*line.split("\t"), *[""] * len(header)], strict=False)) for line in lines[1:] if line.strip()]
    return header, rows


def label_file(in_tsv: Path, out_tsv: Path, triage: Triage) -> None:
    """Copy `in_tsv` to `out_tsv` with `predicted_level` and `predicted_signals` (comma separated) added to every row."""
    header, rows = read_table(in_tsv)
    if "text" not in header:
        raise SystemExit(f"{in_tsv.name} has no column named text")
    columns = [*header, *(each for each in ("predicted_level", "predicted_signals") if each not in header)]
    with out_tsv.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar=None, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            heard = triage.full(row["text"])
            row = {name: value.replace("\r", " ") for name, value in row.items()}
            row["predicted_level"] = heard.level.value
            row["predicted_signals"] = ",".join(signal.name for signal in heard.signals)
            writer.writerow([row.get(column, "") for column in columns])


def evaluate(path: Path, triage: Triage) -> str:
    """The report on the labelled file `path` (columns lang, level, signal, text)."""
    _, rows = read_table(path)
    triage.full("a first message loads the models")
    quick_times, full_times, labelled = [], [], []
    known = {level.value for level in Level}
    usable = [row for row in rows if row.get("level") in known and row.get("text")]
    for row in usable:
        begun = time.perf_counter()
        quick = triage.quick(row["text"])
        middle = time.perf_counter()
        full = triage.full(row["text"])
        quick_times.append(middle - begun)
        full_times.append(time.perf_counter() - middle)
        labelled.append(Labelled(row.get("lang", ""), Level(row["level"]), row.get("signal", ""), quick, full, row["text"]))
    left_out = f", {len(rows) - len(usable)} rows without a level or text left out" if len(usable) < len(rows) else ""
    lines = [
        f"# Triage on {path.name}: {len(labelled)} messages{left_out}",
        "",
        f"{'':52} {'light layer':>24} {'whole model':>24}   to reach",
    ]
    for name, (sign, wanted) in TARGETS.items():
        cells = [_share(*_count(name, labelled, layer)) for layer in (_quick, _full)]
        hit, of = _count(name, labelled, _full)
        reached = of and ((hit / of >= wanted) if sign == ">=" else (hit / of <= wanted))
        lines.append(f"{name:52} {cells[0]:>24} {cells[1]:>24}   {sign} {wanted} {'reached' if reached else 'NOT reached'}")
    lines += ["", _speed("light layer", quick_times), _speed("whole model", full_times)]
    lines += ["", "## Emergency and urgent raised to urgent or more, by language", *_groups(labelled, lambda each: each.language)]
    lines += ["", "## The same by labelled signal", *_groups(labelled, lambda each: each.signal, fewest=1)]
    lines += ["", "## Confusion (rows: label, columns: whole model)", *_confusion(labelled)]
    lines += ["", "## Calibration of the whole model (score above the threshold of urgent)", *_calibration(labelled, triage)]
    lines += ["", "## Misses: emergency or urgent left below urgent", *_misses(labelled)]
    lines += ["", "## False alarms: routine raised to urgent or more", *_false_alarms(labelled)]
    return "\n".join(lines)


def wilson(hit: int, of: int) -> tuple[float, float]:
    """The 95 % confidence interval of a share (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    z, share = 1.96, hit / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _quick(each: Labelled) -> Level:
    return each.quick.level


def _full(each: Labelled) -> Level:
    return each.full.level


def _count(name: str, labelled: Sequence[Labelled], layer: Callable[[Labelled], Level]) -> tuple[int, int]:
    """How many of how many."""
    exact = name.endswith("exactly emergency")
    wanted = {
        "emergency raised to urgent or more": {Level.EMERGENCY},
        "emergency and urgent raised to urgent or more": {Level.EMERGENCY, Level.URGENT},
        "emergency called exactly emergency": {Level.EMERGENCY},
        "routine raised to urgent or more (false alarms)": {Level.ROUTINE},
        "elevated raised to urgent or more": {Level.ELEVATED},
    }[name]
    rows = [each for each in labelled if each.level in wanted]
    lowest = Level.EMERGENCY if exact else Level.URGENT
    return sum(layer(each) >= lowest for each in rows), len(rows)


def _share(hit: int, of: int) -> str:
    low, high = wilson(hit, of)
    return f"{hit / of if of else 0:.3f} ({low:.2f}-{high:.2f}) {hit}/{of}"


def _speed(name: str, times: Sequence[float]) -> str:
    ordered = sorted(times)
    middle, late = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 for share in (0.5, 0.95))
    return f"{name}: p50 {middle:.1f} ms, p95 {late:.1f} ms a message (n {len(ordered)})"


def _groups(labelled: Sequence[Labelled], group: Callable[[Labelled], str], fewest: int = FEWEST_FOR_A_LANGUAGE) -> list[str]:
    found: dict[str, list[Labelled]] = defaultdict(list)
    for each in labelled:
        if each.level >= Level.URGENT:
            found[group(each)].append(each)
    lines = []
    for name, rows in sorted(found.items()):
        hit = sum(_full(each) >= Level.URGENT for each in rows)
        lines.append(f"{name:24} {_share(hit, len(rows))}{'' if len(rows) >= fewest else '   (few)'}")
    return lines


def _confusion(labelled: Sequence[Labelled]) -> list[str]:
    lines = [f"{'':12}" + "".join(f"{level.value:>12}" for level in Level)]
    for label in Level:
        counts = [sum(each.level is label and _full(each) is said for each in labelled) for said in Level]
        lines.append(f"{label.value:12}" + "".join(f"{count:>12}" for count in counts))
    return lines


def _calibration(labelled: Sequence[Labelled], triage: Triage) -> list[str]:
    """In bands of the model's score: how many messages, and the share of them that are urgent or worse."""
    margins = getattr(triage, "margins", None)
    scored = [(score[1], each.level >= Level.URGENT) for each in labelled if margins and (score := margins(each.text)) is not None]
    if not scored:
        return ["no model"]
    lines = []
    for low, high in pairwise(CALIBRATION_BANDS):
        band = [truth for score, truth in scored if low <= score < high]
        lines.append(f"{low:>6} to {high:>5}: {_share(sum(band), len(band)) if band else 'none'}")
    return lines


def _misses(labelled: Sequence[Labelled]) -> list[str]:
    rows = [each for each in labelled if each.level >= Level.URGENT and _full(each) < Level.URGENT]
    return [f"{each.language:8} {each.level.value:10} {each.signal:24} {each.text}" for each in rows]


def _false_alarms(labelled: Sequence[Labelled]) -> list[str]:
    rows = [each for each in labelled if each.level is Level.ROUTINE and _full(each) >= Level.URGENT]
    return [f"{each.language:8} {each.signal:24} {','.join(s.name for s in each.full.signals):32} {each.text}" for each in rows]
