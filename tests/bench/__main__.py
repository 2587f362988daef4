"""`make bench`: our whole service and the peer, one after the other on one machine in one run. Writes docs/benchmarks.md."""

from __future__ import annotations

import asyncio
import os
import platform
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import long_queue, triage_speed
from tests.bench.desk_stream import DeskStream
from tests.bench.load import Load, percentile
from tests.bench.peer import running_peer
from tests.bench.texts import EMERGENCIES, ROUTINE
from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import PROJECT, RunningLantern, running_lantern

RATE, RATE_SECONDS = 50, 20
ALERTS = 100
REPLIES = 60
BATCH, CONNECTIONS = 400, 32
ACK_P99_MS, ALERT_P99_MS = 25.0, 1000.0


@dataclass(slots=True)
class Ours:
    """What was measured of our service; seconds."""

    acknowledged: list[float]
    alerts: list[float]
    replies: list[float]
    batch_seconds: float
    batch_acknowledged: list[float]
    answered: int
    refused: int
    queue_alive: list[float]
    queue_hanging: list[float]


@dataclass(slots=True)
class Peers:
    """What was measured of the peer; seconds."""

    batch_seconds: float
    acknowledged: list[float]
    answered: int


def texts(count: int, seed: int) -> list[str]:
    """`count` everyday texts in a fixed random order."""
    return random.Random(seed).choices(ROUTINE, k=count)


async def measure_ours(lantern: RunningLantern) -> Ours:
    """All measurements of our service, one after the other, the queue empty between them."""
    load = Load(lantern.twilio, lantern.url, "/hooks/twilio/inbound")
    await load.until_replied(await load.at_once(texts(40, 1), 4), 60)
    load.acknowledged.clear()

    replies = [await load.until_replied(await load.at_once([text], 1), 20) for text in texts(REPLIES, 2)]
    begun = time.monotonic()
    numbers = await load.at_once(texts(BATCH, 3), CONNECTIONS)
    batch_acknowledged = load.acknowledged[-BATCH:]
    answered = await load.until_replied(numbers, 120)
    batch_seconds = max(load.posted_at[number] + seconds for number, seconds in answered.items()) - begun

    desk = await listening(lantern)
    alerts = await measure_alerts(lantern, load, desk)
    load.acknowledged.clear()
    await load.steadily(texts(RATE * RATE_SECONDS, 4), RATE)
    acknowledged, refused = list(load.acknowledged), load.refused
    queue_alive = await long_queue.measure_queue(lantern, desk, rasa_hangs=False)
    queue_hanging = await long_queue.measure_queue(lantern, desk, rasa_hangs=True)
    await desk.close()
    return Ours(
        acknowledged,
        alerts,
        [s for each in replies for s in each.values()],
        batch_seconds,
        batch_acknowledged,
        len(answered),
        refused,
        queue_alive,
        queue_hanging,
    )


async def listening(lantern: RunningLantern) -> DeskStream:
    """An advocate's open desk."""
    password = lantern.command("advocate", "add", "Bench").rsplit(" ", 1)[-1]
    desk = DeskStream(lantern.url)
    await desk.sign_in("Bench", password)
    await desk.listen()
    return desk


async def measure_alerts(lantern: RunningLantern, load: Load, desk: DeskStream) -> list[float]:
    """Seconds from webhook to the desk's stream, for emergencies among everyday texts at 10 a second."""
    noise = asyncio.create_task(load.steadily(texts(ALERTS, 5), 10))
    emergencies = await load.steadily(random.Random(6).choices(EMERGENCIES, k=ALERTS), 10)
    await noise
    await asyncio.sleep(2)
    seconds = []
    for number in emergencies:
        conversation = lantern.conversation(number)
        if conversation["alerts"] and conversation["id"] in desk.heard:
            seconds.append(desk.heard[conversation["id"]] - load.posted_at[number])
    return seconds


