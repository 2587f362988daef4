"""The rota as the desk edits it: implements `ports.RotaBook`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.paging import PageState, PageWay
from bot.domain.rota import Absence, Shift
from bot.domain.views import PagerView, RotaView
from bot.ports import Clock, Sealing
from bot.storage import tables as t
from bot.storage.queries.climbs import page_view
from bot.storage.unit.ladder import pager_context, pager_from, shift_from

PAGES_SHOWN = 50
_PAGES_SHOWN_FOR = timedelta(days=7)
# In the place of a rung.
TEST = "test"


class PostgresRotaBook:
    """Every change is one transaction and counts from then on: the ladder reads the rota anew at every step."""

    def __init__(self, engine: AsyncEngine, sealing: Sealing, clock: Clock) -> None:
        self._engine = engine
        self._sealing = sealing
        self._clock = clock

    async def view(self) -> RotaView:
        now, a, p, c = self._clock.now(), t.advocates.c, t.pages.c, t.conversations.c
        async with self._engine.connect() as connection:
            people = (await connection.execute(sa.select(a.id, a.name, a.supervisor).where(a.disabled_at.is_(None)).order_by(a.name))).all()
            serving = sa.select(t.shifts).join(t.advocates, a.id == t.shifts.c.advocate_id).where(a.disabled_at.is_(None))
            shifts = (await connection.execute(serving.order_by(t.shifts.c.place, t.shifts.c.begins))).mappings().all()
            absences = (
                await connection.execute(sa.select(t.absences).where(t.absences.c.ends > now).order_by(t.absences.c.begins))
            ).mappings()
            days = await connection.execute(
                sa.select(t.days_off).where(t.days_off.c.day >= now.date() - timedelta(days=1)).order_by(t.days_off.c.day)
            )
            pagers = (await connection.execute(sa.select(t.pagers).order_by(t.pagers.c.place))).mappings().all()
            pages = await connection.execute(
                sa.select(t.pages, a.name, c.number, t.pagers.c.way)
                .join(t.advocates, a.id == p.advocate_id)
                .outerjoin(t.conversations, c.id == p.conversation_id)
                .outerjoin(t.pagers, t.pagers.c.id == p.pager_id)
                .where(p.created_at > now - _PAGES_SHOWN_FOR)
                .order_by(p.created_at.desc())
                .limit(PAGES_SHOWN)
            )
            return RotaView(
                advocates={row.id: row.name for row in people},
                supervisors=frozenset(row.id for row in people if row.supervisor),
                shifts=[shift_from(row) for row in shifts],
                absences=[Absence(row["id"], row["advocate_id"], row["begins"], row["ends"], row["covered_by"]) for row in absences],
                days_off={row.day: row.name for row in days},
                pagers=[
                    PagerView(each.id, each.advocate, each.way, each.place, _hint(each.way, each.address))
                    for each in (pager_from(row, self._sealing) for row in pagers)
                ],
                pages=[page_view(row) for row in pages.mappings()],
            )

    async def add_shift(self, shift: Shift) -> None:
        row = {
            "id": shift.id, "advocate_id": shift.advocate, "place": shift.place, "weekdays": sorted(shift.weekdays),
            "begins": shift.begins, "ends": shift.ends, "zone": shift.zone, "at_desk": shift.at_desk, "first_day": shift.first_day,
            "last_day": shift.last_day, "on_days_off": shift.on_days_off,
        }  # fmt: skip
        # The form's own id: sent twice, it is one shift.
        await self._do(insert(t.shifts).values(row).on_conflict_do_nothing(index_elements=["id"]))

    async def remove_shift(self, shift: UUID) -> None:
        await self._do(sa.delete(t.shifts).where(t.shifts.c.id == shift))

    async def add_absence(self, advocate: UUID, begins: datetime, ends: datetime, covered_by: UUID | None) -> None:
        if not begins < ends or covered_by == advocate:
            raise ValueError("an absence ends after it begins, and somebody else covers it")
        row = {"id": uuid4(), "advocate_id": advocate, "begins": begins, "ends": ends, "covered_by": covered_by}
        await self._do(sa.insert(t.absences).values(row))

    async def remove_absence(self, absence: UUID) -> None:
        await self._do(sa.delete(t.absences).where(t.absences.c.id == absence))

    async def add_day_off(self, day: date, name: str) -> None:
        await self._do(insert(t.days_off).values(day=day, name=name).on_conflict_do_update(index_elements=["day"], set_={"name": name}))

    async def remove_day_off(self, day: date) -> None:
        await self._do(sa.delete(t.days_off).where(t.days_off.c.day == day))

    async def add_pager(self, advocate: UUID, way: PageWay, address: str) -> None:
        identity, key, p = uuid4(), self._sealing.new_key(self._clock.now()), t.pagers.c
        last = sa.select(sa.func.coalesce(sa.func.max(p.place), 0) + 1).where(p.advocate_id == advocate).scalar_subquery()
        sealed = self._sealing.seal(key, address, pager_context(identity))
        row = {"id": identity, "advocate_id": advocate, "way": way, "place": last, "address_sealed": sealed}
        await self._do(sa.insert(t.pagers).values(**row, key_id=key.key_id, key_wrapped=key.wrapped))

    async def remove_pager(self, pager: UUID) -> None:
        await self._do(sa.delete(t.pagers).where(t.pagers.c.id == pager))

    async def test_page(self, advocate: UUID) -> None:
        first = sa.select(t.pagers.c.id).where(t.pagers.c.advocate_id == advocate).order_by(t.pagers.c.place).limit(1).scalar_subquery()
        row = {"id": uuid4(), "advocate_id": advocate, "pager_id": first, "rung": TEST, "state": PageState.QUEUED}
        await self._do(sa.insert(t.pages).values(**row, created_at=self._clock.now()))

    async def set_supervisor(self, advocate: UUID, supervisor: bool) -> None:
        await self._do(sa.update(t.advocates).where(t.advocates.c.id == advocate).values(supervisor=supervisor))

    async def _do(self, change: sa.Executable) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(change)


def _hint(way: PageWay, address: str) -> str:
    """Enough of an address for its owner to know it, and no more: colleagues see this."""
    if way is PageWay.SMS:
        return f"...{address[-2:]}"
    if way is PageWay.EMAIL:
        name, _, host = address.partition("@")
        return f"{name[:1]}...@{host}"
    return address.split("/")[2] if address.count("/") >= 2 else "..."
