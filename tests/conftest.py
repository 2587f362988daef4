"""Fixtures for everybody: a real PostgreSQL for the whole run, empty before each test that asks for it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.jobs.schema import apply_schema
from bot.postgres import BundledPostgres
from bot.storage.engine import libpq_url
from bot.storage.migrate import migrate
from bot.usecases import keep_message
from tests.support.fresh_postgres import fresh_postgres
from tests.support.server_settings import server_set, set_server
from tests.support.stage import Stage, staged


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the garbage collector need not look at all of it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def patient_webhooks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a webhook may need longer than the 2.2 s after which it goes to the spill; tests of that limit keep it."""
    if "faults" not in request.path.parts:
        monkeypatch.setattr(keep_message, "WITHIN_SECONDS", 30.0)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real PostgreSQL with an up-to-date database."""
    server = BundledPostgres(fresh_postgres(tmp_path_factory.mktemp("pg")))
    # Tests kill processes, never the machine: what a dead PostgreSQL has written is there, synced or not. A busy disk can take 100 ms for
    # each sync, which is nothing a test should wait for.
    set_server(server.url, "fsync", "off")
    migrate(server.url)
    apply_schema(libpq_url(server.url))
    yield server.url
    server.leave()


@pytest.fixture
def synced_postgres(postgres: str) -> Iterator[str]:
    """The same server, which for once syncs what it commits to the disk."""
    with server_set(postgres, "fsync", "on"):
        yield postgres


@pytest.fixture
def empty_database(postgres: str) -> str:
    """The same database, emptied."""
    empty(postgres)
    return postgres


def empty(postgres: str) -> None:
    """Remove every row."""
    engine = sa.create_engine(postgres.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as connection:
        tables = connection.execute(
            sa.text(
                "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables "
                "WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
            )
        ).scalar_one()
        connection.execute(sa.text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    engine.dispose()


@pytest.fixture
async def stage(empty_database: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """Everything a use case needs on the real database, with fakes where the outside begins."""
    async with staged(empty_database, tmp_path) as made:
        yield made
