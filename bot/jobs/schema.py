"""The job queue's own tables."""

from __future__ import annotations

import psycopg


def apply_schema(database_url: str) -> None:
    """Make Procrastinate's tables when they are missing. Processes that start together do it one after the other."""
    from procrastinate.schema import SchemaManager

    with psycopg.connect(database_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(7335102)")
        if connection.execute("SELECT to_regclass('procrastinate_jobs')").fetchone() == (None,):
            connection.execute(SchemaManager.get_schema())
