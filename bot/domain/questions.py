"""The questions Lantern asks and the digits that answer them: one table for the words under a text, the buttons and the meaning."""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

# Carries on with the same answer (`more` in messages.yml); no dialogue is needed for it.
TELL_MORE = "tell_more"
ANSWER_CHECK = "answer_check"
ACCEPT_HUMAN = "accept_human"
# Whether we may write first when a human is free; no dialogue is needed for it.
MAY_TEXT, MAY_NOT_TEXT = "may_text", "may_not_text"


class Question(enum.StrEnum):
    """A question that digits answer. The conversation remembers the last one asked (`open_question`)."""

    SAFE_TO_WRITE = "safe_to_write"
    CAN_TEXT = "can_text"
    MAY_TEXT = "may_text"
    NEXT = "next"
    GO_ON = "go_on"
    DOORS = "doors"
    TOPICS = "topics"
    RIGHTS = "rights"
    SAFETY = "safety"
    NEEDS = "needs"
    MORE_NEEDS = "more_needs"
    LAST_NEEDS = "last_needs"
    PLACE = "place"
    COMMUNITY = "community"
    JOBS = "jobs"
    CHECK_NEAR = "check_near"
    CHECK_LEAVE = "check_leave"
    CHECK_THREAT = "check_threat"
    CHECK_WATCHED = "check_watched"
    CHECK_PAPERS = "check_papers"
    CHECK_PAY = "check_pay"
    CHECK_DEBT = "check_debt"
    CHECK_CARE = "check_care"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the digit, the message id of its label, and the intent it stands for."""

    digit: str
    label: str
    intent: str


# In the order they are asked: danger first (domain.md 4.5). Their names are Rasa's slots as well.
CHECK = tuple(each for each in Question if each.value.startswith("check_"))
# Their digits are named in the text itself, so nothing is added under it.
ASKED_IN_WORDS = frozenset({Question.SAFE_TO_WRITE, Question.CAN_TEXT, Question.MAY_TEXT})
_PERSON = ("person", ACCEPT_HUMAN)
# Never more than four (domain.md 4.5), and never carrier words (7.3).
_TABLE: dict[Question, tuple[tuple[str, str], ...]] = {
    Question.SAFE_TO_WRITE: (("safe", "safe_to_write"), ("not_now", "not_safe_to_write")),
    Question.CAN_TEXT: (("safe", "can_text"), ("not_now", "not_safe_to_write")),
    Question.MAY_TEXT: (("yes", MAY_TEXT), ("no", MAY_NOT_TEXT)),
    Question.GO_ON: (("go_on", "goes_on"), ("not_now", "not_safe_to_write")),
    Question.DOORS: (("me", "show_topics"), ("other", "worried_about_other")),
    Question.TOPICS: (("rights", "show_rights"), ("safe_plan", "show_safety"), ("needs", "show_needs"), _PERSON),
    Question.RIGHTS: (("pay", "not_paid"), ("papers", "papers_held"), ("police", "fear_police_or_immigration"), ("rights", "ask_rights")),
    Question.SAFETY: (("plan", "planning_to_leave"), ("phone", "ask_phone_safe"), ("kids", "children_safety"), _PERSON),
    Question.NEEDS: (("bed", "need_bed"), ("food", "need_food"), ("doctor", "need_doctor"), ("more", "show_more_needs")),
    Question.MORE_NEEDS: (("lawyer", "need_lawyer"), ("work", "need_work"), ("family", "need_family"), ("more", "show_last_needs")),
    Question.LAST_NEEDS: (("class", "need_english"), ("ride", "need_transport"), ("talk", "need_counselling"), _PERSON),
    Question.PLACE: (("skip", "anywhere"), _PERSON),
    Question.COMMUNITY: (("signs", "ask_signs"), ("do", "show_what_to_do"), ("report", "how_to_report"), _PERSON),
    Question.JOBS: (("health", "in_health"), ("school", "in_school"), ("hotel", "in_hotel"), ("driver", "is_driver")),
    **dict.fromkeys(CHECK, (("yes", ANSWER_CHECK), ("no", ANSWER_CHECK), ("skip", ANSWER_CHECK))),
}


def choices(question: Question, *, more: bool = False, human_called: bool = False, check_open: bool = False) -> tuple[Choice, ...]:
    """The answers to `question`, digits from 1.

    `more`: the answer goes on; `check_open`: a gentle check was interrupted; `human_called`: one is on the way, so none is offered.
    """
    if question is Question.NEXT:
        first = ("more", TELL_MORE) if more else ("go_on", "resume_check") if check_open else ("topics", "show_topics")
        offered: tuple[tuple[str, str], ...] = (first,) if human_called else (first, _PERSON)
    else:
        without = {_PERSON} if human_called else set()
        offered = tuple(each for each in _TABLE[question] if each not in without)
    return tuple(Choice(str(number), f"choice.{label}", intent) for number, (label, intent) in enumerate(offered, start=1))


# People answer a plain yes or no in words, though we ask for digits because carriers act on some words.
_YES_OR_NO = frozenset({Question.SAFE_TO_WRITE, Question.CAN_TEXT, Question.MAY_TEXT, Question.GO_ON, *CHECK})
_YES = frozenset("y yeah yep ok okay sure please si claro dale ouais ايوه أيوه 是 是的 好 好的 要 可以 ага хорошо".split())
_NO = frozenset("n nope nah 不 不是 不要 不用".split())
_ASKS_FOR_PERSON = Choice("", "choice.person", ACCEPT_HUMAN)
_SIGNS_AROUND = " .!,)(\u3002\uff01\u060c\u0964"


def answered(
    question: Question | None, text: str, labels: Callable[[str], Collection[str]], *, more: bool = False, check_open: bool = False
) -> Choice | None:
    """The choice that `text` names: its digit in any script, its label in any language, or a plain yes or no; None when it names none.

    `labels` gives a label's words in every language. A human is always among the choices here: the words may have been sent before one
    was called.
    """
    if question is None:
        return None
    said = "".join(str(unicodedata.digit(char, char)) for char in text).strip(_SIGNS_AROUND).casefold()
    offered = choices(question, more=more, check_open=check_open)
    for each in offered:
        if said == each.digit or (said and said in {label.casefold() for label in labels(each.label)}):
            return each
    if question in _YES_OR_NO:
        if said in _YES or said in {word.casefold() for word in labels("choice.yes")}:
            return offered[0]
        if said in _NO or said in {word.casefold() for word in labels("choice.no")}:
            return offered[1]
    # A human can be asked for under every question, also where the digits are taken by other answers.
    return _ASKS_FOR_PERSON if said and said in {word.casefold() for word in labels(_ASKS_FOR_PERSON.label)} else None
