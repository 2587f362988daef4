"""Sending and looking up at a provider that refuses, fails half-way, hangs, lies, or shows its list late and in pages."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.twilio_sms.api import ListFailed, TwilioApi
from bot.channels.twilio_sms.listing import TwilioLedger
from bot.channels.twilio_sms.sender import TwilioSender
from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState, SendResult
from bot.ports import LedgerUnavailable
from tests.support import twilio_schema
from tests.support.pretend_twilio import (
    ACCEPT,
    ACCOUNT,
    BAD_NUMBER,
    FAILS_AFTER,
    FAILS_BEFORE,
    NONSENSE,
    NUMBER,
    OPTED_OUT,
    RATE_LIMITED,
    TOKEN,
    WRONG_TOKEN,
    Act,
    PretendTwilio,
    new_sid,
)

MARIA = Address(Channel.SMS, "+15551230001")
MINUTE = timedelta(minutes=1)


@asynccontextmanager
async def sender_to(url: str, timeout_seconds: float = 0.3) -> AsyncIterator[TwilioSender]:
    sender = TwilioSender(
        api_base_url=url, account_sid=ACCOUNT, auth_token=TOKEN, sender=NUMBER, messaging_service=None,
        status_callback="https://line.example/hooks/twilio/status", timeout_seconds=timeout_seconds,
    )  # fmt: skip
    yield sender
    await sender.close()


@pytest.mark.parametrize(
    ("act", "result", "code", "taken"),
    [
        (ACCEPT, SendResult.ACCEPTED, None, 1),
        (RATE_LIMITED, SendResult.RETRY, "20429", 0),
        (Act(record=False, status=429, raw=b"slow down"), SendResult.RETRY, "http_429", 0),
        (OPTED_OUT, SendResult.OPTED_OUT, "21610", 0),
        (BAD_NUMBER, SendResult.REFUSED, "21211", 0),
        (WRONG_TOKEN, SendResult.REFUSED, "20003", 0),
        (Act(record=False, status=404, raw=b""), SendResult.REFUSED, "http_404", 0),
        (Act(record=False, status=302, raw=b""), SendResult.REFUSED, "http_302", 0),
        (FAILS_BEFORE, SendResult.UNKNOWN, "http_500", 0),
        (FAILS_AFTER, SendResult.UNKNOWN, "http_500", 1),
        (Act(record=True, status=408, raw=b""), SendResult.UNKNOWN, "http_408", 1),
        (Act(record=False, hang_seconds=1), SendResult.UNKNOWN, "no_answer", 0),
        (Act(record=True, hang_seconds=1), SendResult.UNKNOWN, "no_answer", 1),
        (NONSENSE, SendResult.UNKNOWN, "unreadable_answer", 0),
        (replace(NONSENSE, raw=b"[]"), SendResult.UNKNOWN, "unreadable_answer", 0),
        (replace(NONSENSE, raw=b'{"sid": "SM1"}'), SendResult.UNKNOWN, "unreadable_answer", 0),
        (replace(NONSENSE, raw=b'{"sid": null}'), SendResult.UNKNOWN, "unreadable_answer", 0),
        (replace(NONSENSE, raw=b"\xff\xfe"), SendResult.UNKNOWN, "unreadable_answer", 0),
    ],
)
async def test_F36_F37_every_answer_is_one_of_five_results(act: Act, result: SendResult, code: str | None, taken: int) -> None:
    with PretendTwilio(always=act) as twilio:
        async with sender_to(twilio.url) as sender:
            outcome = await sender.send(MARIA, "hello", 100)
    assert (outcome.result, outcome.error_code, len(twilio.sent)) == (result, code, taken)
    assert twilio.violations == []


async def test_F31_F67_without_a_connection_nothing_was_sent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    async with sender_to(url) as sender:
        outcome = await sender.send(MARIA, "hello", None)
        assert (outcome.result, outcome.error_code) == (SendResult.RETRY, "unreachable")
        assert (await sender.find(MARIA, "hello", MINUTE, ())).result is SendResult.UNKNOWN


async def test_F67_a_name_that_does_not_resolve_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_names(*_: object, **__: object) -> Any:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", no_names)
    async with sender_to("http://api.provider.example") as sender:
        outcome = await sender.send(MARIA, "hello", None)
    assert (outcome.result, outcome.error_code) == (SendResult.RETRY, "unreachable")


@pytest.mark.parametrize("act", [FAILS_AFTER, Act(hang_seconds=0.6)])
async def test_F33_F34_what_was_taken_is_found_however_far_down_the_list(act: Act) -> None:
    with PretendTwilio() as twilio:
        async with sender_to(twilio.url) as sender:
            twilio.acts.append(act)
            await sender.send(MARIA, "the one", 100)
            for number in range(35):
                await sender.send(MARIA, f"another {number}", 100)
            twilio.largest_page = 10
            found = await sender.find(MARIA, "the one", MINUTE, ())
            assert (found.result, found.provider_id) == (SendResult.ACCEPTED, twilio.sent[0].sid)
            assert (await sender.find(MARIA, "the one", MINUTE, {twilio.sent[0].sid})).result is SendResult.RETRY, "that was another one"
            assert (await sender.find(MARIA, "not sent", MINUTE, ())).result is SendResult.RETRY
    assert twilio.violations == []


async def test_F34_an_old_text_with_the_same_words_is_not_taken_for_this_one() -> None:
    with PretendTwilio(now=lambda: datetime.now(UTC) - timedelta(hours=2)) as twilio:
        async with sender_to(twilio.url) as sender:
            for _ in range(30):
                await sender.send(MARIA, "hello", 100)
            twilio.now, twilio.largest_page = (lambda: datetime.now(UTC)), 5
            assert (await sender.find(MARIA, "hello", MINUTE, ())).result is SendResult.RETRY
            assert twilio.lists == 1, "nobody pages through what is older"


@pytest.mark.parametrize(
    ("ours", "listed"),
    [
        ("“It’s” – safe…", '"It\'s" - safe...'),
        ("line\nnext  word", "line next word"),
        ("caf\u00e9", "cafe\u0301"),
        ("hello", "Sent from your Twilio trial account - hello"),
    ],
)
async def test_F34_words_are_found_as_the_provider_writes_them(ours: str, listed: str) -> None:
    with PretendTwilio() as twilio:
        async with sender_to(twilio.url) as sender:
            await sender.send(MARIA, ours, 100)
            twilio.sent[0].body = listed
            assert (await sender.find(MARIA, ours, MINUTE, ())).result is SendResult.ACCEPTED
            twilio.sent[0].body = "not " + listed
            assert (await sender.find(MARIA, ours, MINUTE, ())).result is SendResult.RETRY


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
async def test_F34_a_list_that_is_refused_tells_nothing(status: int) -> None:
    with PretendTwilio() as twilio:
        async with sender_to(twilio.url) as sender:
            twilio.list_acts.append(status)
            assert (await sender.find(MARIA, "hello", MINUTE, ())).result is SendResult.UNKNOWN
        ledger = TwilioLedger(TwilioApi(twilio.url, ACCOUNT, TOKEN), sender=NUMBER, messaging_service=None)
        twilio.list_acts.extend([200, status])
        with pytest.raises(LedgerUnavailable, match=f"http_{status}"):
            await ledger.listed(datetime.now(UTC) - MINUTE, datetime.now(UTC))
        await ledger.close()


@pytest.mark.parametrize(
    "uri",
    ["https://evil.example/list", "//evil.example/2010-04-01", "/2010-04-01/Accounts/AC0/Messages.json?Page=1", "/other", 7, ""],
)
async def test_our_credentials_follow_no_page_elsewhere(uri: object, monkeypatch: pytest.MonkeyPatch) -> None:
    api = TwilioApi("http://127.0.0.1:9", ACCOUNT, TOKEN)
    asked: list[object] = []

    async def page(url: object) -> dict[str, object]:
        asked.append(url)
        return {"messages": [], "next_page_uri": uri}

    monkeypatch.setattr(api, "_page", page)
    with pytest.raises(ListFailed):
        _ = [each async for each in api.pages({})]
    assert len(asked) == 1
    await api.close()


async def test_a_list_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    api = TwilioApi("http://127.0.0.1:9", ACCOUNT, TOKEN)

    async def page(_: object) -> dict[str, object]:
        return {"messages": [], "next_page_uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json?Page=1"}

    monkeypatch.setattr(api, "_page", page)
    with pytest.raises(ListFailed, match="endless"):
        _ = [each async for each in api.pages({})]
    await api.close()


async def test_the_list_tells_both_directions_oldest_first_and_what_is_odd_about_a_message() -> None:
    now = datetime.now(UTC)
    with PretendTwilio() as twilio:
        async with sender_to(twilio.url) as sender:
            await sender.send(MARIA, "ours", 100)
        twilio.sent[0].status, twilio.sent[0].error_code = "undelivered", 30003
        for at, body in ((3, "third"), (1, "first"), (2, "second"), (2, "second too")):
            twilio.writes(MARIA.value, body, at=now - timedelta(minutes=10) + timedelta(seconds=at))
        twilio.writes("anonymous", "withheld", at=now - timedelta(minutes=9))
        twilio.writes(MARIA.value, None, at=now - timedelta(minutes=8), media=1)
        twilio.largest_page = 2
        ledger = TwilioLedger(TwilioApi(twilio.url, ACCOUNT, TOKEN), sender=NUMBER, messaging_service=None, own_numbers=(NUMBER,))
        listed = await ledger.listed(now - timedelta(hours=1), datetime.now(UTC))
        await ledger.close()
    assert [each.incoming.text for each in listed if each.incoming] == ["first", "second", "second too", "third", "withheld", ""]
    assert [(each.state, each.error_code) for each in listed if not each.incoming] == [(DeliveryState.UNDELIVERED, "30003")]
    flags = [each.incoming.flags for each in listed if each.incoming]
    assert "not_answerable" in flags[4]
    assert "file" in flags[5]
    assert twilio.violations == []


async def test_a_messaging_service_takes_what_came_to_any_of_its_numbers_and_nothing_of_another_service() -> None:
    ours, other = "MG" + "1" * 32, "MG" + "2" * 32
    with PretendTwilio() as twilio:
        for _ in range(3):
            twilio.writes(MARIA.value, "hello")
        inbound, services = twilio._inbound, iter([ours, other, None])
        twilio._inbound = lambda written: {**inbound(written), "messaging_service_sid": next(services)}  # type: ignore[method-assign]
        ledger = TwilioLedger(TwilioApi(twilio.url, ACCOUNT, TOKEN), sender=None, messaging_service=ours)
        listed = await ledger.listed(datetime.now(UTC) - MINUTE, datetime.now(UTC))
        await ledger.close()
    assert len(listed) == 2


RESOURCE = {"sid": new_sid(), "status": "sent", "direction": "inbound", "date_sent": "Sat, 21 Nov 2026 03:00:00 +0000", "error_code": None}


@pytest.mark.parametrize(
    "wrong",
    [
        {"sid": "SM1"},
        {"status": "gone"},
        {"direction": "in"},
        {"date_sent": "2026-11-21"},
        {"error_code": "30003"},
        {"new": 1},
        {"status": None},
    ],
)
def test_the_pretend_provider_cannot_say_what_the_published_resource_does_not_allow(wrong: dict[str, object]) -> None:
    assert twilio_schema.wrong_in_resource(RESOURCE) == []
    assert len(twilio_schema.wrong_in_resource({**RESOURCE, **wrong})) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"To": ""},
        {"Body": ""},
        {"Body": "x" * 1601},
        {"ValidityPeriod": "soon"},
        {"StatusCallback": "hooks"},
        {"Bdy": "x"},
        {"MessagingServiceSid": "MG" + "1" * 32},
    ],
)
def test_the_pretend_provider_refuses_a_form_that_is_not_as_published(wrong: dict[str, str]) -> None:
    form = {"To": "+15551230001", "From": NUMBER, "Body": "hello", "ValidityPeriod": "60", "StatusCallback": "https://line.example/s"}
    assert twilio_schema.wrong_in_create(form) == []
    assert len(twilio_schema.wrong_in_create({**form, **wrong})) == 1


@pytest.mark.parametrize("wrong", [{"PageSize": "1001"}, {"DateSent>": "2026-11-21"}, {"Since": "x"}])
def test_the_pretend_provider_refuses_a_query_that_is_not_as_published(wrong: dict[str, str]) -> None:
    assert len(twilio_schema.wrong_in_query({"PageSize": "100", "DateSent>": "2026-11-21T03:00:00Z", **wrong})) == 1
