"""Whose chat this is: a random token in a session cookie. The token itself is stored nowhere; its hash is the address."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from litestar.datastructures import Cookie

from bot.domain.addresses import Address, Channel
from bot.web.pages.forms import PageRequest, cookie_name, ended_cookie, session_cookie
from bot.web.services import Services

_TOKEN_BYTES = 32
_MOST_ENDED = 20_000
# Tabs of one session with a live stream; more reload by hand (trust.md B69).
MOST_STREAMS = 6


@dataclass(frozen=True, slots=True)
class ChatSession:
    """A session; `is_new` when the browser has no cookie for it yet."""

    token: str = field(repr=False)
    is_new: bool

    @property
    def address(self) -> Address:
        """The address conversations are found by."""
        return Address(Channel.CHAT, hashlib.sha256(self.token.encode()).hexdigest())

    def receipt(self, once: str, text: str) -> str:
        """The provider id of the message a form with the id `once` sends: the same form counts once, and only in this session.

        Words that were changed before the form was sent again are another message.
        """
        return hashlib.sha256(f"{self.token} {once} {text}".encode("utf-8", "surrogatepass")).hexdigest()


class Sessions:
    """Opens and ends sessions. Remembers in this process which were ended, should a browser bring a cookie back."""

    def __init__(self) -> None:
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._streams: dict[str, set[asyncio.Event]] = {}

    def of(self, request: PageRequest, services: Services) -> ChatSession:
        """The request's session, or a new one."""
        token = request.cookies.get(cookie_name("chat", secure=services.secure), "")
        if _well_formed(token) and _digest(token) not in self._ended:
            return ChatSession(token, is_new=False)
        return ChatSession(secrets.token_urlsafe(_TOKEN_BYTES), is_new=True)

    def end(self, request: PageRequest, services: Services) -> None:
        """End the request's session."""
        token = request.cookies.get(cookie_name("chat", secure=services.secure), "")
        if _well_formed(token):
            self._ended[_digest(token)] = None
            for left in self._streams.get(_digest(token), ()):
                left.set()
            while len(self._ended) > _MOST_ENDED:
                self._ended.popitem(last=False)

    def has_ended(self, session: ChatSession) -> bool:
        """Whether the session was ended."""
        return _digest(session.token) in self._ended

    def has_enough_streams(self, session: ChatSession) -> bool:
        """Whether the session may open no further stream."""
        return len(self._streams.get(_digest(session.token), ())) >= MOST_STREAMS

    def open_stream(self, session: ChatSession) -> asyncio.Event:
        """Count a stream in; the event is set when the session ends."""
        left = asyncio.Event()
        self._streams.setdefault(_digest(session.token), set()).add(left)
        return left

    def close_stream(self, session: ChatSession, left: asyncio.Event) -> None:
        """Count a stream out."""
        others = self._streams.get(_digest(session.token), set())
        others.discard(left)
        if not others:
            self._streams.pop(_digest(session.token), None)


def cookies_for(session: ChatSession, services: Services) -> list[Cookie]:
    """The cookies to set with an answer to `session`."""
    return [session_cookie("chat", session.token, secure=services.secure)] if session.is_new else []


def ended_cookies(services: Services) -> list[Cookie]:
    """Takes everything away that the chat has set."""
    return [ended_cookie(name, secure=services.secure) for name in ("chat", "words")]


def _well_formed(token: str) -> bool:
    return len(token) == 43 and token.isascii() and all(char.isalnum() or char in "-_" for char in token)


def _digest(token: str) -> str:
    # Not the address's hash: nothing in memory should lead to the conversation.
    return hashlib.sha256(f"ended {token}".encode()).hexdigest()
