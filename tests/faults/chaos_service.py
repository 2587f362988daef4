"""The whole service without Rasa, whose start would cost half a minute: supervisor, web, worker, PostgreSQL, and people who text it.

    python -m tests.faults.chaos_service run

is `lantern run` with no dialogue processes; the worker answers as it does whenever Rasa is down.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from tests.faults.chaos_ledger import Ledger, undone
from tests.support.fresh_postgres import fresh_postgres
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio
from tests.support.running import MODELS, PROJECT, free_ports

INBOUND = "/hooks/twilio/inbound"
BODIES = ("hello", "necesito ayuda por favor", "I have no passport", "he locked the door and I can not leave", "I am sick", "who are you")
REPEATED = 0.1


@dataclass
class Service:
    """`lantern run` on one data directory and one port, started as often as one likes."""

    directory: Path
    twilio: PretendTwilio
    port: int = field(default_factory=lambda: free_ports(8))
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where Twilio reaches it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        """The bundled server's."""
        return f"postgresql://postgres:@/postgres?host={self.directory / 'postgres'}"

    def start(self) -> None:
        """Start it; nothing is waited for."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TWILIO_", "LANTERN_", "DATABASE_URL"))}
        ours = {
            "LANTERN_PORT": str(self.port), "LANTERN_DATA_DIR": str(self.directory), "LANTERN_MODEL_DIR": str(MODELS),
            "PUBLIC_URL": self.url, "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_FROM": NUMBER,
            "TWILIO_API_BASE_URL": self.twilio.url, "LANTERN_PRACTICE": "0", "PYTHONUNBUFFERED": "1",
        }  # fmt: skip
        self.directory.mkdir(exist_ok=True)
        fresh_postgres(self.directory / "postgres")
        with (self.directory / "said").open("ab") as said:
            line = [sys.executable, "-m", "tests.faults.chaos_service", "run"]
            self.process = subprocess.Popen(line, env={**kept, **ours}, stdout=said, stderr=said, cwd=PROJECT)

    def part(self, *words: str) -> psutil.Process:
        """The child process whose command line holds all of `words`."""
        assert self.process is not None
        for each in psutil.Process(self.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if all(word in each.cmdline() for word in words):
                    return each
        raise LookupError(words)

    def postmaster(self) -> psutil.Process | None:
        """PostgreSQL's first process, if it runs."""
        with contextlib.suppress(OSError, ValueError, psutil.NoSuchProcess):
            found = psutil.Process(int((self.directory / "postgres" / "postmaster.pid").read_text().split("\n")[0]))
            return found if found.status() != psutil.STATUS_ZOMBIE else None
        return None

    def kill_everything(self, rng: random.Random) -> None:
        """SIGKILL to the supervisor, its children and PostgreSQL, in random order."""
        assert self.process is not None
        doomed = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
        doomed += [server] if (server := self.postmaster()) else []
        rng.shuffle(doomed)
        for each in doomed:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
        self.process.wait()
        psutil.wait_procs(doomed, timeout=60)

    def stop(self, number: signal.Signals = signal.SIGTERM, within: float = 120) -> float:
        """Ask it to stop; returns how many seconds that took."""
        assert self.process is not None
        begun = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(within)
        return time.monotonic() - begun

    def said(self) -> str:
        """What all its processes printed."""
        return (self.directory / "said").read_text(encoding="utf-8", errors="replace")

    def ledger(self) -> Ledger:
        """What the database holds."""
        return Ledger.read(self.database_url, self.directory)


@dataclass
class People:
    """They text at a steady pace. Whatever is not acknowledged is posted again, as a provider's fallback or our reconciler would."""

    service: Service
    rng: random.Random
    prefix: str
    count: int = 20
    texts: dict[str, list[str]] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    acknowledged_at: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def texting(self, per_second: float) -> AsyncIterator[People]:
        """Text within this block; on leaving it, wait until everything is acknowledged."""
        limits = httpx.Limits(max_connections=32, max_keepalive_connections=8)
        async with httpx.AsyncClient(base_url=self.service.url, timeout=15, limits=limits, trust_env=False) as client:
            stop = asyncio.Event()
            pace = asyncio.create_task(self._pace(client, per_second, stop))
            try:
                yield self
            finally:
                stop.set()
                await asyncio.wait_for(pace, 240)

    async def _pace(self, client: httpx.AsyncClient, per_second: float, stop: asyncio.Event) -> None:
        # One person's texts are posted one after the other: the order in which a provider posts two at once means nothing.
        numbers = {f"+1555{self.prefix}{number:04d}": asyncio.Lock() for number in range(self.count)}
        async with asyncio.TaskGroup() as group:
            while not stop.is_set():
                group.create_task(self._text(client, *self.rng.choice(list(numbers.items()))))
                await asyncio.sleep(1 / per_second)

    async def _text(self, client: httpx.AsyncClient, number: str, turn: asyncio.Lock) -> None:
        async with turn:
            body = f"{self.rng.choice(BODIES)} {self.rng.randrange(10**9)}"
            form = self.service.twilio.form(number, body)
            while not await self._post(client, form):
                await asyncio.sleep(0.3)
            self.texts.setdefault(number, []).append(body)
            if self.rng.random() < REPEATED:
                await self._post(client, form)

    async def _post(self, client: httpx.AsyncClient, form: dict[str, str]) -> bool:
        try:
            answer = await self.service.twilio.post(client, self.service.url, INBOUND, form)
        except httpx.HTTPError as failure:
            self.answers[type(failure).__name__] += 1
            return False
        self.answers[str(answer.status_code)] += 1
        if answer.status_code == 200:
            self.acknowledged_at.append(time.monotonic())
        return answer.status_code == 200


async def until(done: Callable[[], bool], within: float, what: str) -> float:
    """Wait for `done()`, asked in a thread; returns how long it took."""
    begun = time.monotonic()
    while True:
        with contextlib.suppress(Exception):
            if await asyncio.to_thread(done):
                return time.monotonic() - begun
        assert time.monotonic() - begun < within, f"waited {within} s for {what}"
        await asyncio.sleep(0.1)


def all_done(service: Service) -> bool:
    """Whether nobody waits for a turn or a provider."""
    return undone(service.database_url) == 0


def _run(arguments: Sequence[str]) -> int:
    from bot import models
    from bot.cli import main

    models.rasa_processes = lambda *_: ()
    return main(arguments)


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
