"""Figures for triage on labelled messages: both layers side by side, per language and signal, with counts and confidence intervals."""

from __future__ import annotations

import csv
import math
import re
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.levels import Assessment, Level, highest
from bot.domain.running_score import joined, raised_by_fragments
from bot.ports import Triage
from bot.triage.triage import LanternTriage

# What the figures are to reach on the development file (docs/triage.md).
TARGETS: dict[str, tuple[str, float]] = {
    "emergency raised to urgent or more": (">=", 0.98),
    "emergency and urgent raised to urgent or more": (">=", 0.95),
    "emergency called exactly emergency": (">=", 0.88),
    "routine raised to urgent or more (false alarms)": ("<=", 0.03),
    "elevated raised to urgent or more": ("<=", 0.12),
}
FEWEST_FOR_A_LANGUAGE = 12
LANGUAGE_TARGET = 0.88
OTHER_LETTERS_TARGET = 0.90
BANDS = 10
# Messages of one conversation in the test of the running score: enough for fragments to pile up, were they to raise false alarms.
CONVERSATION = 5
_CLAUSE_END = re.compile(r"(?<=[,.;!?。，！？،؛؟।።፣၊။\n])\s*")


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


def evaluate(path: Path, triage: LanternTriage) -> str:
    """The report on the labelled file `path` (columns lang, level, signal, text)."""
    _, rows = read_table(path)
    triage.warm(full=True)
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
        lines.append(f"{name:52} {cells[0]:>24} {cells[1]:>24}   {_verdict(*_count(name, labelled, _full), sign, wanted)}")
    other = [each for each in labelled if each.language == "mul" or "-" in each.language]
    raised = [_raised(other, layer) for layer in (_quick, _full)]
    cells = [_share(*each) for each in raised]
    name = "the same, romanised and code-switched"
    lines.append(f"{name:52} {cells[0]:>24} {cells[1]:>24}   {_verdict(*raised[1], '>=', OTHER_LETTERS_TARGET)}")
    lines += ["", _speed("light layer", quick_times), _speed("whole model", full_times)]
    lines += ["", "## Emergency and urgent raised to urgent or more, by language"]
    lines += _groups(labelled, lambda each: each.language, target=LANGUAGE_TARGET)
    lines += ["", "## The same by labelled signal", *_groups(labelled, lambda each: each.signal)]
    lines += ["", "## Confusion (rows: label, columns: whole model)", *_confusion(labelled)]
    lines += [
        "",
        "## Calibration: chance of urgent or worse that the model names, and how often it was so",
        *_calibration(labelled, triage),
    ]
    lines += ["", "## Running score", *_running_score(labelled, triage)]
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


def _raised(labelled: Sequence[Labelled], layer: Callable[[Labelled], Level]) -> tuple[int, int]:
    """Of the emergency and urgent messages: how many were raised to urgent or more, and how many there are."""
    rows = [each for each in labelled if each.level >= Level.URGENT]
    return sum(layer(each) >= Level.URGENT for each in rows), len(rows)


def _verdict(hit: int, of: int, sign: str, wanted: float) -> str:
    reached = of > 0 and ((hit / of >= wanted) if sign == ">=" else (hit / of <= wanted))
    return f"{sign} {wanted} {'reached' if reached else 'NOT reached'}"


def _groups(labelled: Sequence[Labelled], group: Callable[[Labelled], str], target: float | None = None) -> list[str]:
    found: dict[str, list[Labelled]] = defaultdict(list)
    for each in labelled:
        if each.level >= Level.URGENT:
            found[group(each)].append(each)
    lines = []
    for name, rows in sorted(found.items()):
        raised = _raised(rows, _full)
        verdict = "" if target is None else ("(few)" if len(rows) < FEWEST_FOR_A_LANGUAGE else _verdict(*raised, ">=", target))
        lines.append(f"{name:24} {_share(*raised)}   {verdict}".rstrip())
    return lines


