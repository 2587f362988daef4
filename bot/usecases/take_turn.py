"""Answer what a person wrote, or leave it to the human who owns the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.budget import A_DAY, TOO_MANY, Limits, Said, Spent, is_new_danger, unchanged_since, within_budget
from bot.domain.bursts import Burst, is_whole, seconds_to_wait, writes_in_fragments
from bot.domain.check import answer_of, sign_in
from bot.domain.dialogue import DialogueContext, DialogueUnavailable
from bot.domain.hours import Hours
from bot.domain.language import LanguageGuess, without_script
from bot.domain.language_menu import answer, first_page, next_page
from bot.domain.levels import Assessment, Level, highest
from bot.domain.opt_out import asked
from bot.domain.ownership import Owner
from bot.domain.places import place_in
from bot.domain.questions import ANSWER_CHECK, CHECK, Choice, Question, answered
from bot.domain.records import Conversation, InboundMessage
from bot.domain.repeats import body_of, most_equal
from bot.domain.rota import Duty, duty_at
from bot.domain.running_score import MOST_FRAGMENTS, raised_by_fragments, together_since, windows
from bot.domain.switching import is_clear, languages_to_answer, next_language, nothing_to_go_by
from bot.domain.turns import (
    LATE,
    NAMED_REASONS,
    NEEDS_VOICE,
    NO_WORDS_YET,
    STILL_COMING,
    Then,
    TurnFacts,
    TurnPlan,
    after_dialogue,
    as_said,
    intent_to_follow,
    level_of_reason,
    place_of,
    plan_turn,
    remembered,
    without_dialogue,
)
from bot.ports import Clock, Dialogue, LanguageIdentifier, Referrals, Triage, UnitOfWork, UnitsOfWork, Wording
from bot.usecases.raise_alert import must_call, raise_alert, raised, reason_of
from bot.usecases.turn_words import PLACES, Reader, TurnWords

RECENT = timedelta(minutes=10)
FOUND, NOTHING_FOUND = "needs.found", "needs.none"
# Texts that one turn answers; a storm of thousands is heard piece by piece.
MOST_AT_ONCE = 50
MOST_SAID_LOOKED_AT = 200
# The queue and this clock differ by so many seconds.
TOO_SHORT_TO_WAIT = 0.1
LONGEST_PLACE = 8  # words


@dataclass(frozen=True, slots=True)
class Heard:
    """What the turn found in the unanswered messages, before anything is decided."""

    conversation: Conversation
    messages: Sequence[InboundMessage]
    text: str
    alone: Sequence[Assessment]
    together: Assessment | None
    guess: LanguageGuess
    language: str | None
    opted_out: bool
    recent: Sequence[str]
    choice: Choice | None
    duty: Duty
    said: Sequence[Said]
    body: str

    @property
    def assessment(self) -> Assessment:
        """All readings merged: each new message alone, and the fragments together when only together they show danger."""
        merged = self.alone[0]
        for each in [*self.alone[1:], *([self.together] if self.together else [])]:
            merged = merged.merged(each)
        return merged

    @property
    def unchanged_since(self) -> datetime | None:
        """Since when the person has been saying what the new messages say."""
        level = highest([self.conversation.level, self.assessment.level])
        return unchanged_since(self.body, self.conversation.memory, self.messages[0].at, level)

    @property
    def spent(self) -> Spent:
        """What the reply budget looks at."""
        danger = is_new_danger(self.assessment.level, self.conversation.level, self.said, self.messages[-1].at)
        equal = 0 if self.choice is not None else most_equal([message.text for message in self.messages])
        return Spent(self.said, self.unchanged_since, equal, danger)

    def __repr__(self) -> str:
        return f"Heard({self.conversation.id})"


@dataclass(frozen=True, slots=True)
class TakeTurn:
    """Safe to run twice, late, or beside another: whoever saves first has answered, the other finds nothing left and says nothing."""

    units: UnitsOfWork
    clock: Clock
    triage: Triage
    languages: LanguageIdentifier
    dialogue: Dialogue
    wording: Wording
    referrals: Referrals
    hours: Hours
    # How long it must be quiet before a turn is taken (0: turns do not wait), and how much may be said to one person.
    quiet_seconds: float = 0.0
    limits: Limits = field(default_factory=Limits)

    async def __call__(self, conversation: UUID) -> None:
        """Take the turn for everything unanswered in `conversation`, or put it off while the person is still writing."""
        while (heard := await self._hear(conversation)) is not None:
            facts = self._facts(heard)
            plan = plan_turn(facts)
            if plan.then is Then.ASK_DIALOGUE:
                plan = await self._with_dialogue(heard, plan, facts)
            plan = as_said(self._with_places(heard, plan, facts), facts)
            if await self._save(heard, within_budget(plan, heard.spent, self.clock.now(), self.limits), facts):
                return

    async def _hear(self, conversation_id: UUID) -> Heard | None:
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id)
            messages = await unit.unanswered(conversation_id, MOST_AT_ONCE) if conversation else ()
            if conversation is None or not messages:
                return None
            if (wait := await self._wait(unit, conversation, messages)) > TOO_SHORT_TO_WAIT:
                # A text came after the job of this turn was taken up: the rest of the window belongs to a job of its own.
                await unit.enqueue_turn(conversation_id, conversation.level, wait)
                await unit.commit()
                return None
            said = await unit.said_to(conversation.address, self.clock.now() - A_DAY, MOST_SAID_LOOKED_AT)
            opted_out = await unit.opted_out(conversation.address)
            duty = duty_at(await unit.rota(self.clock.now()), self.hours, self.clock.now())
            recent = await unit.recent_message_ids(conversation_id, self.clock.now() - RECENT)
            before = await unit.last_inbound_language(conversation_id)
            since = together_since(self.clock.now(), conversation.read_together_from)
            fragments = await unit.recent_inbound(conversation_id, since, len(messages) + MOST_FRAGMENTS, until=messages[-1].at)
        new = {message.id for message in messages}
        earlier = [each.text for each in fragments if each.id not in new]
        texts = [message.text for message in messages]
        text = "\n".join(dict.fromkeys(texts))
        fresh = [message.text for message in messages if message.at >= since]
        # What a text of this very burst has raised in the webhook was not there before the fragments it stands among.
        level = Level.ROUTINE if conversation.level_raised_at > messages[0].at else conversation.level
        alone, together = await asyncio.to_thread(self._assess, level, earlier, texts, fresh)
        choice = self._choice(conversation, texts)
        if choice is not None and choice.intent == ANSWER_CHECK and conversation.open_question in CHECK:
            alone[-1] = _with_answer(alone[-1], conversation.open_question, choice)
        # A digit or a label is an answer, not a text in some language.
        guess = self._guess(conversation, texts) if choice is None else LanguageGuess(conversation.language or "unknown", 0.0, "none")
        language = next_language(conversation.language, guess, before)
        body = "" if is_whole(texts[-1], choice) else body_of(texts)
        return Heard(conversation, messages, text, alone, together, guess, language, opted_out, recent, choice, duty, said, body)

    async def _wait(self, unit: UnitOfWork, conversation: Conversation, messages: Sequence[InboundMessage]) -> float:
        """Seconds that are left of the quiet window."""
        if self.quiet_seconds <= 0 or len(messages) == MOST_AT_ONCE:
            return 0.0
        came = await unit.arrivals(conversation.id, MOST_FRAGMENTS)
        burst = Burst(
            first_unanswered=messages[0].at,
            last=messages[-1].at,
            level=conversation.level,
            owner=conversation.ownership.owner,
            whole=is_whole(messages[-1].text, self._choice(conversation, [messages[-1].text])),
            fragments=writes_in_fragments(came.last),
        )
        return seconds_to_wait(burst, self.clock.now(), self.quiet_seconds)

    def _choice(self, conversation: Conversation, texts: Sequence[str]) -> Choice | None:
        """What the new messages mean as one answer to the open question; while the menu of languages stands, digits mean languages."""
        if conversation.languages_offered or len({text.strip() for text in texts}) != 1:
            return None
        memory = conversation.memory
        return answered(conversation.open_question, texts[-1], self._labels, more=memory.more is not None, check_open=memory.check_open)

    def _labels(self, label: str) -> Collection[str]:
        return self.wording.labels(label)

    def _guess(self, conversation: Conversation, texts: Sequence[str]) -> LanguageGuess:
        """The language of the new messages. A choice counts also when it came in one go with other words, which are answered in it."""
        current, alone = conversation.language, len(set(texts)) == 1
        for text in dict.fromkeys(reversed(texts)):
            guess = answer(conversation.languages_offered, text, current) or self.languages.identify(text, current)
            # Only the menu on its own: other words that came with the wish for it must not go unanswered.
            if alone or guess.requested or guess.by_voice is not None:
                return guess
        return self.languages.identify("\n".join(texts), current)

    def _assess(
        self, level: Level, earlier: Sequence[str], new: Sequence[str], fresh: Sequence[str]
    ) -> tuple[list[Assessment], Assessment | None]:
        """Each new message alone, and what fragments show together when that is more: the `earlier` with the `fresh` ones among the new.

        The rest of the new ones a human has judged since they came. Equal texts are read once: they may be thousands.
        """
        read = {text: self.triage.full(text) for text in dict.fromkeys(new)}
        alone = [read[text] for text in new]
        if level is Level.EMERGENCY:
            return alone, None
        together: Assessment | None = None
        judged = [read[text] for text in new[: len(new) - len(fresh)]]
        for end, text in windows(earlier, fresh):
            heard = self.triage.full(text)
            if raised_by_fragments(level, [*judged, *(read[each] for each in fresh[:end])], heard):
                together = heard.merged(together) if together else heard
        return alone, together

    def _facts(self, heard: Heard) -> TurnFacts:
        flags = {flag for message in heard.messages for flag in message.flags}
        if not all(LATE in message.flags for message in heard.messages):
            # Something was written just now as well: the person is there, and waits for an answer.
            flags.discard(LATE)
        word = asked(heard.messages[-1].text, heard.messages[-1].flags)
        owner = heard.conversation.ownership.owner
        return TurnFacts(
            text=heard.text,
            owner=owner,
            level=max(heard.conversation.level, heard.assessment.level, key=lambda each: each.rank),
            assessment=heard.assessment,
            word=word.kind if word else None,
            opted_out=heard.opted_out,
            carrier_replies="carrier_opt_out" in heard.messages[-1].flags or (word is not None and word.by_carrier and "carrier" in flags),
            answerable="not_answerable" not in flags,
            flags=flags,
            question=heard.conversation.open_question,
            recent=heard.recent,
            language=self._english_name(heard.language),
            language_has_content=heard.language is None or self.wording.has_content(heard.language),
            language_chosen=heard.guess.requested and len({message.text for message in heard.messages}) == 1,
            by_voice=self._english_name(heard.guess.by_voice) or None,
            wants_menu=heard.guess.wants_menu,
            ask_language=heard.guess.by_voice is None
            and not heard.conversation.languages_offered
            and nothing_to_go_by(heard.language, heard.guess, self.wording.has_content),
            choice=heard.choice,
            place=self._place(heard),
            mentioned=place_in(heard.text),
            memory=heard.conversation.memory,
            closed=not heard.duty.at_desk and heard.duty.back_at is not None,
            nobody=not heard.duty.anybody,
            one_language=len(languages_to_answer(heard.language, heard.guess, self.wording.has_content, danger=True)) == 1,
        )

    def _place(self, heard: Heard) -> str | None:
        """The state that answers the open question for one. A longer text says something else, in which a place only occurs."""
        asked = heard.conversation.open_question is Question.PLACE and heard.choice is None
        return place_in(heard.text) if asked and len(heard.text.split()) <= LONGEST_PLACE else None

    def _english_name(self, code: str | None) -> str:
        names = {each.code: each.english_name for each in self.wording.languages()}
        return names.get(without_script(code), code) if code else ""

    async def _with_dialogue(self, heard: Heard, plan: TurnPlan, facts: TurnFacts) -> TurnPlan:
        called = heard.conversation.ownership.owner is not Owner.ASSISTANT or plan.call_human is not None
        context = DialogueContext(called, heard.conversation.misunderstood, plan.check or {})
        try:
            intent = plan.intent or intent_to_follow(await self.dialogue.understand(heard.text))
            reply = await self.dialogue.next_messages(heard.conversation.id, intent, context)
        except DialogueUnavailable:
            return without_dialogue(plan)
        return after_dialogue(replace(plan, intent=intent), reply, facts)

    def _with_places(self, heard: Heard, plan: TurnPlan, facts: TurnFacts) -> TurnPlan:
        """The plan with what the directory holds for the need, when it is to be looked up."""
        if not plan.find:
            return plan
        need = plan.need or facts.memory.need
        places = tuple(self.referrals.lines(need, place_of(facts), heard.language)) if need is not None else ()
        ids = (*plan.message_ids, FOUND, PLACES) if places else (*plan.message_ids, NOTHING_FOUND)
        return replace(plan, message_ids=ids, places=places)

    async def _save(self, heard: Heard, plan: TurnPlan, facts: TurnFacts) -> bool:
        """Write the turn down; False when an advocate has judged the fragments meanwhile, so that they must be heard again without them."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(heard.conversation.id, lock=True)
            if conversation is None or not await unit.are_unanswered([message.id for message in heard.messages]):
                return True
            if heard.together and conversation.read_together_from != heard.conversation.read_together_from:
                # What the words show together is what she has just corrected, or read before she handed back: it must not raise it again.
                return False
            if conversation.ownership.owner in (Owner.HUMAN, Owner.CLOSED):
                # A human took the conversation over while the turn was thinking: the assistant's answer is dropped.
                plan = TurnPlan(Then.SILENCE)
            for message, assessment in zip(heard.messages, heard.alone, strict=True):
                await unit.add_signals(conversation.id, message.id, assessment.signals, now)
            if heard.together:
                await unit.add_signals(conversation.id, heard.messages[-1].id, heard.together.signals, now)
            changed = await self._with_alerts(unit, conversation, heard, plan, now)
            changed = replace(
                changed,
                language=heard.language or conversation.language,
                open_question=plan.question if plan.then is Then.SAY else conversation.open_question,
                misunderstood=_misunderstood(conversation, plan),
                languages_offered=self._offered(heard, plan),
                memory=remembered(conversation.memory, plan, facts, self._goes_on(plan)),
            )
            if plan.may_text is not None:
                await unit.record_event(conversation.id, "may_text" if plan.may_text else "may_not_text", "person", now)
            reader = Reader(heard.language, heard.guess, heard.assessment.level >= Level.URGENT, self._about(heard), heard.duty.back_at)
            drafts, told = TurnWords(self.wording).drafts(changed, plan, reader, now)
            since = heard.unchanged_since or heard.messages[0].at
            memory = replace(changed.memory, told_of_drafts=told, body=heard.body, body_since=since.isoformat() if heard.body else "")
            changed = replace(changed, memory=memory)
            for draft in drafts:
                await unit.add_outbound(conversation.id, draft, now)
            written_in = heard.guess.code if is_clear(heard.guess) else heard.language
            await unit.mark_answered([message.id for message in heard.messages], now, written_in)
            await unit.save(changed)
            if plan.message_ids or plan.menu:
                await unit.enqueue_delivery(conversation.id, changed.level)
            if len(heard.messages) == MOST_AT_ONCE:
                # A storm is heard in pieces, so that no turn takes long.
                await unit.enqueue_turn(conversation.id, changed.level)
            await unit.announce(conversation.id)
            await unit.commit()
        return True

    async def _with_alerts(self, unit: UnitOfWork, conversation: Conversation, heard: Heard, plan: TurnPlan, now: datetime) -> Conversation:
        assistant_answers = conversation.ownership.owner is Owner.ASSISTANT
        changed = raised(conversation, heard.assessment.level, now)
        danger = await must_call(unit, conversation, heard.assessment)
        if danger:
            changed = await raise_alert(unit, changed, heard.assessment.level, reason_of(heard.assessment), now)
        reasons = []
        falls_silent = plan.call_human == TOO_MANY and plan.then is Then.SAY
        if plan.call_human is not None and not danger and (assistant_answers or falls_silent or plan.call_human in NAMED_REASONS):
            reasons.append(plan.call_human)
        if plan.interpreter is not None and (assistant_answers or not {NEEDS_VOICE, NO_WORDS_YET} & set(heard.recent)):
            # A call of its own: an alert for danger names the danger, and what else is needed must not be lost behind it.
            reasons.append(f"needs an interpreter: {plan.interpreter}")
        if STILL_COMING in plan.message_ids and not danger and not reasons:
            # These words say that a person was called again, so one is.
            reasons.append("still waiting, and writes again")
        for reason in reasons:
            # Whoever needs a human is at least `elevated` (rubric: "asks for a human being").
            changed = raised(changed, level_of_reason(reason), now)
            changed = await raise_alert(unit, changed, changed.level, reason, now)
        return changed

    def _about(self, heard: Heard) -> str:
        """The English name of the language that a message may speak of."""
        return self._english_name(heard.guess.by_voice or heard.language)

    def _offered(self, heard: Heard, plan: TurnPlan) -> tuple[str, ...]:
        """The languages whose digits count from now on; none once we have said something else."""
        if not plan.menu:
            return heard.conversation.languages_offered if plan.then is Then.SILENCE else ()
        before, languages = heard.conversation.languages_offered, self.wording.languages()
        if heard.guess.wants_menu and before:
            return next_page(languages, before, heard.language)
        return first_page(languages, heard.guess.alternatives, heard.language)

    def _goes_on(self, plan: TurnPlan) -> str | None:
        """The message that goes on after the last one of the plan."""
        last = plan.message_ids[-1:]
        return self.wording.more(last[0]) if last and last[0] != PLACES else None


def _with_answer(assessment: Assessment, question: Question, choice: Choice) -> Assessment:
    """The reading of a digit together with what it says as an answer to the gentle check."""
    sign = sign_in(question, answer_of(choice.label))
    return assessment if sign is None else assessment.merged(Assessment(sign.level, (sign,)))


def _misunderstood(conversation: Conversation, plan: TurnPlan) -> int:
    """How many turns in a row were not understood."""
    if plan.then is not Then.SAY:
        return conversation.misunderstood
    return conversation.misunderstood + 1 if "unclear.ask" in plan.message_ids else 0
