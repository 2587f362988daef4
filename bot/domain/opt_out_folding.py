"""Text folded for reading opt-out words: no case, punctuation, invisible signs, look-alike letters or accents. Pure."""

from __future__ import annotations

import re
import unicodedata

# Stands between two words where there was a mark that ends or parts a sentence.
BARRIER = ","

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u00b4`\u2032]")
_STOP_SIGNS = re.compile("[🛑✋🚫⛔❌🙏🖐\U0001f3fb-\U0001f3ff]")
_PARTS_SENTENCES = re.compile("[,.!?;:\n()…–—¡¿،؛؟۔।॥、。，！？；：၊။፡።፣፤፥፦፧]+")
_QUESTION = re.compile("[?؟？፧]")
_ACCENTS = re.compile(
    "(?<!\u0438)[\u0300-\u036f]|(?<=\u0438)[\u0300-\u0305\u0307-\u036f]|[\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0640]"
    # The dot below that many leave out, in Bengali, Gurmukhi and Devanagari.
    "|[\u093c\u09bc\u0a3c]"
)
_LONG = re.compile(r"(\w)\1{2,}")


def _one_sound(*rows: tuple[str, str]) -> dict[int, str]:
    """Ethiopic rows of seven letters that sound alike: `(from, to)` are the first letters of the rows."""
    return {ord(first) + offset: chr(ord(second) + offset) for first, second in rows for offset in range(7)}


_ONE_LETTER: dict[int, str] = {
    **{ord(first): second for first, second in zip("đıłøىیئےېۍةہھۀکګٱँ", "dilo" + "ييييييههههكگاं", strict=True)},
    **_one_sound(("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ")),
}
# Letters that look like Latin ones (Unicode TR 39, the common ones), and digits typed for letters.
_LOOK_ALIKES: dict[int, int | str] = {
    **str.maketrans("АВЕЅЗІЈКМНОРСТУХԌԚԜ", "ABESEIJKMHOPCTYXGQW"),
    **str.maketrans("аԁеһіјкӏмнорѕстухԛԝьв", "adehijklmhopsctyxqwbb"),
    **str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    **str.maketrans("αεικνορτυχϲϳ", "aeikvoptuxcj"),
    **str.maketrans("ᴀʙᴄᴅᴇʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠɑɩ", "abcdehijklmnoprstuvai"),
    **str.maketrans("013457$@", "oieastsa"),
    **{first + offset: chr(65 + offset) for first in (0x1F150, 0x1F170, 0x1F1E6) for offset in range(26)},
}


def visible(text: str) -> str:
    """`text` without invisible characters and without spaces at its ends."""
    return _INVISIBLE.sub("", text).strip()


def is_question(text: str) -> bool:
    """Whether a question mark stands in `text`."""
    return _QUESTION.search(text) is not None


def spoken(text: str) -> str:
    """`text` as bare words: no case, punctuation to spaces, stop signs gone; any other emoji stays and keeps it from matching."""
    return " ".join(bare(text).split())


def bare(text: str) -> str:
    """`text` without case, and with spaces for all that is not spoken."""
    return _STOP_SIGNS.sub(" ", _APOSTROPHES.sub(" ", text)).casefold().translate(_SPOKEN)


def sentences(text: str) -> str:
    """`text` as `spoken`, with a `BARRIER` as a word of its own wherever a mark parted two sentences."""
    pieces = (spoken(piece) for piece in _PARTS_SENTENCES.split(text))
    return f" {BARRIER} ".join(piece for piece in pieces if piece)


def without_accents(text: str) -> str:
    """Latin, Greek, Cyrillic (but й), Arabic and Hebrew without their marks; one letter where several sound or look the same."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_ONE_LETTER)


def as_latin(text: str) -> str:
    """`text` with every letter that looks like a Latin one turned into it."""
    return without_accents(unicodedata.normalize("NFKC", text.translate(_LOOK_ALIKES)).translate(_LOOK_ALIKES))


def shortened(text: str) -> str:
    """Letters typed three times and more, once: "stoppp"."""
    return _LONG.sub(r"\1", text)


def joined(reading: str, in_one_word: bool) -> str:
    """S.T.O.P or s t o p as one word; other words only when they were written without a space."""
    words = reading.split()
    return "".join(words) if in_one_word or all(len(word) == 1 for word in words) else reading


class _SpokenSigns(dict[int, int]):
    """For `str.translate`: letters, marks and other spoken signs stay, the rest becomes a space."""

    def __missing__(self, code: int) -> int:
        category = unicodedata.category(chr(code))
        self[code] = 0x20 if category[0] in "PZC" or category in {"Sm", "Sk"} else code
        return self[code]


_SPOKEN = _SpokenSigns()
