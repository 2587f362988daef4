"""The words of opt-out, opt-in and help, a file a language. How to add one: docs/opt-out.md; what the roles mean: opt_out_sentences.py."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from bot.domain.opt_out_words.everywhere import TABLE as EVERYWHERE


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """One language's table. `spaced`: words stand apart. `negation_first`: a verb is refused by what stands before it."""

    code: str
    table: str
    spaced: bool = True
    negation_first: bool = True


def _of(code: str, **how: Any) -> LanguageWords:
    module = importlib.import_module(f"{__name__}.{code.replace('-', '_').lower()}")
    return LanguageWords(code, module.TABLE, **how)


LANGUAGES = (
    _of("am", negation_first=False),
    _of("ar"),
    _of("bn", negation_first=False),
    _of("en"),
    _of("es"),
    _of("fa", negation_first=False),
    _of("fr"),
    _of("hi", negation_first=False),
    _of("ht"),
    _of("id"),
    _of("ko", spaced=False, negation_first=False),
    _of("my", spaced=False, negation_first=False),
    _of("ne", negation_first=False),
    _of("pa", negation_first=False),
    _of("ps", negation_first=False),
    _of("pt"),
    _of("ru"),
    _of("so"),
    _of("sw"),
    _of("th", spaced=False),
    _of("ti", negation_first=False),
    _of("tl"),
    _of("tr", negation_first=False),
    _of("uk"),
    _of("ur", negation_first=False),
    _of("vi"),
    _of("zh", spaced=False),
    _of("zh-Hant", spaced=False),
    _of("others"),
)

__all__ = ["EVERYWHERE", "LANGUAGES", "LanguageWords"]
