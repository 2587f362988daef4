"""Posts signed webhooks at a steady rate or as fast as they are taken, and measures what comes of them.

The requests are made before the clock starts and go over plain sockets: what is measured is the service and not this client.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.support.pretend_twilio import PretendTwilio

_numbers = itertools.count(1)
_ANSWER_WITHIN = 120.0


def new_number() -> str:
    """A number that has not texted before."""
    return f"+1555{next(_numbers):07d}"


class Connection:
    """One kept-alive HTTP/1.1 connection, one request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self._place = (host, port)
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, request: bytes) -> int:
        """The status of the answer."""
        kept_open = self._streams is not None
        try:
            return await self._send(request)
        except (ConnectionError, asyncio.IncompleteReadError):
            # A server hangs up on whoever is idle, and may do so just as we begin; every HTTP client then asks again.
            if not kept_open:
                raise
            self.close()
            return await self._send(request)

    async def _send(self, request: bytes) -> int:
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._place)
        reader, writer = self._streams
        writer.write(request)
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _ANSWER_WITHIN)
        fields = {name.lower(): value for name, _, value in (line.partition(b": ") for line in head.split(b"\r\n"))}
        await reader.readexactly(int(fields.get(b"content-length", b"0")))
        if fields.get(b"connection", b"").lower() == b"close":
            self.close()
        return int(head.split(b" ", 2)[1])

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


@dataclass
class Load:
    """Where to post, and what was measured: seconds per acknowledgement, and when each number's text was posted."""

    twilio: PretendTwilio
    url: str
    path: str
    acknowledged: list[float] = field(default_factory=list)
    refused: int = 0
    posted_at: dict[str, float] = field(default_factory=dict)

    async def steadily(self, texts: Sequence[str], per_second: float) -> list[str]:
        """All `texts`, one every 1/`per_second` seconds whatever the answers take."""
        requests = [self._request(text) for text in texts]
        idle: list[Connection] = []

        async def post(number: str, request: bytes) -> None:
            connection = idle.pop() if idle else self._connection()
            await self._post(connection, number, request)
            idle.append(connection)

        begun, posts = time.monotonic(), []
        for place, (number, request) in enumerate(requests):
            await asyncio.sleep(max(0.0, begun + place / per_second - time.monotonic()))
            posts.append(asyncio.create_task(post(number, request)))
        await asyncio.gather(*posts)
        for connection in idle:
            connection.close()
        return [number for number, _ in requests]

    async def at_once(self, texts: Sequence[str], connections: int) -> list[str]:
        """All `texts` over `connections` connections, each posting its next text when the last one was answered."""
        requests = [self._request(text) for text in texts]
        waiting = iter(requests)

        async def one() -> None:
            connection = self._connection()
            for number, request in waiting:
                await self._post(connection, number, request)
            connection.close()

        await asyncio.gather(*(one() for _ in range(connections)))
        return [number for number, _ in requests]

    async def until_replied(self, numbers: Sequence[str], within: float) -> dict[str, float]:
        """Seconds from post to the first reply at the provider, for every number that got one within the time."""
        end = time.monotonic() + within
        while time.monotonic() < end and not set(numbers) <= {each.to for each in self.twilio.sent}:
            await asyncio.sleep(0.05)
        first: dict[str, float] = {}
        for each in self.twilio.sent:
            first.setdefault(each.to, each.at)
        return {number: first[number] - self.posted_at[number] for number in numbers if number in first}

    def _request(self, text: str) -> tuple[str, bytes]:
        number = new_number()
        form = self.twilio.form(number, text)
        body = urlencode(form).encode()
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: {urlsplit(self.url).netloc}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"X-Twilio-Signature: {self.twilio.signature(self.url + self.path, form)}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return number, head.encode() + body

    def _connection(self) -> Connection:
        place = urlsplit(self.url)
        return Connection(place.hostname or "", place.port or 80)

    async def _post(self, connection: Connection, number: str, request: bytes) -> None:
        begun = self.posted_at[number] = time.monotonic()
        try:
            status = await connection.send(request)
        except (OSError, asyncio.IncompleteReadError):
            connection.close()
            status = 0
        self.acknowledged.append(time.monotonic() - begun)
        self.refused += status != 200


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of `values` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")
