"""One transaction on PostgreSQL: implements `ports.UnitOfWork`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState, moves_forward
from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.records import Alert, Author, Conversation, Delivery, InboundMessage, OutboundDraft, OutboundMessage
from bot.ports import SealedKey, Sealing, StaleConversation
from bot.storage import tables as t
from bot.storage.sealed_rows import (
    address_context,
    body_context,
    conversation_from,
    correction_context,
    delivery_from,
    evidence_context,
    inbound_from,
    key_of,
    memory_context,
)

CHANGES_CHANNEL = "lantern_changes"
_UNSENT = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.UNKNOWN)


class JobQueue(Protocol):
    """Enqueues a job inside the transaction of a raw psycopg connection."""

    async def enqueue(self, connection: Any, task: str, conversation: UUID, level: Level, delay_seconds: float) -> None: ...


class PostgresUnit:
    """One transaction. Rows of the same conversation are changed under its row lock or guarded by its version."""

    def __init__(self, connection: AsyncConnection, sealing: Sealing, jobs: JobQueue) -> None:
        self._connection = connection
        self._sealing = sealing
        self._jobs = jobs
        self._keys: dict[UUID, SealedKey] = {}

    # reading

    async def conversation(self, conversation: UUID, *, lock: bool = False) -> Conversation | None:
        return await self._conversation(sa.select(t.conversations).where(t.conversations.c.id == conversation), lock)

    async def open_conversation_of(self, address: Address, *, lock: bool = False) -> Conversation | None:
        c = t.conversations.c
        query = sa.select(t.conversations).where(
            c.channel == address.channel, c.address_index == self._index(address), c.owner != Owner.CLOSED
        )
        return await self._conversation(query, lock)

    async def unanswered(self, conversation: UUID) -> Sequence[InboundMessage]:
        c = t.messages.c
        query = sa.select(t.messages).where(c.conversation_id == conversation, c.direction == "in", c.answered_at.is_(None)).order_by(c.seq)
        key = await self._key(conversation)
        return [inbound_from(row, key, self._sealing) for row in (await self._connection.execute(query)).mappings()]

    async def recent_message_ids(self, conversation: UUID, since: datetime) -> Sequence[str]:
        c, d = t.messages.c, t.deliveries.c
        query = (
            sa.select(c.message_id)
            .join(t.deliveries, d.id == c.id)
            .where(c.conversation_id == conversation, c.at >= since, c.message_id.is_not(None))
            .where(d.state.not_in([DeliveryState.CANCELLED, DeliveryState.EXPIRED]))
            .order_by(c.seq)
        )
        return list((await self._connection.execute(query)).scalars())

    async def opted_out(self, address: Address) -> bool:
        c = t.opt_outs.c
        query = sa.select(sa.exists().where(c.channel == address.channel, c.address_index == self._index(address)))
        return bool((await self._connection.execute(query)).scalar_one())

    async def last_inbound_language(self, conversation: UUID) -> str | None:
        c = t.messages.c
        query = sa.select(c.language).where(c.conversation_id == conversation, c.direction == "in", c.answered_at.is_not(None))
        return (await self._connection.execute(query.order_by(c.seq.desc()).limit(1))).scalar_one_or_none()

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

    async def overdue_deliveries(self, before: datetime, limit: int) -> Sequence[UUID]:
        d = t.deliveries.c
        # A delivery that is being retried has its own, growing, delay.
        touched = sa.func.coalesce(d.attempted_at, d.created_at) + d.attempts * sa.text("interval '15 seconds'")
        query = (
            sa.select(d.conversation_id)
            .where(d.state.in_(_UNSENT), touched < before)
            .group_by(d.conversation_id)
            .order_by(sa.func.min(touched))
            .limit(limit)
        )
        return list((await self._connection.execute(query)).scalars())

    # inbound

    async def remember_receipt(self, channel: Channel, provider_id: str) -> bool:
        # A second copy that arrives at the same moment waits here for the first one's transaction, then finds the row.
        row = {"channel": channel, "provider_index": self._sealing.index("receipt", provider_id), "at": sa.func.now()}
        kept = insert(t.receipts).values(row).on_conflict_do_nothing().returning(t.receipts.c.channel)
        return (await self._connection.execute(kept)).one_or_none() is not None

    async def start_conversation(self, address: Address, now: datetime, language: str | None = None) -> Conversation:
        identity, c = uuid4(), t.conversations.alias("before").c
        # Whoever comes back is answered in the language of last time.
        last_language = (
            sa.select(c.language)
            .where(c.channel == address.channel, c.address_index == self._index(address), c.language.is_not(None))
            .order_by(c.opened_at.desc())
            .limit(1)
            .scalar_subquery()
        )
        key = self._sealing.new_key(now)
        row = {
            "id": identity,
            "channel": address.channel,
            "address_index": self._index(address),
            "address_sealed": self._sealing.seal(key, address.value, address_context(identity)),
            "key_id": key.key_id,
            "key_wrapped": key.wrapped,
            "owner": Owner.ASSISTANT,
            "level": Level.ROUTINE,
            "language": language or last_language,
            "opened_at": now,
            "level_raised_at": now,
        }
        # Two first messages of one person at the same moment: the index lets one open the conversation, both use it.
        opened = insert(t.conversations).values(row).on_conflict_do_nothing().returning(t.conversations)
        mine = (await self._connection.execute(opened)).mappings().one_or_none()
        if mine is not None:
            self._keys[identity] = key
            return conversation_from(mine, self._sealing)
        found = await self.open_conversation_of(address, lock=True)
        if found is None:
            raise StaleConversation
        return found

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

    # the conversation

    async def save(self, conversation: Conversation) -> None:
        c = t.conversations.c
        key = await self._key(conversation.id)
        done = await self._connection.execute(
            sa.update(t.conversations)
            .where(c.id == conversation.id, c.version == conversation.version)
            .values(
                owner=conversation.ownership.owner,
                advocate_id=conversation.ownership.advocate,
                level=conversation.level,
                language=conversation.language,
                open_question=conversation.open_question,
                languages_offered=list(conversation.languages_offered),
                misunderstood=conversation.misunderstood,
                memory_sealed=self._sealing.seal(key, conversation.memory.to_json(), memory_context(conversation.id)),
                read_together_from=conversation.read_together_from,
                level_raised_at=conversation.level_raised_at,
                waiting_since=conversation.waiting_since,
                last_inbound_at=conversation.last_inbound_at,
                closed_at=sa.func.coalesce(c.closed_at, sa.func.now()) if conversation.ownership.owner is Owner.CLOSED else None,
                version=conversation.version + 1,
            )
        )
        if done.rowcount != 1:
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

    async def set_opt_out(self, address: Address, opted_out: bool, now: datetime) -> None:
        c = t.opt_outs.c
        if opted_out:
            row = {"channel": address.channel, "address_index": self._index(address), "at": now}
            await self._connection.execute(insert(t.opt_outs).values(row).on_conflict_do_nothing())
        else:
            await self._connection.execute(
                sa.delete(t.opt_outs).where(c.channel == address.channel, c.address_index == self._index(address))
            )

    # outbound

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

    async def next_delivery(self, conversation: UUID) -> OutboundMessage | None:
        d, m, c = t.deliveries.c, t.messages.c, t.conversations.c
        query = (
            sa.select(t.deliveries, m.body_sealed, c.channel, c.address_sealed, c.key_id, c.key_wrapped)
            .join(t.messages, m.id == d.id)
            .join(t.conversations, c.id == d.conversation_id)
            .where(d.conversation_id == conversation, d.state.in_(_UNSENT))
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
            )
        )

    async def delivery_by_provider_id(self, provider_id: str) -> Delivery | None:
        query = sa.select(t.deliveries).where(t.deliveries.c.provider_id == provider_id).with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return delivery_from(row) if row else None

    async def delivery(self, delivery: UUID) -> Delivery | None:
        query = sa.select(t.deliveries).where(t.deliveries.c.id == delivery).with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return delivery_from(row) if row else None

    async def conversation_of_delivery(self, provider_id: str) -> UUID | None:
        query = sa.select(t.deliveries.c.conversation_id).where(t.deliveries.c.provider_id == provider_id)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def provider_ids(self, conversation: UUID) -> frozenset[str]:
        d = t.deliveries.c
        query = sa.select(d.provider_id).where(d.conversation_id == conversation, d.provider_id.is_not(None))
        return frozenset((await self._connection.execute(query)).scalars())

    async def may_follow_opt_out(self, delivery: UUID, message_id: str) -> bool:
        query = sa.select(t.messages.c.message_id == message_id).where(t.messages.c.id == delivery)
        return bool((await self._connection.execute(query)).scalar_one_or_none())

    async def park_status(self, provider_id: str, state: DeliveryState, error_code: str | None, now: datetime) -> None:
        parked = await self.take_parked_status(provider_id)
        if parked and not moves_forward(parked[0], state):
            state, error_code = parked
        await self._connection.execute(
            insert(t.parked_statuses)
            .values(provider_id=provider_id, state=state, error_code=error_code, at=now)
            .on_conflict_do_update(index_elements=["provider_id"], set_={"state": state, "error_code": error_code})
        )

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

    # jobs and news

    async def enqueue_turn(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None:
        await self._jobs.enqueue(await self._raw(), "take_turn", conversation, level, delay_seconds)

    async def enqueue_delivery(self, conversation: UUID, level: Level, delay_seconds: float = 0) -> None:
        await self._jobs.enqueue(await self._raw(), "deliver", conversation, level, delay_seconds)

    async def announce(self, conversation: UUID) -> None:
        news = json.dumps({"conversation": str(conversation)})
        await self._connection.execute(sa.select(sa.func.pg_notify(CHANGES_CHANNEL, news)))

    async def commit(self) -> None:
        await self._connection.commit()

    # inner

    async def _conversation(self, query: sa.Select[Any], lock: bool) -> Conversation | None:
        if lock:
            query = query.with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        self._keys[row["id"]] = key_of(row)
        return conversation_from(row, self._sealing)

    async def _key(self, conversation: UUID) -> SealedKey:
        if conversation not in self._keys:
            c = t.conversations.c
            query = sa.select(c.key_id, c.key_wrapped).where(c.id == conversation)
            self._keys[conversation] = key_of((await self._connection.execute(query)).mappings().one())
        return self._keys[conversation]

    def _index(self, address: Address) -> bytes:
        return self._sealing.index(f"address {address.channel.value}", address.value)

    async def _raw(self) -> Any:
        return (await self._connection.get_raw_connection()).driver_connection


class PostgresUnits:
    """Opens units of work on an engine: implements `ports.UnitsOfWork`."""

    def __init__(self, engine: AsyncEngine, sealing: Sealing, jobs: JobQueue) -> None:
        self._engine = engine
        self._sealing = sealing
        self._jobs = jobs

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[PostgresUnit]:
        async with self._engine.connect() as connection:
            yield PostgresUnit(connection, self._sealing, self._jobs)
