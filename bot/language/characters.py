"""Our own character model: softmax regression over hashed character n-grams, trained from `config/language` and `nlu_data`.

It knows what the detectors lack: Haitian Creole, Tigrinya, Pashto, Dari, Nepali, and languages typed in Latin letters.
"""

from __future__ import annotations

import hashlib
import zlib
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

SLOTS = 1 << 18
LONGEST_GRAM = 5
PREFIX = "language-"

Scores = npt.NDArray[np.float32]
Weights = npt.NDArray[np.float16]


class BrokenModel(Exception):
    """The model file is missing, changed or not readable."""


def slots_of(words: list[str]) -> list[int]:
    """Places of the features of `words` in the weights: n-grams of one to five characters inside each word, the word, word pairs."""
    grams: list[str] = []
    for word in words:
        padded = f"<{word}>"
        size = len(padded)
        grams.append("=" + word)
        for length in range(1, LONGEST_GRAM + 1):
            grams.extend(padded[start : start + length] for start in range(size - length + 1))
    grams.extend(f"{first} {second}" for first, second in pairwise(words))
    return [zlib.crc32(gram.encode("utf-8", "replace")) % SLOTS for gram in grams]


class CharacterModel:
    """Weights and the codes of their columns. Only reads after loading, so it is safe across threads."""

    def __init__(self, weights: Weights, codes: tuple[str, ...]) -> None:
        self._weights = weights
        self.codes = codes

    @classmethod
    def load(cls, path: Path) -> CharacterModel:
        """The model of `path`, checked against its `.sha256`; raises BrokenModel."""
        try:
            raw = path.read_bytes()
            expected = path.with_suffix(".sha256").read_text(encoding="ascii").strip()
            if hashlib.sha256(raw).hexdigest() != expected:
                raise BrokenModel(f"{path.name} does not match its checksum")
            with np.load(path, allow_pickle=False) as stored:
                weights = stored["weights"]
                codes = tuple(str(code) for code in stored["codes"])
        except (OSError, ValueError, KeyError) as fault:
            raise BrokenModel(f"{path.name}: {type(fault).__name__}") from fault
        if weights.shape != (SLOTS, len(codes)):
            raise BrokenModel(f"{path.name}: unexpected shape")
        return cls(weights, codes)

    @classmethod
    def newest(cls, folder: Path) -> CharacterModel:
        """The newest model in `folder`; raises BrokenModel when there is none."""
        found = sorted(folder.glob(f"{PREFIX}*.npz"), key=lambda path: path.stat().st_mtime)
        if not found:
            raise BrokenModel("no language model is trained yet")
        return cls.load(found[-1])

    def scores(self, words: list[str]) -> Scores:
        """One log score per code, larger is likelier; all zero without words."""
        slots = slots_of(words)
        if not slots:
            return np.zeros(len(self.codes), dtype=np.float32)
        total = self._weights[slots].sum(axis=0, dtype=np.float32)
        return np.asarray(total / np.sqrt(len(slots)), dtype=np.float32)
