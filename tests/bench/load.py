"""Posts signed webhooks at a steady rate or as fast as they are taken, and measures what comes of them."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from tests.support.pretend_twilio import PretendTwilio

_numbers = itertools.count(1)


def new_number() -> str:
    """A number that has not texted before."""
    return f"+1555{next(_numbers):07d}"


@dataclass
class Load:
    """Where to post, and what was measured: seconds per acknowledgement, and when each number's text was posted."""

    twilio: PretendTwilio
    url: str
    path: str
    public_url: str
    acknowledged: list[float] = field(default_factory=list)
    refused: int = 0
    posted_at: dict[str, float] = field(default_factory=dict)

    async def post(self, client: httpx.AsyncClient, text: str) -> str:
        """One text from a new number; returns the number."""
        number = new_number()
        form = self.twilio.form(number, text)
        headers = {
            "X-Twilio-Signature": self.twilio.signature(self.public_url + self.path, form),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        begun = self.posted_at[number] = time.monotonic()
        answer = await client.post(self.url + self.path, content=urlencode(form), headers=headers)
        self.acknowledged.append(time.monotonic() - begun)
        self.refused += answer.status_code != 200
        return number

    async def steadily(self, texts: Sequence[str], per_second: float) -> list[str]:
        """All `texts`, one every 1/`per_second` seconds whatever the answers take."""
        async with httpx.AsyncClient(timeout=60, trust_env=False, limits=httpx.Limits(max_connections=200)) as client:
            begun, posts = time.monotonic(), []
            for place, text in enumerate(texts):
                await asyncio.sleep(max(0.0, begun + place / per_second - time.monotonic()))
                posts.append(asyncio.create_task(self.post(client, text)))
            return list(await asyncio.gather(*posts))

    async def at_once(self, texts: Sequence[str], connections: int) -> list[str]:
        """All `texts` over `connections` connections, each posting its next text when the last one was answered."""
        waiting = iter(texts)
        numbers: list[str] = []

        async def one(client: httpx.AsyncClient) -> None:
            for text in waiting:
                numbers.append(await self.post(client, text))

        async with httpx.AsyncClient(timeout=120, trust_env=False, limits=httpx.Limits(max_connections=connections)) as client:
            await asyncio.gather(*(one(client) for _ in range(connections)))
        return numbers

    async def until_replied(self, numbers: Sequence[str], within: float) -> dict[str, float]:
        """Seconds from post to the first reply at the provider, for every number that got one within the time."""
        end = time.monotonic() + within
        while time.monotonic() < end and not set(numbers) <= {each.to for each in self.twilio.sent}:
            await asyncio.sleep(0.05)
        first: dict[str, float] = {}
        for each in self.twilio.sent:
            first.setdefault(each.to, each.at)
        return {number: first[number] - self.posted_at[number] for number in numbers if number in first}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of `values` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")
