"""A busy provider is not called more than it has to be, and the urgent words still go first."""

from __future__ import annotations

import heapq
import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.deliveries import retry_delay
from bot.domain.pace import Pace

START = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


class Bucket:
    """A provider that takes `rate` messages a second, `burst` at once, and answers 429 beyond."""

    def __init__(self, rate: float, burst: int) -> None:
        self.rate, self.left, self.burst, self.at = rate, float(burst), burst, 0.0

    def takes(self, at: float) -> bool:
        self.left = min(self.burst, self.left + (at - self.at) * self.rate)
        self.at = at
        if self.left < 1:
            return False
        self.left -= 1
        return True


def run(bucket: Bucket, messages: int, urgent: int, arrive_within: float, seed: int) -> tuple[int, dict[bool, list[float]]]:
    """Calls made until everything was taken, and how long each message waited, by whether it was urgent."""
    drawn, pace = random.Random(seed), Pace()
    # (time, order, arrived, urgent, attempts, the turn it got)
    due = [(drawn.uniform(0, arrive_within), n, -1.0, n < urgent, 0, None) for n in range(messages)]
    heapq.heapify(due)
    calls, waits = 0, {True: [], False: []}
    while due:
        at, order, arrived, is_urgent, attempts, given = heapq.heappop(due)
        arrived = at if arrived < 0 else arrived
        now = given or START + timedelta(seconds=at)
        turn = pace.turn(now, urgent=is_urgent, given=given)
        if turn > now:
            heapq.heappush(due, ((turn - START).total_seconds(), order, arrived, is_urgent, attempts, turn))
            continue
        calls += 1
        if bucket.takes(at):
            pace.accepted(now)
            waits[is_urgent].append(at - arrived)
            continue
        pace.busy(now)
        earliest = now + timedelta(seconds=retry_delay(attempts + 1, drawn.random()))
        again = pace.turn(now, urgent=is_urgent, earliest=earliest)
        heapq.heappush(due, ((again - START).total_seconds(), order, arrived, is_urgent, attempts + 1, again))
    return calls, waits


@pytest.mark.parametrize(("rate", "burst"), [(2, 1), (3, 1), (5, 10), (10, 1), (30, 60)])
@pytest.mark.parametrize("seed", range(5))
def test_F32_a_busy_provider_gets_at_most_a_fifth_more_calls_than_messages(rate: float, burst: int, seed: int) -> None:
    messages = 400
    calls, _ = run(Bucket(rate, burst), messages, urgent=20, arrive_within=20, seed=seed)
    assert messages <= calls <= 1.2 * messages


@pytest.mark.parametrize("seed", range(5))
def test_F32_urgent_words_do_not_wait_behind_others(seed: int) -> None:
    _, waits = run(Bucket(5, 5), 400, urgent=20, arrive_within=20, seed=seed)
    urgent, others = sorted(waits[True]), sorted(waits[False])
    assert urgent[len(urgent) // 2] <= 3
    assert urgent[-1] < others[len(others) // 2]


def test_F32_a_provider_that_keeps_up_is_never_waited_for() -> None:
    calls, waits = run(Bucket(1000, 1000), 500, urgent=10, arrive_within=5, seed=1)
    assert (calls, max(waits[True] + waits[False])) == (500, 0)


@pytest.mark.parametrize(("rate", "burst"), [(5, 10), (10, 10), (20, 5)])
def test_F32_the_line_goes_nearly_as_fast_as_the_provider_lets_it(rate: float, burst: int) -> None:
    _, waits = run(Bucket(rate, burst), 400, urgent=20, arrive_within=20, seed=1)
    assert max(waits[False]) <= 2 * 400 / rate


def test_F31_while_the_provider_is_unreachable_few_ask_and_its_first_acceptance_frees_everybody() -> None:
    pace, asked = Pace(), 0
    for second in range(6 * 3600):
        now = START + timedelta(seconds=second)
        # Somebody wants to send every second.
        if pace.turn(now, urgent=False) == now:
            asked += 1
            pace.unreachable(now)
    assert asked <= 6 * 3600 / 30 + 60
    back = START + timedelta(hours=6, minutes=1)
    pace.accepted(back)
    assert [pace.turn(back, urgent=False) for _ in range(50)] == [back] * 50
