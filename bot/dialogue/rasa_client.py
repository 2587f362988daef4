"""The dialogue in our Rasa process. What a person wrote never goes there: only 896 numbers, then an intent and our own slots.

So text from a phone cannot drive Rasa (`/restart`, `/intent{...}`: trust.md B16-B22), and there is nothing to erase in its memory.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import httpx
import numpy as np
import numpy.typing as npt

from bot.dialogue.answers import CHECK_INTENTS, LARGEST_ANSWER, OWN, RECOGNISED, intent_in, reply_in
from bot.dialogue.marker import marked
from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Intent

# At INFO httpx logs whole URLs, and Rasa takes its token only as a part of the URL.
logging.getLogger("httpx").setLevel(logging.WARNING)

Features = npt.NDArray[np.floating]
_MOST_MISUNDERSTOOD = 100


class RasaDialogue:
    """Fulfils `ports.Dialogue`. Every method answers within `deadline` seconds or raises `DialogueUnavailable`; a late answer is lost."""

    def __init__(self, base_url: str, token: str, features: Callable[[str], Features], deadline: float = 3.0) -> None:
        """`features` gives the 896 numbers of a text (`SentenceVectors.both`); it runs in a thread."""
        self._features = features
        self._deadline = deadline
        self._client = httpx.AsyncClient(
            base_url=base_url,
            params={"token": token},
            # Not packed: a small answer that unpacks to gigabytes must not be possible.
            headers={"Accept-Encoding": "identity"},
            timeout=deadline,
            trust_env=False,
        )

    async def understand(self, text: str) -> Intent:
        """The intent of `text`. Only vectors leave this process."""
        async with self._limit():
            try:
                features = await asyncio.to_thread(self._features, text)
            except Exception as error:
                # Whatever the models raise may quote the text.
                raise DialogueUnavailable(f"no vectors ({type(error).__name__})") from None
            return await self._parse(features)

    async def understand_features(self, features: Features) -> Intent:
        """The intent of a text whose 896 numbers are already known, for callers who share them with triage."""
        async with self._limit():
            return await self._parse(features)

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        """What to say when the person of `conversation` wants `intent`, one of ours."""
        if intent not in RECOGNISED | OWN:
            raise DialogueUnavailable("an intent nobody has defined")
        context = replace(context, misunderstood=min(context.misunderstood, _MOST_MISUNDERSTOOD))
        entities = [
            {"entity": "human_called", "value": context.human_called},
            {"entity": "misunderstood", "value": context.misunderstood},
            *({"entity": question, "value": answer} for question, answer in context.check.items()),
        ]
        async with self._limit():
            tracker = _tracker_of(conversation, intent)
            path = f"/conversations/{tracker}/trigger_intent"
            body = await self._post(path, {"name": intent, "entities": entities}, {"include_events": "NONE"})
        return reply_in(body, tracker, intent, context)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _parse(self, features: Features) -> Intent:
        try:
            text = marked(features)
        except ValueError:
            raise DialogueUnavailable("vectors that cannot be sent") from None
        return intent_in(await self._post("/model/parse", {"text": text}, {}))

    async def _post(self, path: str, content: dict[str, Any], query: dict[str, str]) -> bytes:
        try:
            async with self._client.stream("POST", path, json=content, params=query) as answer:
                if answer.status_code != httpx.codes.OK or not answer.headers.get("content-type", "").startswith("application/json"):
                    raise DialogueUnavailable(f"status {answer.status_code}")
                return await _limited(answer)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise DialogueUnavailable(type(error).__name__) from None

    def _limit(self) -> _Deadline:
        return _Deadline(self._deadline)


def _tracker_of(conversation: UUID, intent: str) -> UUID:
    """Rasa's memory that a turn belongs to. The gentle check has one of its own, so that anything may be asked in the middle of it: in the
    same memory Rasa would put the check's question again after every other answer."""
    return uuid5(conversation, "check") if intent in CHECK_INTENTS else conversation


async def _limited(answer: httpx.Response) -> bytes:
    """The body as it came, never more than what an answer may have."""
    body = bytearray()
    async for part in answer.aiter_raw():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise DialogueUnavailable("an answer that is too long")
    return bytes(body)


class _Deadline:
    """`asyncio.timeout` that raises `DialogueUnavailable`."""

    def __init__(self, seconds: float) -> None:
        self._timeout = asyncio.timeout(seconds)

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, *error: Any) -> None:
        try:
            await self._timeout.__aexit__(*error)
        except TimeoutError:
            raise DialogueUnavailable("too late") from None
