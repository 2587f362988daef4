"""Rendering: the right language, the right words for the channel, and English when there is nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.addresses import Channel
from bot.domain.sms_segments import parts
from bot.wording.catalogue import Catalogues
from bot.wording.source import ALWAYS, WordingError
from tests.wording.made_up import ENTRY, Build

ENGLISH = str(ENTRY["text"])
SMS, CHAT = Channel.SMS, Channel.CHAT


def test_words_come_in_the_persons_language_with_their_cost(catalogues: Catalogues) -> None:
    words = catalogues.render("danger.emergency", "es", SMS)
    assert words.language == "es"
    assert words.text.startswith("Hola. Ya tengo tu mensaje")
    assert words.parts == parts(words.text) == 2
    assert not words.reviewed


@pytest.mark.parametrize(
    ("asked", "given_language"),
    [("ar-Latn", "ar"), ("ru-Latn", "ru"), ("zh-Latn", "zh"), ("zh-Hant-TW", "zh-Hant"), ("es-MX", "es"), ("fr_CA", "fr"), ("en-GB", "en")],
)
def test_romanised_and_regional_codes_get_the_words_of_their_language(catalogues: Catalogues, asked: str, given_language: str) -> None:
    assert catalogues.has_content(asked)
    assert catalogues.render("human.coming", asked, SMS).language == given_language


@pytest.mark.parametrize("language", ["km", "pl", "mul", "unknown", "", "-", "../../etc", "\x00", "e", "es\n"])
def test_a_language_without_words_gets_english_and_says_so(catalogues: Catalogues, language: str) -> None:
    assert not catalogues.has_content(language)
    assert catalogues.render("pay.rights", language, SMS).language == "en"


@pytest.mark.parametrize("code", ["km", "lo", "de", "rw", "it"])
def test_without_a_whole_catalogue_the_first_words_are_in_her_own_language_all_the_same(catalogues: Catalogues, code: str) -> None:
    for message_id in ALWAYS:
        assert catalogues.render(message_id, code, SMS, "Vietnamese").language == code.removesuffix("-Latn")


def test_the_language_a_message_speaks_of_is_filled_in(catalogues: Catalogues) -> None:
    words = catalogues.render("language.by_voice", "es", SMS, "Mam")
    assert words.text.count("Mam") == 2
    assert "{" not in words.text


def test_every_offered_language_and_every_one_known_by_name_has_names_and_a_direction(catalogues: Catalogues) -> None:
    rows = catalogues.languages()
    assert len({row.code for row in rows}) == len(rows)
    assert sum(row.offered for row in rows) == 37
    assert {"mix", "mam", "quc", "din"} <= {row.code for row in rows if not row.offered}
    assert all(row.name and row.english_name and row.direction in {"ltr", "rtl"} for row in rows)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_language_code_raises(catalogues: Catalogues, language: str) -> None:
    assert catalogues.render("talk.quiet", language, SMS).text
    catalogues.has_content(language)


def test_an_unknown_message_is_a_key_error(catalogues: Catalogues) -> None:
    with pytest.raises(KeyError):
        catalogues.render("no.such_message", "en", SMS)


def test_the_web_chat_does_not_speak_of_sms_costs(catalogues: Catalogues) -> None:
    for language in ("en", "es", "fr", "ar", "zh", "ru"):
        assert "STOP" in catalogues.render("about.notice", language, SMS).text
        assert "STOP" not in catalogues.render("about.notice", language, CHAT).text
        assert catalogues.render("talk.quiet", language, CHAT) == catalogues.render("talk.quiet", language, SMS)


def test_the_programs_name_is_the_operators(build: Build) -> None:
    project = build([{}], {"es": {"talk.hello": (ENGLISH, "Hola, somos {service}.", True)}})
    catalogues = Catalogues(project, service_name="Blue Door")
    assert catalogues.render("talk.hello", "en", SMS).text == "Hi there, this is Blue Door. How are you?"
    assert catalogues.render("talk.hello", "es", SMS).text == "Hola, somos Blue Door."


def test_drafts_are_not_sent_where_the_operator_forbids_them(build: Build) -> None:
    project = build(
        [{}, {"id": "talk.bye", "text": "Bye."}],
        {
            "es": {"talk.hello": (ENGLISH, "Hola.", False), "talk.bye": ("Bye.", "Adiós.", True)},
            "fr": {"talk.hello": (ENGLISH, "Bonjour.", True)},
        },
    )
    strict = Catalogues(project, allow_drafts=False)
    assert (strict.has_content("es"), strict.has_content("fr")) == (True, False)
    assert strict.render("talk.hello", "es", SMS).reviewed
    assert strict.render("talk.bye", "es", SMS).language == "en"
    assert strict.render("talk.hello", "fr", SMS).language == "en"
    assert Catalogues(project).render("talk.bye", "es", SMS).text == "Adiós."


def test_a_translation_of_older_english_is_never_reviewed(build: Build) -> None:
    catalogues = Catalogues(build([{}], {"es": {"talk.hello": ("Hi of last year", "Hola.", False)}}))
    assert not catalogues.render("talk.hello", "es", SMS).reviewed
    assert catalogues.status()["es"] == {"reviewed": 0, "draft": 0, "outdated": 1, "missing": 0}


def test_an_empty_translation_falls_back_to_english(build: Build) -> None:
    catalogues = Catalogues(build([{}], {"es": {"talk.hello": (ENGLISH, "", False)}}))
    assert catalogues.render("talk.hello", "es", SMS).language == "en"
    assert not catalogues.has_content("es")


def test_chat_words_missing_in_a_language_fall_back_to_its_sms_words(build: Build) -> None:
    catalogues = Catalogues(build([{"chat": "Hi in the chat."}], {"es": {"talk.hello": (ENGLISH, "Hola.", True)}}))
    assert catalogues.render("talk.hello", "es", CHAT).text == "Hola."
    assert catalogues.render("talk.hello", "en", CHAT).text == "Hi in the chat."


def test_status_counts_every_text_of_every_language(build: Build) -> None:
    entries = [{}, {"id": "talk.bye", "text": "Bye."}, {"id": "talk.ok", "text": "OK.", "chat": "OK!"}]
    catalogues = Catalogues(build(entries, {"es": {"talk.hello": (ENGLISH, "Hola.", False), "talk.bye": ("Bye.", "Adiós.", True)}}))
    assert catalogues.status() == {
        "en": {"reviewed": 0, "draft": 4, "outdated": 0, "missing": 0},
        "es": {"reviewed": 1, "draft": 1, "outdated": 0, "missing": 2},
    }


def test_no_released_text_claims_a_review_that_nobody_made(catalogues: Catalogues) -> None:
    for language, counts in catalogues.status().items():
        assert counts["reviewed"] == counts["outdated"] == 0
        assert language not in catalogues.whole or counts["missing"] == 0


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "no dots"}, "without an id"),
        ({"text": " "}, "text is empty"),
        ({"why": None}, "why is empty"),
        ({"max_parts": 0}, "max_parts"),
        ({"max_parts": "2"}, "max_parts"),
        ({"checked_on": "last week"}, "not a date"),
        ({"colour": "red"}, "missing or unknown: colour"),
    ],
)
def test_an_incomplete_message_stops_the_start_and_names_itself(build: Build, change: dict[str, object], complaint: str) -> None:
    with pytest.raises(WordingError, match=complaint):
        Catalogues(build([change]))


def test_a_message_twice_stops_the_start(build: Build) -> None:
    with pytest.raises(WordingError, match="twice"):
        Catalogues(build([{}, {}]))


def test_a_translation_of_no_message_stops_the_start(build: Build) -> None:
    with pytest.raises(WordingError, match=r"es\.po: no such message: talk\.gone"):
        Catalogues(build([{}], {"es": {"talk.gone": ("x", "y", True)}}))


@pytest.mark.parametrize("broken", ["messages: [", "messages: 3", "- a", "}"])
def test_a_broken_source_file_stops_the_start(build: Build, broken: str) -> None:
    project = build([{}])
    (project / "flows" / "talk" / "messages.yml").write_text(broken, encoding="utf-8")
    with pytest.raises(WordingError, match=r"talk/messages\.yml"):
        Catalogues(project)


@pytest.mark.parametrize(
    "broken", ['msgid "a"\nnonsense', 'msgctxt "talk.hello"\nmsgid "a"\nmsgstr "b"\n\n' * 2, 'msgid "a"\nmsgstr "b"\n']
)
def test_a_broken_catalogue_stops_the_start(build: Build, broken: str) -> None:
    project = build([{}], {"es": {"talk.hello": (ENGLISH, "Hola.", True)}})
    (project / "flows" / "locale" / "es.po").write_text(broken, encoding="utf-8")
    with pytest.raises(WordingError, match=r"es\.po"):
        Catalogues(project)


def test_a_project_without_words_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(WordingError, match="no messages"):
        Catalogues(tmp_path)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (None, ["en", "es", "fr", "ar", "zh", "ru"]),
        ("nonsense: [", ["en", "es", "fr", "ar", "zh", "ru"]),
        ("languages: []", ["en", "es", "fr", "ar", "zh", "ru"]),
        ("languages:\n- {code: es, name: Español, english_name: Spanish, direction: ltr, content: true, enabled: true}", ["es"]),
        ("- {code: ar, direction: rtl}\n- {code: xx}", ["ar", "xx"]),
    ],
)
def test_the_languages_are_those_of_the_file_or_the_six(build: Build, written: str | None, codes: list[str]) -> None:
    project = build([{}], {"es": {"talk.hello": (ENGLISH, "Hola.", True)}})
    if written is not None:
        (project / "config").mkdir(exist_ok=True)
        (project / "config" / "languages.yml").write_text(written, encoding="utf-8")
    languages = Catalogues(project).languages()
    assert [language.code for language in languages] == codes
    assert [language.code for language in languages if language.content] == [code for code in codes if code in {"en", "es"}]
    assert all(language.direction == "rtl" for language in languages if language.code == "ar")
