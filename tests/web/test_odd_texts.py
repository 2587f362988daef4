"""Odd content and senders through the front door, up to the answer (trust.md B33-B36, B58-B64)."""

from __future__ import annotations

import asyncio
import socket

import pytest

from bot.domain.ownership import Owner
from bot.web.console.routes import desk_pages
from tests.support.front_door import FrontDoor, front_door
from tests.support.pretend_twilio import NUMBER
from tests.support.stage import Stage
from tests.support.visitor import Visitor

# Places that a fetched address could lead to: metadata of clouds, our own ports and files, and the same in disguise.
PLACES = [
    "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/", "http://2852039166/", "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/", "http://169.254.169.254.nip.test/", "http://metadata.google.internal/", "http://100.100.100.200/",
    "http://127.0.0.1:8001/metrics", "http://localhost:5432/", "http://[::1]:8000/", "http://0.0.0.0/", "http://127.1/", "file:///etc/passwd",
    "gopher://127.0.0.1:5432/_x", "ftp://127.0.0.1/", "dict://127.0.0.1:11211/", "https://api.twilio.com@127.0.0.1/",
    "https://api.twilio.com.evil.test/2010-04-01/Media/ME1", "//127.0.0.1/x", "http://127.0.0.1\r\nHost: x", "javascript:alert(1)",
]  # fmt: skip


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address that anything in this process looks up or connects to. The database's own connections are made before."""
    seen: list[object] = []
    loop = type(asyncio.get_event_loop_policy().new_event_loop())
    loop = asyncio.BaseEventLoop
    for place, name in ((socket.socket, "connect"), (socket, "getaddrinfo"), (socket, "create_connection"), (loop, "create_connection")):
        monkeypatch.setattr(place, name, lambda *given, name=name, **more: seen.append((name, given)) or pytest.fail(f"{name} was called"))
    return seen


async def test_B35_no_address_in_a_message_is_ever_fetched_or_even_looked_up(door: FrontDoor, dialled: list[object]) -> None:
    stage = door.stage
    for number, place in enumerate(PLACES):
        fields = {
            "NumMedia": "1",
            "MediaContentType0": "image/jpeg",
            "MediaUrl0": place,
            "Latitude": "1",
            "Longitude": "2",
            "Address": place,
        }
        assert (await door.text(f"[en] hello {place}" if number % 2 else None, f"+1555123{number:04d}", **fields)).status_code == 200
    for entry in await stage.desk.queue():
        await stage.take_turn(entry.id)
        await stage.deliver(entry.id)
    assert dialled == []
    queue = await stage.desk.queue()
    assert len(queue) == len(PLACES)
    assert {entry.owner for entry in queue} == {Owner.WAITING}, "a human looks at each"


async def test_B33_B36_the_desk_names_what_came_and_shows_no_word_of_the_sender_about_it(stage: Stage) -> None:
    async with front_door(stage, pages=[desk_pages]) as door:
        await stage.staff.add_advocate("Ana", "three words at night")
        kinds = {"MediaContentType0": "audio/amr", "MediaContentType1": "text/x-vcard", "MediaContentType2": "<b>x</b>/html"}
        await door.text(None, NumMedia="3", **kinds, **{f"MediaUrl{n}": f"https://canary.test/{n}" for n in range(3)})
        ana = Visitor("https://inside.example")
        await ana.client.aclose()
        ana.client = door.client
        ana.client.follow_redirects = True
        await ana.sign_in("Ana", "three words at night")
        page = await ana.look(f"/desk/conversations/{await stage.conversation_of()}")
        for words in ("no words", "voice note received, not opened", "contact card received, not opened", "file received, not opened"):
            assert words in page.text
        assert "canary" not in page.response.text
        assert "<b>x</b>" not in page.response.text


@pytest.mark.parametrize("sender", ["72345", "BANK", "", "anonymous", "+266696687", "whatsapp:+15551230001", "rcs:+15551230001", NUMBER])
async def test_B58_to_B64_odd_senders_are_answered_200_kept_and_left_to_a_human(door: FrontDoor, sender: str) -> None:
    assert (await door.text("[en] hello", sender)).status_code == 200
    [entry] = await door.stage.desk.queue()
    await door.stage.take_turn(entry.id)
    await door.stage.deliver(entry.id)
    assert (await door.stage.see(entry.id)).owner is Owner.WAITING
    assert door.stage.provider.sent == []


async def test_B60_two_numbers_of_ours_never_talk_to_each_other(door: FrontDoor) -> None:
    for _ in range(20):
        await door.text("[en] hello", NUMBER)
        conversation = await door.stage.conversation_of(NUMBER)
        await door.stage.take_turn(conversation)
        await door.stage.deliver(conversation)
    assert door.stage.provider.sent == []
    assert len((await door.stage.see(conversation)).messages) == 20


async def test_B65_two_people_on_one_phone_are_one_conversation_and_nothing_of_it_is_merged_or_lost(door: FrontDoor) -> None:
    for text in ("[es] hello, i am Ana", "[en] hello, i am Ben"):
        await door.text(text)
    view = await door.stage.see(await door.stage.conversation_of())
    assert [each.text for each in view.messages] == ["[es] hello, i am Ana", "[en] hello, i am Ben"]
