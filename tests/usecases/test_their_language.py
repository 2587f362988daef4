"""How a person is asked for her language, sees which there are, changes it, and is told honestly when we lack the words."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from bot.domain.addresses import Address, Channel
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.records import Incoming
from tests.support.stage import MARIA, Stage

FIRST_MENU = "Español 1 · العربية\u200e 2 · Tiếng Việt 3 · English 4 · + 0"


async def test_when_nothing_tells_the_language_one_line_of_names_asks(stage: Stage) -> None:
    view = await stage.see(await stage.texts("🙂"))
    assert stage.provider.texts() == [FIRST_MENU]
    assert (view.language, view.owner, view.messages[-1].message_id) == (None, Owner.ASSISTANT, "language.menu")


async def test_the_menu_is_never_sent_twice_in_a_row(stage: Stage) -> None:
    for _ in range(3):
        await stage.texts("🙂")
    assert stage.provider.texts() == [FIRST_MENU, "en:unclear.ask", "es:unclear.ask", FIRST_MENU]


async def test_a_digit_from_the_menu_chooses_and_the_greeting_follows_in_that_language(stage: Stage) -> None:
    await stage.texts("🙂")
    view = await stage.see(await stage.texts("2"))
    assert view.language == "ar"
    assert stage.provider.texts()[1:] == ["ar:hello.safe_to_write"]
    await stage.texts("2")
    assert stage.dialogue.asked[-1][0] == "not_safe_to_write", "the digit answers the question asked last, no longer the menu"


async def test_danger_comes_first_in_every_likely_language_and_the_menu_behind_it(stage: Stage) -> None:
    view = await stage.see(await stage.texts("knife"))
    assert stage.provider.texts() == ["es:danger.emergency", "en:danger.emergency"]
    assert view.level is Level.EMERGENCY
    stage.provider.sent.clear()
    stage.triage.heard = {**stage.triage.heard, "🙂": ("weapon", Level.EMERGENCY)}
    await stage.texts("🙂", "+15551230002")
    assert stage.provider.texts("+15551230002") == ["en:danger.emergency", "es:danger.emergency", FIRST_MENU]


async def test_likely_languages_that_would_get_the_same_words_get_them_once(stage: Stage) -> None:
    await stage.texts("[am?] locked")
    assert stage.provider.texts() == ["en:urgent.person_coming", FIRST_MENU]


async def test_who_chooses_a_language_in_danger_is_told_the_safety_words_again_in_it(stage: Stage) -> None:
    stage.triage.heard = {**stage.triage.heard, "🙂": ("weapon", Level.EMERGENCY)}
    await stage.texts("🙂")
    view = await stage.see(await stage.texts("2"))
    assert stage.provider.texts()[-1] == "ar:danger.emergency"
    assert (view.language, view.level) == ("ar", Level.EMERGENCY)


async def test_zero_shows_the_menu_at_any_time_and_an_open_question_stays_open(stage: Stage) -> None:
    await stage.texts("[es] passport")
    await stage.texts("0")
    assert stage.provider.texts()[-1] == "✓ Español · العربية\u200e 1 · Tiếng Việt 2 · English 3 · + 0"
    await stage.texts("3")
    assert stage.provider.texts()[-1:] == ["en:papers.rights"], "the last answer again, in the new language"
    await stage.texts("2")
    assert stage.dialogue.asked[-1][0] == "accept_human"


async def test_asking_by_code_switches_at_once_and_a_single_sentence_does_not(stage: Stage) -> None:
    await stage.texts("[es] hello")
    assert (await stage.see(await stage.texts("[en] passport"))).language == "es"
    assert (await stage.see(await stage.texts("lang:en"))).language == "en"


async def test_a_choice_pressed_right_after_a_message_counts_and_the_message_is_answered_in_it(stage: Stage) -> None:
    await stage.text_in("passport")
    await stage.texts("lang:ar")
    assert stage.provider.texts() == ["ar:papers.rights"]


async def test_a_button_pressed_twice_is_one_choice(stage: Stage) -> None:
    await stage.texts("[es] passport")
    await stage.text_in("lang:ar")
    view = await stage.see(await stage.texts("lang:ar"))
    assert stage.provider.texts()[1:] == ["ar:papers.rights"]
    assert view.language == "ar"


async def test_words_that_come_with_the_wish_for_the_menu_are_answered(stage: Stage) -> None:
    await stage.text_in("[es] passport")
    await stage.texts("0")
    assert stage.provider.texts() == ["es:papers.rights"]


async def test_a_language_that_is_spoken_brings_an_interpreter_and_a_voice_line(stage: Stage) -> None:
    await stage.texts("[es] hello")
    view = await stage.see(await stage.texts("[mam] hablo mam"))
    assert stage.provider.texts()[-1] == "es:language.by_voice(Mam)"
    assert (view.owner, view.language, view.level) == (Owner.WAITING, "es", Level.ELEVATED)
    assert view.alerts[-1].reason == "needs an interpreter: Mam"


async def test_in_danger_the_desk_is_told_about_the_interpreter_as_well(stage: Stage) -> None:
    view = await stage.see(await stage.texts("[mam] knife"))
    assert stage.provider.texts() == [
        "en:danger.emergency", "es:danger.emergency", "en:language.by_voice(Mam)", "es:language.by_voice(Mam)",
    ]  # fmt: skip
    view = await stage.see(await stage.texts("[mam] knife"))
    assert [alert.reason for alert in view.alerts] == ["weapon", "needs an interpreter: Mam"]
    assert {alert.level for alert in view.alerts} == {Level.EMERGENCY}


async def test_after_a_hand_back_who_still_lacks_words_gets_a_human_again(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[vi] hello")
    await stage.take_over(conversation, ana)
    await stage.hand_back(conversation, ana)
    view = await stage.see(await stage.texts("hello?"))
    assert view.owner is Owner.WAITING
    assert [alert.reason for alert in view.alerts] == ["needs an interpreter: Vietnamese"] * 2
    assert {alert.level for alert in view.alerts} == {Level.ELEVATED}


async def test_a_language_without_words_is_named_and_waiting_texts_do_not_repeat(stage: Stage) -> None:
    for text in ("[vi] hello", "hello?", "please"):
        view = await stage.see(await stage.texts(text))
    assert stage.provider.texts() == [
        "vi:language.person_coming(Vietnamese)", "vi:human.still_coming", "vi:language.person_coming(Vietnamese)",
    ]  # fmt: skip
    assert [alert.reason for alert in view.alerts] == ["needs an interpreter: Vietnamese", "still waiting, and writes again"]


async def test_the_language_chosen_on_the_chat_page_is_that_of_the_first_message(stage: Stage) -> None:
    address = Address(Channel.CHAT, "session")
    await stage.receive(Incoming(uuid4().hex, address, "ok", (), language="ar"))
    conversation = (await stage.desk.find(Channel.CHAT, address.value))[0]
    await stage.take_turn(conversation)
    view = await stage.see(conversation)
    assert (view.language, view.messages[-1].language) == ("ar", "ar")


async def test_while_a_human_owns_the_conversation_no_menu_is_sent_but_the_choice_is_kept(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[es] hello")
    await stage.take_over(conversation, ana)
    sent = len(stage.provider.sent)
    await stage.texts("0")
    view = await stage.see(await stage.texts("lang:ar"))
    assert len(stage.provider.sent) == sent
    assert (view.language, view.owner) == ("ar", Owner.HUMAN)


async def test_nothing_said_about_language_holds_what_she_wrote(stage: Stage) -> None:
    view = await stage.see(await stage.texts("[mam] my name is Juana"))
    assert "Juana" not in " ".join([*stage.provider.texts(), *(alert.reason for alert in view.alerts)])
    assert "Juana" not in " ".join(str(event.detail) for event in view.events)
    assert MARIA not in repr(replace(view))
