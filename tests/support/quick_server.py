"""What makes hundreds of small servers affordable: they end when they are told to, and templates are compiled once for all of them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import jinja2
import uvicorn
from jinja2.bccache import Bucket
from litestar import Litestar


class QuickServer(uvicorn.Server):
    """Serves until `end`, and then cuts off what is still being answered; uvicorn itself looks ten times a second, and waits."""

    def __init__(self, app: Any, **more: Any) -> None:
        super().__init__(uvicorn.Config(app, log_config=None, access_log=False, **more))
        self._told = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def end(self) -> None:
        """Stop soon; from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._told.set)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)

    async def main_loop(self) -> None:
        # Sets the headers of all answers, the date among them.
        await self.on_tick(0)
        await self._told.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for each in sockets or ():
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        answering = list(self.server_state.tasks)
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)
        await self.lifespan.shutdown()


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates in memory; Jinja itself looks whether their source has changed."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


def with_compiled_templates(app: Litestar) -> Litestar:
    """The same application, which finds its templates compiled by the one before."""
    engine = app.template_engine
    assert engine is not None
    engine.engine.bytecode_cache = _compiled
    return app
