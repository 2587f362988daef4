"""Where a person says they are, as a state of the US: a ZIP code, a state's name or its two letters. Pure; nothing narrower is kept."""

from __future__ import annotations

import re
import unicodedata

# The first three digits of ZIP codes by state, as ranges (US Postal Service, Publication 65; military codes left out).
_ZIP: tuple[tuple[int, int, str], ...] = (
    (5, 5, "NY"), (6, 7, "PR"), (8, 8, "VI"), (9, 9, "PR"), (10, 27, "MA"), (28, 29, "RI"), (30, 38, "NH"), (39, 49, "ME"),
    (50, 54, "VT"), (55, 55, "MA"), (56, 59, "VT"), (60, 69, "CT"), (70, 89, "NJ"), (100, 149, "NY"), (150, 196, "PA"),
    (197, 199, "DE"), (200, 205, "DC"), (206, 219, "MD"), (220, 246, "VA"), (247, 268, "WV"), (270, 289, "NC"),
    (290, 299, "SC"), (300, 319, "GA"), (320, 349, "FL"), (350, 369, "AL"), (370, 385, "TN"), (386, 397, "MS"),
    (398, 399, "GA"), (400, 427, "KY"), (430, 459, "OH"), (460, 479, "IN"), (480, 499, "MI"), (500, 528, "IA"),
    (530, 549, "WI"), (550, 567, "MN"), (570, 577, "SD"), (580, 588, "ND"), (590, 599, "MT"), (600, 629, "IL"),
    (630, 658, "MO"), (660, 679, "KS"), (680, 693, "NE"), (700, 714, "LA"), (716, 729, "AR"), (730, 749, "OK"),
    (750, 799, "TX"), (800, 816, "CO"), (820, 831, "WY"), (832, 838, "ID"), (840, 847, "UT"), (850, 865, "AZ"),
    (870, 884, "NM"), (885, 885, "TX"), (889, 898, "NV"), (900, 961, "CA"), (967, 968, "HI"), (969, 969, "GU"),
    (970, 979, "OR"), (980, 994, "WA"), (995, 999, "AK"),
)  # fmt: skip
_NAMES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID", "illinois": "IL",
    "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD",
    "massachusetts": "MA", "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT",
    "nebraska": "NE", "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY",
    "north carolina": "NC", "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA",
    "rhode island": "RI", "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT",
    "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
    "district of columbia": "DC", "washington dc": "DC", "puerto rico": "PR", "guam": "GU", "virgin islands": "VI",
    # As other languages write them.
    "nueva york": "NY", "nueva jersey": "NJ", "nuevo mexico": "NM", "carolina del norte": "NC", "carolina del sur": "SC",
    "tejas": "TX", "luisiana": "LA", "pensilvania": "PA", "virginia occidental": "WV",
    "كاليفورنيا": "CA", "تكساس": "TX", "نيويورك": "NY", "فلوريدا": "FL", "واشنطن": "WA", "加州": "CA", "加利福尼亚": "CA",
    "加利福尼亞": "CA", "纽约": "NY", "紐約": "NY", "德州": "TX", "得克萨斯": "TX", "佛罗里达": "FL",
    "佛羅里達": "FL", "华盛顿": "WA", "華盛頓": "WA",
    "калифорния": "CA", "техас": "TX", "нью-йорк": "NY", "флорида": "FL", "вашингтон": "WA", "мэн": "ME", "каліфорнія": "CA",
    "캘리포니아": "CA", "텍사스": "TX", "뉴욕": "NY", "플로리다": "FL",
}  # fmt: skip
STATES = frozenset(_NAMES.values())
_LONGEST_FIRST = sorted(_NAMES, key=len, reverse=True)
# Two letters that are words somewhere count only in capitals, in a short text that is not all in capitals.
_FEW_WORDS = 4
_WORDS_TOO = frozenset("al co de hi id in la ma me oh ok or pa".split())


def place_in(text: str) -> str | None:
    """The state that `text`, an answer to "which state or ZIP code?", names; None when it names none."""
    plain = "".join(str(unicodedata.digit(char, char)) for char in unicodedata.normalize("NFKC", text)).strip()
    code = re.search(r"(?<!\d)(\d{5})(?:-\d{4})?(?!\d)", plain)
    if code:
        return state_of_zip(code[1])
    folded = "".join(char for char in unicodedata.normalize("NFD", plain.casefold()) if not unicodedata.combining(char))
    words = re.sub(r"[^\w\s-]", " ", folded)
    for name in _LONGEST_FIRST:
        plain_name = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
        if re.search(rf"(?<!\w){re.escape(plain_name)}(?!\w)" if name.isascii() else re.escape(plain_name), words):
            return _NAMES[name]
    alone = plain.strip(" .,!?")
    if alone.upper() in STATES:
        return alone.upper() if alone.upper() != "OK" and (alone.isupper() or alone.lower() not in _WORDS_TOO) else None
    capitals = [word for word in re.findall(r"(?<!\w)[A-Z]{2}(?!\w)", plain) if word in STATES]
    shouted = plain.upper() == plain
    return capitals[-1] if capitals and not shouted and len(words.split()) <= _FEW_WORDS else None


def state_of_zip(code: str) -> str | None:
    """The state of a five-digit ZIP code; None for one that belongs to no state."""
    first = int(code[:3])
    return next((state for low, high, state in _ZIP if low <= first <= high), None)
