"""Whoever waits for a human is called for, up the ladder, and told the truth in time: on the real database, with a set clock."""

from __future__ import annotations

import asyncio
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.paging import PageWay
from bot.domain.records import Incoming
from bot.domain.rota import Shift
from bot.domain.troubles import Trouble
from bot.ports import CannotOpen
from bot.storage import tables as t
from tests.support.stage import MARIA, Stage

ANA, BEN, CAT, SUE = "+15550000001", "+15550000002", "+15550000003", "+15550000009"
PAGE = "Info Line: number {} is waiting. Please sign in."


@pytest.fixture
async def rota(stage: Stage) -> dict[str, UUID]:
    """Ana and Ben are on call around the clock, Ana at the desk; Cat can be paged; Sue is the supervisor. All by SMS."""
    people = {}
    for name, number, place in (("Ana", ANA, 1), ("Ben", BEN, 2), ("Cat", CAT, 0), ("Sue", SUE, 0)):
        people[name] = await stage.advocate(name)
        await stage.rota.add_pager(people[name], PageWay.SMS, number)
        await at_the_desk(stage, people[name])
        if place:
            await stage.rota.add_shift(around_the_clock(people[name], place, at_desk=place == 1))
    await stage.rota.set_supervisor(people["Sue"], True)
    return people


def around_the_clock(advocate: UUID, place: int = 1, *, at_desk: bool = True, on_days_off: bool = False) -> Shift:
    return Shift(uuid4(), advocate, place, frozenset(range(7)), time(), time(), "UTC", at_desk, on_days_off=on_days_off)


async def tick(stage: Stage, **span: float) -> None:
    """Time passes, and the loops of the service run."""
    stage.clock.pass_by(**span)
    await stage.climb_ladder()
    await stage.send_pages()


async def told(stage: Stage, conversation: UUID, sender: str = MARIA) -> list[str]:
    """What reached the person since the turn's own words."""
    await stage.deliver(conversation)
    return [text.split(":", 1)[1] for text in stage.provider.texts(sender) if "nobody" in text or "may_text" in text]


async def kinds(stage: Stage, conversation: UUID) -> list[str]:
    return [event.kind for event in (await stage.see(conversation)).events]


