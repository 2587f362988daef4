"""Language identification that loads when the first text comes, so that the web process can answer before it is there."""

from __future__ import annotations

import threading
from collections.abc import Callable

from bot.domain.language import LanguageGuess
from bot.ports import LanguageIdentifier


class LateLanguages:
    """Fulfils `ports.LanguageIdentifier` with what `make` makes, once. Thread safe."""

    def __init__(self, make: Callable[[], LanguageIdentifier]) -> None:
        self._make = make
        self._made: LanguageIdentifier | None = None
        self._lock = threading.Lock()

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return self._made.identify(text, previous)
