"""A process that plays one scene and may be killed at any moment: `python -m tests.faults.driver`, spoken to in lines of JSON.

Everything is imported once; each scene is played by a fork, so that a point of the sweep costs a fraction of a second. The fork says when
it is ready and waits, so that strace sees the scene and nothing before it. What it acknowledges it says at once, with a write that is
itself a point of the sweep.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.channels.twilio_sms.sender import TwilioSender
from bot.observability import set_up_logging
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.keep_message import KeepMessage
from tests.support.front_door import PUBLIC_URL, FrontDoor, front_door
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN
from tests.support.stage import Stage, staged


def say(**what: Any) -> None:
    """Tell the test."""
    os.write(1, json.dumps(what).encode() + b"\n")


def hear() -> Any:
    """The test's next line; it sends one at a time."""
    heard = b""
    while not heard.endswith(b"\n"):
        more = os.read(0, 1 << 16)
        if not more:
            sys.exit()
        heard += more
    return json.loads(heard)


async def _begin(stage: Stage) -> None:
    """Be ready: connected where there is a database, every thread alive. Then wait for the word."""
    try:
        async with stage.engine.connect() as connection:
            await connection.execute(sa.text("SELECT 1"))
    except sa.exc.OperationalError:
        pass
    await stage.spill._in_thread(lambda: None)
    # A fork's main thread still remembers its parent's number.
    threads = {each.name: each.native_id for each in threading.enumerate()}
    say(ready=True, threads={**threads, threading.main_thread().name: os.getpid()})
    hear()


async def _ingest(door: FrontDoor, forms: list[dict[str, str]]) -> None:
    for form in forms:
        answer = await door.twilio.post(door.client, PUBLIC_URL, "/hooks/twilio/inbound", form)
        say(sid=form["MessageSid"], status=answer.status_code)


async def _play(scene: dict[str, Any]) -> None:
    if scene["name"] == "start":
        # The first thing a process does is looking what the last one left.
        say(ready=True, threads={threading.main_thread().name: os.getpid()})
        hear()
    async with staged(scene["url"], Path(scene["directory"])) as stage, front_door(stage) as door:
        match scene["name"]:
            case "ingest":
                await _begin(stage)
                await _ingest(door, scene["forms"])
            case "replay":
                await _begin(stage)
                await _caught_up(stage.keep)
            case "start":
                await _caught_up(stage.keep)
            case "turn":
                await _begin(stage)
                for conversation in scene["conversations"]:
                    await stage.take_turn(UUID(conversation))
            case "deliver":
                sender = provider(scene["provider"])
                deliver = DeliverMessages(stage.units, stage.clock, sender)
                await _begin(stage)
                for conversation in scene["conversations"]:
                    await deliver(UUID(conversation))
    say(done=True)


async def _caught_up(keep: KeepMessage) -> None:
    while keep.waiting():
        await keep.catch_up()


def provider(url: str) -> TwilioSender:
    """The real sender, to the pretend provider."""
    return TwilioSender(
        api_base_url=url, account_sid=ACCOUNT, auth_token=TOKEN, sender=NUMBER, messaging_service=None, status_callback=PUBLIC_URL
    )


def main() -> None:
    """Play scenes until standard input ends."""
    set_up_logging("driver")
    say(loaded=True)
    while True:
        scene = hear()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                asyncio.run(_play(scene))
                status = 0
            except BaseException as failure:
                say(failed=repr(failure))
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        say(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
