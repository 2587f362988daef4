"""What the use cases need from the outside, as protocols. `bot/app.py` chooses who fulfils them; tests may fulfil them with fakes.

Persistence is not here: use cases open a `UnitOfWork` (see `UnitsOfWork` below), implemented once by `bot.storage` on PostgreSQL.
"""

from __future__ import annotations

import enum
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.domain.addresses import Address
from bot.domain.addresses import Channel as ChannelName
from bot.domain.budget import Said
from bot.domain.deliveries import DeliveryState, SendOutcome
from bot.domain.dialogue import DialogueContext, DialogueReply, Intent
from bot.domain.ladder import Climb, Rung
from bot.domain.language import Language, LanguageGuess
from bot.domain.levels import Assessment, Level, Signal
from bot.domain.paging import Page, Pager, PageWay
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
from bot.domain.rota import Rota, Shift
from bot.domain.troubles import Trouble, TroubleSeen
from bot.domain.views import AdvocateView, ConversationView, QueueEntry, RotaView


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


class PageSender(Protocol):
    """Carries a page to an advocate's own phone, mailbox or paging service. Never raises: a fault is an outcome."""

    async def page(self, way: PageWay, address: str, text: str) -> SendOutcome:
        """Hand `text` on. ACCEPTED names the provider's id where there is one."""
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
class Arrivals:
    """When a person's texts came: the first one without an answer, and the last few, oldest first."""

    first_unanswered: datetime | None
    last: Sequence[datetime]


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


class UnitsOfWork(Protocol):
    """Opens units of work. Leaving the block without `commit` rolls everything back. Raises `DatabaseAway`."""

    def __call__(self) -> AbstractAsyncContextManager[UnitOfWork]: ...


class Fate(enum.Enum):
    """What became of a waiting message when it was replayed.

    `NOT_YET`: it waits on, and whatever else the same person wrote; `STOP`: everything waits on; `ASIDE`: it cannot be taken in.
    """

    TAKEN = enum.auto()
    NOT_YET = enum.auto()
    STOP = enum.auto()
    ASIDE = enum.auto()


TakeIn = Callable[[Incoming], Awaitable[Fate]]
# Danger was heard in a message that could not be kept in the database: there is no alert, and somebody must be told in another way.
OnDangerUnkept = Callable[[Level], None]


class SpillFails(Exception):
    """The message could not be written down: there is no room, or the disk fails."""


class Spill(Protocol):
    """Keeps messages, sealed, while the database cannot. Nothing leaves it before `take_in` has it in the database."""

    fails: bool
    """Whether the last attempt to write failed."""

    def holds(self, address: Address) -> bool:
        """Whether a message of `address` waits here: a later one must not overtake it."""
        ...

    def waiting(self) -> int:
        """How many messages wait here."""
        ...

    def aside(self) -> int:
        """How many messages, or damaged files, were put aside because nobody could take them in."""
        ...

    async def append(self, incoming: Incoming) -> None:
        """Keep `incoming`: it is on the disk when this returns. Raises `SpillFails`."""
        ...

    async def replay(self, take_in: TakeIn) -> int:
        """Hand every waiting message to `take_in`, in the order they came; returns how many were taken."""
        ...

    def put_back(self) -> None:
        """Let what was put aside be tried again: what stood in its way may have been mended."""
        ...

    async def probe(self) -> None:
        """After a failure, find out whether writing works again."""
        ...


class DeskQueries(Protocol):
    """What the desk, the staff API, the chat and the practice phone show. Reading content is recorded in the same transaction."""

    async def queue(self, limit: int = 200, *, skip: int = 0, like: UUID | None = None) -> Sequence[QueueEntry]:
        """Open conversations: level first, then who waits longest; `skip` leaves out the first ones.

        Many calm conversations that say one and the same thing are one entry (`QueueEntry.alike`); with `like`, one of them, all of
        them are listed, each for itself.
        """
        ...

    async def conversation(
        self, conversation: UUID, *, read_by: UUID | None = None, last: int | None = None, before: UUID | None = None
    ) -> ConversationView | None:
        """One conversation with its messages, only the `last` ones when given, and only those `before` that message when given.

        `read_by` is the advocate whose reading is recorded.
        """
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

    async def advocate_of_session(self, token: str, *, open_page: bool = False) -> AdvocateView | None:
        """Who is signed in; None when the session is unknown, idle too long, or too old. `open_page`: a page of the desk is open now."""
        ...

    async def sign_out(self, token: str) -> None: ...
    async def new_api_token(self, name: str) -> str:
        """A bearer token for the staff API that acts as the advocate `name`, made if missing."""
        ...

    async def advocate_of_api_token(self, token: str) -> AdvocateView | None: ...
    async def any_advocate(self) -> bool: ...


class RotaBook(Protocol):
    """The rota as the desk edits it. Every change counts at once."""

    async def view(self) -> RotaView:
        """All of it, with the pages of the last days."""
        ...

    async def add_shift(self, shift: Shift) -> None: ...
    async def remove_shift(self, shift: UUID) -> None: ...
    async def add_absence(self, advocate: UUID, begins: datetime, ends: datetime, covered_by: UUID | None) -> None:
        """ValueError when it ends before it begins, or the advocate covers for themselves."""
        ...

    async def remove_absence(self, absence: UUID) -> None: ...
    async def add_day_off(self, day: date, name: str) -> None: ...
    async def remove_day_off(self, day: date) -> None: ...
    async def add_pager(self, advocate: UUID, way: PageWay, address: str) -> None:
        """Another way to page `advocate`, tried after those there are."""
        ...

    async def remove_pager(self, pager: UUID) -> None: ...
    async def test_page(self, advocate: UUID) -> None:
        """Queue a page that is about nothing, to see whether it arrives."""
        ...

    async def set_supervisor(self, advocate: UUID, supervisor: bool) -> None: ...


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
