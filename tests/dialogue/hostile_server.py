"""An HTTP server on loopback that answers with exactly the bytes it is told to, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy as np

Answer = bytes
_CHUNK = 65_536


def http(body: bytes, *, status: str = "200 OK", kind: str = "application/json", headers: str = "") -> Answer:
    """A whole HTTP answer around `body`."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{headers}Connection: close\r\n\r\n"
    return head.encode() + body


@dataclass
class HostileServer:
    """`answer` is what everybody gets, after `delay` seconds; `bodies` and `paths` are what they sent, `sent` what was taken."""

    port: int = 0
    answer: Answer = b""
    delay: float = 0
    pause_between_bytes: float = 0
    sent: int = 0
    bodies: list[dict[str, object]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one answer."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.paths.append(head.split(" ")[1])
            length = next(int(line.split(":")[1]) for line in head.lower().split("\r\n") if line.startswith("content-length:"))
            self.bodies.append(json.loads(await reader.readexactly(length)))
            await asyncio.sleep(self.delay)
            if self.pause_between_bytes:
                for each in self.answer:
                    writer.write(bytes([each]))
                    await writer.drain()
                    await asyncio.sleep(self.pause_between_bytes)
            else:
                for start in range(0, len(self.answer), _CHUNK):
                    writer.write(self.answer[start : start + _CHUNK])
                    await writer.drain()
                    self.sent += _CHUNK
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def hostile_server() -> AsyncIterator[HostileServer]:
    """Listen on a free port."""
    hostile = HostileServer()
    server = await asyncio.start_server(hostile.serve, "127.0.0.1", 0)
    hostile.port = server.sockets[0].getsockname()[1]
    try:
        yield hostile
    finally:
        server.close()


def some_features(text: str) -> np.ndarray:
    """896 numbers that depend on the text, without the models."""
    return np.random.default_rng(abs(hash(text))).normal(0, 0.03, 896).astype(np.float32)
