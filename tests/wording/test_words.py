"""The released words: every message, every language (trust.md T1; domain.md 0.2, 2.4, 2.5, 3.7, 4.3)."""

from __future__ import annotations

import re
from datetime import date

import pytest
import textstat

from bot.domain.addresses import Channel
from bot.domain.opt_out import classify
from bot.wording.catalogue import Catalogues
from bot.wording.checks import findings, texts
from bot.wording.readability import grade
from tests.wording.made_up import PROJECT

# The 25 of domain.md 8.2, traditional Chinese, Urdu and Burmese.
LANGUAGES = [
    "en", "es", "tl", "zh", "zh-Hant", "ar", "pt", "ht", "ru", "uk", "vi", "ko", "th", "pa", "hi", "ne",
    "bn", "fr", "sw", "fa", "ps", "am", "ti", "so", "id", "tr", "ur", "my",
]  # fmt: skip
HOTLINE = "1-888-373-7888"
SAFETY_TOPICS = ("danger.", "urgent.", "holding.", "plan.", "left.", "phone.", "children.", "health.")
SAFETY = sorted(
    each
    for each in Catalogues(PROJECT).messages
    # What an exam is for is information that nobody needs at once.
    if each in {"human.coming", "human.still_coming"} or (each.startswith(SAFETY_TOPICS) and each != "health.exam")
)
# What a person in danger, or one who waits, is told.
FIRST = [
    "danger.emergency", "danger.still_here", "urgent.person_coming", "human.coming", "human.still_coming", "human.when", "human.closed",
    "holding.person_coming", "language.person_coming", "unclear.person",
]  # fmt: skip


def test_twenty_eight_languages_have_every_text(catalogues: Catalogues) -> None:
    assert catalogues.whole == set(LANGUAGES)
    assert set(catalogues.translations) == {row.code for row in catalogues.rows if row.offered} - {"en"}
    for language, counts in catalogues.status().items():
        if language in LANGUAGES:
            assert (counts["missing"], counts["outdated"]) == (0, 0), language


def test_no_word_in_any_language_breaks_a_rule(catalogues: Catalogues) -> None:
    assert len(list(texts(catalogues))) >= len(LANGUAGES) * 190
    assert [str(finding) for finding in findings(catalogues)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_lists_of_what_it_must_not_say(catalogues: Catalogues, language: str) -> None:
    lists = catalogues.word_lists[language]
    assert all((lists.banned, lists.risky_start, lists.personal, lists.requests))


def test_every_english_text_is_at_most_sixth_grade(catalogues: Catalogues, capsys: pytest.CaptureFixture[str]) -> None:
    grades = {text.key: grade(text.raw) for text in texts(catalogues) if text.language == "en" and len(text.raw.split()) > 3}
    with capsys.disabled():
        worst = ", ".join(f"{key} {grades[key]:.1f}" for key in sorted(grades, key=lambda key: -grades[key])[:3])
        print(f"\nEnglish: {len(grades)} texts, mean grade {sum(grades.values()) / len(grades):.1f}, hardest {worst}")
    words_only = {key: re.sub(r"[$]?\d[\d.,-]*|\{[a-z]+\}", "", catalogues.english(key)) for key in grades}
    judged = {key: float(textstat.flesch_kincaid_grade(text)) for key, text in words_only.items()}
    with capsys.disabled():
        print(f"textstat: mean grade {sum(judged.values()) / len(judged):.1f}, hardest {max(judged, key=judged.__getitem__)}")
    assert max(grades.values()) <= 6.0
    assert sum(judged.values()) / len(judged) <= 6.0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message_id", SAFETY)
def test_a_safety_message_costs_at_most_two_parts(catalogues: Catalogues, message_id: str, language: str) -> None:
    assert catalogues.messages[message_id].max_parts == 2
    assert catalogues.render(message_id, language, Channel.SMS).parts <= 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message_id", FIRST)
def test_who_has_to_wait_is_told_the_hotline(catalogues: Catalogues, message_id: str, language: str) -> None:
    assert HOTLINE in catalogues.render(message_id, language, Channel.SMS).text


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr", "French"), ("ar", "Arabic"), ("zh", "Chinese"), ("ru", "Russian"), ("ti", "Tigrinya"), ("my", "Burmese"), ("ht", "Creole")],
)
@pytest.mark.parametrize("message_id", ["holding.person_coming", "human.coming", "human.still_coming", "danger.suicide", "unclear.person"])
def test_who_needs_an_interpreter_is_told_the_word_to_say(catalogues: Catalogues, message_id: str, language: str, word: str) -> None:
    assert word in catalogues.render(message_id, language, Channel.SMS).text


def test_suicide_names_988_and_the_spanish_door(catalogues: Catalogues) -> None:
    assert all("988" in catalogues.render("danger.suicide", language, Channel.SMS).text for language in LANGUAGES)
    assert "AYUDA" in catalogues.render("danger.suicide", "es", Channel.SMS).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quiet_line_is_harmless_from_end_to_end(catalogues: Catalogues, language: str) -> None:
    words = catalogues.render("talk.quiet", language, Channel.SMS)
    assert words.parts == 1
    assert len(words.text) <= 70
    assert not re.search(r"\d|\?|\u061f|\uff1f", words.text)


def test_start_is_named_only_to_who_has_opted_out(catalogues: Catalogues) -> None:
    assert {text.message.id for text in texts(catalogues) if "START" in text.sent} == {"optout.confirmed"}


def test_no_text_of_ours_would_itself_be_read_as_an_opt_out(catalogues: Catalogues) -> None:
    assert [text.key for text in texts(catalogues) if text.message.topic != "choices" and classify(text.sent)] == []


def test_every_fact_has_a_source_and_a_date(catalogues: Catalogues) -> None:
    for message in catalogues.messages.values():
        assert message.source
        assert all(re.match(r"\[[A-Z0-9-]+\] \S+", each) or "our own practice" in each for each in message.source), message.id
        assert date(2026, 1, 1) <= message.checked_on
        assert set(message.carrier_words) <= {"STOP", "START"}


def test_the_files_stay_what_translators_tools_expect() -> None:
    for path in sorted((PROJECT / "flows" / "locale").glob("*.po")):
        written = path.read_text(encoding="utf-8")
        assert f"Language: {path.stem}\\n" in written
        assert written.count("#, fuzzy") == written.count("msgctxt ")
        assert written.count("#. ") >= written.count("msgctxt ")
