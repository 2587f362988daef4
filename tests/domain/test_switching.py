"""When the language of a conversation changes, and what is said while it is not known."""

from __future__ import annotations

import pytest

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.domain.switching import languages_to_answer, next_language, nothing_to_go_by

ES, ES_ASKED, NOTHING = LanguageGuess("es", 0.9, "x"), LanguageGuess("es", 1.0, "x", requested=True), LanguageGuess(UNKNOWN, 0.0, "x")


@pytest.mark.parametrize(
    ("current", "guess", "before", "after"),
    [
        (None, ES, None, "es"),
        (None, NOTHING, None, None),
        ("en", NOTHING, "es", "en"),
        ("en", ES, "en", "en"),
        ("en", ES, "es", "es"),
        ("en", ES_ASKED, "en", "es"),
        ("es", ES, "en", "es"),
        ("en", LanguageGuess("es", 0.5, "words"), "es", "en"),
        ("en", LanguageGuess("es", 0.9, "previous"), "es", "en"),
        (None, LanguageGuess("es", 0.5, "words"), None, "es"),
    ],
)
def test_one_message_in_another_language_does_not_switch_unless_asked(
    current: str | None, guess: LanguageGuess, before: str | None, after: str | None
) -> None:
    assert next_language(current, guess, before) == after


def test_while_nothing_is_known_the_two_likeliest_are_answered() -> None:
    likely = LanguageGuess(UNKNOWN, 0.0, "x", alternatives=("fr", "vi", "ar"))
    has_content = {"en", "es", "fr", "ar"}.__contains__
    assert languages_to_answer(None, likely, has_content) == ("fr", "ar")
    assert languages_to_answer(None, NOTHING, has_content) == ("en", "es")
    assert languages_to_answer("ru", likely, has_content) == ("ru",)


def test_in_danger_every_likely_language_is_answered() -> None:
    likely = LanguageGuess(UNKNOWN, 0.0, "x", alternatives=("fr", "vi", "ar", "es"))
    has_content = {"en", "es", "fr", "ar"}.__contains__
    assert languages_to_answer(None, likely, has_content, danger=True) == ("fr", "vi", "ar")
    assert languages_to_answer(None, NOTHING, has_content, danger=True) == ("en", "es")
    one = LanguageGuess(UNKNOWN, 0.0, "x", alternatives=("am",))
    assert languages_to_answer(None, one, has_content, danger=True) == ("am", "en"), "never only in a language that is a guess"


def test_in_danger_a_clear_text_in_another_language_is_answered_in_both() -> None:
    arabic = LanguageGuess("ar", 0.95, "script")
    assert languages_to_answer("en", arabic, bool, danger=True) == ("ar", "en")
    assert languages_to_answer("en", arabic, bool) == ("en",)
    assert languages_to_answer("ar-Latn", arabic, bool, danger=True) == ("ar-Latn",)
    assert languages_to_answer("en", LanguageGuess("ar", 0.4, "script"), bool, danger=True) == ("en",)


def test_the_menu_asks_only_when_nothing_tells_the_language() -> None:
    has_content = {"en", "es", "fr"}.__contains__
    assert nothing_to_go_by(None, NOTHING, has_content)
    assert nothing_to_go_by(None, LanguageGuess(UNKNOWN, 0.0, "x", alternatives=("am", "ti")), has_content)
    assert not nothing_to_go_by(None, LanguageGuess(UNKNOWN, 0.0, "x", alternatives=("am", "fr")), has_content)
    assert not nothing_to_go_by("am", NOTHING, has_content)
