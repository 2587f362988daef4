"""Somebody asks for a language by name ("español", "speak arabic?", "po russki", "hablo mam"), by code (`lang:es`), or for the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.language_menu import asked_code
from bot.language.scripts import LATIN, han_language, main_script
from bot.language.table import LanguageTable
from bot.language.text import clean, folded, words_of
from bot.language.wordlists import sections

LONGEST_REQUEST = 9
LONGEST_NAME = 3
SHORTEST_MISSPELLED = 6
LONGEST_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class Request:
    """A language asked for: its code, whether we only know it by name, and the words around the name."""

    code: str
    by_name_only: bool
    around: str = ""


@dataclass(frozen=True, slots=True)
class _Asking:
    """The words around names, by what they do (`config/language/asking.txt`)."""

    around: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    english: frozenset[str]
    speaking: frozenset[str]
    only_with_speaking: frozenset[str]
    menu: frozenset[str]
    elsewhere_a_word: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, path: Path) -> _Asking:
        found = sections(path)
        menu = frozenset(folded(clean(line)) for line in found.pop("menu"))
        words = {heading: _folded_words(lines) for heading, lines in found.items()}
        english, other, not_before, speaking = (words.pop(name) for name in ("english", "other", "not before", "speaking"))
        not_after, only = words.pop("not after"), words.pop("only with speaking")
        around = english | other | not_before | speaking
        return cls(around, not_before, not_after, english | words.pop("names in english"), speaking, only, menu, words)


class Requests:
    """The names of languages and the words around them. `tables`: the words of each language's table, folded."""

    def __init__(self, project_root: Path, tables: Mapping[str, frozenset[str]], table: LanguageTable) -> None:
        folder = project_root / "config" / "language"
        self._names = _read_names(folder / "names.tsv")
        self._by_name = table.by_name
        self._codes = {code.lower(): code for code in (*table.identified(), *table.by_name)}
        self._asking = _Asking.read(folder / "asking.txt")
        pieces = sections(folder / "asking_characters.txt")["pieces"]
        self._pieces = sorted(_folded_words(pieces), key=len, reverse=True)
        self._dense_names = sorted((name for name in self._names if main_script(name) != LATIN), key=len, reverse=True)
        self._romanised_as = {code: latin for latin, code in table.romanised.items()}
        # Words that show nothing about romanised writing, because other languages have them.
        self._latin = self._asking.english.union(*(words for code, words in tables.items() if code not in table.romanised))
        self._romanised_words = {latin: tables.get(latin, frozenset()) for latin in table.romanised}
        self._words = self._asking.around.union(*tables.values())
        self._misspellings = _one_letter_off(self._names, table.identified())

    def asked_by_code(self, text: str) -> Request | None:
        """The language of a text that is `lang:xx`, as the buttons of the web chat send it."""
        code = self._codes.get(asked_code(text) or "")
        return self._request(code) if code else None

    def asked(self, cleaned: str) -> Request | None:
        """The language asked for by an already cleaned text; None when it says anything else as well.

        Languages that need an interpreter also count inside a longer text, next to a word such as "speak".
        """
        words = [folded(word) for word in words_of(cleaned)]
        if not words:
            return None
        code = self._asked_alone(cleaned, words) if len(words) <= LONGEST_REQUEST else None
        code = code or self._spoken(words)
        if code == "zh" and han_language(cleaned) == "zh-Hant":
            code = "zh-Hant"
        return self._request(code, " ".join(self._split(words)[1])) if code else None

    def asks_for_menu(self, cleaned: str) -> bool:
        """Whether an already cleaned text only asks which languages there are."""
        return folded(cleaned) in self._asking.menu

    def _request(self, code: str, around: str = "") -> Request:
        return Request(code, code in self._by_name, around)

    def _asked_alone(self, cleaned: str, words: list[str]) -> str | None:
        found, rest = self._split(words)
        if any(name in self._asking.only_with_speaking and not self._asking.speaking & set(rest) for name, _, _ in found):
            return None
        if found and self._asking.around.issuperset(rest):
            return self._chosen(found, rest, words)
        return self._asked_without_spaces(cleaned.replace(" ", ""))

    def _spoken(self, words: list[str]) -> str | None:
        """A language that we only know by name, named within three words of a word for speaking, and not denied."""
        for place, word in enumerate(words[:LONGEST_SENTENCE]):
            if word not in self._asking.speaking:
                continue
            found, _ = self._split(words[max(place - 4, 0) : place + 5])
            spoken = [code for _, code, negated in found if code in self._by_name and not negated]
            if spoken:
                return spoken[0]
        return None

    def _split(self, words: list[str]) -> tuple[list[tuple[str, str, bool]], list[str]]:
        """(name, code, negated) for every language named, longest names first, and the words that are left."""
        found: list[tuple[str, str, bool]] = []
        rest: list[str] = []
        place = unnamed = 0
        while place < len(words):
            for length in range(min(LONGEST_NAME, len(words) - place), 0, -1):
                name = " ".join(words[place : place + length])
                code = self._names.get(name) or (self._misspelled(name) if length == 1 else None)
                if code is not None:
                    before, after = words[place - unnamed : place], words[place + length : place + length + 2]
                    negated = any(word in self._asking.not_before for word in before) or any(
                        word in self._asking.not_after for word in after
                    )
                    found.append((name, code, negated))
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
        return any(word in self._romanised_words[latin] and word not in self._latin for word in words)

    def _misspelled(self, word: str) -> str | None:
        """The language of a name with one letter lost, added or changed; None for a word of any table."""
        if len(word) < SHORTEST_MISSPELLED or word in self._words:
            return None
        codes = {code for variant in _with_one_letter_less(word) for code in self._misspellings.get(variant, ())}
        return codes.pop() if len(codes) == 1 else None

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


def _one_letter_off(names: Mapping[str, str], codes: frozenset[str]) -> dict[str, set[str]]:
    """Languages by what is left of their names in Latin letters without one letter: two spellings one letter apart share such a rest."""
    found: dict[str, set[str]] = {}
    for name, code in names.items():
        if code in codes and len(name) >= SHORTEST_MISSPELLED and name.isalpha() and main_script(name) == LATIN:
            for variant in _with_one_letter_less(name):
                found.setdefault(variant, set()).add(code)
    return found


def _with_one_letter_less(word: str) -> Iterable[str]:
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))


def _folded_words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(word) for line in lines for word in clean(line).split())


def _read_names(path: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, tab, listed = line.partition("\t")
        if tab and not line.startswith("#"):
            names.update({folded(clean(name)): code for name in listed.split("|")})
    return names
