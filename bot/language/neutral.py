"""Words that are said in every language: "ok", "hi", "whatsapp"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.language.text import folded


@dataclass(frozen=True, slots=True)
class Neutral:
    """The lists of `config/language/neutral.txt`."""

    anywhere: frozenset[str]
    english: frozenset[str]
    keeps: frozenset[str]

    @classmethod
    def read(cls, project_root: Path) -> Neutral:
        """The lists of `project_root`."""
        lists: dict[str, set[str]] = {"anywhere": set(), "english": set(), "keeps": set()}
        current = "anywhere"
        for line in (project_root / "config" / "language" / "neutral.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                current = line.strip("[] ")
            elif not line.startswith("#"):
                lists[current].update(line.split())
        return cls(*(frozenset(lists[name]) for name in ("anywhere", "english", "keeps")))

    def guess(self, words: list[str], previous: str | None) -> LanguageGuess | None:
        """The guess for a text of nothing but such words; None for any other text."""
        plain = {folded(word) for word in words}
        if not plain <= self.anywhere | self.english | self.keeps:
            return None
        if previous is not None:
            return LanguageGuess(previous, 0.5, "previous")
        if plain <= self.anywhere | self.english:
            named = bool(plain & self.english)
            return LanguageGuess("en", 0.7, "neutral") if named else LanguageGuess(UNKNOWN, 0.0, "neutral", alternatives=("en", "es"))
        return None
