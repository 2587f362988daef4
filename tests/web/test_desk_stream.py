"""The live stream: says which conversation changed and nothing else, ends with the session, and one slow reader hurts nobody."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from uuid import uuid4

import httpx
import pytest

from bot.ports import Change, ChangeKind
from bot.web.pages import stream as streams
from bot.web.pages.stream import live
from tests.support.pages_server import Feed, Served, serving
from tests.support.visitor import Visitor


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=False) as up:
        yield up


@asynccontextmanager
async def listening(visitor: Visitor, path: str) -> AsyncIterator[AsyncIterator[tuple[str, dict[str, str]]]]:
    """The stream's events as (name, data)."""
    headers = {"Accept": "text/event-stream"}
    async with visitor.client.stream("GET", path, headers=headers, timeout=60) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield _events(response)


async def _events(response: httpx.Response) -> AsyncIterator[tuple[str, dict[str, str]]]:
    name = ""
    async for line in response.aiter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


async def test_the_stream_names_the_conversation_and_nothing_else(served: Served) -> None:
    async with Visitor(served.url) as ana:
        await ana.sign_in()
        async with listening(ana, "/desk/stream") as events:
            assert await anext(events) == ("heartbeat", {})
            one = served.line.opens("canary-7731 he has a knife")
            assert await anext(events) == ("changed", {"conversation": str(one)})


async def test_nothing_falls_between_the_page_and_its_stream(served: Served) -> None:
    async with Visitor(served.url) as ana:
        await ana.sign_in()
        for _ in range(20):
            async with listening(ana, "/desk/stream") as events:
                # When the first event is out, the stream listens already.
                await anext(events)
                one = served.line.opens("hello")
                assert await anext(events) == ("changed", {"conversation": str(one)})


async def test_the_stream_ends_when_the_session_does(served: Served) -> None:
    served.line.feed.heartbeat = 0.05
    async with Visitor(served.url) as ana:
        await ana.sign_in()
        async with listening(ana, "/desk/stream") as events:
            assert await anext(events) == ("heartbeat", {})
            assert await anext(events) == ("heartbeat", {})
            served.line.staff.sessions.clear()
            rest = [event async for event in events]
            assert len(rest) <= 2
        response = await ana.client.get("/desk/stream", headers={"Accept": "text/event-stream"})
        assert response.status_code == 401


async def test_on_a_busy_line_without_heartbeats_the_session_is_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "CHECK_SECONDS", 0.0)
    feed, asked = Feed(), 0

    async def allowed() -> bool:
        nonlocal asked
        asked += 1
        return asked < 3

    body = live(feed.changes(), allowed, name_conversations=True).iterator
    async with aclosing(body._async_generator()) as chunks:  # type: ignore[attr-defined]
        seen = 0
        async for chunk in chunks:
            seen += b"changed" in chunk
            feed.tell(uuid4())
    assert (asked, seen) == (3, 2)


async def test_F47_a_reader_who_does_not_read_holds_up_nobody_and_is_told_to_fetch_again(served: Served) -> None:
    feed = served.line.feed

    async def allowed() -> bool:
        return True

    # A browser that does not read leaves the answer waiting in `send`, so its events are not asked for any more.
    stuck = live(feed.changes(), allowed, name_conversations=True).iterator._async_generator()  # type: ignore[attr-defined]
    async with Visitor(served.url) as quick, aclosing(stuck):
        while b"heartbeat" not in await anext(stuck):
            pass
        await quick.sign_in("Ben")
        async with listening(quick, "/desk/stream") as events:
            await anext(events)
            for _ in range(3000):
                changed = uuid4()
                feed.tell(changed)
                assert await asyncio.wait_for(anext(events), 2) == ("changed", {"conversation": str(changed)})
            assert len(feed.readers) == 2
            assert all(queue.qsize() <= 256 for queue in feed.readers)
            assert b"resync" in b"".join([await anext(stuck) for _ in range(2)])


async def test_a_closed_stream_leaves_nothing_behind(served: Served) -> None:
    async with Visitor(served.url) as ana:
        await ana.sign_in()
        async with listening(ana, "/desk/stream") as events:
            await anext(events)
            assert len(served.line.feed.readers) == 1
        for _ in range(100):
            await asyncio.sleep(0.02)
            if not served.line.feed.readers:
                break
        assert not served.line.feed.readers


async def test_a_reader_who_falls_behind_gets_one_resync_instead_of_the_gap(served: Served) -> None:
    feed = served.line.feed
    async with Visitor(served.url) as ana:
        await ana.sign_in()
        async with listening(ana, "/desk/stream") as events:
            await anext(events)
            for _ in range(400):  # without giving the stream a turn
                feed.tell(uuid4())
            names = [name for name, _ in [await anext(events) for _ in range(2)]]
            assert "resync" in names


async def test_news_without_an_event_name_or_data_would_be_dropped_by_browsers() -> None:
    async def news() -> AsyncIterator[Change]:
        yield Change(ChangeKind.CONVERSATION, uuid4())
        yield Change(ChangeKind.RESYNC)

    async def allowed() -> bool:
        return True

    body = live(news(), allowed, name_conversations=False).iterator
    chunks = [chunk async for chunk in body._async_generator()]  # type: ignore[attr-defined]
    events = [chunk.decode() for chunk in chunks if b"event:" in chunk]
    assert [event.splitlines() for event in events] == [
        [f"event: {name}", "data: {}", ""] for name in ("heartbeat", "changed", "resync")
    ]  # fmt: skip
