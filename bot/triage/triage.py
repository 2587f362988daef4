"""Hears danger: rules on every text, light vectors in the webhook, the whole model in the worker. Each layer only ever raises."""

from __future__ import annotations

import re
import threading
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import structlog

from bot.domain.levels import Assessment, Level, Signal
from bot.triage.model import BrokenModel, Reading, TriageModel
from bot.triage.phrases import Hit
from bot.triage.signals import LEVELS, MARKS, assessment_of, signal_of

# A long text is read as a whole and in its sentences, so that one line of danger is not drowned; at most so many, the last ones too.
SENTENCES_READ = 6
WORTH_SPLITTING = 200
SHORTEST_SENTENCE = 12
# Words run on without a full stop are cut into pieces of about this many characters.
LONGEST_SENTENCE = 160
LOOK_FOR_MODEL_EVERY_SECONDS = 5.0
_SENTENCE_END = re.compile(r"(?<=[.!?\n。！？؟۔।])\s*")
_NAMELESS = {Level.EMERGENCY: "violence_now", Level.URGENT: "watched", Level.ELEVATED: "worried_about_other"}
log = structlog.get_logger()

Vector = npt.NDArray[np.float32]


class Vectors(Protocol):
    """What triage needs of `bot.vectors`."""

    def use(self, text: str) -> Vector: ...
    def both(self, text: str) -> Vector: ...
    def both_of_all(self, texts: Sequence[str]) -> Vector: ...
    def warm(self, *, full: bool) -> None: ...


class Rules(Protocol):
    """What triage needs of the phrase rules."""

    def read(self, text: str) -> list[Hit]: ...


class LanternTriage:
    """Implements `ports.Triage`. Thread safe. With the model missing or broken it hears by rules alone, and looks for it again."""

    def __init__(self, vectors: Vectors, model_dir: Path, rules: Rules) -> None:
        self._vectors = vectors
        self._model_dir = model_dir
        self._rules = rules
        self._model: TriageModel | None = None
        self._looked_at = float("-inf")
        self._warm = False
        self._lock = threading.Lock()

    def quick(self, text: str) -> Assessment:
        """Rules, and the light line once the vectors are loaded."""
        heard = self._by_rules(text)
        model = self._loaded() if self._warm else None
        if model is None or heard.unreadable:
            return heard
        try:
            reading = model.read_lightly(self._vectors.use(text))
        except Exception as fault:
            _vectors_failed(fault)
            return heard
        return heard.merged(_assessed(reading, text, by_neighbours=False))

    def full(self, text: str, features: Vector | None = None) -> Assessment:
        """Rules and the whole model; never lower than `quick`. `features`: the 896 numbers of the whole text, if somebody has them."""
        heard = self.quick(text)
        model = self._loaded()
        if model is None or heard.unreadable:
            return heard
        try:
            sentences = _sentences(text)
            whole = self._vectors.both(text) if features is None else features
            rows = [whole, *self._vectors.both_of_all(sentences)] if sentences else [whole]
            for part, vector in zip([text, *sentences], rows, strict=True):
                heard = heard.merged(_assessed(model.read(vector), part, by_neighbours=True))
        except Exception as fault:
            _vectors_failed(fault)
        return heard

    def margins(self, text: str) -> tuple[float, float, float] | None:
        """How far the whole model's scores lie above their thresholds (elevated, urgent, emergency); None without a model."""
        model = self._loaded()
        return None if model is None else model.read(self._vectors.both(text)).margins

    def warm(self, *, full: bool) -> None:
        """Load what the first message would otherwise wait for."""
        self._rules.read("")
        self._vectors.warm(full=full)
        self._warm = True
        self._loaded()

    @property
    def has_model(self) -> bool:
        """Whether the trained model is in use."""
        return self._loaded() is not None

    def _by_rules(self, text: str) -> Assessment:
        hits = self._rules.read(text)
        signals = [signal_of(hit.name, hit.evidence) for hit in hits if hit.name in LEVELS]
        return assessment_of(signals, [hit.name for hit in hits if hit.name in MARKS], unreadable=not signals and not _readable(text))

    def _loaded(self) -> TriageModel | None:
        if self._model is not None:
            return self._model
        with self._lock:
            if self._model is None and time.monotonic() - self._looked_at > LOOK_FOR_MODEL_EVERY_SECONDS:
                self._looked_at = time.monotonic()
                try:
                    self._model = TriageModel.newest(self._model_dir)
                except BrokenModel as reason:
                    log.warning("triage.rules_only", reason=str(reason))
        return self._model


def _readable(text: str) -> bool:
    """Whether there is a letter, a digit or a picture sign in it; what nothing can read is shown to a human (trust.md B3, B25)."""
    return any(unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "So" for sign in text[:4096])


def _sentences(text: str) -> list[str]:
    """The sentences of a long text; none of a short one."""
    if len(text) < WORTH_SPLITTING:
        return []
    pieces = [piece for each in _SENTENCE_END.split(text[:8192]) for piece in _pieces(each.strip())]
    sentences = [piece for piece in pieces if len(piece) >= SHORTEST_SENTENCE]
    if len(sentences) < 2:
        return []
    if len(sentences) > SENTENCES_READ:
        sentences = sentences[: SENTENCES_READ // 2] + sentences[-SENTENCES_READ // 2 :]
    return sentences


def _pieces(sentence: str) -> list[str]:
    """A sentence, or a long run of words without full stops cut between words."""
    pieces = []
    while len(sentence) > LONGEST_SENTENCE:
        cut = sentence.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
        cut = LONGEST_SENTENCE if cut < 0 else cut
        pieces.append(sentence[:cut].strip())
        sentence = sentence[cut:].strip()
    return [*pieces, sentence]


def _vectors_failed(fault: Exception) -> None:
    # The kind of fault only: its text may quote the message.
    log.error("triage.vectors_failed", kind=type(fault).__name__)


def _assessed(reading: Reading, text: str, *, by_neighbours: bool) -> Assessment:
    """The model's reading as a named signal, its evidence the words that were read."""
    if reading.level is Level.ROUTINE:
        return Assessment(Level.ROUTINE)
    name = reading.signal if by_neighbours and LEVELS.get(reading.signal) is reading.level else _NAMELESS[reading.level]
    return Assessment(reading.level, (Signal(name, reading.level, text[:200]),))
