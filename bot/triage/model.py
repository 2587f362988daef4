"""The trained part of triage as plain arrays: support vectors on sentence vectors, and a light line for the webhook.

No pickle is ever loaded, and nothing but the bytes that training wrote.
"""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.domain.levels import Level
from bot.vectors import E5_SIZE

Array = npt.NDArray[np.float32]

PREFIX = "triage-"
# What each machine separates: this level and above from everything below it.
STEPS = (Level.ELEVATED, Level.URGENT, Level.EMERGENCY)
NEIGHBOURS = 15
# How quickly a training message's say fades with its distance.
NEIGHBOUR_SHARPNESS = 8.0


class BrokenModel(ValueError):
    """The model file is missing, changed, or not ours: danger is heard by rules alone until it is trained again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of one text: its level, how far each step's score lies above its threshold, and the likeliest signal."""

    level: Level
    margins: tuple[float, float, float]
    signal: str


class TriageModel:
    """Scores texts from their vectors. Read only after loading, so threads may share it."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self._mean = arrays["mean"].astype(np.float32)
        self._vectors = arrays["vectors"].astype(np.float32)
        self._norms = (self._vectors**2).sum(axis=1)
        self._gamma = float(arrays["gamma"])
        self._weights = arrays["weights"].astype(np.float32)
        self._bias = arrays["bias"].astype(np.float32)
        self._thresholds = arrays["thresholds"].astype(np.float32)
        self._ranks = arrays["ranks"].astype(np.int8)
        self._signals = arrays["signals"].astype(np.int16)
        self._names = [str(name) for name in arrays["names"]]
        self._light_weights = arrays["light_weights"].astype(np.float32)
        self._light_bias = arrays["light_bias"].astype(np.float32)
        self._light_thresholds = arrays["light_thresholds"].astype(np.float32)

    @classmethod
    def load(cls, path: Path) -> TriageModel:
        """The model in `path`, if it is byte for byte what training wrote; raises `BrokenModel`."""
        try:
            content = path.read_bytes()
            expected = path.with_suffix(".sha256").read_text(encoding="ascii").strip()
        except OSError:
            raise BrokenModel("the triage model is missing") from None
        if hashlib.sha256(content).hexdigest() != expected:
            raise BrokenModel("the triage model was changed since it was trained")
        try:
            with np.load(path, allow_pickle=False) as arrays:
                return cls({name: arrays[name] for name in arrays.files})
        except (KeyError, ValueError, EOFError, OSError, zipfile.BadZipFile):
            raise BrokenModel("the triage model holds other arrays than this version reads") from None

    @classmethod
    def newest(cls, folder: Path) -> TriageModel:
        """The model trained last; raises `BrokenModel`."""
        found = sorted(folder.glob(f"{PREFIX}*.npz"), key=lambda path: path.stat().st_mtime)
        if not found:
            raise BrokenModel("the triage model is missing")
        return cls.load(found[-1])

    def read(self, both: Array) -> Reading:
        """The level and signal of a text from its 896 numbers."""
        vector = centred(both, self._mean)
        distances = np.maximum(self._norms - 2 * (self._vectors @ vector) + float(vector @ vector), 0)
        margins = np.exp(-self._gamma * distances) @ self._weights + self._bias - self._thresholds
        rank = _rank(margins)
        return Reading(_LEVELS[rank], _three(margins), self._signal(distances, rank))

    def read_lightly(self, use: Array) -> Reading:
        """The level of a text from its 512 USE numbers alone; the signal is not named."""
        margins = self._light_weights @ use + self._light_bias - self._light_thresholds
        return Reading(_LEVELS[_rank(margins)], _three(margins), "")

    def _signal(self, distances: Array, rank: int) -> str:
        """The signal that the nearest training messages of that level carry."""
        of_level = np.flatnonzero(self._ranks == rank)
        if not len(of_level):
            return ""
        nearest = of_level[np.argsort(distances[of_level])[:NEIGHBOURS]]
        votes = np.bincount(self._signals[nearest], np.exp(-NEIGHBOUR_SHARPNESS * distances[nearest]), len(self._names))
        return self._names[int(votes.argmax())]


_LEVELS = (Level.ROUTINE, *STEPS)


def centred(both: Array, mean: Array) -> Array:
    """E5's part less the mean of the training messages, of length 1, followed by USE's part as it is."""
    shifted = both[..., :E5_SIZE] - mean
    length = np.maximum(np.linalg.norm(shifted, axis=-1, keepdims=True), 1e-6)
    return np.concatenate([shifted / length, both[..., E5_SIZE:]], axis=-1).astype(np.float32)


def _rank(margins: Array) -> int:
    """The highest step that is passed: doubt goes up (rubric, rule 2)."""
    passed = np.flatnonzero(margins > 0)
    return int(passed[-1]) + 1 if len(passed) else 0


def _three(margins: Array) -> tuple[float, float, float]:
    return float(margins[0]), float(margins[1]), float(margins[2])
