"""How vectors travel to Rasa in the field meant for text: "vectors:v1:" and base64 of 896 little-endian float16 numbers.

Rasa's featurizer loads this file too, so it imports nothing but numpy.
"""

from __future__ import annotations

import base64
import binascii

import numpy as np
import numpy.typing as npt

PREFIX = "vectors:v1:"
SIZE = 896
_ENCODED = len(base64.b64encode(bytes(2 * SIZE)))

Features = npt.NDArray[np.float32]


def marked(features: npt.NDArray[np.floating]) -> str:
    """The marker text for 896 numbers (2,400 characters). ValueError when there are not 896 or one is not finite as float16."""
    with np.errstate(over="ignore"):
        half = np.asarray(features).astype("<f2")
    if half.shape != (SIZE,) or not np.isfinite(half).all():
        raise ValueError("not 896 finite numbers")
    return PREFIX + base64.b64encode(half.tobytes()).decode("ascii")


def unmarked(text: str) -> Features:
    """The numbers in a marker text, or 896 zeros when it is malformed: zeros lead to no confident intent, so to a human."""
    payload = text[len(PREFIX) :]
    if not text.startswith(PREFIX) or len(payload) != _ENCODED:
        return np.zeros(SIZE, dtype=np.float32)
    try:
        half = np.frombuffer(base64.b64decode(payload, validate=True), dtype="<f2")
    except (binascii.Error, ValueError):
        return np.zeros(SIZE, dtype=np.float32)
    if half.shape != (SIZE,) or not np.isfinite(half).all():
        return np.zeros(SIZE, dtype=np.float32)
    return half.astype(np.float32)
