"""What the use cases need from the outside, as protocols. `bot/app.py` chooses who fulfils them; tests may fulfil them with fakes.

Persistence is not here: use cases open a `UnitOfWork` (see `UnitsOfWork` below), implemented once by `bot.storage` on PostgreSQL.
"""

from __future__ import annotations

import enum
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.domain.addresses import Address
from bot.domain.addresses import Channel as ChannelName
from bot.domain.deliveries import DeliveryState, SendOutcome
from bot.domain.dialogue import DialogueContext, DialogueReply, Intent
from bot.domain.language import Language, LanguageGuess
from bot.domain.levels import Assessment, Level, Signal
from bot.domain.questions import Choice
from bot.domain.records import (
    Alert,
    Conversation,
    Delivery,
    InboundMessage,
    Incoming,
    OutboundDraft,
    OutboundMessage,
)
from bot.domain.troubles import Trouble, TroubleSeen
from bot.domain.views import AdvocateView, ConversationView, QueueEntry


class Clock(Protocol):
    """The service's time. Practice mode can move it (`POST /api/v1/practice/advance`)."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


class Triage(Protocol):
    """Hears danger. Neither method raises for any text, however malformed; neither keeps the text."""

    def quick(self, text: str) -> Assessment:
        """Phrase rules and light vectors: p95 <= 6 ms for 160 characters. Runs inside the webhook."""
        ...

    def full(self, text: str) -> Assessment:
        """The whole model: p95 <= 45 ms on one thread. Runs in the worker. Never lower than `quick` on the same text."""
        ...


class LanguageIdentifier(Protocol):
    """Names the language to answer in. Never raises for any text."""

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        """The language of `text`; `previous` is the conversation's language so far. `unknown` when it would ask."""
        ...


class Dialogue(Protocol):
    """Decides what to say next. Both methods raise `DialogueUnavailable` within their deadline when there is no usable answer."""

    async def understand(self, text: str) -> Intent:
        """The intent of `text`. Only vectors leave this process, never the text."""
        ...

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        """What to say when the person of `conversation` wants `intent`."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A message rendered for a person: the words, their language, whether a human has reviewed them, and the SMS parts they cost."""

    message_id: str
    text: str
    language: str
    reviewed: bool
    parts: int


class Wording(Protocol):
    """Reviewed (or draft) words for message ids."""

    def render(
        self, message_id: str, language: str, channel: ChannelName, about: str = "", back: str = "", choices: Sequence[Choice] = ()
    ) -> Words:
        """The words of `message_id` in `language`; in English when that catalogue lacks it. KeyError for an unknown id.

        `about` is the English name of the language that the message speaks of, `back` when people are at the desk again; `choices`
        stand under the words of an SMS.
        """
        ...

    def label(self, choice: Choice, language: str) -> str:
        """The label of a choice in `language`."""
        ...

    def labels(self, label: str) -> Collection[str]:
        """The words of a label (a message id) in every language."""
        ...

    def more(self, message_id: str) -> str | None:
        """The message that goes on after `message_id`, if any. KeyError for an unknown id."""
        ...

    def moment(self, when: datetime, language: str) -> str:
        """A day of the week and a time, as written in `language`."""
        ...

    def has_content(self, language: str) -> bool:
        """Whether there is a whole catalogue for `language` (romanised codes answer for their language)."""
        ...

    def languages(self) -> Sequence[Language]:
        """Every language of `config/languages.yml`."""
        ...


class Referrals(Protocol):
    """The directory of places that help."""

    def lines(self, need: str, place: str | None, language: str | None) -> Sequence[str]:
        """Names and numbers for `need` (an intent such as `need_bed`), nearest and best understood first; empty when there is none.

        `place` is a state's two letters; without one only what serves the whole country is found.
        """
        ...


class Sender(Protocol):
    """Hands one message to the outside. Never raises for a provider's fault: that is an outcome."""

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        """Send `text`; the provider shall drop it when it cannot hand it on within `valid_seconds` (None: as long as it takes)."""
        ...

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        """Look up a message, not older than `within` and not one of the `known` provider ids, whose sending ended `unknown`.

        ACCEPTED when found, RETRY when it is not there, UNKNOWN when in doubt.
        """
        ...


@dataclass(frozen=True, slots=True)
class Listed:
    """One message in the provider's own list: a person's (`incoming`), or one of ours with its `state` and error code.

    `sent_at` is the provider's time of sending or receiving, to the second.
    """

    provider_id: str
    sent_at: datetime
    incoming: Incoming | None = None
    state: DeliveryState | None = None
    error_code: str | None = None


class LedgerUnavailable(Exception):
    """The provider's list cannot be read now; the text is a code and holds no content."""


class ProviderLedger(Protocol):
    """The provider's own list of messages: what we should have heard of, whatever became of its webhooks."""

    async def listed(self, since: datetime, until: datetime) -> Sequence[Listed]:
        """Every message sent or received between these times, oldest first; raises `LedgerUnavailable` rather than a part."""
        ...


class WebhookRejected(Exception):
    """A webhook that is not taken in; `status` is the HTTP answer."""

    status = 400


