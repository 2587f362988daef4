"""Hand a conversation's queued messages to the provider, in order, one after the other."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.addresses import Channel
from bot.domain.deliveries import (
    LOOKED_UP_FOR,
    MOST_TRIES,
    DeliveryState,
    SendOutcome,
    SendResult,
    look_up_delay,
    moves_forward,
    retry_delay,
)
from bot.domain.levels import Level
from bot.domain.ownership import Event, Owner, Refused, after
from bot.domain.pace import Pace
from bot.domain.provider_errors import (
    ENDED_BY_ACCEPTANCE,
    MAY_HAVE_ARRIVED,
    NOT_FOUND,
    REUSED,
    UNREACHABLE,
    Meaning,
    meaning_of,
    trouble_of,
)
from bot.domain.records import Author, Conversation, Delivery, OutboundMessage
from bot.ports import Clock, Sender, UnitOfWork, UnitsOfWork
from bot.usecases.delivery_failed import NOT_SENT, delivery_failed
from bot.usecases.raise_alert import raise_alert

# Words may leave only so soon after they were claimed: a process that was frozen in between must not send what another has taken up.
CLAIM_HOLDS = timedelta(seconds=5)
SEND_TAKES_AT_MOST = timedelta(seconds=11)
# A send that has not come back after this long belongs to a process that died: nobody knows whether the provider took it.
SENDING_LASTS = CLAIM_HOLDS + SEND_TAKES_AT_MOST
# How far the provider's clock and ours may be apart when a message is looked up.
CLOCKS_DIFFER = timedelta(seconds=30)
# No words of the assistant live as long as this; more time left only says that the clock was set back.
LONGEST_VALIDITY_SECONDS = 600
# Nothing is put off for longer; what seems to be was put off before the clock was set back.
LONGEST_WAIT = timedelta(minutes=10)
# What a claim that is too old comes to: nothing was sent, and it is claimed anew.
_NOT_SENT = SendOutcome(SendResult.RETRY, error_code="claim_too_old")
_CLAIM_AGAIN_SECONDS = 0.5
# The provider's list may be behind: only what it still lacks after this long was never taken.
LIST_IS_BEHIND_SECONDS = 14.0
# The delayed job of a delivery may come a little before its time when two machines' clocks differ.
EARLY = timedelta(seconds=0.5)
# An urgent message that is still not out after this attempt is a human's concern: within a minute even when each one times out.
TELL_AFTER_ATTEMPT = {DeliveryState.QUEUED: 2, DeliveryState.UNKNOWN: 3}
# The one text that may follow an opt-out (47 CFR 64.1200(a)(12): one confirmation).
AFTER_OPT_OUT = "optout.confirmed"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A message this process may send or look up. `since` is when it was claimed on a clock that nobody can set."""

    message: OutboundMessage
    since: float


