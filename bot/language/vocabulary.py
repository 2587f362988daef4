"""General vocabulary with frequencies, from the lists of the package `wordfreq` (Speer, 2022), for languages that share a script.

First texts are about few things; the lists teach the character model how the rest of a language looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from wordfreq import get_frequency_dict

from bot.language.scripts import LATIN, SEVERAL_LANGUAGES, main_script
from bot.language.text import clean

# Our code -> the package's. Languages that are alone with their script need no vocabulary.
LISTED: Mapping[str, str] = {
    "en": "en", "es": "es", "fr": "fr", "pt": "pt", "it": "it", "ro": "ro", "de": "de", "pl": "pl", "tr": "tr", "id": "id",
    "tl": "fil", "vi": "vi", "ru": "ru", "uk": "uk", "ar": "ar", "fa": "fa", "ur": "ur", "hi": "hi",
}  # fmt: skip
# A word that another listed language uses so many times more often is borrowed, or a slip in a list made from the web.
_BORROWED = 8.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with running totals of their weights: the square root of the frequency, so that rare words are met too."""

    words: tuple[str, ...]
    up_to: tuple[float, ...]


def general_vocabulary(codes: Iterable[str]) -> dict[str, Vocabulary]:
    """The vocabulary of those of `codes` that are listed."""
    lists = {code: _list(code) for code in codes if code in LISTED}
    most: dict[str, float] = {}
    for words in lists.values():
        for word, frequency in words.items():
            most[word] = max(most.get(word, 0.0), frequency)
    found = {}
    for code, words in lists.items():
        own = sorted((word, frequency) for word, frequency in words.items() if frequency * _BORROWED >= most[word])
        found[code] = Vocabulary(tuple(word for word, _ in own), tuple(accumulate(frequency**0.5 for _, frequency in own)))
    return found


def _list(code: str) -> dict[str, float]:
    script = next((script for script, codes in SEVERAL_LANGUAGES.items() if code in codes), LATIN)
    words: dict[str, float] = {}
    for word, frequency in get_frequency_dict(LISTED[code], "small").items():
        cleaned = clean(word)
        if cleaned and " " not in cleaned and not any(map(str.isdigit, cleaned)) and main_script(cleaned) == script:
            words[cleaned] = words.get(cleaned, 0.0) + frequency
    return words
