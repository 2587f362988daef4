"""What screens and the staff API show of a conversation. Read only; opened content, so `repr` masks it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.levels import Level, Signal
from bot.domain.memory import Memory
from bot.domain.ownership import Owner
from bot.domain.questions import Question


@dataclass(frozen=True, slots=True)
class AlertView:
    """One call for a human."""

    level: Level
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message. `state` is the delivery's for outgoing messages; for incoming ones `waiting` until a turn has heard it, then `heard`.

    `message_id` is the catalogue's id for the assistant's words; `flags` say what is odd about an incoming message.
    """

    id: UUID
    direction: str
    author: str
    advocate: str | None
    text: str = field(repr=False)
    language: str | None
    message_id: str | None
    flags: tuple[str, ...]
    at: datetime
    state: str
    error_code: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that was done to the conversation: opened, human_called, take_over, hand_back, close, opted_out, not_delivered ..."""

    kind: str
    actor: str
    at: datetime
    detail: dict[str, str]


@dataclass(frozen=True, slots=True)
class ConversationView:
    """One conversation as an advocate sees it. `number` is short and neutral, for speaking about it ("conversation 17")."""

    id: UUID
    number: int
    channel: str
    level: Level
    signals: tuple[Signal, ...]
    owner: Owner
    advocate: str | None
    advocate_id: UUID | None
    language: str | None
    opted_out: bool
    alerts: tuple[AlertView, ...]
    messages: tuple[MessageView, ...] = field(repr=False)
    events: tuple[EventView, ...]
    opened_at: datetime
    waiting_since: datetime | None
    last_inbound_at: datetime | None
    open_question: Question | None
    memory: Memory = field(repr=False)
    # There are messages before the first of these, and after the last, that were not asked for.
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """A row of the desk's queue: enough to choose whom to answer first, no message text.

    `alike`: the row stands for so many calm conversations in each of which one and the same thing was said; it shows the first of them.
    """

    id: UUID
    number: int
    channel: str
    level: Level
    reasons: tuple[str, ...]
    owner: Owner
    advocate: str | None
    language: str | None
    opted_out: bool
    waiting_since: datetime | None
    last_inbound_at: datetime | None
    unheard: int
    alike: int = 1


@dataclass(frozen=True, slots=True)
class AdvocateView:
    """A person who works at the desk."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class StaleFact:
    """Something we tell people that nobody has held against its source for some time: a message or an entry of the directory."""

    id: str
    text: str
    checked_on: date
    source: tuple[str, ...]
