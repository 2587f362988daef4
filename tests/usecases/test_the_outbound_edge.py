"""What follows when words do not reach the person: tried once more, a human called, the trouble with the line named."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.deliveries import DeliveryState, SendOutcome, SendResult
from bot.domain.ownership import Owner
from bot.domain.troubles import Trouble
from bot.usecases.deliver_messages import DeliverMessages
from tests.support.line import Line, opened_line
from tests.support.pretend_twilio import ACCEPT, BAD_NUMBER, FAILS_AFTER, FAILS_BEFORE, RATE_LIMITED, WRONG_TOKEN, Act, PretendTwilio
from tests.support.stage import MARIA, Stage

UNREACHABLE = SendOutcome(SendResult.RETRY, error_code="unreachable")


@pytest.fixture
async def line(stage: Stage) -> AsyncIterator[Line]:
    async with opened_line(stage) as opened:
        yield opened
    assert opened.twilio.violations == []


async def outgoing(stage: Stage, conversation: UUID) -> list[tuple[str, str | None]]:
    return [(each.state, each.error_code) for each in (await stage.see(conversation)).messages if each.direction == "out"]


async def reasons(stage: Stage, conversation: UUID) -> list[str]:
    return [each.reason for each in (await stage.see(conversation)).alerts]


async def troubles(stage: Stage) -> set[Trouble]:
    async with stage.units() as unit:
        return {each.kind for each in await unit.troubles(stage.clock.now())}


async def news(stage: Stage, conversation: UUID, state: DeliveryState, code: str | None, number: int = 0) -> str:
    """News of the `number`-th text sent in the conversation; returns its provider id."""
    async with stage.units() as unit:
        message = [each for each in (await stage.see(conversation)).messages if each.direction == "out"][number]
        delivery = await unit.delivery(message.id)
    assert delivery is not None
    assert delivery.provider_id is not None
    await stage.record_status(delivery.provider_id, state, code)
    return delivery.provider_id


# an unreachable provider


async def test_F31_six_hours_without_the_provider(stage: Stage) -> None:
    """The assistant's words expire and a human is called, a human's show "not sent", nobody hammers the provider, and order is kept."""
    calls: list[tuple[datetime, str]] = []
    back = stage.clock.now() + timedelta(hours=6)

    async def send(to: object, text: str, valid_seconds: int | None) -> SendOutcome:
        calls.append((stage.clock.now(), text))
        if stage.clock.now() < back:
            return UNREACHABLE
        return SendOutcome(SendResult.ACCEPTED, f"SM{len(calls):032x}")

    stage.provider.send = send  # type: ignore[assignment]
    ana = await stage.advocate("Ana")
    asked = await stage.texts("[en] hello", "+15551230002")
    danger = await stage.texts("knife", MARIA)
    began = stage.clock.now()
    told_at: datetime | None = None
    assert await troubles(stage) == {Trouble.PROVIDER_UNREACHABLE}
    for _ in range(25):
        stage.clock.pass_by(seconds=5)
        for conversation in (asked, danger):
            await stage.deliver(conversation)
        if told_at is None and len(await reasons(stage, danger)) > 1:
            told_at = stage.clock.now()
    assert told_at is not None
    assert told_at - began <= timedelta(seconds=30), "whoever is in danger is with a human soon"
    assert {state for state, _ in [*await outgoing(stage, asked), *await outgoing(stage, danger)]} == {"expired"}
    assert (await stage.see(asked)).owner is Owner.WAITING
    await stage.take_over(danger, ana)
    for words in ("I am here.", "Can you talk?"):
        await stage.reply(danger, ana, words)
    await stage.deliver(danger)
    assert (await outgoing(stage, danger))[-2:] == [("queued", "unreachable"), ("queued", None)], "shown as it is, at once"
    while stage.clock.now() < back + timedelta(minutes=2):
        stage.clock.pass_by(seconds=20 if stage.clock.now() - began < timedelta(minutes=40) else 1200)
        await stage.deliver(danger)
    assert (await outgoing(stage, danger))[-2:] == [("failed", "unreachable")] * 2, "not sent, and an advocate decides what is still true"
    assert len([at for at, _ in calls if at < back]) <= 60
    await stage.reply(danger, ana, "Are you safe?")
    await stage.deliver(danger)
    assert (calls[-1][1], await troubles(stage)) == ("Are you safe?", set())


async def test_F31_a_humans_words_wait_in_order_for_a_provider_that_comes_back(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, ana)
    stage.provider.outcomes = [UNREACHABLE] * 6
    before = len(stage.provider.sent)
    for words in ("one", "two", "three"):
        await stage.reply(conversation, ana, words)
    for _ in range(30):
        await stage.deliver(conversation)
        stage.clock.pass_by(seconds=10)
    assert stage.provider.texts()[before:] == ["one", "two", "three"]


async def test_F67_inbound_is_untouched_while_the_provider_cannot_be_reached(line: Line) -> None:
    """Webhooks never wait for a send: they are answered as quickly as before, and the text is kept."""

    async def times(first: int) -> list[float]:
        taken = []
        for number in range(first, first + 15):
            began = asyncio.get_running_loop().time()
            answer = await line.webhook(line.twilio.writes(f"+1555{number:07}", "[en] hello"))
            taken.append(asyncio.get_running_loop().time() - began)
            assert answer.status_code == 200
        return sorted(taken)

    before = await times(0)
    line.twilio.always = Act(record=False, hang_seconds=5)
    sending = asyncio.create_task(line.work())
    during = await times(100)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    assert len(await line.inbound_texts()) == 30
    assert during[7] < 5 * before[7] + 0.2


# a busy provider


async def test_F32_a_busy_provider_holds_the_line_and_the_urgent_words_leave_first(stage: Stage) -> None:
    calls: list[str] = []
    taken: list[float] = []

    async def send(to: object, text: str, valid_seconds: int | None) -> SendOutcome:
        at = stage.clock.now().timestamp()
        calls.append(str(getattr(to, "value", "")))
        if len([each for each in taken if each > at - 1]) >= 4:
            return SendOutcome(SendResult.RETRY, error_code="20429")
        taken.append(at)
        return SendOutcome(SendResult.ACCEPTED, f"SM{len(calls):032x}")

    stage.provider.send = send  # type: ignore[assignment]
    people = [f"+1555{number:07}" for number in range(14)]
    for person in people:
        await stage.text_in("knife" if person == people[-1] else "[en] hello", person)
        await stage.take_turn(await stage.conversation_of(person))
    waiting = [await stage.conversation_of(person) for person in people]
    for _ in range(200):
        for conversation in waiting:
            await stage.deliver(conversation)
        waiting = [each for each in waiting if any(state == "queued" for state, _ in await outgoing(stage, each))]
        if not waiting:
            break
        stage.clock.pass_by(seconds=1)
    assert not waiting
    texts = 13 + len(await outgoing(stage, await stage.conversation_of(people[-1])))
    assert len(taken) == texts
    assert len(calls) <= 1.2 * texts
    assert people[-1] in calls[: len(calls) // 2], "though it came last"


async def test_F32_a_humans_words_do_not_queue_behind_the_assistants(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello")
    await stage.take_over(conversation, ana)
    for _ in range(7):
        stage.deliver.pace.busy(stage.clock.now())
        stage.clock.pass_by(seconds=20)
    stage.deliver.pace.busy(stage.clock.now())
    await stage.reply(conversation, ana, "I am here.")
    await stage.deliver(conversation)
    assert stage.provider.texts()[-1] != "I am here."
    stage.clock.pass_by(seconds=2)
    await stage.deliver(conversation)
    assert stage.provider.texts()[-1] == "I am here."


async def test_F32_a_delivery_is_not_tried_before_its_time_whoever_asks(stage: Stage) -> None:
    stage.provider.outcomes = [SendOutcome(SendResult.RETRY, error_code="20429")] * 3
    conversation = await stage.texts("[en] hello")
    for _ in range(20):
        await stage.deliver(conversation)
        await stage.stand_in()
    assert len(stage.provider.outcomes) == 2


async def test_F34_nobody_looks_up_before_it_is_time_whoever_asks(stage: Stage) -> None:
    looked_up = []

    async def find(*asked: object) -> SendOutcome:
        looked_up.append(asked)
        return SendOutcome(SendResult.UNKNOWN, error_code="no_answer")

    stage.provider.find = find  # type: ignore[assignment]
    stage.provider.outcomes = [SendOutcome(SendResult.UNKNOWN, error_code="no_answer")]
    conversation = await stage.texts("[en] hello")
    for second, times in ((4, 0), (1, 1), (4, 1), (1, 2), (9, 2), (1, 3)):
        stage.clock.pass_by(seconds=second)
        for _ in range(3):
            await stage.deliver(conversation)
        assert len(looked_up) == times


# what the codes do


@pytest.mark.parametrize(("code", "wait"), [("30003", 20), ("30008", 20)])
async def test_F36_what_did_not_arrive_is_tried_once_more_and_then_is_final(stage: Stage, code: str, wait: int) -> None:
    conversation = await stage.texts("[en] hello")
    first = await news(stage, conversation, DeliveryState.UNDELIVERED, code)
    await stage.deliver(conversation)
    assert len(stage.provider.sent) == 1, "not at once"
    stage.clock.pass_by(seconds=wait)
    await stage.deliver(conversation)
    assert stage.provider.texts() == ["en:hello.safe_to_write"] * 2
    await stage.record_status(first, DeliveryState.DELIVERED, None)
    assert await outgoing(stage, conversation) == [("accepted", None)], "late news of the first try say nothing about the second"
    await news(stage, conversation, DeliveryState.UNDELIVERED, code)
    stage.clock.pass_by(hours=1)
    await stage.deliver(conversation)
    assert (await outgoing(stage, conversation), len(stage.provider.sent)) == ([("undelivered", code)], 2)


async def test_F36_what_arrived_after_all_is_not_sent_a_second_time(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    first = await news(stage, conversation, DeliveryState.UNDELIVERED, "30003")
    await stage.record_status(first, DeliveryState.SENT, None)
    await stage.record_status(first, DeliveryState.UNDELIVERED, "30003")
    await stage.record_status(first, DeliveryState.DELIVERED, None)
    stage.clock.pass_by(minutes=1)
    await stage.deliver(conversation)
    assert (await outgoing(stage, conversation), len(stage.provider.sent)) == ([("delivered", None)], 1)


async def test_F36_late_words_of_the_assistant_are_not_tried_again(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    stage.clock.pass_by(seconds=110)
    await news(stage, conversation, DeliveryState.UNDELIVERED, "30003")
    assert await outgoing(stage, conversation) == [("undelivered", "30003")]


async def test_F36_before_the_second_try_it_is_asked_who_speaks_and_whether_we_may(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello")
    await news(stage, conversation, DeliveryState.UNDELIVERED, "30003")
    await stage.take_over(conversation, ana)
    stage.clock.pass_by(seconds=20)
    await stage.deliver(conversation)
    assert (await outgoing(stage, conversation), len(stage.provider.sent)) == ([("cancelled", "30003")], 1)


async def test_F36_a_humans_words_are_tried_again_after_a_minute_and_hold_up_no_later_ones(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] i am sick")
    await stage.take_over(conversation, ana)
    await stage.reply(conversation, ana, "one")
    await stage.deliver(conversation)
    await news(stage, conversation, DeliveryState.UNDELIVERED, "30003", number=2)
    stage.clock.pass_by(seconds=10)
    await stage.reply(conversation, ana, "two")
    await stage.deliver(conversation)
    assert stage.provider.texts()[2:] == ["one", "two"]
    stage.clock.pass_by(seconds=50)
    await stage.deliver(conversation)
    assert stage.provider.texts()[2:] == ["one", "two", "one"]


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("30007", Trouble.FILTERED), ("30032", Trouble.REGISTRATION_BROKEN), ("30034", Trouble.REGISTRATION_BROKEN),
        ("21408", Trouble.REGISTRATION_BROKEN), ("21612", Trouble.REGISTRATION_BROKEN), ("30029", Trouble.PROVIDER_REFUSES_US),
        ("21606", Trouble.PROVIDER_REFUSES_US), ("20003", Trouble.PROVIDER_REFUSES_US),
    ],
)  # fmt: skip
async def test_F36_what_is_wrong_with_the_line_is_named_whichever_way_it_comes(stage: Stage, code: str, trouble: Trouble) -> None:
    stage.provider.outcomes = [SendOutcome(SendResult.REFUSED, error_code=code)]
    await stage.texts("[en] hello", "+15551230007")
    assert await troubles(stage) == {trouble}
    async with stage.units() as unit:
        await unit.end_trouble(trouble)
        await unit.commit()
    conversation = await stage.texts("[en] hello")
    await news(stage, conversation, DeliveryState.FAILED, code)
    assert await troubles(stage) == {trouble}


@pytest.mark.parametrize("code", ["30005", "21211", "21614", "30006"])
async def test_B66_a_number_that_is_gone_is_final_and_shown_to_whoever_waits_for_that_person(stage: Stage, code: str) -> None:
    conversation = await stage.texts("[en] person")
    await news(stage, conversation, DeliveryState.UNDELIVERED, code)
    stage.clock.pass_by(hours=1)
    await stage.deliver(conversation)
    assert (await outgoing(stage, conversation), len(stage.provider.sent)) == ([("undelivered", code)], 1)
    assert (await reasons(stage, conversation))[-1].endswith("this number cannot be reached by text, or has a new owner")


async def test_F36_an_opt_out_in_the_news_of_a_delivery_becomes_ours(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    await news(stage, conversation, DeliveryState.FAILED, "21610")
    assert (await stage.see(conversation)).opted_out


# a failure in danger calls a human, on every path


@pytest.mark.parametrize("act", [BAD_NUMBER, WRONG_TOKEN, Act(record=False, status=400, raw=b"")])
async def test_a_refused_send_in_danger_calls_a_human_at_once(line: Line, act: Act) -> None:
    line.twilio.always = act
    await line.webhook(line.twilio.writes(MARIA, "knife"))
    await line.work()
    assert (await reasons(line.stage, await line.stage.conversation_of()))[-1].startswith("a message could not be delivered")


async def test_a_failure_whose_news_came_before_the_answer_calls_a_human_too(stage: Stage) -> None:
    sid = "SM" + "d" * 32
    await stage.record_status(sid, DeliveryState.UNDELIVERED, "30005")
    stage.provider.outcomes = [SendOutcome(SendResult.ACCEPTED, sid)]
    conversation = await stage.texts("knife")
    assert (await outgoing(stage, conversation))[0] == ("undelivered", "30005")
    assert (await reasons(stage, conversation))[-1].startswith("a message could not be delivered: this number")


async def test_words_that_expire_in_danger_call_a_human_again(stage: Stage) -> None:
    await stage.text_in("knife")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    stage.clock.pass_by(seconds=121)
    await stage.deliver(conversation)
    assert (await reasons(stage, conversation))[-1] == "an answer could not be sent in time"


async def test_a_send_in_danger_that_hangs_every_time_calls_a_human_within_a_minute(line: Line) -> None:
    line.twilio.always = Act(record=False, hang_seconds=5)
    await line.webhook(line.twilio.writes(MARIA, "knife"))
    await line.work()
    conversation = await line.stage.conversation_of()
    began = line.stage.clock.now()
    line.twilio.list_acts.extend([500] * 50)
    # Each of our attempts and look-ups lasts ten seconds in the service.
    while not any("cannot be sent now" in each for each in await reasons(line.stage, conversation)):
        line.stage.clock.pass_by(seconds=15)
        await line.work()
        assert line.stage.clock.now() - began < timedelta(seconds=60)
    assert await line.troubles() == {"provider_unreachable"}


# doubt


async def test_F34_a_humans_words_that_nobody_can_look_up_are_shown_as_unknown_and_not_sent_twice(line: Line) -> None:
    ana = await line.stage.advocate("Ana")
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work()
    conversation = await line.stage.conversation_of()
    await line.stage.take_over(conversation, ana)
    await line.stage.reply(conversation, ana, "I am here.")
    line.twilio.acts.append(FAILS_AFTER)
    line.twilio.list_acts.extend([503] * 20)
    await line.work_until_quiet(step=5)
    assert (await outgoing(line.stage, conversation))[-1] == ("failed", "may_have_arrived")
    assert len(line.twilio.sent_to(MARIA)) == 2


async def test_F33_after_every_doubtful_send_the_list_is_asked_before_anybody_gives_up(line: Line) -> None:
    """Twice it failed before it was taken, the third time after: the third is found, and not taken for lost."""
    ana = await line.stage.advocate("Ana")
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work()
    conversation = await line.stage.conversation_of()
    await line.stage.take_over(conversation, ana)
    await line.stage.reply(conversation, ana, "I am here.")
    line.twilio.acts.extend([FAILS_BEFORE, FAILS_BEFORE, FAILS_AFTER])
    await line.work_until_quiet()
    assert (await outgoing(line.stage, conversation))[-1] == ("accepted", None)
    assert [each.body for each in line.twilio.sent_to(MARIA)][1:] == ["I am here."]


async def test_F36_nothing_is_sent_without_end_at_a_provider_that_always_fails(line: Line) -> None:
    ana = await line.stage.advocate("Ana")
    conversation = await line.stage.texts("[en] knife")
    await line.stage.take_over(conversation, ana)
    await line.stage.reply(conversation, ana, "I am here.")
    line.twilio.always = FAILS_BEFORE
    await line.work_until_quiet(step=10, at_most=3600)
    assert (await outgoing(line.stage, conversation))[-1] == ("failed", "not_found_at_provider")
    assert line.twilio.calls <= 20


async def test_a_human_does_not_wait_behind_doubtful_words_of_the_assistant(line: Line) -> None:
    ana = await line.stage.advocate("Ana")
    line.twilio.acts.append(FAILS_AFTER)
    line.twilio.list_acts.extend([503] * 20)
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work()
    conversation = await line.stage.conversation_of()
    await line.stage.take_over(conversation, ana)
    await line.stage.reply(conversation, ana, "I am here.")
    await line.deliver(conversation)
    assert (await outgoing(line.stage, conversation)) == [("failed", "may_have_arrived"), ("accepted", None)]


async def test_F37_an_answer_without_a_message_or_with_another_ones_is_no_proof_and_is_named(line: Line) -> None:
    await line.webhook(line.twilio.writes("+15551230009", "[en] hello"))
    await line.work()
    other = line.twilio.sent[0].sid
    for time, raw in (("", b"<html>all is well</html>"), ("again", b'{"sid": "%s"}' % other.encode()), ("once more", b'{"sid": 7}')):
        line.twilio.acts.append(Act(record=False, raw=raw))
        await line.webhook(line.twilio.writes(MARIA, f"[en] hello {time}"))
        await line.work()
        conversation = await line.stage.conversation_of()
        assert (await outgoing(line.stage, conversation))[-1][0] == "unknown"
        assert await line.troubles() == {"provider_nonsense"}
        await line.work_until_quiet()
        assert (await outgoing(line.stage, conversation))[-1][0] == "accepted"
        assert await line.troubles() == set(), "over with the next accepted send"
    assert len(line.twilio.sent_to("+15551230009")) == 1


async def test_F39_a_sender_that_slept_cannot_undo_what_was_settled_meanwhile(line: Line) -> None:
    """It wakes with a time-out of its own after another process has looked the message up and found it."""
    woken = asyncio.Event()
    sender = line.deliver.sender

    class Slow:
        async def send(self, *args: object) -> SendOutcome:
            await sender.send(*args)  # type: ignore[arg-type]
            await woken.wait()
            return SendOutcome(SendResult.RETRY, error_code="20429")

    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    conversation = await line.stage.conversation_of()
    await line.stage.take_turn(conversation)
    asleep = asyncio.create_task(DeliverMessages(line.stage.units, line.stage.clock, Slow())(conversation))  # type: ignore[arg-type]
    while not line.twilio.sent:
        await asyncio.sleep(0.01)
    line.stage.clock.pass_by(seconds=31)
    await line.deliver(conversation)
    assert await outgoing(line.stage, conversation) == [("accepted", None)]
    woken.set()
    await asleep
    await line.work_until_quiet()
    assert (await outgoing(line.stage, conversation), len(line.twilio.sent)) == ([("accepted", None)], 1)


async def test_F7_news_twice_backwards_and_after_two_days_move_nothing_back(line: Line) -> None:
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work()
    conversation = await line.stage.conversation_of()
    sent: PretendTwilio = line.twilio
    seen = []
    for status in ("delivered", "delivered", "sent", "queued", "sending", "undelivered", "failed"):
        assert (await line.news(sent.sent[0], status, 30003 if status == "undelivered" else None)).status_code == 200
        seen.append((await outgoing(line.stage, conversation))[0][0])
    line.stage.clock.pass_by(hours=48)
    await line.news(sent.sent[0], "undelivered", 30003)
    await line.work()
    assert ({*seen, (await outgoing(line.stage, conversation))[0][0]}, len(sent.sent)) == ({"delivered"}, 1)


async def test_F32_one_busy_answer_is_followed_by_one_more_call(line: Line) -> None:
    line.twilio.acts.extend([RATE_LIMITED, ACCEPT])
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work_until_quiet(step=0.5)
    assert (line.twilio.calls, len(line.twilio.sent)) == (2, 1)
