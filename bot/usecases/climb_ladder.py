"""Nobody is left waiting: whoever waits for a human is called for again and again, further up the ladder, and is told the truth in time."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.addresses import Channel
from bot.domain.deliveries import ASSISTANT_WORDS_LIVE
from bot.domain.hours import Hours
from bot.domain.ladder import Ladder, Step, may_speak_first, started, step
from bot.domain.language import UNKNOWN, LanguageGuess
from bot.domain.ownership import Event, Owner, after
from bot.domain.questions import Question
from bot.domain.records import Author, Conversation, OutboundDraft
from bot.domain.rota import Rota, duty_at
from bot.domain.switching import languages_to_answer
from bot.domain.troubles import Trouble
from bot.domain.turns import MAY_WE, NOBODY_NOW, NOBODY_YET, QUIET
from bot.ports import Clock, UnitOfWork, UnitsOfWork, Wording

AT_ONCE = 20
TRIED_AGAIN_AFTER = timedelta(seconds=30)
# Whoever read one of these since the climb began knows that nobody is there.
_TOLD = frozenset({NOBODY_NOW, NOBODY_YET})


@dataclass(frozen=True, slots=True)
class ClimbLadder:
    """Every process may run this at any time: what is due is decided under the conversation's lock, so nobody is called twice for it."""

    units: UnitsOfWork
    clock: Clock
    wording: Wording
    hours: Hours
    ladder: Ladder

    async def __call__(self) -> int:
        """One round; returns how many conversations moved up."""
        async with self.units() as unit:
            left = await unit.left_by_their_advocate(self.clock.now(), AT_ONCE)
        failures = [each for each in [await _tried(self._release(conversation)) for conversation in left] if each]
        async with self.units() as unit:
            due = await unit.due_climbs(self.clock.now(), AT_ONCE)
        for conversation in due:
            failure = await _tried(self._climb(conversation))
            if failure is not None:
                failures.append(failure)
                await self._put_off(conversation)
        await self._page_for_the_line()
        if failures:
            raise failures[0]
        return len(due)

    async def _put_off(self, conversation: UUID) -> None:
        """A conversation that cannot be opened must not stand in the way of everybody else: it is tried again a little later."""
        async with self.units() as unit:
            climb = await unit.climb(conversation)
            if climb is not None:
                await unit.save_climb(replace(climb, next_at=self.clock.now() + TRIED_AGAIN_AFTER))
                await unit.commit()

    async def _release(self, conversation_id: UUID) -> None:
        """An advocate whose desk went silent gives up a conversation in danger: somebody else can take it (trust.md F43)."""
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id, lock=True)
            if conversation is None or conversation.ownership.owner is not Owner.HUMAN:
                return
            await unit.record_event(conversation_id, "advocate_left", str(conversation.ownership.advocate), now)
            await unit.save_climb(started(conversation_id, conversation.level, now))
            released = replace(conversation, ownership=after(conversation.ownership, Event.LEFT), waiting_since=now)
            await unit.save(released)
            await unit.announce(conversation_id)
            await unit.commit()

    async def _climb(self, conversation_id: UUID) -> None:
        now = self.clock.now()
        async with self.units() as unit:
            conversation = await unit.conversation(conversation_id, lock=True)
            climb = await unit.climb(conversation_id)
            if conversation is None or climb is None or climb.next_at > now:
                return
            if conversation.ownership.owner is not Owner.WAITING:
                await unit.end_climb(conversation_id)
                await unit.commit()
                return
            rota = await unit.rota(now)
            taken = step(climb, duty_at(rota, self.hours, now), self.ladder, now)
            await self._page(unit, conversation_id, taken, rota, now)
            if taken.tell:
                conversation = await self._tell(unit, conversation, climb.started_at, now)
                await unit.save(conversation)
            await unit.save_climb(taken.climb)
            await unit.announce(conversation_id)
            await unit.commit()

    async def _page(self, unit: UnitOfWork, conversation: UUID, taken: Step, rota: Rota, now: datetime) -> None:
        rung = max(taken.reached, key=list(taken.reached).index, default=None)
        for advocate in taken.page:
            if advocate in rota.pageable:
                await unit.add_page(conversation, advocate, rung, now)
        for each, count in taken.reached.items():
            await unit.record_event(conversation, "called", "assistant", now, {"rung": each.value, "count": str(count)})
        if taken.reached and not any(advocate in rota.pageable for advocate in taken.page) and not taken.tell:
            await unit.note_trouble(Trouble.NOBODY_ON_SHIFT, now)

    async def _tell(self, unit: UnitOfWork, conversation: Conversation, since: datetime, now: datetime) -> Conversation:
        """Say that nobody came, and where somebody answers now; or keep silent, when words could reach the wrong hands."""
        why_not = await self._why_silent(unit, conversation, since, now)
        if why_not is not None:
            await unit.record_event(conversation.id, "truth_not_told", "assistant", now, {"reason": why_not})
            return conversation
        channel = conversation.address.channel
        expires = now + ASSISTANT_WORDS_LIVE if channel is Channel.SMS else None
        asks = conversation.memory.may_text is None and channel is Channel.SMS
        languages = languages_to_answer(conversation.language, LanguageGuess(UNKNOWN, 0.0, "none"), self.wording.has_content, danger=True)
        for message_id in (NOBODY_YET, MAY_WE) if asks else (NOBODY_YET,):
            for language in languages:
                words = self.wording.render(message_id, language, channel)
                draft = OutboundDraft(Author.ASSISTANT, words.text, words.language, message_id, expires_at=expires)
                await unit.add_outbound(conversation.id, draft, now)
        await unit.enqueue_delivery(conversation.id, conversation.level)
        await unit.record_event(conversation.id, "truth_told", "assistant", now)
        return replace(conversation, open_question=Question.MAY_TEXT if asks else None, languages_offered=())

    async def _why_silent(self, unit: UnitOfWork, conversation: Conversation, since: datetime, now: datetime) -> str | None:
        if await unit.opted_out(conversation.address):
            return "asked us to stop"
        if not may_speak_first(conversation.last_inbound_at, conversation.memory.may_text is True, now):
            return "silent for too long"
        latest = await unit.recent_inbound(conversation.id, conversation.opened_at, 1)
        if any("not_answerable" in message.flags for message in latest):
            return "cannot be answered"
        said = await unit.recent_message_ids(conversation.id, conversation.opened_at)
        if said[-1:] == [QUIET]:
            return "said it is not safe to text"
        told = await unit.recent_message_ids(conversation.id, since - timedelta(seconds=1))
        return "was told before" if _TOLD & set(told) else None

    async def _page_for_the_line(self) -> None:
        """Call a supervisor, or whoever is on call, for each fault of the line that nobody was told of."""
        now = self.clock.now()
        async with self.units() as unit:
            unknown = [each for each in await unit.troubles(now, lock=True) if each.paged_at is None]
            if not unknown:
                return
            duty = duty_at(await unit.rota(now), self.hours, now)
            people = duty.supervisors or duty.on_call or duty.others
            if not people:
                # It stands on the desk; as soon as somebody can be paged, they are.
                return
            for each in unknown:
                await unit.trouble_told(each.kind, now)
            for advocate in people:
                await unit.add_page(None, advocate, None, now)
            await unit.commit()


async def _tried(work: Awaitable[None]) -> Exception | None:
    try:
        await work
    except Exception as failure:
        return failure
    return None
