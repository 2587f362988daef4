"""What a turn does with what the person wrote: pure decisions, made after triage and language and before any words are chosen."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.check import WORDS_AFTER_URGENT, answer_of
from bot.domain.dialogue import DialogueReply, Effect, Intent
from bot.domain.levels import Assessment, Level
from bot.domain.media import MEDIA
from bot.domain.memory import Memory
from bot.domain.opt_out import OptOutKind
from bot.domain.ownership import Owner
from bot.domain.questions import ANSWER_CHECK, CHECK, MAY_NOT_TEXT, MAY_TEXT, TELL_MORE, Choice, Question

# Below this the dialogue's best intent is a guess, and a guess is a wrong answer to a person in danger (docs/dialogue.md).
LEAST_CONFIDENCE = 0.40

NO_WORDS_YET = "language.person_coming"
NEEDS_VOICE = "language.by_voice"
STILL_COMING = "human.still_coming"
PERSON_COMING = "urgent.person_coming"
# Nobody is on duty; nobody came in time; we keep silent because the person asked for it.
NOBODY_NOW, NOBODY_YET, QUIET = "human.nobody_now", "human.nobody_yet", "talk.quiet"
MAY_WE, _WILL_TEXT, _WONT_TEXT = "human.may_text", "human.will_text", "human.wont_text"
_HOLDING = "holding.person_coming"
_SUICIDE = frozenset({"suicide_plan"})
_PICTURE = "picture, voice note or file received, not opened"
_MEDICAL = frozenset({"medical_emergency"})
_SUICIDAL = frozenset({"suicidal_thoughts"})
_LONE_DIGITS = frozenset("1234")
_NOT_UNDERSTOOD = frozenset({"unclear.ask", "unclear.person"})
_MINOR = frozenset({"minor", "minor_exploited"})
LIMITS = "minors.limits"
_SAFETY_WORDS = frozenset({"danger.emergency", "danger.suicide", "danger.medical"})
# What the dialogue adds after a call for a human would repeat or contradict it.
_LEFT_OUT_WHEN_URGENT = ("human.", "hello.", "unclear.", "talk.", "check.")
# Why a human is called, for the advocate, where the intent says more than that one was asked for.
_REASONS = {
    "call_me": "asks to be called",
    "cannot_read": "cannot read or write well, needs a voice",
    "delete_everything": "asks to have everything deleted",
    "am_minor": "says they are under 18",
    "ask_what_was_said": "asks about somebody else's contact with us: may be an abuser, nothing was confirmed",
    "want_to_die": "thoughts of suicide",
    "in_danger": "says they are in danger",
}
# The flag of a message that the person sent long before it reached us.
LATE = "late"
ARRIVED_LATE = "arrived late: the provider could not reach us"
_NOT_NOW = "says it is not safe to text now, or does not want to: do not write before reading on"
# Why a human is called about an opt-out.
STOPPED_IN_DANGER = "asked us to stop while in danger"
_WRITES_AGAIN = "allows us to write again"
_HELP_AFTER_STOP = "asks for help after opting out"
# Worth telling an advocate also when one has been called already.
NAMED_REASONS = frozenset({*_REASONS.values(), _NOT_NOW, _WRITES_AGAIN, _HELP_AFTER_STOP})
# A person who asks for one of these is looking for a place or a service in the directory.
NEEDS = frozenset({"need_food", "need_bed", "need_doctor", "need_lawyer", "need_work", "need_english", "need_transport"})
ANYWHERE = "anywhere"
CAN_TEXT = "danger.can_text"
SAID_BEFORE, CLOSED, COMING, WHEN = "unclear.said_before", "human.closed", "human.coming", "human.when"
# Said in turns while somebody waits, so that nobody reads the same text three times.
_IN_TURNS = {
    "danger.still_here": ("danger.safety", "danger.still_here"),
    STILL_COMING: (WHEN, STILL_COMING),
    WHEN: (STILL_COMING, WHEN),
    _HOLDING: (STILL_COMING, _HOLDING),
    "picture.received": (WHEN, "picture.received"),
}
# Said as often as it is true: what we cannot do in a language, and that texts end or begin.
_AS_OFTEN_AS_NEEDED = ("language.", "optin.", "optout.")
_MOST_OFTEN = 2


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
    # What the person's text means as an answer to the open question, and the state it names when a place was asked for.
    choice: Choice | None = None
    place: str | None = None
    # A state named in any text, for somebody who asks for a lawyer and says where in one go.
    mentioned: str | None = None
    memory: Memory = field(default_factory=Memory)
    # Nobody is at the desk at this hour, and it is known when somebody is.
    closed: bool = False
    # Nobody is on duty at all: neither at the desk nor on call.
    nobody: bool = False
    # The answer goes out in one language, not in several likely ones.
    one_language: bool = True

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
    # The gentle check with the new answer, sent to the dialogue and remembered.
    check: Mapping[str, str] | None = None
    # Look in the directory for `need`, or for the remembered one; what was found, a line each.
    find: bool = False
    need: str | None = None
    places: tuple[str, ...] = ()
    # The answer to whether we may write first.
    may_text: bool | None = None


def plan_turn(facts: TurnFacts) -> TurnPlan:
    """Decide the turn. The order is the policy: who may speak, opt-out, danger, language, what cannot be read, then the dialogue."""
    urgent = facts.assessment.level >= Level.URGENT
    if facts.owner in (Owner.HUMAN, Owner.CLOSED):
        return TurnPlan(Then.SILENCE)
    if not facts.answerable:
        return TurnPlan(Then.SILENCE, call_human="a sender that cannot be answered automatically")
    if LATE in facts.flags:
        return _late(facts, urgent)
    if facts.word is OptOutKind.STOP:
        return _stop(facts, urgent)
    if facts.opted_out:
        again = _HELP_AFTER_STOP if facts.word is OptOutKind.HELP else "wrote again after opting out"
        return TurnPlan(Then.SILENCE, call_human=again)
    if "opted_in" in facts.flags and not urgent:
        ids = () if facts.carrier_replies else ("optin.welcome",)
        question = Question.SAFE_TO_WRITE if ids else None
        return TurnPlan(Then.SAY if ids else Then.SILENCE, ids, question=question, call_human=_WRITES_AGAIN)
    if facts.assessment.level is Level.EMERGENCY:
        needed = facts.by_voice or (None if facts.language_has_content else facts.language)
        words: tuple[str, ...] = safety_words(facts)
        asks = not facts.ask_language and not _SAFETY_WORDS & set(facts.recent)
        if facts.nobody:
            # The safety words say that a person is being called; who is not told that nobody sits there waits for nothing.
            words = words if NOBODY_NOW in facts.recent else (*words, NOBODY_NOW)
        elif asks and facts.one_language and facts.language_has_content and facts.by_voice is None:
            # Two texts: who holds the phone for a minute has the safety words in the first.
            return TurnPlan(Then.SAY, (*words, CAN_TEXT), call_human="emergency", question=Question.CAN_TEXT)
        return TurnPlan(Then.SAY, words, call_human="emergency", menu=facts.ask_language, interpreter=needed)
    about_language = _about_language(facts, urgent)
    if about_language is not None:
        return about_language
    if facts.choice is not None or (facts.place is not None and not urgent):
        plan = _answered(facts, urgent)
        return replace(plan, call_human=plan.call_human or (_PICTURE if MEDIA & set(facts.flags) else None))
    if MEDIA & set(facts.flags) and not facts.text.strip():
        return TurnPlan(Then.SAY, ("picture.received",), call_human=_PICTURE)
    if facts.word is OptOutKind.HELP:
        return TurnPlan(Then.ASK_DIALOGUE, intent="ask_for_person")
    unreadable = "unreadable" if facts.assessment.unreadable and facts.text.strip() else None
    picture = _PICTURE if MEDIA & set(facts.flags) else None
    if facts.ask_language and not urgent:
        return TurnPlan(Then.SAY, call_human=unreadable or picture, question=facts.question, menu=True)
    if facts.assessment.unreadable:
        return TurnPlan(Then.ASK_DIALOGUE, intent="not_understood", call_human=unreadable)
    if urgent and _SUICIDAL & {signal.name for signal in facts.assessment.signals} and "danger.suicide" not in facts.recent:
        return TurnPlan(Then.SAY, ("danger.suicide",), call_human="urgent", menu=facts.ask_language)
    if urgent and _MINOR & {signal.name for signal in facts.assessment.signals} and LIMITS not in facts.recent:
        # A young person is told what we may have to pass on before they tell more (domain.md 6.5).
        first = _person_coming(facts)
        return TurnPlan(Then.SAY, (*first, LIMITS), call_human="urgent", question=Question.GO_ON)
    if urgent and _person_coming(facts):
        return TurnPlan(Then.ASK_DIALOGUE, _person_coming(facts), call_human="urgent", menu=facts.ask_language)
    if facts.question is None and facts.text.strip() in _LONE_DIGITS:
        # An answer to something asked before: better a list to choose from than "I did not get that".
        return TurnPlan(Then.ASK_DIALOGUE, intent="show_topics", call_human=picture)
    return TurnPlan(Then.ASK_DIALOGUE, call_human=picture)


def _answered(facts: TurnFacts, urgent: bool) -> TurnPlan:
    """What follows an answer to the open question."""
    memory, choice = facts.memory, facts.choice
    if choice is None or choice.intent == ANYWHERE:
        return TurnPlan(Then.SAY, find=True, question=Question.NEXT)
    if choice.intent == TELL_MORE and memory.more is not None:
        return TurnPlan(Then.SAY, (memory.more,), question=Question.NEXT)
    if choice.intent in (MAY_TEXT, MAY_NOT_TEXT):
        agreed = choice.intent == MAY_TEXT
        return TurnPlan(Then.SAY, (_WILL_TEXT if agreed else _WONT_TEXT,), may_text=agreed)
    if choice.intent == ANSWER_CHECK and facts.question in CHECK:
        check = {**memory.check, facts.question.value: answer_of(choice.label)}
        if urgent and _person_coming(facts):
            # Whoever is told that a person is coming is not asked further (domain.md 4.5).
            ids = (*_person_coming(facts), WORDS_AFTER_URGENT[facts.question])
            return TurnPlan(Then.SAY, ids, call_human="urgent", question=Question.NEXT, check=check)
        return TurnPlan(Then.ASK_DIALOGUE, intent=ANSWER_CHECK, check=check)
    intent = "show_topics" if choice.intent == TELL_MORE else choice.intent
    # The human who is on the way must know it before writing: the phone may be in other hands.
    told = _NOT_NOW if intent == "not_safe_to_write" and facts.owner is Owner.WAITING else None
    return TurnPlan(Then.ASK_DIALOGUE, intent=intent, call_human=told, check=memory.check if intent == "resume_check" else None)


def _person_coming(facts: TurnFacts) -> tuple[str, ...]:
    """That a person is being called, or that nobody is there to be called; nothing when either was said a moment ago."""
    said = {PERSON_COMING, NOBODY_NOW} & set(facts.recent)
    return () if said else (NOBODY_NOW if facts.nobody else PERSON_COMING,)


def _about_language(facts: TurnFacts, urgent: bool) -> TurnPlan | None:
    """What to do when the turn is about the language itself, or we lack the words for it; None for any other turn."""
    said_last = [*facts.recent][-1:]
    if facts.by_voice is not None:
        told = STILL_COMING if said_last == [NEEDS_VOICE] else NEEDS_VOICE
        ids = (NOBODY_NOW if facts.nobody else PERSON_COMING, told) if urgent else (told,)
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
    """What to say again in the language just chosen: safety words before anything else, else the last words."""
    latest = [each for each in dict.fromkeys(reversed(recent)) if not each.startswith("language.")]
    safety = [each for each in latest if each in _SAFETY_WORDS or each in (PERSON_COMING, NOBODY_NOW)]
    if safety:
        return (safety[0],)
    return tuple(latest[:1])


def _stop(facts: TurnFacts, urgent: bool) -> TurnPlan:
    """Silence to the phone when the carrier has answered, or when there is danger: then a human is told (domain.md 7.1)."""
    if urgent or facts.level >= Level.URGENT:
        return TurnPlan(Then.SILENCE, call_human=STOPPED_IN_DANGER)
    # One last text and no more (47 CFR 64.1200(a)(12)): the carrier's, or ours the first time.
    if facts.carrier_replies or "stopped_before" in facts.flags:
        return TurnPlan(Then.SILENCE)
    return TurnPlan(Then.SAY, ("optout.confirmed",))


def _late(facts: TurnFacts, urgent: bool) -> TurnPlan:
    """Silence: words out of nowhere may reach whoever holds the phone by now (trust.md T3). A human decides what to do about it."""
    if facts.word is OptOutKind.STOP:
        return replace(_stop(facts, urgent), then=Then.SILENCE, message_ids=())
    return TurnPlan(Then.SILENCE, call_human=ARRIVED_LATE)


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


def after_dialogue(plan: TurnPlan, reply: DialogueReply, facts: TurnFacts) -> TurnPlan:
    """The plan completed by what the dialogue says. An urgent turn keeps the dialogue's information and drops its talk about humans."""
    asked = _REASONS.get(plan.intent or "", "the person asked, or the dialogue could not help")
    called = plan.call_human or (asked if Effect.CALL_HUMAN in reply.effects else None)
    need = plan.intent if plan.intent in NEEDS else None
    if plan.message_ids:
        more = tuple(each for each in reply.message_ids if not each.startswith(_LEFT_OUT_WHEN_URGENT))
        # Never two meanings for a digit: the menu of languages takes them all.
        question = reply.question if reply.message_ids[-1:] == more[-1:] and not plan.menu else None
        return replace(plan, then=Then.SAY, message_ids=plan.message_ids + more, call_human=called, question=question, need=need)
    said = replace(plan, then=Then.SAY, message_ids=reply.message_ids, call_human=called, question=reply.question, need=need)
    if reply.question is Question.PLACE and place_of(facts) is not None:
        # The place is known already: nobody is asked twice.
        ids = tuple(each for each in reply.message_ids if each != "needs.place")
        return replace(said, message_ids=ids, find=True, question=Question.NEXT)
    return said


