"""Each action on the real action server: slots in, events and message ids out."""

from __future__ import annotations

import ast
from typing import Any

import httpx
import pytest

from bot.domain.check import sign_in
from bot.domain.questions import CHECK
from bot.settings import PROJECT

COMING = {"message": "human.coming", "effect": "call_human", "question": "none"}
STILL_COMING = {"message": "human.still_coming", "effect": "call_human", "question": "none"}
SOME, FEW = {"message": "check.options", "question": "topics"}, {"message": "check.few", "question": "topics"}
ASK = {"message": "unclear.ask", "question": "next"}
PERSON = {"message": "unclear.person", "effect": "call_human", "question": "none"}

CASES: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("action_call_human", {"human_called": False}, COMING),
    ("action_call_human", {"human_called": True}, STILL_COMING),
    ("action_call_human", {"human_called": None}, COMING),
    ("action_call_human", {}, COMING),
    ("action_check_options", {"check_papers": "yes", "check_pay": "yes"}, SOME),
    ("action_check_options", {"check_pay": "no"}, SOME),
    ("action_check_options", {"check_pay": "yes", "check_leave": "yes", "check_near": "skip", "check_care": "yes"}, FEW),
    ("action_check_options", {}, FEW),
    ("action_ask_again", {"misunderstood": 0.0}, ASK),
    ("action_ask_again", {"misunderstood": 1}, PERSON),
    ("action_ask_again", {"misunderstood": 7.0, "human_called": True}, PERSON),
    ("action_ask_again", {"misunderstood": None}, ASK),
    ("action_ask_again", {}, ASK),
]


@pytest.mark.parametrize(("action", "slots", "expected"), CASES)
def test_slots_in_message_ids_out(action_server: str, action: str, slots: dict[str, Any], expected: dict[str, str]) -> None:
    tracker = {"sender_id": "a", "slots": slots, "latest_message": {}, "events": [], "paused": False}
    call = {"next_action": action, "sender_id": "a", "tracker": tracker, "version": "3.6.21"}
    answer = httpx.post(f"{action_server}/webhook", json=call, trust_env=False).json()
    assert answer["events"] == []
    (response,) = answer["responses"]
    assert response["custom"] == expected
    assert not any(value for key, value in response.items() if key != "custom")


def events_of(action_server: str, action: str, slots: dict[str, Any], set_now: dict[str, str]) -> list[tuple[str, Any]]:
    """The slots that an action of the gentle check sets when `set_now` came with the last turn."""
    events = [{"event": "user", "timestamp": 1.0}, *({"event": "slot", "name": name, "value": value} for name, value in set_now.items())]
    tracker = {"sender_id": "a", "slots": {**slots, **set_now}, "latest_message": {}, "events": events, "paused": False}
    call = {"next_action": action, "sender_id": "a", "tracker": tracker, "version": "3.6.21", "domain": {"forms": {}}}
    answer = httpx.post(f"{action_server}/webhook", json=call, trust_env=False).json()
    assert answer["responses"] == []
    return [(each["name"], each["value"]) for each in answer["events"]]


def test_only_yes_no_and_skip_are_answers_to_the_check(action_server: str) -> None:
    given = {"check_near": "no", "check_leave": "perhaps", "check_pay": "skip"}
    expected = [("check_near", "no"), ("check_leave", None), ("check_pay", "skip")]
    assert events_of(action_server, "validate_check_form", {}, given) == expected


def test_a_new_check_forgets_the_answers_of_an_earlier_one(action_server: str) -> None:
    slots = {"check_near": "no", "human_called": True, "check_pay": None}
    assert events_of(action_server, "action_begin_check", slots, {}) == [("check_near", None), ("check_pay", None)]


def test_every_action_is_tried_above(action_server: str) -> None:
    served = {each["name"] for each in httpx.get(f"{action_server}/actions", trust_env=False).json()}
    assert served == {action for action, _, _ in CASES} | {"validate_check_form", "action_begin_check"}


def test_the_actions_signs_are_those_that_raise_the_level() -> None:
    """The actions may not import the application, so the table stands twice; it must not differ."""
    source = (PROJECT / "actions" / "check" / "options.py").read_text()
    signs = ast.literal_eval(source.split("SIGNS = ")[1].split("\n}")[0] + "\n}")
    for question in CHECK:
        assert sign_in(question, signs[question.value]) is not None
        assert all(sign_in(question, other) is None for other in {"yes", "no", "skip"} - {signs[question.value]})
