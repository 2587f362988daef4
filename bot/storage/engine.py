"""The database engine: PostgreSQL through psycopg 3, and how a transaction begins."""

from __future__ import annotations

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

# A statement that waits longer than this for a lock gives up, so that no webhook hangs on a stuck transaction (trust.md F24).
LOCK_TIMEOUT_MS = 2_000
STATEMENT_TIMEOUT_MS = 10_000
# A process that is frozen in the middle of a transaction loses it before its lease ends: what it held is free again, and nothing
# it decided before can be committed when it wakes (trust.md F39).
IDLE_TRANSACTION_TIMEOUT_MS = 10_000
# A database whose machine is gone says nothing: without these, its connections would stay taken for a quarter of an hour (libpq, seconds
# and milliseconds; ignored on a unix socket).
_NOTICE_A_DEAD_HOST = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 15_000}


def make_engine(database_url: str, *, pool_size: int = 10) -> AsyncEngine:
    """An engine for `database_url` (`postgresql://...`). Dead connections are noticed before use."""
    url = make_url(database_url).set(drivername="postgresql+psycopg")
    limits = {
        "lock_timeout": LOCK_TIMEOUT_MS,
        "statement_timeout": STATEMENT_TIMEOUT_MS,
        "idle_in_transaction_session_timeout": IDLE_TRANSACTION_TIMEOUT_MS,
        "timezone": "UTC",
        "synchronous_commit": "on",
    }
    options = " ".join(f"-c {name}={value}" for name, value in limits.items())
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_timeout=5,
        pool_recycle=1800,
        connect_args={"options": options, "connect_timeout": 5, **_NOTICE_A_DEAD_HOST},
        # Statement parameters hold sealed content and tokens: they stay out of exception texts.
        hide_parameters=True,
    )


def libpq_url(database_url: str) -> str:
    """The same database as a URL that psycopg itself understands."""
    return make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
