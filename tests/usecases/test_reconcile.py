"""What the provider's own list brings back: texts whose webhook never came, and news of deliveries."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.domain.deliveries import DeliveryState
from bot.domain.ownership import Owner
from bot.domain.troubles import Trouble
from bot.domain.turns import ARRIVED_LATE
from bot.storage import tables as t
from bot.usecases.reconcile import Compared
from bot.usecases.refused_webhooks import RefusedWebhooks
from tests.support.line import Line, opened_line
from tests.support.pretend_twilio import NUMBER, Sent, new_sid
from tests.support.stage import MARIA, Stage


@pytest.fixture
async def line(stage: Stage) -> AsyncIterator[Line]:
    async with opened_line(stage) as opened:
        yield opened
    assert opened.twilio.violations == []


def phone(number: int) -> str:
    return f"+1555{number:07}"


async def recovered(line: Line, count: int) -> Compared:
    """An outage of 24 h in which `count` texts of 200 people are written, and what the first comparison after it finds."""
    await line.reconcile()
    start = line.stage.clock.now()
    for number in range(count):
        line.twilio.writes(phone(number % 200), f"text {number}", at=start + number * timedelta(hours=24) / count)
    line.stage.clock.pass_by(hours=24, minutes=1)
    line.twilio.largest_page = 100
    began = time.monotonic()
    found = await line.schedule().tick()
    print(f"{count} texts taken in within {time.monotonic() - began:.1f} s")
    assert found is not None
    kept = await line.inbound_texts()
    assert sorted(kept) == sorted(f"text {number}" for number in range(count)), "all, and each once"
    for person in range(0, 200, 40):
        view = await line.stage.see(await line.stage.conversation_of(phone(person)))
        texts = [each.text for each in view.messages if each.direction == "in"]
        assert texts == [f"text {number}" for number in range(person, count, 200)], "in the order in which they were written"
    return found


async def test_F11_300_texts_of_a_day_without_webhooks_are_taken_in_late_each_once_and_in_order(line: Line) -> None:
    found = await recovered(line, 300)
    assert (found.taken_in, await line.troubles()) == (300, {"webhooks_missed"})
    line.stage.clock.pass_by(minutes=1)
    again = await line.schedule().tick()
    assert again is not None
    assert (again.taken_in, line.twilio.sent) == (0, [])


async def test_F10_when_our_own_settings_refuse_every_webhook_that_is_paged_and_nothing_is_lost(line: Line) -> None:
    await line.reconcile()
    refused = line.door.refused
    for number in range(6):
        fields = line.twilio.writes(phone(number), f"[en] hello {number}")
        answer = await line.door.client.post("/hooks/twilio/inbound", data=fields, headers={"X-Twilio-Signature": "bm90IG91cnM="})
        assert answer.status_code == 403
        line.stage.clock.pass_by(seconds=10)
    assert await refused.note()
    assert await line.troubles() == {"webhooks_refused"}, "within two minutes, and the ladder pages it"
    assert not await refused.note(), "once a round"
    line.stage.clock.pass_by(seconds=30)
    assert (await line.reconcile()).taken_in == 6
    assert sorted(await line.inbound_texts()) == [f"[en] hello {number}" for number in range(6)]


async def test_one_forged_webhook_is_no_trouble_of_the_line(line: Line) -> None:
    refused = RefusedWebhooks(line.stage.units, line.stage.clock)
    for _ in range(9):
        refused()
        line.stage.clock.pass_by(minutes=1)
    assert not await refused.note()


@pytest.mark.long
@pytest.mark.timeout(900)
async def test_F11_5000_texts_of_a_day_are_taken_in_within_ten_minutes(line: Line) -> None:
    began = asyncio.get_running_loop().time()
    assert (await recovered(line, 5_000)).taken_in == 5_000
    assert asyncio.get_running_loop().time() - began < 600


async def test_F11_in_steady_state_a_text_without_a_webhook_is_there_within_90_seconds(line: Line) -> None:
    schedule = line.schedule()
    await schedule.tick()
    for wait in range(0, 60, 7):
        line.stage.clock.pass_by(seconds=wait)
        line.twilio.writes(MARIA, f"written {wait}")
        for _ in range(18):
            line.stage.clock.pass_by(seconds=5)
            await schedule.tick()
        assert f"written {wait}" in await line.inbound_texts()
    assert line.twilio.lists <= 2 * (9 * 90 + 280) / 60 + 4, "one comparison a minute, of two lists"


async def test_F11_a_text_of_a_minute_ago_is_answered_as_if_its_webhook_had_come(line: Line) -> None:
    await line.reconcile()
    line.twilio.writes(MARIA, "[en] hello")
    line.stage.clock.pass_by(seconds=61)
    await line.reconcile()
    await line.work()
    assert [each.body for each in line.twilio.sent_to(MARIA)] == ["en:hello.safe_to_write"]


async def test_F12_webhook_and_comparison_at_the_same_moment_make_one_row(line: Line) -> None:
    await raced(line, 60)


@pytest.mark.long
@pytest.mark.timeout(900)
async def test_F12_10000_races_make_10000_rows(line: Line) -> None:
    await raced(line, 10_000)


async def raced(line: Line, count: int) -> None:
    await line.reconcile()
    at = line.stage.clock.now()
    posts = [line.twilio.writes(phone(number % 50), f"text {number}", at=at) for number in range(count)]
    line.stage.clock.pass_by(seconds=25)

    async def deliver_webhooks() -> None:
        # From the end that the comparison comes to last, so that the two meet in the middle.
        for fields in reversed(posts):
            assert (await line.webhook(fields)).status_code == 200

    async def compare() -> None:
        while (await line.reconcile()) != Compared(seen=count):
            pass

    await asyncio.gather(deliver_webhooks(), compare(), compare())
    async with line.stage.engine.connect() as connection:
        rows, receipts = [
            (await connection.execute(sa.select(sa.func.count()).select_from(table))).scalar_one() for table in (t.messages, t.receipts)
        ]
    assert (rows, receipts) == (count, count)


async def test_F12_only_one_process_compares_at_a_time(line: Line) -> None:
    line.twilio.writes(MARIA, "hello")
    line.stage.clock.pass_by(minutes=1)
    found = await asyncio.gather(*(line.reconcile() for _ in range(4)))
    assert any(each is None for each in found)
    assert sum(each.taken_in for each in found if each is not None) == 1


async def test_a_late_text_gets_no_answer_and_brings_a_human(line: Line) -> None:
    line.twilio.writes(MARIA, "[en] i have no passport")
    line.stage.clock.pass_by(minutes=11)
    await line.reconcile()
    await line.work()
    view = await line.stage.see(await line.stage.conversation_of())
    assert (line.twilio.sent, view.owner, [each.reason for each in view.alerts]) == ([], Owner.WAITING, [ARRIVED_LATE])
    assert "late" in view.messages[0].flags
    assert "arrived_late" in [each.kind for each in view.events], "and when it was written"


async def test_danger_in_a_late_text_is_heard_and_the_phone_stays_silent(line: Line) -> None:
    line.twilio.writes(MARIA, "he has a knife")
    line.stage.clock.pass_by(hours=2)
    await line.reconcile()
    await line.work()
    view = await line.stage.see(await line.stage.conversation_of())
    assert (line.twilio.sent, view.level.value, view.alerts[0].reason) == ([], "emergency", "weapon")


async def test_whoever_writes_now_is_answered_though_older_texts_come_late(line: Line) -> None:
    line.twilio.writes(MARIA, "[en] are you there")
    line.stage.clock.pass_by(minutes=30)
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.reconcile()
    await line.work()
    assert [each.body for each in line.twilio.sent_to(MARIA)] == ["en:hello.safe_to_write"]


async def test_nobody_holds_a_late_text_for_the_assistant_either(line: Line) -> None:
    line.twilio.writes(MARIA, "[en] hello")
    line.stage.clock.pass_by(minutes=30)
    await line.reconcile()
    line.stage.clock.pass_by(seconds=15)
    await line.stage.stand_in()
    await line.work()
    assert line.twilio.sent == []


async def test_a_late_stop_is_obeyed_in_silence_and_a_late_start_undoes_nothing(line: Line) -> None:
    line.twilio.writes(MARIA, "START")
    line.stage.clock.pass_by(minutes=20)
    line.twilio.writes(MARIA, "[es] no me escriban mas")
    line.twilio.writes(phone(1), "parar")
    line.stage.clock.pass_by(minutes=20)
    await line.webhook(line.twilio.form(MARIA, "STOP"))
    await line.reconcile()
    await line.work()
    assert line.twilio.sent == []
    for number in (MARIA, phone(1)):
        assert (await line.stage.see(await line.stage.conversation_of(number))).opted_out


async def test_the_webhook_gets_its_time_before_the_list_is_believed(line: Line) -> None:
    line.twilio.writes(MARIA, "hello")
    line.stage.clock.pass_by(seconds=10)
    assert await line.reconcile() == Compared()


async def test_a_list_that_cannot_be_read_to_its_end_moves_nothing_and_is_read_again_soon(line: Line) -> None:
    schedule = line.schedule()
    await schedule.tick()
    for number in range(30):
        line.twilio.writes(phone(number), "hello")
    line.stage.clock.pass_by(minutes=2)
    line.twilio.largest_page = 10
    line.twilio.list_acts.extend([200, 429, 200, 503, *[500] * 57])
    taken = 0
    for _ in range(62):
        found = await schedule.tick()
        taken += found.taken_in if found else 0
        line.stage.clock.pass_by(seconds=30)
    assert (taken, len(await line.inbound_texts())) == (30, 30)
    assert await line.troubles() == {"provider_unreachable", "webhooks_missed"}


async def test_what_came_while_the_process_was_away_is_asked_for_at_its_start(line: Line) -> None:
    await line.schedule().tick()
    line.twilio.writes(MARIA, "hello")
    line.stage.clock.pass_by(seconds=21)
    found = await line.schedule().tick()
    assert found is not None
    assert found.taken_in == 1


async def test_the_end_of_a_trouble_is_followed_by_a_comparison_at_once(line: Line) -> None:
    schedule = line.schedule()
    await schedule.tick()
    async with line.stage.units() as unit:
        await unit.note_trouble(Trouble.WEBHOOKS_REFUSED, line.stage.clock.now())
        await unit.commit()
    line.twilio.writes(MARIA, "hello")
    line.stage.clock.pass_by(seconds=21)
    assert await schedule.tick() is None, "it is not time yet"
    async with line.stage.units() as unit:
        await unit.end_trouble(Trouble.WEBHOOKS_REFUSED)
        await unit.commit()
    found = await schedule.tick()
    assert found is not None
    assert found.taken_in == 1


async def test_after_the_database_was_away_the_next_round_compares(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = line.schedule()
    await schedule.tick()
    line.twilio.writes(MARIA, "hello")
    line.stage.clock.pass_by(seconds=21)
    with monkeypatch.context() as patched:
        patched.setattr(type(schedule), "_troubles_now", _away)
        with pytest.raises(ConnectionError):
            await schedule.tick()
    found = await schedule.tick()
    assert found is not None
    assert found.taken_in == 1


async def _away(*_: object) -> None:
    raise ConnectionError


async def test_a_text_that_cannot_be_taken_in_holds_up_nobody_else_and_is_tried_again(line: Line) -> None:
    for number, body in ((1, "first"), (2, "poison"), (2, "after it"), (3, "last")):
        line.twilio.writes(phone(number), body)
        line.stage.clock.pass_by(seconds=2)
    line.stage.clock.pass_by(minutes=1)
    quick = line.stage.triage.quick

    def poisoned(text: str):  # type: ignore[no-untyped-def]
        if text == "poison":
            raise RuntimeError
        return quick(text)

    line.stage.triage.quick = poisoned  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        await line.reconcile()
    assert sorted(await line.inbound_texts()) == ["first", "last"]
    line.stage.triage.quick = quick  # type: ignore[method-assign]
    await line.reconcile()
    assert sorted(await line.inbound_texts()) == ["after it", "first", "last", "poison"]


async def test_news_that_never_came_is_read_from_the_list_and_an_emergency_calls_again(line: Line) -> None:
    await line.webhook(line.twilio.writes(MARIA, "knife"))
    await line.work()
    sent = line.twilio.sent_to(MARIA)
    sent[0].status = "delivered"
    sent[1].status, sent[1].error_code = "undelivered", 30005
    line.stage.clock.pass_by(seconds=60)
    found = await line.reconcile()
    view = await line.stage.see(await line.stage.conversation_of())
    assert found is not None
    assert (found.moved, [each.state for each in view.messages if each.direction == "out"]) == (2, ["delivered", "undelivered"])
    assert view.alerts[-1].reason == "a message was not delivered: this number cannot be reached by text, or has a new owner"
    assert (await line.reconcile()) == Compared(seen=1), "once"


async def test_what_another_program_sent_from_our_number_is_left_alone(line: Line) -> None:
    line.twilio.sent.append(Sent(new_sid(), MARIA, "hello", 0.0, line.stage.clock.now(), {"From": NUMBER}, status="delivered"))
    line.stage.clock.pass_by(minutes=1)
    assert await line.reconcile() == Compared()
    async with line.stage.engine.connect() as connection:
        assert (await connection.execute(sa.select(sa.func.count()).select_from(t.parked_statuses))).scalar_one() == 0


async def test_F11_a_list_that_is_minutes_behind_loses_nothing(line: Line) -> None:
    schedule = line.schedule()
    line.twilio.list_is_behind = timedelta(minutes=8)
    await schedule.tick()
    line.stage.clock.pass_by(seconds=30)
    line.twilio.writes(MARIA, "hello")
    for _ in range(10):
        line.stage.clock.pass_by(seconds=60)
        await schedule.tick()
    assert await line.inbound_texts() == ["hello"]


async def test_F7_news_that_came_hours_later_and_were_lost_are_found_by_the_long_look_back(line: Line) -> None:
    schedule = line.schedule()
    await line.webhook(line.twilio.writes(MARIA, "[en] hello"))
    await line.work()
    line.twilio.sent[0].status = "sent"
    for minutes in (1, 60, 60):
        line.stage.clock.pass_by(minutes=minutes)
        await schedule.tick()
    line.twilio.sent[0].status = "delivered"
    for _ in range(2):
        line.stage.clock.pass_by(minutes=31)
        await schedule.tick()
    view = await line.stage.see(await line.stage.conversation_of())
    assert [each.state for each in view.messages if each.direction == "out"] == ["delivered"]


async def test_what_is_odd_about_a_text_is_seen_as_in_its_webhook(line: Line) -> None:
    line.twilio.writes(MARIA, "", media=2)
    line.twilio.writes("12345", "win a prize")
    line.twilio.writes(NUMBER, "our own")
    line.stage.clock.pass_by(minutes=1)
    await line.reconcile()
    flags = {}
    for number in (MARIA, "12345", NUMBER):
        flags[number] = (await line.stage.see(await line.stage.conversation_of(number))).messages[0].flags
    assert "file" in flags[MARIA]
    assert "not_answerable" in flags["12345"]
    assert "not_answerable" in flags[NUMBER]


async def test_B57_parked_news_that_nobody_claims_is_dropped_after_two_days(line: Line) -> None:
    await line.stage.record_status("SM" + "e" * 32, DeliveryState.DELIVERED, None)
    for hours, left in ((47, 1), (2, 0)):
        line.stage.clock.pass_by(hours=hours)
        await line.reconcile()
        async with line.stage.engine.connect() as connection:
            parked = (await connection.execute(sa.select(sa.func.count()).select_from(t.parked_statuses))).scalar_one()
        assert parked == left
    assert await line.stage.desk.find(None, None) == []
