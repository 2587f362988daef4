"""Whether the database keeps what it acknowledges (trust.md F30). A service that could lose accepted messages does not start."""

from __future__ import annotations

import psycopg

from bot.settings import BadSettings
from bot.storage.engine import libpq_url

# What would let PostgreSQL acknowledge a commit that a power cut takes back.
_UNSAFE = {"fsync": "off", "synchronous_commit": "off"}
_CONNECT_SECONDS = 3


def refuse_unless_durable(database_url: str) -> None:
    """Raise `BadSettings` when the database at `database_url` may lose commits. One that is away is looked at by `/readyz` later."""
    try:
        with psycopg.connect(libpq_url(database_url), connect_timeout=_CONNECT_SECONDS) as connection:
            set_to = {name: connection.execute(f"SHOW {name}").fetchone() for name in _UNSAFE}
    except psycopg.OperationalError:
        return
    wrong = [name for name, unsafe in _UNSAFE.items() if set_to[name] == (unsafe,)]
    if wrong:
        raise BadSettings(f"PostgreSQL may lose messages it has accepted: {' and '.join(wrong)} must not be off")