@dataclass(frozen=True, slots=True)
class DeliverMessages:
    """Safe to run twice or beside another: a delivery is claimed in a transaction before its words leave.

    A claim is the delivery's state together with when and how often it was attempted. What comes back after the claim was lost changes
    nothing, except that an accepted message is accepted.
    """

    units: UnitsOfWork
    clock: Clock
    sender: Sender
    pace: Pace = field(default_factory=Pace)
    monotonic: Callable[[], float] = time.monotonic

    async def __call__(self, conversation: UUID) -> None:
        """Send what is queued for `conversation` until nothing is left, or something must be waited for."""
        async with self.units() as unit:
            claim = await self._claim_next(unit, conversation)
            await unit.commit()
        while claim is not None:
            outcome = await self._attempt(claim)
            async with self.units() as unit:
                may_go_on = await self._record(unit, claim.message, outcome)
                claim = await self._claim_next(unit, conversation) if may_go_on else None
                await unit.commit()

    async def _attempt(self, claim: _Claim) -> SendOutcome:
        """Send or look up what is claimed."""
        message = claim.message
        try:
            async with asyncio.timeout(SEND_TAKES_AT_MOST.total_seconds()):
                if message.delivery.state is DeliveryState.UNKNOWN:
                    return await self._look_up(message)
                valid = self._valid_seconds(message.delivery)
                if self._is_old(claim):
                    return _NOT_SENT
                return await self.sender.send(message.address, message.text, valid)
        except TimeoutError:
            return SendOutcome(SendResult.UNKNOWN, error_code="no_answer")

    def _is_old(self, claim: _Claim) -> bool:
        # Two clocks: one stands still while the machine sleeps, the other can be set back.
        by_wall = self.clock.now() - (claim.message.delivery.attempted_at or self.clock.now())
        return max(by_wall, timedelta(seconds=self.monotonic() - claim.since)) > CLAIM_HOLDS

    async def _look_up(self, message: OutboundMessage) -> SendOutcome:
        now = self.clock.now()
        async with self.units() as unit:
            known = await unit.provider_ids(message.delivery.conversation)
        # However the clock was set since the attempt, back or forth, the message lies within that distance.
        within = abs(now - (message.delivery.attempted_at or now)) + CLOCKS_DIFFER
        return await self.sender.find(message.address, message.text, within, known)

    def _valid_seconds(self, delivery: Delivery) -> int | None:
        if delivery.expires_at is None:
            return None
        return min(LONGEST_VALIDITY_SECONDS, max(1, int((delivery.expires_at - self.clock.now()).total_seconds())))

    async def _claim_next(self, unit: UnitOfWork, conversation_id: UUID) -> _Claim | None:
        """The next message to send, marked as being sent, or to look up; None when there is nothing to do now."""
        now, since = self.clock.now(), self.monotonic()
        conversation = await unit.conversation(conversation_id, lock=True)
        if conversation is None:
            return None
        while (message := await unit.next_delivery(conversation_id, now)) is not None:
            delivery = message.delivery
            if delivery.state is DeliveryState.SENDING:
                wait = await self._somebody_sends(unit, delivery, now)
                if wait is not None:
                    await unit.enqueue_delivery(conversation_id, conversation.level, wait)
                    return None
                delivery = replace(delivery, state=DeliveryState.UNKNOWN)
            settled = _nobody_waits_for(delivery, conversation, now)
            if not settled and EARLY < (delivery.not_before or now) - now <= LONGEST_WAIT:
                return None
            if delivery.state is DeliveryState.UNKNOWN:
                return await self._claimed(unit, message, delivery, since)
            instead = await self._not_to_be_sent(unit, conversation, message, now)
            if instead is None:
                return await self._claimed_in_turn(unit, conversation, message, now, since)
            await unit.save_delivery(replace(delivery, state=instead, attempted_at=now))
            await unit.announce(conversation_id)
        return None

    async def _claimed_in_turn(
        self, unit: UnitOfWork, conversation: Conversation, message: OutboundMessage, now: datetime, since: float
    ) -> _Claim | None:
        """The message marked as being sent; None when the provider needs a rest first."""
        delivery = message.delivery
        if message.address.channel is Channel.SMS:
            turn = self.pace.turn(now, urgent=_goes_first(conversation, delivery), given=delivery.not_before)
            if turn > now + EARLY:
                why = UNREACHABLE if self.pace.lost else delivery.error_code
                await unit.save_delivery(replace(delivery, not_before=turn, error_code=why))
                await unit.enqueue_delivery(conversation.id, conversation.level, (turn - now).total_seconds())
                return None
        claim = replace(delivery, state=DeliveryState.SENDING, attempts=delivery.attempts + 1, attempted_at=now, not_before=None)
        return await self._claimed(unit, message, claim, since)

    async def _claimed(self, unit: UnitOfWork, message: OutboundMessage, delivery: Delivery, since: float) -> _Claim:
        await unit.save_delivery(delivery)
        return _Claim(replace(message, delivery=delivery), since)

    async def _somebody_sends(self, unit: UnitOfWork, delivery: Delivery, now: datetime) -> float | None:
        """Seconds until whoever sends this message is known to be dead; None when that is known already."""
        age = now - (delivery.attempted_at or now)
        if age < timedelta():
            # The clock was set back: counted anew, or nobody would touch this message until the clock is there again.
            await unit.save_delivery(replace(delivery, attempted_at=now))
            age = timedelta()
        return None if age >= SENDING_LASTS else (SENDING_LASTS - age).total_seconds()

    async def _not_to_be_sent(
        self, unit: UnitOfWork, conversation: Conversation, message: OutboundMessage, now: datetime
    ) -> DeliveryState | None:
        """Why this message must not leave, asked in the transaction that claims it: who speaks now, opted out, too late."""
        delivery = message.delivery
        if delivery.author is Author.ASSISTANT:
            try:
                after(conversation.ownership, Event.ASSISTANT_SPEAKS)
            except Refused:
                return DeliveryState.CANCELLED
            if delivery.expires_at is not None and delivery.expires_at <= now:
                await self._tell_a_human(unit, conversation.id, "an answer could not be sent in time", now, Level.ROUTINE)
                return DeliveryState.EXPIRED
        if await unit.opted_out(message.address) and not await unit.may_follow_opt_out(delivery.id, AFTER_OPT_OUT):
            return DeliveryState.CANCELLED
        return None

    async def _record(self, unit: UnitOfWork, sent: OutboundMessage, outcome: SendOutcome) -> bool:
        """Write what became of the attempt; True when the next message may follow."""
        now = self.clock.now()
        conversation = await unit.conversation(sent.delivery.conversation, lock=True)
        delivery = await unit.delivery(sent.delivery.id)
        if conversation is None or delivery is None:
            return False
        if not _same_claim(delivery, sent.delivery) and not _is_news(delivery, outcome):
            await self._note_second_copy(unit, delivery, outcome, now)
            return True
        outcome = await self._credible(unit, delivery, outcome)
        self._learn(outcome, now)
        changed, wait = _after_attempt(delivery, outcome, conversation, now)
        if wait and meaning_of(outcome.error_code) is Meaning.BUSY:
            turn = self.pace.turn(now, urgent=_goes_first(conversation, delivery), earliest=changed.not_before)
            changed, wait = replace(changed, not_before=turn), (turn - now).total_seconds()
        if outcome.result is SendResult.ACCEPTED and outcome.provider_id is not None:
            changed = await self._join_parked(unit, changed, outcome.provider_id)
        if changed.state in (DeliveryState.FAILED, DeliveryState.UNDELIVERED):
            await delivery_failed(unit, conversation, changed, NOT_SENT, now)
            return True
        await unit.save_delivery(changed)
        if wait and changed.attempts == TELL_AFTER_ATTEMPT.get(changed.state):
            await self._tell_a_human(unit, conversation.id, "a message cannot be sent now, it is being tried again", now, Level.URGENT)
        if wait:
            await unit.enqueue_delivery(conversation.id, conversation.level, wait)
        await unit.announce(conversation.id)
        await self._note_the_line(unit, outcome, now)
        return wait is None

    async def _note_second_copy(self, unit: UnitOfWork, delivery: Delivery, outcome: SendOutcome, now: datetime) -> None:
        """Count a text that left twice: its sender was frozen within the call, and the look-up came before the provider had it."""
        if outcome.result is SendResult.ACCEPTED and outcome.provider_id != delivery.provider_id:
            await unit.record_event(delivery.conversation, "sent_twice", "provider", now)

    async def _credible(self, unit: UnitOfWork, delivery: Delivery, outcome: SendOutcome) -> SendOutcome:
        # An id that belongs to another message is no proof that this one was taken (trust.md F37).
        taken = outcome.provider_id
        if taken is None or taken == delivery.provider_id or await unit.conversation_of_delivery(taken) is None:
            return outcome
        if delivery.state is DeliveryState.UNKNOWN:
            return SendOutcome(SendResult.RETRY, error_code=NOT_FOUND)
        return SendOutcome(SendResult.UNKNOWN, error_code=REUSED)

    def _learn(self, outcome: SendOutcome, now: datetime) -> None:
        meaning = meaning_of(outcome.error_code)
        if outcome.provider_id is not None:
            self.pace.accepted(now)
        elif meaning is Meaning.BUSY:
            self.pace.busy(now)
        elif meaning is Meaning.UNREACHABLE:
            self.pace.unreachable(now)

    async def _note_the_line(self, unit: UnitOfWork, outcome: SendOutcome, now: datetime) -> None:
        if outcome.provider_id is not None:
            await unit.end_trouble(*ENDED_BY_ACCEPTANCE)
        elif (trouble := trouble_of(outcome.error_code)) is not None:
            await unit.note_trouble(trouble, now)

    async def _join_parked(self, unit: UnitOfWork, delivery: Delivery, provider_id: str) -> Delivery:
        # The provider's news may come before its own answer to the send (trust.md F6).
        await unit.hold_provider_id(provider_id)
        parked = await unit.take_parked_status(provider_id)
        if parked is not None and moves_forward(delivery.state, parked[0]):
            return replace(delivery, state=parked[0], error_code=parked[1])
        return delivery

    async def _tell_a_human(self, unit: UnitOfWork, conversation_id: UUID, reason: str, now: datetime, unless_below: Level) -> None:
        """Note that words did not reach the person; alert a human unless the conversation's level is lower than `unless_below`."""
        await unit.record_event(conversation_id, "not_delivered", "provider", now, {"reason": reason})
        conversation = await unit.conversation(conversation_id, lock=True)
        if conversation is not None and conversation.level >= unless_below and conversation.ownership.owner is not Owner.CLOSED:
            await unit.save(await raise_alert(unit, conversation, conversation.level, reason, now))


