"""What a person may answer with: a digit in any script, a label in any language, a plain yes or no."""

from __future__ import annotations

import pytest

from bot.domain.questions import CHECK, Question, answered, choices
from bot.wording.catalogue import Catalogues
from tests.wording.made_up import PROJECT

WORDS = Catalogues(PROJECT)


def intent(question: Question | None, text: str, **what: bool) -> str | None:
    choice = answered(question, text, WORDS.labels, **what)
    return choice.intent if choice else None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (None, "1", None),
        (Question.NEXT, "1", "show_topics"), (Question.NEXT, " 2. ", "accept_human"), (Question.NEXT, "٢", "accept_human"),
        (Question.NEXT, "२", "accept_human"),
        (Question.NEXT, "3", None), (Question.NEXT, "12", None), (Question.NEXT, "ok", None), (Question.NEXT, "no", None),
        (Question.NEXT, "Una Persona", "accept_human"), (Question.NEXT, "a person", "accept_human"),
        (Question.SAFE_TO_WRITE, "yes", "safe_to_write"), (Question.SAFE_TO_WRITE, "Sí!", "safe_to_write"),
        (Question.SAFE_TO_WRITE, "不", "not_safe_to_write"),
        (Question.SAFE_TO_WRITE, "2", "not_safe_to_write"), (Question.CAN_TEXT, "1", "can_text"),
        (Question.CAN_TEXT, "2", "not_safe_to_write"),
        (Question.CHECK_PAY, "no", "answer_check"), (Question.CHECK_PAY, "нет", "answer_check"), (Question.CHECK_PAY, "maybe", None),
        (Question.TOPICS, "4", "accept_human"), (Question.PLACE, "1", "anywhere"), (Question.PLACE, "Maine", None),
    ],
)  # fmt: skip
def test_answers(question: Question | None, text: str, expected: str | None) -> None:
    assert intent(question, text) == expected


@pytest.mark.parametrize("question", list(Question))
def test_a_person_can_be_asked_for_in_words_under_every_question(question: Question) -> None:
    assert intent(question, "a person") == "accept_human"


def test_the_first_digit_goes_on_with_what_is_open() -> None:
    assert intent(Question.NEXT, "1", more=True, check_open=True) == "tell_more"
    assert intent(Question.NEXT, "1", check_open=True) == "resume_check"


@pytest.mark.parametrize("question", list(Question))
def test_never_more_than_four_answers_and_none_of_them_a_carriers_word(question: Question) -> None:
    offered = choices(question)
    assert 1 <= len(offered) <= 4
    assert [each.digit for each in offered] == [str(number + 1) for number in range(len(offered))]
    assert not {each.digit for each in offered} & {"0"}, "0 is the menu of languages"


@pytest.mark.parametrize("question", list(Question))
def test_a_human_on_the_way_is_not_offered_again_and_no_digit_changes_its_meaning(question: Question) -> None:
    before, after = choices(question), choices(question, human_called=True)
    assert after == before[: len(after)]
    assert "accept_human" not in {each.intent for each in after}


@pytest.mark.parametrize("language", sorted(WORDS.whole | {"en"}))
def test_the_labels_under_one_text_differ_in_every_language(language: str) -> None:
    for question in Question:
        for what in ({}, {"more": True}, {"check_open": True}):
            labels = [WORDS.label(each, language).casefold() for each in choices(question, **what)]
            assert len(set(labels)) == len(labels), (question, labels)


def test_the_check_asks_about_danger_first() -> None:
    assert CHECK[0] is Question.CHECK_NEAR
    assert len(CHECK) == 8
