"""The menu of languages: one line, names only, and what a digit means."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import UNKNOWN, Language
from bot.domain.language_menu import PER_PAGE, answer, digit_of, first_page, menu_text, next_page, page_of
from bot.domain.sms_segments import parts
from bot.wording.catalogue import Catalogues

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = Catalogues(ROOT).languages()
OFFERED = [each.code for each in LANGUAGES if each.offered]


def pages(current: str | None = None, likely: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every page, as a person sees them who goes on sending 0."""
    found = [first_page(LANGUAGES, likely, current)]
    while (following := next_page(LANGUAGES, found[-1], current)) != found[0]:
        found.append(following)
    return found


def test_the_first_page_is_names_in_their_own_scripts_english_not_first() -> None:
    text = menu_text(LANGUAGES, first_page(LANGUAGES, (), None), None)
    assert text.startswith("Español 1 · Tagalog 2 · ")
    assert "English 9" in text
    assert text.endswith(" · + 0")


@pytest.mark.parametrize("current", [None, "es", "ar", "zh-Hant", "ar-Latn"])
def test_every_language_is_on_exactly_one_page_and_every_page_costs_at_most_two_parts(current: str | None) -> None:
    shown = [code for page in pages(current) for code in page_of(page)]
    assert sorted(shown) == sorted(set(OFFERED) - {(current or "").removesuffix("-Latn")})
    for page in pages(current):
        assert parts(menu_text(LANGUAGES, page, current)) <= 2
        assert len(page_of(page)) <= PER_PAGE


def test_the_likeliest_come_first_and_the_current_one_is_shown_without_a_digit() -> None:
    page = first_page(LANGUAGES, ("ur-Latn", "hi-Latn", "xx"), "es")
    assert page[:2] == ("ur", "hi")
    assert "es" not in page
    assert menu_text(LANGUAGES, page, "es").startswith("✓ Español · اردو\u200e 1 · ")


def test_languages_known_by_name_only_or_turned_off_are_not_offered() -> None:
    table = [
        Language("es", "Español", "Spanish", "ltr", True),
        Language("mam", "Mam", "Mam", "ltr", False, offered=False),
        Language("so", "Soomaali", "Somali", "ltr", False, offered=False),
    ]
    assert first_page(table, ("so",), None) == ("es",)


def test_a_digit_means_the_language_beside_it_on_the_page_shown_last() -> None:
    first, second = pages()[:2]
    for page in (first, second):
        for digit, code in enumerate(page_of(page), 1):
            found = answer(page, str(digit), None)
            assert found is not None
            assert (found.code, found.requested) == (code, True)
    assert answer((), "1", "es") is None


@pytest.mark.parametrize("typed", ["0", " 0 ", "0.", "٠", "０", "0️⃣", "०"])
def test_zero_asks_for_the_menu_at_any_time(typed: str) -> None:
    for offered in ((), pages()[0]):
        found = answer(offered, typed, "es")
        assert found is not None
        assert (found.wants_menu, found.code, found.requested) == (True, "es", False)
    nothing_known = answer((), typed, None)
    assert nothing_known is not None
    assert nothing_known.code == UNKNOWN


@pytest.mark.parametrize("typed", ["", "10", "es", "1 2", "+", "one", "½", "²", "\ud800", "x1"])
def test_anything_else_is_no_answer_to_the_menu(typed: str) -> None:
    assert answer(pages()[0], typed, None) is None


def test_after_the_last_page_comes_the_first() -> None:
    assert next_page(LANGUAGES, pages()[-1], None) == pages()[0]


@given(st.text(max_size=12))
def test_a_digit_is_found_only_in_a_text_of_one_digit(text: str) -> None:
    digit = digit_of(text)
    assert digit is None or (len(digit) == 1 and digit in "0123456789")
