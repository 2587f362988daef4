"""The advocates' gist, from a pretend LibreTranslate on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.translation.libretranslate import LONGEST, LibreTranslateGist


class Engine(ThreadingHTTPServer):
    """Answers every request with what it was told to; remembers paths and bodies."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: tuple[int, bytes] = (200, json.dumps({"translatedText": "I am afraid"}).encode())
        self.paths: list[str] = []
        self.asked: list[dict[str, str]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Engine

    def do_POST(self) -> None:
        self.server.paths.append(self.path)
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        status, body = self.server.answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def engine() -> Iterator[Engine]:
    server = Engine()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def gist_of(engine: Engine) -> LibreTranslateGist:
    return LibreTranslateGist(f"http://127.0.0.1:{engine.server_port}")


async def test_a_gist_and_the_text_never_in_the_address(engine: Engine) -> None:
    assert await gist_of(engine).gist("tengo miedo", "es", "en") == "I am afraid"
    assert engine.asked == [{"q": "tengo miedo", "source": "es", "target": "en", "format": "text"}]
    assert engine.paths == ["/translate"]


@pytest.mark.parametrize(("source", "sent"), [("ar-Latn", "ar"), ("zh", "zh-Hans"), ("ti", "ti")])
async def test_codes_as_the_engine_knows_them(engine: Engine, source: str, sent: str) -> None:
    await gist_of(engine).gist("x", source, "en")
    assert engine.asked[0]["source"] == sent


async def test_nothing_to_translate_is_not_sent(engine: Engine) -> None:
    assert await gist_of(engine).gist("hello", "en", "en") is None
    assert await gist_of(engine).gist("  ", "es", "en") is None
    assert engine.asked == []


@pytest.mark.parametrize("answer", [(500, b""), (200, b"<html>"), (200, b"{}"), (200, b"[]"), (200, b'{"translatedText": ""}'), (302, b"")])
async def test_whatever_the_engine_does_the_page_goes_on_without_a_gist(engine: Engine, answer: tuple[int, bytes]) -> None:
    engine.answer = answer
    assert await gist_of(engine).gist("tengo miedo", "es", "en") is None


async def test_an_engine_that_is_away_is_no_error() -> None:
    assert await LibreTranslateGist("http://127.0.0.1:9").gist("tengo miedo", "es", "en") is None


async def test_long_texts_are_cut(engine: Engine) -> None:
    await gist_of(engine).gist("a" * 10_000, "es", "en")
    assert len(engine.asked[0]["q"]) == LONGEST
