"""Words that are said in every language: "ok", "hi", "whatsapp", names of people and places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.language.text import folded
from bot.language.wordlists import sections


@dataclass(frozen=True, slots=True)
class Neutral:
    """The lists of `config/language/neutral.txt` and `proper_names.txt`."""

    anywhere: frozenset[str]
    english: frozenset[str]
    keeps: frozenset[str]
    places: frozenset[str] = frozenset()

    @classmethod
    def read(cls, project_root: Path) -> Neutral:
        """The lists of `project_root`."""
        folder = project_root / "config" / "language"
        found = sections(folder / "neutral.txt")
        names = sections(folder / "proper_names.txt")
        anywhere, english, keeps, people = (
            frozenset(" ".join(lines).split()) for lines in (found["anywhere"], found["english"], found["keeps"], names["people"])
        )
        return cls(anywhere, english, keeps | people, frozenset(names["places"]))

    def guess(self, words: list[str], previous: str | None) -> LanguageGuess | None:
        """The guess for a text of nothing but such words; None for any other text."""
        said = [folded(word) for word in words]
        if previous is not None and " ".join(said) in self.places:
            return LanguageGuess(previous, 0.5, "previous")
        plain = set(said)
        if not plain <= self.anywhere | self.english | self.keeps:
            return None
        if previous is not None:
            return LanguageGuess(previous, 0.5, "previous")
        if plain <= self.anywhere | self.english:
            named = bool(plain & self.english)
            return LanguageGuess("en", 0.7, "neutral") if named else LanguageGuess(UNKNOWN, 0.0, "neutral", alternatives=("en", "es"))
        return None
