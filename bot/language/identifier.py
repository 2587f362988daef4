"""The language to answer in, from a few misspelled words.

In order: asked for by name; words said everywhere; a script that only one language has; then our word table, our character model and
lingua together; then the conversation's language so far; else `unknown`. docs/languages.md has the figures.
"""

from __future__ import annotations

import math
from copy import copy
from dataclasses import replace
from pathlib import Path

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.language.characters import BrokenModel, CharacterModel
from bot.language.detectors import Detector, Lingua
from bot.language.neutral import Neutral
from bot.language.requests import Requests
from bot.language.scripts import LATIN, ONE_LANGUAGE, SEVERAL_LANGUAGES, han_language, languages_of, main_script, script_of
from bot.language.table import LanguageTable
from bot.language.text import clean, words_of
from bot.language.wordlists import read_wordlists
from bot.language.wordtable import WordTable

# Layers that can be left out to measure what each one gains.
LAYERS = frozenset({"asked", "neutral", "words", "characters", "lingua", "previous"})
# Below this likelihood we would rather ask. Chosen, as the weights, on texts by other authors that no table holds (docs/languages.md).
SURE = 0.5
# And it must be this much likelier than the next.
AHEAD = 0.15
# One word alone is shared by several languages more often ("salam", "no").
SURE_OF_ONE_WORD = 0.55
AHEAD_OF_ONE_WORD = 0.25
WORTH_A_MENTION = 0.02
CHARACTERS_WEIGHT = 1.2
WORDS_WEIGHT = 0.8
LINGUA_WEIGHT = 0.8
# Lingua knows a language's whole vocabulary, we know what people write first: it counts more where our words end.
LINGUA_WEIGHT_OF_NEW_WORDS = 1.2
# Stands for "lingua does not know this language", so that Haitian Creole is neither helped nor hurt.
LINGUA_FLOOR = 0.03
LINGUA_SILENT = 0.35
# The conversation's language so far counts as much as one clear short word.
PREVIOUS_WEIGHT = 1.5
# A text in another language that holds so many words (letters, in another script) of the conversation's own mixes the two, as bilingual
# people do; a word counts when it is so much likelier in the conversation's language (natural log of odds).
FEWEST_WORDS = 2
FEWEST_LETTERS = 2
WORD_MARGIN = 3.0
# One word as short as this ("lan", "y") changes no conversation.
SHORT_WORD = 3
# Their script decides, or lingua knows only one of the languages of their script and would always name that one (Hindi, not Nepali).
DECIDED_BEFORE_LINGUA = frozenset({*ONE_LANGUAGE.values(), *SEVERAL_LANGUAGES["han"], *SEVERAL_LANGUAGES["devanagari"]})
# One language typed in Latin letters, under two names: who writes the one reads the other, so being torn between them is no reason to ask.
SAME_WHEN_TYPED = frozenset({"hi-Latn", "ur-Latn"})


