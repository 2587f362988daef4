"""When the worker is down, slow or stuck: nobody waits in silence. The web process runs this beside its other work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from bot.domain.levels import Level
from bot.domain.opt_out import OptOutKind, classify
from bot.domain.ownership import Owner
from bot.domain.records import Author, OutboundDraft
from bot.domain.switching import languages_to_answer, next_language
from bot.domain.turns import LATE
from bot.ports import Clock, LanguageIdentifier, UnitsOfWork, Wording
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.raise_alert import raise_alert, raised
from bot.usecases.take_turn import ASSISTANT_WORDS_LIVE

TURN_IS_LATE = timedelta(seconds=12)
DELIVERY_IS_LATE = timedelta(seconds=3)
# So few a round, because webhooks share the process: they must be acknowledged whatever else goes wrong.
AT_ONCE = 8
HOLDING = "holding.person_coming"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Holds what is late and sends what lies unsent. Takes the same locks as the worker, so nothing is answered or sent twice."""

    units: UnitsOfWork
    clock: Clock
    languages: LanguageIdentifier
    wording: Wording
    deliver: DeliverMessages

    async def __call__(self) -> int:
        """One round; returns how many conversations it stood in for."""
        now = self.clock.now()
        async with self.units() as unit:
            waiting = await unit.waiting_turns(now - TURN_IS_LATE, AT_ONCE)
        for conversation in waiting:
            await self._hold(conversation)
        async with self.units() as unit:
            unsent = await unit.overdue_deliveries(now - DELIVERY_IS_LATE, AT_ONCE)
        for conversation in unsent:
            await self.deliver(conversation)
        return len({*unsent, *waiting})

    async def _hold(self, conversation_id: UUID) -> None:
        """Answer the waiting messages of one conversation with the holding text, and call a human."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id, lock=True)
            messages = await unit.unanswered(conversation_id) if conversation else ()
            if conversation is None or not messages:
                return
            guess = self.languages.identify("\n".join(message.text for message in messages), conversation.language)
            language = next_language(conversation.language, guess, None)
            speaks = conversation.ownership.owner not in (Owner.HUMAN, Owner.CLOSED)
            answerable = not any("not_answerable" in message.flags for message in messages)
            word = classify(messages[-1].text)
            asked_to_stop = (word is not None and word.kind is OptOutKind.STOP) or await unit.opted_out(conversation.address)
            changed = conversation
            if speaks:
                changed = raised(conversation, Level.ELEVATED, now)
                changed = await raise_alert(unit, changed, changed.level, "the assistant did not answer in time", now)
            late = all(LATE in message.flags for message in messages)
            if speaks and answerable and not asked_to_stop and not late:
                for code in languages_to_answer(language, guess, self.wording.has_content):
                    words = self.wording.render(HOLDING, code, conversation.address.channel)
                    expires = now + ASSISTANT_WORDS_LIVE
                    draft = OutboundDraft(Author.ASSISTANT, words.text, words.language, HOLDING, expires_at=expires)
                    await unit.add_outbound(conversation_id, draft, now)
                await unit.enqueue_delivery(conversation_id, changed.level)
            await unit.mark_answered([message.id for message in messages], now, language)
            await unit.save(changed)
            await unit.announce(conversation_id)
            await unit.commit()
