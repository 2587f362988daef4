"""What every part of a transaction shares: the connection, the keys of the conversations it touched, the keyed index."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.addresses import Address
from bot.ports import SealedKey, Sealing
from bot.storage import tables as t
from bot.storage.sealed_rows import key_of

_NOT_YET = timedelta(minutes=30)


def earlier_or_not_yet(moment: sa.ColumnElement[Any], before: datetime) -> sa.ColumnElement[bool]:
    """Whether a moment lies before `before`; or well after it: then the clock was set back, and who waits must not wait for it again."""
    return sa.or_(moment < before, moment > before + _NOT_YET)


class UnitBase:
    """One transaction on `connection`. Its parts are the classes beside this file, each about one subject."""

    def __init__(self, connection: AsyncConnection, sealing: Sealing) -> None:
        self._connection = connection
        self._sealing = sealing
        self._keys: dict[UUID, SealedKey] = {}

    async def _key(self, conversation: UUID) -> SealedKey:
        if conversation not in self._keys:
            c = t.conversations.c
            query = sa.select(c.key_id, c.key_wrapped).where(c.id == conversation)
            self._keys[conversation] = key_of((await self._connection.execute(query)).mappings().one())
        return self._keys[conversation]

    def _index(self, address: Address) -> bytes:
        return self._sealing.index(f"address {address.channel.value}", address.value)
