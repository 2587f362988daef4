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
        # Procrastinate looks for the jobs of a lock with an index on (id, lock): with thousands of jobs that reads them all.
        connection.execute(
            "CREATE INDEX IF NOT EXISTS lantern_jobs_lock ON procrastinate_jobs (lock, priority, id) WHERE status IN ('todo', 'doing')"
        )
