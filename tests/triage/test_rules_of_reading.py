"""The rubric's rules of reading, heard by the phrase rules alone: they must hold with no model at all."""

from __future__ import annotations

import pytest

from bot.domain.levels import Level
from bot.triage.triage import LanternTriage

DANGER = [
    ("en", "he has a gun", "weapon"),
    ("en", "they are taking me tonight", "being_moved"),
    ("en", "im going to kill myself tonight", "suicide_plan"),
    ("en", "my baby isnt breathing", "child_in_danger"),
    ("es", "tiene una pistola", "weapon"),
    ("es", "me van a vender esta noche", "being_moved"),
    ("es", "no me dejan salir de la casa", "locked_in"),
    ("fr", "il a un couteau", "weapon"),
    ("fr", "je vais me suicider", "suicide_plan"),
    ("ar", "معه سكين", "weapon"),
    ("ar-Latn", "ma3o sikkin", "weapon"),
    ("zh", "他有枪", "weapon"),
    ("zh-Hant", "他有槍", "weapon"),
    ("zh-Latn", "ta you dao", "weapon"),
    ("ru", "у него нож", "weapon"),
    ("ru-Latn", "u nego nozh", "weapon"),
    ("pt", "ele tem uma faca", "weapon"),
    ("ht", "li gen yon zam", "weapon"),
    ("vi", "ong ta cam dao", "weapon"),
    ("tl", "may hawak siyang kutsilyo", "weapon"),
    ("ko", "칼을 들고 있어요", "weapon"),
    ("hi", "उसके हाथ में चाकू है", "weapon"),
    ("hi-Latn", "uske haath me chaku hai", "weapon"),
    ("id", "dia bawa pisau", "weapon"),
    ("sw", "ameshika kisu", "weapon"),
    ("so", "wuxuu sitaa mindi", "weapon"),
    ("am", "ቢላዋ ይዟል", "weapon"),
    ("ti", "ካራ ሒዙ ኣሎ", "weapon"),
    ("th", "เขาถือมีดขู่หนู", "weapon"),
    ("tr", "elinde bıçak var", "weapon"),
    ("uk", "у нього ніж", "weapon"),
    ("fa", "چاقو دستشه", "weapon"),
    ("ur", "اس کے ہاتھ میں چاقو ہے", "weapon"),
    ("bn", "তার হাতে ছুরি আছে", "weapon"),
    ("pa", "ਉਸ ਦੇ ਹੱਥ ਵਿੱਚ ਚਾਕੂ", "weapon"),
    ("ne", "उसको हातमा चक्कु छ", "weapon"),
    ("ps", "ورسره ټوپک ده", "weapon"),
    ("my", "ဓားကိုင်ထားတယ်", "weapon"),
]
WRITTEN_OTHERWISE = [
    "HE HAS A GUN!!!",
    "he has a guuuuun",
    "ｈｅ ｈａｓ ａ ｇｕｎ",
    "he\u200b has\u2060 a g\u200dun",
    "\u202ehe has a gun\u202c",
    "he has a кnife",
    "he h4s a gun",
    "h e h a s a g u n",
    "helpmehehasagun",
    "h\u0337e\u0321 h\u0335as\u0338 a g\u0337u\u0336n\u0335",
    "he has a 🔪",
    "🔪🔪",
    "🆘",
    "🇸🇴🇸",
    "S.O.S.",
]
FIGURES = [
    "this job is killing me lol",
    "my phone is dying hold on",
    "id kill for a coffee",
    "my boss will kill me if im late again lol",
    "my feet are killing me",
    "we beat traffic by leaving early",
    "hit me up later",
    "i locked myself out of my car",
    "meet me at the bus stop",
    "me muero de hambre",
    "esta tarea me esta matando jaja",
    "je suis morte de rire",
    "ميت من الجوع",
    "笑死我了",
    "умираю от смеха",
    "he shot me an email about the schedule",
]


def urgent_or_worse(level: Level) -> bool:
    return level >= Level.URGENT


@pytest.mark.parametrize(("language", "text", "signal"), DANGER)
def test_lethal_danger_is_heard_by_rules_in_every_language(rules_only: LanternTriage, language: str, text: str, signal: str) -> None:
    heard = rules_only.quick(text)
    assert urgent_or_worse(heard.level), language
    assert signal in {each.name for each in heard.signals}, language


@pytest.mark.parametrize("text", WRITTEN_OTHERWISE)
def test_disguised_or_hurried_spelling_changes_nothing(rules_only: LanternTriage, text: str) -> None:
    assert urgent_or_worse(rules_only.quick(text).level)


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_speech_stay_routine(rules_only: LanternTriage, text: str) -> None:
    assert rules_only.quick(text).level is Level.ROUTINE


@pytest.mark.parametrize(
    "text", ["he doesnt hit me", "he never hits me", "no me pega", "он меня не бьёт", "il ne me frappe pas", "他不打我"]
)
def test_what_is_denied_is_no_danger(rules_only: LanternTriage, text: str) -> None:
    assert not urgent_or_worse(rules_only.quick(text).level)


@pytest.mark.parametrize(
    "text", ["my son isnt lying he has a gun", "no. he has a gun", "i cant talk, he has a gun", "please dont reply. he is hitting me"]
)
def test_a_denial_of_something_else_hides_nothing(rules_only: LanternTriage, text: str) -> None:
    assert rules_only.quick(text).level is Level.EMERGENCY


def test_the_past_that_is_over_becomes_past_abuse(rules_only: LanternTriage) -> None:
    heard = rules_only.quick("he used to hit me, i left two years ago")
    assert heard.level is Level.ELEVATED
    assert "past_abuse" in {each.name for each in heard.signals}


def test_the_past_that_is_back_is_not_over(rules_only: LanternTriage) -> None:
    assert urgent_or_worse(rules_only.quick("he used to hit me and now he found me again, he is hitting me").level)


def test_a_third_person_describing_it_counts(rules_only: LanternTriage) -> None:
    assert rules_only.quick("my neighbor locks her maid in").level is Level.URGENT
    assert rules_only.quick("he is choking my mom").level is Level.EMERGENCY


def test_the_same_words_in_a_film_are_a_film(rules_only: LanternTriage) -> None:
    assert rules_only.quick("watching a movie where he has a gun").level is Level.ROUTINE


def test_a_film_in_the_text_does_not_hide_what_happens_to_the_writer(rules_only: LanternTriage) -> None:
    assert rules_only.quick("i was watching a movie and he is hitting me right now").level is Level.EMERGENCY


def test_a_minor_who_is_not_paid_is_a_minor_exploited(rules_only: LanternTriage) -> None:
    heard = rules_only.quick("im 15 and they dont pay me")
    assert heard.level is Level.URGENT
    assert "minor_exploited" in {each.name for each in heard.signals}


def test_an_age_alone_raises_nothing(rules_only: LanternTriage) -> None:
    assert rules_only.quick("im 16 what is a t visa").level is Level.ROUTINE


def test_every_raise_names_the_persons_own_words(rules_only: LanternTriage) -> None:
    text = "ayer bien pero HOY  tiene una   PISTOLA el señor"
    for signal in rules_only.quick(text).signals:
        assert signal.evidence and signal.evidence in text


def test_the_level_is_the_highest_of_its_signals(rules_only: LanternTriage) -> None:
    for _, text, _ in DANGER:
        heard = rules_only.quick(text)
        assert heard.level is max((each.level for each in heard.signals), key=lambda level: level.rank)
