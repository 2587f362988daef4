"""Words that are said in every language: "ok", "hi", "whatsapp", names of people and places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.language.text import folded
from bot.language.wordlists import sections


@dataclass(frozen=True, slots=True)
class Neutral:
    """The lists of `config/language/neutral.txt` and `proper_names.txt`.

    A first message of `anywhere` names no language, one with a word of `english` means English. A message of nothing but `kept` does not
    change the language of a conversation.
    """

    anywhere: frozenset[str]
    english: frozenset[str]
    kept: frozenset[str]

    @classmethod
    def read(cls, project_root: Path) -> Neutral:
        """The lists of `project_root`."""
        folder = project_root / "config" / "language"
        found = {**sections(folder / "neutral.txt"), **sections(folder / "proper_names.txt")}
        lists = {name: frozenset(" ".join(lines).split()) for name, lines in found.items()}
        return cls(lists["anywhere"], lists["english"], frozenset().union(*lists.values()))

    def guess(self, words: list[str], previous: str | None) -> LanguageGuess | None:
        """The guess for a text of nothing but such words; None for any other text."""
        plain = {folded(word) for word in words}
        if previous is not None:
            return LanguageGuess(previous, 0.5, "previous") if plain <= self.kept else None
        if not plain <= self.anywhere | self.english:
            return None
        if plain & self.english:
            return LanguageGuess("en", 0.7, "neutral")
        return LanguageGuess(UNKNOWN, 0.0, "neutral", alternatives=("en", "es"))