def as_said(plan: TurnPlan, facts: TurnFacts) -> TurnPlan:
    """The plan as it is said at this hour and after what was said before: closed hours are named, and nothing is said a third time.

    What repeats in danger or while waiting is said in turns; anything else gives way to the offer of a human, once.
    """
    if plan.then is not Then.SAY:
        return plan
    ids = plan.message_ids
    if facts.owner is Owner.WAITING and facts.level >= Level.URGENT and _NOT_UNDERSTOOD & set(ids):
        # In danger nobody reads that a program did not understand; a human is on the way.
        return replace(plan, message_ids=(_in_turns("danger.still_here", facts.recent),), question=None)
    if facts.closed and facts.level < Level.URGENT:
        ids = tuple(CLOSED if each in (COMING, WHEN) else each for each in ids)
        if ids[-1:] == (CLOSED,) and facts.memory.may_text is None and MAY_WE not in facts.recent:
            # Whoever comes in the morning may only write first if the person says so now.
            return replace(plan, message_ids=(*ids, MAY_WE), question=Question.MAY_TEXT)
    said = tuple(_in_turns(each, facts.recent) for each in ids)
    if not said or any(_may_be_said(each, facts.recent) for each in said):
        return replace(plan, message_ids=said)
    if facts.recent.count(SAID_BEFORE) < _MOST_OFTEN:
        return replace(plan, message_ids=(SAID_BEFORE,), question=Question.NEXT)
    called = plan.call_human or "keeps writing, and the assistant has nothing new to say"
    return replace(plan, message_ids=(_in_turns(STILL_COMING, facts.recent),), call_human=called, question=None)