def _goes_first(conversation: Conversation, delivery: Delivery) -> bool:
    return conversation.level >= Level.URGENT or delivery.author is Author.ADVOCATE


def _nobody_waits_for(delivery: Delivery, conversation: Conversation, now: datetime) -> bool:
    """Whether these words are the assistant's and will not be sent any more: too late, or a human speaks now."""
    late = delivery.expires_at is not None and delivery.expires_at <= now
    return delivery.author is Author.ASSISTANT and (late or conversation.ownership.owner in (Owner.HUMAN, Owner.CLOSED))


def _same_claim(one: Delivery, other: Delivery) -> bool:
    return (one.state, one.attempts, one.attempted_at) == (other.state, other.attempts, other.attempted_at)


def _is_news(delivery: Delivery, outcome: SendOutcome) -> bool:
    """Whether an outcome counts although another process has taken the delivery over: the provider's yes or its opt-out is true."""
    return outcome.result in (SendResult.ACCEPTED, SendResult.OPTED_OUT) and delivery.provider_id is None


def _after_attempt(delivery: Delivery, outcome: SendOutcome, conversation: Conversation, now: datetime) -> tuple[Delivery, float | None]:
    """The delivery after an attempt, and how many seconds to wait before the next one (None: the next message may go)."""
    if outcome is _NOT_SENT:
        # That was no attempt: a machine so busy that claims grow old must not use a message's attempts up.
        return replace(delivery, state=DeliveryState.QUEUED, attempts=delivery.attempts - 1), _CLAIM_AGAIN_SECONDS
    looked_up = delivery.state is DeliveryState.UNKNOWN
    since_send = (now - (delivery.attempted_at or now)).total_seconds()
    match outcome.result:
        case SendResult.ACCEPTED:
            state = DeliveryState.ACCEPTED if moves_forward(delivery.state, DeliveryState.ACCEPTED) else delivery.state
            return replace(delivery, state=state, provider_id=outcome.provider_id, error_code=None, not_before=None), None
        case SendResult.RETRY if looked_up and since_send >= LIST_IS_BEHIND_SECONDS and delivery.attempts < MOST_TRIES:
            # It never arrived there. Whether it is sent again is decided like any other sending, by who speaks now and how late it is.
            return replace(delivery, state=DeliveryState.QUEUED, error_code=outcome.error_code, not_before=None), None
        case SendResult.RETRY if not looked_up and delivery.attempts < MOST_TRIES:
            wait = retry_delay(delivery.attempts, random.random())
            return _waiting(delivery, DeliveryState.QUEUED, outcome, now, wait), wait
        case SendResult.UNKNOWN | SendResult.RETRY if _worth_looking_up(delivery, outcome, conversation, now):
            wait = look_up_delay(since_send)
            asked = replace(delivery, attempts=delivery.attempts + 1)
            return _waiting(asked, DeliveryState.UNKNOWN, outcome, now, wait), wait
    nobody_knows = outcome.result is SendResult.UNKNOWN or (looked_up and since_send < LIST_IS_BEHIND_SECONDS)
    code = MAY_HAVE_ARRIVED if nobody_knows else outcome.error_code
    return replace(delivery, state=DeliveryState.FAILED, error_code=code, not_before=None), None


def _worth_looking_up(delivery: Delivery, outcome: SendOutcome, conversation: Conversation, now: datetime) -> bool:
    """Whether the provider is asked (again) what became of the message: once in any case, then while somebody waits for it."""
    if delivery.state is not DeliveryState.UNKNOWN:
        return outcome.result is SendResult.UNKNOWN
    since_send = (now - (delivery.attempted_at or now)).total_seconds()
    known = outcome.result is SendResult.RETRY and since_send >= LIST_IS_BEHIND_SECONDS
    return not (known or since_send >= LOOKED_UP_FOR or _nobody_waits_for(delivery, conversation, now))


def _waiting(delivery: Delivery, state: DeliveryState, outcome: SendOutcome, now: datetime, wait: float) -> Delivery:
    return replace(delivery, state=state, error_code=outcome.error_code, not_before=now + timedelta(seconds=wait))
