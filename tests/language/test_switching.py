"""When a conversation changes its language."""

import pytest

from bot.domain.language import UNKNOWN, LanguageGuess
from bot.language.identifier import LanternLanguages
from bot.language.switching import language_to_answer

ES = LanguageGuess("es", 0.95, "weighed")
RU = LanguageGuess("ru", 0.95, "weighed")
FAINT_ES = LanguageGuess("es", 0.5, "weighed")
ASKED_AR = LanguageGuess("ar", 1.0, "asked", requested=True)
NOTHING = LanguageGuess(UNKNOWN, 0.0, "none", alternatives=("es",))
KEPT_EN = LanguageGuess("en", 0.5, "previous")


@pytest.mark.parametrize(
    ("current", "guess", "earlier", "answer"),
    [
        (None, ES, [], "es"),
        (None, FAINT_ES, [], "es"),
        (None, NOTHING, [], None),
        ("en", ASKED_AR, [], "ar"),
        ("en", ES, [], "en"),
        ("en", ES, [ES], "es"),
        ("en", ES, [RU], "en"),
        ("en", ES, [ES, RU], "en"),
        ("en", ES, [RU, ES], "es"),
        ("en", ES, [FAINT_ES], "en"),
        ("en", FAINT_ES, [ES], "en"),
        ("en", ES, [KEPT_EN], "en"),
        ("en", KEPT_EN, [ES], "en"),
        ("en", NOTHING, [ES], "en"),
        ("es", ES, [RU], "es"),
    ],
)
def test_which_language_to_answer_in(current: str | None, guess: LanguageGuess, earlier: list[LanguageGuess], answer: str | None) -> None:
    assert language_to_answer(current, guess, earlier) == answer


@pytest.mark.parametrize("text", ["ok", "hi", "no", "Maria", "John Smith", "1200 main st", "5551230001", "🙏🏽", "Los Angeles"])
def test_names_numbers_and_ok_never_switch(languages: LanternLanguages, text: str) -> None:
    clear = LanguageGuess("en", 0.99, "weighed")
    for current in ("es", "so", "ru"):
        assert language_to_answer(current, languages.identify(text, current), [clear]) in {current} | (
            {"en"} if text == "John Smith" else set()
        )
