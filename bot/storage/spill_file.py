"""One file of sealed records: how a record lies in it, what a reader makes of damage, and when what was written is safe.

A record: `MARK`, the length and the CRC-32 of its payload (4 bytes each), and the payload. A reader that meets damage goes on at the
next mark.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARK = b"\xf1LSP"
HEADER_BYTES = len(MARK) + 8


def framed(payload: bytes) -> bytes:
    """`payload` as a record of the file."""
    return MARK + len(payload).to_bytes(4, "big") + zlib.crc32(payload).to_bytes(4, "big") + payload


@dataclass(frozen=True, slots=True)
class Record:
    """A whole record, and where it begins."""

    offset: int
    payload: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that are no record, and where they begin. A `torn` end was never acknowledged: its writer died over it."""

    offset: int
    found: bytes = field(repr=False)
    torn: bool


def read_records(data: bytes) -> Iterator[Record | Damage]:
    """Every whole record in `data`, and what lies between."""
    at = good_until = 0
    while (at := data.find(MARK, at)) >= 0:
        end = at + HEADER_BYTES + int.from_bytes(data[at + 4 : at + 8], "big")
        payload = data[at + HEADER_BYTES : end]
        if at + HEADER_BYTES > len(data) or end > len(data) or zlib.crc32(payload) != int.from_bytes(data[at + 8 : at + 12], "big"):
            at += 1
            continue
        if at > good_until:
            yield Damage(good_until, data[good_until:at], torn=False)
        yield Record(at, payload)
        at = good_until = end
    if good_until < len(data):
        yield Damage(good_until, data[good_until:], torn=_torn(data[good_until:]))


def _torn(end: bytes) -> bool:
    """Whether the file's `end` is the beginning of a record, or the zeros of a machine that lost power while the file grew."""
    begun = MARK.startswith(end[: len(MARK)]) and len(end) < HEADER_BYTES + int.from_bytes(end[4:8].ljust(4, b"\xff"), "big")
    return begun or not any(end)


class RecordFile:
    """An open file and its lock. `size`: how much of it is whole; `done`: where records begin that need not be read again."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self.size = os.fstat(descriptor).st_size
        self.done: set[int] = set()
        self._descriptor = descriptor

    @classmethod
    def made(cls, path: Path) -> RecordFile:
        """A new file, and this process is its writer. FileExistsError when it was there, or somebody was quicker to take it over."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        if not _locked(descriptor):
            os.close(descriptor)
            raise FileExistsError(path.name)
        return cls(path, descriptor)

    @classmethod
    def left(cls, path: Path) -> RecordFile | None:
        """The file of a process that is gone; None when its writer lives, or somebody else has taken it over."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND)
        except FileNotFoundError:
            return None
        if not _locked(descriptor):
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def append(self, data: bytes) -> None:
        """Write `data` and wait until the disk has it. After an OSError the file is cut back, and must not be added to any more."""
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
            os.fsync(self._descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self.size)
            raise
        self.size += len(data)

    def read(self) -> list[Record | Damage]:
        """What is in the file, except what the cutting back after a failure could not remove."""
        return list(read_records(os.pread(self._descriptor, self.size, 0)))

    def waiting(self) -> list[Record]:
        """The records that are not done."""
        return [each for each in self.read() if isinstance(each, Record) and each.offset not in self.done]

    def close(self) -> None:
        """Close it, and give up the lock."""
        os.close(self._descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    # Whoever held the lock before may have removed the file: what is written to it now would be nowhere.
    return os.fstat(descriptor).st_nlink > 0


def sync_directory(directory: Path) -> None:
    """Wait until the disk has the names in `directory`."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
