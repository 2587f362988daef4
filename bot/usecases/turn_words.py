"""The words of an answer: which messages, in which languages, with which digits under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.addresses import Channel
from bot.domain.deliveries import ASSISTANT_WORDS_LIVE
from bot.domain.language import LanguageGuess
from bot.domain.language_menu import MENU, menu_text
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.questions import ASKED_IN_WORDS, Choice, choices
from bot.domain.records import Author, Conversation, OutboundDraft
from bot.domain.sms_segments import parts
from bot.domain.switching import languages_to_answer
from bot.domain.turns import NEEDS_VOICE, QUIET, TurnPlan
from bot.ports import Wording

PLACES, DRAFT = "needs.list", "language.draft"
BEFORE_PLACES = "lead.further"
MOST_PARTS = 3
# After these nothing is added: the phone may be in other hands, nobody has said yet that it is safe to write, or something is not right.
_NOTHING_AFTER = frozenset({
    QUIET, "talk.wrong_number", "hello.safe_to_write", "stranger.nothing", "optout.confirmed", "holding.person_coming", NEEDS_VOICE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their language if known, whether they are in danger, the language a message speaks of, when people are back."""

    language: str | None
    guess: LanguageGuess
    danger: bool
    about: str
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class TurnWords:
    """Makes the drafts of a plan."""

    wording: Wording

    def drafts(self, conversation: Conversation, plan: TurnPlan, to: Reader, now: datetime) -> tuple[list[OutboundDraft], bool]:
        """What is sent, in every language to answer in; and whether the person now knows that a machine translated it."""
        channel = conversation.address.channel
        expires = now + ASSISTANT_WORDS_LIVE if channel is Channel.SMS else None
        languages = languages_to_answer(to.language, to.guess, self.wording.has_content, danger=to.danger)
        said = [(language, message_id) for language in languages for message_id in plan.message_ids]
        if to.danger:
            # The safety words in every likely language before anything else in any.
            said.sort(key=lambda each: plan.message_ids.index(each[1]))
        under = self._choices(conversation, plan)
        drafts: list[OutboundDraft] = []
        unreviewed = False
        for language, message_id in said:
            answers = under if message_id == plan.message_ids[-1] else ()
            if message_id == PLACES:
                text, language_said = self._listed(plan.places, language, channel, answers), None
            else:
                back = self.wording.moment(to.back_at or now, language)
                words = self.wording.render(message_id, language, channel, to.about, back, answers)
                text, language_said = words.text, words.language
                unreviewed = unreviewed or (words.language != "en" and not words.reviewed)
            draft = OutboundDraft(Author.ASSISTANT, text, language_said, message_id, expires_at=expires)
            if draft not in drafts:
                drafts.append(draft)
        told = conversation.memory.told_of_drafts
        calm = not to.danger and conversation.level < Level.EMERGENCY
        if unreviewed and not told and calm and not _NOTHING_AFTER & set(plan.message_ids):
            words = self.wording.render(DRAFT, languages[0], channel)
            drafts.append(OutboundDraft(Author.ASSISTANT, words.text, words.language, DRAFT, expires_at=expires))
            told = True
        if plan.menu:
            names = menu_text(self.wording.languages(), conversation.languages_offered, to.language)
            drafts.append(OutboundDraft(Author.ASSISTANT, names, None, MENU, expires_at=expires))
        return drafts, told

    def _choices(self, conversation: Conversation, plan: TurnPlan) -> Sequence[Choice]:
        """What stands under the last words."""
        if plan.question is None or plan.question in ASKED_IN_WORDS:
            return ()
        called = conversation.ownership.owner is not Owner.ASSISTANT
        memory = conversation.memory
        return choices(plan.question, more=memory.more is not None, human_called=called, check_open=memory.check_open)

    def _listed(self, places: Sequence[str], language: str, channel: Channel, under: Sequence[Choice]) -> str:
        """The places found, a line each. By SMS behind harmless words, because names of places tell, and above the choices."""
        if channel is not Channel.SMS:
            return "\n".join(places)
        lead = self.wording.render(BEFORE_PLACES, language, Channel.SMS).text
        digits = [f"{each.digit} = {self.wording.label(each, language)}" for each in under]
        texts = ["\n".join([lead, *places[:count], *digits]) for count in range(len(places), 0, -1)]
        return next((text for text in texts if parts(text) <= MOST_PARTS), texts[-1])
