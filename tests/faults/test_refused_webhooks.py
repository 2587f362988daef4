"""Webhooks that are not a message as the provider makes it, at the front door: refused, counted, and nothing kept (trust.md B47-B56)."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from bot.web.metrics import webhooks_counted
from tests.support.front_door import PUBLIC_URL, FrontDoor
from tests.support.pretend_twilio import NUMBER, PretendTwilio
from tests.support.stage import MARIA

INBOUND = "/hooks/twilio/inbound"
FORM = "application/x-www-form-urlencoded"
twilio = PretendTwilio()


@dataclass(frozen=True)
class Posted:
    """A post to the hook, the status it must get, and under what name it is counted."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    status: int
    counted: str


def signed(fields: dict[str, str], status: int, counted: str, *, url: str = PUBLIC_URL + INBOUND, body: bytes | None = None) -> Posted:
    headers = (("X-Twilio-Signature", twilio.signature(url, fields)), ("Content-Type", FORM))
    return Posted(urlencode(fields).encode() if body is None else body, headers, status, counted)


def refused_posts() -> dict[str, Posted]:
    form = twilio.form(MARIA, "he has a knife")
    body, signature = urlencode(form).encode(), twilio.signature(PUBLIC_URL + INBOUND, form)
    content = ("Content-Type", FORM)
    recut = {**{name: value for name, value in form.items() if name != "From"}, "Body": f"he has a knifeFrom{MARIA}"}
    repeated = [*form.items(), ("Body", form["Body"])]
    many = {**form, **{f"Extra{number:05d}": "" for number in range(300)}}
    huge = {**form, **{f"E{number}": "" for number in range(100_000)}}
    bomb = gzip.compress(bytes(10_000_000))
    return {
        "B47_no_signature": Posted(body, (content,), 403, "NotTwilio"),
        "B47_empty_signature": Posted(body, (content, ("X-Twilio-Signature", "")), 403, "NotTwilio"),
        "B47_two_signatures": Posted(body, (content, *[("X-Twilio-Signature", signature)] * 2), 403, "NotTwilio"),
        "B48_signed_for_another_address": signed(form, 403, "NotTwilio", url="https://evil.example" + INBOUND),
        "B49_parameters_cut_elsewhere": signed(recut, 400, "BadShape"),
        "B50_a_parameter_twice": signed(form, 400, "BadShape", body=urlencode(repeated).encode()),
        "B53_another_account": signed({**form, "AccountSid": "AC" + "9" * 32}, 403, "NotTwilio"),
        "B55_sid_in_upper_case": signed({**form, "MessageSid": form["MessageSid"].upper()}, 400, "BadShape"),
        "B55_sid_of_another_kind": signed({**form, "MessageSid": "CA" + "0" * 32}, 400, "BadShape"),
        "B55_sid_of_10_kB": signed({**form, "MessageSid": "SM" + "0" * 10_000}, 400, "BadShape"),
        "B56_gzip_bomb": Posted(bomb, (content, ("Content-Encoding", "gzip"), ("X-Twilio-Signature", signature)), 400, "BadShape"),
        "B56_300_parameters": signed(many, 400, "BadShape"),
        "B56_10_5_parameters": signed(huge, 413, ""),
        "B56_json": Posted(b"{}", (("Content-Type", "application/json"), ("X-Twilio-Signature", signature)), 415, "WrongContentType"),
    }


@pytest.mark.parametrize("name", refused_posts())
async def test_B47_to_B56_it_is_refused_counted_and_nothing_is_kept(door: FrontDoor, name: str) -> None:
    posted = refused_posts()[name]
    before = _count(posted.counted)
    answer = await door.client.post(INBOUND, content=posted.body, headers=list(posted.headers))
    assert answer.status_code == posted.status
    if posted.counted:
        # Of one shape, whatever was wrong with it.
        assert (answer.text, _count(posted.counted)) == ("", before + 1)
    assert (await door.stage.desk.find(None, None, 5), door.stage.keep.waiting(), door.stage.unkept) == ([], 0, [])


@pytest.mark.parametrize(
    "more", [{"NobodyKnowsThis": "yet"}, {"MessagingServiceSid": "MG" + "0" * 32}, {}], ids=["B51", "B52_with_service", "B52_without"]
)
async def test_B51_B52_what_the_provider_adds_or_leaves_out_changes_nothing(door: FrontDoor, more: dict[str, str]) -> None:
    assert (await door.text("hello", MARIA, To=NUMBER, **more)).status_code == 200
    assert [each.text for each in (await door.stage.see(await door.stage.conversation_of())).messages] == ["hello"]


def _count(outcome: str) -> float:
    return webhooks_counted.labels("inbound", outcome)._value.get() if outcome else 0.0
