"""The pages on the real use cases and the real database: what the in-memory line of the other page tests stands for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.domain.addresses import Channel
from bot.domain.ownership import Owner
from bot.web.chat.routes import chat_pages
from bot.web.console.routes import desk_pages
from bot.web.practice.routes import practice_pages
from tests.support.front_door import FrontDoor, front_door
from tests.support.stage import MARIA, Stage
from tests.support.visitor import Visitor

PASSWORD = "three words at night"


@pytest.fixture
async def door(stage: Stage) -> AsyncIterator[FrontDoor]:
    async with front_door(stage, pages=[chat_pages, desk_pages, practice_pages], practice=True) as opened:
        yield opened


async def visitor(door: FrontDoor) -> Visitor:
    """A browser on this door."""
    made = Visitor("https://inside.example")
    await made.client.aclose()
    made.client = door.client
    made.client.follow_redirects = True
    return made


async def test_from_an_emergency_text_to_an_answer_by_a_human(door: FrontDoor) -> None:
    await door.stage.staff.add_advocate("Ana", PASSWORD)
    one = await door.stage.texts("[es] he has a knife")
    ana = await visitor(door)
    page = await ana.sign_in("Ana", "a wrong password")
    assert page.status == 401
    page = await ana.sign_in("Ana", PASSWORD)
    assert "Emergency" in page.text
    assert "weapon" in page.text
    assert "knife" not in page.text
    at = f"/desk/conversations/{one}"
    page = await ana.look(at)
    assert "[es] he has a knife" in page.text
    await ana.send(f"{at}/take-over")
    page = await ana.send(f"{at}/reply", text="I am Ana.")
    assert "I am Ana." in page.text
    assert "queued" in page.text
    await door.stage.deliver(one)
    assert door.stage.provider.texts(MARIA)[-1] == "I am Ana."
    assert "handed to the provider" in (await ana.look(at)).text
    page = await ana.send(f"{at}/hand-back")
    assert "Ana handed back" in page.text
    page = await ana.send(f"{at}/close")
    assert (await door.stage.see(one)).owner is Owner.CLOSED
    assert "Ana closed the conversation" in page.text
    assert "Nobody is waiting." in (await ana.look("/desk")).text


async def test_a_chat_and_a_practice_phone_reach_the_same_line(door: FrontDoor) -> None:
    maria = await visitor(door)
    await maria.look("/")
    form = maria.page
    await maria.send("/", text="hello from the chat")
    page = await maria.send("/", form, text="hello from the chat")
    assert page.text.count("hello from the chat") == 1
    await maria.look("/practice")
    page = await maria.send("/practice", number="+15550100042", text="hello from the phone")
    assert "hello from the phone" in page.text
    (phoned,) = await door.stage.desk.find(Channel.SMS, "+15550100042")
    (chatted,) = await door.stage.desk.find(Channel.CHAT, None)
    for one in (phoned, chatted):
        await door.stage.take_turn(one)
        await door.stage.deliver(one)
        assert (await door.stage.see(one)).messages[-1].direction == "out"
    assert "en:page.automatic" in (await maria.look("/")).text
