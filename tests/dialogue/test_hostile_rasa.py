"""Rasa down, slow or answering nonsense (trust.md F14-F17, F23): always `DialogueUnavailable`, in time, without a word of the person."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import time
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from bot.dialogue.rasa_client import RasaDialogue
from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Intent
from bot.domain.questions import Question
from tests.dialogue.hostile_server import HostileServer, http, some_features

CONVERSATION = UUID("11111111-2222-4333-8444-555555555555")
OTHER = "99999999-2222-4333-8444-555555555555"
CONTEXT = DialogueContext(human_called=False, misunderstood=1)
INTENT = {"intent": {"name": "papers_held", "confidence": 0.9}, "text": "vectors:v1:", "entities": []}


def said(**custom: object) -> dict[str, object]:
    return {"recipient_id": str(CONVERSATION), "custom": custom}


def turn(**changed: Any) -> dict[str, Any]:
    """A right answer of `trigger_intent`, with what `changed` replaces."""
    tracker = {
        "sender_id": str(CONVERSATION),
        "slots": {"human_called": False, "misunderstood": 1, "session_started_metadata": None},
        "latest_message": {"intent": {"name": "papers_held"}},
        "latest_action_name": "action_listen",
    }
    messages = [said(message="papers.rights"), said(message="human.offer", question="next")]
    return {"tracker": {**tracker, **changed.pop("tracker", {})}, "messages": messages, **changed}


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()


RIGHT_TURN = as_json(turn())
NONSENSE = {
    "empty": b"",
    "html": b"<!doctype html><html><body>502 Bad Gateway</body></html>",
    "truncated": RIGHT_TURN[:-7],
    "cut in a letter": b'{"intent": {"name": "caf\xc3',
    "not UTF-8": b"\xff\xfe{\x00}\x00",
    "a list": b"[]",
    "a string": b'"papers_held"',
    "a number": b"1",
    "null": b"null",
    "two documents": b"{}{}",
    "NaN": b'{"intent": {"name": "greet", "confidence": NaN}}',
    "10 MB": b'{"x": "' + b"a" * 10_000_000 + b'"}',
    "65 KiB of spaces": b" " * 65 * 1024 + RIGHT_TURN,
    "a hundred thousand brackets": b"[" * 60_000,
    "deep objects": b'{"a":' * 12_000,
    "empty object": b"{}",
    "zeros": b"\x00" * 500,
}
WRONG_PARSES = {
    "no intent": {},
    "intent null": {"intent": None},
    "intent a string": {"intent": "greet"},
    "intent a list": {"intent": [INTENT["intent"]]},
    "name null": {"intent": {"name": None, "confidence": 0.0}},
    "name unknown": {"intent": {"name": "restart", "confidence": 1.0}},
    "name one of our own": {"intent": {"name": "accept_human", "confidence": 1.0}},
    "name a list": {"intent": {"name": ["greet"], "confidence": 1.0}},
    "name a number": {"intent": {"name": 1, "confidence": 1.0}},
    "no confidence": {"intent": {"name": "greet"}},
    "confidence text": {"intent": {"name": "greet", "confidence": "0.9"}},
    "confidence true": {"intent": {"name": "greet", "confidence": True}},
    "confidence above one": {"intent": {"name": "greet", "confidence": 1.5}},
    "confidence below zero": {"intent": {"name": "greet", "confidence": -0.1}},
    "confidence huge": {"intent": {"name": "greet", "confidence": 1e999}},
}
WRONG_TURNS = {
    "no tracker": {"messages": turn()["messages"]},
    "no messages": {"tracker": turn()["tracker"]},
    "messages null": turn(messages=None),
    "messages an object": turn(messages={}),
    "nothing said": turn(messages=[]),
    "somebody else's tracker": turn(tracker={"sender_id": OTHER}),
    "the shared tracker": turn(tracker={"sender_id": "default"}),
    "no sender": turn(tracker={"sender_id": None}),
    "another intent": turn(tracker={"latest_message": {"intent": {"name": "greet"}}}),
    "no intent heard": turn(tracker={"latest_message": {}}),
    "stopped in the middle": turn(tracker={"latest_action_name": "utter_papers_rights"}),
    "slot changed": turn(tracker={"slots": {"human_called": True, "misunderstood": 1}}),
    "slot lost": turn(tracker={"slots": {"human_called": False}}),
    "slot of another kind": turn(tracker={"slots": {"human_called": 0, "misunderstood": 1}}),
    "slot a boolean": turn(tracker={"slots": {"human_called": False, "misunderstood": True}}),
    "slot counted": turn(tracker={"slots": {"human_called": False, "misunderstood": 2}}),
    "for somebody else": turn(messages=[{"recipient_id": OTHER, "custom": {"message": "papers.rights", "question": "none"}}]),
    "for nobody": turn(messages=[{"custom": {"message": "papers.rights", "question": "none"}}]),
    "words": turn(messages=[{"recipient_id": str(CONVERSATION), "text": "You have rights."}]),
    "words beside an id": turn(messages=[{**said(message="papers.rights", question="none"), "text": "You have rights."}]),
    "buttons": turn(messages=[{**said(message="papers.rights", question="none"), "buttons": []}]),
    "a message that is text": turn(messages=["papers.rights"]),
    "custom null": turn(messages=[{"recipient_id": str(CONVERSATION), "custom": None}]),
    "custom empty": turn(messages=[said()]),
    "an id without a topic": turn(messages=[said(message="rights", question="none")]),
    "an id that is a sentence": turn(messages=[said(message="You have rights.", question="none")]),
    "an id with a line break": turn(messages=[said(message="papers.rights\n", question="none")]),
    "an id in capitals": turn(messages=[said(message="Papers.Rights", question="none")]),
    "an id that is a path": turn(messages=[said(message="papers./etc/passwd", question="none")]),
    "an id that is a number": turn(messages=[said(message=7, question="none")]),
    "an unknown effect": turn(messages=[said(message="papers.rights", effect="call_police", question="none")]),
    "an unknown question": turn(messages=[said(message="papers.rights", question="your_name")]),
    "an unknown key": turn(messages=[said(message="papers.rights", question="none", url="http://127.0.0.1")]),
    "cut short: an action failed": turn(messages=[said(message="papers.rights")]),
    "two questions": turn(messages=[said(message="papers.rights", question="none"), said(message="human.offer", question="next")]),
    "question before the end": turn(messages=[said(message="papers.rights", question="none"), said(message="human.offer")]),
    "a question and nothing said": turn(messages=[said(question="next")]),
    "a flood": turn(messages=[said(message="papers.rights")] * 50 + [said(question="none")]),
}


async def refused_understanding(client: RasaDialogue, text: str = "they keep my passport") -> DialogueUnavailable:
    with pytest.raises(DialogueUnavailable) as refused:
        await client.understand(text)
    return refused.value


async def refused_turn(client: RasaDialogue) -> DialogueUnavailable:
    with pytest.raises(DialogueUnavailable) as refused:
        await client.next_messages(CONVERSATION, "papers_held", CONTEXT)
    return refused.value


async def test_right_answers_are_understood(client: RasaDialogue, hostile: HostileServer) -> None:
    hostile.answer = http(as_json(INTENT))
    assert await client.understand("they keep my passport") == Intent("papers_held", 0.9)
    assert await client.understand_features(some_features("they keep my passport")) == Intent("papers_held", 0.9)
    hostile.answer = http(RIGHT_TURN)
    expected = DialogueReply(("papers.rights", "human.offer"), frozenset(), Question.NEXT)
    assert await client.next_messages(CONVERSATION, "papers_held", CONTEXT) == expected
    hostile.answer = http(as_json(turn(messages=[said(message="human.coming", effect="call_human", question="none")])))
    expected = DialogueReply(("human.coming",), frozenset({Effect.CALL_HUMAN}))
    assert await client.next_messages(CONVERSATION, "papers_held", CONTEXT) == expected


@pytest.mark.parametrize("body", NONSENSE.values(), ids=NONSENSE)
async def test_nonsense_brings_a_human(client: RasaDialogue, hostile: HostileServer, body: bytes) -> None:
    hostile.answer = http(body)
    await refused_understanding(client)
    await refused_turn(client)


@pytest.mark.parametrize("answer", WRONG_PARSES.values(), ids=WRONG_PARSES)
async def test_an_intent_of_the_wrong_kind_brings_a_human(client: RasaDialogue, hostile: HostileServer, answer: object) -> None:
    hostile.answer = http(as_json(answer))
    await refused_understanding(client)


@pytest.mark.parametrize("answer", WRONG_TURNS.values(), ids=WRONG_TURNS)
async def test_a_turn_of_the_wrong_kind_brings_a_human(client: RasaDialogue, hostile: HostileServer, answer: object) -> None:
    hostile.answer = http(as_json(answer))
    await refused_turn(client)


@pytest.mark.parametrize(
    "answer",
    [
        http(RIGHT_TURN, kind="text/html"),
        http(RIGHT_TURN, status="500 Internal Server Error"),
        http(RIGHT_TURN, status="401 Unauthorized"),
        http(b"", status="204 No Content"),
        http(RIGHT_TURN, status="302 Found", headers="Location: http://127.0.0.1:1/\r\n"),
        http(gzip.compress(RIGHT_TURN), headers="Content-Encoding: gzip\r\n"),
        http(gzip.compress(b" " * 5_000_000 + RIGHT_TURN), headers="Content-Encoding: gzip\r\n"),
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + RIGHT_TURN,
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n" + RIGHT_TURN,
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 200_000 + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00\xff" * 100,
        b"",
    ],
    ids=[
        "html kind",
        "500",
        "401",
        "204",
        "redirect",
        "gzip",
        "gzip bomb",
        "too short",
        "negative",
        "long header",
        "ssh",
        "bytes",
        "nothing",
    ],
)
async def test_http_that_is_none_brings_a_human(client: RasaDialogue, hostile: HostileServer, answer: bytes) -> None:
    hostile.answer = answer
    await refused_understanding(client)
    await refused_turn(client)


async def test_there_are_more_than_fifty_wrong_bodies() -> None:
    assert len(NONSENSE) + len(WRONG_PARSES) + len(WRONG_TURNS) >= 50


async def test_an_endless_answer_is_not_taken_into_memory(client: RasaDialogue, hostile: HostileServer) -> None:
    hostile.answer = http(b" " * 60_000_000)
    await refused_turn(client)
    assert hostile.sent < 30_000_000


async def test_nobody_listening_brings_a_human_at_once() -> None:
    client = RasaDialogue("http://127.0.0.1:9", "token", some_features, deadline=60)
    begun = time.monotonic()
    await refused_understanding(client)
    await refused_turn(client)
    assert time.monotonic() - begun < 20, "the deadline is not waited for"
    await client.aclose()


async def test_a_late_answer_is_lost_and_its_neighbour_is_not(hostile: HostileServer) -> None:
    client = RasaDialogue(hostile.url, "token", some_features, deadline=0.3)
    hostile.answer, hostile.delay = http(as_json(INTENT)), 2.0
    begun = time.monotonic()
    await refused_understanding(client)
    await refused_turn(client)
    assert time.monotonic() - begun < hostile.delay
    hostile.answer, hostile.delay = http(as_json({"intent": {"name": "thanks", "confidence": 0.7}})), 0
    await asyncio.sleep(2.0)
    client._deadline = 60
    assert await client.understand("thank you") == Intent("thanks", 0.7)
    await client.aclose()


async def test_an_answer_that_trickles_in_is_late_too(hostile: HostileServer) -> None:
    client = RasaDialogue(hostile.url, "token", some_features, deadline=0.3)
    hostile.answer, hostile.pause_between_bytes = http(RIGHT_TURN), 0.02
    begun = time.monotonic()
    await refused_turn(client)
    assert time.monotonic() - begun < len(RIGHT_TURN) * 0.02 / 2
    await client.aclose()


async def test_slow_vectors_are_late_and_leave_the_loop_free(hostile: HostileServer) -> None:
    def slow(text: str) -> np.ndarray:
        time.sleep(0.5)
        return some_features(text)

    client = RasaDialogue(hostile.url, "token", slow, deadline=0.2)
    hostile.answer = http(as_json(INTENT))
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await refused_understanding(client)
    ticking.cancel()
    assert ticks >= 5
    assert hostile.bodies == []
    await client.aclose()


@pytest.mark.parametrize(
    "features",
    [np.zeros(10), np.zeros((896, 1)), np.full(896, np.nan), np.full(896, 1e9), np.full(896, np.inf)],
    ids=["too few", "a matrix", "not numbers", "too large", "infinite"],
)
async def test_vectors_that_cannot_be_sent_bring_a_human(client: RasaDialogue, hostile: HostileServer, features: np.ndarray) -> None:
    with pytest.raises(DialogueUnavailable):
        await client.understand_features(features)
    assert hostile.bodies == []


async def test_no_word_of_the_person_in_errors_or_logs(hostile: HostileServer, caplog: pytest.LogCaptureFixture) -> None:
    def failing(text: str) -> np.ndarray:
        raise ValueError(f"cannot encode {text}")

    client = RasaDialogue(hostile.url, "token-of-the-test", failing, deadline=10)
    with caplog.at_level(logging.DEBUG):
        error = await refused_understanding(client, "my name is Canary")
        hostile.answer = http(b"<html>Canary</html>")
        another = RasaDialogue(hostile.url, "token-of-the-test", some_features, deadline=10)
        other = await refused_understanding(another, "my name is Canary")
        await refused_turn(another)
    everything = caplog.text + "".join(repr(each) + repr(each.__cause__) for each in (error, other))
    assert "Canary" not in everything
    assert "token-of-the-test" not in everything
    await client.aclose()
    await another.aclose()
