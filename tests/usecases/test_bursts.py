"""Bursts: a turn waits for more of the same, never in danger, and a later text never overtakes an earlier one. On the real database."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from bot.domain.bursts import LONGEST
from bot.domain.dialogue import Intent
from bot.domain.levels import Assessment, Level
from bot.usecases import take_turn as turns
from tests.support.stage import MARIA, PlainWording, Stage

QUIET = 2.0


@pytest.fixture
def writing(stage: Stage) -> Stage:
    """A stage on which turns wait for the end of a burst."""
    return replace(
        stage,
        receive=replace(stage.receive, quiet_seconds=QUIET, labels=PlainWording().labels),
        take_turn=replace(stage.take_turn, quiet_seconds=QUIET),
        stand_in=replace(stage.stand_in, quiet_seconds=QUIET),
    )


async def turn_jobs(stage: Stage) -> list[float]:
    """The turns that wait in the queue: in how many seconds each may begin."""
    query = sa.text(
        "SELECT coalesce(extract(epoch FROM scheduled_at - now()), 0)::float FROM procrastinate_jobs "
        "WHERE task_name = 'take_turn' AND status = 'todo'"
    )
    async with stage.engine.connect() as connection:
        return list((await connection.execute(query)).scalars())


async def forget_jobs(stage: Stage) -> None:
    """As when a worker has taken up every job."""
    async with stage.engine.begin() as connection:
        await connection.execute(sa.text("DELETE FROM procrastinate_jobs"))


async def test_B31_three_texts_across_ten_seconds_get_one_turn_at_eight(writing: Stage) -> None:
    understood: list[str] = []

    async def understand(text: str) -> Intent:
        understood.append(text)
        return Intent("papers_held", 0.9)

    writing.dialogue.understand = understand  # type: ignore[method-assign]
    for text, seconds in (("[en] he", 2.5), ("took my", 2.5), ("papers", 2.9)):
        await writing.text_in(text)
        conversation = await writing.conversation_of()
        assert [0 < each <= 3 for each in await turn_jobs(writing)] == [True], "one job, whatever the burst"
        await writing.take_turn(conversation)
        writing.clock.pass_by(seconds=seconds)
        assert understood == []
    writing.clock.pass_by(seconds=0.2)
    await writing.take_turn(conversation)
    await writing.deliver(conversation)
    assert understood == ["[en] he\ntook my\npapers"]
    assert writing.provider.texts() == ["en:papers.rights"]


async def test_B31_never_beyond_eight_seconds_however_long_somebody_writes(writing: Stage) -> None:
    begun = writing.clock.now()
    for number in range(12):
        await writing.text_in(f"[en] hello {number}")
        await writing.take_turn(await writing.conversation_of())
        if (await writing.see(await writing.conversation_of())).messages[0].state == "heard":
            break
        writing.clock.pass_by(seconds=1)
    assert writing.clock.now() - begun <= LONGEST


async def test_B31_a_turn_that_is_put_off_does_not_lose_its_job(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    await forget_jobs(writing)
    await writing.take_turn(await writing.conversation_of())
    [seconds] = await turn_jobs(writing)
    assert 1 < seconds <= QUIET
    writing.clock.pass_by(seconds=QUIET)
    await writing.take_turn(await writing.conversation_of())
    assert (await writing.see(await writing.conversation_of())).messages[0].state == "heard"


async def test_B31_danger_never_waits_not_even_behind_a_turn_that_does(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    assert (await turn_jobs(writing))[0] > 1
    await writing.text_in("he has a knife")
    assert await turn_jobs(writing) == [0]
    await writing.take_turn(await writing.conversation_of())
    await writing.deliver(await writing.conversation_of())
    assert writing.provider.texts() == ["en:danger.emergency", "en:danger.can_text"]
    await writing.text_in("please")
    await writing.take_turn(await writing.conversation_of())
    assert (await writing.see(await writing.conversation_of())).messages[-1].direction == "out", "nor does the conversation from then on"


@pytest.mark.parametrize("text", ["1", "safe", "STOP", "HELP", "START", "lang:es"])
async def test_a_whole_answer_does_not_wait(writing: Stage, text: str) -> None:
    await writing.text_in("[en] hello")
    writing.clock.pass_by(seconds=20)
    await writing.take_turn(await writing.conversation_of())
    await forget_jobs(writing)
    await writing.text_in(text)
    assert await turn_jobs(writing) == [0]
    await writing.take_turn(await writing.conversation_of())
    assert "waiting" not in {each.state for each in (await writing.see(await writing.conversation_of())).messages}


async def test_while_a_human_answers_nothing_waits(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    conversation = await writing.conversation_of()
    await writing.take_over(conversation, await writing.advocate("Ana"))
    await forget_jobs(writing)
    await writing.text_in("are you there")
    assert await turn_jobs(writing) == [0]


async def test_a_moved_clock_makes_nobody_wait(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    writing.clock.pass_by(hours=-5)
    await writing.take_turn(await writing.conversation_of())
    assert "waiting" not in {each.state for each in (await writing.see(await writing.conversation_of())).messages}


async def test_the_stand_in_lets_people_write_and_holds_them_when_the_turn_is_late(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    writing.clock.pass_by(seconds=7.9)
    await writing.text_in("more")
    writing.clock.pass_by(seconds=4.2)
    assert await writing.stand_in() == 1
    assert (await writing.see(await writing.conversation_of())).alerts == (), "twelve seconds, four of them after the end of the burst"
    writing.clock.pass_by(seconds=4)
    await writing.stand_in()
    assert [each.reason for each in (await writing.see(await writing.conversation_of())).alerts] == ["the assistant did not answer in time"]


async def test_B31_danger_that_only_fragments_show_is_heard_in_the_middle_of_a_burst(stage: Stage) -> None:
    for text in ["[en] listen", "they packed our bags", "he says i go first", *(f"more {number}" for number in range(7))]:
        await stage.text_in(text)
        stage.clock.pass_by(seconds=0.5)
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    assert (await stage.see(conversation)).level is Level.EMERGENCY


@pytest.mark.parametrize("order", range(4))
async def test_B31_a_burst_hides_nothing_that_single_texts_show(stage: Stage, order: int) -> None:
    texts = ["knife", "passport", "locked", "they packed our bags", "i go first", "hello", "hello", "x" * 200, "ok", "1"]
    random.Random(order).shuffle(texts)
    joined, single = "+15551230011", "+15551230012"
    for text in texts:
        await stage.text_in(text, joined)
        await stage.texts(text, single)
        stage.clock.pass_by(seconds=1)
    await stage.take_turn(await stage.conversation_of(joined))
    views = [await stage.see(await stage.conversation_of(each)) for each in (joined, single)]
    assert views[0].level is views[1].level is Level.EMERGENCY
    assert {each.name for each in views[1].signals} <= {each.name for each in views[0].signals}


# the order of arrival


class SlowAtLength:
    """Reads long texts until it is told to go on."""

    def __init__(self, stage: Stage) -> None:
        self._inner, self._go = stage.triage, False

    def go_on(self) -> None:
        self._go = True

    def quick(self, text: str) -> Assessment:
        end = time.monotonic() + 5
        while len(text) > 320 and not self._go and time.monotonic() < end:
            time.sleep(0.005)
        return self._inner.quick(text)

    def full(self, text: str) -> Assessment:
        return self._inner.full(text)


async def test_a_later_text_never_overtakes_a_long_one(stage: Stage) -> None:
    slow = SlowAtLength(stage)
    stage = replace(stage, receive=replace(stage.receive, triage=slow))
    await stage.text_in("[en] first")
    stage.clock.pass_by(seconds=1)
    long = "they came " + "and they came " * 40
    first = asyncio.create_task(stage.text_in(long))
    await asyncio.sleep(0)
    stage.clock.pass_by(seconds=1)
    await stage.text_in("last")
    slow.go_on()
    await first
    conversation = await stage.conversation_of()
    assert [each.text for each in (await stage.see(conversation)).messages] == ["[en] first", long, "last"]
    async with stage.units() as unit:
        assert [each.text for each in await unit.unanswered(conversation, 9)] == ["[en] first", long, "last"]
        recent = await unit.recent_inbound(conversation, stage.clock.now().replace(year=2020), 2)
        assert [each.text for each in recent] == [long, "last"]
    assert (await stage.see(conversation)).last_inbound_at == stage.clock.now()


async def in_any_order(stage: Stage, count: int) -> None:
    dice = random.Random(5)
    texts = [f"[en] text {number}" + (" knife" if number % 20 == 0 else "") for number in range(count)]
    senders = [f"+1555000{number % (count // 5):04d}" for number in range(count)]
    order = list(range(count))
    dice.shuffle(order)
    for place in range(0, count, 8):
        await asyncio.gather(*(stage.text_in(texts[number], senders[number]) for number in order[place : place + 8]))
        stage.clock.pass_by(seconds=0.1)
    heard: set[str] = set()
    kept: list[str] = []
    for sender in sorted(set(senders)):
        view = await stage.see(await stage.conversation_of(sender))
        kept += [each.text for each in view.messages]
        arrivals = [each.at for each in view.messages]
        assert arrivals == sorted(arrivals)
        if any("knife" in each.text for each in view.messages):
            assert view.level is Level.EMERGENCY
            assert len(view.signals) == sum("knife" in each.text for each in view.messages), "each is read alone"
            heard |= {each.text for each in view.messages if "knife" in each.text}
    assert sorted(kept) == sorted(texts)
    assert heard == {text for text in texts if "knife" in text}


async def test_F5_webhooks_in_any_order_are_kept_as_they_came_and_no_danger_is_missed(stage: Stage) -> None:
    await in_any_order(stage, 100)


@pytest.mark.long
async def test_F5_a_thousand_webhooks_in_any_order(stage: Stage) -> None:
    await in_any_order(stage, 1000)


# an advocate beside a thinking turn


@pytest.mark.parametrize("act", ["correct", "hand back"])
async def test_what_an_advocate_judged_while_the_turn_was_thinking_does_not_raise_the_level_again(stage: Stage, act: str) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] they packed our bags")
    await stage.correct_level(conversation, ana, Level.ELEVATED)
    stage.clock.pass_by(seconds=1)
    await stage.texts("[en] they packed our bags")
    await stage.text_in("he says i go first")
    acted = False
    alone = stage.take_turn.triage.full

    def judged(text: str) -> Assessment:
        nonlocal acted
        if "i go first" in text and not acted:
            acted = True
            asyncio.run_coroutine_threadsafe(judge(), loop).result(5)
        return alone(text)

    async def judge() -> None:
        stage.clock.pass_by(seconds=1)
        if act == "correct":
            await stage.correct_level(conversation, ana, Level.ROUTINE)
        else:
            await stage.take_over(conversation, ana)
            await stage.hand_back(conversation, ana)

    loop = asyncio.get_running_loop()
    stage.triage.full = judged  # type: ignore[method-assign]
    await stage.take_turn(conversation)
    view = await stage.see(conversation)
    assert acted
    assert view.level is (Level.ROUTINE if act == "correct" else Level.ELEVATED)
    assert "being moved" not in " ".join(each.reason for each in view.alerts)
    assert "being_moved" not in {each.name for each in view.signals}
    assert "waiting" not in {each.state for each in view.messages}, "the text was answered all the same"


# pieces of a storm


async def test_F58_a_turn_hears_so_many_texts_at_once_and_the_rest_in_the_next(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MOST_AT_ONCE", 5)
    read: list[str] = []
    full = stage.triage.full
    stage.triage.full = lambda text: read.append(text) or full(text)  # type: ignore[method-assign, func-returns-value]
    for number in range(12):
        await stage.text_in(f"[en] text {number}")
        stage.clock.pass_by(seconds=0.1)
    conversation = await stage.conversation_of()
    waiting: list[int] = []
    while not waiting or waiting[-1]:
        assert await turn_jobs(stage) == [0], "there is a job as long as there is a text"
        await forget_jobs(stage)
        await stage.take_turn(conversation)
        waiting.append(sum(each.state == "waiting" for each in (await stage.see(conversation)).messages))
    assert waiting == [7, 2, 0]
    assert await turn_jobs(stage) == []
    assert {text for text in read if "\n" not in text} == {f"[en] text {number}" for number in range(12)}
    assert any("text 4\n[en] text 5" in text for text in read), "the pieces are read across their border"


async def conversations_of(stage: Stage, senders: Sequence[str]) -> list[UUID]:
    return [await stage.conversation_of(each) for each in senders]


async def test_one_person_does_not_hold_up_another(writing: Stage) -> None:
    await writing.text_in("[en] hello")
    await writing.text_in("he has a knife", "+15551230002")
    first, second = await conversations_of(writing, [MARIA, "+15551230002"])
    await writing.take_turn(second)
    await writing.take_turn(first)
    await writing.deliver(second)
    assert writing.provider.texts("+15551230002")
    assert not writing.provider.texts(MARIA)
