"""Somebody asks for a language by name: "español", "speak arabic?", "tieng viet", "po russki"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.language.scripts import LATIN, main_script
from bot.language.text import clean, folded, words_of
from bot.language.wordlists import Wordlist, sections

LONGEST_REQUEST = 9
LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Asking:
    """The words around names, by what they do (`config/language/asking.txt`)."""

    around: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    english: frozenset[str]
    elsewhere_a_word: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, path: Path) -> _Asking:
        found = {heading: _folded_words(lines) for heading, lines in sections(path).items()}
        english, other = found.pop("english"), found.pop("other")
        not_before, not_after = found.pop("not before"), found.pop("not after")
        return cls(english | other | not_before, not_before, not_after, english | found.pop("names in english"), found)


class Requests:
    """The tables of names and of the words around them."""

    def __init__(self, project_root: Path, wordlists: Mapping[str, Wordlist], romanised: Mapping[str, str]) -> None:
        folder = project_root / "config" / "language"
        self._names = _read_names(folder / "names.tsv")
        self._asking = _Asking.read(folder / "asking.txt")
        pieces = sections(folder / "asking_characters.txt")["pieces"]
        self._pieces = sorted(_folded_words(pieces), key=len, reverse=True)
        self._dense_names = sorted((name for name in self._names if main_script(name) != LATIN), key=len, reverse=True)
        self._romanised_as = {code: latin for latin, code in romanised.items()}
        self._english = self._asking.english | _words(wordlists.get("en"))
        self._romanised_words = {latin: _words(wordlists.get(latin)) for latin in romanised}

    def asked(self, cleaned: str) -> str | None:
        """The language asked for by an already cleaned text; None when it says anything else as well."""
        words = [folded(word) for word in words_of(cleaned)]
        if not words or len(words) > LONGEST_REQUEST:
            return None
        found, rest = self._split(words)
        if found and self._asking.around.issuperset(rest):
            return self._chosen(found, rest, words)
        return self._asked_without_spaces(cleaned.replace(" ", ""))

    def _split(self, words: list[str]) -> tuple[list[tuple[str, str, bool]], list[str]]:
        """(name, code, negated) for every language named, longest names first, and the words that are left."""
        found: list[tuple[str, str, bool]] = []
        rest: list[str] = []
        place = unnamed = 0
        while place < len(words):
            for length in range(min(LONGEST_NAME, len(words) - place), 0, -1):
                name = " ".join(words[place : place + length])
                if name in self._names:
                    before, after = words[place - unnamed : place], words[place + length : place + length + 2]
                    negated = any(word in self._asking.not_before for word in before) or any(
                        word in self._asking.not_after for word in after
                    )
                    found.append((name, self._names[name], negated))
                    place += length
                    unnamed = 0
                    break
            else:
                rest.append(words[place])
                place += 1
                unnamed += 1
        return found, rest

    def _chosen(self, found: list[tuple[str, str, bool]], rest: list[str], words: list[str]) -> str | None:
        if any(self._asking.elsewhere_a_word.get(name, frozenset()) & set(rest) for name, _, _ in found):
            return None
        wanted = [code for _, code, negated in found if not negated]
        if not wanted:
            return None
        # Who names two of them knows the other one better than English.
        code = next((code for code in reversed(wanted) if code != "en"), wanted[-1])
        latin = self._romanised_as.get(code)
        return latin if latin and self._typed_in_latin(words, latin) else code

    def _typed_in_latin(self, words: list[str], latin: str) -> bool:
        return any(word in self._romanised_words[latin] and word not in self._english for word in words)

    def _asked_without_spaces(self, text: str) -> str | None:
        """The same for scripts without spaces: nothing but one name and pieces of asking."""
        if len(text) > LONGEST_REQUEST * 3 or main_script(text) == LATIN:
            return None
        for name in self._dense_names:
            if name in text:
                rest = text.replace(name, "", 1)
                if "不" in rest:
                    return None
                for piece in self._pieces:
                    rest = rest.replace(piece, "")
                return None if rest else self._names[name]
        return None


def _words(wordlist: Wordlist | None) -> frozenset[str]:
    return frozenset() if wordlist is None else _folded_words((*wordlist.phrases, *wordlist.words))


def _folded_words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(word) for line in lines for word in clean(line).split())


def _read_names(path: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, tab, listed = line.partition("\t")
        if tab and not line.startswith("#"):
            names.update({folded(clean(name)): code for name in listed.split("|")})
    return names
