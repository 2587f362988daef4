"""The trained part of triage as plain arrays: one kernel machine on sentence vectors and letter runs, and a line for the webhook.

Both are kernel ridge regressions (Saunders and others, 1998): the whole one sums a Gaussian kernel on the 896 numbers of a text and a
linear one on its letter runs; the light one is linear in USE and in letter runs. No pickle is ever loaded, only bytes that training wrote.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from bot.domain.levels import Level
from bot.triage.ngrams import Indices, Values
from bot.vectors import E5_SIZE

Array = npt.NDArray[np.float32]
Model = TypeVar("Model")

PREFIX = "triage-"
# What each score separates: this level and above from everything below it.
STEPS = (Level.ELEVATED, Level.URGENT, Level.EMERGENCY)
NEIGHBOURS = 15
# How quickly a training message's say in the signal's name fades with its distance.
NEIGHBOUR_SHARPNESS = 8.0


class BrokenModel(ValueError):
    """The model file is missing, changed, or not ours: danger is heard by rules alone until it is trained again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model makes of one text: its level and signal, and each step's chance (0 to 1; calibrated on messages left out of training).

    The light model names neither signal nor chances.
    """

    level: Level
    signal: str = ""
    chances: tuple[float, float, float] | None = None


class LightModel:
    """Scores a text from its letter runs and its USE vector. Read only, so threads may share it."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self.rarity = arrays["rarity"].astype(np.float32)
        self._use = arrays["light_use"].astype(np.float32)
        self._runs = arrays["light_runs"].astype(np.float32)
        self._thresholds = arrays["light_thresholds"].astype(np.float32)

    def read(self, use: Array, runs: tuple[Indices, Values]) -> Reading:
        """The level of a text; its signal is not named."""
        indices, values = weighted(*runs, self.rarity)
        return Reading(_LEVELS[_rank(use @ self._use + values @ self._runs[indices], self._thresholds)])


class WholeModel:
    """Scores a text from its 896 numbers and its letter runs. Read only, so threads may share it."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self._mean = arrays["mean"].astype(np.float32)
        self._vectors = arrays["vectors"].astype(np.float32)
        self._norms = np.einsum("ij,ij->i", self._vectors, self._vectors)
        self._sharpness = float(arrays["sharpness"])
        self._weights = arrays["weights"].astype(np.float32)
        self._rarity = arrays["rarity"].astype(np.float32)
        self._runs = arrays["runs"].astype(np.float32)
        self._thresholds, self._slopes, self._places = (arrays[name].astype(np.float32) for name in ("thresholds", "slopes", "places"))
        self._ranks = arrays["ranks"].astype(np.int8)
        self._signals = arrays["signals"].astype(np.int16)
        self._names = [str(name) for name in arrays["names"]]

    def read(self, both: Array, runs: tuple[Indices, Values]) -> Reading:
        """The level, chances and likeliest signal of a text."""
        vector = centred(both, self._mean)
        distances = np.maximum(self._norms - 2 * (self._vectors @ vector) + float(vector @ vector), 0)
        indices, values = weighted(*runs, self._rarity)
        scores = np.exp(-self._sharpness * distances) @ self._weights + values @ self._runs[indices]
        rank = _rank(scores, self._thresholds)
        elevated, urgent, emergency = (1 / (1 + np.exp(-(self._slopes * scores + self._places)))).tolist()
        return Reading(_LEVELS[rank], self._signal(distances, rank), (elevated, urgent, emergency))

    def _signal(self, distances: Array, rank: int) -> str:
        """The signal that the nearest training messages of that level carry."""
        of_level = np.flatnonzero(self._ranks == rank)
        if not len(of_level):
            return ""
        nearest = of_level[np.argsort(distances[of_level])[:NEIGHBOURS]]
        votes = np.bincount(self._signals[nearest], np.exp(-NEIGHBOUR_SHARPNESS * distances[nearest]), len(self._names))
        return self._names[int(votes.argmax())]


_LEVELS = (Level.ROUTINE, *STEPS)
_LIGHT = ("rarity", "light_use", "light_runs", "light_thresholds")


def newest(folder: Path) -> Path:
    """The model file trained last; raises `BrokenModel`."""
    found = sorted(folder.glob(f"{PREFIX}*.npz"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise BrokenModel("the triage model is missing")
    return found[-1]


def load_light(path: Path) -> LightModel:
    """The light model of `path`, if the file is byte for byte what training wrote; raises `BrokenModel`."""
    return _made(LightModel, path, _LIGHT)


def load_whole(path: Path) -> WholeModel:
    """The whole model of `path`, if the file is byte for byte what training wrote; raises `BrokenModel`."""
    return _made(WholeModel, path, None)


def _made(kind: Callable[[dict[str, npt.NDArray[np.generic]]], Model], path: Path, names: Sequence[str] | None) -> Model:
    try:
        content = path.read_bytes()
        expected = path.with_suffix(".sha256").read_text(encoding="ascii").strip()
    except OSError:
        raise BrokenModel("the triage model is missing") from None
    if hashlib.sha256(content).hexdigest() != expected:
        raise BrokenModel("the triage model was changed since it was trained")
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return kind({name: arrays[name] for name in names or arrays.files})
    except (KeyError, ValueError, EOFError, OSError, zipfile.BadZipFile):
        raise BrokenModel("the triage model holds other arrays than this version reads") from None


def centred(both: Array, mean: Array) -> Array:
    """E5's part less the mean of the training messages, of length 1, followed by USE's part as it is."""
    shifted = both[..., :E5_SIZE] - mean
    length = np.maximum(np.linalg.norm(shifted, axis=-1, keepdims=True), 1e-6)
    return np.concatenate([shifted / length, both[..., E5_SIZE:]], axis=-1).astype(np.float32)


def weighted(indices: Indices, values: Values, rarity: Array) -> tuple[Indices, Array]:
    """Letter runs weighted by how rare each is among the training messages, of length 1 together."""
    weights = values * rarity[indices]
    length = float(np.sqrt(weights @ weights))
    return indices, weights / length if length else weights


def _rank(scores: Array, thresholds: Array) -> int:
    """The highest step that is passed: doubt goes up (rubric, rule 2)."""
    passed = np.flatnonzero(scores > thresholds)
    return int(passed[-1]) + 1 if len(passed) else 0
