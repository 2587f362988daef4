"""`lantern run`: starts everything, restarts what dies, stops everything on Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import secrets
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx

from bot.durable import refuse_unless_durable
from bot.postgres import BundledPostgres
from bot.schema import bring_up_to_date
from bot.settings import PROJECT, Settings

_FIRST_DELAY, _LONGEST_DELAY = 0.3, 10.0
_LIVED_WELL_SECONDS = 30.0
_STOP_WITHIN_SECONDS = 12.0
_START_POSTGRES_WITHIN_SECONDS = 30.0
_PR_SET_PDEATHSIG = 1
_WEB_FIRST_SECONDS = 10.0
_BEHIND_WEBHOOKS = 10


def say(text: str) -> None:
    """Tell the operator, if there is room for it: a full disk under our log stops nothing (trust.md F28)."""
    with contextlib.suppress(OSError, ValueError):
        print(text, flush=True)  # noqa: T201


@dataclass(slots=True)
class Child:
    """A process to keep running.

    What gives way leaves most of a busy core to webhooks (docs/decisions/0008). What does not inherit our environment sees none of
    its secrets. `line` is written to its standard input as soon as it is known: the process may load its code in the meantime.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    gives_way: bool = False
    inherits: bool = True
    line: asyncio.Future[str] | None = None
    process: asyncio.subprocess.Process | None = field(default=None, init=False)

    async def keep_running(self) -> None:
        """Start it, and start it again whenever it ends, a little later each time it dies young."""
        delay = _FIRST_DELAY
        while True:
            begun = time.monotonic()
            self.process = await asyncio.create_subprocess_exec(
                *self.command,
                env={**(os.environ if self.inherits else {}), **self.environment},
                cwd=PROJECT,
                start_new_session=True,
                preexec_fn=self._prepare,
                stdin=asyncio.subprocess.PIPE if self.line is not None else asyncio.subprocess.DEVNULL,
            )
            await self._tell_line()
            status = await self.process.wait()
            delay = _FIRST_DELAY if time.monotonic() - begun > _LIVED_WELL_SECONDS else min(delay * 2, _LONGEST_DELAY)
            say(f"{self.name} ended (status {status}); starting it again in {delay:.1f} s")
            await asyncio.sleep(delay)

    async def _tell_line(self) -> None:
        if self.line is None or self.process is None or self.process.stdin is None:
            return
        with contextlib.suppress(ConnectionError):
            self.process.stdin.write((await asyncio.shield(self.line)).encode() + b"\n")
            await self.process.stdin.drain()
            self.process.stdin.close()

    async def stop(self) -> None:
        """Ask it to stop, and kill it when it does not."""
        if self.process is None or self.process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), _STOP_WITHIN_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()

    def _prepare(self) -> None:
        # If this supervisor is killed outright, its children must not live on without anybody to restart them.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if self.gives_way:
            os.nice(_BEHIND_WEBHOOKS)


def supervise(settings: Settings) -> int:
    """Run the whole service until SIGINT or SIGTERM; returns the exit status."""
    say("Lantern is starting.")
    asyncio.run(_run(settings, time.monotonic()))
    say("Lantern has stopped.")
    return 0


async def _run(settings: Settings, begun: float) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    me = [sys.executable, "-m", "bot.cli"]
    url: asyncio.Future[str] = loop.create_future()
    web = Child("web", [*me, "web", "--database-from-stdin"], {}, line=url)
    children, bundled = [web], None
    tasks = [asyncio.create_task(web.keep_running())]
    try:
        bundled, found = await asyncio.to_thread(_prepared_database, settings)
        url.set_result(found)
        shared = {"DATABASE_URL": found, "LANTERN_RASA_TOKEN": secrets.token_urlsafe(24)}
        rest = asyncio.create_task(_rest(settings, me, shared, children, begun))
        tasks += [rest, asyncio.create_task(_greet(settings, begun))]
        if bundled is not None:
            tasks.append(asyncio.create_task(_watch_postgres(bundled)))
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait([rest, waiting], return_when=asyncio.FIRST_COMPLETED)
        if rest.done() and rest.exception() is not None:
            say(f"The assistant could not be prepared ({type(rest.exception()).__name__}). The web process goes on and calls humans.")
        await waiting
        say("Stopping.")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(child.stop() for child in children))
        if bundled is not None:
            bundled.leave()


