"""Brings a database up to date: our tables, then the job queue's."""

from __future__ import annotations

from pathlib import Path

import psycopg

from bot.jobs.schema import apply_schema
from bot.storage.engine import libpq_url

_REVISIONS = Path(__file__).parent / "storage" / "migrations" / "versions"


def bring_up_to_date(database_url: str) -> None:
    """Migrate what is missing; returns at once when the database is current."""
    url = libpq_url(database_url)
    if _current(url):
        return
    # Alembic takes half a second to import, and most starts have nothing to migrate.
    from bot.storage.migrate import migrate

    migrate(database_url)
    apply_schema(url)


def _current(url: str) -> bool:
    """Whether the last revision has run (revisions are numbered files) and the job queue has its tables."""
    newest = max(path.name.split("_")[0] for path in _REVISIONS.glob("[0-9]*.py"))
    with psycopg.connect(url) as connection:
        made = connection.execute("SELECT to_regclass('alembic_version'), to_regclass('procrastinate_jobs')").fetchone()
        if made is None or None in made:
            return False
        return connection.execute("SELECT version_num FROM alembic_version").fetchone() == (newest,)