def _may_be_said(message_id: str, recent: Sequence[str]) -> bool:
    free = message_id in _IN_TURNS or message_id in _SAFETY_WORDS or message_id.startswith(_AS_OFTEN_AS_NEEDED)
    return free or recent.count(message_id) < _MOST_OFTEN


def _in_turns(message_id: str, recent: Sequence[str]) -> str:
    """`message_id`, or its companion when it was what we said last."""
    others = _IN_TURNS.get(message_id, (message_id,))
    return others[0] if message_id in [*recent][-1:] else message_id


def remembered(memory: Memory, plan: TurnPlan, facts: TurnFacts, more: str | None) -> Memory:
    """What the conversation remembers after `plan`; `more` goes on after the last message said."""
    if plan.then is not Then.SAY:
        return memory
    changed = replace(memory, more=more if plan.question is Question.NEXT else None)
    if plan.may_text is not None:
        changed = replace(changed, may_text=plan.may_text)
    if QUIET in plan.message_ids:
        # "Not safe now" takes back an earlier yes.
        changed = replace(changed, may_text=False)
    if plan.check is not None:
        changed = replace(changed, check=plan.check)
    if plan.intent == "ask_if_trafficking" and plan.question in CHECK:
        changed = replace(changed, check={}, check_open=True)
    if any(each in plan.message_ids for each in ("check.options", "check.few")):
        changed = replace(changed, check={}, check_open=False)
    if plan.need is not None:
        changed = replace(changed, need=plan.need)
    return replace(changed, place=place_of(facts)) if plan.find else changed


def place_of(facts: TurnFacts) -> str | None:
    """The state to look in: the one just named before the one remembered."""
    return facts.place or facts.mentioned or facts.memory.place


def level_of_reason(reason: str) -> Level:
    """How urgent a call for a human is that triage did not make (rubric: thoughts of suicide; asks for a human being)."""
    return Level.URGENT if reason == _REASONS["want_to_die"] else Level.ELEVATED


def without_dialogue(plan: TurnPlan) -> TurnPlan:
    """The plan when the dialogue gives no usable answer: hold, and call a human."""
    ids = plan.message_ids or (_HOLDING,)
    return replace(
        plan, then=Then.SAY, question=None, check=None, message_ids=ids, call_human=plan.call_human or "the assistant could not answer"
    )
