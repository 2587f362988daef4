"""How far the provider's own list of messages has been compared with ours, and who is comparing now."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from bot.domain.addresses import Channel
from bot.storage import tables as t
from bot.storage.unit.base import UnitBase

# Any number that no other advisory lock of this database has.
_RECONCILING = 7_301_226


class ReconciledUntil(UnitBase):
    """One point in time per channel."""

    async def alone_in_reconciling(self) -> bool:
        return bool((await self._connection.execute(sa.select(sa.func.pg_try_advisory_xact_lock(_RECONCILING)))).scalar_one())

    async def listed_until(self, channel: Channel) -> datetime | None:
        query = sa.select(t.reconciled.c.listed_until).where(t.reconciled.c.channel == channel)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def save_listed_until(self, channel: Channel, until: datetime) -> None:
        row = insert(t.reconciled).values(channel=channel, listed_until=until)
        later = sa.func.greatest(t.reconciled.c.listed_until, until)
        await self._connection.execute(row.on_conflict_do_update(index_elements=["channel"], set_={"listed_until": later}))
