"""What the desk, the staff API and the live pages read and edit."""

from __future__ import annotations

import enum
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from bot.domain.addresses import Channel as ChannelName
from bot.domain.paging import PageWay
from bot.domain.rota import Shift
from bot.domain.views import AdvocateView, ConversationView, QueueEntry, RotaView


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