def _confusion(labelled: Sequence[Labelled]) -> list[str]:
    lines = [f"{'':12}" + "".join(f"{level.value:>12}" for level in Level)]
    for label in Level:
        counts = [sum(each.level is label and _full(each) is said for each in labelled) for said in Level]
        lines.append(f"{label.value:12}" + "".join(f"{count:>12}" for count in counts))
    return lines


def reliability(labelled: Sequence[Labelled], triage: Triage) -> list[tuple[float, int, int]]:
    """For each band of the chance that the model names: the mean chance, how many were urgent or worse, how many messages."""
    chances = getattr(triage, "chances", None)
    scored = [(found[1], each.level >= Level.URGENT) for each in labelled if chances and (found := chances(each.text)) is not None]
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, truth in scored:
        bands[min(BANDS - 1, int(chance * BANDS))].append((chance, truth))
    return [(sum(c for c, _ in band) / len(band), sum(t for _, t in band), len(band)) for _, band in sorted(bands.items())]


def _calibration(labelled: Sequence[Labelled], triage: Triage) -> list[str]:
    bands = reliability(labelled, triage)
    if not bands:
        return ["no model"]
    total = sum(of for _, _, of in bands)
    error = sum(of / total * abs(mean - hit / of) for mean, hit, of in bands)
    lines = [f"named {mean:.2f}   was {_share(hit, of):28} {'#' * round(30 * hit / of)}" for mean, hit, of in bands]
    return [*lines, f"expected calibration error {error:.3f} (n {total})"]


def _running_score(labelled: Sequence[Labelled], triage: Triage) -> list[str]:
    """Danger written clause by clause, and conversations of everyday messages only, read as the worker reads them."""
    split = [(each, parts) for each in labelled if each.level >= Level.URGENT and len(parts := _clauses(each.text)) > 1]
    alone = sum(max(triage.full(part).level for part in parts) >= Level.URGENT for _, parts in split)
    together = sum(_conversation(parts, triage) >= Level.URGENT for _, parts in split)
    by_language: dict[str, list[str]] = defaultdict(list)
    for each in labelled:
        if each.level is Level.ROUTINE:
            by_language[each.language].append(each.text)
    talks = [
        texts[at : at + CONVERSATION] for texts in by_language.values() for at in range(0, len(texts) - CONVERSATION + 1, CONVERSATION)
    ]
    false = sum(_conversation(texts, triage) >= Level.URGENT for texts in talks)
    false_alone = sum(max(triage.full(text).level for text in texts) >= Level.URGENT for texts in talks)
    return [
        f"danger in clauses, each clause read alone:            {_share(alone, len(split))}",
        f"danger in clauses, read together:                     {_share(together, len(split))}",
        f"{CONVERSATION} everyday messages in a row, each read alone raised: {_share(false_alone, len(talks))}",
        f"{CONVERSATION} everyday messages in a row, read together raised:   {_share(false, len(talks))}",
    ]


def _clauses(text: str) -> list[str]:
    return [part for part in _CLAUSE_END.split(text) if len(part) > 1]


def _conversation(messages: Sequence[str], triage: Triage) -> Level:
    """The level of a conversation of `messages`, one turn each (`bot/domain/running_score.py`)."""
    level = Level.ROUTINE
    for number, message in enumerate(messages):
        alone = triage.full(message)
        heard = [alone]
        together = joined(messages[:number], [message])
        if together is not None and raised_by_fragments(level, [alone], found := triage.full(together)):
            heard.append(found)
        level = highest([level, *(each.level for each in heard)])
    return level


def _misses(labelled: Sequence[Labelled]) -> list[str]:
    rows = [each for each in labelled if each.level >= Level.URGENT and _full(each) < Level.URGENT]
    return [f"{each.language:8} {each.level.value:10} {each.signal:24} {each.text}" for each in rows]


def _false_alarms(labelled: Sequence[Labelled]) -> list[str]:
    rows = [each for each in labelled if each.level is Level.ROUTINE and _full(each) >= Level.URGENT]
    return [f"{each.language:8} {each.signal:24} {','.join(s.name for s in each.full.signals):32} {each.text}" for each in rows]
