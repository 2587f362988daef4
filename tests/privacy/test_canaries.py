"""Canary words go in by text and by reply; none may stand in clear in the database, its log, the jobs, our logs or the metrics."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import httpx
import psycopg
import pytest
import structlog
from prometheus_client import generate_latest

from bot.domain.levels import Level
from bot.domain.records import Incoming
from bot.observability import ALLOWED, set_up_logging
from bot.storage.engine import libpq_url
from tests.support.front_door import FrontDoor, front_door
from tests.support.stage import Stage

CANARIES = ("canaryword", "Magdalena Canary", "4321 Canary Street", "+15557654321")


@pytest.fixture
async def played(stage: Stage) -> FrontDoor:
    """A whole conversation with canaries in every text."""
    async with front_door(stage) as door:
        sender = CANARIES[3]
        await door.text(f"[es] knife {CANARIES[0]}, i am {CANARIES[1]}, {CANARIES[2]}", sender)
        conversation = await stage.conversation_of(sender)
        await stage.take_turn(conversation)
        ana = await stage.advocate("Ana")
        await stage.take_over(conversation, ana)
        await stage.reply(conversation, ana, f"I wrote down {CANARIES[2]}")
        await stage.correct_level(conversation, ana, Level.URGENT)
        await stage.deliver(conversation)
        return door


def everything_in_the_database(url: str) -> str:
    """Every row of every table of ours and of the job queue, as text; binary columns as raw bytes read as latin-1 too."""
    found = []
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                found.append(" ".join(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row))
    return "\n".join(found)


async def test_T10_T40_no_canary_stands_in_clear_in_the_database(played: FrontDoor) -> None:
    url = libpq_url(str(played.stage.engine.url.render_as_string(hide_password=False)))
    everything = everything_in_the_database(url)
    assert "human_called" in everything, "the scan reads what is there"
    assert [canary for canary in CANARIES if canary in everything] == []


def test_no_canary_in_the_files_of_the_database(played: FrontDoor, postgres: str) -> None:
    with psycopg.connect(postgres) as connection:
        connection.execute("SELECT 'a marker that proves this scan', pg_switch_wal()")
        directory = Path(str(connection.execute("SHOW data_directory").fetchone()[0]))  # type: ignore[index]
    hits, proof = [], False
    for path in directory.rglob("*"):
        if path.is_file() and path.stat().st_size < 64 * 1024 * 1024:
            raw = path.read_bytes()
            proof = proof or b"human_called" in raw
            hits += [canary for canary in CANARIES if canary.encode() in raw]
    assert proof, "the scan finds what is there"
    assert hits == []


async def test_no_canary_in_the_metrics(played: FrontDoor) -> None:
    metrics = generate_latest().decode()
    assert "lantern_webhooks_total" in metrics
    assert [canary for canary in CANARIES if canary in metrics] == []


def test_only_registered_keys_can_be_logged(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        set_up_logging("test")
        structlog.get_logger().warning("webhook.rejected", reason="NotTwilio", text="canaryword", phone=CANARIES[3])
        logging.getLogger("library").error("failed on %s", "canaryword")
        try:
            raise ValueError("canaryword")
        except ValueError:
            logging.getLogger("library").exception("canaryword")
        written = capsys.readouterr().err
    finally:
        structlog.reset_defaults()
        logging.basicConfig(force=True)
    assert "NotTwilio" in written
    assert "library.logged" in written
    assert "canaryword" not in written
    assert CANARIES[3] not in written
    assert not {"text", "body", "phone", "address", "name"} & ALLOWED


async def test_an_unexpected_error_tells_neither_the_caller_nor_the_log_what_was_written(stage: Stage) -> None:
    log = io.StringIO()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(log), cache_logger_on_first_use=False)

    def explode(text: str) -> None:
        raise ValueError(text)

    async def explode_too(incoming: Incoming) -> None:
        raise ValueError(incoming.text)

    stage.triage.quick = explode  # type: ignore[method-assign, assignment]
    try:
        async with front_door(stage) as door:
            kept: httpx.Response = await door.text("canaryword")
            stage.spill.append = explode_too  # type: ignore[method-assign, assignment]
            failed: httpx.Response = await door.text("canaryword")
    finally:
        structlog.reset_defaults()
    assert (kept.status_code, failed.status_code) == (200, 500)
    assert "ValueError" in log.getvalue()
    assert "canaryword" not in kept.text + failed.text + log.getvalue()
