"""The menu of languages: one line of names in their own scripts with digits, and what a digit means as an answer to it.

Names only, English not first, no flags (domain.md 8.5). `0` asks for the menu at any time, and for the next page while it is open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.domain.language import UNKNOWN, Language, LanguageGuess, without_script

MENU = "language.menu"
PER_PAGE = 9
MORE = "0"
# Without it the digit behind a name written from right to left is shown before it (UAX 9, W2 and N1).
_LEFT_TO_RIGHT = "\u200e"
_NOW = "\u2713"
_LONGEST_CODE = 20
_BY_CODE = re.compile(r"\s*lang\s*[:=]\s*([a-z]{2,3}(?:-[a-z]{4})?)\s*", re.IGNORECASE)


def first_page(languages: Sequence[Language], likely: Sequence[str], current: str | None) -> tuple[str, ...]:
    """The codes of the first page: the likeliest first, then the table's order, English last. `current` is shown apart."""
    return _in_order(languages, likely, current)[:PER_PAGE]


def next_page(languages: Sequence[Language], offered: Sequence[str], current: str | None) -> tuple[str, ...]:
    """All codes offered so far with those of the next page behind them; the first page again after the last."""
    rest = [code for code in _in_order(languages, offered, current) if code not in offered]
    return (*offered, *rest[:PER_PAGE]) if rest else tuple(offered[:PER_PAGE])


def _in_order(languages: Sequence[Language], first: Sequence[str], current: str | None) -> tuple[str, ...]:
    table = [each.code for each in languages if each.offered]
    order = [*(without_script(code) for code in first), *(code for code in table[:PER_PAGE] if code != "en"), "en", *table]
    now = without_script(current) if current else None
    return tuple(dict.fromkeys(code for code in order if code in table and code != now))


def page_of(offered: Sequence[str]) -> Sequence[str]:
    """The page shown last: digits count from its first name."""
    return offered[(len(offered) - 1) // PER_PAGE * PER_PAGE :] if offered else ()


def menu_text(languages: Sequence[Language], offered: Sequence[str], current: str | None) -> str:
    """The line to send. Its numbers stand behind the names, as on an "I speak" card."""
    names = {each.code: _in_line(each) for each in languages}
    shown = [f"{names[code]} {digit}" for digit, code in enumerate(page_of(offered), 1)]
    now = names.get(without_script(current)) if current else None
    return " \u00b7 ".join([*([f"{_NOW} {now}"] if now else []), *shown, f"+ {MORE}"])


def _in_line(language: Language) -> str:
    return f"{language.name}{_LEFT_TO_RIGHT}" if language.direction == "rtl" else language.name


def asking_for(code: str) -> str:
    """The text that asks for a language by its code, as the buttons of the web chat send it."""
    return f"lang:{code}"


def asked_code(text: str) -> str | None:
    """The code, in small letters, of a text that is nothing but `lang:xx`; None for any other text."""
    match = _BY_CODE.fullmatch(text) if len(text) <= _LONGEST_CODE else None
    return match.group(1).lower() if match else None


def digit_of(text: str) -> str | None:
    """The digit that is all of `text`, whatever script it is typed in ("٣", "３", "3."), or None."""
    said = "".join(character for character in text.strip() if character not in " .,!)(\ufe0f\u20e3")
    if len(said) != 1 or unicodedata.decimal(said, None) is None:
        return None
    return str(unicodedata.decimal(said))


def answer(offered: Sequence[str], text: str, current: str | None) -> LanguageGuess | None:
    """What the digit `text` means: a language while the menu `offered` is open, or the wish to see the menu; None for anything else."""
    digit, page = digit_of(text), page_of(offered)
    if digit is None:
        return None
    if digit == MORE:
        return LanguageGuess(current or UNKNOWN, 0.5, "menu", wants_menu=True)
    return LanguageGuess(page[int(digit) - 1], 1.0, "menu", requested=True) if int(digit) <= len(page) else None
