"""A pretend Twilio on loopback: signs what it posts to us, records what we send, and refuses, hangs or lies on demand."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
import uvicorn
from twilio.request_validator import RequestValidator

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "f" * 32
NUMBER = "+15550009999"

# The form fields of Twilio's CreateMessage; anything else is refused, as Twilio would ignore or refuse it.
FIELDS = frozenset({"To", "From", "Body", "StatusCallback", "MessagingServiceSid", "ValidityPeriod"})


@dataclass(slots=True)
class Sent:
    """A message we sent, as the provider recorded it."""

    sid: str
    to: str
    body: str
    at: float
    made: datetime
    form: dict[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """What the provider does with a send: record it or not, then answer, or never answer."""

    record: bool = True
    status: int = 201
    body: dict[str, Any] | None = None
    raw: bytes | None = None
    hang_seconds: float = 0.0


ACCEPT = Act()
RATE_LIMITED = Act(record=False, status=429, body={"code": 20429, "message": "Too many requests", "status": 429})
OPTED_OUT = Act(record=False, status=400, body={"code": 21610, "message": "Attempt to send to unsubscribed recipient", "status": 400})
BAD_NUMBER = Act(record=False, status=400, body={"code": 21211, "message": "Invalid 'To' Phone Number", "status": 400})
FAILS_BEFORE = Act(record=False, status=500, body={"code": 20500, "message": "Internal server error", "status": 500})
FAILS_AFTER = Act(record=True, status=500, body={"code": 20500, "message": "Internal server error", "status": 500})
NONSENSE = Act(record=False, status=201, raw=b"<html>all is well</html>")


def new_sid() -> str:
    """A message id as Twilio makes them."""
    return "SM" + secrets.token_hex(16)


@dataclass
class PretendTwilio:
    """Start with `with PretendTwilio() as twilio`. `acts` are used up first, one per send; then `always`."""

    always: Act = ACCEPT
    acts: deque[Act] = field(default_factory=deque)
    sent: list[Sent] = field(default_factory=list)
    on_send: Callable[[Sent], None] | None = None

    def __enter__(self) -> PretendTwilio:
        # With the protocol named, asyncio switches Nagle's delay off.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            self._app, interface="asgi3", log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(5)

    # what it sends us

    def form(self, sender: str, body: str | None, **more: str) -> dict[str, str]:
        """An inbound message as Twilio posts it."""
        fields = {
            "ToCountry": "US", "ToState": "", "SmsMessageSid": "", "NumMedia": "0", "ToCity": "", "FromZip": "", "SmsSid": "",
            "FromState": "", "SmsStatus": "received", "FromCity": "", "FromCountry": "US", "To": NUMBER, "ToZip": "", "NumSegments": "1",
            "MessageSid": new_sid(), "AccountSid": ACCOUNT, "From": sender, "ApiVersion": "2010-04-01",
        }  # fmt: skip
        if body is not None:
            fields["Body"] = body
        fields.update(more)
        fields["SmsMessageSid"] = fields["SmsSid"] = fields["MessageSid"]
        return fields

    def signature(self, url: str, fields: dict[str, str]) -> str:
        """The `X-Twilio-Signature` of a post to `url`."""
        return RequestValidator(TOKEN).compute_signature(url, fields)

    async def post(self, client: httpx.AsyncClient, public_url: str, path: str, fields: dict[str, str]) -> httpx.Response:
        """Post `fields` to us, signed for the public URL, wherever `client` really connects to."""
        headers = {"X-Twilio-Signature": self.signature(public_url + path, fields), "Content-Type": "application/x-www-form-urlencoded"}
        return await client.post(path, content=urlencode(fields), headers=headers)

    # what we send it

    def sent_to(self, number: str) -> list[Sent]:
        """Messages recorded for `number`, in order."""
        return [each for each in self.sent if each.to == number]

    async def _app(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        body = b""
        while True:
            event = await receive()
            body += event.get("body", b"")
            if not event.get("more_body"):
                break
        if scope["method"] == "GET":
            await self._list(scope, send)
        else:
            await self._create(dict(parse_qsl(body.decode(), keep_blank_values=True)), send)

    async def _create(self, form: dict[str, str], send: Any) -> None:
        act = self.acts.popleft() if self.acts else self.always
        sender_given = bool(form.get("From")) != bool(form.get("MessagingServiceSid"))
        if set(form) - FIELDS or not sender_given or not form.get("To") or not form.get("Body") or len(form["Body"]) > 1600:
            act = Act(record=False, status=400, body={"code": 21602, "message": "Malformed request", "status": 400})
        made = Sent(new_sid(), form.get("To", ""), form.get("Body", ""), time.monotonic(), datetime.now(UTC), form)
        if act.record:
            self.sent.append(made)
            if self.on_send is not None:
                self.on_send(made)
        if act.hang_seconds:
            await asyncio.sleep(act.hang_seconds)
        answer = act.raw if act.raw is not None else _json(act.body or self._resource(made))
        await _respond(send, act.status, answer)

    async def _list(self, scope: dict[str, Any], send: Any) -> None:
        query = dict(parse_qsl(scope["query_string"].decode()))
        found = [self._resource(each) for each in reversed(self.sent) if each.to == query.get("To")]
        await _respond(send, 200, _json({"messages": found, "page": 0, "page_size": 100}))

    def _resource(self, made: Sent) -> dict[str, Any]:
        return {
            "sid": made.sid, "account_sid": ACCOUNT, "to": made.to, "from": made.form.get("From"), "body": made.body, "status": "queued",
            "direction": "outbound-api", "date_created": format_datetime(made.made), "date_sent": None, "error_code": None,
            "error_message": None, "num_segments": "1", "num_media": "0", "api_version": "2010-04-01",
        }  # fmt: skip


def _json(value: dict[str, Any]) -> bytes:
    import json

    return json.dumps(value).encode()


async def _respond(send: Any, status: int, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": body})
