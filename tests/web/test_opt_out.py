"""Opt-out, opt-in and HELP through the front door: our reading and the carrier's agree, and nobody is answered twice (B11 to B15)."""

from __future__ import annotations

import pytest

from bot.domain.deliveries import SendOutcome, SendResult
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.views import ConversationView
from tests.support.front_door import FrontDoor

WELCOME = "en:hello.safe_to_write"
LAST_TEXT = "en:optout.confirmed"


async def says(door: FrontDoor, text: str, **more: str) -> ConversationView:
    """The text arrives, the worker takes the turn and delivers."""
    view = await arrives(door, text, **more)
    await door.stage.take_turn(view.id)
    await door.stage.deliver(view.id)
    return await door.stage.see(view.id)


async def arrives(door: FrontDoor, text: str, **more: str) -> ConversationView:
    """The text arrives while the worker is down."""
    assert (await door.text(text, **more)).status_code == 200
    return await door.stage.see(await door.stage.conversation_of())


def sent(door: FrontDoor) -> list[str]:
    return door.stage.provider.texts()


def reasons(view: ConversationView) -> list[str]:
    return [alert.reason for alert in view.alerts]


@pytest.mark.parametrize("word", ["STOP", "Stop", " stop ", "UNSUBSCRIBE"])
async def test_B11_the_carriers_stop_is_obeyed_and_answered_by_the_carrier_alone(door: FrontDoor, word: str) -> None:
    await says(door, "[en] hello")
    view = await says(door, word, OptOutType="STOP")
    assert (view.opted_out, sent(door)) == (True, [WELCOME])


@pytest.mark.parametrize("text", ["STOP.", "ALTO", "PARAR", "no me escriban mas", "please don't text me again", "别再给我发短信了"])
async def test_B11_a_stop_the_carrier_does_not_know_gets_one_last_text_of_ours(door: FrontDoor, text: str) -> None:
    await says(door, "[en] hello")
    view = await says(door, text)
    assert (view.opted_out, sent(door)) == (True, [WELCOME, LAST_TEXT])
    await says(door, text)
    assert sent(door) == [WELCOME, LAST_TEXT], "there is only one last text"


async def test_B11_the_carriers_stop_counts_also_when_we_do_not_know_the_word(door: FrontDoor) -> None:
    await says(door, "[en] hello")
    view = await says(door, "[en] a word agreed at the carrier", OptOutType="STOP")
    assert (view.opted_out, sent(door)) == (True, [WELCOME])


@pytest.mark.parametrize("text", ["ѕТОР", "ＳＴＯＰ", "S.T.O.P", "STOP\u200b"])
async def test_B12_a_disguised_stop_is_obeyed_and_is_not_the_carriers(door: FrontDoor, text: str) -> None:
    await says(door, "[en] hello")
    view = await says(door, text)
    assert (view.opted_out, sent(door)[1:]) == (True, [LAST_TEXT])


@pytest.mark.parametrize(
    "text", ["stop him please", "make it stop", "I want to end it", "cancel everything", "don't call, only text", "can I stop at any time?"]
)
async def test_B13_a_cry_is_no_opt_out(door: FrontDoor, text: str) -> None:
    assert not (await says(door, text)).opted_out


@pytest.mark.parametrize("start", ["START", "UNSTOP", "comenzar", "YES"])
async def test_B14_start_undoes_it_nothing_old_is_sent_and_a_human_is_told(door: FrontDoor, start: str) -> None:
    first = await arrives(door, "[en] hello")
    ana = await door.stage.advocate("Ana")
    await door.stage.take_over(first.id, ana)
    await door.stage.reply(first.id, ana, "are you there?")
    await door.stage.hand_back(first.id, ana)
    await arrives(door, "STOP")
    view = await arrives(door, start)
    assert not view.opted_out
    await door.stage.take_turn(view.id)
    await door.stage.deliver(view.id)
    assert "are you there?" not in sent(door)
    assert "allows us to write again" in reasons(await door.stage.see(view.id))


