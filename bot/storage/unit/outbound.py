"""The outbox: what is to be sent, in order, and what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import FINAL, DeliveryState, moves_forward
from bot.domain.records import Author, Delivery, OutboundDraft, OutboundMessage
from bot.storage import tables as t
from bot.storage.sealed_rows import (
    address_context,
    body_context,
    delivery_from,
    key_of,
)
from bot.storage.unit.base import UnitBase, earlier_or_not_yet

_UNSENT = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.UNKNOWN)


def _under(provider_id: str) -> sa.ColumnElement[bool]:
    d = t.deliveries.c
    return sa.or_(d.provider_id == provider_id, d.earlier_provider_id == provider_id)


class Outbound(UnitBase):
    """Messages to people and their deliveries."""

    async def add_outbound(self, conversation: UUID, draft: OutboundDraft, now: datetime) -> UUID:
        identity = uuid4()
        key = await self._key(conversation)
        await self._connection.execute(
            sa.insert(t.messages).values(
                id=identity, conversation_id=conversation, direction="out", author=draft.author, advocate_id=draft.advocate, at=now,
                language=draft.language, message_id=draft.message_id,
                body_sealed=self._sealing.seal(key, draft.text, body_context(identity)),
            )
        )  # fmt: skip
        await self._connection.execute(
            sa.insert(t.deliveries).values(
                id=identity, conversation_id=conversation, author=draft.author, state=DeliveryState.QUEUED, created_at=now,
                expires_at=draft.expires_at,
            )
        )  # fmt: skip
        return identity

    async def next_delivery(self, conversation: UUID, now: datetime) -> OutboundMessage | None:
        d, m, c = t.deliveries.c, t.messages.c, t.conversations.c
        query = (
            sa.select(t.deliveries, m.body_sealed, c.channel, c.address_sealed, c.key_id, c.key_wrapped)
            .join(t.messages, m.id == d.id)
            .join(t.conversations, c.id == d.conversation_id)
            .where(d.conversation_id == conversation, d.state.in_(_UNSENT))
            # What was handed over once and waits to be tried again holds nobody else's words up.
            .where(sa.or_(d.earlier_provider_id.is_(None), d.state != DeliveryState.QUEUED, d.not_before <= now))
            .order_by(d.seq)
            .limit(1)
            .with_for_update(of=t.deliveries)
        )
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        address = self._sealing.open(key_of(row), row["address_sealed"], address_context(conversation))
        text = self._sealing.open(key_of(row), row["body_sealed"], body_context(row["id"]))
        return OutboundMessage(delivery_from(row), Address(Channel(row["channel"]), address), text)

    async def save_delivery(self, delivery: Delivery) -> None:
        await self._connection.execute(
            sa.update(t.deliveries)
            .where(t.deliveries.c.id == delivery.id)
            .values(
                state=delivery.state,
                attempts=delivery.attempts,
                provider_id=delivery.provider_id,
                error_code=delivery.error_code,
                attempted_at=delivery.attempted_at,
                not_before=delivery.not_before,
                earlier_provider_id=delivery.earlier_provider_id,
            )
        )

    async def delivery(self, delivery: UUID) -> Delivery | None:
        query = sa.select(t.deliveries).where(t.deliveries.c.id == delivery).with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return delivery_from(row) if row else None

    async def delivery_by_provider_id(self, provider_id: str) -> Delivery | None:
        query = sa.select(t.deliveries).where(_under(provider_id)).limit(1).with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return delivery_from(row) if row else None

    async def conversation_of_delivery(self, provider_id: str) -> UUID | None:
        query = sa.select(t.deliveries.c.conversation_id).where(_under(provider_id)).limit(1)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def provider_ids(self, conversation: UUID) -> frozenset[str]:
        d = t.deliveries.c
        query = sa.select(d.provider_id, d.earlier_provider_id).where(d.conversation_id == conversation)
        return frozenset(each for row in await self._connection.execute(query) for each in row if each is not None)

    async def awaiting_news(self, provider_ids: Collection[str]) -> dict[str, DeliveryState]:
        d = t.deliveries.c
        query = sa.select(d.provider_id, d.state).where(d.provider_id.in_(list(provider_ids)), d.state.not_in(list(FINAL)))
        return {row.provider_id: DeliveryState(row.state) for row in await self._connection.execute(query)}

    async def hold_provider_id(self, provider_id: str) -> None:
        key = int.from_bytes(hashlib.blake2b(provider_id.encode(), digest_size=8).digest(), "big", signed=True)
        await self._connection.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))

    async def may_follow_opt_out(self, delivery: UUID, message_id: str) -> bool:
        query = sa.select(t.messages.c.message_id == message_id).where(t.messages.c.id == delivery)
        return bool((await self._connection.execute(query)).scalar_one_or_none())

    async def overdue_deliveries(self, before: datetime, limit: int) -> Sequence[UUID]:
        d = t.deliveries.c
        # A delivery that was tried has its own, growing, delay: `not_before`, or the time in which it may still be on its way.
        tried = sa.case((d.attempts > 0, sa.text("interval '15 seconds'")), else_=sa.text("interval '0'"))
        touched = sa.func.greatest(sa.func.coalesce(d.attempted_at, d.created_at) + tried, d.not_before)
        query = (
            sa.select(d.conversation_id)
            .where(d.state.in_(_UNSENT), earlier_or_not_yet(touched, before))
            .group_by(d.conversation_id)
            .order_by(sa.func.min(touched))
            .limit(limit)
        )
        return list((await self._connection.execute(query)).scalars())

    async def recent_message_ids(self, conversation: UUID, since: datetime) -> Sequence[str]:
        c, d = t.messages.c, t.deliveries.c
        query = (
            sa.select(c.message_id)
            .join(t.deliveries, d.id == c.id)
            .where(c.conversation_id == conversation, c.direction == "out", c.at >= since, c.message_id.is_not(None))
            .where(d.state.not_in([DeliveryState.CANCELLED, DeliveryState.EXPIRED]))
            .order_by(c.at, c.seq)
        )
        return list((await self._connection.execute(query)).scalars())

    async def park_status(self, provider_id: str, state: DeliveryState, error_code: str | None, now: datetime) -> None:
        parked = await self.take_parked_status(provider_id)
        if parked and not moves_forward(parked[0], state):
            state, error_code = parked
        await self._connection.execute(
            insert(t.parked_statuses)
            .values(provider_id=provider_id, state=state, error_code=error_code, at=now)
            .on_conflict_do_update(index_elements=["provider_id"], set_={"state": state, "error_code": error_code})
        )

    async def drop_parked_statuses(self, before: datetime) -> int:
        return (await self._connection.execute(sa.delete(t.parked_statuses).where(t.parked_statuses.c.at < before))).rowcount

    async def take_parked_status(self, provider_id: str) -> tuple[DeliveryState, str | None] | None:
        p = t.parked_statuses.c
        query = sa.delete(t.parked_statuses).where(p.provider_id == provider_id).returning(p.state, p.error_code)
        row = (await self._connection.execute(query)).one_or_none()
        return (DeliveryState(row.state), row.error_code) if row else None

    async def cancel_deliveries(self, conversation: UUID, now: datetime) -> int:
        return await self._cancel(conversation, now)

    async def cancel_assistant_deliveries(self, conversation: UUID, now: datetime) -> int:
        return await self._cancel(conversation, now, t.deliveries.c.author == Author.ASSISTANT)

    async def _cancel(self, conversation: UUID, now: datetime, *only: sa.ColumnElement[bool]) -> int:
        # SENDING is left alone: those words may already be on their way.
        d = t.deliveries.c
        done = await self._connection.execute(
            sa.update(t.deliveries)
            .where(d.conversation_id == conversation, d.state == DeliveryState.QUEUED, *only)
            .values(state=DeliveryState.CANCELLED, attempted_at=now)
        )
        return done.rowcount
