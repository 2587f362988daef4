"""Settings of a PostgreSQL that runs: changed for everybody, for a while."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from bot.storage.engine import libpq_url


@contextmanager
def server_set(url: str, name: str, value: str) -> Iterator[None]:
    """The setting `name` is `value` meanwhile, for every new connection, and then what it was."""
    before = _shown(url, name)
    set_server(url, name, value)
    try:
        yield
    finally:
        set_server(url, name, before)


def set_server(url: str, name: str, value: str) -> None:
    """Change a setting of the server, and wait until a new connection sees it."""
    with psycopg.connect(libpq_url(url), autocommit=True) as connection:
        connection.execute(f"ALTER SYSTEM SET {name} = {value}")
        connection.execute("SELECT pg_reload_conf()")
    end = time.monotonic() + 30
    while _shown(url, name) != value:
        assert time.monotonic() < end, f"{name} did not change"


def _shown(url: str, name: str) -> str:
    with psycopg.connect(libpq_url(url)) as connection:
        return str((connection.execute(f"SHOW {name}").fetchone() or ("",))[0])
