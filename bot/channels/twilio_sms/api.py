"""Twilio's Messages API over HTTP: create, and page through the list. Time-outs stay in our hands, so the calls are our own.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

TIMEOUT_SECONDS = 10.0
LARGEST_PAGE = 1000
# More pages than a day of the busiest line has; a list that never ends is a fault.
MOST_PAGES = 200
_SID = re.compile(r"(SM|MM)[0-9a-f]{32}")

Resource = Mapping[str, Any]


class ListFailed(Exception):
    """The list of messages cannot be read; the text is our code for the reason and holds no content."""


class TwilioApi:
    """One account. `base_url` is Twilio's own, or a pretend provider's in tests and practice."""

    def __init__(self, base_url: str, account_sid: str, auth_token: str, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._base = base_url.rstrip("/")
        self._path = f"/2010-04-01/Accounts/{account_sid}/Messages.json"
        self._client = httpx.AsyncClient(auth=(account_sid, auth_token), timeout=timeout_seconds, follow_redirects=False, trust_env=False)

    async def create(self, form: Mapping[str, str]) -> httpx.Response:
        """Post a message; raises `httpx.HTTPError`."""
        return await self._client.post(self._base + self._path, data=dict(form))

    async def pages(self, query: Mapping[str, str]) -> AsyncIterator[Sequence[Resource]]:
        """The pages of the messages that `query` finds, the newest message first; raises `ListFailed`."""
        url = httpx.URL(self._base + self._path, params=dict(query))
        for _ in range(MOST_PAGES):
            body = await self._page(url)
            found = body.get("messages")
            if not isinstance(found, list):
                raise ListFailed("unreadable_answer")
            yield [each for each in found if isinstance(each, dict)]
            following = body.get("next_page_uri")
            if following is None:
                return
            url = self._following(following)
        raise ListFailed("endless_list")

    async def close(self) -> None:
        """Close idle connections."""
        await self._client.aclose()

    async def _page(self, url: httpx.URL) -> dict[str, Any]:
        try:
            response = await self._client.get(url)
        except httpx.ConnectError:
            raise ListFailed("unreachable") from None
        except httpx.HTTPError:
            raise ListFailed("no_answer") from None
        if response.status_code != 200:
            raise ListFailed(f"http_{response.status_code}")
        return json_of(response)

    def _following(self, uri: object) -> httpx.URL:
        # Our credentials go along: only ever to the same list of the same account.
        if not isinstance(uri, str) or urlsplit(uri)[:3] != ("", "", self._path):
            raise ListFailed("unreadable_answer")
        return httpx.URL(self._base + uri)


def json_of(response: httpx.Response) -> dict[str, Any]:
    """The answer's JSON object; empty when it is none."""
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def sid_of(resource: Resource) -> str | None:
    """The message's id, when it is one."""
    sid = resource.get("sid")
    return sid if isinstance(sid, str) and _SID.fullmatch(sid) else None


def moment_of(resource: Resource, *names: str) -> datetime | None:
    """The first of the fields `names` that holds a time (RFC 2822)."""
    for name in names:
        try:
            read = parsedate_to_datetime(str(resource.get(name)))
        except ValueError:
            continue
        return read if read.tzinfo else read.replace(tzinfo=UTC)
    return None
