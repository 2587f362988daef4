"""Languages as Lantern names them, and what identification may answer."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The language to answer in: an ISO 639 code (`es`, `zh-Hant`), `-Latn` for romanised text (`ar-Latn`), or `unknown`.

    `confidence` is 0..1. `requested` is true when the person asked for the language by name or menu. `alternatives` are the next
    likeliest codes, best first. `layer` names the step that decided (for the figures in `make eval`).
    """

    code: str
    confidence: float
    layer: str
    requested: bool = False
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """A row of `config/languages.yml`. `content` tells whether catalogues exist; `romanised_as` is the code with -Latn, if used."""

    code: str
    name: str
    english_name: str
    direction: str
    content: bool
