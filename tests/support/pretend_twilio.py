"""A pretend Twilio on loopback: signs what it posts to us, records what we send, and refuses, hangs or lies on demand.

Every request we make and everything it tells us is checked against the published fields (`twilio_schema.py`). A request of ours that is
wrong is refused and noted in `violations`; a fault of its own raises.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
from twilio.request_validator import RequestValidator

from tests.support.quick_server import QuickServer
from tests.support.twilio_schema import wrong_in_create, wrong_in_page, wrong_in_query, wrong_in_resource, wrong_in_webhook

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "f" * 32
NUMBER = "+15550009999"
_MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"


@dataclass(slots=True)
class Sent:
    """A message we sent, as the provider recorded it, with its status since."""

    sid: str
    to: str
    body: str
    at: float
    made: datetime
    form: dict[str, str]
    status: str = "queued"
    error_code: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A message that a person wrote to us, whether or not its webhook ever reached us."""

    sid: str
    sender: str
    to: str
    body: str | None
    at: datetime
    media: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """What the provider does with a send: record it or not, call back first or not, then answer, or never answer."""

    record: bool = True
    status: int = 201
    body: dict[str, Any] | None = None
    raw: bytes | None = None
    hang_seconds: float = 0.0
    call_back_first: str | None = None


def _refusal(status: int, code: int, message: str, *, record: bool = False) -> Act:
    return Act(record=record, status=status, body={"code": code, "message": message, "status": status})


ACCEPT = Act()
RATE_LIMITED = _refusal(429, 20429, "Too many requests")
OPTED_OUT = _refusal(400, 21610, "Attempt to send to unsubscribed recipient")
BAD_NUMBER = _refusal(400, 21211, "Invalid 'To' Phone Number")
WRONG_TOKEN = _refusal(401, 20003, "Authenticate")
FAILS_BEFORE = _refusal(500, 20500, "Internal server error")
FAILS_AFTER = _refusal(500, 20500, "Internal server error", record=True)
NONSENSE = Act(record=False, status=201, raw=b"<html>all is well</html>")
CALLS_BACK_FIRST = Act(call_back_first="delivered")


def new_sid() -> str:
    """A message id as Twilio makes them."""
    return "SM" + secrets.token_hex(16)


