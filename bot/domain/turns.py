"""What a turn does with what the person wrote: pure decisions, made after triage and language and before any words are chosen."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.domain.dialogue import DialogueReply, Effect, Intent, Question
from bot.domain.levels import Assessment, Level
from bot.domain.opt_out import OptOutKind
from bot.domain.ownership import Owner

# Below this the dialogue's best intent is a guess, and a guess is a wrong answer to a person in danger (docs/dialogue.md).
LEAST_CONFIDENCE = 0.35

_DIGITS: dict[Question, dict[str, str]] = {
    Question.SAFE_TO_WRITE: {"1": "safe_to_write", "2": "not_safe_to_write"},
    Question.HUMAN_OFFER: {"1": "accept_human", "2": "decline_human"},
}
# We ask for digits and never for words, because carriers act on some words; but people answer in words all the same.
_WORDS_FOR_DIGITS = {
    **dict.fromkeys(
        "yes y yeah yep ok okay sure please si sí claro dale oui ouais نعم ايوه أيوه 是 是的 好 好的 要 可以 да ага хорошо".split(), "1"
    ),
    **dict.fromkeys("no n nope nah non لا 不 不是 不要 不用 нет".split(), "2"),
}
NO_WORDS_YET = "language.person_coming"
NEEDS_VOICE = "language.by_voice"
STILL_COMING = "human.still_coming"
_SUICIDE = frozenset({"suicide_plan"})
_PICTURE = "picture, voice note or file received, not opened"
_MEDICAL = frozenset({"medical_emergency"})
_SAFETY_WORDS = frozenset({"danger.emergency", "danger.suicide", "danger.medical"})
# What the dialogue adds after a call for a human would repeat or contradict it.
_LEFT_OUT_WHEN_URGENT = ("human.", "hello.", "unclear.", "talk.")


class Then(enum.StrEnum):
    """What the turn does next."""

    SILENCE = "silence"
    SAY = "say"
    ASK_DIALOGUE = "ask_dialogue"


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """All that a turn may look at.

    `level` is the conversation's level after this message; `recent` are the ids said in the last ten minutes. `language` is the English
    name of the language to answer in, `by_voice` that of a language which only an interpreter can serve; `language_chosen`: the person
    asked for the language; `wants_menu`: for the list of languages; `ask_language`: nothing tells the language, and nobody has just asked.
    """

    text: str
    owner: Owner
    level: Level
    assessment: Assessment
    word: OptOutKind | None
    opted_out: bool
    carrier_replies: bool
    answerable: bool
    flags: Collection[str]
    question: Question | None
    recent: Sequence[str]
    language: str
    language_has_content: bool
    language_chosen: bool
    by_voice: str | None
    wants_menu: bool
    ask_language: bool

    def __repr__(self) -> str:
        return f"TurnFacts({self.owner.value}, {self.level.value})"


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """Message ids to say, whether a human is called and why, and whether the menu of languages follows.

    `intent` is what is put to the dialogue; without one it must understand the text. `interpreter` is the English name of the language
    that a human who can interpret is called for.
    """

    then: Then
    message_ids: tuple[str, ...] = ()
    intent: str | None = None
    call_human: str | None = None
    question: Question | None = None
    menu: bool = False
    interpreter: str | None = None


def plan_turn(facts: TurnFacts) -> TurnPlan:
    """Decide the turn. The order is the policy: who may speak, opt-out, danger, language, what cannot be read, then the dialogue."""
    urgent = facts.assessment.level >= Level.URGENT
    if facts.owner in (Owner.HUMAN, Owner.CLOSED):
        return TurnPlan(Then.SILENCE)
    if not facts.answerable:
        return TurnPlan(Then.SILENCE, call_human="a sender that cannot be answered automatically")
    if facts.word is OptOutKind.STOP:
        return _stop(facts, urgent)
    if facts.opted_out:
        return TurnPlan(Then.SILENCE, call_human="wrote again after opting out")
    if "opted_in" in facts.flags:
        ids = () if facts.carrier_replies else ("optin.welcome",)
        return TurnPlan(Then.SAY if ids else Then.SILENCE, ids, question=Question.HUMAN_OFFER if ids else None)
    if facts.assessment.level is Level.EMERGENCY:
        needed = facts.by_voice or (None if facts.language_has_content else facts.language)
        return TurnPlan(Then.SAY, safety_words(facts), call_human="emergency", menu=facts.ask_language, interpreter=needed)
    about_language = _about_language(facts, urgent)
    if about_language is not None:
        return about_language
    if "picture" in facts.flags and not facts.text.strip():
        return TurnPlan(Then.SAY, ("picture.received",), call_human=_PICTURE)
    if facts.word is OptOutKind.HELP:
        return TurnPlan(Then.ASK_DIALOGUE, intent="ask_for_person")
    unreadable = "unreadable" if facts.assessment.unreadable and facts.text.strip() else None
    picture = _PICTURE if "picture" in facts.flags else None
    if facts.ask_language and not urgent:
        return TurnPlan(Then.SAY, call_human=unreadable or picture, question=facts.question, menu=True)
    if facts.assessment.unreadable:
        return TurnPlan(Then.ASK_DIALOGUE, intent="not_understood", call_human=unreadable)
    intent = _answer(facts)
    if urgent and "urgent.person_coming" not in facts.recent:
        return TurnPlan(Then.ASK_DIALOGUE, ("urgent.person_coming",), intent=intent, call_human="urgent", menu=facts.ask_language)
    return TurnPlan(Then.ASK_DIALOGUE, intent=intent, call_human=picture)


def _about_language(facts: TurnFacts, urgent: bool) -> TurnPlan | None:
    """What to do when the turn is about the language itself, or we lack the words for it; None for any other turn."""
    said_last = [*facts.recent][-1:]
    if facts.by_voice is not None:
        told = STILL_COMING if said_last == [NEEDS_VOICE] else NEEDS_VOICE
        ids = ("urgent.person_coming", told) if urgent else (told,)
        return _with_interpreter(ids, facts.by_voice)
    if facts.wants_menu:
        return TurnPlan(Then.SAY, question=facts.question, menu=True)
    again = _said_last(facts.recent) if facts.language_chosen and not urgent else ()
    if not facts.language_has_content:
        if _SAFETY_WORDS & set(again):
            return _with_interpreter((*again, NO_WORDS_YET), facts.language)
        # Said in turns, so that nobody reads the same text twice in a row while waiting.
        ids = (STILL_COMING,) if said_last == [NO_WORDS_YET] else (NO_WORDS_YET,)
        return _with_interpreter(ids, facts.language)
    if again:
        return TurnPlan(Then.SAY, again, question=facts.question)
    return TurnPlan(Then.ASK_DIALOGUE, intent="greet") if facts.language_chosen and not urgent else None


def _with_interpreter(message_ids: tuple[str, ...], language: str) -> TurnPlan:
    return TurnPlan(Then.SAY, message_ids, interpreter=language)


def _said_last(recent: Sequence[str]) -> tuple[str, ...]:
    """What to say again in the language just chosen: safety words before anything else, else the last words with their offer."""
    latest = [each for each in dict.fromkeys(reversed(recent)) if not each.startswith("language.")]
    safety = [each for each in latest if each in _SAFETY_WORDS or each == "urgent.person_coming"]
    if safety:
        return (safety[0],)
    return tuple(reversed(latest[:2])) if latest[:1] == ["human.offer"] else tuple(latest[:1])


def _answer(facts: TurnFacts) -> str | None:
    """The intent that the person's digit, or a word for it, means as an answer to the open question."""
    if facts.question is None:
        return None
    said = facts.text.strip().strip(".!,)。！،").casefold()
    return _DIGITS[facts.question].get(_WORDS_FOR_DIGITS.get(said, said))


