"""Each action on the real action server: slots in, events and message ids out."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

COMING = {"message": "human.coming", "effect": "call_human", "question": "none"}
STILL_COMING = {"message": "human.still_coming", "effect": "call_human", "question": "none"}
OFFER = {"message": "human.offer", "question": "human_offer"}
NOTHING = {"question": "none"}
ASK = {"message": "unclear.ask", "question": "human_offer"}
PERSON = {"message": "unclear.person", "effect": "call_human", "question": "none"}

CASES: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("action_call_human", {"human_called": False}, COMING),
    ("action_call_human", {"human_called": True}, STILL_COMING),
    ("action_call_human", {"human_called": None}, COMING),
    ("action_call_human", {}, COMING),
    ("action_offer_human", {"human_called": False}, OFFER),
    ("action_offer_human", {"human_called": True}, NOTHING),
    ("action_offer_human", {}, OFFER),
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


def test_every_action_is_tried_above(action_server: str) -> None:
    served = {each["name"] for each in httpx.get(f"{action_server}/actions", trust_env=False).json()}
    assert served == {action for action, _, _ in CASES}
