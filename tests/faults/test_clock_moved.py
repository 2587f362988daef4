"""F49: the clock jumps a day forth or back. Nobody waits for it to come round again, and nothing is sent twice because of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from bot.domain.deliveries import SendOutcome, SendResult
from bot.jobs.queue import Jobs
from bot.storage.engine import libpq_url
from bot.usecases.deliver_messages import LONGEST_VALIDITY_SECONDS, SENDING_LASTS
from bot.usecases.stand_in import TURN_IS_LATE
from tests.faults.test_stale_claims import HELLO, ready, states
from tests.jobs.test_queue import enqueue, handled, work_until
from tests.support.stage import Stage

DAY = timedelta(hours=24)


async def test_F49_words_written_before_the_clock_went_back_are_sent_now_and_not_kept_for_a_day_by_the_provider(stage: Stage) -> None:
    conversation = await ready(stage)
    stage.clock.time -= DAY
    await stage.deliver(conversation)
    assert (stage.provider.texts(), await states(stage, conversation)) == ([HELLO], ["accepted"])
    assert stage.provider.validities == [LONGEST_VALIDITY_SECONDS]


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_F49_no_validity_is_negative_or_longer_than_the_words_live(stage: Stage, hours: int) -> None:
    stage.clock.time += timedelta(hours=hours)
    conversation = await ready(stage)
    stage.clock.pass_by(seconds=-1)
    await stage.deliver(conversation)
    assert [0 < seconds <= LONGEST_VALIDITY_SECONDS for seconds in stage.provider.validities if seconds] == [True]


async def test_F49_a_dead_senders_message_is_taken_up_although_the_clock_went_back(stage: Stage) -> None:
    conversation = await ready(stage)
    stage.provider.outcomes = [SendOutcome(SendResult.UNKNOWN)]

    async def die(*_: object) -> SendOutcome:
        raise ConnectionAbortedError

    send, stage.provider.send = stage.provider.send, die  # type: ignore[method-assign]
    with pytest.raises(ConnectionAbortedError):
        await stage.deliver(conversation)
    stage.provider.send = send  # type: ignore[method-assign]
    stage.clock.time -= DAY
    await stage.deliver(conversation)
    assert await states(stage, conversation) == ["sending"], "somebody may still be sending it"
    stage.clock.pass_by(seconds=SENDING_LASTS.total_seconds())
    stage.provider.found = SendOutcome(SendResult.ACCEPTED, "SM" + "a" * 32)
    await stage.deliver(conversation)
    assert (stage.provider.sent, await states(stage, conversation)) == ([], ["accepted"])


@pytest.mark.parametrize("moved", [-DAY, DAY])
async def test_F49_a_look_up_reaches_back_to_the_attempt_however_the_clock_was_set(stage: Stage, moved: timedelta) -> None:
    conversation = await ready(stage)
    stage.provider.outcomes = [SendOutcome(SendResult.UNKNOWN)]
    await stage.deliver(conversation)
    stage.clock.time += moved
    asked: list[timedelta] = []

    async def find(*given: object) -> SendOutcome:
        assert isinstance(given[2], timedelta)
        asked.append(given[2])
        return SendOutcome(SendResult.UNKNOWN)

    stage.provider.find = find  # type: ignore[assignment, method-assign]
    await stage.deliver(conversation)
    assert len(asked) == 1 and asked[0] > DAY


async def test_F49_nobody_waits_a_day_for_the_stand_in_because_the_clock_went_back(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    stage.clock.time -= DAY
    assert await stage.stand_in() == 1
    stage.clock.pass_by(seconds=4)
    await stage.stand_in()
    assert stage.provider.texts() == ["en:holding.person_coming"]
    assert [alert.reason for alert in (await stage.see(conversation)).alerts] == ["the assistant did not answer in time"]


async def test_F49_two_processes_whose_clocks_differ_by_a_second_do_not_stand_in_for_each_other(stage: Stage) -> None:
    await ready(stage)
    await stage.text_in("[en] hello")
    stage.clock.pass_by(seconds=-1)
    assert await stage.stand_in() == 0
    stage.clock.pass_by(seconds=TURN_IS_LATE.total_seconds() + 2)
    assert await stage.stand_in() == 1


async def test_F49_a_day_forward_lets_words_lapse_only_together_with_a_call_for_a_human(stage: Stage) -> None:
    conversation = await ready(stage)
    stage.clock.time += DAY
    await stage.deliver(conversation)
    assert await states(stage, conversation) == ["expired"]
    assert [alert.reason for alert in (await stage.see(conversation)).alerts] == ["an answer could not be sent in time"]


async def test_F49_jobs_that_a_wrong_clock_put_off_or_marked_as_alive_are_done(empty_database: str) -> None:
    url = libpq_url(empty_database)
    jobs, seen = Jobs(url, lease_seconds=2), set[UUID]()
    put_off, of_the_dead = UUID(int=1), UUID(int=2)
    await enqueue(jobs, url, put_off)
    await enqueue(jobs, url, of_the_dead)
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 day' WHERE lock LIKE '%1'")
        await connection.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() + interval '1 day')")
        await connection.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT max(id) FROM procrastinate_workers) WHERE lock LIKE '%2'"
        )

    async def note(conversation: UUID) -> None:
        seen.add(conversation)

    handled(jobs, note)
    await work_until(jobs, lambda: seen == {put_off, of_the_dead})