def _stop(facts: TurnFacts, urgent: bool) -> TurnPlan:
    """Silence to the phone when the carrier has answered, or when there is danger: then a human is told (domain.md 7.1)."""
    if urgent or facts.level >= Level.URGENT:
        return TurnPlan(Then.SILENCE, call_human="asked us to stop while in danger")
    if facts.carrier_replies:
        return TurnPlan(Then.SILENCE)
    return TurnPlan(Then.SAY, ("optout.confirmed",))


def safety_words(facts: TurnFacts) -> tuple[str, ...]:
    """What an emergency is answered with; a short sign of life when the safety words were said a moment ago."""
    if _SAFETY_WORDS & set(facts.recent):
        return ("danger.still_here",)
    names = {signal.name for signal in facts.assessment.signals if signal.level is Level.EMERGENCY}
    if names and names <= _SUICIDE:
        first = "danger.suicide"
    elif names and names <= _MEDICAL:
        first = "danger.medical"
    else:
        first = "danger.emergency"
    # The safety words themselves say that a person is being called: one text for who holds the phone for a minute.
    if facts.by_voice is not None:
        return (first, NEEDS_VOICE)
    return (first,) if facts.language_has_content else (first, NO_WORDS_YET)


def intent_to_follow(understood: Intent) -> str:
    """The intent the dialogue is asked about: the one it understood, or `not_understood` when it is not sure enough."""
    return understood.name if understood.confidence >= LEAST_CONFIDENCE else "not_understood"


def after_dialogue(plan: TurnPlan, reply: DialogueReply) -> TurnPlan:
    """The plan completed by what the dialogue says. An urgent turn keeps the dialogue's information and drops its talk about humans."""
    called = plan.call_human or ("the person asked, or the dialogue could not help" if Effect.CALL_HUMAN in reply.effects else None)
    if not plan.message_ids:
        return replace(plan, then=Then.SAY, message_ids=reply.message_ids, call_human=called, question=reply.question)
    more = tuple(each for each in reply.message_ids if not each.startswith(_LEFT_OUT_WHEN_URGENT))
    return replace(plan, then=Then.SAY, message_ids=plan.message_ids + more, call_human=called)


def without_dialogue(plan: TurnPlan) -> TurnPlan:
    """The plan when the dialogue gives no usable answer: hold, and call a human."""
    ids = plan.message_ids or ("holding.person_coming",)
    return replace(plan, then=Then.SAY, message_ids=ids, call_human=plan.call_human or "the assistant could not answer")
