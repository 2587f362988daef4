"""What happens to a text, on the real database."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.levels import Level
from bot.domain.ownership import AlreadyOwned, ConversationClosed, NotOwner, Owner
from bot.usecases.receive_message import Taken
from bot.usecases.reply import EmptyReply, PersonOptedOut, ReplyTooLong
from tests.support.stage import MARIA, Stage


async def test_danger_calls_a_human_before_any_worker_has_looked(stage: Stage) -> None:
    await stage.text_in("he has a knife")
    view = await stage.see(await stage.conversation_of())
    assert (view.level, view.owner) == (Level.EMERGENCY, Owner.WAITING)
    assert [(alert.level, alert.reason) for alert in view.alerts] == [(Level.EMERGENCY, "weapon")]
    assert [(signal.name, signal.evidence) for signal in view.signals] == [("weapon", "knife")]


async def test_an_emergency_is_answered_in_her_language_with_safety_words_first(stage: Stage) -> None:
    await stage.texts("[es] knife")
    assert stage.provider.texts() == ["es:danger.emergency", "es:danger.can_text"]


async def test_a_rights_question_is_answered_and_no_human_is_called(stage: Stage) -> None:
    view = await stage.see(await stage.texts("[en] hello"))
    assert stage.provider.texts() == ["en:hello.safe_to_write"]
    assert (view.owner, view.level, view.alerts) == (Owner.ASSISTANT, Level.ROUTINE, ())


async def test_papers_held_offers_more_or_a_human_and_digits_choose(stage: Stage) -> None:
    conversation = await stage.texts("[en] my boss has my passport")
    assert (await stage.see(conversation)).owner is Owner.ASSISTANT
    await stage.texts("1")
    assert stage.provider.texts() == ["en:papers.rights", "en:papers.without_them"]
    await stage.texts("2")
    view = await stage.see(conversation)
    assert stage.provider.texts()[2:] == ["en:human.coming"]
    assert (view.owner, [alert.level for alert in view.alerts]) == (Owner.WAITING, [Level.ELEVATED])


async def test_what_only_the_full_model_hears_still_raises_the_alarm(stage: Stage) -> None:
    await stage.text_in("[en] i am locked in")
    conversation = await stage.conversation_of()
    assert (await stage.see(conversation)).alerts == ()
    await stage.take_turn(conversation)
    view = await stage.see(conversation)
    assert (view.level, view.owner, view.alerts[0].reason) == (Level.URGENT, Owner.WAITING, "locked in")


async def test_second_delivery_of_the_same_text_changes_nothing(stage: Stage) -> None:
    sid = "SM" + "a" * 32
    results = await asyncio.gather(*(stage.text_in("he has a knife", sid=sid) for _ in range(5)))
    assert sorted(results) == [Taken.KEPT] + [Taken.SEEN_BEFORE] * 4
    view = await stage.see(await stage.conversation_of())
    assert (len(view.messages), len(view.alerts)) == (1, 1)


async def test_two_first_texts_at_the_same_moment_share_one_conversation(stage: Stage) -> None:
    await asyncio.gather(*(stage.text_in(f"[en] hello {n}") for n in range(6)))
    queue = await stage.desk.queue()
    assert len(queue) == 1
    assert len((await stage.see(queue[0].id)).messages) == 6


async def test_a_turn_that_runs_twice_answers_once(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await asyncio.gather(*(stage.take_turn(conversation) for _ in range(4)))
    await asyncio.gather(*(stage.deliver(conversation) for _ in range(4)))
    assert stage.provider.texts() == ["en:hello.safe_to_write"]


async def test_texts_that_came_together_get_one_answer(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    await stage.text_in("my boss has my passport")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    await stage.take_turn(conversation)
    await stage.deliver(conversation)
    assert stage.provider.texts() == ["en:papers.rights"]


async def test_the_level_never_falls_by_itself(stage: Stage) -> None:
    conversation = await stage.texts("[en] knife")
    await stage.texts("[en] hello")
    assert (await stage.see(conversation)).level is Level.EMERGENCY


async def test_safety_words_are_not_repeated_at_every_text(stage: Stage) -> None:
    await stage.texts("[en] knife")
    await stage.texts("the knife again")
    assert stage.provider.texts()[2:] == ["en:danger.still_here"]


# the human


async def test_take_over_silences_the_assistant_even_for_words_already_queued(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    await stage.take_over(conversation, ana)
    await stage.deliver(conversation)
    await stage.texts("[en] hello again")
    assert stage.provider.texts() == []
    assert [message.state for message in (await stage.see(conversation)).messages if message.direction == "out"] == ["cancelled"]


async def test_an_answer_that_was_being_thought_of_while_a_human_took_over_is_dropped(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    understand = stage.dialogue.understand

    async def slow(text: str):  # type: ignore[no-untyped-def]
        await stage.take_over(conversation, ana)
        return await understand(text)

    stage.dialogue.understand = slow  # type: ignore[method-assign]
    await stage.take_turn(conversation)
    await stage.deliver(conversation)
    assert stage.provider.texts() == []
    assert (await stage.see(conversation)).messages[0].state == "heard"


async def test_reply_hand_back_and_close(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[es] knife")
    await stage.take_over(conversation, ana)
    await stage.reply(conversation, ana, "Soy Ana.")
    await stage.hand_back(conversation, ana)
    await stage.deliver(conversation)
    assert stage.provider.texts()[2:] == ["Soy Ana.", "es:human.handed_back"]
    await stage.texts("[es] hello")
    assert stage.provider.texts()[4:] == ["es:hello.safe_to_write"]
    await stage.close(conversation, ana)
    await stage.texts("[es] hello")
    assert await stage.conversation_of() != conversation


async def test_danger_after_a_hand_back_calls_a_human_again(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[es] knife")
    await stage.take_over(conversation, ana)
    await stage.hand_back(conversation, ana)
    await stage.texts("[es] knife")
    view = await stage.see(conversation)
    assert (view.owner, len(view.alerts)) == (Owner.WAITING, 2)


async def test_two_advocates_reach_for_one_conversation_and_one_gets_it(stage: Stage) -> None:
    advocates = [await stage.advocate(name) for name in ("Ana", "Ben", "Cleo")]
    conversation = await stage.texts("[en] knife")
    results = await asyncio.gather(*(stage.take_over(conversation, each) for each in advocates), return_exceptions=True)
    assert [type(each) for each in results].count(AlreadyOwned) == 2
    winner = advocates[results.index(None)]
    loser = next(each for each in advocates if each != winner)
    with pytest.raises(AlreadyOwned):
        await stage.reply(conversation, loser, "hello")


async def test_refusals_of_a_reply(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello")
    with pytest.raises(NotOwner):
        await stage.reply(conversation, ana, "hello")
    await stage.take_over(conversation, ana)
    with pytest.raises(EmptyReply):
        await stage.reply(conversation, ana, " \x00 ")
    with pytest.raises(ReplyTooLong):
        await stage.reply(conversation, ana, "a" * 1601)
    await stage.close(conversation, ana)
    with pytest.raises(ConversationClosed):
        await stage.reply(conversation, ana, "hello")


# opt-out


async def test_stop_is_obeyed_at_once_and_start_undoes_it(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    await stage.text_in("STOP")
    assert (await stage.see(conversation)).opted_out
    await stage.take_turn(conversation)
    await stage.deliver(conversation)
    assert len(stage.provider.texts()) == 1, "the carrier has answered STOP; we stay silent"
    await stage.texts("[en] hello")
    assert len(stage.provider.texts()) == 1, "nothing leaves while she is opted out"
    await stage.texts("START")
    assert not (await stage.see(conversation)).opted_out
    await stage.texts("[en] hello")
    assert stage.provider.texts()[-1] == "en:hello.safe_to_write"


async def test_another_wording_of_stop_gets_one_last_text(stage: Stage) -> None:
    await stage.texts("[es] hello")
    await stage.texts("no me escriban mas")
    assert stage.provider.texts()[1:] == ["es:optout.confirmed"]


async def test_an_opted_out_person_who_writes_again_is_brought_to_a_human_in_silence(stage: Stage) -> None:
    conversation = await stage.texts("[en] hello")
    await stage.texts("STOP")
    await stage.texts("[en] knife")
    view = await stage.see(conversation)
    assert (view.owner, view.level) == (Owner.WAITING, Level.EMERGENCY)
    assert len(stage.provider.texts()) == 1
    ana = await stage.advocate("Ana")
    await stage.take_over(conversation, ana)
    with pytest.raises(PersonOptedOut):
        await stage.reply(conversation, ana, "hello")


async def test_stop_cancels_what_is_still_queued(stage: Stage) -> None:
    await stage.text_in("[en] hello")
    conversation = await stage.conversation_of()
    await stage.take_turn(conversation)
    await stage.text_in("STOP")
    await stage.deliver(conversation)
    assert stage.provider.texts() == []


# when parts fail


async def test_without_the_dialogue_she_gets_a_holding_text_and_a_human_is_called(stage: Stage) -> None:
    stage.dialogue.available = False
    view = await stage.see(await stage.texts("[es] hello"))
    assert stage.provider.texts() == ["es:holding.person_coming"]
    assert (view.owner, view.alerts[0].reason) == (Owner.WAITING, "the assistant could not answer")


async def test_an_emergency_needs_no_dialogue(stage: Stage) -> None:
    stage.dialogue.available = False
    await stage.texts("[es] knife")
    assert stage.provider.texts() == ["es:danger.emergency", "es:danger.can_text"]


async def test_with_the_worker_gone_the_web_process_holds_and_the_late_worker_says_nothing(stage: Stage) -> None:
    await stage.text_in("[es] hello")
    conversation = await stage.conversation_of()
    assert await stage.stand_in() == 0, "nobody is late yet"
    stage.clock.pass_by(seconds=13)
    assert await stage.stand_in() == 1
    stage.clock.pass_by(seconds=4)
    assert await stage.stand_in() == 1, "and nobody has delivered the holding text either"
    assert stage.provider.texts() == ["es:holding.person_coming"]
    await stage.take_turn(conversation)
    await stage.deliver(conversation)
    assert stage.provider.texts() == ["es:holding.person_coming"]
    view = await stage.see(conversation)
    assert (view.alerts[0].reason, view.language) == ("the assistant did not answer in time", "es")


@pytest.mark.parametrize(("text", "held"), [("HELP", True), ("ayuda", True), ("yes", True), ("STOP", False)])
async def test_with_the_worker_gone_a_cry_for_help_is_held_and_a_stop_is_obeyed(stage: Stage, text: str, held: bool) -> None:
    await stage.text_in(text)
    stage.clock.pass_by(seconds=13)
    await stage.stand_in()
    stage.clock.pass_by(seconds=4)
    await stage.stand_in()
    assert bool(stage.provider.texts()) is held


async def test_a_picture_without_words_brings_a_human(stage: Stage) -> None:
    view = await stage.see(await stage.texts("", flags=("carrier", "picture")))
    assert view.owner is Owner.WAITING
    assert stage.provider.texts() == ["es:picture.received", "en:picture.received"], "no language is known, so the two likeliest"


async def test_a_sender_that_is_no_phone_is_kept_and_never_answered(stage: Stage) -> None:
    view = await stage.see(await stage.texts("your code is 1234", "72345", flags=("carrier", "not_answerable", "short_code")))
    assert (view.owner, stage.provider.sent) == (Owner.WAITING, [])


async def test_a_language_without_words_brings_a_human_and_says_so(stage: Stage) -> None:
    view = await stage.see(await stage.texts("[vi] hello"))
    assert stage.provider.texts() == ["vi:language.person_coming(Vietnamese)"]
    assert (view.owner, view.language) == (Owner.WAITING, "vi")


async def test_the_same_number_on_another_day_keeps_its_language(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    await stage.close(await stage.texts("[ar] hello"), ana)
    await stage.texts("hello")
    assert stage.provider.texts() == ["ar:hello.safe_to_write", "ar:hello.safe_to_write"]


def test_marias_number_is_never_in_a_repr() -> None:
    from bot.domain.addresses import Address, Channel

    assert MARIA not in repr(Address(Channel.SMS, MARIA)) + str(Address(Channel.SMS, MARIA))
