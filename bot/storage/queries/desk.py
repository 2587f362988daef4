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
_WAITING = sa.func.coalesce(t.conversations.c.waiting_since, t.conversations.c.last_inbound_at, t.conversations.c.opened_at)
# So many calm conversations that say one thing are one card; a few people who write "hello" are not.
FOLDED_FROM = 10
# Signs, calls and events of one conversation that a page shows: the newest.
MOST_SHOWN = 500


class PostgresDesk:
    """Reads in one transaction per screen, so that what is shown belongs together."""

    def __init__(self, engine: AsyncEngine, sealing: Sealing) -> None:
        self._engine = engine
        self._sealing = sealing

    async def queue(self, limit: int = 200, *, skip: int = 0, like: UUID | None = None) -> Sequence[QueueEntry]:
        c = t.conversations.c
        shown = _folded() if like is None else _those_like(like)
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
        order = (_LEVEL_RANK.desc(), (c.owner == Owner.HUMAN).asc())
        # The first rows are chosen before anything is counted for them: a storm opens thousands of conversations.
        chosen = sa.select(c.id, shown.c.alike, shown.c.since).join(shown, shown.c.id == c.id)
        first = chosen.order_by(*order, shown.c.since, c.number).limit(limit).offset(skip).subquery()
        query = (
            sa.select(
                t.conversations,
                t.advocates.c.name.label("advocate"),
                unheard.label("unheard"),
                reasons.label("reasons"),
                out.label("out"),
                first.c.alike,
                first.c.since,
            )
            .join(first, first.c.id == c.id)
            .outerjoin(t.advocates, t.advocates.c.id == c.advocate_id)
            .order_by(*order, first.c.since, c.number)
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
            called = await climbs_of(connection, [row["id"] for row in rows if row["owner"] == Owner.WAITING])
        return [_entry(row, called.get(row["id"])) for row in rows]

    async def conversation(
        self, conversation: UUID, *, read_by: UUID | None = None, last: int | None = None, before: UUID | None = None
    ) -> ConversationView | None:
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
            messages, earlier = await self._messages(connection, conversation, key_of(row), last, before)
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
                messages=messages,
                events=await self._events(connection, conversation),
                opened_at=row["opened_at"],
                waiting_since=row["waiting_since"],
                last_inbound_at=row["last_inbound_at"],
                open_question=question_in(row),
                memory=memory_in(row, self._sealing),
                climb=(await climbs_of(connection, [conversation])).get(conversation),
                earlier=earlier,
                later=before is not None,
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
        newest = sa.select(t.signals).where(t.signals.c.conversation_id == conversation).order_by(t.signals.c.id.desc())
        rows = reversed((await connection.execute(newest.limit(MOST_SHOWN))).mappings().all())
        return tuple(
            Signal(
                row["name"],
                Level(row["level"]),
                self._sealing.open(key, row["evidence_sealed"], evidence_context(row["message_id"], row["name"])),
            )
            for row in rows
        )

    async def _alerts(self, connection: AsyncConnection, conversation: UUID) -> tuple[AlertView, ...]:
        newest = sa.select(t.alerts).where(t.alerts.c.conversation_id == conversation).order_by(t.alerts.c.at.desc()).limit(MOST_SHOWN)
        rows = sorted((await connection.execute(newest)).mappings(), key=lambda row: row["at"])
        return tuple(AlertView(Level(row["level"]), row["at"], row["reason"]) for row in rows)

    async def _events(self, connection: AsyncConnection, conversation: UUID) -> tuple[EventView, ...]:
        e = t.events.c
        query = (
            sa.select(e.kind, sa.func.coalesce(t.advocates.c.name, e.actor).label("actor"), e.at, e.detail)
            .outerjoin(t.advocates, sa.cast(t.advocates.c.id, sa.Text) == e.actor)
            .where(e.conversation_id == conversation, e.kind != "read")
            .order_by(e.id.desc())
            .limit(MOST_SHOWN)
        )
        rows = (await connection.execute(query)).all()
        return tuple(EventView(row.kind, row.actor, row.at, row.detail) for row in reversed(rows))

    async def _messages(
        self, connection: AsyncConnection, conversation: UUID, key: SealedKey, last: int | None, before: UUID | None
    ) -> tuple[tuple[MessageView, ...], bool]:
        """The messages in the order of arrival, and whether there are earlier ones than were asked for."""
        m, mark = t.messages.c, t.messages.alias("mark").c
        query = (
            sa.select(t.messages, t.deliveries.c.state, t.deliveries.c.error_code, t.advocates.c.name.label("advocate"))
            .outerjoin(t.deliveries, t.deliveries.c.id == m.id)
            .outerjoin(t.advocates, t.advocates.c.id == m.advocate_id)
            .where(m.conversation_id == conversation)
            .order_by(m.at.desc(), m.seq.desc())
        )
        if before is not None:
            query = query.where(sa.tuple_(m.at, m.seq) < sa.select(mark.at, mark.seq).where(mark.id == before).scalar_subquery())
        rows = (await connection.execute(query.limit(None if last is None else last + 1))).mappings().all()
        shown = rows if last is None else rows[:last]
        return tuple(self._message(row, key) for row in reversed(shown)), len(shown) < len(rows)

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


def _body() -> Any:
    """What a conversation says when it may be folded: never in danger, never while a human answers."""
    c = t.conversations.c
    calm = c.level.in_([Level.ROUTINE, Level.ELEVATED]) & c.owner.in_([Owner.ASSISTANT, Owner.WAITING])
    return sa.case((calm, c.only_body_index), else_=None)


def _folded() -> Any:
    """Open conversations; of many that are calm and say one thing only the one that waits longest, with their number."""
    c = t.conversations.c
    body, group = _body(), [_body(), c.level, c.owner]
    each = (
        sa.select(
            c.id,
            body.is_not(None).label("may_fold"),
            sa.func.count().over(partition_by=group).label("many"),
            # The oldest one stands for all, so that the row keeps its place under the reader's hands.
            sa.func.row_number().over(partition_by=group, order_by=c.number).label("place"),
            sa.func.min(_WAITING).over(partition_by=group).label("longest"),
            _WAITING.label("since"),
        )
        .where(c.owner != Owner.CLOSED)
        .subquery()
    )
    folds = each.c.may_fold & (each.c.many >= FOLDED_FROM)
    alike, since = sa.case((folds, each.c.many), else_=1), sa.case((folds, each.c.longest), else_=each.c.since)
    return sa.select(each.c.id, alike.label("alike"), since.label("since")).where(~folds | (each.c.place == 1)).subquery()


def _those_like(conversation: UUID) -> Any:
    """Every conversation that is folded into one with `conversation`."""
    c, one = t.conversations.c, t.conversations.alias("one").c
    model = sa.select(one.only_body_index, one.level, one.owner).where(one.id == conversation).subquery()
    alike = (_body() == model.c.only_body_index) & (c.level == model.c.level) & (c.owner == model.c.owner)
    return sa.select(c.id, sa.literal(1).label("alike"), _WAITING.label("since")).join(model, alike).subquery()


def _last_word_of_an_advocate() -> Any:
    said = t.messages.alias("said")
    return (
        sa.select(sa.func.max(said.c.at))
        .where(said.c.conversation_id == t.conversations.c.id, said.c.direction == "out", said.c.author == "advocate")
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
        waiting_since=row["since"] if row["alike"] > 1 and row["waiting_since"] else row["waiting_since"],
        last_inbound_at=row["last_inbound_at"],
        unheard=row["unheard"],
        called=called,
        alike=row["alike"],
    )
