"""Keeps incoming messages in sealed files while the database cannot: implements `ports.Spill`.

The files of one directory are named by number and by nothing else. The process that appends to a file holds its lock; a file that
nobody holds was left by a process that is gone, and belongs to whoever replays it. Other names: `.aside` holds a record that cannot be
replayed, `.damaged` a file with bytes that are no record, `.torn` one whose end was never written whole.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.domain.addresses import Address, Channel
from bot.domain.records import Incoming
from bot.ports import CannotOpen, Fate, SealedKey, Sealing, SpillFails, TakeIn
from bot.storage.spill_file import Damage, Record, RecordFile, framed, sync_directory

# So many people's messages are taken in at once: one alone leaves the database idle while it is prepared.
AT_ONCE = 4
# A replay goes on so long; what came meanwhile from people in danger is then next.
ROUND_SECONDS = 2.0
# A file that has grown to this is left for the next one, so that replaying never reads much at once.
LARGEST_FILE = 4 * 1024 * 1024
_CONTEXT = "spill.message"
_UNREADABLE = (CannotOpen, ValueError, KeyError, TypeError)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A record that waits: whose message it is, and whether they go first. `incoming` is None when no key of ours opens it."""

    record: Record
    index: bytes
    incoming: Incoming | None
    first: bool


@dataclass(slots=True)
class _Round:
    """One replay. `not_yet`: people whose earlier message waits on; `stopped`: nobody's can be taken in now; `begun`: other people's.

    `until` (the loop's time, seconds): then it ends, so that the next one begins with whoever is in danger by then.
    """

    take_in: TakeIn
    until: float
    begun: int = 0
    not_yet: set[bytes] = field(default_factory=set)
    taken: int = 0
    stopped: bool = False


