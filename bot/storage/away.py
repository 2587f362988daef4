"""Whether a failure means that the database cannot do anything now, as against a statement that is wrong."""

from __future__ import annotations

import psycopg
from sqlalchemy import exc

from bot.ports import AwayBecause

# SQLSTATE (PostgreSQL, appendix A): out of disk; a lock or time limit, a deadlock or a serialization failure; read-only after a fail-over.
_FULL = ("53100",)
_BUSY = ("55P03", "57014", "40001", "40P01")
_READ_ONLY = "25006"


def why_away(failure: BaseException) -> AwayBecause | None:
    """Why the database is away; None for any other failure. Looks through what SQLAlchemy and the job queue wrap."""
    found: BaseException | None = failure
    while found is not None:
        if isinstance(found, exc.TimeoutError):
            return AwayBecause.BUSY
        if isinstance(found, exc.DBAPIError) and found.connection_invalidated:
            return AwayBecause.GONE
        if isinstance(found, psycopg.Error) and (isinstance(found, psycopg.OperationalError) or found.sqlstate == _READ_ONLY):
            if found.sqlstate in _FULL:
                return AwayBecause.FULL
            return AwayBecause.BUSY if found.sqlstate in _BUSY else AwayBecause.GONE
        found = found.orig if isinstance(found, exc.DBAPIError) else found.__cause__
    return None
