"""What somebody wrote, made safe to show: as text only, without characters that hide, turn the line around, or pile up.

Templates escape HTML; this module deals with what HTML escaping does not (trust.md B3, B9, B10, B25, B26, B41).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.language_menu import asked_code

# Enough for any real writing system; more is a pile that covers the lines above and below.
MOST_MARKS = 8
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_HIDDEN = {0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x180E, 0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB, 0x3164, 0xE0001}
_TAGS = range(0xE0020, 0xE0080)
_FLAG = "\U0001f3f4"
# Numbers in groups, such as telephone numbers and dates.
_GROUPED_NUMBER = re.compile(r"(?<![0-9])\+?\(?[0-9](?:[-./ ()]{0,2}[0-9]){3,17}(?![0-9])")
# What our own words name: 1-888-373-7888, 911, 988, and perhaps an address.
_NUMBER = r"1-\d{3}-\d{3}-\d{4}|911|988"
_ADDRESS = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w/-]*)?"
_TAPPED = re.compile(rf"(?<![\w.-])(?:(?P<number>{_NUMBER})|(?P<web>{_ADDRESS}))(?![\w-])")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain text; or the code of a character that cannot be seen (`mark`); or a number that must keep its order (`number`).

    `link` is where a number or an address of ours leads.
    """

    text: str
    mark: bool = False
    number: bool = False
    link: str = ""


def with_language_names(text: str, languages: Mapping[str, Language]) -> str:
    """The own name of the language for a text such as `lang:es`, which a button sends; any other text as it is."""
    code = asked_code(text)
    asked = next((each for each in languages.values() if each.code.lower() == code), None) if code else None
    return asked.name if asked else text


def pieces(text: str) -> tuple[Piece, ...]:
    """`text` cut into what can be shown as it is and markers for what cannot. Never raises, whatever the text.

    The order is the logical one, so that copied text keeps it. Line breaks and tabs stay as they are.
    """
    found: list[Piece] = []
    plain: list[str] = []
    marks, in_flag = 0, False
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        in_flag = char == _FLAG or (in_flag and ord(char) in _TAGS)
        if _is_hidden(char, in_flag=in_flag):
            _flush(plain, found)
            found.append(Piece(f"U+{ord(char):04X}", mark=True))
            continue
        kind = unicodedata.category(char) if char > "\u02ff" else "Lx"
        # Joiners between marks do not start a new base, or they would lift the cap.
        marks = marks + 1 if kind in ("Mn", "Me") else (marks if kind == "Cf" else 0)
        if marks <= MOST_MARKS:
            plain.append(char)
    _flush(plain, found)
    joined = _joined(found)
    return _numbers_apart(joined) if _RIGHT_TO_LEFT.search(text) else joined


def linked(found: tuple[Piece, ...], addresses: Collection[str]) -> tuple[Piece, ...]:
    """Our own words with telephone numbers, and those of `addresses` that they name, to be tapped. Never for what a person wrote."""
    apart: list[Piece] = []
    for piece in found:
        start = 0
        for match in _TAPPED.finditer(piece.text) if not piece.mark else ():
            web = match["web"]
            if web and web not in addresses:
                continue
            leads = f"https://{web}" if web else "tel:" + re.sub(r"[^0-9]", "", match["number"])
            apart += [Piece(piece.text[start : match.start()]), Piece(match.group(), number=not web, link=leads)]
            start = match.end()
        apart.append(Piece(piece.text[start:], piece.mark, piece.number))
    return tuple(piece for piece in apart if piece.text)


def blank(text: str) -> int | None:
    """How many characters `text` has when none of them can be seen; None when something can."""
    for char in text:
        if not (char.isspace() or _is_hidden(char, in_flag=False) or unicodedata.category(char) == "Cf"):
            return None
    return len(text)


def one_line(text: str, most: int) -> str:
    """The first `most` characters that can be seen, on one line, as a lock screen shows them."""
    seen = " ".join("".join(piece.text for piece in pieces(text[: most * 20]) if not piece.mark).split())
    return seen if len(seen) <= most else seen[:most].rstrip() + "\u2026"


def _is_hidden(char: str, *, in_flag: bool) -> bool:
    code = ord(char)
    if code < 0x20 or 0x7F <= code <= 0x9F:
        return char not in "\n\t"
    return code in _BIDI or code in _HIDDEN or 0xD800 <= code <= 0xDFFF or (code in _TAGS and not in_flag)


def _flush(plain: list[str], found: list[Piece]) -> None:
    if plain:
        found.append(Piece("".join(plain)))
        plain.clear()


def _joined(found: list[Piece]) -> tuple[Piece, ...]:
    """Repeated markers as one with a count: a thousand NULs are one fact."""
    joined: list[Piece] = []
    index = 0
    while index < len(found):
        last = index
        while found[index].mark and last + 1 < len(found) and found[last + 1] == found[index]:
            last += 1
        times = last - index + 1
        joined.append(found[index] if times == 1 else Piece(f"{found[index].text} \u00d7{times}", mark=True))
        index = last + 1
    return tuple(joined)


def _numbers_apart(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Grouped numbers as pieces of their own: beside Arabic letters a browser shows 1-888-373 as 373-888-1 (UAX 9, rule W2)."""
    apart: list[Piece] = []
    for piece in found:
        start = 0
        for match in _GROUPED_NUMBER.finditer(piece.text) if not piece.mark else ():
            apart += [Piece(piece.text[start : match.start()]), Piece(match.group(), number=True)]
            start = match.end()
        apart.append(Piece(piece.text[start:], piece.mark))
    return tuple(piece for piece in apart if piece.text)
