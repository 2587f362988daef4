"""How well languages are identified, beside lingua and langdetect on the same rows; what each layer gains; labelling of files."""

from __future__ import annotations

import csv
import io
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.language import UNKNOWN, without_script
from bot.domain.switching import is_clear
from bot.language.identifier import LAYERS, LanternLanguages
from bot.ports import LanguageIdentifier

_LONGEST_FIELD = 1 << 24
_CONFUSIONS = 40
Identify = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text and what was answered."""

    wanted: str
    answered: str
    words: int

    @property
    def right(self) -> bool:
        return self.wanted == self.answered

    @property
    def wrong(self) -> bool:
        """Another language was named: worse than asking."""
        return not self.right and self.answered != UNKNOWN

    @property
    def romanised(self) -> bool:
        return self.wanted.endswith("-Latn")


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file, without quoting; short rows are filled up, bytes that are not UTF-8 replaced. Empty for an empty file."""
    table = _table(path)
    return [dict(zip(table[0], cells, strict=False)) for cells in table[1:]]


def _table(path: Path) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    text = path.read_bytes().decode("utf-8", "replace").replace("\x00", "\ufffd").removeprefix("\ufeff")
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", " "), newline="\n")
    table = [cells for cells in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if cells]
    width = len(table[0]) if table else 0
    return [[*cells, *[""] * (width - len(cells))] for cells in table]


def label_file(in_tsv: Path, out_tsv: Path, identifier: LanguageIdentifier) -> None:
    """Copy `in_tsv` to `out_tsv` with a column `predicted_lang`; `unknown` where we would ask. ValueError without a `text` column."""
    table = _table(in_tsv)
    if not table or "text" not in table[0]:
        raise ValueError("the file has no `text` column")
    place = table[0].index("text")
    _warm(identifier)
    lines = ["\t".join([*table[0], "predicted_lang"])]
    lines += ["\t".join([*cells, identifier.identify(cells[place]).code]) for cells in table[1:]]
    out_tsv.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")


def _warm(identifier: LanguageIdentifier) -> None:
    warm = getattr(identifier, "warm", None)
    if warm is not None:
        warm()


def evaluate(path: Path, identifier: LanguageIdentifier) -> str:
    """The figures on the labelled rows (`lang`, `text`) of `path`, as text for a terminal."""
    rows = [row for row in read_rows(path) if row.get("lang") and row.get("text") is not None]
    if not rows:
        return f"Language identification: no labelled rows in {path.name}."
    _warm(identifier)
    wanted = {row["lang"] for row in rows}
    ours, took = _answers(rows, lambda text: identifier.identify(text).code)
    parts = [f"Language identification on {path.name}: {len(rows)} rows, {len(wanted)} languages", ""]
    parts.append(f"{'':24}{'native':>14}{'romanised':>14}{'wrong named':>14}{'unknown':>10}{'p50 ms':>9}{'p95 ms':>9}")
    parts.append(_line("Lantern", ours, took))
    for name, other in _others(wanted):
        parts.append(_line(name, *_answers(rows, other)))
    parts += ["", "by language (right/rows, wrong named, unknown)", *_by(ours, lambda row: row.wanted)]
    parts += ["", "by length in words", *_by(ours, lambda row: f"{row.words:2}" if row.words < 7 else " 7 or more")]
    parts += ["", "confusions (wanted -> answered, rows)", *_confusions(ours)]
    return "\n".join(parts)


def layer_gains(files: Sequence[Path], identifier: LanternLanguages) -> str:
    """Right and wrongly named on each of `files` (`lang`, `text`): with all layers, then without each one."""
    texts = {path: [row for row in read_rows(path) if row.get("lang")] for path in files}
    identifier.warm()
    width = max(len(path.stem) for path in files) + 4
    parts = ["What each layer gains: right / wrong named", "", f"{'without':12}" + "".join(f"{path.stem:>{width}}" for path in files)]
    parts.append(f"{'':12}" + "".join(f"{f'{len(rows)} rows':>{width}}" for rows in texts.values()))
    for layer in ("", *sorted(LAYERS - {"previous"})):
        fewer = identifier.without(layer) if layer else identifier
        shares = [_right_and_wrong(_answers(rows, lambda text, by=fewer: by.identify(text).code)[0]) for rows in texts.values()]  # type: ignore[misc]
        parts.append(f"{layer or 'nothing':12}" + "".join(f"{share:>{width}}" for share in shares))
    return "\n".join(parts)


