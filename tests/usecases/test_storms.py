"""Storms and machines: everything is kept and shown, the assistant stays within its budget, equal things are one card at the desk."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.domain.budget import A_PERSON_READS_THIS, NO_CHANGE, SAME_AT_ONCE, TOO_MANY, Limits
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.storage.queries.desk import FOLDED_FROM
from bot.usecases.reply import CannotBeAnswered
from tests.support.stage import MARIA, Stage

LIMITS = Limits(in_a_while=6, a_day=20)


@pytest.fixture
def frugal(stage: Stage) -> Stage:
    """A stage with a small budget of replies."""
    return replace(stage, take_turn=replace(stage.take_turn, limits=LIMITS))


def number(place: int) -> str:
    return f"+1555123{place:04d}"


async def test_F58_a_storm_of_one_sender_is_kept_whole_and_the_phone_gets_no_more_than_the_budget(frugal: Stage) -> None:
    said = [f"[en] hello {place} passport" for place in range(60)]
    for place in range(0, 60, 4):
        for text in said[place : place + 4]:
            await frugal.text_in(text)
            frugal.clock.pass_by(seconds=0.5)
        await frugal.take_turn(await frugal.conversation_of())
        await frugal.deliver(await frugal.conversation_of())
    texts = frugal.provider.texts()
    assert len(texts) == LIMITS.in_a_while + 1
    assert texts[-1] == f"en:{A_PERSON_READS_THIS}"
    view = await frugal.see(await frugal.conversation_of())
    assert [each.text for each in view.messages if each.direction == "in"] == said
    assert view.owner is Owner.WAITING
    assert TOO_MANY in {each.reason for each in view.alerts}
    assert len(view.alerts) <= 3, "silence calls nobody again and again"
    # New danger is answered whatever was said before, and later the budget is there again.
    await frugal.texts("he has a knife")
    assert frugal.provider.texts()[-2:] == ["en:danger.emergency", "en:danger.can_text"]
    frugal.clock.pass_by(minutes=11)
    await frugal.texts("[en] hello passport")
    assert len(frugal.provider.texts()) == LIMITS.in_a_while + 4


async def test_F58_a_storm_of_cries_gets_safety_words_again_when_they_are_old(frugal: Stage) -> None:
    for _ in range(40):
        await frugal.texts("[en] he has a knife")
        frugal.clock.pass_by(seconds=30)
    safety = [each for each in frugal.provider.texts() if "danger." in each]
    assert LIMITS.in_a_while <= len(safety) <= 20
    assert len((await frugal.see(await frugal.conversation_of())).messages) >= 40


async def test_F58_the_budget_is_the_persons_and_not_the_conversations(frugal: Stage) -> None:
    ana = await frugal.advocate("Ana")
    for place in range(10):
        conversation = await frugal.texts(f"[en] hello number {place} passport")
        await frugal.close(conversation, ana)
        frugal.clock.pass_by(seconds=5)
    assert len(frugal.provider.texts()) <= LIMITS.in_a_while + 1


async def test_B61_two_machines_stop_after_two_answers_and_a_human_gets_a_card(stage: Stage) -> None:
    for _ in range(6):
        conversation = await stage.texts("[en] I'm driving right now. I'll get back to you later.")
        stage.clock.pass_by(seconds=20)
    view = await stage.see(conversation)
    assert len({each.at for each in view.messages if each.direction == "out"}) == 2
    assert NO_CHANGE in {each.reason for each in view.alerts} or view.owner is Owner.WAITING
    assert view.owner is Owner.WAITING
    before = len(stage.provider.texts())
    await stage.texts("[en] sorry, my phone did that. my boss has my passport")
    assert len(stage.provider.texts()) == before + 1, "a human is heard again at once"


async def test_B61_the_same_body_again_and_again_is_answered_twice(stage: Stage) -> None:
    for _ in range(5):
        conversation = await stage.texts("[en] PASSPORT service code 77")
        stage.clock.pass_by(seconds=20)
    view = await stage.see(conversation)
    assert len({each.at for each in view.messages if each.direction == "out"}) == 2
    assert [each.reason for each in view.alerts] == [NO_CHANGE]
    assert len([each for each in view.messages if each.direction == "in"]) == 5


async def test_B32_the_same_text_three_times_in_panic_is_three_rows_one_reply_and_a_human(stage: Stage) -> None:
    for _ in range(3):
        await stage.text_in("[en] my passport please")
        stage.clock.pass_by(seconds=0.4)
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    await stage.deliver(conversation)
    view = await stage.see(conversation)
    assert sum(each.direction == "in" for each in view.messages) == 3
    assert stage.provider.texts() == ["en:papers.rights"]
    assert (view.level, [each.reason for each in view.alerts]) == (Level.ELEVATED, [SAME_AT_ONCE])


@pytest.mark.parametrize(
    ("sender", "flags"),
    [
        ("72345", ("short_code",)), ("BANK", ("alphanumeric",)), ("whatsapp:+15551230001", ("other_channel",)),
        ("rcs:+15551230001", ("other_channel",)), ("unusable:SM1", ("unusable",)), ("+15550009999", ("own_number",)), (MARIA, ("group",)),
    ],
)  # fmt: skip
async def test_B58_B59_B60_B62_B63_B64_an_odd_sender_is_kept_never_answered_and_a_human_is_called(
    stage: Stage, sender: str, flags: tuple[str, ...]
) -> None:
    for text in ("[en] hello", "he has a knife", "STOP", "HELP"):
        await stage.texts(text, sender, flags=("carrier", "not_answerable", *flags))
    conversation = await stage.conversation_of(sender)
    view = await stage.see(conversation)
    assert [each.text for each in view.messages] == ["[en] hello", "he has a knife", "STOP", "HELP"]
    assert stage.provider.sent == []
    assert (view.owner, view.level) == (Owner.WAITING, Level.EMERGENCY)


@pytest.mark.parametrize("sender", ["BANK", "whatsapp:+15551230001", "unusable:SM1"])
async def test_B59_B64_nothing_is_sent_to_who_cannot_be_reached_not_even_by_a_human(stage: Stage, sender: str) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello", sender, flags=("carrier", "not_answerable", "alphanumeric"))
    await stage.take_over(conversation, ana)
    with pytest.raises(CannotBeAnswered):
        await stage.reply(conversation, ana, "hello")
    await stage.hand_back(conversation, ana)
    await stage.deliver(conversation)
    assert stage.provider.sent == []


async def test_B63_a_human_may_answer_who_wrote_to_several_and_nobody_else_reads_it(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello all", flags=("carrier", "not_answerable", "group"))
    assert stage.provider.sent == []
    await stage.take_over(conversation, ana)
    await stage.reply(conversation, ana, "I am Ana.")
    await stage.deliver(conversation)
    assert stage.provider.sent == [(MARIA, "I am Ana.")]


@pytest.mark.parametrize("flag", ["picture", "voice_note", "video", "contact_card", "location", "file"])
async def test_B33_B36_whatever_came_without_words_is_named_and_a_human_is_offered(stage: Stage, flag: str) -> None:
    view = await stage.see(await stage.texts("", flags=("carrier", flag)))
    assert view.messages[0].flags == ("carrier", flag)
    assert (view.owner, len(view.alerts)) == (Owner.WAITING, 1)
    assert "picture.received" in stage.provider.texts()[0]


# the desk


async def test_B67_many_equal_texts_of_many_senders_are_one_card_and_danger_rises_above_it(stage: Stage) -> None:
    senders = [number(place) for place in range(FOLDED_FROM + 5)]
    for place, sender in enumerate(senders):
        await stage.text_in("WIN a prize at example.test!!" if place % 2 else "Win a PRIZE at example.test", sender)
        stage.clock.pass_by(seconds=1)
    await stage.text_in("[en] something else", number(900))
    await stage.text_in("win a prize at example.test he has a knife", number(901))
    queue = await stage.desk.queue()
    assert [(each.alike, each.level) for each in queue] == [
        (1, Level.EMERGENCY), (len(senders), Level.ROUTINE), (1, Level.ROUTINE),
    ]  # fmt: skip
    behind = await stage.desk.queue(like=queue[1].id)
    assert [each.alike for each in behind] == [1] * len(senders)
    assert {each.id for each in behind} == {await stage.conversation_of(each) for each in senders}
    assert [each.id for each in await stage.desk.queue(4, skip=3, like=queue[1].id)] == [each.id for each in behind[3:7]]
    # Each is still readable, and nobody's words are in the database in clear.
    assert "PRIZE" in (await stage.see(behind[0].id)).messages[0].text
    async with stage.engine.connect() as connection:
        kept = (await connection.execute(sa.text("SELECT DISTINCT only_body_index FROM conversations"))).scalars().all()
    assert all(len(each) == 32 and b"prize" not in each for each in kept if each)


async def test_B67_who_says_anything_else_or_shows_danger_stands_for_herself(stage: Stage) -> None:
    senders = [number(place) for place in range(FOLDED_FROM + 3)]
    for sender in senders:
        await stage.text_in("hi", sender)
    await stage.text_in("please i need help", senders[0])
    await stage.text_in("he has a knife", senders[1])
    ana = await stage.advocate("Ana")
    await stage.take_over(await stage.conversation_of(senders[2]), ana)
    alone = {await stage.conversation_of(each) for each in senders[:3]}
    queue = await stage.desk.queue()
    assert {each.id for each in queue if each.alike == 1} == alone
    assert [each.alike for each in queue if each.alike > 1] == [FOLDED_FROM]
    await stage.close(await stage.conversation_of(senders[5]), ana)
    assert all(each.alike == 1 for each in await stage.desk.queue()), "a few who say hi are not a storm"


async def test_B67_a_card_waits_as_long_as_the_one_who_waits_longest(stage: Stage) -> None:
    for place in range(FOLDED_FROM):
        await stage.texts("", number(place), flags=("carrier", "picture"))
    assert all(each.alike == 1 for each in await stage.desk.queue()), "texts without words are not equal"
    stage.dialogue.available = False
    begun = stage.clock.now()
    for place in range(FOLDED_FROM):
        stage.clock.pass_by(minutes=1)
        await stage.texts("[en] the same", number(100 + place))
    [card] = [each for each in await stage.desk.queue() if each.alike > 1]
    assert (card.owner, card.level) == (Owner.WAITING, Level.ELEVATED)
    assert card.waiting_since is not None
    assert (card.waiting_since - begun).total_seconds() == 60
    last = await stage.texts("[en] person", number(500))
    assert [each.id for each in await stage.desk.queue()][-1] == last


async def test_B67_a_flood_keeps_its_order_and_nothing_is_lost_in_it(stage: Stage) -> None:
    dice = random.Random(3)
    senders = [number(dice.randrange(25)) for _ in range(150)]
    urgent = set(dice.sample(range(150), 5))
    for place, sender in enumerate(senders):
        await stage.text_in("knife" if place in urgent else "buy now", number(700 + place) if place in urgent else sender)
    queue = await stage.desk.queue()
    assert [each.level for each in queue[:5]] == [Level.EMERGENCY] * 5
    flooded = {senders[place] for place in range(150) if place not in urgent}
    assert [each.alike for each in queue[5:]] == [len(flooded)]
    texts = 0
    for each in await stage.desk.queue(like=queue[5].id):
        texts += len((await stage.see(each.id)).messages)
    assert texts == 145


async def test_a_long_conversation_is_shown_from_its_end_and_leads_back_to_its_beginning(stage: Stage) -> None:
    for place in range(23):
        await stage.text_in(f"text {place}")
        stage.clock.pass_by(seconds=1)
    conversation = await stage.conversation_of()
    shown: list[str] = []
    view = await stage.desk.conversation(conversation, last=10)
    while view is not None:
        shown = [*(each.text for each in view.messages), *shown]
        if not view.earlier:
            break
        view = await stage.desk.conversation(conversation, last=10, before=view.messages[0].id)
    assert shown == [f"text {place}" for place in range(23)]


async def test_B67_cries_in_the_same_words_are_never_one_card(stage: Stage) -> None:
    for place in range(FOLDED_FROM + 2):
        await stage.text_in("he has a knife", number(place))
    assert [each.alike for each in await stage.desk.queue()] == [1] * (FOLDED_FROM + 2)
