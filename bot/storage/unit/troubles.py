"""What is wrong with the line itself, seen by any process and shown to everybody who can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.troubles import FORGOTTEN_AFTER, Trouble, TroubleSeen
from bot.storage import tables as t
from bot.storage.unit.base import UnitBase


class Troubles(UnitBase):
    """One row for each trouble that lasts."""

    async def note_trouble(self, kind: Trouble, now: datetime) -> None:
        c = t.troubles.c
        row = insert(t.troubles).values(kind=kind, since=now, last_at=now)
        # What was forgotten begins anew, and is told anew.
        again = c.last_at < now - FORGOTTEN_AFTER
        changed = {
            "since": sa.case((again, now), else_=c.since),
            "paged_at": sa.case((again, sa.null()), else_=c.paged_at),
            "count": sa.case((again, 1), else_=c.count + 1),
            "last_at": now,
        }
        await self._connection.execute(row.on_conflict_do_update(index_elements=["kind"], set_=changed))

    async def end_trouble(self, *kinds: Trouble) -> None:
        c = t.troubles.c
        # Whoever has the row now has just seen the trouble: it is not over, and nobody waits to say that it is.
        free = sa.select(c.kind).where(c.kind.in_(kinds)).with_for_update(skip_locked=True)
        await self._connection.execute(sa.delete(t.troubles).where(c.kind.in_(free.scalar_subquery())))

    async def troubles(self, now: datetime, *, lock: bool = False) -> Sequence[TroubleSeen]:
        c = t.troubles.c
        query = sa.select(t.troubles).where(c.last_at >= now - FORGOTTEN_AFTER).order_by(c.since)
        query = query.with_for_update() if lock else query
        rows = (await self._connection.execute(query)).mappings()
        return [TroubleSeen(Trouble(row["kind"]), row["since"], row["last_at"], row["count"], row["paged_at"]) for row in rows]

    async def trouble_told(self, kind: Trouble, now: datetime) -> None:
        await self._connection.execute(sa.update(t.troubles).where(t.troubles.c.kind == kind).values(paged_at=now))
