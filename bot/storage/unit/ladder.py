"""The ladder's rows: climbs, the rota they are decided with, and the pages they lead to."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlalchemy.dialects.postgresql import insert

from bot.domain.ladder import Climb, Rung
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.paging import SENDING_LASTS, TEST_PAGE, Page, Pager, PageState, PageWay
from bot.domain.records import Author
from bot.domain.rota import Absence, Rota, Shift
from bot.ports import CannotOpen, SealedKey, Sealing
from bot.storage import tables as t
from bot.storage.unit.base import UnitBase

# An open desk page signs in again every 15 s (bot/web/pages/stream.py): after two missed times nobody sits there any more.
AWAY_AFTER = timedelta(seconds=35)
AWAY_WITHOUT_SCRIPTS_AFTER = timedelta(minutes=5)


def pager_context(pager: UUID) -> str:
    """Where a sealed pager address belongs."""
    return f"pagers.address|{pager}"


def pager_from(row: RowMapping, sealing: Sealing) -> Pager:
    """The record of a pager row, its address opened."""
    key = SealedKey(row["key_id"], row["key_wrapped"])
    address = sealing.open(key, row["address_sealed"], pager_context(row["id"]))
    return Pager(row["id"], row["advocate_id"], PageWay(row["way"]), row["place"], address)


def shift_from(row: RowMapping) -> Shift:
    """The record of a shift row."""
    return Shift(
        id=row["id"], advocate=row["advocate_id"], place=row["place"], weekdays=frozenset(row["weekdays"]), begins=row["begins"],
        ends=row["ends"], zone=row["zone"], at_desk=row["at_desk"], first_day=row["first_day"], last_day=row["last_day"],
        on_days_off=row["on_days_off"],
    )  # fmt: skip


class LadderRows(UnitBase):
    """Climbs, pages, and who is on duty."""

    async def rota(self, now: datetime) -> Rota:
        a, p = t.advocates.c, t.pagers.c
        shifts = [
            shift_from(row)
            for row in (
                await self._connection.execute(
                    sa.select(t.shifts).join(t.advocates, a.id == t.shifts.c.advocate_id).where(a.disabled_at.is_(None))
                )
            ).mappings()
        ]
        absences = (await self._connection.execute(sa.select(t.absences).where(t.absences.c.ends > now))).mappings()
        days = (await self._connection.execute(sa.select(t.days_off.c.day))).scalars()
        pageable = sa.select(a.id, a.supervisor).where(a.disabled_at.is_(None), sa.exists().where(p.advocate_id == a.id)).order_by(a.name)
        people = (await self._connection.execute(pageable)).all()
        return Rota(
            shifts=shifts,
            absences=[Absence(row["id"], row["advocate_id"], row["begins"], row["ends"], row["covered_by"]) for row in absences],
            days_off=frozenset(days),
            supervisors=tuple(row.id for row in people if row.supervisor),
            pageable=tuple(row.id for row in people),
        )

    async def climb(self, conversation: UUID) -> Climb | None:
        query = sa.select(t.climbs).where(t.climbs.c.conversation_id == conversation).with_for_update()
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return _climb_from(row) if row else None

    async def save_climb(self, climb: Climb) -> None:
        row = {
            "level": climb.level,
            "started_at": climb.started_at,
            "next_at": climb.next_at,
            "done": sorted(climb.done),
            "ahead_seconds": int(climb.ahead.total_seconds()),
            "repeated": climb.repeated,
        }
        saved = insert(t.climbs).values(conversation_id=climb.conversation, **row)
        await self._connection.execute(saved.on_conflict_do_update(index_elements=["conversation_id"], set_=row))

    async def end_climb(self, conversation: UUID) -> None:
        await self._connection.execute(sa.delete(t.climbs).where(t.climbs.c.conversation_id == conversation))

    async def due_climbs(self, now: datetime, limit: int) -> Sequence[UUID]:
        c = t.climbs.c
        query = sa.select(c.conversation_id).where(c.next_at <= now).order_by(_rank(c.level).desc(), c.next_at).limit(limit)
        return list((await self._connection.execute(query)).scalars())

    async def left_by_their_advocate(self, now: datetime, limit: int) -> Sequence[UUID]:
        c, s, k = t.conversations.c, t.desk_sessions.c, t.api_tokens.c
        said, heard = t.messages.alias("said").c, t.messages.alias("heard").c
        last_word = (
            sa.select(sa.func.coalesce(sa.func.max(said.seq), 0))
            .where(said.conversation_id == c.id, said.author == Author.ADVOCATE)
            .correlate(t.conversations)
            .scalar_subquery()
        )
        unheard = sa.exists().where(heard.conversation_id == c.id, heard.direction == "in", heard.seq > last_word)
        # A page without scripts says nothing of itself, and nobody can see whether whoever works through the staff API is there.
        without_scripts = sa.and_(s.streamed_at.is_(None), s.last_seen_at > now - AWAY_WITHOUT_SCRIPTS_AFTER)
        there = sa.or_(without_scripts, s.streamed_at > sa.func.now() - AWAY_AFTER)
        at_the_desk = sa.exists().where(s.advocate_id == c.advocate_id, there)
        by_token = sa.exists().where(k.advocate_id == c.advocate_id, k.revoked_at.is_(None))
        climbing = sa.exists().where(t.climbs.c.conversation_id == c.id)
        query = (
            sa.select(c.id)
            .where(c.owner == Owner.HUMAN, c.level.in_([Level.URGENT, Level.EMERGENCY]))
            .where(unheard, ~at_the_desk, ~by_token, ~climbing)
            .limit(limit)
        )
        return list((await self._connection.execute(query)).scalars())

    async def add_page(self, conversation: UUID | None, advocate: UUID, rung: Rung | None, now: datetime) -> None:
        pager = sa.select(t.pagers.c.id).where(t.pagers.c.advocate_id == advocate).order_by(t.pagers.c.place).limit(1)
        first = (await self._connection.execute(pager)).scalar_one_or_none()
        await self._connection.execute(
            sa.insert(t.pages).values(
                id=uuid4(), conversation_id=conversation, advocate_id=advocate, pager_id=first, rung=rung or "trouble",
                state=PageState.QUEUED, created_at=now,
            )
        )  # fmt: skip

    async def claim_page(self, now: datetime) -> Page | None:
        p, c = t.pages.c, t.conversations.c
        lost = sa.and_(p.state == PageState.SENDING, p.attempted_at < now - SENDING_LASTS)
        query = (
            sa.select(t.pages, c.number)
            .outerjoin(t.conversations, c.id == p.conversation_id)
            .where(sa.or_(p.state == PageState.QUEUED, lost))
            .order_by(_rank(c.level).desc().nulls_last(), p.seq)
            .limit(1)
            .with_for_update(of=t.pages, skip_locked=True)
        )
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        attempts = row["attempts"] + 1
        await self._connection.execute(
            sa.update(t.pages).where(p.id == row["id"]).values(state=PageState.SENDING, attempts=attempts, attempted_at=now)
        )
        pagers = {each.id: each for each in await self.pagers_of(row["advocate_id"])}
        pager = pagers.get(row["pager_id"])
        return _page_from(row, pager, PageState.SENDING, attempts)

    async def pagers_of(self, advocate: UUID) -> Sequence[Pager]:
        query = sa.select(t.pagers).where(t.pagers.c.advocate_id == advocate).order_by(t.pagers.c.place)
        pagers = []
        for row in (await self._connection.execute(query)).mappings():
            # An address that does not open is no way to reach anybody: the next one is tried, and other people's pages go on.
            with contextlib.suppress(CannotOpen):
                pagers.append(pager_from(row, self._sealing))
        return pagers

    async def save_page(self, page: Page, provider_id: str | None = None, error_code: str | None = None) -> None:
        values = {
            "state": page.state,
            "attempts": page.attempts,
            "pager_id": page.pager.id if page.pager else None,
            "provider_id": provider_id,
            "error_code": error_code,
        }
        await self._connection.execute(sa.update(t.pages).where(t.pages.c.id == page.id).values(values))

    async def page_by_provider_id(self, provider_id: str) -> UUID | None:
        return (await self._connection.execute(sa.select(t.pages.c.id).where(t.pages.c.provider_id == provider_id))).scalar_one_or_none()

    async def page(self, page: UUID) -> Page | None:
        p, c = t.pages.c, t.conversations.c
        query = (
            sa.select(t.pages, c.number)
            .outerjoin(t.conversations, c.id == p.conversation_id)
            .where(p.id == page)
            .with_for_update(of=t.pages)
        )
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        pagers = {each.id: each for each in await self.pagers_of(row["advocate_id"])}
        return _page_from(row, pagers.get(row["pager_id"]), PageState(row["state"]), row["attempts"])


def _page_from(row: RowMapping, pager: Pager | None, state: PageState, attempts: int) -> Page:
    return Page(
        row["id"], row["conversation_id"], row["number"], row["advocate_id"], pager, state, attempts, row["created_at"],
        test=row["rung"] == TEST_PAGE,
    )  # fmt: skip


def _rank(level: sa.ColumnElement[str]) -> sa.Case[int]:
    return sa.case({each.value: each.rank for each in Level}, value=level)


def _climb_from(row: RowMapping) -> Climb:
    return Climb(
        conversation=row["conversation_id"],
        level=Level(row["level"]),
        started_at=row["started_at"],
        next_at=row["next_at"],
        done=frozenset(Rung(each) for each in row["done"]),
        ahead=timedelta(seconds=row["ahead_seconds"]),
        repeated=row["repeated"],
    )
