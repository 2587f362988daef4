"""Which short runs of letters a text holds: the cheap features that know misspelled, romanised and code-switched words."""

from __future__ import annotations

import re
import zlib
from collections import Counter

import numpy as np
import numpy.typing as npt

from bot.triage.folding import FOLDS
from bot.vectors import clipped

# Runs are counted in this many buckets; two runs in one bucket do little harm.
BUCKETS = 1 << 18
SHORTEST, LONGEST = 2, 5
_WORDS = re.compile(r"\w+|[^\w\s]+")

Indices = npt.NDArray[np.int64]
Values = npt.NDArray[np.float32]


def ngrams(text: str) -> tuple[Indices, Values]:
    """The buckets of the letter runs within each word of `text`, folded, and 1 + log of how often each occurs."""
    folded = "".join(map(FOLDS.__getitem__, clipped(text)))
    counts: Counter[int] = Counter()
    for word in _WORDS.findall(folded):
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            for begin in range(max(1, len(padded) - size + 1)):
                counts[zlib.crc32(padded[begin : begin + size].encode("utf-8", "replace")) % BUCKETS] += 1
    indices = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    values = 1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    return indices, values.astype(np.float32)
