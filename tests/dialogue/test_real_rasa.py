"""The real Rasa, its actions and the trained model, as the supervisor starts them."""

from __future__ import annotations

import csv
import time
from collections import Counter
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import psutil
import pytest

from bot.dialogue.marker import marked
from bot.dialogue.rasa_client import RasaDialogue
from bot.dialogue.without_rasa import reply_without_rasa
from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Question
from bot.vectors import SentenceVectors
from tests.support.rasa_server import TOKEN, RunningRasa

# The first of these waits for Rasa, and for its training when the model is stale.
pytestmark = pytest.mark.timeout(600)
HELD_OUT = Path(__file__).with_name("held_out.tsv")
CALL = frozenset({Effect.CALL_HUMAN})
NEW, CALLED = DialogueContext(), DialogueContext(human_called=True)
MISSED, CALLED_MISSED = DialogueContext(misunderstood=1), DialogueContext(human_called=True, misunderstood=4)

ASKS = DialogueReply(("unclear.ask",), question=Question.HUMAN_OFFER)
GIVES_UP = DialogueReply(("unclear.person",), CALL)
COMING, STILL_COMING = DialogueReply(("human.coming",), CALL), DialogueReply(("human.still_coming",), CALL)


def with_offer(message_id: str) -> DialogueReply:
    return DialogueReply((message_id, "human.offer"), question=Question.HUMAN_OFFER)


TABLE = [
    ("greet", NEW, DialogueReply(("hello.safe_to_write",), question=Question.SAFE_TO_WRITE)),
    ("greet", CALLED_MISSED, DialogueReply(("hello.safe_to_write",), question=Question.SAFE_TO_WRITE)),
    ("safe_to_write", NEW, DialogueReply(("about.notice",))),
    ("not_safe_to_write", NEW, DialogueReply(("talk.quiet",))),
    ("ask_what_is_this", NEW, DialogueReply(("about.what_is_this",))),
    ("ask_are_you_police", NEW, DialogueReply(("about.not_police",))),
    ("ask_is_it_private", NEW, DialogueReply(("about.private",))),
    ("ask_for_person", NEW, COMING),
    ("ask_for_person", CALLED, STILL_COMING),
    ("accept_human", NEW, COMING),
    ("accept_human", CALLED, STILL_COMING),
    ("decline_human", NEW, DialogueReply(("human.declined",))),
    ("in_danger", NEW, DialogueReply(("danger.safety", "human.coming"), CALL)),
    ("in_danger", CALLED, DialogueReply(("danger.safety", "human.coming"), CALL)),
    ("papers_held", NEW, with_offer("papers.rights")),
    ("papers_held", CALLED, DialogueReply(("papers.rights",))),
    ("not_paid", NEW, with_offer("pay.rights")),
    ("not_paid", CALLED_MISSED, DialogueReply(("pay.rights",))),
    ("fear_police_or_immigration", NEW, with_offer("police.rights")),
    ("fear_police_or_immigration", CALLED, DialogueReply(("police.rights",))),
    ("ask_phone_safe", NEW, DialogueReply(("phone.safety",))),
    ("thanks", NEW, DialogueReply(("talk.welcome",))),
    ("goodbye", NEW, DialogueReply(("talk.goodbye",))),
    ("not_understood", NEW, ASKS),
    ("not_understood", MISSED, GIVES_UP),
    ("not_understood", CALLED_MISSED, GIVES_UP),
    ("other", NEW, ASKS),
    ("other", MISSED, GIVES_UP),
]


@pytest.mark.parametrize(("intent", "context", "expected"), TABLE)
async def test_every_row_of_the_intent_table(
    dialogue: RasaDialogue, intent: str, context: DialogueContext, expected: DialogueReply
) -> None:
    assert await dialogue.next_messages(uuid4(), intent, context) == expected


async def test_a_turn_depends_on_what_we_send_and_not_on_what_was_before(dialogue: RasaDialogue) -> None:
    conversation = uuid4()
    for intent, context, expected in [*TABLE, *reversed(TABLE)]:
        assert await dialogue.next_messages(conversation, intent, context) == expected


@pytest.mark.parametrize("intent", ["safe_to_write", "not_safe_to_write", "accept_human", "decline_human", "not_understood"])
@pytest.mark.parametrize("context", [NEW, CALLED, MISSED, CALLED_MISSED], ids=["new", "called", "missed", "called and missed"])
async def test_our_own_intents_get_the_same_answer_without_rasa(dialogue: RasaDialogue, intent: str, context: DialogueContext) -> None:
    assert reply_without_rasa(intent, context) == await dialogue.next_messages(uuid4(), intent, context)


async def test_held_out_sentences_are_understood_in_every_language(dialogue: RasaDialogue, capsys: pytest.CaptureFixture[str]) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    danger_missed = 0
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = await dialogue.understand(row["text"])
            total[row["lang"]] += 1
            right[row["lang"]] += found.name == row["intent"]
            danger_missed += row["intent"] == "in_danger" and found.name not in ("in_danger", "ask_for_person")
    with capsys.disabled():
        print(f"\nheld out: {right.total()}/{total.total()} right;", ", ".join(f"{code} {right[code]}/{total[code]}" for code in total))
    assert total.total() >= 100
    assert min(total.values()) >= 8
    assert right.total() / total.total() >= 0.85
    assert all(right[code] / total[code] >= 0.8 for code in ("en", "es", "fr", "ar", "zh", "ru"))
    assert danger_missed <= 2


