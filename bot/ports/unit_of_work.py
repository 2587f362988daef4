"""One transaction, as use cases see it."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.addresses import Address
from bot.domain.addresses import Channel as ChannelName
from bot.domain.budget import Said
from bot.domain.deliveries import DeliveryState
from bot.domain.ladder import Climb, Rung
from bot.domain.levels import Level, Signal
from bot.domain.paging import Page, Pager
from bot.domain.records import (
    Alert,
    Conversation,
    Delivery,
    InboundMessage,
    OutboundDraft,
    OutboundMessage,
)
from bot.domain.rota import Rota
from bot.domain.troubles import Trouble, TroubleSeen


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When a person's texts came: the first one without an answer, and the last few, oldest first."""

    first_unanswered: datetime | None
    last: Sequence[datetime]


class UnitOfWork(Protocol):
    """One transaction. Everything saved and enqueued inside becomes true together at `commit`, or not at all.

    Content (texts, addresses, evidence) is sealed and opened by the implementation; callers see plain values.
    """

    # reading, with or without the conversation's row lock
    async def conversation(self, conversation: UUID, *, lock: bool = False) -> Conversation | None: ...
    async def open_conversation_of(self, address: Address, *, lock: bool = False) -> Conversation | None: ...
    async def unanswered(self, conversation: UUID, limit: int) -> Sequence[InboundMessage]:
        """The first `limit` messages that no turn has answered, in the order of arrival."""
        ...

    async def are_unanswered(self, messages: Sequence[UUID]) -> bool:
        """Whether nobody has answered any of these messages yet."""
        ...

    async def arrivals(self, conversation: UUID, limit: int) -> Arrivals:
        """When the person's texts came; no content."""
        ...

    async def said_to(self, address: Address, since: datetime, limit: int) -> Sequence[Said]:
        """The last `limit` texts of the assistant to this person since `since`, in all conversations, oldest first."""
        ...

    async def recent_inbound(
        self, conversation: UUID, since: datetime, limit: int, *, until: datetime | None = None
    ) -> Sequence[InboundMessage]:
        """The person's last `limit` messages since `since` (and `until` then), answered or not, oldest first."""
        ...

    async def recent_message_ids(self, conversation: UUID, since: datetime) -> Sequence[str]: ...
    async def opted_out(self, address: Address) -> bool: ...
    async def last_inbound_language(self, conversation: UUID) -> str | None:
        """What the last answered message of the person was taken for."""
        ...

    async def waiting_turns(self, before: datetime, limit: int) -> Sequence[UUID]:
        """Conversations with a message that has waited for its turn since before `before`, longest first."""
        ...

    async def overdue_deliveries(self, before: datetime, limit: int) -> Sequence[UUID]:
        """Conversations with a delivery that nobody has touched since `before`, longest first."""
        ...

    async def delivery(self, delivery: UUID) -> Delivery | None:
        """A delivery by its id, locked."""
        ...

    # inbound
    async def remember_receipt(self, channel: ChannelName, provider_id: str) -> bool:
        """True the first time this provider id is seen on this channel; the row outlives the content."""
        ...

    async def never_received(self, channel: ChannelName, provider_ids: Collection[str]) -> Collection[str]:
        """Those of `provider_ids` without a receipt."""
        ...

    async def start_conversation(self, address: Address, now: datetime, language: str | None = None) -> Conversation:
        """Open a conversation, in `language` or that of the person's last one; or find the one that somebody else has just opened."""
        ...

    async def add_inbound(self, conversation: UUID, text: str, now: datetime, *, flags: Sequence[str] = ()) -> UUID: ...
    async def mark_answered(self, messages: Sequence[UUID], now: datetime, language: str | None) -> None: ...
    async def mark_all_answered(self, conversation: UUID, now: datetime, language: str | None) -> None:
        """Mark every message that waits for its turn."""
        ...

    # the conversation
    async def save(self, conversation: Conversation) -> None:
        """Write the changed conversation; raises `StaleConversation` when somebody else changed it since it was loaded."""
        ...

    async def add_signals(self, conversation: UUID, message: UUID, signals: Sequence[Signal], now: datetime) -> None: ...
    async def add_level_correction(self, conversation: Conversation, advocate: UUID, corrected: Level, text: str, now: datetime) -> None:
        """Keep what triage had heard (`conversation.level`), what the advocate says it was, and the words it was about."""
        ...

    async def add_alert(self, conversation: UUID, level: Level, reason: str, now: datetime) -> Alert: ...
    async def record_event(
        self, conversation: UUID, kind: str, actor: str, now: datetime, detail: dict[str, str] | None = None
    ) -> None: ...
    async def set_opt_out(self, address: Address, opted_out: bool, now: datetime) -> None: ...

    # outbound
    async def add_outbound(self, conversation: UUID, draft: OutboundDraft, now: datetime) -> UUID: ...
    async def next_delivery(self, conversation: UUID, now: datetime) -> OutboundMessage | None:
        """The oldest delivery of this conversation that is not final, locked; None when all are done.

        One that waits for its second try (`Delivery.tried_again`) is passed over until its time has come.
        """
        ...

    async def save_delivery(self, delivery: Delivery) -> None: ...
    async def delivery_by_provider_id(self, provider_id: str) -> Delivery | None:
        """The delivery that has, or had on its first try, this provider id; locked."""
        ...

    async def conversation_of_delivery(self, provider_id: str) -> UUID | None: ...
    async def hold_provider_id(self, provider_id: str) -> None:
        """Wait for whoever records or parks news of this id now, and keep others out until this transaction ends."""
        ...

    async def awaiting_news(self, provider_ids: Collection[str]) -> Mapping[str, DeliveryState]:
        """Those of `provider_ids` that are ours and whose last news is not final, with that news."""
        ...

    async def provider_ids(self, conversation: UUID) -> Collection[str]:
        """The provider's ids of everything sent in this conversation."""
        ...

    async def may_follow_opt_out(self, delivery: UUID, message_id: str) -> bool:
        """Whether this delivery carries `message_id`, the one text that may follow an opt-out."""
        ...

    async def park_status(self, provider_id: str, state: DeliveryState, error_code: str | None, now: datetime) -> None: ...
    async def take_parked_status(self, provider_id: str) -> tuple[DeliveryState, str | None] | None: ...
    async def cancel_deliveries(self, conversation: UUID, now: datetime) -> int:
        """Nothing that is queued leaves, whoever wrote it; returns how many messages that were."""
        ...

    async def drop_parked_statuses(self, before: datetime) -> int:
        """Forget news that nobody has claimed since `before`; returns how many."""

    async def cancel_assistant_deliveries(self, conversation: UUID, now: datetime) -> int:
        """Cancel what the assistant has not yet handed over; returns how many."""
        ...

    # the ladder
    async def rota(self, now: datetime) -> Rota:
        """Who is on duty when, and who can be paged."""
        ...

    async def climb(self, conversation: UUID) -> Climb | None:
        """How far up the ladder the conversation is, locked; None when nobody is waited for."""
        ...

    async def save_climb(self, climb: Climb) -> None: ...
    async def end_climb(self, conversation: UUID) -> None: ...
    async def due_climbs(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Conversations on whose ladder something is due, the most urgent first."""
        ...

    async def left_by_their_advocate(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Conversations in danger with unheard words whose owner's desk has gone silent (trust.md F43), and nobody else is called."""
        ...

    async def add_page(self, conversation: UUID | None, advocate: UUID, rung: Rung | None, now: datetime) -> None:
        """Queue a page to `advocate` by their first way; without a conversation it is about the line itself."""
        ...

    async def claim_page(self, now: datetime) -> Page | None:
        """The oldest page to be sent, marked as being sent; one whose sender died is claimed again."""
        ...

    async def pagers_of(self, advocate: UUID) -> Sequence[Pager]: ...
    async def page(self, page: UUID) -> Page | None:
        """A page by its id, locked."""
        ...

    async def page_by_provider_id(self, provider_id: str) -> UUID | None: ...
    async def save_page(self, page: Page, provider_id: str | None = None, error_code: str | None = None) -> None: ...

    # the line itself
    async def note_trouble(self, kind: Trouble, now: datetime) -> None:
        """Something is wrong with the line: kept once, counted, and paged by the ladder."""
        ...

    async def end_trouble(self, *kinds: Trouble) -> None:
        """These are over, unless somebody is noting them at this very moment."""
        ...

    async def troubles(self, now: datetime, *, lock: bool = False) -> Sequence[TroubleSeen]:
        """What is wrong now, the oldest first."""
        ...

    async def trouble_told(self, kind: Trouble, now: datetime) -> None: ...

    # the comparison with the provider's own list
    async def alone_in_reconciling(self) -> bool:
        """True when no other process compares now; nobody else can begin until this transaction ends."""
        ...

    async def listed_until(self, channel: ChannelName) -> datetime | None:
        """Up to when the list has been compared; None before the first time."""
        ...

    async def save_listed_until(self, channel: ChannelName, until: datetime) -> None:
        """Never moves back."""
        ...

    # jobs and news: both take effect at commit
    async def enqueue_turn(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None: ...
    async def enqueue_delivery(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None: ...
    async def announce(self, conversation: UUID) -> None:
        """Tell every open desk and chat "conversation N changed" (no content)."""
        ...

    async def commit(self) -> None: ...


class UnitsOfWork(Protocol):
    """Opens units of work. Leaving the block without `commit` rolls everything back. Raises `DatabaseAway`."""

    def __call__(self) -> AbstractAsyncContextManager[UnitOfWork]: ...


class AwayBecause(enum.StrEnum):
    """Why the database did not do what it was asked: not there, too busy with others (locks, time-outs), or its disk is full."""

    GONE = "gone"
    BUSY = "busy"
    FULL = "full"


class DatabaseAway(Exception):
    """The database cannot do this now, and may soon; nothing is known about a commit that was under way."""

    def __init__(self, because: AwayBecause) -> None:
        super().__init__(because.value)
        self.because = because


class StaleConversation(Exception):
    """Somebody changed the conversation between load and save: load again and decide again."""