class SpillFiles:
    """The files of one directory (mode 0700, files 0600). What an earlier process left is counted at once and replayed first."""

    def __init__(self, directory: Path, sealing: Sealing) -> None:
        self._directory = directory
        self._sealing = sealing
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="spill")
        self._writing, self._replaying = asyncio.Lock(), asyncio.Lock()
        self._queue: list[tuple[bytes, asyncio.Future[None]]] = []
        self._current: RecordFile | None = None
        self._left: dict[str, RecordFile] = {}
        self._held: Counter[bytes] = Counter()
        self._first: set[bytes] = set()
        self._last_number = 0
        self.fails = False
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.put_back()
        self._count(self._adopt())

    def holds(self, address: Address) -> bool:
        return bool(self._held.get(self._index(address)))

    def waiting(self) -> int:
        return self._held.total()

    def aside(self) -> int:
        return sum(1 for path in self._directory.iterdir() if path.suffix in (".aside", ".damaged"))

    # appending

    async def append(self, incoming: Incoming, *, first: bool = False) -> None:
        # Counted before it is written: a message of the same person that comes meanwhile must not overtake it.
        index = self._index(incoming.address)
        self._count([(index, first)])
        try:
            # Messages that come together share one fsync.
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._queue.append((framed(self._sealed(incoming, first)), done))
            async with self._writing:
                if not done.done():
                    await self._write_queue()
            await done
        except OSError as failure:
            self.fails = True
            self._release(index)
            raise SpillFails(type(failure).__name__) from failure
        except BaseException:
            self._release(index)
            raise

    async def _write_queue(self) -> None:
        queue, self._queue = self._queue, []
        try:
            await self._in_thread(lambda: self._write(b"".join(frame for frame, _ in queue)))
        except BaseException as failure:
            told = failure if isinstance(failure, OSError) else OSError("not written")
            for _, done in queue:
                if not done.done():
                    done.set_exception(told)
                    done.exception()
            if not isinstance(failure, OSError):
                raise
        else:
            self.fails = False
            for _, done in queue:
                if not done.done():
                    done.set_result(None)

    def _write(self, frames: bytes) -> None:
        file = self._current = self._current or self._made(".spill")
        try:
            file.append(frames)
        except OSError:
            # After a failed fsync nobody knows what the disk has of this file (trust.md F29): nothing is added to it any more.
            self._leave_current()
            raise
        if file.size > LARGEST_FILE:
            self._leave_current()

    def _made(self, suffix: str) -> RecordFile:
        """A new file whose name sorts after all others; on the disk."""
        for _ in range(10):
            there = (int(path.stem) + 1 for path in self._directory.glob("*.*") if path.stem.isdecimal())
            self._last_number = max(time.time_ns(), self._last_number + 1, *there)
            with contextlib.suppress(FileExistsError):
                file = RecordFile.made(self._directory / f"{self._last_number:020d}{suffix}")
                try:
                    sync_directory(self._directory)
                except OSError:
                    file.path.unlink(missing_ok=True)
                    file.close()
                    raise
                return file
        raise FileExistsError

    def _leave_current(self) -> None:
        if self._current is not None:
            self._left[self._current.path.name], self._current = self._current, None

    # replaying

    async def replay(self, take_in: TakeIn) -> int:
        async with self._replaying:
            self._count(await self._in_thread(self._adopt))
            round_ = _Round(take_in, asyncio.get_running_loop().time() + ROUND_SECONDS)
            # As they are now: whoever joins them meanwhile may have an earlier message in a file that has been gone through.
            first = frozenset(self._first)
            for file in self._files() if first else ():
                await self._replay_file(file, round_, first=first)
            for file in self._files():
                await self._replay_file(file, round_)
                if not round_.stopped:
                    await self._in_thread(partial(self._forget_when_done, file))
            return round_.taken

    async def _replay_file(self, file: RecordFile, round_: _Round, first: Collection[bytes] = ()) -> None:
        """Take in what waits in `file`, `AT_ONCE` people at a time; only that of those who go `first`, if some do."""
        if round_.stopped:
            return
        people: dict[bytes, list[_Waiting]] = {}
        for waiting in await self._in_thread(lambda: [self._looked_at(each) for each in file.waiting()]):
            if not first or waiting.index in first:
                people.setdefault(waiting.index, []).append(waiting)
        room = asyncio.Semaphore(AT_ONCE)

        async def of_one(index: bytes, theirs: list[_Waiting]) -> None:
            async with room:
                for each in theirs:
                    if round_.stopped or index in round_.not_yet:
                        return
                    if not first:
                        # A few always get their turn, however long those in danger took.
                        if round_.begun >= AT_ONCE and asyncio.get_running_loop().time() > round_.until:
                            return
                        round_.begun += 1
                    await self._take_in(file, each, round_, first=bool(first))

        await asyncio.gather(*(of_one(*each) for each in people.items()))

    async def _take_in(self, file: RecordFile, waiting: _Waiting, round_: _Round, *, first: bool) -> None:
        fate = Fate.ASIDE if waiting.incoming is None else await round_.take_in(waiting.incoming, first)
        if fate is Fate.ASIDE:
            fate = await self._put_aside(waiting.record)
        if fate is Fate.STOP:
            round_.stopped = True
        elif fate is Fate.NOT_YET:
            # What they wrote afterwards must not overtake it.
            round_.not_yet.add(waiting.index)
        else:
            file.done.add(waiting.record.offset)
            round_.taken += fate is Fate.TAKEN
            if waiting.incoming is not None:
                self._release(waiting.index)

    def _looked_at(self, record: Record) -> _Waiting:
        try:
            incoming, first = self._opened(record.payload)
        except _UNREADABLE:
            # Nobody's: it holds nobody up, and nobody holds it up.
            return _Waiting(record, record.payload[:32] + record.offset.to_bytes(8, "big"), None, False)
        return _Waiting(record, self._index(incoming.address), incoming, first)

    async def _put_aside(self, record: Record) -> Fate:
        def write() -> None:
            file = self._made(".aside")
            try:
                file.append(framed(record.payload))
            finally:
                file.close()

        try:
            await self._in_thread(write)
        except OSError:
            return Fate.NOT_YET
        return Fate.ASIDE

    def _files(self) -> Sequence[RecordFile]:
        """Every file with messages, the oldest first; the last one may still be appended to."""
        left = [self._left[name] for name in sorted(self._left)]
        return [*left, self._current] if self._current is not None else left

    def _forget_when_done(self, file: RecordFile) -> None:
        """Remove `file` once everything in it is in the database or aside; damaged bytes are kept under another name."""
        if file.waiting():
            return
        if file is self._current:
            # Nothing is appended meanwhile: that is done by this same thread.
            self._leave_current()
        damages = [each for each in file.read() if isinstance(each, Damage)]
        if damages:
            suffix = ".torn" if all(each.torn for each in damages) else ".damaged"
            with contextlib.suppress(FileNotFoundError):
                file.path.rename(file.path.with_suffix(suffix))
        else:
            file.path.unlink(missing_ok=True)
        sync_directory(self._directory)
        del self._left[file.path.name]
        file.close()

    def put_back(self) -> None:
        for path in self._directory.glob("*.aside"):
            with contextlib.suppress(FileNotFoundError):
                path.rename(path.with_suffix(".spill"))

    async def probe(self) -> None:
        if self.fails:
            async with self._writing:
                with contextlib.suppress(OSError):
                    await self._in_thread(self._try_to_write)
                    self.fails = False

    def _try_to_write(self) -> None:
        file = self._made(".room")
        try:
            file.append(bytes(4096))
        finally:
            file.path.unlink()
            file.close()

    def _adopt(self) -> list[tuple[bytes, bool]]:
        """Take over the files that nobody appends to any more; says of each message in them whose it is and whether it goes first."""
        found: list[tuple[bytes, bool]] = []
        for path in sorted(self._directory.glob("*.spill")):
            mine = path.name in self._left or (self._current is not None and path.name == self._current.path.name)
            file = None if mine else RecordFile.left(path)
            if file is None:
                continue
            self._left[path.name] = file
            looked_at = [self._looked_at(record) for record in file.waiting()]
            found += [(each.index, each.first) for each in looked_at if each.incoming is not None]
        return found

    def _count(self, messages: Iterable[tuple[bytes, bool]]) -> None:
        for index, first in messages:
            self._held[index] += 1
            if first:
                self._first.add(index)

    # sealing

    def _sealed(self, incoming: Incoming, first: bool) -> bytes:
        key = self._sealing.new_key(datetime.now(UTC))
        message = {
            "provider_id": incoming.provider_id, "channel": incoming.address.channel.value, "address": incoming.address.value,
            "text": incoming.text, "flags": list(incoming.flags), "language": incoming.language,
            "received_at": incoming.received_at.isoformat() if incoming.received_at else None, "first": first,
        }  # fmt: skip
        return _joined(key.key_id.encode(), key.wrapped, self._sealing.seal(key, json.dumps(message), _CONTEXT))

    def _opened(self, payload: bytes) -> tuple[Incoming, bool]:
        """The message of a record, and whether it goes first; raises one of `_UNREADABLE`."""
        key_id, wrapped, sealed = _parts(payload)
        found = json.loads(self._sealing.open(SealedKey(key_id.decode(), wrapped), sealed, _CONTEXT))
        incoming = Incoming(
            found["provider_id"], Address(Channel(found["channel"]), found["address"]), found["text"], tuple(found["flags"]),
            found["language"], datetime.fromisoformat(found["received_at"]) if found["received_at"] else None,
        )  # fmt: skip
        return incoming, bool(found.get("first"))

    def _index(self, address: Address) -> bytes:
        return self._sealing.index(f"address {address.channel.value}", address.value)

    def _release(self, index: bytes) -> None:
        self._held[index] -= 1
        if self._held[index] <= 0:
            del self._held[index]
            self._first.discard(index)

    async def _in_thread(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _joined(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _parts(joined: bytes) -> Sequence[bytes]:
    parts = []
    while joined:
        end = 4 + int.from_bytes(joined[:4], "big")
        parts.append(joined[4:end])
        joined = joined[end:]
    return parts
