"""What becomes of outgoing messages when the provider is slow, refuses, or leaves us in doubt."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deliveries import FINAL, DeliveryState, SendOutcome, SendResult, moves_forward, retry_delay
from bot.domain.ownership import Owner
from bot.domain.provider_errors import MAY_HAVE_ARRIVED
from tests.support.stage import Stage

NUMBER_GONE = "a message could not be delivered: this number cannot be reached by text, or has a new owner"
RATE_LIMITED = SendOutcome(SendResult.RETRY, error_code="20429")
NO_ANSWER = SendOutcome(SendResult.UNKNOWN, error_code="no_answer")


async def states(stage: Stage, conversation: UUID) -> list[str]:
    return [message.state for message in (await stage.see(conversation)).messages if message.direction == "out"]


async def test_F32_a_busy_provider_is_asked_again_later_and_the_order_is_kept(stage: Stage) -> None:
    stage.provider.outcomes = [RATE_LIMITED]
    conversation = await stage.texts("[en] i am sick")
    await stage.deliver(conversation)
    assert stage.provider.texts() == [], "the second part waits for the first, and the first for its time"
    for _ in range(3):
        stage.clock.pass_by(seconds=1)
        await stage.deliver(conversation)
    assert stage.provider.texts() == ["en:health.care", "en:needs.place"]


async def test_F34_after_a_time_out_the_message_is_looked_up_before_anything_is_sent_again(stage: Stage) -> None:
    stage.provider.outcomes = [NO_ANSWER]
    conversation = await stage.texts("[en] hello")
    assert await states(stage, conversation) == ["unknown"]
    stage.provider.found = SendOutcome(SendResult.ACCEPTED, "SM" + "b" * 32)
    stage.clock.pass_by(seconds=5)
    await stage.deliver(conversation)
    assert (await states(stage, conversation), stage.provider.sent) == (["accepted"], [])


async def test_F34_a_message_the_provider_does_not_know_is_sent_again(stage: Stage) -> None:
    stage.provider.outcomes = [NO_ANSWER]
    conversation = await stage.texts("[en] hello")
    stage.clock.pass_by(seconds=5)
    await stage.deliver(conversation)
    assert (await states(stage, conversation), stage.provider.texts()) == (["unknown"], []), "the provider's list may be behind"
    stage.clock.pass_by(seconds=10)
    await stage.deliver(conversation)
    assert stage.provider.texts() == ["en:hello.safe_to_write"]


async def test_F34_while_the_provider_cannot_tell_nothing_is_sent_again(stage: Stage) -> None:
    stage.provider.outcomes = [NO_ANSWER]
    stage.provider.found = NO_ANSWER
    conversation = await stage.texts("[en] hello")
    for _ in range(7):
        stage.clock.pass_by(seconds=60)
        await stage.deliver(conversation)
    assert (await states(stage, conversation), stage.provider.sent) == (["failed"], [])
    assert (await stage.see(conversation)).messages[-1].error_code == MAY_HAVE_ARRIVED


async def test_F35_a_sender_that_died_in_the_middle_leaves_doubt_and_not_a_second_text(stage: Stage) -> None:
    async def die(*_: object) -> SendOutcome:
        raise ConnectionAbortedError

    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    send, stage.provider.send = stage.provider.send, die  # type: ignore[method-assign]
    with pytest.raises(ConnectionAbortedError):
        await stage.deliver(conversation)
    stage.provider.send = send  # type: ignore[method-assign]
    await stage.deliver(conversation)
    assert await states(stage, conversation) == ["sending"], "somebody may still be sending it"
    stage.clock.pass_by(seconds=31)
    stage.provider.found = SendOutcome(SendResult.ACCEPTED, "SM" + "c" * 32)
    await stage.deliver(conversation)
    assert (await states(stage, conversation), stage.provider.sent) == (["accepted"], [])


async def test_F31_late_words_of_the_assistant_are_not_sent_and_a_human_is_told(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    stage.clock.pass_by(seconds=121)
    await stage.deliver(conversation)
    view = await stage.see(conversation)
    assert (stage.provider.sent, await states(stage, conversation)) == ([], ["expired"])
    assert (view.owner, view.alerts[0].reason) == (Owner.WAITING, "an answer could not be sent in time")


async def test_the_provider_is_told_how_long_the_assistants_words_live(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    stage.clock.pass_by(seconds=100)
    await stage.deliver(conversation)
    assert stage.provider.validities == [20]


async def test_a_humans_words_never_expire(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, ana)
    await stage.reply(conversation, ana, "I am here.")
    stage.clock.pass_by(hours=9)
    await stage.deliver(conversation)
    assert (stage.provider.texts()[-1], stage.provider.validities[-1]) == ("I am here.", None)


async def test_F36_a_refused_number_is_final_and_shown_with_its_code(stage: Stage) -> None:
    stage.provider.outcomes = [SendOutcome(SendResult.REFUSED, error_code="21211")] * 2
    conversation = await stage.texts("[en] knife")
    view = await stage.see(conversation)
    assert {(m.state, m.error_code) for m in view.messages if m.direction == "out"} == {("failed", "21211")}
    assert NUMBER_GONE in [alert.reason for alert in view.alerts]


async def test_F36_the_carriers_opt_out_becomes_ours(stage: Stage) -> None:
    stage.provider.outcomes = [SendOutcome(SendResult.OPTED_OUT, error_code="21610")]
    conversation = await stage.texts("[en] i am sick")
    view = await stage.see(conversation)
    assert (view.opted_out, stage.provider.sent) == (True, [])
    assert await states(stage, conversation) == ["failed", "cancelled"]


async def test_F7_news_of_a_delivery_moves_it_forward_only(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    sid = await provider_id(stage, conversation)
    for state in (DeliveryState.DELIVERED, DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.ACCEPTED):
        await stage.record_status(sid, state, None)
    assert (await states(stage, conversation), len(stage.provider.sent)) == (["delivered"], 1)


async def test_F6_news_that_comes_before_the_providers_own_answer_is_joined(stage: Stage) -> None:
    sid = "SM" + "d" * 32
    await stage.record_status(sid, DeliveryState.DELIVERED, None)
    await stage.record_status(sid, DeliveryState.SENT, None)
    stage.provider.outcomes = [SendOutcome(SendResult.ACCEPTED, sid)]
    conversation = await stage.texts("[en] hello")
    assert await states(stage, conversation) == ["delivered"]


async def test_B57_news_for_an_unknown_id_creates_nothing(stage: Stage) -> None:
    await stage.record_status("SM" + "e" * 32, DeliveryState.DELIVERED, None)
    assert await stage.desk.find(None, None) == []


async def test_an_undelivered_text_in_an_emergency_alerts_a_human_again(stage: Stage) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.record_status(await provider_id(stage, conversation), DeliveryState.UNDELIVERED, "30003")
    assert [alert.reason for alert in (await stage.see(conversation)).alerts] == ["weapon", "a message was not delivered"]


async def provider_id(stage: Stage, conversation: UUID) -> str:
    async with stage.units() as unit:
        return next(iter(await unit.provider_ids(conversation)))


states_drawn = st.sampled_from(list(DeliveryState))


@given(states_drawn, states_drawn)
def test_a_delivery_never_moves_both_ways(a: DeliveryState, b: DeliveryState) -> None:
    assert not (moves_forward(a, b) and moves_forward(b, a))
    assert not moves_forward(a, a)
    if a in FINAL:
        assert not moves_forward(a, b)


@given(st.integers(1, 50), st.floats(0, 1))
def test_waiting_between_attempts_grows_to_a_bound(attempt: int, jitter: float) -> None:
    assert 1 <= retry_delay(attempt, jitter) <= 90
    assert retry_delay(attempt, 0) <= retry_delay(attempt + 1, 0)
