"""Conversations: opened, found, saved, and what is noted of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.addresses import Address
from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.records import Alert, Conversation
from bot.ports import StaleConversation
from bot.storage import tables as t
from bot.storage.sealed_rows import (
    address_context,
    conversation_from,
    correction_context,
    evidence_context,
    key_of,
    memory_context,
)
from bot.storage.unit.base import UnitBase

_C = t.conversations.c
# Built once: webhooks are many, and making a statement costs as much as running it.
_BY_ID = sa.select(t.conversations).where(_C.id == sa.bindparam("of"))
_OPEN_OF = sa.select(t.conversations).where(
    _C.channel == sa.bindparam("of_channel"), _C.address_index == sa.bindparam("of_address"), _C.owner != Owner.CLOSED
)


def _start() -> sa.Insert:
    """Opens a conversation unless one is open. Whoever comes back is answered in the language of last time, if they name none."""
    before = t.conversations.alias("before").c
    last = (
        sa.select(before.language)
        .where(before.channel == sa.bindparam("of_channel"), before.address_index == sa.bindparam("of_address"))
        .where(before.language.is_not(None))
        .order_by(before.opened_at.desc())
        .limit(1)
    )
    named = sa.func.coalesce(sa.bindparam("named_language", type_=sa.Text), last.scalar_subquery())
    fresh = insert(t.conversations).values(owner=Owner.ASSISTANT, level=Level.ROUTINE, language=named)
    return fresh.on_conflict_do_nothing().returning(t.conversations)


def _save() -> sa.Update:
    """Writes the columns it is given, if the version is still the one that was read."""
    closed_at = sa.case((sa.bindparam("is_closed", type_=sa.Boolean), sa.func.coalesce(_C.closed_at, sa.func.now())), else_=None)
    mine = (_C.id == sa.bindparam("of"), _C.version == sa.bindparam("read_version"))
    return sa.update(t.conversations).where(*mine).values(closed_at=closed_at)


_START, _SAVE = _start(), _save()


class Conversations(UnitBase):
    """The rows of a conversation itself: who owns it, its level and why, its alerts and events, opt-outs."""

    async def conversation(self, conversation: UUID, *, lock: bool = False) -> Conversation | None:
        return await self._conversation(_BY_ID, lock, {"of": conversation})

    async def open_conversation_of(self, address: Address, *, lock: bool = False) -> Conversation | None:
        return await self._conversation(_OPEN_OF, lock, self._of(address))

    async def start_conversation(self, address: Address, now: datetime, language: str | None = None) -> Conversation:
        identity, key = uuid4(), self._sealing.new_key(now)
        row = {
            "id": identity,
            "channel": address.channel,
            "address_index": self._index(address),
            "address_sealed": self._sealing.seal(key, address.value, address_context(identity)),
            "key_id": key.key_id,
            "key_wrapped": key.wrapped,
            "opened_at": now,
            "level_raised_at": now,
            "named_language": language or None,
            **self._of(address),
        }
        # Two first messages of one person at the same moment: the index lets one open the conversation, both use it.
        mine = (await self._connection.execute(_START, row)).mappings().one_or_none()
        if mine is not None:
            self._keys[identity] = key
            return conversation_from(mine, self._sealing)
        found = await self.open_conversation_of(address, lock=True)
        if found is None:
            raise StaleConversation
        return found

    async def save(self, conversation: Conversation) -> None:
        key = await self._key(conversation.id)
        row = {
            "owner": conversation.ownership.owner,
            "advocate_id": conversation.ownership.advocate,
            "level": conversation.level,
            "language": conversation.language,
            "open_question": conversation.open_question,
            "languages_offered": list(conversation.languages_offered),
            "misunderstood": conversation.misunderstood,
            "memory_sealed": self._sealing.seal(key, conversation.memory.to_json(), memory_context(conversation.id)),
            "read_together_from": conversation.read_together_from,
            "level_raised_at": conversation.level_raised_at,
            "waiting_since": conversation.waiting_since,
            "last_inbound_at": conversation.last_inbound_at,
            "version": conversation.version + 1,
        }
        read = {"of": conversation.id, "read_version": conversation.version, "is_closed": conversation.ownership.owner is Owner.CLOSED}
        if (await self._connection.execute(_SAVE, row | read)).rowcount != 1:
            raise StaleConversation

    async def add_signals(self, conversation: UUID, message: UUID, signals: Sequence[Signal], now: datetime) -> None:
        if not signals:
            return
        key = await self._key(conversation)
        rows = [
            {
                "conversation_id": conversation,
                "message_id": message,
                "name": signal.name,
                "level": signal.level,
                "evidence_sealed": self._sealing.seal(key, signal.evidence, evidence_context(message, signal.name)),
                "at": now,
            }
            for signal in signals
        ]
        await self._connection.execute(insert(t.signals).values(rows).on_conflict_do_nothing())

    async def add_level_correction(self, conversation: Conversation, advocate: UUID, corrected: Level, text: str, now: datetime) -> None:
        identity = uuid4()
        key = await self._key(conversation.id)
        await self._connection.execute(
            sa.insert(t.level_corrections).values(
                id=identity, conversation_id=conversation.id, advocate_id=advocate, heard=conversation.level, corrected=corrected,
                language=conversation.language, text_sealed=self._sealing.seal(key, text, correction_context(identity)), at=now,
            )
        )  # fmt: skip

    async def add_alert(self, conversation: UUID, level: Level, reason: str, now: datetime) -> Alert:
        alert = Alert(uuid4(), conversation, level, reason, now)
        await self._connection.execute(
            sa.insert(t.alerts).values(id=alert.id, conversation_id=conversation, level=level, reason=reason, at=now)
        )
        return alert

    async def record_event(self, conversation: UUID, kind: str, actor: str, now: datetime, detail: dict[str, str] | None = None) -> None:
        await self._connection.execute(
            sa.insert(t.events).values(conversation_id=conversation, kind=kind, actor=actor, at=now, detail=detail or {})
        )

    async def opted_out(self, address: Address) -> bool:
        c = t.opt_outs.c
        query = sa.select(sa.exists().where(c.channel == address.channel, c.address_index == self._index(address)))
        return bool((await self._connection.execute(query)).scalar_one())

    async def set_opt_out(self, address: Address, opted_out: bool, now: datetime) -> None:
        c = t.opt_outs.c
        if opted_out:
            row = {"channel": address.channel, "address_index": self._index(address), "at": now}
            await self._connection.execute(insert(t.opt_outs).values(row).on_conflict_do_nothing())
        else:
            await self._connection.execute(
                sa.delete(t.opt_outs).where(c.channel == address.channel, c.address_index == self._index(address))
            )

    def _of(self, address: Address) -> dict[str, Any]:
        return {"of_channel": address.channel, "of_address": self._index(address)}

    async def _conversation(self, query: sa.Select[Any], lock: bool, given: dict[str, Any]) -> Conversation | None:
        if lock:
            query = query.with_for_update()
        row = (await self._connection.execute(query, given)).mappings().one_or_none()
        if row is None:
            return None
        self._keys[row["id"]] = key_of(row)
        return conversation_from(row, self._sealing)
