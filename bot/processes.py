"""The two long-running processes of our own: web and worker."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import structlog
import uvicorn
from litestar import Litestar

from bot.app import Parts, opened, pages, services
from bot.durable import refuse_unless_durable
from bot.observability import set_up_logging
from bot.settings import Settings
from bot.storage.change_feed import PostgresChangeFeed
from bot.storage.engine import libpq_url
from bot.usecases.keep_message import KeepMessage
from bot.usecases.reconcile import ReconcileOnSchedule
from bot.usecases.refused_webhooks import RefusedWebhooks
from bot.usecases.stand_in import StandIn
from bot.web.metrics import climbed, paged, show_keeping, stood_in
from bot.web.server import internal_app, new_csrf_secret, public_app

STAND_IN_EVERY_SECONDS = 1.0
LADDER_EVERY_SECONDS = 1.0
REPLAY_EVERY_SECONDS = 1.0
REPLAY_AGAIN_SECONDS = 0.5
RECONCILE_TICK_SECONDS = 5.0
TURNS_AT_ONCE = 12
# Two threads compute vectors; more would only take turns on a small machine.
COMPUTING_THREADS = 2
log = structlog.get_logger()


async def web(settings: Settings) -> None:
    """Serve both listeners until told to stop. Imports no TensorFlow; models load behind the first answers."""
    set_up_logging("web")
    await asyncio.to_thread(refuse_unless_durable, settings.database_url or "")
    async with opened(settings, pool_size=16, light_languages=True) as parts, asyncio.TaskGroup() as group:
        feed = PostgresChangeFeed(libpq_url(settings.database_url or ""))
        provided = services(parts, feed)
        show_keeping(provided.keep)
        servers = [
            _server(public_app(provided, pages(provided), new_csrf_secret()), settings.host, settings.port),
            _server(internal_app(provided), "127.0.0.1", settings.internal_port),
        ]
        helpers = [
            group.create_task(each)
            for each in (
                feed.run(),
                _stand_in_for_the_worker(parts.stand_in()),
                _replay_the_spill(provided.keep, provided.refused),
                _ladder(parts),
                asyncio.to_thread(_warm_web, parts),
            )
        ]
        with _stopped_by_signals(lambda: _ask_to_stop(servers)):
            await asyncio.gather(*(server.serve() for server in servers))
        for helper in helpers:
            helper.cancel()


async def worker(settings: Settings) -> None:
    """Take turns and deliver until told to stop; what was begun is finished first."""
    set_up_logging("worker")
    await asyncio.to_thread(refuse_unless_durable, settings.database_url or "")
    computing = ThreadPoolExecutor(COMPUTING_THREADS, thread_name_prefix="compute")
    asyncio.get_running_loop().set_default_executor(computing)
    async with opened(settings, pool_size=8) as parts:
        await asyncio.to_thread(_warm_worker, parts)
        dialogue = parts.dialogue(os.environ.get("LANTERN_RASA_TOKEN", ""))
        parts.jobs.handle("take_turn", parts.take_turn(dialogue), gave_up=parts.stand_in().could_not_read)
        parts.jobs.handle("deliver", parts.deliver)
        work = asyncio.create_task(parts.jobs.work(TURNS_AT_ONCE))
        helpers = [asyncio.create_task(each) for each in (_ladder(parts), _compare_with_the_provider(parts.reconcile()))]
        with _stopped_by_signals(work.cancel), contextlib.suppress(asyncio.CancelledError):
            await work
        for helper in helpers:
            helper.cancel()
        await asyncio.gather(*helpers, return_exceptions=True)


async def _stand_in_for_the_worker(stand_in: StandIn) -> None:
    while True:
        await asyncio.sleep(STAND_IN_EVERY_SECONDS)
        try:
            stood_in.inc(await stand_in())
        except Exception as failure:
            # The database may be away for a moment; whoever waits is still waiting in the next round.
            log.warning("stand_in.failed", error=type(failure).__name__)


async def _ladder(parts: Parts) -> None:
    """Once a second, in every process: whichever of them still runs calls people."""
    while True:
        await asyncio.sleep(LADDER_EVERY_SECONDS)
        # Each by itself: pages that are queued leave also when somebody's conversation cannot be opened.
        for do, counted in ((parts.climb_ladder, climbed), (parts.send_pages, paged)):
            try:
                counted.inc(await do())
            except Exception as failure:
                # The database may be away for a moment; what is due is still due in the next round.
                log.warning("ladder.failed", error=type(failure).__name__)
        with contextlib.suppress(Exception):
            await parts.page_without_database.remember()


async def _replay_the_spill(keep: KeepMessage, refused: RefusedWebhooks) -> None:
    """Take in what waits in the spill: at the start, soon after something is spilled, and until nothing waits. Note what was refused."""
    while True:
        taken = 0
        try:
            taken = await keep.catch_up()
            await refused.note()
        except Exception as failure:
            # The disk may fail for a moment; what waits goes on waiting.
            log.warning("replay.failed", error=type(failure).__name__)
        if keep.waiting():
            await asyncio.sleep(0 if taken else REPLAY_AGAIN_SECONDS)
        else:
            await keep.wait_for_spilled(REPLAY_EVERY_SECONDS)


async def _compare_with_the_provider(schedule: ReconcileOnSchedule | None) -> None:
    while schedule is not None:
        try:
            found = await schedule.tick()
            if found is not None and (found.taken_in or found.moved):
                log.warning("reconciled", taken_in=found.taken_in, moved=found.moved)
        except Exception as failure:
            # The database may be away for a moment; the next round begins where this one did.
            log.warning("reconcile.failed", error=type(failure).__name__)
        await asyncio.sleep(RECONCILE_TICK_SECONDS)


def _warm_web(parts: Parts) -> None:
    parts.triage.warm(full=False)
    parts.languages.identify("hello")


def _warm_worker(parts: Parts) -> None:
    parts.triage.warm(full=True)
    parts.languages.identify("hello")


class _QuietServer(uvicorn.Server):
    """uvicorn without its own signal handling: two servers share one process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server(app: Litestar, host: str, port: int) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        # Longer than the pause a provider makes between two webhooks on one connection.
        timeout_keep_alive=75,
        timeout_graceful_shutdown=3,
        lifespan="on",
    )
    return _QuietServer(config)


def _ask_to_stop(servers: list[uvicorn.Server]) -> None:
    for server in servers:
        server.should_exit = True


@contextlib.contextmanager
def _stopped_by_signals(stop: Callable[[], object]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
