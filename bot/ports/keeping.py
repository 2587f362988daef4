"""Sealing, and the place for messages while the database is away."""

from __future__ import annotations

import enum
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.levels import Level
from bot.domain.records import (
    Incoming,
)


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


class Fate(enum.Enum):
    """What became of a waiting message when it was replayed.

    `NOT_YET`: it waits on, and whatever else the same person wrote; `STOP`: everything waits on; `ASIDE`: it cannot be taken in.
    """

    TAKEN = enum.auto()
    NOT_YET = enum.auto()
    STOP = enum.auto()
    ASIDE = enum.auto()


# Takes a message in; true for one of somebody who goes before others.
TakeIn = Callable[[Incoming, bool], Awaitable[Fate]]


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

    async def append(self, incoming: Incoming, *, first: bool = False) -> None:
        """Keep `incoming`: it is on the disk when this returns. `first`: this person goes before others. Raises `SpillFails`."""
        ...

    async def replay(self, take_in: TakeIn) -> int:
        """Hand every waiting message to `take_in`, several people's at once; returns how many were taken.

        Each person's in the order they came; people with a message that goes first before all others.
        """
        ...

    def put_back(self) -> None:
        """Let what was put aside be tried again: what stood in its way may have been mended."""
        ...

    async def probe(self) -> None:
        """After a failure, find out whether writing works again."""
        ...
