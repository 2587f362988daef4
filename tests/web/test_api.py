"""The staff API as others rely on it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.support.front_door import FrontDoor


async def test_without_a_token_nothing_is_told(door: FrontDoor) -> None:
    conversation = await door.stage.texts("[en] hello")
    for method, path in (
        ("GET", "/conversations"), ("GET", f"/conversations/{conversation}"), ("POST", f"/conversations/{conversation}/take-over"),
        ("POST", f"/conversations/{conversation}/reply"), ("POST", f"/conversations/{conversation}/hand-back"),
        ("POST", f"/conversations/{conversation}/close"),
    ):  # fmt: skip
        for header in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic x"}):
            response = await door.client.request(method, f"/api/v1{path}", headers=header, json={"text": "x"} if "reply" in path else None)
            assert response.status_code == 401, (method, path)


async def test_a_conversation_is_found_by_channel_and_address(door: FrontDoor) -> None:
    await door.text("[es] he has a knife")
    token = await door.stage.staff.new_api_token("api")
    for query in ("channel=sms&address=%2B15551230001", "channel=sms&address=+15551230001"):
        found = (await door.api(token, "GET", f"/conversations?{query}")).json()
        assert len(found) == 1
    shown = found[0]
    assert (shown["channel"], shown["level"], shown["owner"], shown["opted_out"]) == ("sms", "emergency", "waiting", False)
    assert shown["signals"] == [{"name": "weapon", "level": "emergency", "evidence": "knife"}]
    assert [{**alert, "at": None} for alert in shown["alerts"]] == [{"level": "emergency", "at": None, "reason": "weapon"}]
    message = shown["messages"][0]
    assert (message["direction"], message["author"], message["text"], message["state"]) == (
        "in",
        "person",
        "[es] he has a knife",
        "waiting",
    )
    assert (await door.api(token, "GET", "/conversations?channel=sms&address=%2B15550000000")).json() == []


async def test_take_over_reply_hand_back_close(door: FrontDoor) -> None:
    conversation = await door.stage.texts("[es] knife")
    ana, ben = await door.stage.staff.new_api_token("Ana"), await door.stage.staff.new_api_token("Ben")
    at = f"/conversations/{conversation}"
    taken = (await door.api(ana, "POST", f"{at}/take-over")).json()
    assert (taken["owner"], taken["advocate"]) == ("human", "Ana")
    refused = await door.api(ben, "POST", f"{at}/reply", json={"text": "hi"})
    assert (refused.status_code, refused.json()["code"]) == (409, "already_owned")
    replied = (await door.api(ana, "POST", f"{at}/reply", json={"text": "Soy Ana."})).json()
    assert (replied["messages"][-1]["author"], replied["messages"][-1]["text"]) == ("advocate", "Soy Ana.")
    corrected = await door.api(ana, "POST", f"{at}/level", json={"level": "urgent"})
    assert (corrected.status_code, corrected.json()["level"]) == (200, "urgent")
    refused = await door.api(ben, "POST", f"{at}/level", json={"level": "routine"})
    assert (refused.status_code, refused.json()["code"]) == (409, "already_owned")
    assert (await door.api(ana, "POST", f"{at}/level", json={"level": "worst"})).status_code == 400
    assert (await door.api(ana, "POST", f"{at}/hand-back")).json()["owner"] == "assistant"
    closed = (await door.api(ben, "POST", f"{at}/close")).json()
    assert closed["owner"] == "closed"
    assert (await door.api(ana, "POST", f"{at}/take-over")).json()["code"] == "closed"


async def test_B72_odd_input_gets_a_clear_refusal(door: FrontDoor) -> None:
    token = await door.stage.staff.new_api_token("Ana")
    conversation = await door.stage.texts("[en] hello")
    assert (await door.api(token, "GET", f"/conversations/{uuid4()}")).status_code == 404
    assert (await door.api(token, "POST", f"/conversations/{uuid4()}/take-over")).status_code == 404
    assert (await door.api(token, "GET", "/conversations/not-an-id")).status_code == 404
    for query in ("limit=-1", "limit=100000", "channel=fax", "limit=x"):
        assert (await door.api(token, "GET", f"/conversations?{query}")).status_code == 400
    for body in ({}, {"text": 1}, {"text": "x", "owner": "me"}, ["x"]):
        assert (await door.api(token, "POST", f"/conversations/{conversation}/reply", json=body)).status_code == 400
    await door.api(token, "POST", f"/conversations/{conversation}/take-over")
    assert (await door.api(token, "POST", f"/conversations/{conversation}/reply", json={"text": " "})).status_code == 422


async def test_T30_reading_leaves_a_trace(door: FrontDoor) -> None:
    import sqlalchemy as sa

    conversation = await door.stage.texts("[en] hello")
    token = await door.stage.staff.new_api_token("Ana")
    await door.api(token, "GET", f"/conversations/{conversation}")
    async with door.stage.engine.connect() as connection:
        count = (await connection.execute(sa.text("SELECT count(*) FROM events WHERE kind = 'read'"))).scalar_one()
    assert count == 1


async def test_the_api_describes_itself(door: FrontDoor) -> None:
    paths = (await door.client.get("/api/v1/openapi.json")).json()["paths"]
    assert {"/api/v1/conversations", "/api/v1/conversations/{conversation}/take-over"} <= {path.rstrip("/") for path in paths}


async def test_time_moves_in_practice_only(door: FrontDoor, practice_door: FrontDoor) -> None:
    before = practice_door.stage.clock.now()
    response = await practice_door.client.post("/api/v1/practice/advance", json={"minutes": 90})
    assert response.status_code == 200
    assert (practice_door.stage.clock.now() - before).total_seconds() == 5400
    assert (await door.client.post("/api/v1/practice/advance", json={"minutes": 90})).status_code == 404


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_health(door: FrontDoor, path: str) -> None:
    assert (await door.client.get(path)).status_code == 200


async def test_every_answer_carries_the_headers_that_leave_little_behind(door: FrontDoor) -> None:
    for path in ("/healthz", "/api/v1/conversations", "/nowhere"):
        headers = (await door.client.get(path)).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["strict-transport-security"] == "max-age=31536000"
        assert "server" not in headers