async def test_vectors_lead_to_the_same_intent_as_the_text(dialogue: RasaDialogue, rasa: RunningRasa) -> None:
    for text in ("mi jefe tiene mi pasaporte", "he has a knife", "спасибо", "老板不给工资"):
        of_text = rasa.post("/model/parse", {"text": text}).json()["intent"]
        found = await dialogue.understand(text)
        assert found.name == of_text["name"]
        assert found.confidence == pytest.approx(of_text["confidence"], abs=0.01)


@pytest.mark.parametrize(
    "text", ["vectors:v1:", "vectors:v1:AAAA", "vectors:v1:" + "A" * 2392, "vectors:v1:" + "é" * 2392, "vectors:v1:" * 300]
)
def test_a_malformed_marker_means_nothing_and_breaks_nothing(rasa: RunningRasa, text: str) -> None:
    answer = rasa.post("/model/parse", {"text": text})
    assert answer.status_code == 200
    assert answer.json()["intent"] == {"name": None, "confidence": 0.0}


async def test_what_is_written_is_nowhere_in_rasa(dialogue: RasaDialogue, rasa: RunningRasa) -> None:
    conversation = uuid4()
    found = await dialogue.understand("Canary holds my passport in Canarytown")
    await dialogue.next_messages(conversation, found.name, NEW)
    tracker = rasa.get(f"/conversations/{conversation}/tracker")
    assert tracker.json()["sender_id"] == str(conversation)
    assert "canary" not in tracker.text.lower()
    assert "canary" not in rasa.output.read_text(errors="replace").lower()


async def test_danger_needs_no_action_server_and_other_turns_say_that_they_were_cut_short(
    dialogue: RasaDialogue, rasa: RunningRasa
) -> None:
    conversation = uuid4()
    with rasa.without_actions():
        assert await dialogue.next_messages(conversation, "in_danger", NEW) == DialogueReply(("danger.safety", "human.coming"), CALL)
        for intent in ("papers_held", "ask_for_person", "accept_human", "not_understood"):
            with pytest.raises(DialogueUnavailable):
                await dialogue.next_messages(conversation, intent, NEW)
    assert await dialogue.next_messages(conversation, "papers_held", NEW) == with_offer("papers.rights")


async def test_memory_of_a_long_conversation_stays_short(dialogue: RasaDialogue, rasa: RunningRasa) -> None:
    conversation = uuid4()
    for _ in range(40):
        await dialogue.next_messages(conversation, "papers_held", NEW)
    events = rasa.get(f"/conversations/{conversation}/tracker").json()["events"]
    assert 1 <= sum(each["event"] == "user" for each in events) <= 2


def test_rasa_asks_for_its_token_and_does_not_show_it(rasa: RunningRasa) -> None:
    for path in ("/model/parse", f"/conversations/{UUID(int=1)}/trigger_intent"):
        for token in ({}, {"token": "wrong"}, {"token": ""}):
            answer = httpx.post(rasa.url + path, params=token, json={"text": "hello", "name": "greet"}, trust_env=False)
            assert answer.status_code == 401
    assert TOKEN not in " ".join(psutil.Process(rasa.rasa.pid).cmdline())
    assert TOKEN not in rasa.output.read_text(errors="replace")


def test_rasa_has_no_channel_through_which_raw_text_could_come(rasa: RunningRasa) -> None:
    for channel in ("rest", "twilio", "socketio", "callback"):
        answer = httpx.post(f"{rasa.url}/webhooks/{channel}/webhook", json={"sender": "a", "message": "/restart"}, trust_env=False)
        assert answer.status_code == 404


def test_rasa_and_its_actions_listen_on_loopback_only_and_hold_no_secret(rasa: RunningRasa) -> None:
    for process in (rasa.rasa, rasa.actions):
        seen = psutil.Process(process.pid)
        listening = [each.laddr.ip for each in seen.net_connections("inet") if each.status == psutil.CONN_LISTEN]
        assert listening == ["127.0.0.1"]
        assert "secret" not in " ".join(seen.environ().values())
        assert seen.environ()["RASA_TELEMETRY_ENABLED"] == "false"


async def test_a_turn_is_quick(dialogue: RasaDialogue, capsys: pytest.CaptureFixture[str]) -> None:
    features = SentenceVectors().both("they keep my passport")
    marked(features)
    times = []
    for _ in range(40):
        begun = time.perf_counter()
        await dialogue.understand_features(features)
        await dialogue.next_messages(uuid4(), "papers_held", NEW)
        times.append(time.perf_counter() - begun)
    times.sort()
    with capsys.disabled():
        print(f"\nunderstanding and turn with an action: median {times[20] * 1000:.1f} ms, worst of 40 {times[-1] * 1000:.1f} ms")
    # Meant to be 12 ms on an idle machine; the tests share theirs.
    assert times[20] < 0.1
