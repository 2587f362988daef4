"""The composition root: the one place that knows every part and wires them together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import sqlalchemy as sa
from litestar.types import ControllerRouterHandler
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.direct import ByChannel, ShownOnPage
from bot.channels.paging.carriers import Carriers
from bot.channels.twilio_sms.api import TwilioApi
from bot.channels.twilio_sms.listing import TwilioLedger
from bot.channels.twilio_sms.sender import TwilioSender
from bot.channels.twilio_sms.webhook import TwilioWebhooks
from bot.dialogue.rasa_client import RasaDialogue
from bot.dialogue.without_rasa import OwnIntentsWithoutRasa
from bot.domain.addresses import Channel
from bot.domain.budget import Limits
from bot.domain.levels import Level
from bot.domain.rota import Duty, duty_at
from bot.domain.troubles import TroubleSeen
from bot.jobs.queue import Jobs
from bot.language.detectors import Lingua
from bot.language.identifier import LanternLanguages
from bot.language.late import LateLanguages
from bot.language.table import LanguageTable
from bot.ports import Clock, Dialogue, Sender, Translator
from bot.referrals.directory import Directory
from bot.security import passwords
from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.settings import PROJECT, Settings
from bot.storage.change_feed import PostgresChangeFeed
from bot.storage.clock import MovableClock, SystemClock
from bot.storage.engine import libpq_url, make_engine
from bot.storage.queries.desk import PostgresDesk
from bot.storage.rota import PostgresRotaBook
from bot.storage.spill import SpillFiles
from bot.storage.staff import Hashing, PostgresStaff
from bot.storage.unit_of_work import PostgresUnits
from bot.triage.phrases import LatePhraseRules
from bot.triage.triage import LanternTriage
from bot.usecases.climb_ladder import ClimbLadder
from bot.usecases.close import Close
from bot.usecases.correct_level import CorrectLevel
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.hand_back import HandBack
from bot.usecases.keep_message import KeepMessage
from bot.usecases.page_without_database import PageWithoutDatabase
from bot.usecases.receive_message import ReceiveMessage
from bot.usecases.reconcile import Reconcile, ReconcileOnSchedule
from bot.usecases.record_status import RecordStatus
from bot.usecases.refused_webhooks import RefusedWebhooks
from bot.usecases.reply import Reply
from bot.usecases.send_pages import SendPages
from bot.usecases.stand_in import StandIn
from bot.usecases.take_over import TakeOver
from bot.usecases.take_turn import TakeTurn
from bot.vectors import RecentVectors, SentenceVectors
from bot.web.chat.routes import chat_pages
from bot.web.console.routes import desk_pages
from bot.web.metrics import danger_unkept
from bot.web.practice.routes import practice_pages
from bot.web.services import Services
from bot.wording.catalogue import Catalogues
from bot.wording.stale import DAYS


@dataclass(frozen=True, slots=True)
class Parts:
    """What both long-running processes share."""

    settings: Settings
    engine: AsyncEngine
    clock: Clock
    units: PostgresUnits
    sealing: ConversationSealing
    jobs: Jobs
    desk: PostgresDesk
    staff: PostgresStaff
    languages: LateLanguages
    wording: Catalogues
    referrals: Directory
    triage: LanternTriage
    vectors: RecentVectors
    deliver: DeliverMessages
    climb_ladder: ClimbLadder
    send_pages: SendPages
    page_without_database: PageWithoutDatabase
    ledger: TwilioLedger | None

    def receive(self) -> ReceiveMessage:
        """The door through which every message comes in."""
        return ReceiveMessage(self.units, self.clock, self.triage, self.settings.quiet_seconds, self.wording.labels)

    def record_status(self) -> RecordStatus:
        """What the provider says of a delivery or of a page."""
        return RecordStatus(self.units, self.clock, self.send_pages.news)

    def reconcile(self) -> ReconcileOnSchedule | None:
        """The comparison with the provider's own list; None without a provider. In the provider's time, which nobody can move."""
        if self.ledger is None:
            return None
        return ReconcileOnSchedule(Reconcile(self.units, SystemClock(), self.ledger, self.receive(), self.record_status()))

    def take_turn(self, dialogue: Dialogue) -> TakeTurn:
        """The worker's use case."""
        return TakeTurn(
            units=self.units,
            clock=self.clock,
            triage=self.triage,
            languages=self.languages,
            dialogue=dialogue,
            wording=self.wording,
            referrals=self.referrals,
            hours=self.settings.desk_hours,
            quiet_seconds=self.settings.quiet_seconds,
            limits=Limits(self.settings.replies_in_ten_minutes, self.settings.replies_a_day),
        )

    def stand_in(self) -> StandIn:
        """The web process's use case for when the worker does not answer."""
        return StandIn(self.units, self.clock, self.languages, self.wording, self.deliver, self.settings.quiet_seconds)

    def dialogue(self, token: str) -> Dialogue:
        """Our Rasa process, and what we say without it."""
        return OwnIntentsWithoutRasa(RasaDialogue(self.settings.rasa_url, token, self.vectors.both))