class LanternLanguages:
    """Implements `bot.ports.LanguageIdentifier`. Thread safe. Works, with fewer layers, without a trained model."""

    def __init__(
        self,
        project_root: Path,
        model_dir: Path,
        *,
        lingua: Detector | None = None,
        model: CharacterModel | None = None,
    ) -> None:
        self.table = LanguageTable.load(project_root)
        self._codes = self.table.identified()
        self._layers = LAYERS
        self._words = WordTable(read_wordlists(project_root))
        self._requests = Requests(project_root, self._words.words, self.table)
        self._neutral = Neutral.read(project_root)
        self._lingua = lingua or Lingua(self.table.enabled - DECIDED_BEFORE_LINGUA)
        self._model = model
        if model is None:
            try:
                self._model = CharacterModel.newest(model_dir)
            except BrokenModel:
                self._model = None
        elsewhere = {code for codes in SEVERAL_LANGUAGES.values() for code in codes} | set(ONE_LANGUAGE.values())
        self._latin = tuple(sorted(code for code in self._codes if code not in elsewhere))

    def without(self, layer: str) -> LanternLanguages:
        """The same with one layer left out, to measure what it gains. KeyError for a layer there is not."""
        if layer not in LAYERS:
            raise KeyError(layer)
        fewer = copy(self)
        fewer._layers = self._layers - {layer}
        if layer == "characters":
            fewer._model = None
        return fewer

    @property
    def has_model(self) -> bool:
        """Whether the trained character model is in use."""
        return self._model is not None

    def warm(self) -> None:
        """Wait until every layer is loaded."""
        if isinstance(self._lingua, Lingua) and "lingua" in self._layers:
            self._lingua.wait()

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        """The language of `text`; `previous` is the conversation's language so far. Never raises for any text."""
        if isinstance(self._lingua, Lingua) and "lingua" in self._layers:
            self._lingua.begin()
        previous = previous if previous in self._codes and "previous" in self._layers else None
        cleaned = clean(text)
        if "asked" not in self._layers:
            return self._read(cleaned, previous)
        asked = self._requests.asked_by_code(text) or self._requests.asked(cleaned)
        if asked is not None and asked.by_name_only:
            return replace(self._read(asked.around, previous), by_voice=asked.code)
        if asked is not None and asked.code in self._codes:
            return LanguageGuess(asked.code, 1.0, "asked", requested=True)
        guess = self._read(cleaned, previous)
        if self._requests.asks_for_menu(cleaned):
            # Such a word is much the same in many languages: it does not tell which one to answer in, only which to offer first.
            return replace(_kept(previous, (guess.code, *guess.alternatives)), wants_menu=True)
        return guess

    def _read(self, cleaned: str, previous: str | None) -> LanguageGuess:
        words = words_of(cleaned)
        if not words:
            return _kept(previous, ())
        if "neutral" in self._layers:
            guess = self._neutral.guess(words, previous)
            if guess is not None:
                return guess
        guess = self._by_script(cleaned, words, previous)
        if previous is not None and self._mixes(cleaned, words, previous, guess.code):
            return _kept(previous, (guess.code, *guess.alternatives))
        return guess

    def _mixes(self, cleaned: str, words: list[str], previous: str, found: str) -> bool:
        """Whether a text that reads as `found` still holds words of the conversation's language, or too little to tell."""
        if found == UNKNOWN or self._family(found) == self._family(previous):
            return False
        if previous not in self._latin:
            own = sum(previous in languages_of(script_of(character)) for character in cleaned)
            return found in self._latin and own >= FEWEST_LETTERS
        if found not in self._latin:
            return False
        if len(words) == 1 and len(words[0]) <= SHORT_WORD:
            return True
        own = sum(self._word_score(word, previous) - self._word_score(word, found) > WORD_MARGIN for word in words)
        return own >= FEWEST_WORDS

    def _word_score(self, word: str, code: str) -> float:
        known = WORDS_WEIGHT * self._words.scores([word]).get(code, 0.0)
        if self._model is None or code not in self._model.codes:
            return known
        return known + CHARACTERS_WEIGHT * float(self._model.scores([word])[self._model.codes.index(code)])

    def _family(self, code: str) -> str:
        return self.table.romanised.get(code, code)

    def _by_script(self, cleaned: str, words: list[str], previous: str | None) -> LanguageGuess:
        script = main_script(cleaned)
        if script in self.table.of_script:
            return replace(_kept(previous, ()), by_voice=self.table.of_script[script])
        if script == LATIN:
            return self._weighed(cleaned, words, self._latin, previous)
        candidates = tuple(code for code in languages_of(script) if code in self._codes)
        if script == "han" and len(candidates) > 1:
            code = han_language(cleaned) or (previous if previous in candidates else "zh")
            return LanguageGuess(code or "zh", 0.95, "script", alternatives=tuple(other for other in candidates if other != code))
        if len(candidates) == 1:
            return LanguageGuess(candidates[0], 0.99, "script")
        if not candidates:
            return _kept(previous, ())
        return self._weighed(cleaned, words, candidates, previous)

    def _weighed(self, cleaned: str, words: list[str], candidates: tuple[str, ...], previous: str | None) -> LanguageGuess:
        likely = self.likelihoods(cleaned, words, candidates, previous)
        ranked = sorted(likely, key=lambda code: -likely[code])
        best = ranked[0]
        mentioned = tuple(code for code in ranked[:4] if likely[code] >= WORTH_A_MENTION)
        sureness = sum(likely.get(code, 0.0) for code in SAME_WHEN_TYPED) if best in SAME_WHEN_TYPED else likely[best]
        next_best = max((likely[code] for code in ranked[1:] if not {code, best} <= SAME_WHEN_TYPED), default=0.0)
        sure, ahead = (SURE_OF_ONE_WORD, AHEAD_OF_ONE_WORD) if len(words) == 1 else (SURE, AHEAD)
        if sureness < sure or sureness - next_best < ahead:
            return _kept(previous, mentioned)
        return LanguageGuess(best, sureness, "weighed", alternatives=tuple(code for code in mentioned if code != best))

    def likelihoods(self, cleaned: str, words: list[str], candidates: tuple[str, ...], previous: str | None) -> dict[str, float]:
        """How likely each candidate is, by all evidence together; they add up to 1."""
        scores = {code: -self.table.rarity.get(code, 0.0) for code in candidates}
        if self._model is not None:
            for code, score in zip(self._model.codes, self._model.scores(words), strict=True):
                if code in scores:
                    scores[code] += CHARACTERS_WEIGHT * float(score)
        if "words" in self._layers:
            for code, score in self._words.scores(words).items():
                if code in scores:
                    scores[code] += WORDS_WEIGHT * score
        if "lingua" in self._layers:
            self._add_lingua(cleaned, words, scores)
        if previous is not None:
            for code in scores:
                if self._family(code) == self._family(previous):
                    scores[code] += PREVIOUS_WEIGHT
        return _shares(scores)

    def _add_lingua(self, cleaned: str, words: list[str], scores: dict[str, float]) -> None:
        values = self._lingua.likelihoods(cleaned)
        if not values:
            return
        total = sum(values.get(code, 0.0) for code in scores) or 1.0
        weight = LINGUA_WEIGHT + LINGUA_WEIGHT_OF_NEW_WORDS * (1 - self._words.known(words))
        for code in scores:
            share = values[code] / total if code in values else LINGUA_SILENT
            scores[code] += weight * math.log(share + LINGUA_FLOOR)


def _shares(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values())
    raised = {code: math.exp(score - top) for code, score in scores.items()}
    total = sum(raised.values())
    return {code: value / total for code, value in raised.items()}


def _kept(previous: str | None, likely: tuple[str, ...]) -> LanguageGuess:
    if previous is None:
        return LanguageGuess(UNKNOWN, 0.0, "none", alternatives=likely)
    return LanguageGuess(previous, 0.5, "previous", alternatives=tuple(code for code in likely if code != previous))
