"""What a turn decides: the order of the policy, and what can never happen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import DialogueReply, Effect, Intent
from bot.domain.levels import Assessment, Level, Signal, highest
from bot.domain.memory import Memory
from bot.domain.opt_out import OptOutKind
from bot.domain.ownership import Owner
from bot.domain.questions import Choice, Question
from bot.domain.turns import (
    ARRIVED_LATE,
    LATE,
    NAMED_REASONS,
    Then,
    TurnFacts,
    TurnPlan,
    after_dialogue,
    as_said,
    intent_to_follow,
    level_of_reason,
    plan_turn,
    remembered,
    without_dialogue,
)

CALM = TurnFacts(
    text="hello", owner=Owner.ASSISTANT, level=Level.ROUTINE, assessment=Assessment(Level.ROUTINE), word=None, opted_out=False,
    carrier_replies=False, answerable=True, flags=(), question=None, recent=(), language="English",
    language_has_content=True, language_chosen=False, by_voice=None, wants_menu=False, ask_language=False,
)  # fmt: skip


def heard(level: Level, *names: str) -> Assessment:
    return Assessment(level, tuple(Signal(name, level, "…") for name in names))


def facts(**changes: object) -> TurnFacts:
    return replace(CALM, **changes)  # type: ignore[arg-type]


PERSON = Choice("1", "choice.person", "accept_human")
MORE = Choice("1", "choice.more", "tell_more")
SKIP = Choice("1", "choice.skip", "anywhere")
NOT_NOW = Choice("2", "choice.not_now", "not_safe_to_write")
NO = Choice("2", "choice.no", "answer_check")


def asking(first: str) -> TurnPlan:
    """Safety words, and then whether they can text safely (rubric, emergency)."""
    return TurnPlan(Then.SAY, (first, "danger.can_text"), call_human="emergency", question=Question.CAN_TEXT)


EMERGENCY = heard(Level.EMERGENCY, "weapon")


@pytest.mark.parametrize(
    ("given_facts", "plan"),
    [
        (facts(), TurnPlan(Then.ASK_DIALOGUE)),
        (facts(owner=Owner.HUMAN, assessment=EMERGENCY), TurnPlan(Then.SILENCE)),
        (facts(owner=Owner.CLOSED), TurnPlan(Then.SILENCE)),
        (facts(flags=(LATE,)), TurnPlan(Then.SILENCE, call_human=ARRIVED_LATE)),
        (facts(flags=(LATE,), assessment=EMERGENCY), TurnPlan(Then.SILENCE, call_human=ARRIVED_LATE)),
        (facts(flags=(LATE, "opted_in")), TurnPlan(Then.SILENCE, call_human=ARRIVED_LATE)),
        (facts(flags=(LATE,), owner=Owner.HUMAN), TurnPlan(Then.SILENCE)),
        (facts(flags=(LATE,), word=OptOutKind.STOP), TurnPlan(Then.SILENCE)),
        (
            facts(flags=(LATE,), word=OptOutKind.STOP, level=Level.URGENT),
            TurnPlan(Then.SILENCE, call_human="asked us to stop while in danger"),
        ),
        (facts(assessment=EMERGENCY), asking("danger.emergency")),
        (facts(assessment=heard(Level.EMERGENCY, "suicide_plan")), asking("danger.suicide")),
        (facts(assessment=heard(Level.EMERGENCY, "medical_emergency")), asking("danger.medical")),
        (
            facts(assessment=heard(Level.EMERGENCY, "medical_emergency", "weapon")),
            asking("danger.emergency"),
        ),
        (facts(assessment=EMERGENCY, one_language=False), TurnPlan(Then.SAY, ("danger.emergency",), call_human="emergency")),
        (facts(assessment=EMERGENCY, recent=("danger.suicide",)), TurnPlan(Then.SAY, ("danger.still_here",), call_human="emergency")),
        (
            facts(assessment=EMERGENCY, language_has_content=False, language="Thai"),
            TurnPlan(Then.SAY, ("danger.emergency", "language.person_coming"), call_human="emergency", interpreter="Thai"),
        ),
        (facts(assessment=heard(Level.URGENT, "locked_in")), TurnPlan(Then.ASK_DIALOGUE, ("urgent.person_coming",), call_human="urgent")),
        (facts(assessment=heard(Level.URGENT, "locked_in"), recent=("urgent.person_coming",)), TurnPlan(Then.ASK_DIALOGUE)),
        (
            facts(assessment=heard(Level.URGENT, "minor_exploited")),
            TurnPlan(Then.SAY, ("urgent.person_coming", "minors.limits"), call_human="urgent", question=Question.GO_ON),
        ),
        (
            facts(assessment=heard(Level.URGENT, "minor_exploited"), recent=("urgent.person_coming",)),
            TurnPlan(Then.SAY, ("minors.limits",), call_human="urgent", question=Question.GO_ON),
        ),
        (
            facts(assessment=heard(Level.URGENT, "minor_exploited"), recent=("urgent.person_coming", "minors.limits")),
            TurnPlan(Then.ASK_DIALOGUE),
        ),
        (facts(word=OptOutKind.STOP), TurnPlan(Then.SAY, ("optout.confirmed",))),
        (facts(word=OptOutKind.STOP, carrier_replies=True), TurnPlan(Then.SILENCE)),
        (facts(word=OptOutKind.STOP, level=Level.URGENT), TurnPlan(Then.SILENCE, call_human="asked us to stop while in danger")),
        (facts(word=OptOutKind.HELP), TurnPlan(Then.ASK_DIALOGUE, intent="ask_for_person")),
        (facts(word=OptOutKind.YES), TurnPlan(Then.ASK_DIALOGUE)),
        (
            facts(flags=("opted_in",)),
            TurnPlan(Then.SAY, ("optin.welcome",), question=Question.SAFE_TO_WRITE, call_human="allows us to write again"),
        ),
        (facts(flags=("opted_in",), carrier_replies=True), TurnPlan(Then.SILENCE, call_human="allows us to write again")),
        (facts(word=OptOutKind.STOP, flags=("stopped_before",)), TurnPlan(Then.SILENCE)),
        (facts(opted_out=True, word=OptOutKind.HELP), TurnPlan(Then.SILENCE, call_human="asks for help after opting out")),
        (facts(opted_out=True), TurnPlan(Then.SILENCE, call_human="wrote again after opting out")),
        (facts(question=Question.NEXT, choice=PERSON), TurnPlan(Then.ASK_DIALOGUE, intent="accept_human")),
        (facts(question=Question.NEXT, word=OptOutKind.YES, choice=PERSON), TurnPlan(Then.ASK_DIALOGUE, intent="accept_human")),
        (facts(text="1"), TurnPlan(Then.ASK_DIALOGUE, intent="show_topics")),
        (
            facts(assessment=heard(Level.URGENT, "suicidal_thoughts")),
            TurnPlan(Then.SAY, ("danger.suicide",), call_human="urgent"),
        ),
        (
            facts(question=Question.NEXT, choice=MORE, memory=Memory(more="pay.hours")),
            TurnPlan(Then.SAY, ("pay.hours",), question=Question.NEXT),
        ),
        (facts(question=Question.NEXT, choice=MORE), TurnPlan(Then.ASK_DIALOGUE, intent="show_topics")),
        (facts(question=Question.PLACE, place="ME"), TurnPlan(Then.SAY, find=True, question=Question.NEXT)),
        (facts(question=Question.PLACE, choice=SKIP), TurnPlan(Then.SAY, find=True, question=Question.NEXT)),
        # danger is heard before an answer to a question about a place, and before the limits for a young person
        (
            facts(question=Question.PLACE, place="TX", assessment=heard(Level.URGENT, "beaten")),
            TurnPlan(Then.ASK_DIALOGUE, ("urgent.person_coming",), call_human="urgent"),
        ),
        (
            facts(assessment=heard(Level.URGENT, "suicidal_thoughts", "minor_exploited")),
            TurnPlan(Then.SAY, ("danger.suicide",), call_human="urgent"),
        ),
        # a picture beside an answer still reaches a human, and so does "not now" while one is on the way
        (
            facts(question=Question.NEXT, choice=MORE, memory=Memory(more="pay.hours"), flags=("picture",)),
            TurnPlan(Then.SAY, ("pay.hours",), question=Question.NEXT, call_human="picture, voice note or file received, not opened"),
        ),
        (facts(question=Question.SAFE_TO_WRITE, choice=NOT_NOW), TurnPlan(Then.ASK_DIALOGUE, intent="not_safe_to_write")),
        # the gentle check: answers go on with it, danger stops it
        (
            facts(question=Question.CHECK_PAY, choice=NO, memory=Memory(check={"check_near": "no"})),
            TurnPlan(Then.ASK_DIALOGUE, intent="answer_check", check={"check_near": "no", "check_pay": "no"}),
        ),
        (
            facts(question=Question.CHECK_NEAR, choice=Choice("1", "choice.yes", "answer_check"), assessment=EMERGENCY),
            asking("danger.emergency"),
        ),
        (
            facts(question=Question.CHECK_LEAVE, choice=NO, assessment=heard(Level.URGENT, "answered_check_leave")),
            TurnPlan(
                Then.SAY, ("urgent.person_coming", "plan.trust"), call_human="urgent", question=Question.NEXT, check={"check_leave": "no"}
            ),
        ),
        (
            facts(question=Question.NEXT, choice=Choice("1", "choice.go_on", "resume_check"), memory=Memory(check={"check_near": "no"})),
            TurnPlan(Then.ASK_DIALOGUE, intent="resume_check", check={"check_near": "no"}),
        ),
        (
            facts(language_has_content=False, language="Thai"),
            TurnPlan(Then.SAY, ("language.person_coming",), interpreter="Thai"),
        ),
    ],
)  # fmt: skip
def test_the_order_of_the_policy(given_facts: TurnFacts, plan: TurnPlan) -> None:
    assert plan_turn(given_facts) == plan


@pytest.mark.parametrize(
    ("given_facts", "plan"),
    [
        # the menu alone, never delaying danger, never in place of an answer to a picture or to HELP
        (facts(ask_language=True, text="🙂"), TurnPlan(Then.SAY, menu=True)),
        (facts(ask_language=True, assessment=EMERGENCY), TurnPlan(Then.SAY, ("danger.emergency",), call_human="emergency", menu=True)),
        (
            facts(ask_language=True, assessment=heard(Level.URGENT, "locked_in")),
            TurnPlan(Then.ASK_DIALOGUE, ("urgent.person_coming",), call_human="urgent", menu=True),
        ),
        (facts(ask_language=True, word=OptOutKind.HELP), TurnPlan(Then.ASK_DIALOGUE, intent="ask_for_person")),
        (facts(wants_menu=True, question=Question.NEXT), TurnPlan(Then.SAY, question=Question.NEXT, menu=True)),
        (facts(wants_menu=True, owner=Owner.HUMAN), TurnPlan(Then.SILENCE)),
        (facts(wants_menu=True, opted_out=True), TurnPlan(Then.SILENCE, call_human="wrote again after opting out")),
        # a language that needs a voice
        (facts(by_voice="Mam"), TurnPlan(Then.SAY, ("language.by_voice",), interpreter="Mam")),
        (
            facts(by_voice="Mam", recent=("language.by_voice",)),
            TurnPlan(Then.SAY, ("human.still_coming",), interpreter="Mam"),
        ),
        (
            facts(by_voice="Mam", assessment=heard(Level.URGENT, "locked_in")),
            TurnPlan(Then.SAY, ("urgent.person_coming", "language.by_voice"), interpreter="Mam"),
        ),
        (
            facts(by_voice="Mam", assessment=EMERGENCY),
            TurnPlan(Then.SAY, ("danger.emergency", "language.by_voice"), call_human="emergency", interpreter="Mam"),
        ),
        # a language without words: named once, then the wait, in turns
        (
            facts(language_has_content=False, language="Thai", recent=("language.person_coming",)),
            TurnPlan(Then.SAY, ("human.still_coming",), interpreter="Thai"),
        ),
        (
            facts(language_has_content=False, language="Thai", recent=("language.person_coming", "human.still_coming")),
            TurnPlan(Then.SAY, ("language.person_coming",), interpreter="Thai"),
        ),
        # a language chosen: what was said last is said again in it, danger before all
        (facts(language_chosen=True), TurnPlan(Then.ASK_DIALOGUE, intent="greet")),
        (
            facts(language_chosen=True, recent=("papers.rights", "language.menu"), question=Question.NEXT),
            TurnPlan(Then.SAY, ("papers.rights",), question=Question.NEXT),
        ),
        (facts(language_chosen=True, recent=("danger.emergency", "pay.rights")), TurnPlan(Then.SAY, ("danger.emergency",))),
        (
            facts(language_chosen=True, language_has_content=False, language="Thai", recent=("danger.emergency",)),
            TurnPlan(Then.SAY, ("danger.emergency", "language.person_coming"), interpreter="Thai"),
        ),
        (facts(language_chosen=True, recent=("hello.safe_to_write",) * 2), TurnPlan(Then.SAY, ("hello.safe_to_write",))),
        (facts(language_chosen=True, assessment=EMERGENCY), asking("danger.emergency")),
    ],
)  # fmt: skip
def test_turns_about_the_language(given_facts: TurnFacts, plan: TurnPlan) -> None:
    assert plan_turn(given_facts) == plan


def test_the_menu_never_stands_beside_a_question_with_digits() -> None:
    urgent = facts(ask_language=True, assessment=heard(Level.URGENT, "locked_in"))
    plan = after_dialogue(plan_turn(urgent), DialogueReply(("papers.rights",), question=Question.NEXT), urgent)
    assert (plan.menu, plan.question) == (True, None)
    assert plan.message_ids == ("urgent.person_coming", "papers.rights")


def test_what_cannot_be_read_brings_a_human_and_an_empty_first_text_does_not() -> None:
    unreadable = Assessment(Level.ROUTINE, unreadable=True)
    assert plan_turn(facts(text="\x07\x07", assessment=unreadable)).call_human == "unreadable"
    assert plan_turn(facts(text=" ", assessment=unreadable)) == TurnPlan(Then.ASK_DIALOGUE, intent="not_understood")


def test_an_urgent_turn_keeps_the_information_and_drops_talk_about_humans() -> None:
    plan = plan_turn(facts(assessment=heard(Level.URGENT, "locked_in")))
    said = after_dialogue(plan, DialogueReply(("papers.rights", "human.when")), facts())
    assert said == TurnPlan(Then.SAY, ("urgent.person_coming", "papers.rights"), call_human="urgent")
    asks = after_dialogue(plan, DialogueReply(("papers.rights",), question=Question.NEXT), facts())
    assert asks.question is Question.NEXT
    quiet = after_dialogue(plan, DialogueReply(("hello.safe_to_write",), question=Question.SAFE_TO_WRITE), facts())
    assert (quiet.message_ids, quiet.question) == (("urgent.person_coming",), None), "a question that nobody reads is not open"


def test_the_dialogues_call_for_a_human_is_carried_out() -> None:
    said = after_dialogue(TurnPlan(Then.ASK_DIALOGUE), DialogueReply(("human.coming",), frozenset({Effect.CALL_HUMAN})), facts())
    assert said.call_human is not None


def test_the_advocate_is_told_why_a_human_is_called() -> None:
    reply = DialogueReply(("minors.limits",), frozenset({Effect.CALL_HUMAN}), Question.GO_ON)
    said = after_dialogue(TurnPlan(Then.ASK_DIALOGUE, intent="am_minor"), reply, facts())
    assert (said.call_human, said.question) == ("says they are under 18", Question.GO_ON)


def test_a_place_that_is_known_is_not_asked_for_again() -> None:
    reply = DialogueReply(("health.care", "needs.place"), question=Question.PLACE)
    plan = TurnPlan(Then.ASK_DIALOGUE, intent="need_doctor")
    known = after_dialogue(plan, reply, facts(memory=Memory(place="ME")))
    assert (known.message_ids, known.find, known.need, known.question) == (("health.care",), True, "need_doctor", Question.NEXT)
    assert after_dialogue(plan, reply, facts()).message_ids == ("health.care", "needs.place")


def test_closed_hours_are_named_when_a_human_was_asked_for_and_never_in_danger() -> None:
    coming = TurnPlan(Then.SAY, ("human.coming",))
    told = as_said(coming, facts(closed=True))
    assert (told.message_ids, told.question) == (("human.closed", "human.may_text"), Question.MAY_TEXT)
    assert as_said(coming, facts(closed=True, memory=Memory(may_text=True))).message_ids == ("human.closed",), "nobody is asked twice"
    assert as_said(coming, facts(closed=False)).message_ids == ("human.coming",)
    assert as_said(coming, facts(closed=True, level=Level.URGENT)).message_ids == ("human.coming",)


def test_whoever_is_on_the_way_is_told_that_it_is_not_safe_to_text() -> None:
    plan = plan_turn(facts(question=Question.CAN_TEXT, choice=NOT_NOW, owner=Owner.WAITING))
    assert plan.intent == "not_safe_to_write"
    assert plan.call_human in NAMED_REASONS


def test_thoughts_of_suicide_that_only_the_dialogue_hears_are_urgent() -> None:
    reply = DialogueReply(("danger.suicide",), frozenset({Effect.CALL_HUMAN}))
    said = after_dialogue(TurnPlan(Then.ASK_DIALOGUE, intent="want_to_die"), reply, facts())
    assert said.call_human is not None
    assert level_of_reason(said.call_human) is Level.URGENT
    assert level_of_reason("asks to be called") is Level.ELEVATED


def test_in_danger_nobody_reads_that_a_program_did_not_understand() -> None:
    lost = TurnPlan(Then.SAY, ("unclear.ask",), question=Question.NEXT)
    told = as_said(lost, facts(owner=Owner.WAITING, level=Level.URGENT))
    assert (told.message_ids, told.question) == (("danger.still_here",), None)
    assert as_said(lost, facts(owner=Owner.WAITING, level=Level.ELEVATED)) == lost


def test_a_place_named_together_with_the_need_is_not_asked_for() -> None:
    plan, reply = TurnPlan(Then.ASK_DIALOGUE, intent="need_lawyer"), DialogueReply(("needs.place",), question=Question.PLACE)
    named = facts(mentioned="WA")
    found = after_dialogue(plan, reply, named)
    assert (found.find, found.message_ids) == (True, ())
    assert remembered(Memory(), found, named, None).place == "WA"


def test_nothing_is_said_a_third_time() -> None:
    pay = TurnPlan(Then.SAY, ("pay.rights",), question=Question.NEXT)
    assert as_said(pay, facts(recent=("pay.rights",))) == pay
    third = as_said(pay, facts(recent=("pay.rights", "pay.rights")))
    assert (third.message_ids, third.question) == (("unclear.said_before",), Question.NEXT)
    fifth = as_said(pay, facts(recent=("pay.rights", "pay.rights", "unclear.said_before", "unclear.said_before")))
    assert fifth.message_ids == ("human.still_coming",)
    assert fifth.call_human is not None


@pytest.mark.parametrize("message_id", ["holding.person_coming", "human.still_coming", "human.when", "picture.received"])
def test_who_waits_never_reads_the_same_text_twice_in_a_row(message_id: str) -> None:
    recent: tuple[str, ...] = ()
    for _ in range(6):
        recent += as_said(TurnPlan(Then.SAY, (message_id,)), facts(recent=recent)).message_ids
    assert all(one != other for one, other in pairwise(recent))


def test_that_we_lack_a_language_is_said_as_often_as_it_is_true() -> None:
    told = TurnPlan(Then.SAY, ("language.person_coming",))
    assert as_said(told, facts(recent=("language.person_coming", "human.still_coming") * 3)) == told


def test_while_waiting_in_danger_no_text_comes_twice_in_a_row() -> None:
    still = TurnPlan(Then.SAY, ("danger.still_here",), call_human="emergency")
    recent: tuple[str, ...] = ("danger.emergency",)
    for _ in range(6):
        recent += as_said(still, facts(recent=recent, level=Level.EMERGENCY)).message_ids
    assert all(one != other for one, other in pairwise(recent))


def test_what_a_conversation_remembers() -> None:
    asked = remembered(
        Memory(), TurnPlan(Then.SAY, ("check.intro",), intent="ask_if_trafficking", question=Question.CHECK_NEAR), facts(), None
    )
    assert (asked.check_open, dict(asked.check)) == (True, {})
    answered = remembered(asked, TurnPlan(Then.SAY, question=Question.CHECK_LEAVE, check={"check_near": "no"}), facts(), None)
    assert dict(answered.check) == {"check_near": "no"}
    aside = remembered(answered, TurnPlan(Then.SAY, ("pay.rights",), question=Question.NEXT), facts(), "pay.hours")
    assert (aside.check_open, aside.more) == (True, "pay.hours")
    over = remembered(answered, TurnPlan(Then.SAY, ("check.options",), question=Question.TOPICS, check={"check_near": "no"}), facts(), None)
    assert (over.check_open, dict(over.check)) == (False, {}), "the answers are not kept once they have served"
    assert remembered(Memory(), TurnPlan(Then.SAY, find=True), facts(place="ME"), None).place == "ME"
    assert remembered(aside, TurnPlan(Then.SILENCE), facts(), None) == aside


def test_without_the_dialogue_somebody_is_always_called_and_something_always_said() -> None:
    assert without_dialogue(TurnPlan(Then.ASK_DIALOGUE)).message_ids == ("holding.person_coming",)
    urgent = without_dialogue(plan_turn(facts(assessment=heard(Level.URGENT, "locked_in"))))
    assert (urgent.message_ids, urgent.call_human) == (("urgent.person_coming",), "urgent")


@pytest.mark.parametrize(("confidence", "intent"), [(0.9, "thanks"), (0.1, "not_understood")])
def test_a_guess_is_not_an_answer(confidence: float, intent: str) -> None:
    assert intent_to_follow(Intent("thanks", confidence)) == intent


any_facts = st.builds(
    TurnFacts,
    text=st.sampled_from(["hello", "1", "", "STOP", "\x00"]),
    owner=st.sampled_from(Owner),
    level=st.sampled_from(Level),
    assessment=st.sampled_from([heard(level, "weapon") for level in Level] + [Assessment(Level.ROUTINE, unreadable=True)]),
    word=st.sampled_from([None, *OptOutKind]),
    opted_out=st.booleans(),
    carrier_replies=st.booleans(),
    answerable=st.booleans(),
    flags=st.sampled_from([(), ("picture",), ("opted_in",)]),
    question=st.sampled_from([None, *Question]),
    recent=st.sampled_from([(), ("danger.emergency",), ("urgent.person_coming",)]),
    language_has_content=st.booleans(),
)


@given(any_facts)
def test_the_assistant_never_speaks_for_a_human_nor_to_who_cannot_be_answered_nor_after_an_opt_out(given_facts: TurnFacts) -> None:
    plan = plan_turn(given_facts)
    silent = given_facts.owner in (Owner.HUMAN, Owner.CLOSED) or not given_facts.answerable
    if silent or (given_facts.opted_out and given_facts.word is not OptOutKind.STOP):
        assert plan.then is Then.SILENCE


@given(any_facts)
def test_an_emergency_the_assistant_hears_always_calls_a_human(given_facts: TurnFacts) -> None:
    if given_facts.assessment.level is Level.EMERGENCY and given_facts.owner in (Owner.ASSISTANT, Owner.WAITING):
        assert plan_turn(given_facts).call_human is not None


@given(any_facts)
def test_whoever_may_be_answered_is_never_left_in_silence_without_a_human_being_told(given_facts: TurnFacts) -> None:
    plan = plan_turn(given_facts)
    if plan.then is Then.SILENCE and given_facts.owner in (Owner.ASSISTANT, Owner.WAITING):
        carrier_answered = given_facts.carrier_replies and given_facts.word is OptOutKind.STOP
        assert plan.call_human is not None or carrier_answered


@given(st.lists(st.sampled_from(Level)))
def test_levels_are_ordered(levels: list[Level]) -> None:
    top = highest(levels)
    assert all(level <= top for level in levels)
    assert (Level.ROUTINE < Level.ELEVATED < Level.URGENT < Level.EMERGENCY) and not Level.URGENT < Level.URGENT


def test_not_safe_now_takes_back_the_yes_to_later_texts() -> None:
    agreed = remembered(
        Memory(), plan_turn(replace(CALM, question=Question.MAY_TEXT, choice=Choice("1", "choice.yes", "may_text"))), CALM, None
    )
    assert agreed.may_text
    assert not remembered(agreed, TurnPlan(Then.SAY, ("talk.quiet",)), CALM, None).may_text
    assert remembered(agreed, TurnPlan(Then.SAY, ("papers.rights",)), CALM, None).may_text
