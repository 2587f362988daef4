"""Plays scenes of `driver.py` under strace, which kills the process (or fails the call) at one chosen system call."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
# What changes something outside the process: files, names of files, and what others are told.
CALLS = (
    "write", "pwrite64", "writev", "pwritev", "sendto", "sendmsg", "sendmmsg", "fsync", "fdatasync", "rename", "renameat", "renameat2",
    "link", "linkat", "unlink", "unlinkat", "ftruncate", "mkdir", "mkdirat",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """The `nth` time that `thread` makes `call`, and what happens then."""

    thread: str
    call: str
    nth: int
    happens: str = "signal=KILL"

    def __str__(self) -> str:
        return f"{self.thread}:{self.call}:{self.nth}:{self.happens}"


@dataclass
class Played:
    """What the driver said of a scene. `calls`: how often each thread made each call, when they were counted."""

    statuses: dict[str, int] = field(default_factory=dict)
    ended: int | None = None
    calls: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def acknowledged(self) -> set[str]:
        return {sid for sid, status in self.statuses.items() if status == 200}

    @property
    def killed(self) -> bool:
        return self.ended == -9


class Driver:
    """The driver process. Scenes are played one after the other."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.driver"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT, text=True
        )
        assert self._hear() == {"loaded": True}

    def count(self, scene: dict[str, Any]) -> Played:
        """Play `scene` to its end, counting the calls of every thread."""
        played, threads = self._ready(scene)
        with self._traced(next(iter(threads.values())), "-f", "-e", f"trace={','.join(CALLS)}"):
            self._go(played)
        names = {str(number): name for name, number in threads.items()}
        for line in self._log.read_text().splitlines():
            if found := re.match(r"(\d+)\s+(\w+)\(", line):
                played.calls[names.get(found[1], "other"), found[2]] += 1
        return played

    def play(self, scene: dict[str, Any], point: Point) -> Played:
        """Play `scene` until `point`."""
        played, threads = self._ready(scene)
        with self._traced(
            threads[point.thread], "-e", f"trace={point.call}", "-e", f"inject={point.call}:{point.happens}:when={point.nth}"
        ):
            self._go(played)
        return played

    def close(self) -> None:
        """End the driver."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)

    def _ready(self, scene: dict[str, Any]) -> tuple[Played, dict[str, int]]:
        self._tell(scene)
        ready = self._hear()
        assert "threads" in ready, ready
        return Played(), ready["threads"]

    def _go(self, played: Played) -> None:
        self._tell("go")
        while played.ended is None:
            heard = self._hear()
            assert "failed" not in heard, heard
            if "sid" in heard:
                played.statuses[heard["sid"]] = heard["status"]
            played.ended = heard.get("ended")

    @contextmanager
    def _traced(self, thread: int, *options: str) -> Iterator[None]:
        strace = subprocess.Popen(
            ["strace", "-o", str(self._log), "-p", str(thread), *options], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )
        assert strace.stderr is not None
        said = strace.stderr.readline()
        assert "attached" in said, said
        try:
            yield
        finally:
            # It ends with what it traces.
            strace.wait(20)
            strace.stderr.close()

    def _tell(self, what: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the driver is gone"
        return dict(json.loads(line))


def points(counted: Played, happens: str = "signal=KILL", calls: tuple[str, ...] = CALLS) -> list[Point]:
    """Every call that was counted, as a point."""
    return [
        Point(thread, call, nth, happens)
        for (thread, call), count in sorted(counted.calls.items())
        for nth in range(1, count + 1)
        if thread != "other" and call in calls
    ]


def some(every: list[Point], count: int) -> list[Point]:
    """`count` of them, spread evenly, the first and the last among them."""
    if len(every) <= count:
        return every
    return [every[round(each * (len(every) - 1) / (count - 1))] for each in range(count)]
