"""When the worker is down, slow or stuck: nobody waits in silence. The web process runs this beside its other work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.bursts import Burst, due, writes_in_fragments
from bot.domain.deliveries import ASSISTANT_WORDS_LIVE
from bot.domain.language import LanguageGuess
from bot.domain.levels import Level
from bot.domain.opt_out import OptOutKind, asked
from bot.domain.ownership import Owner
from bot.domain.records import Author, Conversation, InboundMessage, OutboundDraft
from bot.domain.switching import languages_to_answer, next_language
from bot.domain.turns import LATE as FLAG_LATE
from bot.ports import Clock, LanguageIdentifier, UnitOfWork, UnitsOfWork, Wording
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.raise_alert import raise_alert, raised
from bot.usecases.take_turn import MOST_AT_ONCE, RECENT

TURN_IS_LATE = timedelta(seconds=12)
# For a burst the turn is due when it ends, and is given this long from then.
AFTER_DUE = timedelta(seconds=8)
DELIVERY_IS_LATE = timedelta(seconds=3)
# So few a round, because webhooks share the process: they must be acknowledged whatever else goes wrong.
AT_ONCE = 8
HOLDING = "holding.person_coming"
LATE = "the assistant did not answer in time"
NOT_READ = "could not be read by a program"
MOST_HOLDING = 6


@dataclass(frozen=True, slots=True)
class StandIn:
    """Holds what is late and sends what lies unsent. Takes the same locks as the worker, so nothing is answered or sent twice."""

    units: UnitsOfWork
    clock: Clock
    languages: LanguageIdentifier
    wording: Wording
    deliver: DeliverMessages
    # As the turns wait for it (`ReceiveMessage`): nobody is held while they are still writing.
    quiet_seconds: float = 0.0

    async def __call__(self) -> int:
        """One round; returns how many conversations it stood in for. One that fails is raised after all others were served."""
        now = self.clock.now()
        async with self.units() as unit:
            waiting = await unit.waiting_turns(now - TURN_IS_LATE, AT_ONCE)
        failures = await self._each(waiting, self._hold)
        async with self.units() as unit:
            unsent = await unit.overdue_deliveries(now - DELIVERY_IS_LATE, AT_ONCE)
        failures += await self._each(unsent, self.deliver)
        if failures:
            raise failures[0]
        return len({*unsent, *waiting})

    async def could_not_read(self, conversation: UUID) -> None:
        """Every try to take the turn has failed: hold the person and call a human (trust.md F41)."""
        await self._hold(conversation, NOT_READ)

    async def _each(self, conversations: Sequence[UUID], do: Callable[[UUID], Awaitable[None]]) -> list[Exception]:
        failures = []
        for conversation in conversations:
            try:
                await do(conversation)
            except Exception as failure:
                failures.append(failure)
        return failures

    async def _hold(self, conversation_id: UUID, reason: str = LATE) -> None:
        """Answer the waiting messages of one conversation with the holding text, and call a human for `reason`."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id, lock=True)
            messages = await unit.unanswered(conversation_id, MOST_AT_ONCE) if conversation else ()
            if conversation is None or not messages:
                return
            if reason == LATE and not await self._is_late(unit, conversation, messages, now):
                return
            held = (await unit.recent_message_ids(conversation_id, now - RECENT)).count(HOLDING) >= MOST_HOLDING
            guess = self._guess("\n".join(message.text for message in messages), conversation.language)
            language = next_language(conversation.language, guess, None)
            # Of a storm that goes on while the worker is away every piece would be held anew.
            speaks = conversation.ownership.owner not in (Owner.HUMAN, Owner.CLOSED) and not held
            answerable = not any("not_answerable" in message.flags for message in messages)
            word = asked(messages[-1].text, messages[-1].flags)
            asked_to_stop = (word is not None and word.kind is OptOutKind.STOP) or await unit.opted_out(conversation.address)
            changed = conversation
            if speaks:
                changed = raised(conversation, Level.ELEVATED, now)
                changed = await raise_alert(unit, changed, changed.level, reason, now)
            late = all(FLAG_LATE in message.flags for message in messages)
            if speaks and answerable and not asked_to_stop and not late:
                for code in languages_to_answer(language, guess, self.wording.has_content):
                    words = self.wording.render(HOLDING, code, conversation.address.channel)
                    expires = now + ASSISTANT_WORDS_LIVE
                    draft = OutboundDraft(Author.ASSISTANT, words.text, words.language, HOLDING, expires_at=expires)
                    await unit.add_outbound(conversation_id, draft, now)
                await unit.enqueue_delivery(conversation_id, changed.level)
            if reason == NOT_READ:
                # What nobody but a human can read must not break the reading of what comes after it as well.
                changed = replace(changed, read_together_from=now)
            await unit.mark_all_answered(conversation_id, now, language)
            # Remembered as a turn does: the advocate who is called sees it, and the next text is read in its light.
            await unit.save(replace(changed, language=language or conversation.language))
            await unit.announce(conversation_id)
            await unit.commit()

    def _guess(self, text: str, previous: str | None) -> LanguageGuess:
        try:
            return self.languages.identify(text, previous)
        except Exception:
            # It never should. But a text that breaks it is the very one that must still bring a human.
            return LanguageGuess(previous or "unknown", 0.0, "none")

    async def _is_late(self, unit: UnitOfWork, conversation: Conversation, messages: Sequence[InboundMessage], now: datetime) -> bool:
        """Whether the turn has been due for long enough; a whole answer is taken for part of a burst, which costs seconds at most."""
        came = await unit.arrivals(conversation.id, len(messages))
        burst = Burst(
            messages[0].at, came.last[-1], conversation.level, conversation.ownership.owner, False, writes_in_fragments(came.last)
        )
        # What came "later" than now came before the clock was set back.
        return now >= due(burst, self.quiet_seconds) + AFTER_DUE or came.last[-1] > now