@dataclass
class PretendTwilio:
    """Start with `with PretendTwilio() as twilio`. `acts` are used up first, one per send; then `always`.

    `now` is its time. `list_acts` are HTTP statuses that the next list requests are answered with; `list_is_behind`: how long after it
    was made a message shows in the list. `call_back` is called in the middle of a send whose act calls back first.
    """

    always: Act = ACCEPT
    acts: deque[Act] = field(default_factory=deque)
    sent: list[Sent] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    on_send: Callable[[Sent], None] | None = None
    call_back: Callable[[Sent, str], None] | None = None
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    list_acts: deque[int] = field(default_factory=deque)
    list_is_behind: timedelta = timedelta()
    largest_page: int = 1000
    calls: int = 0
    lists: int = 0
    violations: list[str] = field(default_factory=list)

    def __enter__(self) -> PretendTwilio:
        # With the protocol named, asyncio switches Nagle's delay off.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = QuickServer(self._app, interface="asgi3", lifespan="off")
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.end()
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

    def writes(self, sender: str, body: str | None, *, at: datetime | None = None, media: int = 0) -> dict[str, str]:
        """A person writes: the message stands in the list from now on (or since `at`). Returns its webhook, not posted yet."""
        fields = _right(wrong_in_webhook, self.form(sender, body, NumMedia=str(media)))
        self.written.append(Written(fields["MessageSid"], sender, NUMBER, body, at or self.now(), media))
        return fields

    def status(self, sent: Sent, status: str, error_code: int | None = None) -> dict[str, str]:
        """The callback that tells us `status` of a message, which the list shows from now on too."""
        sent.status, sent.error_code = status, error_code
        fields = {
            "MessageSid": sent.sid, "SmsSid": sent.sid, "AccountSid": ACCOUNT, "MessageStatus": status, "SmsStatus": status, "To": sent.to,
            "From": sent.form.get("From", NUMBER), "ApiVersion": "2010-04-01",
            **({"ErrorCode": str(error_code)} if error_code is not None else {}),
        }  # fmt: skip
        return _right(wrong_in_webhook, fields)

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
        self.calls += 1
        act = self.acts.popleft() if self.acts else self.always
        wrong = wrong_in_create(form)
        if wrong:
            self.violations += wrong
            act = _refusal(400, 21602, "Malformed request")
        made = Sent(new_sid(), form.get("To", ""), form.get("Body", ""), time.monotonic(), self.now(), form)
        if act.record:
            self.sent.append(made)
            if self.on_send is not None:
                self.on_send(made)
        if act.call_back_first is not None and self.call_back is not None:
            await asyncio.to_thread(self.call_back, made, act.call_back_first)
        if act.hang_seconds:
            await asyncio.sleep(act.hang_seconds)
        answer = act.raw if act.raw is not None else _json(act.body or _right(wrong_in_resource, self._resource(made)))
        await _respond(send, act.status, answer)

    async def _list(self, scope: dict[str, Any], send: Any) -> None:
        self.lists += 1
        query = dict(parse_qsl(scope["query_string"].decode()))
        wrong = wrong_in_query(query)
        self.violations += wrong
        status = self.list_acts.popleft() if self.list_acts else 400 if wrong or scope["path"] != _MESSAGES else 200
        if status != 200:
            await _respond(send, status, _json({"code": 20000 + status, "message": "no list", "status": status}))
            return
        found = self._found(query)
        size = min(int(query.get("PageSize", "50")), self.largest_page)
        # The token fixes what the pages are cut from: what comes meanwhile does not move them.
        page = int(query.get("Page", "0"))
        total = int(query.get("PageToken", f"PA{len(found)}")[2:])
        mine = found[len(found) - total :][page * size : (page + 1) * size]
        uri = lambda number: f"{_MESSAGES}?{urlencode({**query, 'Page': number, 'PageToken': f'PA{total}'})}"  # noqa: E731
        answer = {
            "messages": mine, "page": page, "page_size": size, "start": page * size, "end": page * size + len(mine) - 1, "uri": uri(page),
            "first_page_uri": uri(0), "next_page_uri": uri(page + 1) if (page + 1) * size < total else None,
            "previous_page_uri": uri(page - 1) if page else None,
        }  # fmt: skip
        await _respond(send, 200, _json(_right(wrong_in_page, answer)))

    def _found(self, query: dict[str, str]) -> list[dict[str, Any]]:
        """The resources that a list request finds, the newest first."""
        shown_before = self.now() - self.list_is_behind
        since, until = (datetime.fromisoformat(query[name]) if name in query else None for name in ("DateSent>", "DateSent<"))
        everything: list[tuple[datetime, dict[str, Any]]] = [(each.at, self._inbound(each)) for each in self.written]
        everything += [(each.made, self._resource(each)) for each in self.sent]
        everything.sort(key=lambda each: each[0])
        return [
            resource
            for at, resource in reversed(everything)
            if at <= shown_before
            and ("To" not in query or query["To"] == resource["to"])
            and ("From" not in query or query["From"] == resource["from"])
            and (since is None or at.replace(microsecond=0) >= since)
            and (until is None or at.replace(microsecond=0) <= until)
        ]

    def _inbound(self, written: Written) -> dict[str, Any]:
        return {
            "sid": written.sid, "account_sid": ACCOUNT, "messaging_service_sid": None, "to": written.to, "from": written.sender,
            "body": written.body or "", "status": "received", "direction": "inbound", "date_created": format_datetime(written.at),
            "date_sent": format_datetime(written.at), "date_updated": format_datetime(written.at), "error_code": None,
            "error_message": None, "num_segments": "1", "num_media": str(written.media), "api_version": "2010-04-01",
        }  # fmt: skip

    def _resource(self, made: Sent) -> dict[str, Any]:
        return {
            "sid": made.sid, "account_sid": ACCOUNT, "messaging_service_sid": made.form.get("MessagingServiceSid"), "to": made.to,
            "from": made.form.get("From"), "body": made.body, "status": made.status, "direction": "outbound-api",
            "date_created": format_datetime(made.made), "date_sent": None if made.status == "queued" else format_datetime(made.made),
            "error_code": made.error_code, "error_message": None, "num_segments": "1", "num_media": "0", "api_version": "2010-04-01",
        }  # fmt: skip


def _right(check: Callable[[Any], list[str]], value: Any) -> Any:
    wrong = check(value)
    assert not wrong, f"the pretend provider says what Twilio would not: {wrong}"
    return value


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode()


async def _respond(send: Any, status: int, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": body})