def _prepared_database(settings: Settings) -> tuple[BundledPostgres | None, str]:
    """The bundled server, if it is ours to run, and the URL of a database that is up to date."""
    bundled = BundledPostgres(settings.data_dir / "postgres") if settings.database_url is None else None
    url = bundled.url if bundled else settings.database_url or ""
    try:
        refuse_unless_durable(url)
        bring_up_to_date(url)
    except BaseException:
        if bundled is not None:
            bundled.leave()
        raise
    return bundled, url


async def _rest(settings: Settings, me: Sequence[str], shared: Mapping[str, str], children: list[Child], begun: float) -> None:
    """Train what is missing or stale, then start the worker, Rasa and the actions."""
    # The web process gets the machine to itself until it answers: a webhook that comes now must not wait for models to load.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(_answers(f"http://127.0.0.1:{settings.internal_port}/healthz"), _WEB_FIRST_SECONDS)
    from bot.models import rasa_processes, stale

    missing = await asyncio.to_thread(stale, settings)
    worker = Child("worker", [*me, "worker"], shared, gives_way=True)
    if missing:
        say(f"Preparing models ({', '.join(missing)}): up to a quarter of an hour, once. Messages are already kept, and humans called.")
        training = Child("training", [*me, "train"], shared)
        children.append(training)
        training.process = await asyncio.create_subprocess_exec(*training.command, env={**os.environ, **shared}, cwd=PROJECT)
        if await training.process.wait() != 0:
            say("Training failed; see above. Going on with what there is.")
    rasa = rasa_processes(settings, shared["LANTERN_RASA_TOKEN"])
    started = [worker, *(Child(name, argv, env, gives_way=True, inherits=False) for name, argv, env in rasa)]
    children.extend(started)
    await asyncio.gather(_tell_when_ready(settings, begun), *(child.keep_running() for child in started))


async def _greet(settings: Settings, begun: float) -> None:
    """Say where everything is as soon as the web process answers."""
    await _answers(f"http://127.0.0.1:{settings.internal_port}/healthz")
    at = settings.public_url
    lines = [
        f"The web process answers ({time.monotonic() - begun:.1f} s).",
        f"  chat            {at}/",
        f"  desk            {at}/desk",
        f"  staff API       {at}/api/v1/openapi.json   (token: .venv/bin/lantern token create)",
        f"  health, metrics http://127.0.0.1:{settings.internal_port}/healthz, /readyz, /metrics",
        "First sign-in: .venv/bin/lantern advocate add NAME   makes an advocate and shows a password once.",
    ]
    if settings.practice:
        lines.insert(2, f"  practice phone  {at}/practice")
    say("\n".join(lines))


async def _tell_when_ready(settings: Settings, begun: float) -> None:
    await _answers(f"{settings.rasa_url}/version")
    say(f"The assistant answers ({time.monotonic() - begun:.1f} s).")


async def _answers(url: str) -> None:
    async with httpx.AsyncClient(timeout=1, trust_env=False) as client:
        while True:
            with contextlib.suppress(httpx.HTTPError):
                if (await client.get(url)).status_code < 500:
                    return
            await asyncio.sleep(0.1)


async def _watch_postgres(bundled: BundledPostgres) -> None:
    while True:
        await asyncio.sleep(0.5)
        if not bundled.alive():
            say("PostgreSQL ended; starting it again.")
            with contextlib.suppress(Exception):
                # Refused while orphaned backends leave, and never done when it dies again meanwhile: the next round tries again.
                await asyncio.wait_for(asyncio.to_thread(bundled.start_again), _START_POSTGRES_WITHIN_SECONDS)
