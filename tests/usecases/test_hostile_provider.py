"""A provider that is hostile on purpose, by a seeded plan: nothing is lost, nothing arrives twice, and the order is kept."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

import pytest
import sqlalchemy as sa

from bot.domain.deliveries import DeliveryState
from bot.storage import tables as t
from tests.support.line import Line, opened_line
from tests.support.pretend_twilio import (
    ACCEPT,
    CALLS_BACK_FIRST,
    FAILS_AFTER,
    FAILS_BEFORE,
    NONSENSE,
    RATE_LIMITED,
    Act,
    Sent,
)
from tests.support.stage import Stage

HANGS_BEFORE, HANGS_AFTER = Act(record=False, hang_seconds=0.6), Act(hang_seconds=0.6)
# How often the provider does what with a send, of a hundred.
SENDS = [
    ("accepts", 60), ("calls back first", 11), ("429", 10), ("500 after", 7), ("500 before", 5), ("hangs after", 3), ("hangs before", 3),
    ("nonsense", 1),
]  # fmt: skip
ACTS = {
    "accepts": ACCEPT, "calls back first": CALLS_BACK_FIRST, "429": RATE_LIMITED, "500 after": FAILS_AFTER, "500 before": FAILS_BEFORE,
    "hangs after": HANGS_AFTER, "hangs before": HANGS_BEFORE, "nonsense": NONSENSE,
}  # fmt: skip
WEBHOOKS = [("once", 55), ("three times at once", 15), ("late", 15), ("never", 15)]
Drawn = TypeVar("Drawn")
NEVER_SENT = {"expired", "cancelled"}


@pytest.fixture
async def line(stage: Stage) -> AsyncIterator[Line]:
    async with opened_line(stage, timeout_seconds=0.3) as opened:
        yield opened
    assert opened.twilio.violations == []


class Plan:
    """What the provider does, drawn from a seed; counts what it did."""

    def __init__(self, seed: int) -> None:
        self._drawn = random.Random(seed)
        self.done: Counter[str] = Counter()

    def of(self, chances: Sequence[tuple[Drawn, int]]) -> Drawn:
        return self._drawn.choices([each for each, _ in chances], [weight for _, weight in chances])[0]

    def seconds(self, most: float) -> float:
        return self._drawn.uniform(0, most)

    def whole(self, below: int) -> int:
        return self._drawn.randrange(below)

    def shuffled(self, news: list[str]) -> list[str]:
        return self._drawn.sample(news, len(news))


@dataclass
class Hostile:
    """A run: people write, the provider plays its tricks, the worker works, the list is compared."""

    line: Line
    plan: Plan
    late: list[tuple[datetime, dict[str, str]]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    async def run(self, messages: int, people: int) -> None:
        twilio, clock = self.line.twilio, self.line.stage.clock
        acts = [self.plan.of(SENDS) for _ in range(5 * messages)]
        twilio.acts.extend(ACTS[each] for each in acts)
        schedule = self.line.schedule()
        for number in range(messages):
            fields = twilio.writes(f"+1555{self.plan.whole(people):07}", f"[en] text {number}")
            await self._post(fields)
            clock.pass_by(seconds=self.plan.seconds(3))
            await self._round(schedule)
        for _ in range(20):
            clock.pass_by(seconds=8)
            await self._round(schedule)
        self.plan.done.update(acts[: twilio.calls])
        twilio.acts.clear()
        await self.line.work_until_quiet()
        await self.line.reconcile(far_back=True)

    async def _post(self, fields: dict[str, str]) -> None:
        fate = self.plan.of(WEBHOOKS)
        self.plan.done[fate] += 1
        if fate == "late":
            self.late.append((self.line.stage.clock.now() + timedelta(seconds=self.plan.seconds(40)), fields))
        elif fate != "never":
            times = 3 if fate == "three times at once" else 1
            answers = await asyncio.gather(*(self.line.webhook(fields) for _ in range(times)))
            assert {each.status_code for each in answers} == {200}

    async def _round(self, schedule: object) -> None:
        now = self.line.stage.clock.now()
        due = [fields for at, fields in self.late if at <= now]
        self.late = [(at, fields) for at, fields in self.late if at > now]
        for fields in due:
            assert (await self.line.webhook(fields)).status_code == 200
        await self.line.work()
        await self._tell()
        await schedule.tick()  # type: ignore[attr-defined]

    async def _tell(self) -> None:
        """News of what was sent: shuffled, repeated, and of every fifth message none at all."""
        for sent in self.line.twilio.sent:
            if sent.sid in self.told:
                continue
            self.told.add(sent.sid)
            if self.plan.whole(5) == 0:
                sent.status = "delivered"
                self.plan.done["no news"] += 1
                continue
            for status in self.plan.shuffled(["sent", "sent", "delivered", "delivered"]):
                await self.line.news(sent, status)
            sent.status = "delivered"


async def checked(line: Line, seed: int, messages: int, people: int) -> Counter[str]:
    """Run it, and check that nothing was lost, doubled or reordered; returns what was counted."""
    plan = Plan(seed)
    await Hostile(line, plan).run(messages, people)
    twilio = line.twilio
    assert Counter(await line.inbound_texts()) == Counter(each.body for each in twilio.written), "every text kept, and kept once"
    async with line.stage.engine.connect() as connection:
        rows = (await connection.execute(sa.select(t.deliveries).order_by(t.deliveries.c.seq))).mappings().all()
    known = {row["provider_id"] for row in rows if row["provider_id"]}
    stray = [each for each in twilio.sent if each.sid not in known]
    states = Counter(row["state"] for row in rows)
    doubtful = [row for row in rows if row["state"] == "failed" and row["error_code"] == "may_have_arrived"]
    assert len(stray) <= len(doubtful), "what was taken and is unknown to us is shown as such"
    assert set(states) <= {"delivered", "failed", *NEVER_SENT}, "no news is missing in the end"
    assert {row["state"] for row in rows if row["provider_id"]} == {"delivered"}
    at = {each.sid: number for number, each in enumerate(twilio.sent)}
    for conversation in {row["conversation_id"] for row in rows}:
        sent = [at[row["provider_id"]] for row in rows if row["conversation_id"] == conversation and row["provider_id"]]
        assert sent == sorted(sent), "in order"
        gone = [row for row in rows if row["conversation_id"] == conversation and row["state"] == "expired"]
        assert not gone or (await line.stage.see(conversation)).alerts, "whoever was not answered in time has a human called"
    counted = Counter({**plan.done, **states, "sent": len(twilio.sent), "calls": twilio.calls, "stray": len(stray)})
    print(f"seed {seed}: {messages} texts, {dict(counted)}")
    return counted


async def test_F33_F34_a_hostile_provider_loses_and_doubles_nothing(line: Line) -> None:
    counted = await checked(line, seed=7, messages=30, people=6)
    assert counted["stray"] == 0


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(3))
async def test_F33_F34_a_hostile_provider_loses_and_doubles_nothing_in_600_texts(line: Line, seed: int) -> None:
    counted = await checked(line, seed=seed, messages=600, people=60)
    assert counted["stray"] == 0


@pytest.mark.parametrize(("act", "most"), [(FAILS_AFTER, 2), (HANGS_AFTER, 2), (FAILS_BEFORE, 1), (HANGS_BEFORE, 1)])
async def test_F33_only_a_list_that_is_minutes_behind_lets_a_text_arrive_twice(line: Line, act: Act, most: int) -> None:
    """The counted window: taken, failed, and not in the provider's list for longer than we wait."""
    line.twilio.list_is_behind = timedelta(minutes=3)
    line.twilio.acts.append(act)
    await line.webhook(line.twilio.writes("+15551230001", "[en] hello"))
    await line.work_until_quiet()
    assert 1 <= len(line.twilio.sent) <= most


