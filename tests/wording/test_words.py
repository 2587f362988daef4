"""The released words: every message, every language (trust.md T1; domain.md 0.2, 2.4, 2.5, 3.7, 4.3)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.domain.addresses import Channel
from bot.domain.opt_out import classify
from bot.wording.catalogue import Catalogues
from bot.wording.checks import findings, texts
from bot.wording.readability import grade
from bot.wording.source import ALWAYS
from tests.wording.made_up import PROJECT

IDS = [
    "hello.safe_to_write",
    "about.notice",
    "about.what_is_this",
    "about.not_police",
    "about.private",
    "talk.quiet",
    "talk.welcome",
    "talk.goodbye",
    "human.coming",
    "human.still_coming",
    "human.offer",
    "human.declined",
    "human.handed_back",
    "danger.safety",
    "danger.emergency",
    "danger.suicide",
    "danger.medical",
    "danger.still_here",
    "urgent.person_coming",
    "papers.rights",
    "pay.rights",
    "police.rights",
    "phone.safety",
    "unclear.ask",
    "unclear.person",
    "holding.person_coming",
    "optout.confirmed",
    "optin.welcome",
    "language.person_coming",
    "language.by_voice",
    "picture.received",
]
LANGUAGES = ["en", "es", "fr", "ar", "zh", "ru"]
HOTLINE = "1-888-373-7888"
SAFETY = [each for each in IDS if each.startswith(("danger.", "urgent.", "holding.")) or each in {"human.coming", "human.still_coming"}]


def test_the_catalogue_holds_the_agreed_messages_and_no_other(catalogues: Catalogues) -> None:
    assert sorted(catalogues.messages) == sorted(IDS)
    assert catalogues.whole == set(LANGUAGES)
    assert set(catalogues.translations) == {row.code for row in catalogues.rows if row.offered} - {"en", "zh-Hant"}


def test_no_word_in_any_language_breaks_a_rule(catalogues: Catalogues) -> None:
    partial = len(catalogues.translations) + 1 - len(LANGUAGES)
    assert len(list(texts(catalogues))) == len(LANGUAGES) * (len(IDS) + 2) + partial * len(ALWAYS)
    assert [str(finding) for finding in findings(catalogues)] == []


def test_every_english_text_is_at_most_sixth_grade(catalogues: Catalogues) -> None:
    for text in texts(catalogues):
        if text.language == "en":
            figure = grade(text.raw)
            print(f"{text.key:28} grade {figure:5.1f}")
            assert figure <= 6.0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message_id", SAFETY)
def test_a_safety_message_costs_at_most_two_parts(catalogues: Catalogues, message_id: str, language: str) -> None:
    assert catalogues.messages[message_id].max_parts == 2
    assert catalogues.render(message_id, language, Channel.SMS).parts <= 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "message_id",
    [
        *(each for each in SAFETY if each not in {"danger.safety", "danger.suicide", "danger.medical"}),
        *("optout.confirmed", "language.person_coming", "unclear.person"),
    ],
)
def test_who_has_to_wait_is_told_the_hotline(catalogues: Catalogues, message_id: str, language: str) -> None:
    assert HOTLINE in catalogues.render(message_id, language, Channel.SMS).text


@pytest.mark.parametrize(("language", "word"), [("fr", "French"), ("ar", "Arabic"), ("zh", "Chinese"), ("ru", "Russian")])
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
    assert [text.key for text in texts(catalogues) if classify(text.sent)] == []


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
