"""What somebody wrote, made safe to show (trust.md B3, B9, B10, B25, B26, B41, B43)."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.web.console.conversation_page import language_name
from bot.web.pages.display import MOST_MARKS, Piece, blank, one_line, pieces, with_language_names

ANYTHING = st.text(alphabet=st.characters(codec=None), max_size=300)


@given(ANYTHING)
def test_any_text_can_be_shown(text: str) -> None:
    shown = pieces(text)
    "".join(piece.text for piece in shown).encode("utf-8")
    for piece in shown:
        if not piece.mark:
            assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char not in "\n\t" for char in piece.text)
            assert not any("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in piece.text)
    one_line(text, 40).encode("utf-8")
    blank(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u3164"), max_size=200))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian with a non-joiner
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "\u0928\u092e\u0938\u094d\u0924\u0947",
        "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd",
        "a\tb\nc",
        "e\u0301\u0323\u0308",
    ],
)
def test_real_writing_is_not_marked(text: str) -> None:
    assert pieces(text) == (Piece(text),)


@pytest.mark.parametrize("char", [*"\x00\x07\x08\x1b\x7f\x85\u200b\u2028\u202e\u2066\ufeff\U000e0041", "\ud800"])
def test_B10_B25_what_hides_or_turns_the_line_becomes_a_marker_in_its_place(char: str) -> None:
    assert pieces(f"a{char}b") == (Piece("a"), Piece(f"U+{ord(char):04X}", mark=True), Piece("b"))


def test_a_thousand_of_them_are_one_marker_with_a_count() -> None:
    assert pieces("\x00" * 1000 + "a") == (Piece("U+0000 ×1000", mark=True), Piece("a"))


@pytest.mark.parametrize("between", ["", "\u200d", "\u200c"])
def test_B9_marks_do_not_pile_up(between: str) -> None:
    shown = pieces("Z" + ("\u0301" + between) * 10_000 + "b")[0].text
    assert sum(char == "\u0301" for char in shown) == MOST_MARKS
    assert shown.endswith("b")


def test_B9_ten_thousand_marks_are_quick_to_show() -> None:
    started = time.process_time()
    pieces("Z" + "\u0301" * 10_000)
    assert time.process_time() - started < 0.05


def test_sixty_four_kibibytes_of_anything_are_shown_in_reasonable_time() -> None:
    started = time.process_time()
    for text in ("\u202e" * 65_536, "\u0301" * 65_536, "1-" * 32_768 + "\u0627", "a" * 65_536, "+1 (" * 16_384 + "\u0627"):
        pieces(text)
        blank(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(("text", "count"), [("", 0), (" \n", 2), ("\u3000\u200b\ufeff", 3), ("\u202e\u00a0", 2)])
def test_B3_a_text_of_nothing_visible_is_counted(text: str, count: int) -> None:
    assert blank(text) == count


def test_a_text_with_anything_visible_is_not_blank() -> None:
    assert blank(" . ") is None


def test_grouped_numbers_beside_arabic_keep_their_order() -> None:
    assert pieces("اتصل 1-888-373-7888 الآن") == (Piece("اتصل "), Piece("1-888-373-7888", number=True), Piece(" الآن"))
    assert pieces("call 1-888-373-7888 now") == (Piece("call 1-888-373-7888 now"),)
    assert "".join(piece.text for piece in pieces("رقم +1 (555) 010-0001، 911")) == "رقم +1 (555) 010-0001، 911"


def test_a_lock_screen_shows_one_line_of_what_can_be_seen() -> None:
    assert one_line("Hello\n\u202eyou\x00", 40) == "Hello you"
    assert one_line("a" * 41, 40) == "a" * 40 + "…"


def test_a_language_is_named_with_what_the_assistant_can_do_in_it() -> None:
    languages = {
        "ar": Language("ar", "العربية", "Arabic", "rtl", True),
        "th": Language("th", "ไทย", "Thai", "ltr", False),
    }
    assert language_name(languages, "ar-Latn") == "Arabic in Latin letters"
    assert language_name(languages, "th") == "Thai (the assistant has few words in it)"
    assert language_name(languages, None) == "language not known yet"


def test_a_language_chosen_by_button_is_shown_by_its_own_name() -> None:
    languages = {"zh-Hant": Language("zh-Hant", "繁體中文", "Chinese (traditional)", "ltr", False)}
    assert with_language_names("lang:zh-Hant", languages) == "繁體中文"
    assert with_language_names("lang:xx", languages) == "lang:xx"
    assert with_language_names("my lang:zh-Hant", languages) == "my lang:zh-Hant"
