"""How many SMS parts a text costs, and how to cut a long text into several messages. Pure; units are SMS parts.

GSM 03.38 (3GPP TS 23.038): 160 characters in one part, 153 in each of several; a character of the extension table costs two.
Anything else makes the whole message UCS-2: 70 UTF-16 units in one part, 67 in each of several. No pair is cut between two parts.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = frozenset("^{}\\[~]|€\f")

GSM_SINGLE, GSM_JOINED = 160, 153
UCS2_SINGLE, UCS2_JOINED = 70, 67

# A cut before this share of the room would leave a stub: then a weaker kind of break further on is better.
_LEAST_FILL = 0.4
_PHONE = re.compile(r"(?<!\d)\+?\(?\d(?:(?:[-./ ]|\) ?| ?\()?\d){2,17}(?!\d)")
_SENTENCE_END = frozenset(".!?\u061f\u3002\uff01\uff1f\u0964\u2026\n")
_CLAUSE_END = frozenset(",;:)\u060c\u061b\uff0c\uff1b\uff1a\u3001")
_CJK = re.compile(r"[\u2E80-\u303F\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\U00020000-\U0003FFFF]")


class Encoding(enum.StrEnum):
    """How the network will carry a text."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


def encoding(text: str) -> Encoding:
    """GSM7 when every character of `text` is in the GSM tables, else UCS2."""
    return Encoding.GSM7 if all(char in GSM_BASIC or char in GSM_EXTENSION for char in text) else Encoding.UCS2


def parts(text: str) -> int:
    """How many SMS parts `text` costs as one message; 0 for an empty text. Never raises."""
    meter = _Meter()
    for char in text:
        meter.add(char)
    return meter.parts


def split(text: str, max_parts: int) -> list[str]:
    """`text` as messages of at most `max_parts` parts each, without the white space at the cuts.

    Cuts at the end of a sentence, else of a clause, else between words; inside a word only when it fills a message by itself, and
    never inside a phone number, nor inside a grapheme cluster unless that alone is longer than a message.
    Raises ValueError for max_parts < 1.
    """
    if max_parts < 1:
        raise ValueError("max_parts must be at least 1")
    glue = _glue(text)
    pieces: list[str] = []
    start = _after_white_space(text, 0, glue)
    while start < len(text):
        reach = _reach(text, start, max_parts)
        end = len(text) if reach == len(text) else _best_cut(text, start, reach, glue)
        piece = text[start : _before_white_space(text, start, end)]
        if piece:
            pieces.append(piece)
        start = _after_white_space(text, end, glue)
    return pieces


