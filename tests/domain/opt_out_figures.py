"""How well opt-out words are read, counted on the held-out sentences of `opt_out.tsv`: `python -m tests.domain.opt_out_figures`.

The file has a header and three columns parted by tabs (language, meaning, text); a quotation mark in it is only a quotation mark.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.opt_out import OptOutKind, classify

HELD_OUT = Path(__file__).with_name("opt_out.tsv")
MEANINGS = ("stop", "start", "help", "none")
COLUMNS = ("language", "meaning", "text")


@dataclass(slots=True)
class Figures:
    """How many rows of each meaning there are, how many were read as what they mean, and how many of `none` as a stop."""

    rows: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    false_stops: int = 0

    def recall(self, meaning: str) -> float:
        """The share of the rows of `meaning` that were read so; 1 when there is none."""
        return self.right[meaning] / self.rows[meaning] if self.rows[meaning] else 1.0

    def false_stop_rate(self) -> float:
        """The share of the rows of `none` that were read as a stop; 0 when there is none."""
        return self.false_stops / self.rows["none"] if self.rows["none"] else 0.0

    def count(self, meaning: str, read: str) -> None:
        """Add a row of `meaning` that was read as `read`."""
        self.rows[meaning] += 1
        self.right[meaning] += meaning == read
        self.false_stops += meaning == "none" and read == "stop"


def rows(file: Path = HELD_OUT) -> list[tuple[str, str, str]]:
    """Language, meaning and text of every row. Raises ValueError when the file is not as described."""
    lines = file.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].rstrip("\r").split("\t")) != COLUMNS:
        raise ValueError(f"{file.name} does not begin with {COLUMNS}")
    found = [tuple(line.rstrip("\r").split("\t")) for line in lines[1:] if line.strip()]
    for number, row in enumerate(found, 2):
        if len(row) != len(COLUMNS) or row[1] not in MEANINGS:
            raise ValueError(f"{file.name}, row {number} is not language, meaning and text")
    return found  # type: ignore[return-value]


def read_as(text: str) -> str:
    """What `text` is read as: `stop`, `start`, `help` or `none` (YES alone is an ordinary answer)."""
    word = classify(text)
    return word.kind.value if word is not None and word.kind is not OptOutKind.YES else "none"


def figures(held_out: list[tuple[str, str, str]]) -> tuple[Figures, dict[str, Figures]]:
    """The figures of all rows, and by language."""
    everything, by_language = Figures(), dict[str, Figures]()
    for language, meaning, text in held_out:
        read = read_as(text)
        everything.count(meaning, read)
        by_language.setdefault(language, Figures()).count(meaning, read)
    return everything, by_language


def table(everything: Figures, by_language: dict[str, Figures]) -> str:
    """The figures as lines of text, a language a line, all counts beside what they are of."""
    lines = [f"{'':10}{'stop':>10}{'start':>10}{'help':>10}{'false stops':>14}"]
    for name, each in [*sorted(by_language.items()), ("all", everything)]:
        counts = "".join(f"{f'{each.right[meaning]}/{each.rows[meaning]}':>10}" for meaning in ("stop", "start", "help"))
        lines.append(f"{name:10}{counts}{_of(each):>14}")
    lines.append(f"stop recall {everything.recall('stop'):.3f}, false stops {everything.false_stop_rate():.3f}")
    return "\n".join(lines)


def _of(each: Figures) -> str:
    return f"{each.false_stops}/{each.rows['none']}"


if __name__ == "__main__":
    print(table(*figures(rows())))
