"""Answer what a person wrote, or leave it to the human who owns the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.addresses import Channel
from bot.domain.dialogue import DialogueContext, DialogueUnavailable
from bot.domain.language import LanguageGuess, without_script
from bot.domain.language_menu import MENU, answer, first_page, menu_text, next_page
from bot.domain.levels import Assessment, Level
from bot.domain.opt_out import classify
from bot.domain.ownership import Owner
from bot.domain.records import Author, Conversation, InboundMessage, OutboundDraft
from bot.domain.running_score import MOST_FRAGMENTS, joined, raised_by_fragments, together_since
from bot.domain.switching import is_clear, languages_to_answer, next_language, nothing_to_go_by
from bot.domain.turns import (
    NEEDS_VOICE,
    NO_WORDS_YET,
    STILL_COMING,
    Then,
    TurnFacts,
    TurnPlan,
    after_dialogue,
    intent_to_follow,
    plan_turn,
    without_dialogue,
)
from bot.ports import Clock, Dialogue, LanguageIdentifier, Triage, UnitOfWork, UnitsOfWork, Wording
from bot.usecases.raise_alert import calls_for_human, raise_alert, raised, reason_of

# The assistant's words may reach the wrong hands when they come late (trust.md T3).
ASSISTANT_WORDS_LIVE = timedelta(seconds=120)
RECENT = timedelta(minutes=10)


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

    @property
    def assessment(self) -> Assessment:
        """All readings merged: each new message alone, and the fragments together when only together they show danger."""
        merged = self.alone[0]
        for each in [*self.alone[1:], *([self.together] if self.together else [])]:
            merged = merged.merged(each)
        return merged

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

    async def __call__(self, conversation: UUID) -> None:
        """Take the turn for everything unanswered in `conversation`."""
        heard = await self._hear(conversation)
        if heard is None:
            return
        plan = plan_turn(self._facts(heard))
        if plan.then is Then.ASK_DIALOGUE:
            plan = await self._with_dialogue(heard, plan)
        await self._save(heard, plan)

    async def _hear(self, conversation_id: UUID) -> Heard | None:
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id)
            messages = await unit.unanswered(conversation_id) if conversation else ()
            if conversation is None or not messages:
                return None
            opted_out = await unit.opted_out(conversation.address)
            recent = await unit.recent_message_ids(conversation_id, self.clock.now() - RECENT)
            before = await unit.last_inbound_language(conversation_id)
            since = together_since(self.clock.now(), conversation.read_together_from)
            fragments = await unit.recent_inbound(conversation_id, since, MOST_FRAGMENTS)
        new = {message.id for message in messages}
        earlier = [each.text for each in fragments if each.id not in new]
        texts = [message.text for message in messages]
        text = "\n".join(texts)
        alone, together = await asyncio.to_thread(self._assess, conversation.level, earlier, texts)
        guess = self._guess(conversation, texts)
        language = next_language(conversation.language, guess, before)
        return Heard(conversation, messages, text, alone, together, guess, language, opted_out, recent)

    def _guess(self, conversation: Conversation, texts: Sequence[str]) -> LanguageGuess:
        """The language of the new messages. A choice counts also when it came in one go with other words, which are answered in it."""
        current, alone = conversation.language, len(set(texts)) == 1
        for text in reversed(texts):
            guess = answer(conversation.languages_offered, text, current) or self.languages.identify(text, current)
            # Only the menu on its own: other words that came with the wish for it must not go unanswered.
            if alone or guess.requested or guess.by_voice is not None:
                return guess
        return self.languages.identify("\n".join(texts), current)

    def _assess(self, level: Level, earlier: Sequence[str], new: Sequence[str]) -> tuple[list[Assessment], Assessment | None]:
        """Each new message alone, and what the last fragments show together when that is more."""
        alone = [self.triage.full(text) for text in new]
        together = joined(earlier, new)
        if together is None or level is Level.EMERGENCY:
            return alone, None
        heard = self.triage.full(together)
        return alone, heard if raised_by_fragments(level, alone, heard) else None

    def _facts(self, heard: Heard) -> TurnFacts:
        flags = {flag for message in heard.messages for flag in message.flags}
        word = classify(heard.messages[-1].text)
        owner = heard.conversation.ownership.owner
        return TurnFacts(
            text=heard.text,
            owner=owner,
            level=max(heard.conversation.level, heard.assessment.level, key=lambda each: each.rank),
            assessment=heard.assessment,
            word=word.kind if word else None,
            opted_out=heard.opted_out,
            carrier_replies="carrier_opt_out" in flags or (word is not None and word.by_carrier and "carrier" in flags),
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
        )

    def _english_name(self, code: str | None) -> str:
        names = {each.code: each.english_name for each in self.wording.languages()}
        return names.get(without_script(code), code) if code else ""

    async def _with_dialogue(self, heard: Heard, plan: TurnPlan) -> TurnPlan:
        called = heard.conversation.ownership.owner is not Owner.ASSISTANT or plan.call_human is not None
        context = DialogueContext(called, heard.conversation.misunderstood)
        try:
            intent = plan.intent or intent_to_follow(await self.dialogue.understand(heard.text))
            reply = await self.dialogue.next_messages(heard.conversation.id, intent, context)
        except DialogueUnavailable:
            return without_dialogue(plan)
        return after_dialogue(replace(plan, intent=intent), reply)

    async def _save(self, heard: Heard, plan: TurnPlan) -> None:
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(heard.conversation.id, lock=True)
            still_unanswered = {message.id for message in await unit.unanswered(heard.conversation.id)}
            if conversation is None or not all(message.id in still_unanswered for message in heard.messages):
                return
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
            )
            for draft in self._drafts(changed, heard, plan, now):
                await unit.add_outbound(conversation.id, draft, now)
            written_in = heard.guess.code if is_clear(heard.guess) else heard.language
            await unit.mark_answered([message.id for message in heard.messages], now, written_in)
            await unit.save(changed)
            if plan.message_ids or plan.menu:
                await unit.enqueue_delivery(conversation.id, changed.level)
            await unit.announce(conversation.id)
            await unit.commit()

    async def _with_alerts(self, unit: UnitOfWork, conversation: Conversation, heard: Heard, plan: TurnPlan, now: datetime) -> Conversation:
        assistant_answers = conversation.ownership.owner is Owner.ASSISTANT
        changed = raised(conversation, heard.assessment.level, now)
        danger = calls_for_human(conversation, heard.assessment)
        if danger:
            changed = await raise_alert(unit, changed, heard.assessment.level, reason_of(heard.assessment), now)
        reasons = []
        if plan.call_human is not None and assistant_answers and not danger:
            reasons.append(plan.call_human)
        if plan.interpreter is not None and (assistant_answers or not {NEEDS_VOICE, NO_WORDS_YET} & set(heard.recent)):
            # A call of its own: an alert for danger names the danger, and what else is needed must not be lost behind it.
            reasons.append(f"needs an interpreter: {plan.interpreter}")
        if STILL_COMING in plan.message_ids and not danger and not reasons:
            # These words say that a person was called again, so one is.
            reasons.append("still waiting, and writes again")
        for reason in reasons:
            # Whoever needs a human is at least `elevated` (rubric: "asks for a human being").
            changed = raised(changed, Level.ELEVATED, now)
            changed = await raise_alert(unit, changed, changed.level, reason, now)
        return changed

    def _offered(self, heard: Heard, plan: TurnPlan) -> tuple[str, ...]:
        """The languages whose digits count from now on; none once we have said something else."""
        if not plan.menu:
            return heard.conversation.languages_offered if plan.then is Then.SILENCE else ()
        before, languages = heard.conversation.languages_offered, self.wording.languages()
        if heard.guess.wants_menu and before:
            return next_page(languages, before, heard.language)
        return first_page(languages, heard.guess.alternatives, heard.language)

    def _drafts(self, conversation: Conversation, heard: Heard, plan: TurnPlan, now: datetime) -> list[OutboundDraft]:
        expires = now + ASSISTANT_WORDS_LIVE if conversation.address.channel is Channel.SMS else None
        danger = heard.assessment.level >= Level.URGENT
        about = self._english_name(heard.guess.by_voice or heard.language)
        languages = languages_to_answer(heard.language, heard.guess, self.wording.has_content, danger=danger)
        said = [(language, message_id) for language in languages for message_id in plan.message_ids]
        if danger:
            # The safety words in every likely language before anything else in any.
            said.sort(key=lambda each: plan.message_ids.index(each[1]))
        drafts: list[OutboundDraft] = []
        for language, message_id in said:
            words = self.wording.render(message_id, language, conversation.address.channel, about)
            draft = OutboundDraft(Author.ASSISTANT, words.text, words.language, message_id, expires_at=expires)
            if draft not in drafts:
                drafts.append(draft)
        if plan.menu:
            names = menu_text(self.wording.languages(), conversation.languages_offered, heard.language)
            drafts.append(OutboundDraft(Author.ASSISTANT, names, None, MENU, expires_at=expires))
        return drafts


def _misunderstood(conversation: Conversation, plan: TurnPlan) -> int:
    """How many turns in a row were not understood."""
    if plan.then is not Then.SAY:
        return conversation.misunderstood
    return conversation.misunderstood + 1 if "unclear.ask" in plan.message_ids else 0
