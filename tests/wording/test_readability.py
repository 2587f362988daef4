"""The reading grade, counted by ourselves."""

from __future__ import annotations

import pytest

from bot.wording.readability import grade, syllables


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "you they write called passed likes rates phone free right are one while where hurt paid states"),
        (
            2,
            "reading program people private police silent papers able safely hidden changes doing saying someone waiting extra quiet",
        ),
        (3, "computer library idea video languages deleting advocate federal company everyone understand"),
        (4, "immigration interpreter emergency"),
    ],
)
def test_syllables_of_the_words_we_use(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_short_words_in_short_sentences_are_easy() -> None:
    assert grade("You can write here. We read it. You are not alone.") < 2


def test_legal_english_is_hard() -> None:
    hard = "Notwithstanding immigration considerations, individuals experiencing exploitation may consult accredited representatives."
    assert grade(hard) > 15


def test_numbers_and_placeholders_make_nothing_harder() -> None:
    assert grade("Call us at 1-888-373-7888.") == grade("Call us at {number}.") == grade("Call us at.")
    assert grade("") == grade("1 2 3") == 0.0
