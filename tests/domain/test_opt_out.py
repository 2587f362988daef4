"""Opt-out, opt-in and HELP as whole messages (trust.md B11 to B15, domain.md 7.1 and 7.3)."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.opt_out import LONGEST, OptOutKind, OptOutWord, classify
from bot.domain.opt_out_folding import spoken, without_accents
from bot.domain.opt_out_words import LANGUAGES
from bot.wording.languages import load_languages
from tests.domain import opt_out_examples
from tests.domain.opt_out_figures import MEANINGS, read_as, rows

STOP, START, HELP, YES = OptOutKind.STOP, OptOutKind.START, OptOutKind.HELP, OptOutKind.YES


def kind(text: str) -> OptOutKind | None:
    found = classify(text)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("word", "expected"),
    [(word, STOP) for word in ("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT")]
    + [("START", START), ("UNSTOP", START), ("HELP", HELP), ("INFO", HELP), ("YES", YES)],
)
def test_the_carriers_own_words_are_known_as_the_carriers(word: str, expected: OptOutKind) -> None:
    for written in (word, word.lower(), word.title(), f" {word}\n"):
        assert classify(written) == OptOutWord(expected, by_carrier=True)


@pytest.mark.parametrize(
    "text",
    [
        "ѕТОР",
        "ＳＴＯＰ",
        "S.T.O.P",
        "s t o p",
        "S-T-O-P!",
        "ſtop",
        "STOP\u200b",
        "\u202eSTOP",
        "S\u0336T\u0336O\u0336P\u0336",
        "𝐒𝐓𝐎𝐏",
        "ⓢⓣⓞⓟ",
        "🆂🆃🅾🅿",
        "🇸🇹🇴🇵",
        "ꜱᴛᴏᴘ",
        "st0p",
        "5TOP",
        "STOP.",
        "*stop*",
        "stop 🛑",
        "STOP\x00",
        "opt-out",
        "Opt out",
        "stop all",
        "Please stop",
        "stop, thank you",
        "STOP STOP STOP",
    ],
)
def test_a_disguised_stop_is_a_wish_to_stop_but_not_the_carriers(text: str) -> None:
    assert classify(text) == OptOutWord(STOP, by_carrier=False)


@pytest.mark.parametrize(
    "text",
    [
        *("ALTO", "¡Alto!", "Parar", "cancelar", "BAJA", "no más"),
        *("ARRET", "Arrêt", "arrêtez", "DÉSABONNER", "annuler"),
        *("توقف", "توقّف", "إيقاف", "ايقاف", "إلغاء", "الغاء الاشتراك"),
        *("停止", "退订", "退訂", "取消", "TD", "停止。"),
        *("СТОП", "стоп!", "отписаться", "Відписатися"),
        *("Pare", "kanpe", "dừng", "DỪNG LẠI", "dung lai", "tigil", "중지", "수신거부", "रोकें", "หยุด"),
    ],
)
def test_stop_is_understood_in_other_languages(text: str) -> None:
    assert classify(text) == OptOutWord(STOP, by_carrier=False)


@pytest.mark.parametrize(
    "text",
    [
        "please dont text me again",
        "Don’t contact me anymore.",
        "do not text this number",
        "dont text me back",
        "stop texting me",
        "Stop sending me these messages please",
        "no more texts",
        "take me off your list",
        "I don't want any more messages",
        "wrong number, stop texting me",
        "no me escriban mas",
        "Por favor, ya no me escriban más",
        "no me manden más mensajes",
        "ya no quiero recibir mensajes",
        "ne m'écrivez plus",
        "Ne m’écrivez plus svp",
        "ne m'envoyez plus de messages",
        "arrêtez de m'écrire",
        "لا ترسل",
        "لا ترسل لي رسائل",
        "من فضلك لا ترسلوا لي رسائل بعد الآن",
        "لا تراسلني مرة أخرى",
        "لا أريد رسائل",
        "别再发了",
        "请不要再给我发短信了！",
        "不要联系我",
        "不要再聯絡我",
        "停止发送",
        "не пишите мне больше",
        "пожалуйста, больше не пишите",
        "Не присылайте мне сообщений",
        "хватит мне писать",
        "não me mande mais mensagens",
        "pa ekri m anko",
        "đừng nhắn tin cho tôi nữa",
        "huwag na kayong mag-text",
        "문자 보내지 마세요",
        "मुझे मैसेज मत भेजो",
        "mujhe message mat karo",
        "ne pishite mne bolshe",
    ],
)
def test_what_a_reasonable_person_reads_as_stop_counts(text: str) -> None:
    assert classify(text) == OptOutWord(STOP, by_carrier=False)


@pytest.mark.parametrize(
    "text",
    [
        *("stop him please", "make it stop", "I want to end it", "cancel everything", "at the bus stop", "stop it, he is hitting me"),
        *("please end", "end it all", "please make him stop", "stop hurting me", "I can't stop crying", "he won't stop texting me"),
        *("don't text me my husband is here he has a knife", "STOP 😭", "tell them to stop", "remove me from here", "don't send me back"),
        *(
            "haz que pare",
            "dile que no me escriba mas",
            "no me mandes",
            "no me manden a mi país",
            "basta",
            "quiero salir",
            "alto por favor no",
        ),
        *("arrête de me frapper", "je veux arrêter", "ne me frappez plus", "je veux en finir"),
        *("أوقفوه", "لا ترسلني إلى بلدي", "لا تضربني", "توقف عن ضربي", "لا أريد أن أموت"),
        *("不要打我", "不要联系警察", "别打了", "救我别停", "让他停止"),
        *("не бейте меня", "он не пишет", "останови его", "хватит", "не пишите в полицию", "я больше не хочу жить"),
        *("đúng", "dung", "huy", "tama na", "그만해", "बंद", "hindi ko na kaya"),
        *("/restart", "/stop him", "in fo", "s top", "1", "2", "yes!", "hello", "td bank", "стор", "ed", "", " \u200b\n", "?"),
    ],
)
def test_a_cry_or_any_other_message_is_no_opt_out(text: str) -> None:
    assert classify(text) is None


@pytest.mark.parametrize("text", ["comenzar", "Commencer", "ابدأ", "开始", "СТАРТ", "start.", "ＳＴＡＲＴ", "começar", "시작"])
def test_coming_back_is_understood_in_other_languages(text: str) -> None:
    assert classify(text) == OptOutWord(START, by_carrier=False)


@pytest.mark.parametrize(
    "text",
    [
        *("help!", "HELP ME", "please help", "S.O.S", "¡Ayuda!", "AYUDA", "ayúdenme", "ayudame", "à l'aide", "Aidez-moi", "au secours"),
        *("مساعدة", "ساعدوني", "النجدة", "帮助", "救命！", "救救我", "ПОМОГИТЕ", "помощь", "на помощь", "сос"),
        *("ajuda", "ÈD", "ede m", "giúp tôi", "cuu toi", "tulong", "도와주세요", "मदद", "допоможіть"),
    ],
)
def test_a_cry_for_help_is_help_and_never_an_opt_out(text: str) -> None:
    assert classify(text) == OptOutWord(HELP, by_carrier=False)


def test_yes_is_kept_apart_from_start() -> None:
    """The carrier unblocks on YES, but for somebody who never opted out it is an ordinary answer."""
    assert kind("yes") is YES
    assert kind("yes I am ok") is None
    assert kind("sí") is None


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00",
        "\u202e",
        "e" + "\u0301" * 10_000,
        "a" * 65_536,
        "plz " * 250,
        "ok" * 500,
        "请" * 118,
        "any more " * 13,
        "no " * 39 + "x",
    ],
)
def test_no_text_takes_long_or_raises(text: str) -> None:
    started = time.process_time()
    assert classify(text) is None
    assert time.process_time() - started < 0.5


def test_a_flood_of_invisible_characters_does_not_hide_the_word() -> None:
    assert kind("\u200b" * 65_536 + "STOP") is STOP


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_at_all_raises(text: str) -> None:
    found = classify(text)
    assert found is None or found.kind in OptOutKind


@settings(deadline=None)
@given(st.sampled_from(["STOP", "quit", "退订", "ALTO", "стоп", "توقف"]), st.text(st.characters(categories=["L"]), min_size=3, max_size=60))
def test_a_word_inside_a_longer_message_is_not_a_command(word: str, more: str) -> None:
    assert kind(f"{word} {more} 7 {more}") is None


def _examples(table: dict[str, list[str]]) -> list[object]:
    return [pytest.param(text, id=f"{language}-{number}") for language, texts in table.items() for number, text in enumerate(texts)]


def test_every_content_language_has_words_and_examples() -> None:
    content = {row.code for row in load_languages(Path(__file__).parents[2] / "config" / "languages.yml") if row.content}
    assert content <= {each.code for each in LANGUAGES}
    for table in (opt_out_examples.STOP, opt_out_examples.START, opt_out_examples.HELP, opt_out_examples.NONE):
        assert set(table) == content


@pytest.mark.parametrize("text", _examples(opt_out_examples.STOP))
def test_B11_a_free_wording_of_stop_counts_in_every_language(text: str) -> None:
    assert classify(text) == OptOutWord(STOP, by_carrier=False)


@pytest.mark.parametrize("text", _examples(opt_out_examples.NONE))
def test_B13_what_is_near_a_stop_is_none_in_every_language(text: str) -> None:
    assert classify(text) is None


@pytest.mark.parametrize("text", _examples(opt_out_examples.START))
def test_B14_coming_back_counts_in_every_language(text: str) -> None:
    assert classify(text) == OptOutWord(START, by_carrier=False)


@pytest.mark.parametrize("text", _examples(opt_out_examples.HELP))
def test_B15_a_cry_for_help_counts_in_every_language(text: str) -> None:
    assert classify(text) == OptOutWord(HELP, by_carrier=False)


# Wordings of our own for every language: these, unlike the held-out ones, may be read while words are added.
MORE = rows(Path(__file__).with_name("opt_out_more.tsv"))


@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("language", sorted({row[0] for row in MORE}))
def test_B11_every_wording_of_our_own_is_read_as_what_it_means(language: str, meaning: str) -> None:
    texts = [text for row_language, row_meaning, text in MORE if (row_language, row_meaning) == (language, meaning)]
    assert texts
    assert {text: read_as(text) for text in texts if read_as(text) != meaning} == {}


ALL_EXAMPLES = [
    text for table in (opt_out_examples.STOP, opt_out_examples.NONE, opt_out_examples.HELP) for each in table.values() for text in each
]


def _full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@settings(deadline=None)
@given(
    st.sampled_from(ALL_EXAMPLES), st.sampled_from([str.upper, str.title, str.swapcase, _full_width, "\u200b".join]), st.sampled_from("!. ")
)
def test_B12_case_width_punctuation_and_invisible_signs_change_nothing(text: str, dressed: Callable[[str], str], end: str) -> None:
    assert kind(dressed(text) + end) is kind(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(ALL_EXAMPLES), min_size=1, max_size=40), st.sampled_from([" ", ". ", "\n"]))
def test_a_message_longer_than_a_command_is_never_a_stop(texts: list[str], between: str) -> None:
    text = between.join(texts)
    if len(spoken(without_accents(unicodedata.normalize("NFKC", text)))) > LONGEST:
        assert kind(text) is not STOP


@pytest.mark.parametrize(("length", "milliseconds"), [(160, 1), (1600, 5)])
def test_reading_is_quick_on_hostile_texts_too(length: int, milliseconds: float) -> None:
    pieces = [*ALL_EXAMPLES, "me ", "我", "stop ", "s t o p ", "!?.", "的了", "ครับค่ะ", "\uff41", "\ufdfa", "a\u0336", "no ", "ပါ", "ok"]
    took = []
    for piece in pieces:
        # One word more, so that every way to read the rest is tried; near the longest that is read at all.
        for text in ((piece * length)[:length], (piece * length)[: min(length, LONGEST) - 2] + " x", (piece * length)[: length // 10]):
            started = time.process_time()
            classify(text)
            took.append(time.process_time() - started)
    took.sort()
    assert took[int(len(took) * 0.95)] < milliseconds / 1000


@pytest.mark.parametrize("wish", ["stop texting me", "stop", "no me escriban mas"])
def test_the_longest_command_is_120_characters(wish: str) -> None:
    fits = ("please " * LONGEST)[: (LONGEST - len(wish)) // 7 * 7] + wish
    assert kind(fits) is STOP
    assert kind("please " + fits) is None
