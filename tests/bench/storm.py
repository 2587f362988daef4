"""Storms on the whole service: one sender at 10 texts a second, then a thousand senders at 50 a second, other people writing beside them.

`python -m tests.bench.storm --minutes 10` is the whole of trust.md F58 and F59 (10 and 30 minutes); fewer minutes, a shorter storm.
Counted: is every acknowledged text kept, once; how long do other people wait; when does an emergency reach the desk; does memory stay flat.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import psutil
import psycopg

from bot.postgres import BundledPostgres
from bot.settings import read_settings
from bot.storage.engine import libpq_url
from tests.bench.desk_stream import DeskStream
from tests.bench.load import Connection, percentile
from tests.bench.texts import EMERGENCIES, ROUTINE
from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import RunningLantern, running_lantern

OTHERS_PER_SECOND, URGENT_PER_SECOND = 2.0, 0.5
OTHERS_P99, URGENT_P99, GROWTH_MB = 2.0, 5.0, 200.0
PRIZE = "Congratulations, you have won a prize! Go to example.test now"
_INBOUND = "/hooks/twilio/inbound"


@dataclass
class Figures:
    """What one storm came to. Seconds and megabytes."""

    name: str
    acknowledged: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: int = 0
    kept: int = 0
    urgent_at_desk: list[float] = field(default_factory=list)
    urgent_replied: list[float] = field(default_factory=list)
    urgent: int = 0
    growth_mb: dict[str, float] = field(default_factory=dict)
    most_replies: int = 0
    most_replies_allowed: int = 0
    queue_seconds: float = 0.0
    page_seconds: float = 0.0
    ended: list[str] = field(default_factory=list)

    def wrong(self) -> list[str]:
        """What is not as it must be."""
        accepted = sum(map(len, self.acknowledged.values())) - self.refused
        checks = {
            f"{self.refused} refused": self.refused == 0,
            f"{self.kept} kept of {accepted} acknowledged": self.kept == accepted,
            "other people waited": percentile(self.acknowledged["others"], 0.99) <= OTHERS_P99,
            f"{len(self.urgent_at_desk)} of {self.urgent} emergencies at the desk": len(self.urgent_at_desk) == self.urgent,
            "an emergency was late": percentile(self.urgent_at_desk, 0.99) <= URGENT_P99,
            f"memory grew: {self.growth_mb}": all(each <= GROWTH_MB for each in self.growth_mb.values()),
            f"{self.ended}": not self.ended,
            f"{self.most_replies} texts to one phone": self.most_replies <= self.most_replies_allowed,
        }
        return [what for what, right in checks.items() if not right]

    def __str__(self) -> str:
        shown = [f"{self.name}: {self.kept} texts kept, {self.refused} refused"]
        for kind, times in self.acknowledged.items():
            p50, p99 = (percentile(times, share) * 1000 for share in (0.5, 0.99))
            shown.append(f"  {kind} acknowledged: p50 {p50:.0f} ms, p99 {p99:.0f} ms, worst {max(times) * 1000:.0f} ms (n {len(times)})")
        for what, times in (("on the desk", self.urgent_at_desk), ("answered", self.urgent_replied)):
            p50, p99 = (percentile(times, share) for share in (0.5, 0.99))
            shown.append(f"  emergencies {what}: p50 {p50:.2f} s, p99 {p99:.2f} s ({len(times)} of {self.urgent})")
        grown = ", ".join(f"{name} {each:+.0f} MB" for name, each in self.growth_mb.items())
        shown.append(f"  memory: {grown}; most texts to one phone of the storm: {self.most_replies}")
        shown.append(f"  queue page {self.queue_seconds * 1000:.0f} ms, conversation page {self.page_seconds * 1000:.0f} ms")
        return "\n".join([*shown, *(f"  WRONG: {each}" for each in self.wrong())])


class Storm:
    """Posts signed webhooks of several kinds at their own pace, whatever the answers take."""

    def __init__(self, lantern: RunningLantern, figures: Figures) -> None:
        self._lantern, self._figures = lantern, figures
        self._idle: list[Connection] = []
        self._posts: set[asyncio.Task[None]] = set()
        self.posted: dict[str, dict[str, float]] = defaultdict(dict)

    async def blow(self, kind: str, texts: Iterator[tuple[str, str]], per_second: float, seconds: float) -> None:
        """`texts` (number and body), one every 1/`per_second` s for so long."""
        begun = time.monotonic()
        for place in range(int(seconds * per_second)):
            await asyncio.sleep(max(0.0, begun + place / per_second - time.monotonic()))
            task = asyncio.create_task(self._post(kind, *next(texts)))
            self._posts.add(task)
            task.add_done_callback(self._posts.discard)

    async def end(self) -> None:
        """Wait for the last answers."""
        await asyncio.gather(*self._posts)
        for connection in self._idle:
            connection.close()

    async def _post(self, kind: str, number: str, text: str) -> None:
        twilio, place = self._lantern.twilio, urlsplit(self._lantern.url)
        form = twilio.form(number, text)
        body = urlencode(form).encode()
        signature = twilio.signature(self._lantern.url + _INBOUND, form)
        head = (
            f"POST {_INBOUND} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"X-Twilio-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        connection = self._idle.pop() if self._idle else Connection(place.hostname or "", place.port or 80)
        begun = time.monotonic()
        self.posted[kind].setdefault(number, begun)
        try:
            status = await connection.send(head.encode() + body)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            connection.close()
            status = 0
        self._idle.append(connection)
        self._figures.acknowledged[kind].append(time.monotonic() - begun)
        self._figures.refused += status != 200


def one_sender() -> Iterator[tuple[str, str]]:
    """A stuck phone: now the same, now something else."""
    return (("+15557770000", PRIZE if place % 3 else f"{random.choice(ROUTINE)} {place}") for place in itertools.count())


def many_senders(count: int) -> Iterator[tuple[str, str]]:
    """Spam from many numbers: mostly one body."""
    return ((f"+1555666{place % count:04d}", PRIZE if place % 5 else random.choice(ROUTINE)) for place in itertools.count())


def fresh_numbers(prefix: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """People who text once."""
    return ((f"{prefix}{place:05d}", random.choice(texts)) for place in itertools.count())


async def weather(
    name: str,
    lantern: RunningLantern,
    database: str,
    texts: Iterator[tuple[str, str]],
    per_second: float,
    seconds: float,
    prefix: str,
    share: float,
) -> Figures:
    """One storm, and other people and emergencies in it; `share` of every rate, for a machine that has other work."""
    figures = Figures(name)
    processes = {each: lantern.child("bot.cli", each) for each in ("web", "worker")}
    before = {each: resident(process) for each, process in processes.items()}
    kept_before = count_kept(database)
    password = lantern.command("advocate", "add", name).rsplit(" ", 1)[-1]
    desk = DeskStream(lantern.url)
    await desk.sign_in(name, password)
    await desk.listen()
    storm = Storm(lantern, figures)
    peaks = dict(before)
    watching = asyncio.create_task(watch(processes, peaks))
    await asyncio.gather(
        storm.blow("storm", texts, per_second * share, seconds),
        storm.blow("others", fresh_numbers(f"+155{prefix}1", ROUTINE), OTHERS_PER_SECOND * share, seconds),
        storm.blow("urgent", fresh_numbers(f"+155{prefix}2", EMERGENCIES), URGENT_PER_SECOND * share, seconds),
    )
    await storm.end()
    await asyncio.sleep(10)
    figures.queue_seconds, figures.page_seconds = await pages(desk, lantern, next(iter(storm.posted["storm"])))
    watching.cancel()
    figures.growth_mb = {each: (peaks[each] - before[each]) / 1e6 for each in processes}
    figures.kept = count_kept(database) - kept_before
    figures.ended = [line.strip() for line in lantern.lines if " ended" in line or "failed" in line][:5]
    urgent = storm.posted["urgent"]
    figures.urgent = len(urgent)
    first_reply: dict[str, float] = {}
    replies: dict[str, int] = defaultdict(int)
    for each in lantern.twilio.sent:
        first_reply.setdefault(each.to, each.at)
        replies[each.to] += each.to in storm.posted["storm"]
    for number, at in urgent.items():
        conversation = await conversation_of(lantern, number)
        if conversation and conversation["alerts"] and conversation["id"] in desk.heard:
            figures.urgent_at_desk.append(desk.heard[conversation["id"]] - at)
        if number in first_reply:
            figures.urgent_replied.append(first_reply[number] - at)
    figures.most_replies = max(replies.values(), default=0)
    settings = read_settings({})
    # A turn that begins within the budget may say a few texts; then the one that a person reads this.
    tens = seconds // 600 + 1
    figures.most_replies_allowed = int(min(settings.replies_in_ten_minutes * tens, settings.replies_a_day) + 4 * tens)
    await desk.close()
    return figures


def resident(process: psutil.Process) -> int:
    """Its resident memory, bytes."""
    return int(process.memory_info().rss)


async def watch(processes: dict[str, psutil.Process], peaks: dict[str, int]) -> None:
    """Note the most memory each process has, until cancelled."""
    while True:
        for name, process in processes.items():
            peaks[name] = max(peaks[name], resident(process))
        await asyncio.sleep(0.5)


def count_kept(database: str) -> int:
    """Texts of people in the database."""
    with psycopg.connect(libpq_url(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM messages WHERE direction = 'in'").fetchone()[0])  # type: ignore[index]


async def pages(desk: DeskStream, lantern: RunningLantern, number: str) -> tuple[float, float]:
    """Seconds for the queue and for the conversation of `number`, as an advocate's browser fetches them."""
    client: httpx.AsyncClient = desk.client
    conversation = (await conversation_of(lantern, number))["id"]
    times = []
    for path in ("/desk", f"/desk/conversations/{conversation}"):
        begun = time.monotonic()
        (await client.get(path, follow_redirects=True)).raise_for_status()
        times.append(time.monotonic() - begun)
    return times[0], times[1]


