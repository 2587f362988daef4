"""Which script a text is written in, and which languages that leaves."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

LATIN = "latin"
_OTHER = "other"
_ARABIC = "arabic"
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, LATIN),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, _ARABIC),
    (0x0700, 0x074F, "syriac"),
    (0x0750, 0x077F, _ARABIC),
    (0x0780, 0x07BF, "thaana"),
    (0x08A0, 0x08FF, _ARABIC),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
    (0x0B00, 0x0B7F, "oriya"),
    (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"),
    (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"),
    (0x0D80, 0x0DFF, "sinhala"),
    (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"),
    (0x0F00, 0x0FFF, "tibetan"),
    (0x1000, 0x109F, "myanmar"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x139F, "ethiopic"),
    (0x1780, 0x17FF, "khmer"),
    (0x1E00, 0x1EFF, LATIN),
    (0x2D80, 0x2DDF, "ethiopic"),
    (0x3040, 0x30FF, "kana"),
    (0x3130, 0x318F, "hangul"),
    (0x3400, 0x9FFF, "han"),
    (0xAA60, 0xAA7F, "myanmar"),
    (0xAB00, 0xAB2F, "ethiopic"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xF900, 0xFAFF, "han"),
)
_STARTS = [start for start, _, _ in _RANGES]

ONE_LANGUAGE: Mapping[str, str] = {
    "bengali": "bn", "gurmukhi": "pa", "thai": "th", "lao": "lo", "khmer": "km", "myanmar": "my", "hangul": "ko", "kana": "ja",
}  # fmt: skip
SEVERAL_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "cyrillic": ("ru", "uk", "mn"),
    _ARABIC: ("ar", "fa", "ps", "ur"),
    "devanagari": ("hi", "ne"),
    "ethiopic": ("am", "ti"),
    "han": ("zh", "zh-Hant", "ja"),
}
# Written Cantonese: traditional characters in nearly all cases.
_CANTONESE = frozenset("唔喺嘅咗冇佢哋嚟啲嗰乜咁")
# One character of these scripts is worth a short word of the others.
_DENSE = {"han": 3, "hangul": 2, "kana": 2, "ethiopic": 2}
# A person who writes some words in their own script reads it, however many English words are around them.
_SHARE_OF_OWN_SCRIPT = 0.3


def script_of(character: str) -> str | None:
    """The script of a letter; `other` for letters of scripts we have no language for, None for what is not a letter."""
    point = ord(character)
    place = bisect_right(_STARTS, point) - 1
    if place >= 0 and point <= _RANGES[place][1]:
        name = _RANGES[place][2]
        return name if name != LATIN or character.isalpha() else None
    return _OTHER if character.isalpha() else None


def main_script(cleaned: str) -> str | None:
    """The script that tells the language of `cleaned`: Latin only when there is little of any other. None without letters."""
    counts: Counter[str] = Counter()
    for character in cleaned:
        script = script_of(character)
        if script is not None:
            counts[script] += _DENSE.get(script, 1)
    if not counts:
        return None
    if counts["kana"] and counts["kana"] * 6 >= counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    others = [(count, script) for script, count in counts.items() if script != LATIN]
    if others:
        count, script = max(others)
        if count >= _SHARE_OF_OWN_SCRIPT * sum(counts.values()):
            return script
    return LATIN if counts[LATIN] else max(counts, key=lambda name: counts[name])


def han_language(cleaned: str) -> str | None:
    """`zh`, `zh-Hant` or `ja` by characters that only one of them writes; None when every character is shared.

    The national character sets know them: GB 2312 holds simplified forms only, Big5 traditional only, Shift JIS the Japanese.
    """
    found = {"zh": 0, "zh-Hant": 0, "ja": 0}
    for character in cleaned:
        if script_of(character) != "han":
            continue
        simplified, traditional = _writes("gb2312", character), _writes("big5", character)
        if character in _CANTONESE:
            found["zh-Hant"] += 1
        elif simplified != traditional:
            found["zh" if simplified else "zh-Hant"] += 1
        elif not simplified and _writes("shift_jis", character):
            found["ja"] += 1
    best = max(found, key=lambda code: found[code])
    return best if found[best] else None


def _writes(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def languages_of(script: str | None) -> tuple[str, ...]:
    """Codes of the languages written in `script`; empty for Latin (all the rest) and for scripts we do not know."""
    if script is None:
        return ()
    return (ONE_LANGUAGE[script],) if script in ONE_LANGUAGE else SEVERAL_LANGUAGES.get(script, ())
