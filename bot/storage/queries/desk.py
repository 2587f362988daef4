"""What the desk, the staff API, the chat and the practice phone show: implements `ports.DeskQueries`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.addresses import Channel
from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.views import AlertView, ClimbView, ConversationView, EventView, MessageView, QueueEntry
from bot.ports import SealedKey, Sealing
from bot.storage import tables as t
from bot.storage.queries.climbs import climbs_of
from bot.storage.sealed_rows import body_context, evidence_context, key_of, memory_in, question_in

_LEVEL_RANK = sa.case({level.value: level.rank for level in Level}, value=t.conversations.c.level)


class PostgresDesk:
    """Reads in one transaction per screen, so that what is shown belongs together."""

    def __init__(self, engine: AsyncEngine, sealing: Sealing) -> None:
        self._engine = engine
        self._sealing = sealing

    async def queue(self, limit: int = 200) -> Sequence[QueueEntry]:
        c = t.conversations.c
        last_word = _last_word_of_an_advocate()
        unheard = (
            sa.select(sa.func.count())
            .where(
                t.messages.c.conversation_id == c.id,
                t.messages.c.direction == "in",
                sa.or_(last_word.is_(None), t.messages.c.at > last_word),
            )
            .scalar_subquery()
        )
        reasons = sa.select(sa.func.array_agg(sa.distinct(t.alerts.c.reason))).where(t.alerts.c.conversation_id == c.id).scalar_subquery()
        out = sa.exists().where(t.opt_outs.c.channel == c.channel, t.opt_outs.c.address_index == c.address_index)
        waiting = sa.func.coalesce(c.waiting_since, c.last_inbound_at, c.opened_at)
        query = (
            sa.select(
                t.conversations, t.advocates.c.name.label("advocate"), unheard.label("unheard"), reasons.label("reasons"), out.label("out")
            )
            .outerjoin(t.advocates, t.advocates.c.id == c.advocate_id)
            .where(c.owner != Owner.CLOSED)
            .order_by(_LEVEL_RANK.desc(), (c.owner == Owner.HUMAN).asc(), waiting.asc())
            .limit(limit)
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
            called = await climbs_of(connection, [row["id"] for row in rows if row["owner"] == Owner.WAITING])
        return [_entry(row, called.get(row["id"])) for row in rows]

    async def conversation(self, conversation: UUID, *, read_by: UUID | None = None) -> ConversationView | None:
        c = t.conversations.c
        query = (
            sa.select(
                t.conversations,
                t.advocates.c.name.label("advocate"),
                sa.exists().where(t.opt_outs.c.channel == c.channel, t.opt_outs.c.address_index == c.address_index).label("out"),
            )
            .outerjoin(t.advocates, t.advocates.c.id == c.advocate_id)
            .where(c.id == conversation)
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).mappings().one_or_none()
            if row is None:
                return None
            view = ConversationView(
                id=row["id"],
                number=row["number"],
                channel=row["channel"],
                level=Level(row["level"]),
                signals=await self._signals(connection, conversation, key_of(row)),
                owner=Owner(row["owner"]),
                advocate=row["advocate"],
                advocate_id=row["advocate_id"],
                language=row["language"],
                opted_out=row["out"],
                alerts=await self._alerts(connection, conversation),
                messages=await self._messages(connection, conversation, key_of(row)),
                events=await self._events(connection, conversation),
                opened_at=row["opened_at"],
                waiting_since=row["waiting_since"],
                last_inbound_at=row["last_inbound_at"],
                open_question=question_in(row),
                memory=memory_in(row, self._sealing),
                climb=(await climbs_of(connection, [conversation])).get(conversation),
            )
            if read_by is not None:
                # Every reading of content by staff leaves a trace, in the transaction that reads (trust.md T30).
                await connection.execute(
                    sa.insert(t.events).values(conversation_id=conversation, kind="read", actor=str(read_by), at=sa.func.now())
                )
                await connection.commit()
        return view

    async def find(self, channel: Channel | None, address: str | None, limit: int = 100) -> Sequence[UUID]:
        c = t.conversations.c
        query = sa.select(c.id).order_by(c.opened_at.desc(), c.number.desc()).limit(limit)
        if channel is not None:
            query = query.where(c.channel == channel)
        if address is not None:
            channels = [channel] if channel is not None else list(Channel)
            indexes = [self._sealing.index(f"address {each.value}", address) for each in channels]
            query = query.where(c.address_index.in_(indexes))
        async with self._engine.connect() as connection:
            return list((await connection.execute(query)).scalars())

    async def _signals(self, connection: AsyncConnection, conversation: UUID, key: SealedKey) -> tuple[Signal, ...]:
        query = sa.select(t.signals).where(t.signals.c.conversation_id == conversation).order_by(t.signals.c.id)
        rows = (await connection.execute(query)).mappings()
        return tuple(
            Signal(
                row["name"],
                Level(row["level"]),
                self._sealing.open(key, row["evidence_sealed"], evidence_context(row["message_id"], row["name"])),
            )
            for row in rows
        )

    async def _alerts(self, connection: AsyncConnection, conversation: UUID) -> tuple[AlertView, ...]:
        query = sa.select(t.alerts).where(t.alerts.c.conversation_id == conversation).order_by(t.alerts.c.at)
        return tuple(AlertView(Level(row["level"]), row["at"], row["reason"]) for row in (await connection.execute(query)).mappings())

    async def _events(self, connection: AsyncConnection, conversation: UUID) -> tuple[EventView, ...]:
        e = t.events.c
        query = (
            sa.select(e.kind, sa.func.coalesce(t.advocates.c.name, e.actor).label("actor"), e.at, e.detail)
            .outerjoin(t.advocates, sa.cast(t.advocates.c.id, sa.Text) == e.actor)
            .where(e.conversation_id == conversation, e.kind != "read")
            .order_by(e.id)
        )
        return tuple(EventView(row.kind, row.actor, row.at, row.detail) for row in await connection.execute(query))

    async def _messages(self, connection: AsyncConnection, conversation: UUID, key: SealedKey) -> tuple[MessageView, ...]:
        m = t.messages.c
        query = (
            sa.select(t.messages, t.deliveries.c.state, t.deliveries.c.error_code, t.advocates.c.name.label("advocate"))
            .outerjoin(t.deliveries, t.deliveries.c.id == m.id)
            .outerjoin(t.advocates, t.advocates.c.id == m.advocate_id)
            .where(m.conversation_id == conversation)
            .order_by(m.seq)
        )
        return tuple(self._message(row, key) for row in (await connection.execute(query)).mappings())

    def _message(self, row: RowMapping, key: SealedKey) -> MessageView:
        heard = "waiting" if row["answered_at"] is None else "heard"
        return MessageView(
            id=row["id"],
            direction=row["direction"],
            author=row["author"],
            advocate=row["advocate"],
            text=self._sealing.open(key, row["body_sealed"], body_context(row["id"])),
            language=row["language"],
            message_id=row["message_id"],
            flags=tuple(row["flags"]),
            at=row["at"],
            state=row["state"] or heard,
            error_code=row["error_code"],
        )


def _last_word_of_an_advocate() -> Any:
    said = t.messages.alias("said")
    return (
        sa.select(sa.func.max(said.c.at))
        .where(said.c.conversation_id == t.conversations.c.id, said.c.author == "advocate")
        .scalar_subquery()
    )


def _entry(row: RowMapping, called: ClimbView | None) -> QueueEntry:
    return QueueEntry(
        id=row["id"],
        number=row["number"],
        channel=row["channel"],
        level=Level(row["level"]),
        reasons=tuple(row["reasons"] or ()),
        owner=Owner(row["owner"]),
        advocate=row["advocate"],
        language=row["language"],
        opted_out=row["out"],
        waiting_since=row["waiting_since"],
        last_inbound_at=row["last_inbound_at"],
        unheard=row["unheard"],
        called=called,
    )
