"""Pages by SMS, e-mail and webhook, against real servers on loopback that say yes, no, or nothing."""

from __future__ import annotations

import asyncio
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from uuid import UUID

import pytest

from bot.channels.paging import carriers
from bot.channels.paging.carriers import Carriers
from bot.domain.addresses import Address
from bot.domain.deliveries import SendOutcome, SendResult
from bot.domain.paging import Page, Pager, PageState, PageWay, page_text, way_after

TEXT = page_text("Info Line", 17)


class _Mailbox(socketserver.StreamRequestHandler):
    """Speaks just enough SMTP (RFC 5321) for one message."""

    def handle(self) -> None:
        self._say("220 pretend")
        body, in_body = [], False
        for raw in self.rfile:
            line = raw.decode().rstrip("\r\n")
            if in_body:
                if line == ".":
                    in_body = False
                    self.server.mails.append("\n".join(body))  # type: ignore[attr-defined]
                    self._say("250 taken")
                else:
                    body.append(line)
                continue
            word = line.split(" ")[0].upper()
            if word == "DATA":
                in_body = True
                self._say("354 go on")
            elif word == "RCPT" and "nobody@" in line:
                self._say("550 no such mailbox")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[Any]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mailbox) as server:
        server.mails = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.bodies.append(body)  # type: ignore[attr-defined]
        self.send_response(200 if self.path == "/ok" else 503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def web_server() -> Iterator[Any]:
    with HTTPServer(("127.0.0.1", 0), _Hook) as server:
        server.bodies = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


async def test_a_page_by_mail_says_a_number_and_nothing_else() -> None:
    with mail_server() as server:
        sender = Carriers(None, f"smtp://127.0.0.1:{server.server_address[1]}", "line@desk.example")
        outcome = await sender.page(PageWay.EMAIL, "ana@desk.example", TEXT)
        refused = await sender.page(PageWay.EMAIL, "nobody@desk.example", TEXT)
        await sender.close()
    assert outcome.result is SendResult.ACCEPTED
    assert (refused.result, refused.error_code) == (SendResult.REFUSED, "SMTPRecipientsRefused")
    (mail,) = server.mails
    assert "Subject: Info Line: number 17 is waiting. Please sign in." in mail
    assert mail.rstrip().endswith(TEXT)


async def test_a_mail_server_that_is_away_is_a_refusal_within_seconds() -> None:
    sender = Carriers(None, "smtp://127.0.0.1:9", None)
    outcome = await asyncio.wait_for(sender.page(PageWay.EMAIL, "ana@desk.example", TEXT), 10)
    assert outcome.result is SendResult.REFUSED
    await sender.close()


async def test_a_page_by_webhook_holds_the_words_only_and_503_is_a_refusal() -> None:
    with web_server() as server:
        sender = Carriers(None, None, None)
        address = f"http://127.0.0.1:{server.server_address[1]}"
        taken = await sender.page(PageWay.WEBHOOK, f"{address}/ok", TEXT)
        refused = await sender.page(PageWay.WEBHOOK, f"{address}/busy", TEXT)
        nonsense = await sender.page(PageWay.WEBHOOK, "http://[", TEXT)
        await sender.close()
    assert server.bodies[0] == '{"text":"Info Line: number 17 is waiting. Please sign in."}'
    assert taken.result is SendResult.ACCEPTED
    assert (refused.result, refused.error_code) == (SendResult.REFUSED, "http_503")
    assert nonsense.result is SendResult.REFUSED


class _Hangs:
    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        await asyncio.sleep(3600)
        raise AssertionError

    async def find(self, to: Address, text: str, within: timedelta, known: object) -> SendOutcome:
        raise AssertionError


async def test_F46_a_way_that_hangs_is_given_up_in_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2 * carriers.TIMEOUT_SECONDS < 30, "both tries of one way end before a second channel is due (F46)"
    monkeypatch.setattr(carriers, "TIMEOUT_SECONDS", 0.05)
    sender = Carriers(_Hangs(), None, None)
    assert (await sender.page(PageWay.SMS, "+15550000001", TEXT)).result is SendResult.UNKNOWN
    await sender.close()


async def test_a_way_that_is_not_set_up_refuses_so_that_the_next_is_tried() -> None:
    sender = Carriers(None, None, None)
    for way in (PageWay.SMS, PageWay.EMAIL):
        assert (await sender.page(way, "x@y.example", TEXT)).error_code == "not_set_up"
    await sender.close()


@pytest.mark.parametrize("number", [None, 17])
def test_T42_a_page_holds_no_content_field(number: int | None) -> None:
    words = set(page_text("Info Line", number).replace(":", "").replace(".", "").split())
    assert words <= {"Info", "Line", "number", "17", "is", "waiting", "Please", "sign", "in", "the", "line", "itself", "needs", "a", "look"}


def test_each_way_is_tried_twice_and_then_the_next_in_order() -> None:
    ana, ben = UUID(int=1), UUID(int=2)
    sms, mail = Pager(UUID(int=3), ana, PageWay.SMS, 1, "a"), Pager(UUID(int=4), ana, PageWay.EMAIL, 2, "b")
    others = Pager(UUID(int=5), ben, PageWay.SMS, 3, "c")
    page = Page(UUID(int=6), None, None, ana, sms, PageState.SENDING, 1, datetime(2026, 11, 26, tzinfo=UTC))
    ways = [others, mail, sms]
    assert way_after(page, ways) == sms
    assert way_after(replace(page, attempts=2), ways) == mail
    assert way_after(replace(page, pager=mail, attempts=2), ways) is None
    assert way_after(replace(page, pager=None), ways) is None