async def test_F33_words_past_their_life_are_not_sent_again_however_late_the_list_is(line: Line) -> None:
    line.twilio.list_is_behind = timedelta(minutes=10)
    line.twilio.acts.extend([FAILS_AFTER])
    line.twilio.list_acts.extend([503] * 5)
    await line.webhook(line.twilio.writes("+15551230001", "[en] hello"))
    await line.work_until_quiet(step=5)
    view = await line.stage.see(await line.stage.conversation_of("+15551230001"))
    assert len(line.twilio.sent) == 1
    assert view.messages[-1].state in ("failed", "expired")
    assert line.stage.clock.now() - view.messages[-1].at < timedelta(seconds=200), "nobody waits behind it for longer"


async def test_F6_30_texts_whose_news_come_before_or_beside_the_answer_are_all_joined(line: Line) -> None:
    await joined(line, 30)


@pytest.mark.long
@pytest.mark.timeout(900)
async def test_F6_1000_of_1000_are_joined(line: Line) -> None:
    await joined(line, 1_000)


async def joined(line: Line, count: int) -> None:
    twilio, loop = line.twilio, asyncio.get_running_loop()
    beside: list[object] = []

    def news_beside_the_answer(sent: Sent) -> None:
        if len(twilio.sent) % 2:
            beside.append(asyncio.run_coroutine_threadsafe(line.news(sent, "delivered"), loop))

    for number in range(count):
        await line.webhook(twilio.writes(f"+1555{number:07}", "[en] hello"))
        await line.stage.take_turn(await line.stage.conversation_of(f"+1555{number:07}"))
    # Every second one calls back and waits for our answer before it answers the send, the others do both at one time.
    twilio.on_send = news_beside_the_answer
    twilio.acts.extend([ACCEPT, CALLS_BACK_FIRST] * (count // 2))
    due = await line.due()
    for start in range(0, count, 5):
        await asyncio.gather(*(line.deliver(each) for each in due[start : start + 5]))
    await asyncio.gather(*(asyncio.wrap_future(each) for each in beside))  # type: ignore[arg-type]
    async with line.stage.engine.connect() as connection:
        states = Counter((await connection.execute(sa.select(t.deliveries.c.state))).scalars())
        parked = (await connection.execute(sa.select(sa.func.count()).select_from(t.parked_statuses))).scalar_one()
    assert (states, parked) == ({DeliveryState.DELIVERED: count}, 0)