async def measure_peer(url: str, twilio: PretendTwilio) -> Peers:
    """The same batch of texts through Rasa's own channel."""
    load = Load(twilio, url, "/webhooks/twilio/webhook")
    await load.at_once(texts(40, 1), 4)
    load.acknowledged.clear()
    begun = time.monotonic()
    numbers = await load.at_once(texts(BATCH, 3), CONNECTIONS)
    answered = await load.until_replied(numbers, 30)
    ended = max(load.posted_at[number] + seconds for number, seconds in answered.items()) if answered else time.monotonic()
    return Peers(ended - begun, load.acknowledged, len(answered))


def report(ours: Ours, peer: Peers, triage: str) -> str:
    """The page."""
    ack50, ack99 = (percentile(ours.acknowledged, share) * 1000 for share in (0.5, 0.99))
    alert50, alert99 = (percentile(ours.alerts, share) * 1000 for share in (0.5, 0.99))
    reply50, reply99 = (percentile(ours.replies, share) * 1000 for share in (0.5, 0.99))
    our_rate, peer_rate = ours.answered / ours.batch_seconds, peer.answered / peer.batch_seconds
    batch99, peer99 = (percentile(each, 0.99) for each in (ours.batch_acknowledged, peer.acknowledged))
    verdict = lambda reached: "reached" if reached else "NOT reached"  # noqa: E731
    return f"""# Benchmarks

Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}. Everything ran on one machine in one
run: our whole service first, then the peer. Absolute times change with the machine; read the ratios.

| what | p50 | p99 | n | to reach | |
| --- | --- | --- | --- | --- | --- |
| webhook acknowledged, {RATE} messages/s for {RATE_SECONDS} s | {ack50:.1f} ms | {ack99:.1f} ms | {len(ours.acknowledged)} | p99 <= {ACK_P99_MS:.0f} ms | {verdict(ack99 <= ACK_P99_MS)} |
| webhook to alert on the desk's stream, 10 emergencies/s among 10 everyday texts/s | {alert50:.0f} ms | {alert99:.0f} ms | {len(ours.alerts)} of {ALERTS} | p99 <= {ALERT_P99_MS:.0f} ms | {verdict(alert99 <= ALERT_P99_MS and len(ours.alerts) == ALERTS)} |
| webhook to reply handed to the provider, one at a time | {reply50:.0f} ms | {reply99:.0f} ms | {len(ours.replies)} of {REPLIES} | | |

{triage}
{long_queue.report(ours.queue_alive, ours.queue_hanging)}
## Beside Rasa's own Twilio channel

The peer is Rasa's own Twilio channel with its SQL tracker store on PostgreSQL, serving the same model and actions, its replies sent
to the same pretend provider (tests/bench/peer.py says how). The same {BATCH} texts of {BATCH} people over {CONNECTIONS} connections, counted until the
reply was at the provider:

| | Lantern | peer | ratio |
| --- | --- | --- | --- |
| messages handled durably per second | {our_rate:.1f} | {peer_rate:.1f} | {our_rate / peer_rate:.2f} (to reach: more than 1; {verdict(our_rate > peer_rate)}) |
| answered | {ours.answered} of {BATCH} | {peer.answered} of {BATCH} | |
| webhook acknowledged under this load, p99 | {batch99 * 1000:.0f} ms | {peer99 * 1000:.0f} ms | {peer99 / batch99:.1f} times sooner |
| refused or failed webhooks | {ours.refused} | not counted | |

What the peer does not do: check a signature, notice a repeated webhook, hear danger, name the language, seal what it stores, keep the order of
replies, try a failed send again.
"""


def main() -> int:
    """Run the bench; status 1 when a figure is not reached."""
    with tempfile.TemporaryDirectory(prefix="lantern-bench-") as directory:
        triage = triage_speed.report(triage_speed.measure_triage())
        with PretendTwilio() as twilio, running_lantern(Path(directory) / "ours", twilio) as lantern:
            ours = asyncio.run(measure_ours(lantern))
        (Path(directory) / "peer").mkdir()
        with PretendTwilio() as twilio, running_peer(Path(directory) / "peer", twilio) as url:
            peer = asyncio.run(measure_peer(url, twilio))
    page = report(ours, peer, triage)
    (PROJECT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8")
    print(page)
    return int("NOT reached" in page)


if __name__ == "__main__":
    sys.exit(main())
