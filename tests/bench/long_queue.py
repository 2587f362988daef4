"""An emergency texted while thousands of everyday messages wait: when is it on the desk?"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.bench.desk_stream import DeskStream
from tests.bench.load import Load, percentile
from tests.bench.texts import EMERGENCIES, ROUTINE
from tests.support.running import RunningLantern

QUEUED = 10_000
TRIES, PER_SECOND = 100, 5
CONNECTIONS = 32
WITHIN_SECONDS = 2.0


async def measure_queue(lantern: RunningLantern, desk: DeskStream, *, rasa_hangs: bool) -> list[float]:
    """Seconds from webhook to desk of `TRIES` emergencies, sent while the worker works through `QUEUED` everyday messages."""
    load = Load(lantern.twilio, lantern.url, "/hooks/twilio/inbound")
    with stopped(lantern, "bot.cli", "worker"):
        await load.at_once(random.Random(7).choices(ROUTINE, k=QUEUED), CONNECTIONS)
    if not rasa_hangs:
        return await emergencies_reach(lantern, desk, load)
    with stopped(lantern, "config.rasa.serve"):
        return await emergencies_reach(lantern, desk, load)


async def emergencies_reach(lantern: RunningLantern, desk: DeskStream, load: Load) -> list[float]:
    """Seconds from webhook to the desk's news, for those emergencies whose conversation has an alert."""
    numbers = await load.steadily(random.Random(8).choices(EMERGENCIES, k=TRIES), PER_SECOND)
    await asyncio.sleep(WITHIN_SECONDS)
    seconds = []
    for number in numbers:
        conversation = await asyncio.to_thread(lantern.conversation, number)
        if conversation["alerts"] and conversation["id"] in desk.heard:
            seconds.append(desk.heard[conversation["id"]] - load.posted_at[number])
    return seconds


@contextmanager
def stopped(lantern: RunningLantern, *words: str) -> Iterator[None]:
    """A child process that does not get a turn while the body runs."""
    process = lantern.child(*words)
    process.suspend()
    try:
        yield
    finally:
        process.resume()


def report(alive: Sequence[float], hanging: Sequence[float]) -> str:
    """The rows of the page."""
    rows = [
        f"| {name} | {percentile(each, 0.5) * 1000:.0f} ms | {percentile(each, 0.99) * 1000:.0f} ms | {len(each)} of {TRIES} | "
        f"p99 <= {WITHIN_SECONDS * 1000:.0f} ms | "
        f"{'reached' if len(each) == TRIES and percentile(each, 0.99) <= WITHIN_SECONDS else 'NOT reached'} |"
        for name, each in (("Rasa alive", alive), ("Rasa hanging", hanging))
    ]
    return "\n".join(
        [
            f"## An emergency while {QUEUED:,} everyday messages are queued: webhook to desk",
            "",
            "| | p50 | p99 | n | to reach | |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )
