"""Hears danger: rules on every text, light vectors in the webhook, the whole model in the worker. Each layer only ever raises."""

from __future__ import annotations

import hashlib
import re
import threading
import time
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import structlog

from bot.domain.levels import Assessment, Level, Signal
from bot.triage.model import BrokenModel, Reading, WholeModel, load_light, load_whole, newest
from bot.triage.ngrams import ngrams
from bot.triage.phrases import Hit
from bot.triage.signals import LEVELS, MARKS, NAMELESS, assessment_of, signal_of
from bot.vectors import E5_SIZE, USE_WEIGHT

# A long text is read as a whole and in its sentences, so that one line of danger is not drowned; at most so many, the last ones too.
SENTENCES_READ = 6
WORTH_SPLITTING = 200
SHORTEST_SENTENCE = 12
# Words run on without a full stop are cut into pieces of about this many characters.
LONGEST_SENTENCE = 160
LOOK_FOR_MODEL_EVERY_SECONDS = 5.0
_SENTENCE_END = re.compile(r"(?<=[.!?\n。！？؟۔।])\s*")
log = structlog.get_logger()

Vector = npt.NDArray[np.float32]
Model = TypeVar("Model")


class Vectors(Protocol):
    """What triage needs of `bot.vectors`."""

    def use(self, text: str) -> Vector: ...
    def both(self, text: str) -> Vector: ...
    def both_of_all(self, texts: Sequence[str]) -> Vector: ...
    def warm(self, *, full: bool) -> None: ...


class Rules(Protocol):
    """What triage needs of the phrase rules."""

    def read(self, text: str) -> list[Hit]: ...


class _Late(Generic[Model]):
    """The newest model, loaded when it is first asked for; while it is missing or broken, looked for again every few seconds."""

    def __init__(self, load: Callable[[Path], Model], model_dir: Path) -> None:
        self._load = load
        self._model_dir = model_dir
        self._model: Model | None = None
        self._looked_at = float("-inf")
        self._lock = threading.Lock()

    def __call__(self) -> Model | None:
        if self._model is not None:
            return self._model
        with self._lock:
            if self._model is None and time.monotonic() - self._looked_at > LOOK_FOR_MODEL_EVERY_SECONDS:
                self._looked_at = time.monotonic()
                try:
                    self._model = self._load(newest(self._model_dir))
                except BrokenModel as reason:
                    log.warning("triage.rules_only", reason=str(reason))
        return self._model


class _Recent:
    """What was heard in the short texts of the last minute, by their digests: a storm says the same again and again (trust.md F59)."""

    KEPT, LONGEST, SECONDS = 256, 320, 60.0

    def __init__(self) -> None:
        self._heard: OrderedDict[bytes, tuple[float, Assessment]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> Assessment | None:
        with self._lock:
            self._forget()
            known = self._heard.get(_digest(text)) if len(text) <= self.LONGEST else None
            return None if known is None else known[1]

    def keep(self, text: str, heard: Assessment) -> None:
        if len(text) <= self.LONGEST:
            with self._lock:
                self._heard[_digest(text)] = (time.monotonic(), heard)
                self._forget()

    def _forget(self) -> None:
        """What is read holds some of a person's words: it is not kept for longer than it is of use."""
        oldest = time.monotonic() - self.SECONDS
        while self._heard and (len(self._heard) > self.KEPT or next(iter(self._heard.values()))[0] < oldest):
            self._heard.popitem(last=False)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class LanternTriage:
    """Implements `ports.Triage`. Thread safe. With the model missing or broken it hears by rules alone, and looks for it again."""

    def __init__(self, vectors: Vectors, model_dir: Path, rules: Rules) -> None:
        self._vectors = vectors
        self._rules = rules
        self._light = _Late(load_light, model_dir)
        self._whole = _Late(load_whole, model_dir)
        self._warm = False
        self._recent = _Recent()

    def quick(self, text: str) -> Assessment:
        """Rules, and the light model once the vectors are loaded."""
        known = self._recent.get(text)
        if known is not None:
            return known
        heard, with_model = self._by_rules(text), self._warm and self._light() is not None
        if not self._warm or heard.unreadable:
            return heard
        try:
            quickly = self._by_models(heard, text, None, [self._vectors.use(part) for part in [text, *_sentences(text)]])
        except Exception as fault:
            _vectors_failed(fault)
            return heard
        if with_model:
            self._recent.keep(text, quickly)
        return quickly

    def full(self, text: str, features: Vector | None = None) -> Assessment:
        """Rules and both models; never lower than `quick`. `features`: the 896 numbers of the whole text, if somebody has them."""
        heard = self._by_rules(text)
        whole = self._whole()
        if whole is None or heard.unreadable:
            return self.quick(text)
        try:
            sentences = _sentences(text)
            first = self._vectors.both(text) if features is None else features
            rows = [first, *self._vectors.both_of_all(sentences)] if sentences else [first]
            return self._by_models(heard, text, whole, rows)
        except Exception as fault:
            _vectors_failed(fault)
            return self.quick(text)

    def _by_models(self, heard: Assessment, text: str, whole: WholeModel | None, rows: Sequence[Vector]) -> Assessment:
        """What is heard in the text and in its sentences; `rows` are their 896 numbers, or USE's 512 alone without the whole model."""
        light = self._light()
        for part, row in zip([text, *_sentences(text)], rows, strict=True):
            runs, read = ngrams(part), Assessment(Level.ROUTINE)
            if whole is not None:
                read = _assessed(whole.read(row, runs), part)
            if light is not None:
                use = row if whole is None else row[E5_SIZE:] / USE_WEIGHT
                quickly = _assessed(light.read(use, runs), part)
                # It cannot name a sign of danger: where one of that level is named already, it adds nothing.
                read = read.merged(quickly) if quickly.level > max(read.level, heard.level) else read
            heard = heard.merged(read)
        return heard

    def chances(self, text: str) -> tuple[float, float, float] | None:
        """How likely the whole model takes it to be elevated, urgent, emergency or above (0 to 1); None without a model."""
        model = self._whole()
        return None if model is None else model.read(self._vectors.both(text), ngrams(text)).chances

    def warm(self, *, full: bool) -> None:
        """Load what the first message would otherwise wait for."""
        self._rules.read("")
        self._vectors.warm(full=full)
        self._warm = True
        self._light()
        if full:
            self._whole()

    @property
    def has_model(self) -> bool:
        """Whether the trained model is in use."""
        return self._light() is not None

    def _by_rules(self, text: str) -> Assessment:
        hits = self._rules.read(text)
        signals = [signal_of(hit.name, hit.evidence) for hit in hits if hit.name in LEVELS]
        return assessment_of(signals, [hit.name for hit in hits if hit.name in MARKS], unreadable=not signals and not _readable(text))


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


def _assessed(reading: Reading, text: str) -> Assessment:
    """A model's reading as a named signal, its evidence the words that were read."""
    if reading.level is Level.ROUTINE:
        return Assessment(Level.ROUTINE)
    name = reading.signal if LEVELS.get(reading.signal) is reading.level else NAMELESS[reading.level]
    return Assessment(reading.level, (Signal(name, reading.level, text[:200]),))
