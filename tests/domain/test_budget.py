"""How much the assistant says to one person, and what it makes of texts that repeat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.budget import (
    A_DAY,
    A_PERSON_READS_THIS,
    A_WHILE,
    NO_CHANGE,
    SAME_AT_ONCE,
    TOO_MANY,
    Limits,
    Said,
    Spent,
    is_new_danger,
    unchanged_since,
    within_budget,
)
from bot.domain.levels import Level
from bot.domain.memory import Memory
from bot.domain.repeats import AUTOMATIC, body_of, folded, is_automatic, most_equal
from bot.domain.turns import Then, TurnPlan

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LIMITS = Limits(in_a_while=5, a_day=12)
PLAN = TurnPlan(Then.SAY, ("papers.rights",))
NOTHING_SPENT = Spent((), None, 1, new_danger=False)


def said(count: int, ago: timedelta = timedelta(minutes=1), message_id: str = "papers.rights") -> list[Said]:
    return [Said(NOW - ago, message_id)] * count


def test_F58_within_the_budget_the_plan_stays_as_it_is() -> None:
    assert within_budget(PLAN, replace(NOTHING_SPENT, said=said(4)), NOW, LIMITS) is PLAN


def test_F58_beyond_it_one_text_says_that_a_person_reads_this_and_then_it_is_silent() -> None:
    last = within_budget(PLAN, replace(NOTHING_SPENT, said=said(5)), NOW, LIMITS)
    assert (last.then, last.message_ids, last.call_human) == (Then.SAY, (A_PERSON_READS_THIS,), TOO_MANY)
    silent = within_budget(PLAN, replace(NOTHING_SPENT, said=[*said(5), *said(1, message_id=A_PERSON_READS_THIS)]), NOW, LIMITS)
    assert (silent.then, silent.message_ids, silent.call_human) == (Then.SILENCE, (), TOO_MANY)


def test_F58_a_while_and_a_day_each_have_their_limit_and_both_pass() -> None:
    assert within_budget(PLAN, replace(NOTHING_SPENT, said=said(11, A_WHILE)), NOW, LIMITS) is PLAN
    assert within_budget(PLAN, replace(NOTHING_SPENT, said=said(12, A_WHILE)), NOW, LIMITS) is not PLAN
    assert within_budget(PLAN, replace(NOTHING_SPENT, said=said(12, A_DAY)), NOW, LIMITS) is PLAN


def test_after_a_stop_nothing_is_said_instead_of_its_confirmation() -> None:
    plan = TurnPlan(Then.SAY, ("optout.confirmed",))
    assert within_budget(plan, replace(NOTHING_SPENT, said=said(50)), NOW, LIMITS) is plan


@given(st.integers(0, 300), st.sampled_from(["danger.emergency", "urgent.person_coming"]))
def test_F58_words_for_new_danger_are_said_whatever_was_spent(count: int, message_id: str) -> None:
    plan = TurnPlan(Then.SAY, (message_id,), call_human="emergency")
    assert within_budget(plan, Spent(said(count), NOW, 9, new_danger=True), NOW, LIMITS) is plan


@given(
    st.lists(st.floats(0, 100_000), max_size=60),
    st.sampled_from(Then),
    st.booleans(),
    st.integers(0, 60),
    st.sampled_from([None, NOW - timedelta(hours=1)]),
)
def test_the_budget_only_takes_words_away_and_never_a_call_for_a_human(
    ago: list[float], then: Then, danger: bool, equal: int, since: datetime | None
) -> None:
    plan = TurnPlan(then, ("papers.rights",), call_human="unreadable", interpreter="Mam")
    spent = Spent([Said(NOW - timedelta(seconds=each), "x") for each in sorted(ago, reverse=True)], since, equal, danger)
    got = within_budget(plan, spent, NOW, LIMITS)
    assert (got.call_human, got.interpreter) in (("unreadable", "Mam"), (TOO_MANY, "Mam"))
    assert got.message_ids in ((), (A_PERSON_READS_THIS,), plan.message_ids)


@pytest.mark.parametrize(
    ("heard", "before", "lately", "new"),
    [
        (Level.EMERGENCY, Level.ROUTINE, "", True),
        (Level.EMERGENCY, Level.EMERGENCY, "", True),
        (Level.EMERGENCY, Level.EMERGENCY, "danger.still_here", False),
        # What was said about less danger does not answer more of it.
        (Level.EMERGENCY, Level.EMERGENCY, "urgent.person_coming", True),
        (Level.URGENT, Level.URGENT, "urgent.person_coming", False),
        (Level.URGENT, Level.EMERGENCY, "danger.emergency", False),
        (Level.ELEVATED, Level.ROUTINE, "", False),
    ],
)
def test_danger_is_new_when_it_is_more_or_nothing_was_said_about_it(heard: Level, before: Level, lately: str, new: bool) -> None:
    assert is_new_danger(heard, before, said(1, message_id=lately) if lately else (), NOW) is new
    assert is_new_danger(heard, before, said(1, A_WHILE, lately), NOW) is (heard >= Level.URGENT), "what was said long ago does not count"


def test_B61_the_third_answer_to_one_thing_said_again_and_again_is_silence_and_a_card() -> None:
    begun = NOW - timedelta(minutes=5)
    replies = [Said(NOW - timedelta(minutes=each), "hello.safe_to_write") for each in (4, 2)]
    once = Spent(replies[:1], begun, 1, new_danger=False)
    assert within_budget(PLAN, once, NOW, LIMITS) is PLAN
    third = within_budget(PLAN, replace(once, said=replies), NOW, LIMITS)
    assert (third.then, third.call_human) == (Then.SILENCE, NO_CHANGE)
    # Two texts of one turn are one answer, and what was said before does not count.
    assert within_budget(PLAN, replace(once, said=[replies[0]] * 3), NOW, LIMITS) is PLAN
    assert within_budget(PLAN, replace(once, said=replies, unchanged_since=NOW - timedelta(minutes=3)), NOW, LIMITS) is PLAN


def test_B32_three_equal_texts_at_once_bring_a_human_and_one_answer() -> None:
    got = within_budget(PLAN, replace(NOTHING_SPENT, equal_at_once=3), NOW, LIMITS)
    assert (got.message_ids, got.call_human) == (PLAN.message_ids, SAME_AT_ONCE)
    assert within_budget(PLAN, replace(NOTHING_SPENT, equal_at_once=2), NOW, LIMITS) is PLAN


def test_a_repeated_cry_is_a_cry_and_a_machine_is_a_machine() -> None:
    memory = Memory(body="help me he is here", body_since=NOW.isoformat())
    later = NOW + timedelta(minutes=1)
    assert unchanged_since("help me he is here", memory, later, Level.ELEVATED) == NOW
    assert unchanged_since("help me he is here", memory, later, Level.URGENT) is None
    assert unchanged_since(AUTOMATIC, Memory(body=AUTOMATIC, body_since=NOW.isoformat()), later, Level.EMERGENCY) == NOW
    assert unchanged_since("something new", memory, later, Level.ROUTINE) == later
    assert unchanged_since("", memory, later, Level.ROUTINE) is None


AUTOMATIC_TEXTS = [
    "I'm driving", "I’m driving right now, I’ll get back to you later.", "I'm currently driving.",
    "I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.",
    "(I'm not receiving notifications. If this is urgent, reply \"urgent\" to send a notification through.)",
    "Sorry, I can't talk right now. I'll call you later", "Auto-reply: I am away", "This is an automated message.",
    "I am out of the office until Monday", "I will get back to you as soon as possible.", "Thank you for contacting Bob's Plumbing!",
    "Estoy conduciendo. Te llamo más tarde.", "Estoy manejando ahora", "Respuesta automática: fuera de oficina", "Je suis au volant.",
    "Réponse automatique", "Estou dirigindo", "Resposta automática", "Ich fahre gerade Auto", "Automatische Antwort", "Sto guidando",
    "Prowadzę samochód", "Araba kullanıyorum", "Otomatik yanıt", "Sedang mengemudi", "Balasan otomatis", "Nagmamaneho ako",
    "Tôi đang lái xe", "Trả lời tự động", "Ninaendesha gari", "Я за рулем", "Я за рулём, перезвоню", "Автоответ", "Я за кермом",
    "أقود السيارة الآن", "رد تلقائي", "در حال رانندگی هستم", "پاسخ خودکار", "正在开车，稍后回复", "自動回覆", "我的自动回复", "運転中です",
    "運転中です。", "운전중입니다", "운전 중", "자동 응답", "กำลังขับรถ", "गाड़ी चला रहा हूँ", "স্বয়ংক্রিয় উত্তর", "M ap kondi",
]  # fmt: skip
PEOPLES_TEXTS = [
    "he is driving me to the motel", "my boss is driving us around all night", "i was driving when he called", "I am a driver",
    "i can't talk", "i cant talk right now he is here", "call me later", "no puedo hablar", "me está manejando", "he took it",
    "i want out of this place", "thank you", "i'm here", "",
]  # fmt: skip


@pytest.mark.parametrize("text", AUTOMATIC_TEXTS)
def test_B61_what_telephones_answer_by_themselves_is_known(text: str) -> None:
    assert is_automatic(text)
    assert body_of([text]) == AUTOMATIC


@pytest.mark.parametrize("text", PEOPLES_TEXTS)
def test_B61_what_people_write_is_not_taken_for_a_machine(text: str) -> None:
    assert not is_automatic(text)


@given(st.lists(st.text(max_size=20), max_size=8))
def test_no_texts_whatever_break_the_comparison(texts: list[str]) -> None:
    assert body_of(texts) == "" or len({folded(text) for text in texts}) == 1 or all(is_automatic(text) for text in texts)
    assert 0 <= most_equal(texts) <= len(texts)
    assert all(folded(folded(text)) == folded(text) for text in texts)


def test_bodies_are_equal_whatever_the_case_width_and_punctuation() -> None:
    assert body_of(["Call me!!!", "call me", "ＣＡＬＬ  ＭＥ."]) == "call me"
    assert body_of(["call me", "call you"]) == body_of([]) == ""
    assert most_equal(["a", "A!", "b", "", "", ""]) == 2
