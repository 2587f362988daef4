"""Ways in which the real database does not do what it is asked, and comes back. None needs root."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg


def _beside(url: str) -> psycopg.Connection:
    """A connection to another database of the same server."""
    return psycopg.connect(urlunsplit(urlsplit(url)._replace(path="/template1")), autocommit=True)


@contextmanager
def away(url: str) -> Iterator[None]:
    """Every connection breaks, and no new one is made."""
    name = urlsplit(url).path.strip("/")
    with _beside(url) as other:
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        try:
            yield
        finally:
            other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


@contextmanager
def locked(url: str, table: str = "messages") -> Iterator[None]:
    """Somebody holds a table that messages are written to."""
    with psycopg.connect(url) as connection:
        connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield
        connection.rollback()


@contextmanager
def full(url: str) -> Iterator[None]:
    """The database's disk has no room for another row: its own error, from its own code path for errors."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$"
        )
        tables = ("receipts", "messages", "troubles")
        for table in tables:
            connection.execute(f"CREATE TRIGGER no_room BEFORE INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION no_room()")
        try:
            yield
        finally:
            for table in tables:
                connection.execute(f"DROP TRIGGER no_room ON {table}")
            connection.execute("DROP FUNCTION no_room()")