async def conversation_of(lantern: RunningLantern, number: str) -> dict[str, Any]:
    """The conversation of `number`, however busy the service still is."""
    end = time.monotonic() + 120
    while True:
        try:
            return await asyncio.to_thread(lantern.conversation, number)
        except httpx.TimeoutException:
            if time.monotonic() > end:
                raise


def storms(directory: Path, minutes: float, share: float = 1.0) -> list[Figures]:
    """Both storms on a service of their own: the first for so many minutes, the second for three times as many."""
    postgres = BundledPostgres(directory / "storm-pg")
    try:
        with (
            PretendTwilio() as twilio,
            running_lantern(directory / "data", twilio, DATABASE_URL=postgres.url, LANTERN_QUIET_SECONDS="2") as lantern,
        ):
            return asyncio.run(_both(lantern, postgres.url, minutes, share))
    finally:
        postgres.leave()


async def _both(lantern: RunningLantern, database: str, minutes: float, share: float) -> list[Figures]:
    warm = Figures("warm-up")
    storm = Storm(lantern, warm)
    await storm.blow("others", fresh_numbers("+15550", ROUTINE), 20, 10)
    await storm.end()
    await asyncio.sleep(10)
    return [
        await weather("one sender", lantern, database, one_sender(), 10, 60 * minutes, "1", share),
        await weather("many senders", lantern, database, many_senders(1000), 50, 180 * minutes, "2", share),
    ]


def main() -> int:
    """Run both storms and say what came of them; status 1 when anything is not as it must be."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--minutes", type=float, default=10.0)
    reader.add_argument("--share", type=float, default=1.0, help="of every rate")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="lantern-storm-") as directory:
        found = storms(Path(directory), asked.minutes, asked.share)
    for each in found:
        print(each)
    return int(any(each.wrong() for each in found))


if __name__ == "__main__":
    sys.exit(main())