class SmsWebhooks(Protocol):
    """Checks and reads what the SMS provider posts. Both methods raise `WebhookRejected`."""

    def inbound(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> Incoming:
        """The message in an inbound webhook that came to `path` of our public URL."""
        ...

    def status(self, path: str, signature: Sequence[str], content_type: str, body: bytes) -> tuple[str, DeliveryState | None, str | None]:
        """The provider id, its new state (None for an unknown word) and the error code of a status callback."""
        ...


class Translator(Protocol):
    """A gist for advocates, always marked "machine"; off unless the operator named a self-hosted engine."""

    async def gist(self, text: str, source: str, target: str) -> str | None:
        """A translation, or None when there is none to show."""
        ...


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A conversation's data key as it is stored: wrapped by the wrapping key named `key_id`."""

    key_id: str
    wrapped: bytes = field(repr=False)


class Sealing(Protocol):
    """Seals content before it reaches the database, and makes keyed indexes. Raises `CannotOpen` when a value was moved or changed."""

    def new_key(self, now: datetime) -> SealedKey:
        """A fresh data key for one conversation."""
        ...

    def seal(self, key: SealedKey, plain: str, context: str) -> bytes:
        """`plain` sealed and padded; `context` (table, column, row) binds it to its place."""
        ...

    def open(self, key: SealedKey, sealed: bytes, context: str) -> str: ...

    def index(self, kind: str, value: str) -> bytes:
        """A keyed index of `value`: equal values of one kind give equal bytes, and nobody without the key can tell more."""
        ...


class CannotOpen(Exception):
    """A sealed value does not open: it was moved, changed, or its key is gone."""


class UnitOfWork(Protocol):
    """One transaction. Everything saved and enqueued inside becomes true together at `commit`, or not at all.

    Content (texts, addresses, evidence) is sealed and opened by the implementation; callers see plain values.
    """

    # reading, with or without the conversation's row lock
    async def conversation(self, conversation: UUID, *, lock: bool = False) -> Conversation | None: ...
    async def open_conversation_of(self, address: Address, *, lock: bool = False) -> Conversation | None: ...
    async def unanswered(self, conversation: UUID) -> Sequence[InboundMessage]: ...
    async def recent_inbound(self, conversation: UUID, since: datetime, limit: int) -> Sequence[InboundMessage]:
        """The person's last `limit` messages since `since`, answered or not, oldest first."""
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
    async def drop_parked_statuses(self, before: datetime) -> int:
        """Forget news that nobody has claimed since `before`; returns how many."""
        ...

    async def cancel_assistant_deliveries(self, conversation: UUID, now: datetime) -> int:
        """Cancel what the assistant has not yet handed over; returns how many."""
        ...

    # the line itself
    async def note_trouble(self, kind: Trouble, now: datetime) -> None:
        """Something is wrong with the line: kept once, counted, and paged by the ladder."""
        ...

    async def end_trouble(self, *kinds: Trouble) -> None:
        """These are over, unless somebody is noting them at this very moment."""
        ...

    async def troubles(self, now: datetime) -> Sequence[TroubleSeen]:
        """What is wrong now, the oldest first, locked."""
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
    """Opens units of work. Leaving the block without `commit` rolls everything back."""

    def __call__(self) -> AbstractAsyncContextManager[UnitOfWork]: ...


class DeskQueries(Protocol):
    """What the desk, the staff API, the chat and the practice phone show. Reading content is recorded in the same transaction."""

    async def queue(self, limit: int = 200) -> Sequence[QueueEntry]:
        """Open conversations: level first, then who waits longest."""
        ...

    async def conversation(self, conversation: UUID, *, read_by: UUID | None = None) -> ConversationView | None:
        """One conversation with its messages; `read_by` is the advocate whose reading is recorded."""
        ...

    async def find(self, channel: ChannelName | None, address: str | None, limit: int = 100) -> Sequence[UUID]:
        """Conversations, the newest first; of one channel and address when given."""
        ...


class Staff(Protocol):
    """Advocates, their desk sessions and API tokens. Tokens and passwords come in clear and are stored as hashes."""

    async def add_advocate(self, name: str, password: str | None) -> AdvocateView:
        """Make an advocate; ValueError when the name is taken or the password unfit."""
        ...

    async def set_password(self, name: str, password: str) -> None: ...
    async def sign_in(self, name: str, password: str) -> str | None:
        """A new desk session's token, or None. Takes the same time for a wrong name and a wrong password."""
        ...

    async def advocate_of_session(self, token: str) -> AdvocateView | None:
        """Who is signed in; None when the session is unknown, idle too long, or too old."""
        ...

    async def sign_out(self, token: str) -> None: ...
    async def new_api_token(self, name: str) -> str:
        """A bearer token for the staff API that acts as the advocate `name`, made if missing."""
        ...

    async def advocate_of_api_token(self, token: str) -> AdvocateView | None: ...
    async def any_advocate(self) -> bool: ...


class ChangeKind(enum.StrEnum):
    """`resync`: news may have been missed, so fetch everything again."""

    CONVERSATION = "conversation"
    HEARTBEAT = "heartbeat"
    RESYNC = "resync"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of news; `conversation` is set for its own kind only."""

    kind: ChangeKind
    conversation: UUID | None = None


class ChangeFeed(Protocol):
    """News that a conversation changed, for the desk's and the chat's live streams. Never any content."""

    def changes(self, only: UUID | None = None) -> AsyncIterator[Change]:
        """News as it happens, of the conversation `only` when given; a heartbeat every 15 s."""
        ...


class PracticeClock(Protocol):
    """A clock that practice mode moves."""

    async def advance(self, minutes: float) -> datetime:
        """Move the service's clock forward; returns the new time."""
        ...


class StaleConversation(Exception):
    """Somebody changed the conversation between load and save: load again and decide again."""
