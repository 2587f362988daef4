"""Texts as the language layers see them: clean, short, lower case, cut into words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Language shows in the first and last lines; the middle of a long text adds time and nothing else.
LONGEST_HEAD = 220
LONGEST_TAIL = 80
# More marks than this on one letter are decoration (Zalgo), not writing.
MARKS_PER_LETTER = 3

_ADDRESSES = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|hrs?|h)\b|\b\d+(?:st|nd|rd|th)\b"
    r"|\b\d{1,6}\s+(?:[^\W\d]+\.?\s+){1,3}(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|hwy|highway|way|ct|court)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(r"([^\W\d_])\1{2,}")
_APOSTROPHES = "'’ʼ`´‘"
_NOT_DECOMPOSED = str.maketrans({"đ": "d", "ł": "l", "ı": "i", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})


@lru_cache(maxsize=8192)
def _as_written(character: str) -> str:
    """`character` itself, an apostrophe, nothing (invisible), or a space (between words)."""
    if character in _APOSTROPHES:
        return "'"
    kind = unicodedata.category(character)
    if kind[0] in "LN" or kind in {"Mn", "Mc"}:
        return character
    return "" if character in "\u200b\u200d\ufeff\u00ad" else " "


def clean(text: str) -> str:
    """`text` in lower case without addresses, symbols, controls and lone surrogates, its words apart by one space. Never raises."""
    if text.isascii() and text.isalpha() and len(text) <= LONGEST_HEAD:
        # One plain word needs none of the rest: the tables hold a hundred thousand.
        return _RUNS.sub(r"\1", text.lower())
    if len(text) > LONGEST_HEAD + LONGEST_TAIL:
        text = text[:LONGEST_HEAD] + " " + text[-LONGEST_TAIL:]
    text = unicodedata.normalize("NFKC", _ADDRESSES.sub(" ", text))
    written = "".join(_as_written(character) for character in _few_marks(text))
    lowered = _RUNS.sub(r"\1", written.replace("İ", "i").lower())
    return " ".join(word for word in (part.strip("'") for part in lowered.split()) if word)


def _few_marks(text: str) -> str:
    if len(text) < MARKS_PER_LETTER * 2:
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)


def folded(text: str) -> str:
    """`text` without accents on Latin letters, as people type on a phone without them."""
    if text.isascii():
        return text
    kept: list[str] = []
    latin = False
    for character in unicodedata.normalize("NFD", text.translate(_NOT_DECOMPOSED)):
        if unicodedata.category(character) == "Mn" and latin:
            continue
        latin = character < "\u0250" or "\u1e00" <= character < "\u1f00"
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def words_of(cleaned: str) -> list[str]:
    """The words of an already cleaned text, numbers left out (but not the digits inside a word, as in "7abibi")."""
    return [word for word in cleaned.split() if not word.isnumeric()]
