"""Each check finds what it is there for, and lets a good text pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from bot.wording import checks
from bot.wording.catalogue import Catalogues
from bot.wording.checks import Finding, Text
from bot.wording.source import Message
from bot.wording.word_lists import load_word_lists
from tests.wording.made_up import ENTRY, PROJECT, Build

LISTS = load_word_lists(PROJECT / "config" / "words")
GOOD = "Thanks for writing. Here is some more info for you. You can write any time."


def text(
    words: str,
    language: str = "en",
    english: str | None = None,
    *,
    max_parts: int = 2,
    allowed: frozenset[str] = frozenset(),
    topic: str = "talk",
    may_ask: bool = False,
    lead: str = "",
) -> Text:
    message = Message(
        id="talk.hello", topic=topic, text=english or words, chat=None, lead=None, more=None, asks=None, why="why", note="note",
        source=("x",), checked_on=date(2026, 11, 21), max_parts=max_parts, carrier_words=allowed, may_ask=may_ask, reviewed_on=None,
    )  # fmt: skip
    sent = words.replace("{service}", "Info Line")
    return Text(message, message.id, language, words, english or words, sent, lead + sent, LISTS)


Check = Callable[[Text], Iterable[Finding]]


def broken(check: Check, subject: Text) -> bool:
    return bool(list(check(subject)))


@pytest.mark.parametrize(
    "check",
    [
        checks.over_budget,
        checks.banned_words,
        checks.carrier_words,
        checks.risky_start,
        checks.placeholders,
        checks.typography,
        checks.numbers,
        checks.answer_digits,
        checks.scrambled_number,
        checks.personal_question,
        checks.hard_to_read,
    ],
)
def test_a_good_text_passes(check: Check) -> None:
    assert not broken(check, text(GOOD))


def test_the_lead_counts_and_hides_what_follows_it() -> None:
    lead = "Thanks for asking. Here is a plain answer: "
    assert not broken(checks.risky_start, text("The police cannot see this text.", lead=lead))
    assert broken(checks.over_budget, text("a" * 270, lead=lead))


@pytest.mark.parametrize(("topic", "words"), [("choices", "a very long label indeed"), ("leads", "Hi there:")])
def test_a_long_label_and_a_short_lead_are_found(topic: str, words: str) -> None:
    assert broken(checks.length_of_pieces, text(words, topic=topic))
    assert not broken(checks.length_of_pieces, text(words))


def test_too_many_parts_are_found() -> None:
    assert broken(checks.over_budget, text("a" * 307))
    assert broken(checks.over_budget, text("я" * 135, "ru"))
    assert not broken(checks.over_budget, text("я" * 134, "ru"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("You are a victim.", "en"),
        ("We rescue people.", "en"),
        ("They cannot come in.", "en"),
        ("You will see a judge.", "en"),
        ("A person writes in 15 minutes.", "en"),
        ("A person will write soon.", "en"),
        ("We promise you a bed.", "en"),
        ("Call ICE and ask.", "en"),
        ("Eres una víctima.", "es"),
        ("Un inmigrante ilegal.", "es"),
        ("Una persona escribe en 10 minutos.", "es"),
        ("Vous êtes une victime.", "fr"),
        ("Fuyez maintenant.", "fr"),
        ("Вы жертва.", "ru"),
        ("Мы обещаем помощь.", "ru"),
        ("أنت ضحية.", "ar"),
        ("您是受害者。", "zh"),
        ("非法移民", "zh"),
        ("Un texto con rescue dentro.", "es"),
    ],
)
def test_banned_words_are_found_in_every_language(words: str, language: str) -> None:
    assert broken(checks.banned_words, text(words, language))


def test_as_soon_as_they_can_is_no_promise() -> None:
    assert not broken(checks.banned_words, text("They will write as soon as they can."))


@pytest.mark.parametrize(
    "words", ["Answer YES or no.", "Reply stop.", "Text HELP now.", "Type 'yes'.", "Envía START.", "Reply y.", "发END结束"]
)
def test_words_of_the_phone_companies_are_found(words: str) -> None:
    assert broken(checks.carrier_words, text(words))


def test_a_carrier_word_that_the_source_names_is_allowed_and_no_other() -> None:
    assert not broken(checks.carrier_words, text("STOP ends.", allowed=frozenset({"STOP"})))
    assert not broken(checks.carrier_words, text("To come back write START.", allowed=frozenset({"START"})))
    assert broken(checks.carrier_words, text("STOP ends, HELP helps.", allowed=frozenset({"STOP"})))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Hi. The police cannot see this text. It is ours.", "en"),
        ("Hi, you have rights.", "en"),
        ("Is it safe to write now?", "en"),
        ("Call 1-888-373-7888.", "en"),
        ("Hola. ¿Hay peligro?", "es"),
        ("Bonjour. Vos papiers sont à vous.", "fr"),
        ("Здравствуйте. Вы в опасности? Опасно?", "ru"),
        ("مرحبا. الشرطة", "ar"),
        ("您好，警察", "zh"),
    ],
)
def test_a_start_that_tells_too_much_is_found(words: str, language: str) -> None:
    assert broken(checks.risky_start, text(words, language))


def test_the_forty_first_character_may_say_it() -> None:
    assert not broken(checks.risky_start, text("a" * 39 + " police"))
    assert broken(checks.risky_start, text("a" * 38 + " police"))


@pytest.mark.parametrize(
    ("words", "english"),
    [("Hola.", "Hi {service}."), ("Hola {service}.", "Hi."), ("Hola {name}.", "Hi {name}."), ("Hola {service.", "Hi.")],
)
def test_placeholders_that_differ_are_found(words: str, english: str) -> None:
    assert broken(checks.placeholders, text(words, "es", english))


@pytest.mark.parametrize("sign", "‘’“”–—…«»\u00a0\u200b\t\n")
def test_signs_that_cost_the_cheap_alphabet_are_found(sign: str) -> None:
    assert broken(checks.typography, text(f"Hi{sign}there"))


def test_spaces_too_many_are_found() -> None:
    assert broken(checks.typography, text("Hi  there"))
    assert broken(checks.typography, text("Hi there "))


def test_a_wrong_or_missing_digit_is_found() -> None:
    english = "Call 1-888-373-7888 or 911."
    assert broken(checks.numbers, text("Llama al 1-888-373-7898 o al 911.", "es", english))
    assert broken(checks.numbers, text("Llama al 1-888-373-7888.", "es", english))
    assert broken(checks.numbers, text("Llama al 1-888-373-7888, al 911 o al 912.", "es", english))
    assert not broken(checks.numbers, text("Llama al 911 o al 1-888-373-7888.", "es", english))
    assert not broken(checks.numbers, text("Minimum 7,25 dollars", "fr", "At least $7.25"))


def test_the_text_line_is_named_only_where_it_is_answered() -> None:
    english = "Text 233733."
    assert broken(checks.numbers, text("Écrivez au 233733.", "fr", english))
    assert not broken(checks.numbers, text("Appelez.", "fr", english))
    assert broken(checks.numbers, text("Llama.", "es", english))


def test_a_missing_answer_digit_is_found() -> None:
    english = "Send 1 if it is, 2 if not."
    assert broken(checks.answer_digits, text("Manda 1 si lo es.", "es", english))
    assert not broken(checks.answer_digits, text("发1或发2", "zh", english))


def test_a_number_that_right_to_left_phones_would_scramble_is_found() -> None:
    assert broken(checks.scrambled_number, text("اتصال: 1-888-373-7888", "ar"))
    assert not broken(checks.scrambled_number, text("اتصال: \u200e1-888-373-7888", "ar"))
    assert not broken(checks.scrambled_number, text("اتصال. / Call 1-888-373-7888", "ar"))
    assert not broken(checks.scrambled_number, text("اتصال: 911", "ar"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Do you have papers?", "en"),
        ("What is your name?", "en"),
        ("Tell us your name.", "en"),
        ("¿Cómo es tu nombre?", "es"),
        ("Avez-vous un visa ?", "fr"),
        ("Как вас зовут?", "ru"),
        ("ما اسمك؟", "ar"),
        ("您有签证吗？", "zh"),
    ],
)
def test_a_question_about_status_or_name_is_found(words: str, language: str) -> None:
    assert broken(checks.personal_question, text(words, language))


def test_saying_that_no_name_is_needed_is_no_question() -> None:
    assert not broken(checks.personal_question, text("You do not need to give your name. How are you?"))


def test_hard_english_is_found_and_other_languages_are_not_graded() -> None:
    hard = "Notwithstanding immigration considerations, individuals experiencing exploitation may consult representatives."
    assert broken(checks.hard_to_read, text(hard))
    assert not broken(checks.hard_to_read, text(hard, "es"))


def test_gaps_and_old_translations_are_found(build: Build) -> None:
    project = build(
        [{}, {"id": "talk.bye", "text": "Bye."}, {"id": "talk.ok", "text": "OK."}],
        {"es": {"talk.hello": ("Older", "Hola {service}", True), "talk.bye": ("Bye.", "", True)}},
    )
    found = {(finding.check, finding.key) for finding in checks.gaps(Catalogues(project))}
    assert found == {("outdated", "talk.hello"), ("missing", "talk.bye"), ("missing", "talk.ok")}


def test_a_language_without_content_needs_only_what_everybody_is_told(build: Build) -> None:
    project = build([{"id": "danger.emergency"}, {"id": "talk.bye", "text": "Bye."}], {"th": {"talk.bye": ("Bye.", "ลาก่อน", True)}})
    (project / "config").mkdir(exist_ok=True)
    (project / "config" / "languages.yml").write_text("languages: [{code: th, name: ไทย, content: false}]", encoding="utf-8")
    assert {(finding.check, finding.key) for finding in checks.gaps(Catalogues(project))} == {("missing", "danger.emergency")}
    assert not Catalogues(project).has_content("th")


def test_all_checks_run_over_all_texts(build: Build) -> None:
    english = "Hi there, are you a victim? Tell us your name."
    arabic = "ضحية 1-888-373-7888"
    project = build([{"text": english, "max_parts": 1}], {"ar": {"talk.hello": (english, arabic, True)}})
    found = {(finding.check, finding.language) for finding in checks.findings(Catalogues(project))}
    assert found == {
        ("banned_words", "en"),
        ("personal_question", "en"),
        ("banned_words", "ar"),
        ("numbers", "ar"),
        ("risky_start", "ar"),
        ("scrambled_number", "ar"),
    }
    assert all(str(finding).startswith(f"{ENTRY['id']} [") for finding in checks.findings(Catalogues(project)))