async def test_an_emergency_climbs_the_whole_ladder(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    number = (await stage.see(conversation)).number
    await tick(stage)
    assert stage.pager.called() == [ANA, BEN], "everybody on call, at once"
    assert {text for _, _, text in stage.pager.pages} == {PAGE.format(number)}, "a number in the queue and nothing else"
    await tick(stage, seconds=29)
    assert len(stage.pager.called()) == 2
    await tick(stage, seconds=1)
    assert stage.pager.called()[2:] == [ANA, BEN], "again after 30 s"
    await tick(stage, seconds=90)
    assert stage.pager.called()[4:] == [CAT, SUE], "others and the supervisor after two minutes"
    assert await told(stage, conversation) == []
    await tick(stage, seconds=60)
    assert await told(stage, conversation) == ["human.nobody_yet", "human.may_text"], "the truth after three"
    await tick(stage, seconds=60)
    assert len(await told(stage, conversation)) == 2


async def test_whoever_takes_over_stops_the_ladder(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await tick(stage)
    await stage.take_over(conversation, rota["Ana"])
    await tick(stage, hours=3)
    assert (stage.pager.called(), await told(stage, conversation)) == ([ANA, BEN], [])


async def test_an_urgent_conversation_waits_for_the_desk_while_somebody_sits_there(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] locked in")
    await tick(stage, seconds=299)
    assert stage.pager.called() == []
    await tick(stage, seconds=1)
    assert stage.pager.called() == [ANA]
    await tick(stage, minutes=10)
    assert stage.pager.called() == [ANA, BEN, SUE]
    assert await told(stage, conversation) == ["human.nobody_yet", "human.may_text"]


async def test_F44_nobody_on_shift_is_said_at_once_and_whoever_can_be_paged_is(stage: Stage) -> None:
    cat = await stage.advocate("Cat")
    await stage.rota.add_pager(cat, PageWay.EMAIL, "cat@desk.example")
    await stage.rota.add_shift(Shift(uuid4(), cat, 1, frozenset({2}), time(9), time(17), "UTC", True))
    conversation = await stage.texts("[en] locked in")
    assert stage.provider.texts() == ["en:human.nobody_now"]
    await stage.texts("[en] knife", "+15551230002")
    assert stage.provider.texts("+15551230002") == ["en:danger.emergency", "en:human.nobody_now"]
    await tick(stage, seconds=10)
    assert stage.pager.called() == ["cat@desk.example"] * 2
    await tick(stage, minutes=15)
    assert await told(stage, conversation) == ["human.nobody_now"], "who was told at once is not told again"


async def test_F44_with_nobody_at_all_the_line_itself_is_in_trouble_and_the_person_is_told(stage: Stage) -> None:
    conversation = await stage.texts("[en] knife")
    await tick(stage)
    async with stage.units() as unit:
        assert [each.kind for each in await unit.troubles(stage.clock.now())] == [Trouble.NOBODY_ON_SHIFT]
    await tick(stage, minutes=3)
    assert await told(stage, conversation) == ["human.nobody_yet", "human.may_text"]


async def test_three_texts_of_panic_are_one_call_and_a_raised_level_is_another(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.texts("[en] locked in")
    await stage.texts("[en] locked in again")
    await tick(stage, minutes=5)
    await stage.texts("[en] locked in again")
    await tick(stage, seconds=1)
    assert stage.pager.called() == [ANA]
    await stage.texts("[en] knife")
    await tick(stage, seconds=1)
    assert stage.pager.called() == [ANA, ANA, BEN]


async def test_another_alert_of_the_same_level_does_not_set_the_clock_back(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] locked in")
    await tick(stage, minutes=4)
    async with stage.units() as unit:
        sid = next(iter(await unit.provider_ids(conversation)))
    await stage.record_status(sid, DeliveryState.UNDELIVERED, "30003")
    assert len((await stage.see(conversation)).alerts) == 2
    await tick(stage, minutes=1)
    assert stage.pager.called() == [ANA]


async def test_danger_after_a_hand_back_is_called_for_from_the_ground(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await tick(stage)
    await stage.take_over(conversation, rota["Ana"])
    await stage.hand_back(conversation, rota["Ana"])
    await tick(stage, seconds=5)
    assert stage.pager.called() == [ANA, BEN]
    await stage.texts("[en] knife again")
    await tick(stage, seconds=1)
    assert stage.pager.called() == [ANA, BEN] * 2


async def test_a_level_an_advocate_lowers_slows_the_ladder_and_a_raised_one_hurries_it(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] locked in")
    await stage.correct_level(conversation, rota["Ana"], Level.ELEVATED)
    await tick(stage, minutes=20)
    assert stage.pager.called() == []
    await stage.correct_level(conversation, rota["Ana"], Level.EMERGENCY)
    await tick(stage)
    assert stage.pager.called() == [ANA, BEN]


async def test_F46_a_page_that_cannot_leave_goes_the_next_way_and_then_to_the_next_person(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.rota.add_pager(rota["Ana"], PageWay.EMAIL, "ana@desk.example")
    stage.pager.broken = {"sms"}
    await stage.texts("[en] knife")
    await tick(stage)
    assert stage.pager.called() == ["ana@desk.example"], "the second way, in the same round"
    view = await stage.rota.view()
    assert {(page.advocate, page.state) for page in view.pages} == {("Ana", "accepted"), ("Ben", "failed")}
    stage.pager.broken = set()
    await tick(stage, seconds=1)
    await tick(stage, seconds=1)
    assert {CAT, SUE} <= set(stage.pager.called()), "Ben could not be reached, so the next are called now and not in two minutes"


async def test_F46_a_page_the_carrier_could_not_hand_over_goes_the_next_way(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.rota.add_pager(rota["Ana"], PageWay.WEBHOOK, "https://pages.example/ana")
    await stage.texts("[en] knife")
    await tick(stage)
    async with stage.engine.connect() as connection:
        query = sa.select(t.pages.c.provider_id).where(t.pages.c.advocate_id == rota["Ana"])
        sid = (await connection.execute(query)).scalar_one()
    await stage.record_status(sid, DeliveryState.SENT, None)
    assert await stage.send_pages() == 0
    await stage.record_status(sid, DeliveryState.UNDELIVERED, "30003")
    await tick(stage, seconds=1)
    await tick(stage, seconds=1)
    assert "https://pages.example/ana" in stage.pager.called()


async def test_a_page_whose_sender_died_is_sent_again(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.texts("[en] locked in")
    await stage.climb_ladder()
    stage.clock.pass_by(minutes=5)
    await stage.climb_ladder()
    async with stage.units() as unit:
        assert await unit.claim_page(stage.clock.now()) is not None
        await unit.commit()
    await tick(stage, seconds=14)
    assert stage.pager.called() == [], "somebody may still be sending it"
    await tick(stage, seconds=2)
    assert stage.pager.called() == [ANA]


async def test_two_processes_climb_at_once_and_nobody_is_called_twice(stage: Stage, rota: dict[str, UUID]) -> None:
    for number in range(10):
        await stage.texts("[en] knife", f"+155512300{number:02d}")
    await asyncio.gather(*(stage.climb_ladder() for _ in range(4)))
    await asyncio.gather(*(stage.send_pages() for _ in range(4)))
    assert sorted(stage.pager.called()) == [ANA] * 10 + [BEN] * 10


async def test_who_asked_us_to_stop_is_not_texted_and_still_called_for(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.texts("STOP")
    await tick(stage, minutes=3)
    assert await told(stage, conversation) == []
    assert stage.pager.called() == [ANA, BEN, CAT, SUE]
    assert "truth_not_told" in await kinds(stage, conversation)


async def test_who_has_been_silent_for_long_is_not_texted_first_without_a_yes(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await tick(stage, minutes=31)
    assert await told(stage, conversation) == []
    other = await stage.texts("[en] knife", "+15551230002")
    await tick(stage, minutes=3)
    assert (await told(stage, other, "+15551230002"))[-1] == "human.may_text"
    await stage.texts("1", "+15551230002")
    assert stage.provider.texts("+15551230002")[-1] == "en:human.will_text"
    view = await stage.see(other)
    assert (view.memory.may_text, view.events[-1].kind) == (True, "may_text")


async def test_a_no_is_kept_too_and_not_safe_now_takes_a_yes_back(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await tick(stage, minutes=3)
    await stage.texts("2")
    assert stage.provider.texts()[-1] == "en:human.wont_text"
    assert (await stage.see(conversation)).memory.may_text is False
    stage.clock.pass_by(minutes=5)
    await stage.texts("[en] knife again")
    await tick(stage, minutes=3)
    assert (await told(stage, conversation))[-1] == "human.nobody_yet", "the truth again, and nobody is asked twice"


async def test_who_is_silent_because_it_is_not_safe_is_left_in_peace(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    async with stage.engine.begin() as connection:
        # The last thing we said is that we keep quiet.
        await connection.execute(sa.update(t.messages).where(t.messages.c.direction == "out").values(message_id="talk.quiet"))
    await tick(stage, minutes=3)
    assert await told(stage, conversation) == []


async def test_B58_a_short_code_is_called_for_and_never_texted(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.receive(Incoming("SM" + "1" * 32, Address(Channel.SMS, "72345"), "knife", ("carrier", "not_answerable", "short_code")))
    conversation = await stage.conversation_of("72345")
    await stage.take_turn(conversation)
    await tick(stage, minutes=3)
    assert (await told(stage, conversation, "72345"), stage.pager.called()) == ([], [ANA, BEN, CAT, SUE])


async def test_F43_an_advocate_whose_desk_falls_asleep_gives_the_conversation_up(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await stage.texts("[en] are you there")
    await at_the_desk(stage, rota["Ana"], seconds_ago=20)
    await tick(stage)
    assert (await stage.see(conversation)).owner is Owner.HUMAN
    await at_the_desk(stage, rota["Ana"], seconds_ago=40)
    await tick(stage)
    view = await stage.see(conversation)
    assert (view.owner, stage.pager.called()) == (Owner.WAITING, [ANA, BEN])
    await stage.take_over(conversation, rota["Ben"])
    await tick(stage, minutes=5)
    assert (await stage.see(conversation)).advocate == "Ben"


async def test_F43_nobody_loses_a_conversation_in_which_they_had_the_last_word(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await stage.reply(conversation, rota["Ana"], "I am here.")
    await at_the_desk(stage, rota["Ana"], seconds_ago=400)
    await tick(stage)
    assert (await stage.see(conversation)).owner is Owner.HUMAN


async def test_F43_a_page_without_scripts_counts_for_five_minutes(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await stage.texts("[en] are you there")
    without_scripts = sa.update(t.desk_sessions).values(streamed_at=None, last_seen_at=stage.clock.now())
    async with stage.engine.begin() as connection:
        await connection.execute(without_scripts)
    await tick(stage, minutes=4)
    assert (await stage.see(conversation)).owner is Owner.HUMAN
    await tick(stage, minutes=1)
    assert (await stage.see(conversation)).owner is Owner.WAITING


async def test_F43_who_signs_out_gives_up_what_is_urgent(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await at_the_desk(stage, rota["Ana"], seconds_ago=1)
    await stage.texts("[en] are you there")
    await tick(stage)
    assert (await stage.see(conversation)).owner is Owner.HUMAN
    async with stage.engine.begin() as connection:
        await connection.execute(sa.delete(t.desk_sessions))
    await tick(stage)
    assert (await stage.see(conversation)).owner is Owner.WAITING


async def test_F43_who_works_through_the_staff_api_is_not_watched(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.staff.new_api_token("Ana")
    await at_the_desk(stage, rota["Ana"], seconds_ago=400)
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await stage.texts("[en] are you there")
    await tick(stage, hours=1)
    assert (await stage.see(conversation)).owner is Owner.HUMAN


async def at_the_desk(stage: Stage, advocate: UUID, *, seconds_ago: int = 0) -> None:
    """The advocate's open desk page was last heard of so long ago."""
    seen = sa.func.now() - sa.text(f"interval '{seconds_ago} seconds'")
    row = {"token_hash": advocate.bytes, "advocate_id": advocate, "created_at": sa.func.now(), "last_seen_at": sa.func.now()}
    async with stage.engine.begin() as connection:
        await connection.execute(sa.delete(t.desk_sessions).where(t.desk_sessions.c.advocate_id == advocate))
        await connection.execute(sa.insert(t.desk_sessions).values(**row, streamed_at=seen))


async def test_a_closed_conversation_stays_closed_and_a_new_text_is_a_new_climb(stage: Stage, rota: dict[str, UUID]) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.take_over(conversation, rota["Ana"])
    await stage.close(conversation, rota["Ana"])
    await tick(stage, hours=1)
    later = await stage.texts("[en] hello")
    await tick(stage, hours=1)
    assert later != conversation
    assert ((await stage.see(conversation)).owner, stage.pager.called()) == (Owner.CLOSED, [])


async def test_on_a_holiday_and_in_illness_the_others_are_called(stage: Stage, rota: dict[str, UUID]) -> None:
    now = stage.clock.now()
    await stage.rota.add_absence(rota["Ana"], now - timedelta(hours=1), now + timedelta(hours=8), rota["Cat"])
    await stage.texts("[en] knife")
    await tick(stage)
    assert stage.pager.called() == [CAT, BEN], "Cat stands in where Ana stood"
    await stage.rota.add_day_off(date(2026, 11, 21), "Harvest day")
    await stage.texts("[en] knife", "+15551230002")
    await tick(stage)
    assert "en:human.nobody_now" in stage.provider.texts("+15551230002")


async def test_while_the_worker_is_down_the_ladder_still_climbs_and_tells(stage: Stage, rota: dict[str, UUID]) -> None:
    await stage.text_in("[en] knife")
    conversation = await stage.conversation_of()
    stage.clock.pass_by(seconds=13)
    await stage.stand_in()
    await tick(stage)
    assert stage.pager.called() == [ANA, BEN]
    await tick(stage, minutes=3)
    assert "human.nobody_yet" in await told(stage, conversation)


async def test_a_conversation_or_a_pager_that_does_not_open_stands_in_nobodys_way(stage: Stage, rota: dict[str, UUID]) -> None:
    broken = await stage.texts("[en] knife")
    await stage.texts("[en] knife", "+15551230002")
    async with stage.engine.begin() as connection:
        await connection.execute(sa.update(t.conversations).where(t.conversations.c.id == broken).values(address_sealed=b"no such thing"))
        await connection.execute(sa.update(t.pagers).where(t.pagers.c.advocate_id == rota["Ana"]).values(address_sealed=b"nor this"))
    with pytest.raises(CannotOpen):
        await stage.climb_ladder()
    await stage.send_pages()
    assert stage.pager.called() == [BEN]
    assert await stage.climb_ladder() == 1, "Ana was not reached, so the next are called; the broken one is tried a little later"


async def test_a_trouble_that_nobody_could_be_told_of_is_told_when_somebody_can(stage: Stage) -> None:
    async with stage.units() as unit:
        await unit.note_trouble(Trouble.REGISTRATION_BROKEN, stage.clock.now())
        await unit.commit()
    await tick(stage)
    await stage.rota.add_pager(await stage.advocate("Cat"), PageWay.SMS, CAT)
    await tick(stage, seconds=1)
    assert stage.pager.called() == [CAT]


async def test_a_trouble_of_the_line_is_paged_to_a_supervisor_once(stage: Stage, rota: dict[str, UUID]) -> None:
    async with stage.units() as unit:
        await unit.note_trouble(Trouble.REGISTRATION_BROKEN, stage.clock.now())
        await unit.commit()
    for _ in range(3):
        await tick(stage, seconds=10)
    assert stage.pager.pages == [("sms", SUE, "Info Line: the line itself needs a look. Please sign in.")]


async def test_T42_addresses_of_advocates_are_sealed_and_their_hints_say_little(stage: Stage, rota: dict[str, UUID]) -> None:
    async with stage.engine.connect() as connection:
        rows = (await connection.execute(sa.select(t.pagers))).all()
    assert ANA.encode() not in b"".join(bytes(str(row), "utf-8") + row.address_sealed for row in rows)
    assert {pager.hint for pager in (await stage.rota.view()).pagers} == {"...01", "...02", "...03", "...09"}
