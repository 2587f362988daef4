"""What Rasa may answer, and nothing else: pure checks. Everything unexpected is `DialogueUnavailable`, so a human is called."""

from __future__ import annotations

import json
import math
import re
from typing import Any
from uuid import UUID

from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Intent
from bot.domain.questions import Question

# Intents recognised from what a person writes, one or more per topic folder of `flows`.
RECOGNISED = frozenset({
    "ask_what_is_this", "ask_are_you_police", "ask_is_it_private", "ask_cost", "ask_how_to_stop", "ask_robot", "ask_name_needed",
    "prove_real", "delete_everything", "greet", "thanks", "goodbye", "insult", "wrong_number", "spam", "call_me", "cannot_read",
    "am_minor", "ask_what_was_said", "far_from_us", "ask_when_person", "ask_hotline", "ask_for_person", "ask_rights", "papers_held",
    "not_paid", "in_debt", "leave_job", "fear_police_or_immigration", "ask_benefits", "forced_crime", "money_back", "ask_interpreter",
    "planning_to_leave", "left_already", "ask_phone_safe", "children_safety", "pregnant", "need_doctor", "work_visa", "ask_visa",
    "ask_u_visa", "ask_vawa", "need_food", "need_bed", "need_lawyer", "need_work", "need_english", "need_transport", "need_family",
    "need_counselling", "worried_about_other", "ask_signs", "how_to_report", "ask_as_professional", "other", "in_danger", "want_to_die",
    "ask_if_trafficking",
})  # fmt: skip
# Intents the application sends by itself: answers by digit, and too little confidence.
OWN = frozenset({
    "safe_to_write", "show_topics", "show_rights", "show_safety", "show_needs", "show_more_needs", "show_last_needs",
    "not_safe_to_write", "goes_on", "accept_human", "can_text", "show_what_to_do", "in_health", "in_school", "in_hotel",
    "is_driver", "not_understood", "answer_check", "resume_check",
})  # fmt: skip

# The turns of the gentle check, which is a form.
CHECK_INTENTS = frozenset({"ask_if_trafficking", "answer_check", "resume_check"})

LARGEST_ANSWER = 64 * 1024
NO_QUESTION = "none"
_MOST_MESSAGES = 8
_MESSAGE_ID = re.compile(r"[a-z][a-z_]{0,30}\.[a-z][a-z_]{0,40}")
_WHOLE_TURN = "action_listen"


def intent_in(body: bytes) -> Intent:
    """The winning intent in an answer of `/model/parse`."""
    found = _field(_parsed(body), "intent", dict)
    name, confidence = found.get("name"), found.get("confidence")
    if not isinstance(name, str) or name not in RECOGNISED:
        raise DialogueUnavailable("an intent nobody has defined")
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise DialogueUnavailable("a confidence that is none")
    return Intent(name, float(confidence))


def reply_in(body: bytes, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
    """The reply in an answer of `trigger_intent`: of this conversation, to this intent, with the slots we sent, and whole."""
    answer = _parsed(body)
    _same_turn(_field(answer, "tracker", dict), conversation, intent, context)
    said = [_custom(each, conversation) for each in _field(answer, "messages", list)]
    ids = tuple(each["message"] for each in said if "message" in each)
    questions = [each["question"] for each in said if "question" in each]
    # The last thing a turn says is which question stands now; without it an action failed, or Rasa stopped in the middle.
    if not ids or len(said) > _MOST_MESSAGES or len(questions) != 1 or "question" not in said[-1]:
        raise DialogueUnavailable("a turn that was cut short")
    effects = frozenset(Effect(each["effect"]) for each in said if "effect" in each)
    return DialogueReply(ids, effects, None if questions[0] == NO_QUESTION else Question(questions[0]))


def _parsed(body: bytes) -> dict[str, Any]:
    if len(body) > LARGEST_ANSWER:
        raise DialogueUnavailable("an answer that is too long")
    try:
        answer = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DialogueUnavailable("an answer that is not JSON") from None
    if not isinstance(answer, dict):
        raise DialogueUnavailable("an answer of another kind")
    return answer


def _field(answer: dict[str, Any], name: str, kind: type) -> Any:
    value = answer.get(name)
    if not isinstance(value, kind):
        raise DialogueUnavailable(f"an answer without {name}")
    return value


def _same_turn(tracker: dict[str, Any], conversation: UUID, intent: str, context: DialogueContext) -> None:
    slots = _field(tracker, "slots", dict)
    heard = _field(_field(tracker, "latest_message", dict), "intent", dict)
    if tracker.get("sender_id") != str(conversation):
        raise DialogueUnavailable("an answer about another conversation")
    if heard.get("name") != intent or tracker.get("latest_action_name") != _WHOLE_TURN:
        raise DialogueUnavailable("an answer to something else")
    counted = slots.get("misunderstood")
    if slots.get("human_called") is not context.human_called or isinstance(counted, bool) or not isinstance(counted, int | float):
        raise DialogueUnavailable("slots that an action must not change")
    if not math.isclose(counted, context.misunderstood):
        raise DialogueUnavailable("slots that an action must not change")


def _custom(message: Any, conversation: UUID) -> dict[str, str]:
    if not isinstance(message, dict) or set(message) != {"recipient_id", "custom"} or message["recipient_id"] != str(conversation):
        raise DialogueUnavailable("a message with words, or for somebody else")
    custom = message["custom"]
    if not isinstance(custom, dict) or not custom or not all(isinstance(value, str) for value in custom.values()):
        raise DialogueUnavailable("a message without an id")
    allowed = {
        "message": _MESSAGE_ID.fullmatch(custom.get("message", "a.a")) is not None,
        "effect": custom.get("effect", Effect.CALL_HUMAN) in set(Effect),
        "question": custom.get("question", NO_QUESTION) in {NO_QUESTION, *Question},
    }
    if not set(custom) <= set(allowed) or not all(allowed.values()):
        raise DialogueUnavailable("a message of an unknown kind")
    return custom
