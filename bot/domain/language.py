"""Languages as Lantern names them, and what identification may answer."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The language to answer in: an ISO 639 code (`es`, `zh-Hant`), `-Latn` for romanised text (`ar-Latn`), or `unknown`.

    `confidence` is 0..1. `requested` is true when the person asked for the language by name or menu. `alternatives` are the next
    likeliest codes, best first. `layer` names the step that decided (for the figures in `make eval`). `by_voice` is a language that we
    only know by name (spoken rather than written, or no identification for it): it needs an interpreter. `wants_menu`: the person asks
    which languages there are.
    """

    code: str
    confidence: float
    layer: str
    requested: bool = False
    alternatives: tuple[str, ...] = ()
    by_voice: str | None = None
    wants_menu: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A row of `config/languages.yml`. `content`: its words are complete; `offered`: it may stand in the menu; else known by name only."""

    code: str
    name: str
    english_name: str
    direction: str
    content: bool
    offered: bool = True


def without_script(code: str) -> str:
    """The language of a code for romanised text: `ar` for `ar-Latn`; any other code as it is."""
    return code.removesuffix("-Latn")
