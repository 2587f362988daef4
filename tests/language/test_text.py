"""How texts are cleaned before anything looks at them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.scripts import main_script
from bot.language.text import clean, folded, words_of


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  AYÚDAME!!! ", "ayúdame"), ("holaaaaa", "hola"), ("see www.example.org/x now",
        "see now"), ("a@b.co", ""), ("j’ai", "j'ai"),
        ("ﾊﾛｰ", "ハロー"), ("İYİ", "iyi"), ("می‌خواهم", "می خواهم"), ("a\u200bb", "ab"),
        ("x\x00y", "x y"), ("\ud800", ""), ("7abibi", "7abibi"),
    ],
)  # fmt: skip
def test_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "plain"), [("ayúdame", "ayudame"), ("tiếng việt", "tieng viet"), ("çok łódź ß", "cok lodz ss"), ("й हिन्दी が", "й हिन्दी が")]
)
def test_accents_go_from_latin_letters_only(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_decoration_on_letters_is_cut_back_so_that_the_word_remains() -> None:
    assert len(clean("h" + "\u0301" * 90 + "ola")) <= len("hola") + 4
    assert folded(clean("h\u0335\u0321o\u0334l\u0336\u0322a")) == "hola"


def test_numbers_are_no_words() -> None:
    assert words_of(clean("call 911 at 3arabi")) == ["call", "at", "3arabi"]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("hola", "latin"),
        ("help मदद", "devanagari"),
        ("my name is very long here म", "latin"),
        ("東京へ", "kana"),
        ("123", None),
        ("Ω", "greek"),
        ("ꦲ", "other"),
    ],
)
def test_the_script_that_tells_the_language(text: str, script: str | None) -> None:
    assert main_script(clean(text)) == script


@given(st.text(st.characters(), max_size=2000))
def test_cleaning_never_fails_and_never_grows_much(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= 300 * 18 + 1
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")
    assert clean(cleaned) == clean(clean(cleaned))
