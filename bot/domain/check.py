"""The gentle check: what an answer to one of its questions means for the level (domain.md 4.5, triage-rubric.md). Pure."""

from __future__ import annotations

from bot.domain.levels import Level, Signal
from bot.domain.questions import Question

# Each question's answer that is a sign, and the level it calls for.
_SIGNS: dict[Question, tuple[str, Level]] = {
    Question.CHECK_NEAR: ("yes", Level.EMERGENCY),
    Question.CHECK_LEAVE: ("no", Level.URGENT),
    Question.CHECK_THREAT: ("yes", Level.URGENT),
    Question.CHECK_WATCHED: ("yes", Level.URGENT),
    Question.CHECK_PAPERS: ("yes", Level.ELEVATED),
    Question.CHECK_PAY: ("no", Level.ELEVATED),
    Question.CHECK_DEBT: ("yes", Level.ELEVATED),
    Question.CHECK_CARE: ("no", Level.URGENT),
}
# What is said first to a person whose answer is urgent, while somebody is on the way.
WORDS_AFTER_URGENT: dict[Question, str] = {
    Question.CHECK_LEAVE: "plan.trust",
    Question.CHECK_THREAT: "plan.trust",
    Question.CHECK_WATCHED: "phone.safety",
    Question.CHECK_CARE: "health.care",
}
_ANSWERS = {"choice.yes": "yes", "choice.no": "no", "choice.skip": "skip"}


def answer_of(label: str) -> str:
    """The answer that a choice of the check stands for: yes, no or skip."""
    return _ANSWERS[label]


def sign_in(question: Question, answer: str) -> Signal | None:
    """The signal in an answer, if it is one. Its evidence is the answer itself, not words of the person."""
    sign, level = _SIGNS[question]
    return Signal(f"answered_{question.value}", level, answer) if answer == sign else None
