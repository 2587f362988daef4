"""Brings a database up to date: our tables, through Alembic (Procrastinate brings its own: bot/jobs/schema.py)."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.storage.engine import libpq_url

_HERE = Path(__file__).parent / "migrations"
# Any fixed number: processes that start together migrate one after the other.
_MIGRATION_LOCK = 7_335_101


def alembic_config(database_url: str) -> Config:
    """Alembic's configuration for our revisions on `database_url`."""
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["database_url"] = libpq_url(database_url).replace("postgresql://", "postgresql+psycopg://", 1)
    return config


def migrate(database_url: str) -> None:
    """Run every revision that is missing; does nothing when the database is current."""
    config = alembic_config(database_url)
    engine = sa.create_engine(config.attributes["database_url"], hide_parameters=True)
    try:
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT pg_advisory_lock(:n)"), {"n": _MIGRATION_LOCK})
            connection.commit()
            head = ScriptDirectory.from_config(config).get_current_head()
            if MigrationContext.configure(connection).get_current_revision() != head:
                connection.commit()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                connection.commit()
            connection.execute(sa.text("SELECT pg_advisory_unlock(:n)"), {"n": _MIGRATION_LOCK})
    finally:
        engine.dispose()
