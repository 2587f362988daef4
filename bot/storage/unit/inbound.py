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
from bot.storage.sealed_rows import body_context, inbound_from
from bot.storage.unit.base import UnitBase, earlier_or_not_yet

# The oldest texts that wait: enough to find whom to hold first, also when one sender alone has thousands of them.
_LOOKED_AT = 1000


_M, _C = t.messages.c, t.conversations.c
# Built once: webhooks are many, and making a statement costs as much as running it.
_RECEIPT = insert(t.receipts).values(at=sa.func.now()).on_conflict_do_nothing().returning(t.receipts.c.channel)


def _inbound() -> sa.Insert:
    """Adds a message, and in the same statement notes its body while it is the only one this person has sent."""
    first, index = _C.last_inbound_at.is_(None), sa.bindparam("noted_index", type_=sa.LargeBinary)
    noted = (
        sa.update(t.conversations)
        .where(_C.id == sa.bindparam("noted_of"), sa.or_(first, _C.only_body_index.is_not(None)))
        .values(only_body_index=sa.case((first, index), (_C.only_body_index == index, _C.only_body_index), else_=None))
    )
    # Under other names than the columns': those would be taken for columns of the other statement as well.
    given = {name: sa.bindparam(f"new_{name}", type_=_M[name].type) for name in ("id", "conversation_id", "at", "flags", "body_sealed")}
    return sa.insert(t.messages).values(direction="in", author=Author.PERSON, **given).add_cte(noted.cte("noted"))


def _arrivals() -> sa.Select[tuple[datetime, datetime | None]]:
    """When the last texts of a person came, the newest first, each with the first one that is unanswered."""
    of, waiting = sa.bindparam("of", type_=sa.Uuid), t.messages.alias("waiting")
    first = sa.select(sa.func.min(waiting.c.at)).where(*_unanswered_of(of, waiting)).scalar_subquery()
    query = sa.select(_M.at, first.label("first")).where(_M.conversation_id == of, _M.direction == "in")
    return query.order_by(_M.at.desc()).limit(sa.bindparam("most", type_=sa.Integer))


class Inbound(UnitBase):
    """Receipts and the messages of people."""

    async def remember_receipt(self, channel: Channel, provider_id: str) -> bool:
        # A second copy that arrives at the same moment waits here for the first one's transaction, then finds the row.
        row = {"channel": channel, "provider_index": self._sealing.index("receipt", provider_id)}
        return (await self._connection.execute(_RECEIPT, row)).one_or_none() is not None

    async def never_received(self, channel: Channel, provider_ids: Collection[str]) -> frozenset[str]:
        indexes = {self._sealing.index("receipt", each): each for each in provider_ids}
        r = t.receipts.c
        query = sa.select(r.provider_index).where(r.channel == channel, r.provider_index.in_(list(indexes)))
        known = {bytes(index) for index in (await self._connection.execute(query)).scalars()}
        return frozenset(each for index, each in indexes.items() if index not in known)

    async def add_inbound(self, conversation: UUID, text: str, now: datetime, *, flags: Sequence[str] = ()) -> UUID:
        # The caller holds the conversation's row, in which the body is noted.
        identity, body = uuid4(), folded(text)
        sealed = self._sealing.seal(await self._key(conversation), text, body_context(identity))
        row = {"new_id": identity, "new_conversation_id": conversation, "new_at": now, "new_flags": list(flags), "new_body_sealed": sealed}
        noted = {"noted_of": conversation, "noted_index": self._sealing.index("body", body) if body else None}
        await self._connection.execute(_ADD_INBOUND, row | noted)
        return identity

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
        rows = (await self._connection.execute(_ARRIVALS, {"of": conversation, "most": limit})).all()
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


def _unanswered_of(conversation: UUID | sa.BindParameter[UUID], messages: sa.FromClause = t.messages) -> tuple[sa.ColumnElement[bool], ...]:
    c = messages.c
    return (c.conversation_id == conversation, c.direction == "in", c.answered_at.is_(None))


_ADD_INBOUND, _ARRIVALS = _inbound(), _arrivals()
