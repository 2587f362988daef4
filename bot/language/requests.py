"""Somebody asks for a language by name: "español", "speak arabic?", "tieng viet", "po russki"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.language.scripts import LATIN, main_script
from bot.language.text import clean, folded, words_of
from bot.language.wordlists import Wordlist

LONGEST_REQUEST = 9
LONGEST_NAME = 3
_NOT = frozenset("no not non nicht nie nao nu pa hindi tidak khong degil si ma nt dont don't cant can't не ні لا مش ما नहीं نہیں".split())
# In these languages "not" follows the name.
_NOT_AFTER = frozenset("nahi nahin degil chaina aaudaina nai नहीं छैन نہیں না নেই".split())
# Names that people asking in English use, and that are not English words elsewhere in our tables.
_NAMES_IN_ENGLISH = frozenset(
    "arabic chinese mandarin cantonese russian ukrainian korean punjabi panjabi hindi nepali bengali bangla persian farsi dari pashto pushto"
    " amharic tigrinya tigrigna urdu japanese".split()
)
# The name of a language that is a common word of another one, next to which it is not a name.
_ELSEWHERE_A_WORD: Mapping[str, frozenset[str]] = {
    "hindi": frozenset("po ba ko ako siya sya ka na pa naman rin lang sa ang kami kayo nila ito pwede marunong".split()),
    "dari": frozenset("saya mana yang orang sini situ mau ada".split()),
}


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    english: frozenset[str]
    romanised: Mapping[str, frozenset[str]]


class Requests:
    """The tables of names and of the words around them."""

    def __init__(self, project_root: Path, wordlists: Mapping[str, Wordlist], romanised: Mapping[str, str]) -> None:
        folder = project_root / "config" / "language"
        self._names = _read_names(folder / "names.tsv")
        asking, english = _read_asking(folder / "asking.txt")
        self._asking = asking
        self._pieces = sorted(_read_asking(folder / "asking_characters.txt")[0], key=len, reverse=True)
        self._dense_names = sorted((name for name in self._names if main_script(name) != LATIN), key=len, reverse=True)
        self._romanised_as = {code: latin for latin, code in romanised.items()}
        known = english | _NAMES_IN_ENGLISH
        self._vocabulary = _Vocabulary(
            frozenset(known | _words(wordlists.get("en"))), {latin: _words(wordlists.get(latin)) for latin in romanised}
        )

    def asked(self, cleaned: str) -> str | None:
        """The language asked for by an already cleaned text; None when it says anything else as well."""
        words = [folded(word) for word in words_of(cleaned)]
        if not words or len(words) > LONGEST_REQUEST:
            return None
        found, rest = self._split(words)
        if found and all(word in self._asking or word in _NOT for word in rest):
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
                    negated = any(word in _NOT for word in before) or any(word in _NOT_AFTER for word in after)
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
        if any(_ELSEWHERE_A_WORD.get(name, frozenset()) & set(rest) for name, _, _ in found):
            return None
        wanted = [code for _, code, negated in found if not negated]
        if not wanted:
            return None
        # Who names two of them knows the other one better than English.
        code = next((code for code in reversed(wanted) if code != "en"), wanted[-1])
        latin = self._romanised_as.get(code)
        return latin if latin and self._typed_in_latin(words, latin) else code

    def _typed_in_latin(self, words: list[str], latin: str) -> bool:
        return any(word in self._vocabulary.romanised[latin] and word not in self._vocabulary.english for word in words)

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
    if wordlist is None:
        return frozenset()
    return frozenset(folded(word) for text in (*wordlist.phrases, *wordlist.words) for word in clean(text).split())


def _read_names(path: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, tab, listed = line.partition("\t")
        if tab and not line.startswith("#"):
            names.update({folded(clean(name)): code for name in listed.split("|")})
    return names


def _read_asking(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """All asking words, and those of the part headed English."""
    everything: set[str] = set()
    english: set[str] = set()
    part = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            part = line
            continue
        words = {folded(clean(word)) for word in line.split()} - {""}
        everything |= words
        if part == "# English":
            english |= words
    return frozenset(everything), frozenset(english)
