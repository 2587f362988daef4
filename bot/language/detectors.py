"""Lingua, restricted to the languages we answer, loaded in the background: it takes a second or two."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Protocol

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

# Lingua gives `zh` for both Chinese scripts; ours tells them apart by characters, before lingua is asked.
_LINGUA_NAMES = {code: code.name.lower() for code in (getattr(IsoCode639_1, name) for name in dir(IsoCode639_1) if len(name) == 2)}
LINGUA_KNOWS = frozenset(_LINGUA_NAMES.values())


class Detector(Protocol):
    """How likely each language is, by code, 0..1."""

    def likelihoods(self, cleaned: str) -> dict[str, float]: ...


class Lingua:
    """Answers nothing until it is loaded."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._codes = sorted(set(codes) & LINGUA_KNOWS)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._detector: LanguageDetector | None = None

    def begin(self) -> None:
        """Start loading in the background, once."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._load, name="lingua", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Load now, or wait until it is loaded."""
        self.begin()
        if self._thread is not None:
            self._thread.join()

    def likelihoods(self, cleaned: str) -> dict[str, float]:
        """Empty while loading."""
        if self._detector is None:
            return {}
        values = self._detector.compute_language_confidence_values(cleaned)
        return {value.language.iso_code_639_1.name.lower(): value.value for value in values}

    def _load(self) -> None:
        if len(self._codes) > 1:
            codes = [getattr(IsoCode639_1, code.upper()) for code in self._codes]
            self._detector = LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_preloaded_language_models().build()
