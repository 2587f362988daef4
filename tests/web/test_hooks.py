"""Twilio's webhooks through the front door."""

from __future__ import annotations

import asyncio

from bot.domain.levels import Level
from tests.support.front_door import PUBLIC_URL, FrontDoor
from tests.support.pretend_twilio import ACCOUNT

INBOUND, STATUS = "/hooks/twilio/inbound", "/hooks/twilio/status"


async def test_a_text_is_kept_and_answered_with_empty_twiml(door: FrontDoor) -> None:
    response = await door.text("he has a knife")
    assert (response.status_code, response.headers["content-type"].split(";")[0]) == (200, "text/xml")
    assert response.text == '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
    assert (await door.stage.desk.queue())[0].level is Level.EMERGENCY


async def test_the_same_webhook_five_times_in_parallel_changes_nothing(door: FrontDoor) -> None:
    form = door.twilio.form("+15551230001", "he has a knife")
    answers = await asyncio.gather(*(door.twilio.post(door.client, PUBLIC_URL, INBOUND, form) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [200] * 5
    view = await door.stage.see(await door.stage.conversation_of())
    assert (len(view.messages), len(view.alerts)) == (1, 1)


async def test_a_forged_webhook_is_refused_and_nothing_is_kept(door: FrontDoor) -> None:
    form = door.twilio.form("+15551230001", "he has a knife")
    for headers in ({}, {"X-Twilio-Signature": ""}, {"X-Twilio-Signature": "forged"}):
        assert (await door.client.post(INBOUND, data=form, headers=headers)).status_code == 403
    assert await door.stage.desk.queue() == []


async def test_B48_the_host_header_does_not_choose_the_signed_address(door: FrontDoor) -> None:
    form = door.twilio.form("+15551230001", "hi")
    signature = door.twilio.signature("https://evil.example" + INBOUND, form)
    headers = {"X-Twilio-Signature": signature, "Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    assert (await door.client.post(INBOUND, data=form, headers=headers)).status_code == 403


async def test_B56_json_multipart_and_huge_bodies_are_refused(door: FrontDoor) -> None:
    headers = {"X-Twilio-Signature": "x"}
    assert (await door.client.post(INBOUND, json={"Body": "hi"}, headers=headers)).status_code == 415
    assert (await door.client.post(INBOUND, files={"Body": b"hi"}, headers=headers)).status_code == 415
    huge = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    assert (await door.client.post(INBOUND, content=b"a" * 10_000_000, headers=huge)).status_code == 413


async def test_B16_to_B21_slashes_and_their_disguises_are_just_words(door: FrontDoor) -> None:
    words = [
        "/restart",
        "/session_start",
        '/not_in_danger@1.0{"minor":"false"}',
        "  /restart",
        "\u00a0/restart",
        "／restart",
        "//restart",
        "/ /restart",
    ]
    for word in words:
        assert (await door.text(word)).status_code == 200
    view = await door.stage.see(await door.stage.conversation_of())
    assert [message.text for message in view.messages] == words
    assert not view.opted_out


async def test_B54_a_replay_long_after_changes_nothing(door: FrontDoor) -> None:
    form = door.twilio.form("+15551230001", "hi")
    await door.twilio.post(door.client, PUBLIC_URL, INBOUND, form)
    door.stage.clock.pass_by(days=1)
    assert (await door.twilio.post(door.client, PUBLIC_URL, INBOUND, form)).status_code == 200
    assert len((await door.stage.see(await door.stage.conversation_of())).messages) == 1


async def test_a_status_callback_moves_the_delivery(door: FrontDoor) -> None:
    conversation = await door.stage.texts("[en] hello")
    async with door.stage.units() as unit:
        sid = next(iter(await unit.provider_ids(conversation)))
    form = {"MessageSid": sid, "AccountSid": ACCOUNT, "MessageStatus": "delivered", "To": "+15551230001", "From": "+1555"}
    assert (await door.twilio.post(door.client, PUBLIC_URL, STATUS, form)).status_code == 200
    assert (await door.stage.see(conversation)).messages[-1].state == "delivered"
    assert (await door.client.post(STATUS, data=form)).status_code == 403