@dataclass(slots=True)
class _Meter:
    """Counts parts character by character, for both encodings at once."""

    gsm: bool = True
    gsm_units: int = 0
    gsm_padded: int = 0
    ucs2_units: int = 0
    ucs2_padded: int = 0

    def add(self, char: str) -> None:
        """Count one more character."""
        if self.gsm:
            if char in GSM_BASIC:
                size = 1
            elif char in GSM_EXTENSION:
                size = 2
            else:
                self.gsm, size = False, 1
            self.gsm_units += size
            self.gsm_padded = _placed(self.gsm_padded, size, GSM_JOINED)
        size = 2 if ord(char) > 0xFFFF else 1
        self.ucs2_units += size
        self.ucs2_padded = _placed(self.ucs2_padded, size, UCS2_JOINED)

    @property
    def parts(self) -> int:
        """The parts counted so far."""
        units, padded = (self.gsm_units, self.gsm_padded) if self.gsm else (self.ucs2_units, self.ucs2_padded)
        single, joined = (GSM_SINGLE, GSM_JOINED) if self.gsm else (UCS2_SINGLE, UCS2_JOINED)
        if units <= single:
            return 1 if units else 0
        return -(-padded // joined)


def _placed(used: int, size: int, joined: int) -> int:
    """Units used after a character of `size`, which moves to the next part when only half of it would fit."""
    room = joined - used % joined
    return used + size + (room if room < size else 0)


def _reach(text: str, start: int, max_parts: int) -> int:
    """The largest end for which text[start:end] fits in `max_parts`; more than `start`."""
    meter = _Meter()
    for index in range(start, len(text)):
        meter.add(text[index])
        if meter.parts > max_parts:
            return index
    return len(text)


def _best_cut(text: str, start: int, reach: int, glue: bytearray) -> int:
    """Where to cut text[start:reach]: the last break of the strongest kind that does not leave a stub."""
    least = start + int((reach - start) * _LEAST_FILL)
    last: dict[int, int] = {}
    for index in range(reach, start, -1):
        strength = _break_strength(text, index) if glue[index] == _FREE else 0
        last.setdefault(strength, index)
    for strength in (3, 2, 1):
        if last.get(strength, start) > least:
            return last[strength]
    breaks = [index for strength, index in last.items() if strength > 0]
    if breaks:
        return max(breaks)
    return next((index for index in range(reach, start, -1) if glue[index] == _FREE), reach)


def _break_strength(text: str, index: int) -> int:
    """3 after a sentence, 2 after a clause, 1 between words (or between Chinese characters), 0 inside a word."""
    before, after = text[index - 1], text[index : index + 1]
    wide, spaced = bool(_CJK.match(before)), after.isspace()
    if not (wide or spaced or before.isspace() or _CJK.match(after)):
        return 0
    if before in _SENTENCE_END and (wide or spaced or before == "\n"):
        return 3
    if before in _CLAUSE_END and (wide or spaced):
        return 2
    return 0 if after in _SENTENCE_END or after in _CLAUSE_END else 1


# What stands against a cut before a character.
_FREE, _IN_NUMBER, _IN_CLUSTER = 0, 1, 2


def _glue(text: str) -> bytearray:
    """For each place between two characters whether a cut would break nothing, a phone number, or a grapheme cluster."""
    glue = bytearray(len(text) + 1)
    for match in _PHONE.finditer(text):
        first, last = match.span()
        glue[first + 1 : last] = bytes([_IN_NUMBER]) * (last - first - 1)
    flags = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        flags = flags + 1 if _is_regional(before) else 0
        # Two regional indicators make one flag: a run of them parts after every second one.
        if _is_one_cluster(before, after) or (flags % 2 == 1 and _is_regional(after)):
            glue[index] = _IN_CLUSTER
    return glue


def _is_one_cluster(before: str, after: str) -> bool:
    """Whether two neighbours belong together by UAX 29, on the careful side: it may hold what the standard would part."""
    if before < "\u0300" and after < "\u0300":
        return before == "\r" and after == "\n"
    if _is_control(before) or _is_control(after):
        return False
    if _extends(after) or before == "\u200d" or _prepends(before):
        return True
    # A virama binds the next consonant (rule GB9c); combining class 9 is the viramas.
    return unicodedata.combining(before) == 9 or _is_one_syllable(before, after)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Zl", "Zp"}


def _extends(char: str) -> bool:
    code = ord(char)
    return (
        unicodedata.category(char) in {"Mn", "Me", "Mc"}
        or char in "\u200c\u200d\uff9e\uff9f\u0e33\u0eb3"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def _prepends(char: str) -> bool:
    code = ord(char)
    return (
        0x0600 <= code <= 0x0605 or code in {0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x0D4E, 0x110BD, 0x110CD} or 0x111C2 <= code <= 0x111C3
    )


_FOLLOWERS = {"L": ("L", "V", "LV", "LVT"), "LV": ("V", "T"), "V": ("V", "T"), "LVT": ("T",), "T": ("T",)}


def _is_one_syllable(before: str, after: str) -> bool:
    """Hangul: leading + leading, vowel or syllable; vowel + vowel or trailing; trailing + trailing (rules GB6 to GB8)."""
    return _hangul(after) in _FOLLOWERS.get(_hangul(before), ())


def _hangul(char: str) -> str:
    """The Hangul syllable type of `char`; empty for anything else."""
    code = ord(char)
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "L"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "V"
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return "T"
    if 0xAC00 <= code <= 0xD7A3:
        return "LV" if (code - 0xAC00) % 28 == 0 else "LVT"
    return ""


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _after_white_space(text: str, index: int, glue: bytearray) -> int:
    """The next place that is not white space; a space that carries a combining mark stays."""
    while index < len(text) and text[index].isspace():
        following = text[index + 1 : index + 2]
        if glue[index + 1] == _IN_CLUSTER and not following.isspace():
            break
        index += 1
    return index


def _before_white_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
