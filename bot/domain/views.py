"""What screens and the staff API show of a conversation. Read only; opened content, so `repr` masks it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.ladder import Rung
from bot.domain.levels import Level, Signal
from bot.domain.memory import Memory
from bot.domain.ownership import Owner
from bot.domain.paging import PageWay
from bot.domain.questions import Question
from bot.domain.rota import Absence, Shift


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
    climb: ClimbView | None = None
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
    called: ClimbView | None = None
    alike: int = 1


@dataclass(frozen=True, slots=True)
class AdvocateView:
    """A person who works at the desk."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class PagerView:
    """One way to page an advocate; `hint` shows its owner which it is, and tells colleagues nothing."""

    id: UUID
    advocate: UUID
    way: PageWay
    place: int
    hint: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page that was sent or is being sent.

    `number` is the conversation's, None when it was about the line itself; `rung`: of the ladder, or "trouble", or "test"; `way` is None
    when that way has been removed, or there never was one.
    """

    at: datetime
    advocate: str
    way: PageWay | None
    number: int | None
    state: str
    error_code: str | None
    rung: str = ""


@dataclass(frozen=True, slots=True)
class RotaView:
    """Everything the page of the rota shows. Names by id; shifts by place; absences and days off that are not over."""

    advocates: Mapping[UUID, str]
    supervisors: Collection[UUID]
    shifts: Sequence[Shift]
    absences: Sequence[Absence]
    days_off: Mapping[date, str]
    pagers: Sequence[PagerView]
    pages: Sequence[PageView]


@dataclass(frozen=True, slots=True)
class ClimbView:
    """How far up the ladder a conversation is: since when somebody is called, the rungs taken, when the next is due, who was paged.

    `told_at`: when the person was told that nobody came; `not_told`: why they were not, in short words.
    """

    level: Level
    started_at: datetime
    next_at: datetime
    done: Collection[Rung]
    pages: Sequence[PageView]
    told_at: datetime | None = None
    not_told: str | None = None


@dataclass(frozen=True, slots=True)
class StaleFact:
    """Something we tell people that nobody has held against its source for some time: a message or an entry of the directory."""

    id: str
    text: str
    checked_on: date
    source: tuple[str, ...]
