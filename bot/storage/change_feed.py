"""News from the database (NOTIFY) to everybody in this process who listens: implements `ports.ChangeFeed`."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from uuid import UUID

import psycopg

from bot.ports import Change, ChangeKind
from bot.storage.unit_of_work import CHANGES_CHANNEL

HEARTBEAT_SECONDS = 15.0
WAITING_NEWS = 256
_RECONNECT_SECONDS = 0.5


class PostgresChangeFeed:
    """One listening connection per process. A reader that falls behind, or a lost connection, gets one `resync` instead of the gap."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._readers: set[asyncio.Queue[Change]] = set()

    async def run(self) -> None:
        """Listen until cancelled, connecting again whenever the database goes away."""
        while True:
            with contextlib.suppress(psycopg.Error, OSError):
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {CHANGES_CHANNEL}")
                    # NOTIFY is never replayed: what happened while nobody listened must be fetched.
                    self._tell(Change(ChangeKind.RESYNC))
                    async for news in connection.notifies():
                        self._tell(_read(news.payload))
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def changes(self, only: UUID | None = None) -> AsyncIterator[Change]:
        queue: asyncio.Queue[Change] = asyncio.Queue(WAITING_NEWS)
        self._readers.add(queue)
        try:
            while True:
                try:
                    change = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    change = Change(ChangeKind.HEARTBEAT)
                if change.kind is not ChangeKind.CONVERSATION or only is None or change.conversation == only:
                    yield change
        finally:
            self._readers.discard(queue)

    def _tell(self, change: Change) -> None:
        for queue in self._readers:
            if queue.full():
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(Change(ChangeKind.RESYNC))
            else:
                queue.put_nowait(change)


def _read(payload: str) -> Change:
    try:
        return Change(ChangeKind.CONVERSATION, UUID(json.loads(payload)["conversation"]))
    except (ValueError, KeyError, TypeError):
        return Change(ChangeKind.RESYNC)