@asynccontextmanager
async def opened(settings: Settings, *, pool_size: int = 10, light_languages: bool = False) -> AsyncIterator[Parts]:
    """The parts on the database of `settings`; closes what it opened.

    `light_languages`: the web process names a language only to hold a person until somebody comes, and must not stall while it loads.
    """
    if settings.database_url is None:
        raise RuntimeError("no database: start through `lantern run`, or set DATABASE_URL")
    engine = make_engine(settings.database_url, pool_size=pool_size)
    background: set[asyncio.Task[None]] = set()
    clock: Clock = SystemClock()
    if settings.practice:
        clock = MovableClock(engine)
        _keep(background, clock.follow())
    sealing = ConversationSealing(KeyFiles(settings.data_dir / "keys"))
    jobs = Jobs(libpq_url(settings.database_url))
    units = PostgresUnits(engine, sealing, jobs)
    vectors = RecentVectors(SentenceVectors())
    sender, ledger = _sender(settings), _ledger(settings)
    carriers = Carriers(sender, settings.smtp_url, settings.pages_from)
    hashing = Hashing(passwords.hash_password, passwords.password_matches, passwords.new_token, passwords.token_hash)
    wording = Catalogues(PROJECT, service_name=settings.service_name, allow_drafts=settings.allow_drafts)
    try:
        yield Parts(
            settings=settings,
            engine=engine,
            clock=clock,
            units=units,
            sealing=sealing,
            jobs=jobs,
            desk=PostgresDesk(engine, sealing),
            staff=PostgresStaff(engine, clock, hashing),
            languages=_languages(settings, light=light_languages),
            wording=wording,
            referrals=Directory(PROJECT / "config" / "resources", {each.code: each.name for each in wording.languages()}),
            triage=LanternTriage(vectors, settings.model_dir, LatePhraseRules(PROJECT / "nlu_data")),
            vectors=vectors,
            climb_ladder=ClimbLadder(units, clock, wording, settings.desk_hours, settings.ladder),
            page_without_database=PageWithoutDatabase(units, clock, settings.desk_hours, carriers, settings.service_name),
            send_pages=SendPages(units, clock, carriers, settings.ladder, settings.service_name),
            deliver=DeliverMessages(units, clock, ByChannel({Channel.SMS: sender, Channel.CHAT: ShownOnPage()})),
            ledger=ledger,
        )
    finally:
        for task in background:
            task.cancel()
        if isinstance(sender, TwilioSender):
            await sender.close()
        await carriers.close()
        if ledger is not None:
            await ledger.close()
        await engine.dispose()


