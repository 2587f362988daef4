"""What people wrote: received once, kept, and marked when a turn has answered it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.addresses import Channel
from bot.domain.records import Author, InboundMessage
from bot.storage import tables as t
from bot.storage.sealed_rows import (
    body_context,
    inbound_from,
)
from bot.storage.unit.base import UnitBase


class Inbound(UnitBase):
    """Receipts and the messages of people."""

    async def remember_receipt(self, channel: Channel, provider_id: str) -> bool:
        # A second copy that arrives at the same moment waits here for the first one's transaction, then finds the row.
        row = {"channel": channel, "provider_index": self._sealing.index("receipt", provider_id), "at": sa.func.now()}
        kept = insert(t.receipts).values(row).on_conflict_do_nothing().returning(t.receipts.c.channel)
        return (await self._connection.execute(kept)).one_or_none() is not None

    async def never_received(self, channel: Channel, provider_ids: Collection[str]) -> frozenset[str]:
        indexes = {self._sealing.index("receipt", each): each for each in provider_ids}
        r = t.receipts.c
        query = sa.select(r.provider_index).where(r.channel == channel, r.provider_index.in_(list(indexes)))
        known = {bytes(index) for index in (await self._connection.execute(query)).scalars()}
        return frozenset(each for index, each in indexes.items() if index not in known)

    async def add_inbound(self, conversation: UUID, text: str, now: datetime, *, flags: Sequence[str] = ()) -> UUID:
        identity = uuid4()
        key = await self._key(conversation)
        await self._connection.execute(
            sa.insert(t.messages).values(
                id=identity, conversation_id=conversation, direction="in", author=Author.PERSON, at=now, flags=list(flags),
                body_sealed=self._sealing.seal(key, text, body_context(identity)),
            )
        )  # fmt: skip
        return identity

    async def mark_answered(self, messages: Sequence[UUID], now: datetime, language: str | None) -> None:
        await self._connection.execute(
            sa.update(t.messages).where(t.messages.c.id.in_(messages)).values(answered_at=now, language=language)
        )

    async def unanswered(self, conversation: UUID) -> Sequence[InboundMessage]:
        c = t.messages.c
        query = sa.select(t.messages).where(c.conversation_id == conversation, c.direction == "in", c.answered_at.is_(None)).order_by(c.seq)
        key = await self._key(conversation)
        return [inbound_from(row, key, self._sealing) for row in (await self._connection.execute(query)).mappings()]

    async def recent_inbound(self, conversation: UUID, since: datetime, limit: int) -> Sequence[InboundMessage]:
        c = t.messages.c
        query = (
            sa.select(t.messages)
            .where(c.conversation_id == conversation, c.direction == "in", c.at >= since)
            .order_by(c.seq.desc())
            .limit(limit)
        )
        key = await self._key(conversation)
        rows = (await self._connection.execute(query)).mappings().all()
        return [inbound_from(row, key, self._sealing) for row in reversed(rows)]

    async def last_inbound_language(self, conversation: UUID) -> str | None:
        c = t.messages.c
        query = sa.select(c.language).where(c.conversation_id == conversation, c.direction == "in", c.answered_at.is_not(None))
        return (await self._connection.execute(query.order_by(c.seq.desc()).limit(1))).scalar_one_or_none()

    async def waiting_turns(self, before: datetime, limit: int) -> Sequence[UUID]:
        c = t.messages.c
        query = (
            sa.select(c.conversation_id)
            .where(c.direction == "in", c.answered_at.is_(None), c.at < before)
            .group_by(c.conversation_id)
            .order_by(sa.func.min(c.at))
            .limit(limit)
        )
        return list((await self._connection.execute(query)).scalars())
