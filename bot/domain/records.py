"""The records that use cases load and save. Values are plain here; `bot.storage` seals what is personal."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.addresses import Address
from bot.domain.deliveries import DeliveryState
from bot.domain.levels import Level
from bot.domain.memory import Memory
from bot.domain.ownership import Ownership
from bot.domain.questions import Question


class Author(enum.StrEnum):
    """Who wrote a message."""

    PERSON = "person"
    ASSISTANT = "assistant"
    ADVOCATE = "advocate"


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation with one person. `version` guards `save`; `level` never falls by itself (rubric, rule 3).

    `read_together_from`: fragments written before are not read together with later ones, because a human has judged them.
    `languages_offered`: the codes of the menu of languages while it is the last thing we said, in the order of their digits.
    """

    id: UUID
    address: Address = field(repr=False)
    ownership: Ownership
    level: Level
    language: str | None
    open_question: Question | None
    opened_at: datetime
    level_raised_at: datetime
    waiting_since: datetime | None
    last_inbound_at: datetime | None
    misunderstood: int
    read_together_from: datetime | None
    languages_offered: tuple[str, ...]
    memory: Memory
    version: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message as a channel handed it over. `provider_id` is unique on its channel. `flags` say what is odd about it:

    `carrier` (a telephone carrier stands between, which acts on its own opt-out words), `carrier_stop`, `carrier_start`, `carrier_help`
    (it took the message for such a word, acted and answered), `carrier_opt_out` (for a word we do not know), the kinds of
    `bot.domain.media` (what came with it), `odd_media_count`, `not_answerable` and why (`short_code`, `alphanumeric`, `other_channel`,
    `unusable`, `own_number`, `group`), `too_long`, `undecodable`, `late` (sent long before it reached us).
    `language` is the code of the language the person chose before writing, if any. `received_at`: when it reached us, if that was
    earlier than it is kept.
    """

    provider_id: str
    address: Address
    text: str = field(repr=False)
    flags: Sequence[str] = ()
    language: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """A message of the person that no turn has answered yet. `flags` name what is odd about it (picture, short code ...)."""

    id: UUID
    text: str = field(repr=False)
    at: datetime
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutboundDraft:
    """Words about to be queued. `message_id` is the catalogue's id (None for an advocate's own words).

    `expires_at`: the assistant's late words may reach the wrong hands (trust.md T3); a human's words never expire silently.
    """

    author: Author
    text: str = field(repr=False)
    language: str | None
    message_id: str | None = None
    advocate: UUID | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The way of one outgoing message to the person.

    `not_before`: it waits until then. `earlier_provider_id`: it was handed over once before under this id, and did not arrive.
    """

    id: UUID
    conversation: UUID
    author: Author
    state: DeliveryState
    attempts: int
    provider_id: str | None
    error_code: str | None
    expires_at: datetime | None
    attempted_at: datetime | None
    not_before: datetime | None = None
    earlier_provider_id: str | None = None

    @property
    def tried_again(self) -> bool:
        """Whether this is the second try after the provider said that the first did not arrive."""
        return self.earlier_provider_id is not None


@dataclass(frozen=True, slots=True)
class OutboundMessage:
    """A delivery together with what is needed to send it."""

    delivery: Delivery
    address: Address = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Alert:
    """A call for a human: the level, when, and which signals or event caused it (never the person's words)."""

    id: UUID
    conversation: UUID
    level: Level
    reason: str
    at: datetime