def services(parts: Parts, feed: PostgresChangeFeed) -> Services:
    """What the routes of the web process work with."""
    settings = parts.settings
    return Services(
        clock=parts.clock,
        desk=parts.desk,
        staff=parts.staff,
        feed=feed,
        wording=parts.wording,
        translator=_translator(settings),
        keep=_keep_message(parts),
        refused=RefusedWebhooks(parts.units, parts.clock),
        record_status=parts.record_status(),
        take_over=TakeOver(parts.units, parts.clock),
        reply=Reply(parts.units, parts.clock),
        hand_back=HandBack(parts.units, parts.clock, parts.wording),
        close=Close(parts.units, parts.clock),
        correct_level=CorrectLevel(parts.units, parts.clock),
        rota=PostgresRotaBook(parts.engine, parts.sealing, parts.clock),
        webhooks=_webhooks(settings),
        practice_clock=parts.clock if isinstance(parts.clock, MovableClock) else None,
        words_status=parts.wording.status,
        stale_facts=lambda today: [*parts.wording.stale(today, DAYS), *parts.referrals.stale(today, DAYS)],
        content_owner=settings.content_owner,
        known_addresses=frozenset(each.web for each in parts.referrals.resources if each.web),
        troubles=lambda: _troubles(parts),
        duty=lambda: _duty(parts),
        ladder=settings.ladder,
        ready=lambda: _answers(parts.engine),
        service_name=settings.service_name,
        advocate_language=settings.advocate_language,
        time_zone=settings.desk_hours.zone.key,
        public_url=settings.public_url,
        secure=settings.secure,
    )


def _keep_message(parts: Parts) -> KeepMessage:
    spill = SpillFiles(parts.settings.data_dir / "spill", parts.sealing)

    def danger(level: Level) -> None:
        danger_unkept.labels(level.value).inc()
        parts.page_without_database(level)

    return KeepMessage(parts.receive(), parts.units, parts.clock, spill, danger)


def pages(provided: Services) -> list[ControllerRouterHandler]:
    """The routers of the pages; the practice phone only in practice mode."""
    shown: list[ControllerRouterHandler] = [chat_pages, desk_pages]
    return [*shown, practice_pages] if provided.practice_clock is not None else shown


def _languages(settings: Settings, *, light: bool) -> LateLanguages:
    def make() -> LanternLanguages:
        enabled = LanguageTable.load(PROJECT).enabled
        return LanternLanguages(PROJECT, settings.model_dir, lingua=Lingua(enabled, light=light))

    return LateLanguages(make)


def _translator(settings: Settings) -> Translator | None:
    if settings.translate_url is None:
        return None
    from bot.translation.libretranslate import LibreTranslateGist

    return LibreTranslateGist(settings.translate_url)


def _sender(settings: Settings) -> Sender:
    twilio = settings.twilio
    if twilio is None:
        return ShownOnPage()
    return TwilioSender(
        api_base_url=twilio.api_base_url,
        account_sid=twilio.account_sid,
        auth_token=twilio.auth_tokens[0],
        sender=twilio.sender,
        messaging_service=twilio.messaging_service,
        status_callback=f"{settings.public_url}/hooks/twilio/status",
    )


def _ledger(settings: Settings) -> TwilioLedger | None:
    twilio = settings.twilio
    if twilio is None:
        return None
    own = (twilio.sender,) if twilio.sender else ()
    api = TwilioApi(twilio.api_base_url, twilio.account_sid, twilio.auth_tokens[0])
    return TwilioLedger(api, sender=twilio.sender, messaging_service=twilio.messaging_service, own_numbers=own)


def _webhooks(settings: Settings) -> TwilioWebhooks | None:
    twilio = settings.twilio
    if twilio is None:
        return None
    return TwilioWebhooks(twilio.account_sid, twilio.auth_tokens, settings.public_url, twilio.own_numbers)


async def _troubles(parts: Parts) -> Sequence[TroubleSeen]:
    async with parts.units() as unit:
        return await unit.troubles(parts.clock.now())


async def _duty(parts: Parts) -> Duty:
    now = parts.clock.now()
    async with parts.units() as unit:
        return duty_at(await unit.rota(now), parts.settings.desk_hours, now)


async def _answers(engine: AsyncEngine) -> bool:
    try:
        async with asyncio.timeout(2), engine.connect() as connection:
            # Somebody may switch it off while we run (trust.md F30).
            return bool(await connection.scalar(sa.text("SELECT current_setting('fsync') = 'on'")))
    except (SQLAlchemyError, TimeoutError):
        return False


def _keep(tasks: set[asyncio.Task[None]], work: Coroutine[None, None, None]) -> None:
    task = asyncio.get_running_loop().create_task(work)
    tasks.add(task)
