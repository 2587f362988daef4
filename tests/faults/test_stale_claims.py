"""F35, F39: what a frozen or slow sender does or brings back late changes nothing that somebody else has decided meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from bot.domain.addresses import Address
from bot.domain.deliveries import SendOutcome, SendResult
from bot.storage.unit_of_work import PostgresUnits
from bot.usecases import deliver_messages
from bot.usecases.deliver_messages import CLAIM_HOLDS, SENDING_LASTS
from tests.support.stage import FakeProvider, Stage

HELLO = "en:hello.safe_to_write"


async def ready(stage: Stage, text: str = "[en] hello") -> UUID:
    """A conversation whose answer waits to be sent."""
    await stage.text_in(text)
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    return conversation


async def count(stage: Stage, what: str) -> int:
    async with stage.engine.connect() as connection:
        return int((await connection.execute(sa.text(f"SELECT count(*) FROM {what}"))).scalar_one())


async def states(stage: Stage, conversation: UUID) -> list[str]:
    return [message.state for message in (await stage.see(conversation)).messages if message.direction == "out"]


@dataclass
class FrozenAfterTheClaim:
    """Units of work after the first of which `freeze` is called: between the claim and the send."""

    units: PostgresUnits
    freeze: Callable[[], object] | None

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[Any]:
        async with self.units() as unit:
            yield unit
        if self.freeze is not None:
            self.freeze()
            self.freeze = None


class SlowProvider(FakeProvider):
    """Does `meanwhile` within its first call, and then takes the text or answers `instead`."""

    def __init__(self, meanwhile: Callable[[], Awaitable[object]], instead: SendOutcome | None = None) -> None:
        super().__init__()
        self._meanwhile: Callable[[], Awaitable[object]] | None = meanwhile
        self._instead = instead

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        if self._meanwhile is not None:
            meanwhile, self._meanwhile = self._meanwhile, None
            await meanwhile()
            if self._instead is not None:
                return self._instead
        return await super().send(to, text, valid_seconds)


@pytest.mark.parametrize("clock", ["wall", "monotonic"])
async def test_F39_words_do_not_leave_on_an_old_claim(stage: Stage, clock: str) -> None:
    conversation, ticks = await ready(stage), [0.0]

    def freeze() -> None:
        frozen = CLAIM_HOLDS.total_seconds() + 1
        if clock == "wall":
            stage.clock.pass_by(seconds=frozen)
        else:
            ticks.append(frozen)

    frozen = replace(stage.deliver, units=FrozenAfterTheClaim(stage.units, freeze), monotonic=lambda: ticks[-1])
    await frozen(conversation)
    assert (stage.provider.sent, await states(stage, conversation)) == ([], ["queued"])
    await stage.deliver(conversation)
    assert stage.provider.texts() == [HELLO], "claimed anew and sent"


async def test_F68_a_machine_too_busy_to_send_in_time_uses_no_attempts_up(stage: Stage) -> None:
    conversation = await ready(stage)
    for _ in range(15):
        frozen = FrozenAfterTheClaim(stage.units, lambda: stage.clock.pass_by(seconds=CLAIM_HOLDS.total_seconds() + 1))
        await replace(stage.deliver, units=frozen)(conversation)
    assert (stage.provider.sent, await states(stage, conversation)) == ([], ["queued"])
    assert await count(stage, "deliveries WHERE attempts = 0") == 1
    await stage.deliver(conversation)
    assert stage.provider.texts() == [HELLO]


def another_takes_over(stage: Stage, conversation: UUID) -> Callable[[], Awaitable[None]]:
    """While the first sender sleeps in its call, the claim lapses; another looks the text up, does not find it, and sends it."""

    async def take_over() -> None:
        stage.clock.pass_by(seconds=SENDING_LASTS.total_seconds())
        await stage.deliver(conversation)
        await stage.deliver(conversation)
        assert (stage.provider.texts(), await states(stage, conversation)) == ([HELLO], ["accepted"])

    return take_over


@pytest.mark.parametrize("late", [SendResult.RETRY, SendResult.UNKNOWN, SendResult.REFUSED, SendResult.OPTED_OUT])
async def test_F39_a_late_answer_undoes_nothing(stage: Stage, late: SendResult) -> None:
    conversation = await ready(stage)
    slow = SlowProvider(another_takes_over(stage, conversation), SendOutcome(late, error_code="30001"))
    await replace(stage.deliver, sender=slow)(conversation)
    await stage.deliver(conversation)
    assert (stage.provider.texts(), await states(stage, conversation)) == ([HELLO], ["accepted"])
    assert await count(stage, "opt_outs") == 0


async def test_F39_a_text_that_left_twice_is_counted_and_keeps_its_first_id(stage: Stage) -> None:
    conversation = await ready(stage)
    slow = SlowProvider(another_takes_over(stage, conversation))
    await replace(stage.deliver, sender=slow)(conversation)
    assert slow.texts() == stage.provider.texts() == [HELLO], "the one window that remains: frozen within the call itself"
    assert await states(stage, conversation) == ["accepted"]
    assert await count(stage, "events WHERE kind = 'sent_twice'") == 1


async def test_F35_the_late_yes_of_the_first_sender_spares_the_second_copy(stage: Stage) -> None:
    conversation = await ready(stage)

    asleep, awake = asyncio.Event(), asyncio.Event()

    async def sleep() -> None:
        asleep.set()
        await awake.wait()

    slow = SlowProvider(sleep)
    first = asyncio.create_task(replace(stage.deliver, sender=slow)(conversation))
    await asleep.wait()
    stage.clock.pass_by(seconds=SENDING_LASTS.total_seconds())

    class FindsNothingYet(FakeProvider):
        async def find(self, *given: Any, **named: Any) -> SendOutcome:
            awake.set()
            await first
            return SendOutcome(SendResult.RETRY, error_code="not_found_at_provider")

    second = FindsNothingYet()
    await replace(stage.deliver, sender=second)(conversation)
    assert (slow.texts(), second.sent, await states(stage, conversation)) == ([HELLO], [], ["accepted"])


async def test_F35_two_look_ups_at_once_send_one_text(stage: Stage) -> None:
    conversation = await ready(stage)
    stage.provider.outcomes = [SendOutcome(SendResult.UNKNOWN)]
    await stage.deliver(conversation)
    stage.clock.pass_by(seconds=SENDING_LASTS.total_seconds())

    class SlowToFind(FakeProvider):
        async def find(self, *given: Any, **named: Any) -> SendOutcome:
            await stage.deliver(conversation)
            await stage.deliver(conversation)
            assert stage.provider.texts() == [HELLO]
            return SendOutcome(SendResult.RETRY, error_code="not_found_at_provider")

    slow = SlowToFind()
    await replace(stage.deliver, sender=slow)(conversation)
    await stage.deliver(conversation)
    assert (stage.provider.texts(), slow.sent, await states(stage, conversation)) == ([HELLO], [], ["accepted"])


async def test_F34_a_send_that_does_not_come_back_is_given_up_and_looked_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliver_messages, "SEND_TAKES_AT_MOST", timedelta(seconds=0.05))
    conversation = await ready(stage)
    never = SlowProvider(lambda: asyncio.sleep(60))
    await replace(stage.deliver, sender=never)(conversation)
    assert await states(stage, conversation) == ["unknown"]


async def test_F35_whoever_finds_a_message_being_sent_comes_back_when_its_sender_must_be_dead(stage: Stage) -> None:
    conversation = await ready(stage)

    async def another_finds_it() -> None:
        before = await count(stage, "procrastinate_jobs WHERE task_name = 'deliver'")
        await stage.deliver(conversation)
        assert await count(stage, "procrastinate_jobs WHERE task_name = 'deliver' AND scheduled_at > now()") == 1
        assert await count(stage, "procrastinate_jobs WHERE task_name = 'deliver'") == before + 1

    slow = SlowProvider(another_finds_it)
    await replace(stage.deliver, sender=slow)(conversation)
    assert slow.texts() == [HELLO]
