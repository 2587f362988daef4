"""What people wrote: received once, kept, and marked when a turn has answered it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.addresses import Address, Channel
from bot.domain.budget import Said
from bot.domain.deliveries import DeliveryState
from bot.domain.records import Author, InboundMessage
from bot.domain.repeats import folded
from bot.ports import Arrivals
from bot.storage import tables as t
from bot.storage.sealed_rows import (
    body_context,
    inbound_from,
)
from bot.storage.unit.base import UnitBase, earlier_or_not_yet

# The oldest texts that wait: enough to find whom to hold first, also when one sender alone has thousands of them.
_LOOKED_AT = 1000


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
        # In one statement with the text itself, because webhooks are many.
        noted = self._note_body(conversation, text).cte("noted")
        await self._connection.execute(
            sa.insert(t.messages).add_cte(noted).values(
                id=identity, conversation_id=conversation, direction="in", author=Author.PERSON, at=now, flags=list(flags),
                body_sealed=self._sealing.seal(key, text, body_context(identity)),
            )
        )  # fmt: skip
        return identity

    def _note_body(self, conversation: UUID, text: str) -> sa.Update:
        """Remembers the body while it is the only one this person has sent. The caller holds the conversation's row."""
        c = t.conversations.c
        body = folded(text)
        index = self._sealing.index("body", body) if body else None
        first, same = c.last_inbound_at.is_(None), c.only_body_index == index
        return (
            sa.update(t.conversations)
            .where(c.id == conversation, sa.or_(first, c.only_body_index.is_not(None)))
            .values(only_body_index=sa.case((first, sa.literal(index, sa.LargeBinary)), (same, c.only_body_index), else_=None))
        )

    async def mark_answered(self, messages: Sequence[UUID], now: datetime, language: str | None) -> None:
        await self._connection.execute(
            sa.update(t.messages).where(t.messages.c.id.in_(messages)).values(answered_at=now, language=language)
        )

    async def mark_all_answered(self, conversation: UUID, now: datetime, language: str | None) -> None:
        await self._connection.execute(
            sa.update(t.messages).where(*_unanswered_of(conversation)).values(answered_at=now, language=language)
        )

    async def unanswered(self, conversation: UUID, limit: int) -> Sequence[InboundMessage]:
        c = t.messages.c
        query = sa.select(t.messages).where(*_unanswered_of(conversation)).order_by(c.at, c.seq).limit(limit)
        key = await self._key(conversation)
        return [inbound_from(row, key, self._sealing) for row in (await self._connection.execute(query)).mappings()]

    async def are_unanswered(self, messages: Sequence[UUID]) -> bool:
        c = t.messages.c
        query = sa.select(sa.func.count()).where(c.id.in_(messages), c.answered_at.is_(None))
        return (await self._connection.execute(query)).scalar_one() == len(messages)

    async def arrivals(self, conversation: UUID, limit: int) -> Arrivals:
        c = t.messages.c
        waiting = t.messages.alias("waiting")
        first = sa.select(sa.func.min(waiting.c.at)).where(*_unanswered_of(conversation, waiting)).scalar_subquery()
        query = sa.select(c.at, first.label("first")).where(c.conversation_id == conversation, c.direction == "in")
        rows = (await self._connection.execute(query.order_by(c.at.desc()).limit(limit))).all()
        return Arrivals(rows[0].first if rows else None, tuple(row.at for row in reversed(rows)))

    async def said_to(self, address: Address, since: datetime, limit: int) -> Sequence[Said]:
        c, k, d = t.messages.c, t.conversations.c, t.deliveries.c
        query = (
            sa.select(c.at, c.message_id)
            .join(t.conversations, k.id == c.conversation_id)
            .join(t.deliveries, d.id == c.id)
            .where(k.channel == address.channel, k.address_index == self._index(address))
            .where(
                c.direction == "out",
                c.author == Author.ASSISTANT,
                c.at >= since,
                d.state.not_in([DeliveryState.CANCELLED, DeliveryState.EXPIRED]),
            )
            .order_by(c.at.desc(), c.seq.desc())
            .limit(limit)
        )
        rows = (await self._connection.execute(query)).all()
        return [Said(row.at, row.message_id or "") for row in reversed(rows)]

    async def recent_inbound(
        self, conversation: UUID, since: datetime, limit: int, *, until: datetime | None = None
    ) -> Sequence[InboundMessage]:
        c = t.messages.c
        query = (
            sa.select(t.messages)
            .where(c.conversation_id == conversation, c.direction == "in", c.at >= since, c.at <= until if until else sa.true())
            .order_by(c.at.desc(), c.seq.desc())
            .limit(limit)
        )
        key = await self._key(conversation)
        rows = (await self._connection.execute(query)).mappings().all()
        return [inbound_from(row, key, self._sealing) for row in reversed(rows)]

    async def last_inbound_language(self, conversation: UUID) -> str | None:
        c = t.messages.c
        query = sa.select(c.language).where(c.conversation_id == conversation, c.direction == "in", c.answered_at.is_not(None))
        return (await self._connection.execute(query.order_by(c.at.desc(), c.seq.desc()).limit(1))).scalar_one_or_none()

    async def waiting_turns(self, before: datetime, limit: int) -> Sequence[UUID]:
        c = t.messages.c
        late = (
            sa.select(c.conversation_id, c.at)
            .where(c.direction == "in", c.answered_at.is_(None), earlier_or_not_yet(c.at, before))
            .order_by(c.at)
            .limit(_LOOKED_AT)
            .subquery()
        )
        query = sa.select(late.c.conversation_id).group_by(late.c.conversation_id).order_by(sa.func.min(late.c.at)).limit(limit)
        return list((await self._connection.execute(query)).scalars())


def _unanswered_of(conversation: UUID, messages: sa.FromClause = t.messages) -> tuple[sa.ColumnElement[bool], ...]:
    c = messages.c
    return (c.conversation_id == conversation, c.direction == "in", c.answered_at.is_(None))
