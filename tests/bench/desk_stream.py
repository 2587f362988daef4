"""Signs in at the desk and listens to its stream, as a browser does: when did the desk hear of a conversation?

A stream that fell behind says `resync`; a browser fetches the queue then, and so do we: what the page shows has been heard of.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from contextlib import suppress

import httpx


class DeskStream:
    """`heard` maps a conversation's id to the moment its first news came."""

    def __init__(self, url: str) -> None:
        self.client = httpx.AsyncClient(base_url=url, timeout=httpx.Timeout(10, read=60), trust_env=False)
        self.heard: dict[str, float] = {}
        self._listening: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None

    async def sign_in(self, name: str, password: str) -> None:
        """Open the desk."""
        page = await self.client.get("/desk/sign-in")
        token = re.search(r'name="_csrf_token"[^>]*value="([^"]+)"', page.text)
        form = {"name": name, "password": password, "_csrf_token": token.group(1) if token else ""}
        answer = await self.client.post("/desk/sign-in", data=form, headers={"Origin": str(self.client.base_url).rstrip("/")})
        if answer.status_code not in (302, 303):
            raise RuntimeError(f"the desk did not let the bench in: {answer.status_code}")

    async def listen(self) -> None:
        """Begin to listen; returns once the stream is open."""
        opened = asyncio.Event()
        self._listening = asyncio.create_task(self._listen(opened))
        await asyncio.wait_for(opened.wait(), 10)

    async def close(self) -> None:
        """Stop listening."""
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        await self.client.aclose()

    async def _listen(self, opened: asyncio.Event) -> None:
        while True:
            # A stream that ends is opened again, as a browser does.
            with suppress(httpx.HTTPError):
                await self._listen_once(opened)
            await asyncio.sleep(0.5)

    async def _listen_once(self, opened: asyncio.Event) -> None:
        async with self.client.stream("GET", "/desk/stream") as stream:
            opened.set()
            async for line in stream.aiter_lines():
                if line.startswith("event:") and "resync" in line:
                    self._looking = self._looking or asyncio.create_task(self._look())
                if line.startswith("data:") and "conversation" in line:
                    with suppress(ValueError, KeyError):
                        self.heard.setdefault(json.loads(line[5:])["conversation"], time.monotonic())

    async def _look(self) -> None:
        """What the queue shows; the most urgent stand on top of it."""
        try:
            page = await self.client.get("/desk")
            for conversation in re.findall(r"/desk/conversations/([0-9a-f-]{36})", page.text):
                self.heard.setdefault(conversation, time.monotonic())
        finally:
            self._looking = None
