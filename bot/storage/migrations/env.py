"""Alembic's entry point: runs revisions on the connection, or the URL, that `bot.storage.migrate` hands over."""

import sqlalchemy as sa
from alembic import context

from bot.storage.tables import metadata


def include(name: str | None, type_: str, _parents: object) -> bool:
    """Procrastinate owns its tables."""
    return type_ != "table" or not (name or "").startswith("procrastinate_")


def run(connection: sa.Connection) -> None:
    """Run the revisions in one transaction."""
    context.configure(connection=connection, target_metadata=metadata, include_name=include, compare_type=True, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = sa.create_engine(context.config.attributes["database_url"], poolclass=sa.NullPool, hide_parameters=True)
    with engine.connect() as made:
        run(made)
        made.commit()
