"""Every revision goes up and down on a real PostgreSQL, and the head is what the code expects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.storage.migrate import alembic_config, migrate
from bot.storage.tables import metadata


def fresh_database(url: str, name: str) -> str:
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.replace("/postgres?", f"/{name}?")


def differences(url: str) -> list[object]:
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        found = [each for each in compare_metadata(context, metadata) if "procrastinate" not in repr(each)]
    engine.dispose()
    return found


def test_G24_the_head_equals_the_tables_in_the_code(postgres: str) -> None:
    url = fresh_database(postgres, "migrations_head")
    migrate(url)
    assert differences(url) == []


def test_G24_every_revision_goes_up_down_and_up_again(postgres: str) -> None:
    url = fresh_database(postgres, "migrations_steps")
    config = alembic_config(url)
    revisions = list(reversed(list(ScriptDirectory.from_config(config).walk_revisions())))
    for revision in revisions:
        command.upgrade(config, revision.revision)
        command.downgrade(config, "-1")
        command.upgrade(config, revision.revision)
    assert differences(url) == []
    assert revisions


def test_migrating_a_current_database_changes_nothing(postgres: str) -> None:
    url = fresh_database(postgres, "migrations_twice")
    migrate(url)
    migrate(url)
    assert differences(url) == []
