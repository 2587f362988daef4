"""From rows to records and back: the one place where content is sealed for, and opened from, the database."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import RowMapping

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.levels import Level
from bot.domain.memory import Memory, memory_from
from bot.domain.ownership import Owner, Ownership
from bot.domain.questions import Question
from bot.domain.records import Author, Conversation, Delivery, InboundMessage
from bot.ports import SealedKey, Sealing


def key_of(row: RowMapping) -> SealedKey:
    """The data key of a conversation row."""
    return SealedKey(row["key_id"], row["key_wrapped"])


def address_context(conversation: UUID) -> str:
    """Where a sealed address belongs."""
    return f"conversations.address|{conversation}"


def memory_context(conversation: UUID) -> str:
    """Where the sealed memory of a conversation belongs."""
    return f"conversations.memory|{conversation}"


def body_context(message: UUID) -> str:
    """Where a sealed message text belongs."""
    return f"messages.body|{message}"


def evidence_context(message: UUID, name: str) -> str:
    """Where the sealed evidence of a signal belongs."""
    return f"signals.evidence|{message}|{name}"


def correction_context(correction: UUID) -> str:
    """Where the sealed text of a level correction belongs."""
    return f"level_corrections.text|{correction}"


def conversation_from(row: RowMapping, sealing: Sealing) -> Conversation:
    """The record of a conversation row, its address opened."""
    address = sealing.open(key_of(row), row["address_sealed"], address_context(row["id"]))
    return Conversation(
        id=row["id"],
        address=Address(Channel(row["channel"]), address),
        ownership=Ownership(Owner(row["owner"]), row["advocate_id"] if row["owner"] == Owner.HUMAN else None),
        level=Level(row["level"]),
        language=row["language"],
        open_question=question_in(row),
        opened_at=row["opened_at"],
        level_raised_at=row["level_raised_at"],
        waiting_since=row["waiting_since"],
        last_inbound_at=row["last_inbound_at"],
        misunderstood=row["misunderstood"],
        read_together_from=row["read_together_from"],
        languages_offered=tuple(row["languages_offered"]),
        memory=memory_in(row, sealing),
        version=row["version"],
    )


def question_in(row: RowMapping) -> Question | None:
    """The open question of a conversation row; None for one that an older version asked."""
    return Question(row["open_question"]) if row["open_question"] in set(Question) else None


def memory_in(row: RowMapping, sealing: Sealing) -> Memory:
    """The memory of a conversation row, opened."""
    sealed = row["memory_sealed"]
    return Memory() if sealed is None else memory_from(sealing.open(key_of(row), sealed, memory_context(row["id"])))


def inbound_from(row: RowMapping, key: SealedKey, sealing: Sealing) -> InboundMessage:
    """The record of an inbound message row, its text opened."""
    return InboundMessage(row["id"], sealing.open(key, row["body_sealed"], body_context(row["id"])), row["at"], tuple(row["flags"]))


def delivery_from(row: RowMapping) -> Delivery:
    """The record of a delivery row."""
    return Delivery(
        id=row["id"],
        conversation=row["conversation_id"],
        author=Author(row["author"]),
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        provider_id=row["provider_id"],
        error_code=row["error_code"],
        expires_at=row["expires_at"],
        attempted_at=row["attempted_at"],
        not_before=row["not_before"],
        earlier_provider_id=row["earlier_provider_id"],
    )
