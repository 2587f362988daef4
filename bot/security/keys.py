"""Keys in files outside the database and its backups: one index key, and one wrapping key per day.

A day's wrapping key dies with its file: no dump of the database made that day can be read after that (trust.md, key layout).
"""

from __future__ import annotations

import os
import secrets
import threading
from datetime import datetime
from pathlib import Path

KEY_BYTES = 32


class KeyMissing(Exception):
    """A key file is not there: what it wrapped cannot be opened any more."""


class KeyFiles:
    """The key files of one directory (mode 0700, files 0600). Safe for several processes that start at once."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True)
        directory.chmod(0o700)
        self._cache: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def index_key(self) -> bytes:
        """The key of all keyed indexes; made once."""
        return self._get("index", create=True)

    def wrapping_key_for(self, now: datetime) -> tuple[str, bytes]:
        """The name and the key that wrap what begins at `now`; made on the day's first use."""
        key_id = f"day-{now.date().isoformat()}"
        return key_id, self._get(key_id, create=True)

    def wrapping_key(self, key_id: str) -> bytes:
        """The key named `key_id`; `KeyMissing` when it has been destroyed or never was."""
        return self._get(key_id, create=False)

    def _get(self, name: str, *, create: bool) -> bytes:
        with self._lock:
            if name not in self._cache:
                self._cache[name] = self._read_or_make(self._directory / f"{name}.key", create=create)
            return self._cache[name]

    def _read_or_make(self, path: Path, *, create: bool) -> bytes:
        if not path.exists():
            if not create:
                raise KeyMissing(path.stem)
            self._make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
        if len(key) != KEY_BYTES:
            raise KeyMissing(path.stem)
        return key

    def _make(self, path: Path) -> None:
        # Written whole under another name and then linked: of two processes that make the same key, one wins and both read it.
        draft = path.with_suffix(f".{secrets.token_hex(4)}.new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, secrets.token_bytes(KEY_BYTES).hex().encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
        directory = os.open(path.parent, os.O_RDONLY)
        os.fsync(directory)
        os.close(directory)
