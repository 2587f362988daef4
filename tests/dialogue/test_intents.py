"""Intent recognition on phrases written apart from the examples, in every content language (all of them: docs/dialogue.md)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.dialogue.answers import RECOGNISED
from bot.dialogue.evaluation import Heard, Phrase, hear, read_phrases, report, share, wrong_on_safety
from bot.dialogue.rasa_client import RasaDialogue
from bot.wording.catalogue import Catalogues

pytestmark = pytest.mark.timeout(600)
PROJECT = Path(__file__).resolve().parents[2]
PHRASES = read_phrases(Path(__file__).with_name("phrases"))
# Every sixth is enough to see a fault and keeps the tests short; `make eval` takes all.
EVERY = 6


def test_every_content_language_has_phrases_for_every_intent() -> None:
    counts = Counter((each.language, each.intent) for each in PHRASES)
    languages = Catalogues(PROJECT).whole | {"en"}
    assert {language for language, _ in counts} == languages
    assert [(language, intent) for language in sorted(languages) for intent in RECOGNISED if counts[language, intent] < 3] == []


async def test_intents_are_recognised_in_every_content_language(dialogue: RasaDialogue, capsys: pytest.CaptureFixture[str]) -> None:
    heard = await hear(dialogue, PHRASES[::EVERY])
    with capsys.disabled():
        print("\n" + report(heard))
    assert share(heard, "right") >= 0.92
    assert share(heard, "harmless") >= 0.965
    assert wrong_on_safety(heard) <= 0.015
    for language in {each.phrase.language for each in heard}:
        # Thirty phrases a language: the whole file is held to 0.90 and 0.97 by `make eval`.
        assert share([each for each in heard if each.phrase.language == language], "right") >= 0.73, language


def test_the_figures_count_what_they_say() -> None:
    def one(intent: str, best: str, followed: str) -> Heard:
        return Heard(Phrase("en", intent, "..."), best, followed)

    heard = [
        one("not_paid", "not_paid", "not_paid"),
        one("not_paid", "in_debt", "in_debt"),
        one("in_danger", "not_paid", "not_understood"),
        one("in_danger", "greet", "greet"),
    ]
    assert (share(heard, "right"), share(heard, "harmless"), wrong_on_safety(heard)) == (0.25, 0.5, 0.25)