def _right_and_wrong(rows: Sequence[Row]) -> str:
    return f"{sum(row.right for row in rows) / len(rows):.3f} / {sum(row.wrong for row in rows) / len(rows):.3f}"


def evaluate_requests(path: Path, identifier: LanguageIdentifier) -> str:
    """How often a language asked for (`lang`; `voice:` and a name where an interpreter is needed), or only mentioned, is understood."""
    _warm(identifier)
    rows = read_rows(path)
    missed = []
    for row in rows:
        guess = identifier.identify(row["text"])
        heard = guess.by_voice is not None if row["lang"].startswith("voice:") else guess.code == row["lang"]
        if not heard:
            missed.append(f"  {row['lang']} -> {guess.by_voice or guess.code}")
    return "\n".join([f"Languages asked for on {path.name}: {len(rows) - len(missed)}/{len(rows)}; missed", *missed])


def evaluate_switching(path: Path, identifier: LanguageIdentifier) -> str:
    """Messages in the middle of a conversation (`kind`, `language`, `other`, `text`): is its language kept, or the new one seen?

    `keeps` and `codeswitch` must not count as another language, `switch` must be clearly seen as `other`.
    """
    _warm(identifier)
    counts: dict[str, list[int]] = {}
    for row in read_rows(path):
        guess = identifier.identify(row["text"], row["language"])
        stays = not is_clear(guess) or without_script(guess.code) == without_script(row["language"])
        right = (is_clear(guess) and guess.code == row["other"]) if row["kind"] == "switch" else stays
        found = counts.setdefault(row["kind"], [0, 0])
        found[0] += right
        found[1] += 1
    lines = [f"  {kind:12} {right:4}/{rows:<4} {right / rows:.3f}" for kind, (right, rows) in sorted(counts.items())]
    return "\n".join([f"Switching on {path.name} (kept; for `switch`: the new language clearly seen)", *lines])


def _answers(rows: Iterable[dict[str, str]], identify: Identify) -> tuple[list[Row], list[float]]:
    found: list[Row] = []
    took: list[float] = []
    for row in rows:
        began = time.perf_counter()
        answered = identify(row["text"])
        took.append((time.perf_counter() - began) * 1000)
        found.append(Row(row["lang"], answered, len(row["text"].split())))
    return found, took


def _line(name: str, rows: Sequence[Row], took: Sequence[float]) -> str:
    native = [row for row in rows if not row.romanised]
    romanised = [row for row in rows if row.romanised]
    wrong = sum(row.wrong for row in rows) / len(rows)
    unknown = sum(row.answered == UNKNOWN for row in rows) / len(rows)
    times = sorted(took)
    p50, p95 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95))
    return f"{name:24}{_share(native):>14}{_share(romanised):>14}{wrong:>14.3f}{unknown:>10.3f}{p50:>9.2f}{p95:>9.2f}"


def _share(rows: Sequence[Row]) -> str:
    return f"{sum(row.right for row in rows) / len(rows):.3f} of {len(rows)}" if rows else "-"


def _by(rows: Sequence[Row], group: Callable[[Row], str]) -> list[str]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    return [
        f"  {name:10} {sum(row.right for row in part):4}/{len(part):<4} {sum(row.right for row in part) / len(part):.2f}"
        f"   wrong {sum(row.wrong for row in part):3}   unknown {sum(row.answered == UNKNOWN for row in part):3}"
        for name, part in sorted(groups.items())
    ]


def _confusions(rows: Sequence[Row]) -> list[str]:
    counts = Counter((row.wanted, row.answered) for row in rows if not row.right)
    return [f"  {wanted:8} -> {answered:8} {count:3}" for (wanted, answered), count in counts.most_common(_CONFUSIONS)]


def _others(wanted: Iterable[str]) -> list[tuple[str, Identify]]:
    """The detectors to compare with, restricted to the wanted languages where they can be."""
    from langdetect import DetectorFactory, LangDetectException, detect

    from bot.language.detectors import Lingua

    lingua = Lingua(wanted)
    lingua.wait()

    def by_lingua(text: str) -> str:
        values = lingua.likelihoods(text)
        return max(values, key=lambda code: values[code]) if values and max(values.values()) > 0 else UNKNOWN

    def by_langdetect(text: str) -> str:
        DetectorFactory.seed = 0
        try:
            found = str(detect(text))
        except LangDetectException:
            return UNKNOWN
        return {"zh-cn": "zh", "zh-tw": "zh-Hant"}.get(found, found)

    by_langdetect("hello")
    return [("lingua alone", by_lingua), ("langdetect alone", by_langdetect)]
