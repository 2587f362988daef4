"""Our own table of short words: how often each occurs in the tables of each language. Words of several languages decide little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from bot.language.text import clean, folded, words_of
from bot.language.wordlists import Wordlist

_SMOOTHING = 0.02
# A word of a phrase is what people write first; a word of the common list is any word of the language.
_PHRASE, _COMMON = 1.0, 0.5
_LONGEST = 12


class WordTable:
    """Log likelihoods of words by language; `words` are all words of a language's table, folded."""

    def __init__(self, wordlists: Mapping[str, Wordlist]) -> None:
        self._weights: dict[str, dict[str, float]] = {}
        self.words: dict[str, frozenset[str]] = {}
        for code, wordlist in wordlists.items():
            counts: Counter[str] = Counter()
            for texts, weight in ((wordlist.phrases, _PHRASE), (wordlist.words, _COMMON)):
                for text in texts:
                    for word in words_of(clean(text)):
                        counts[folded(word)] += weight  # type: ignore[assignment]
            self.words[code] = frozenset(counts)
            size = math.sqrt(sum(counts.values()))
            for word, count in counts.items():
                self._weights.setdefault(word, {})[code] = math.sqrt(count) / size

    def scores(self, words: list[str]) -> dict[str, float]:
        """A log score per language that any of `words` belongs to; languages left out score as the smallest."""
        totals: Counter[str] = Counter()
        for word in words[:_LONGEST]:
            found = self._weights.get(folded(word))
            if found is None:
                continue
            for code, weight in found.items():
                totals[code] += math.log(1 + weight / _SMOOTHING)  # type: ignore[assignment]
        return dict(totals)

    def known(self, words: list[str]) -> float:
        """The share of `words` that are in the table of any language."""
        return sum(folded(word) in self._weights for word in words[:_LONGEST]) / max(len(words[:_LONGEST]), 1)
