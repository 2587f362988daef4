"""Live streams (server-sent events) that say only that something changed; the page is fetched again where access is checked."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable

from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from bot.ports import Change, ChangeKind

CHECK_SECONDS = 10.0
_RECONNECT_MILLISECONDS = 2000


def live(changes: AsyncIterator[Change], allowed: Callable[[], Awaitable[bool]], *, name_conversations: bool) -> ServerSentEvent:
    """The answer that carries `changes`: events `changed`, `resync` and `heartbeat`. Ends soon after `allowed` says no."""
    return ServerSentEvent(_events(changes, allowed, name_conversations=name_conversations), retry_duration=_RECONNECT_MILLISECONDS)


async def _events(
    changes: AsyncIterator[Change], allowed: Callable[[], Awaitable[bool]], *, name_conversations: bool
) -> AsyncIterator[ServerSentEventMessage]:
    coming = asyncio.ensure_future(_next(changes))
    try:
        # One turn of the loop, and we listen. Only then the browser is told, which fetches the page: nothing can fall in between.
        await asyncio.sleep(0)
        yield _event("heartbeat")
        checked = time.monotonic()
        while (change := await coming) is not None:
            coming = asyncio.ensure_future(_next(changes))
            # By the clock and not only at heartbeats: on a busy line there are none.
            if change.kind is ChangeKind.HEARTBEAT or time.monotonic() - checked > CHECK_SECONDS:
                if not await allowed():
                    return
                checked = time.monotonic()
            yield _told(change, name_conversations=name_conversations)
    finally:
        coming.cancel()


async def _next(changes: AsyncIterator[Change]) -> Change | None:
    return await anext(changes, None)


def _told(change: Change, *, name_conversations: bool) -> ServerSentEventMessage:
    match change.kind:
        case ChangeKind.CONVERSATION:
            return _event("changed", {"conversation": str(change.conversation)} if name_conversations else None)
        case ChangeKind.RESYNC:
            return _event("resync")
        case ChangeKind.HEARTBEAT:
            return _event("heartbeat")


def _event(name: str, data: dict[str, str] | None = None) -> ServerSentEventMessage:
    # A browser drops events without data.
    return ServerSentEventMessage(event=name, data=json.dumps(data or {}))