async def test_B14_the_carriers_start_undoes_ours_without_a_second_welcome(door: FrontDoor) -> None:
    await says(door, "[en] hello")
    await says(door, "no me escriban mas")
    view = await says(door, "[en] a word agreed at the carrier", OptOutType="START")
    assert (view.opted_out, sent(door)) == (False, [WELCOME, LAST_TEXT])
    assert "allows us to write again" in reasons(view)


@pytest.mark.parametrize("text", ["HELP", "AYUDA", "مساعدة", "救命", "помогите"])
async def test_B15_help_reaches_a_human_on_first_contact(door: FrontDoor, text: str) -> None:
    view = await says(door, text)
    assert view.owner is Owner.WAITING
    assert view.alerts


async def test_B15_our_help_path_answers_once_beside_the_carriers_own_text(door: FrontDoor) -> None:
    await says(door, "[en] hello")
    view = await says(door, "INFO", OptOutType="HELP")
    assert sent(door) == [WELCOME, "en:human.coming"]
    assert view.owner is Owner.WAITING


async def test_B15_the_carriers_help_counts_also_when_we_do_not_know_the_word(door: FrontDoor) -> None:
    view = await says(door, "[en] a word agreed at the carrier", OptOutType="HELP")
    assert (view.owner, sent(door)) == (Owner.WAITING, ["en:human.coming"])


async def test_B15_help_after_an_opt_out_brings_a_human_and_keeps_the_phone_silent(door: FrontDoor) -> None:
    await says(door, "[en] hello")
    await says(door, "STOP", OptOutType="STOP")
    view = await says(door, "HELP", OptOutType="HELP")
    assert (view.opted_out, sent(door), reasons(view)) == (True, [WELCOME], ["asks for help after opting out"])


@pytest.mark.parametrize(("before", "level"), [("[en] knife", Level.EMERGENCY), ("[en] locked", Level.URGENT)])
@pytest.mark.parametrize("stop", ["STOP", "no me escriban mas"])
async def test_B11_stop_in_danger_alerts_a_human_while_the_worker_is_down_and_nothing_leaves(
    door: FrontDoor, before: str, level: Level, stop: str
) -> None:
    view = await arrives(door, before)
    await door.stage.take_turn(view.id)
    view = await arrives(door, stop)
    assert (view.level, view.owner, reasons(view)[-1]) == (level, Owner.WAITING, "asked us to stop while in danger")
    await door.stage.deliver(view.id)
    await door.stage.take_turn(view.id)
    await door.stage.deliver(view.id)
    assert sent(door) == [], "silence to the phone"
    assert len((await door.stage.see(view.id)).alerts) == len(view.alerts), "the turn does not call for the same thing again"


async def test_B11_stop_and_danger_in_one_text_alert_a_human_while_the_worker_is_down(door: FrontDoor) -> None:
    view = await arrives(door, "knife", OptOutType="STOP")
    assert view.opted_out
    assert reasons(view) == ["weapon, asked us to stop while in danger"]
    await door.stage.take_turn(view.id)
    await door.stage.deliver(view.id)
    assert sent(door) == []


async def test_B11_error_21610_sets_our_opt_out_and_who_writes_again_is_brought_to_a_human(door: FrontDoor) -> None:
    door.stage.provider.outcomes.append(SendOutcome(SendResult.OPTED_OUT, error_code="21610"))
    assert (await says(door, "[en] hello")).opted_out
    view = await says(door, "[en] are you there")
    assert (sent(door), reasons(view)) == ([], ["wrote again after opting out"])


async def test_B11_a_second_stop_in_danger_keeps_back_the_last_text_of_the_first(door: FrontDoor) -> None:
    await says(door, "[en] hello")
    view = await arrives(door, "no me escriban mas")
    await door.stage.take_turn(view.id)
    await arrives(door, "knife", OptOutType="STOP")
    await door.stage.deliver(view.id)
    assert sent(door) == [WELCOME]
