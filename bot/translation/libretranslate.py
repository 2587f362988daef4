"""A gist for advocates from the operator's own LibreTranslate, through `deep-translator`. Never for words that are sent to a person."""

from __future__ import annotations

import asyncio
from typing import Any

import requests
import structlog
from deep_translator import LibreTranslator
from deep_translator.exceptions import ServerException

LONGEST = 2000
DEADLINE_SECONDS = 5.0
_CODES = {"zh": "zh-Hans", "zh-Hant": "zh-Hant"}
log = structlog.get_logger()


class _InBody(LibreTranslator):  # type: ignore[misc]
    """The library's translator, sending the text in the request's body: the library puts it into the URL, which servers log."""

    def translate(self, text: str, **_: Any) -> str:
        form = {"q": text, "source": self._source, "target": self._target, "format": "text"}
        with requests.Session() as session:
            session.trust_env = False
            response = session.post(f"{self._base_url}translate", json=form, timeout=DEADLINE_SECONDS, allow_redirects=False)
        if response.status_code != 200:
            raise ServerException(response.status_code)
        return str(response.json()["translatedText"])


class LibreTranslateGist:
    """Implements `ports.Translator` on the self-hosted engine at `url`."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/") + "/"

    async def gist(self, text: str, source: str, target: str) -> str | None:
        source, target = _code(source), _code(target)
        if source == target or not text.strip():
            return None
        try:
            translated = await asyncio.wait_for(asyncio.to_thread(self._translate, text[:LONGEST], source, target), DEADLINE_SECONDS + 1)
        except Exception as failure:
            # Whatever the engine or the library does, the original is on the screen already.
            log.warning("translation.failed", error=type(failure).__name__)
            return None
        return translated or None

    def _translate(self, text: str, source: str, target: str) -> str:
        engine = _InBody(source="auto", target="en", use_free_api=False, custom_url=self._url, api_key="none")
        # The library knows fewer languages than the engine: it is told the codes directly.
        engine._source, engine._target = source, target
        return engine.translate(text)


def _code(language: str) -> str:
    return _CODES.get(language, language.removesuffix("-Latn"))
