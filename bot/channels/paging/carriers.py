"""Carries pages to advocates: by SMS through the line's own provider, by e-mail, or to a paging service's webhook."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import httpx

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import SendOutcome, SendResult
from bot.domain.paging import PageWay
from bot.ports import Sender

# Short, because the next way is waiting to be tried (trust.md F46: a second channel within 30 s).
TIMEOUT_SECONDS = 8.0
_VALID_SECONDS = 600


class Carriers:
    """Implements `ports.PageSender`. A way that is not set up refuses, so that the advocate's next one is tried."""

    def __init__(self, sms: Sender | None, smtp_url: str | None, mail_from: str | None, trusted: ssl.SSLContext | None = None) -> None:
        self._sms = sms
        self._mail = _mail_server(smtp_url, mail_from, trusted) if smtp_url else None
        self._client = httpx.AsyncClient(timeout=TIMEOUT_SECONDS, follow_redirects=False, trust_env=False)

    async def page(self, way: PageWay, address: str, text: str) -> SendOutcome:
        match way:
            case PageWay.SMS:
                return await self._by_sms(address, text)
            case PageWay.EMAIL:
                return await self._by_mail(address, text)
            case PageWay.WEBHOOK:
                return await self._by_webhook(address, text)

    async def close(self) -> None:
        """Close idle connections."""
        await self._client.aclose()

    async def _by_sms(self, number: str, text: str) -> SendOutcome:
        if self._sms is None:
            return SendOutcome(SendResult.REFUSED, error_code="not_set_up")
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return await self._sms.send(Address(Channel.SMS, number), text, _VALID_SECONDS)
        except TimeoutError:
            return SendOutcome(SendResult.UNKNOWN, error_code="no_answer")

    async def _by_mail(self, to: str, text: str) -> SendOutcome:
        if self._mail is None:
            return SendOutcome(SendResult.REFUSED, error_code="not_set_up")
        try:
            await asyncio.to_thread(self._mail.send, to, text)
        except (smtplib.SMTPException, OSError) as failure:
            return SendOutcome(SendResult.REFUSED, error_code=type(failure).__name__)
        return SendOutcome(SendResult.ACCEPTED)

    async def _by_webhook(self, url: str, text: str) -> SendOutcome:
        try:
            response = await self._client.post(url, json={"text": text})
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            return SendOutcome(SendResult.REFUSED, error_code=type(failure).__name__)
        if response.is_success:
            return SendOutcome(SendResult.ACCEPTED)
        return SendOutcome(SendResult.REFUSED, error_code=f"http_{response.status_code}")


@dataclass(frozen=True, slots=True)
class _MailServer:
    host: str
    port: int
    encrypted: bool
    name: str | None
    password: str | None
    mail_from: str
    trusted: ssl.SSLContext

    def send(self, to: str, text: str) -> None:
        message = EmailMessage()
        # The subject is on the lock screen: it says no more than the body, and the body says nothing.
        message["From"], message["To"], message["Subject"] = self.mail_from, to, text
        message.set_content(text)
        connect = smtplib.SMTP_SSL if self.encrypted and self.port == 465 else smtplib.SMTP
        with connect(self.host, self.port, timeout=TIMEOUT_SECONDS) as server:
            if self.encrypted and self.port != 465:
                server.starttls(context=self.trusted)
            if self.name is not None:
                server.login(self.name, self.password or "")
            server.send_message(message)


def _mail_server(url: str, mail_from: str | None, trusted: ssl.SSLContext | None) -> _MailServer:
    """`smtps://name:password@host:port` (encrypted, by STARTTLS unless the port is 465) or `smtp://host:port` (not encrypted)."""
    parts = urlsplit(url)
    encrypted = parts.scheme == "smtps"
    name = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    port = parts.port or (465 if encrypted else 25)
    host = parts.hostname or "localhost"
    return _MailServer(host, port, encrypted, name, password, mail_from or f"pages@{host}", trusted or ssl.create_default_context())
