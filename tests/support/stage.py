"""A stage for use cases: the real database, sealing and job queue; fakes for the provider, triage, language, dialogue and the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import SendOutcome, SendResult
from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Intent
from bot.domain.hours import Hours
from bot.domain.ladder import DEFAULT
from bot.domain.language import Language, LanguageGuess
from bot.domain.levels import Assessment, Level, Signal
from bot.domain.paging import PageWay
from bot.domain.questions import Choice, Question
from bot.domain.records import Incoming
from bot.domain.views import ConversationView
from bot.jobs.queue import Jobs
from bot.ports import Words
from bot.security import passwords
from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.storage.engine import libpq_url, make_engine
from bot.storage.queries.desk import PostgresDesk
from bot.storage.rota import PostgresRotaBook
from bot.storage.spill import SpillFiles
from bot.storage.staff import Hashing, PostgresStaff
from bot.storage.unit_of_work import PostgresUnits
from bot.usecases.climb_ladder import ClimbLadder
from bot.usecases.close import Close
from bot.usecases.correct_level import CorrectLevel
from bot.usecases.deliver_messages import DeliverMessages
from bot.usecases.hand_back import HandBack
from bot.usecases.keep_message import KeepMessage
from bot.usecases.receive_message import ReceiveMessage, Taken
from bot.usecases.record_status import RecordStatus
from bot.usecases.reply import Reply
from bot.usecases.send_pages import SendPages
from bot.usecases.stand_in import StandIn
from bot.usecases.take_over import TakeOver
from bot.usecases.take_turn import TakeTurn

MARIA = "+15551230001"
ALWAYS_OPEN = Hours(ZoneInfo("UTC"))


class SetClock:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **time: float) -> None:
        """Let time go by: `pass_by(minutes=3)`."""
        self.time += timedelta(**time)


class WordTriage:
    """Hears `knife` as an emergency, `locked` as urgent, `passport` as elevated, and `packed` with `i go first` as an emergency.

    `quick` hears only the knife.
    """

    heard: ClassVar = {
        "knife": ("weapon", Level.EMERGENCY),
        "locked": ("locked_in", Level.URGENT),
        "passport": ("papers_held", Level.ELEVATED),
    }

    def quick(self, text: str) -> Assessment:
        return self._read(text, ["knife"])

    def full(self, text: str) -> Assessment:
        return self._read(text, list(self.heard))

    def _read(self, text: str, words: Sequence[str]) -> Assessment:
        signals = tuple(Signal(*self.heard[word], word) for word in words if word in text.lower())
        if "packed" in text and "i go first" in text and len(words) > 1:
            signals = (*signals, Signal("being_moved", Level.EMERGENCY, text))
        return Assessment(max((each.level for each in signals), key=lambda each: each.rank, default=Level.ROUTINE), signals)


class TaggedLanguages:
    """Reads the language from a tag such as `[es]` in the text; without one it is unknown. `[mam]` needs a voice, `[am?]` may be two."""

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        for code in ("en", "es", "ar", "vi"):
            if f"[{code}]" in text:
                return LanguageGuess(code, 1.0, "tag")
            if text == f"lang:{code}":
                return LanguageGuess(code, 1.0, "asked", requested=True)
        if "[mam]" in text:
            return LanguageGuess(previous or "unknown", 0.0, "none", by_voice="mam")
        likely = ("am", "ti") if "[am?]" in text else () if text == "🙂" else ("es", "en")
        return LanguageGuess(previous or "unknown", 0.0, "none", alternatives=likely)


@dataclass
class FakeDialogue:
    """Understands `passport` and `person`; is unavailable when told to be."""

    available: bool = True
    asked: list[tuple[str, DialogueContext]] = field(default_factory=list)

    async def understand(self, text: str) -> Intent:
        self._check()
        for word, intent in (("passport", "papers_held"), ("person", "ask_for_person"), ("hello", "greet"), ("sick", "need_doctor")):
            if word in text:
                return Intent(intent, 0.9)
        return Intent("greet", 0.1)

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        self._check()
        self.asked.append((intent, context))
        match intent:
            case "papers_held":
                return DialogueReply(("papers.rights",), question=Question.NEXT)
            case "ask_for_person" | "accept_human":
                return DialogueReply(("human.coming",), frozenset({Effect.CALL_HUMAN}))
            case "need_doctor":
                return DialogueReply(("health.care", "needs.place"), question=Question.PLACE)
            case "not_understood":
                return DialogueReply(("unclear.ask",), question=Question.NEXT)
        return DialogueReply(("hello.safe_to_write",), question=Question.SAFE_TO_WRITE)

    def _check(self) -> None:
        if not self.available:
            raise DialogueUnavailable


class PlainWording:
    """Renders an id as `language:id`, so that tests see what was said and in which language. Nothing in it is a draft."""

    def render(
        self, message_id: str, language: str, channel: Channel, about: str = "", back: str = "", choices: Sequence[Choice] = ()
    ) -> Words:
        told = f"({about})" if message_id in ("language.by_voice", "language.person_coming") else ""
        told = f"({back})" if message_id == "human.closed" else told
        language = language if language in ("en", "es", "ar", "vi") else "en"
        return Words(message_id, f"{language}:{message_id}{told}", language, True, 1)

    def label(self, choice: Choice, language: str) -> str:
        return choice.label

    def labels(self, label: str) -> Collection[str]:
        return {label.removeprefix("choice.").replace("_", " ")}

    def more(self, message_id: str) -> str | None:
        return "papers.without_them" if message_id == "papers.rights" else None

    def moment(self, when: datetime, language: str) -> str:
        return when.strftime("%a %H:%M")

    def has_content(self, language: str) -> bool:
        return language in ("en", "es", "ar")

    def languages(self) -> Sequence[Language]:
        return [
            Language("en", "English", "English", "ltr", True),
            Language("es", "Español", "Spanish", "ltr", True),
            Language("ar", "العربية", "Arabic", "rtl", True),
            Language("vi", "Tiếng Việt", "Vietnamese", "ltr", False),
            Language("mam", "Mam", "Mam", "ltr", False, offered=False),
        ]


class FewPlaces:
    """Knows one bed in Maine and one lawyer everywhere."""

    def lines(self, need: str, place: str | None, language: str | None) -> Sequence[str]:
        return [
            line
            for line, known in (("Bed: 1-800-555-0101", ("need_bed", "ME")), ("Lawyer: 1-800-555-0102", ("need_lawyer", place)))
            if known == (need, place)
        ]


@dataclass
class FakeProvider:
    """Records what is sent; `outcomes` are used up first, then everything is accepted."""

    outcomes: list[SendOutcome] = field(default_factory=list)
    found: SendOutcome = field(default_factory=lambda: SendOutcome(SendResult.RETRY))
    sent: list[tuple[str, str]] = field(default_factory=list)
    validities: list[int | None] = field(default_factory=list)

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        outcome = self.outcomes.pop(0) if self.outcomes else SendOutcome(SendResult.ACCEPTED, f"SM{uuid4().hex}")
        if outcome.result is SendResult.ACCEPTED:
            self.sent.append((to.value, text))
            self.validities.append(valid_seconds)
        return outcome

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        return self.found

    def texts(self, to: str = MARIA) -> list[str]:
        """What reached `to`."""
        return [text for number, text in self.sent if number == to]


@dataclass
class FakePager:
    """Takes every page, except by the ways and addresses that are `broken`."""

    broken: set[str] = field(default_factory=set)
    pages: list[tuple[str, str, str]] = field(default_factory=list)

    async def page(self, way: PageWay, address: str, text: str) -> SendOutcome:
        if {way.value, address} & self.broken:
            return SendOutcome(SendResult.REFUSED, error_code="broken")
        self.pages.append((way.value, address, text))
        return SendOutcome(SendResult.ACCEPTED, f"SM{uuid4().hex}" if way is PageWay.SMS else None)

    def called(self) -> list[str]:
        """The addresses that took a page, in order."""
        return [address for _, address, _ in self.pages]


@dataclass
class Stage:
    """The use cases, wired, and short ways to play a scene."""

    engine: AsyncEngine
    units: PostgresUnits
    clock: SetClock
    dialogue: FakeDialogue
    provider: FakeProvider
    triage: WordTriage
    desk: PostgresDesk
    staff: PostgresStaff
    sealing: ConversationSealing
    jobs: Jobs
    receive: ReceiveMessage
    spill: SpillFiles
    keep: KeepMessage
    unkept: list[Level]
    take_turn: TakeTurn
    deliver: DeliverMessages
    stand_in: StandIn
    record_status: RecordStatus
    take_over: TakeOver
    reply: Reply
    hand_back: HandBack
    close: Close
    correct_level: CorrectLevel
    rota: PostgresRotaBook
    pager: FakePager
    climb_ladder: ClimbLadder
    send_pages: SendPages

    async def text_in(self, text: str, sender: str = MARIA, *, sid: str | None = None, flags: Sequence[str] = ("carrier",)) -> Taken:
        """A text arrives."""
        return await self.receive(Incoming(sid or f"SM{uuid4().hex}", Address(Channel.SMS, sender), text, flags))

    async def texts(self, text: str, sender: str = MARIA, *, flags: Sequence[str] = ("carrier",)) -> UUID:
        """A text arrives, the worker takes the turn and delivers; returns the conversation."""
        await self.text_in(text, sender, flags=flags)
        conversation = await self.conversation_of(sender)
        await self.take_turn(conversation)
        await self.deliver(conversation)
        return conversation

    async def conversation_of(self, sender: str = MARIA) -> UUID:
        """The newest conversation of a number."""
        return (await self.desk.find(Channel.SMS, sender))[0]

    async def see(self, conversation: UUID) -> ConversationView:
        """The conversation as the desk shows it."""
        view = await self.desk.conversation(conversation)
        assert view is not None
        return view

    async def advocate(self, name: str) -> UUID:
        """An advocate of that name."""
        return (await self.staff.add_advocate(name, None)).id


@asynccontextmanager
async def staged(database_url: str, directory: Path) -> AsyncIterator[Stage]:
    """A stage on `database_url`, its keys in `directory`."""
    engine = make_engine(database_url)
    clock, dialogue, provider, triage = SetClock(), FakeDialogue(), FakeProvider(), WordTriage()
    languages, wording, referrals = TaggedLanguages(), PlainWording(), FewPlaces()
    sealing = ConversationSealing(KeyFiles(directory / "keys"))
    jobs = Jobs(libpq_url(database_url))
    units = PostgresUnits(engine, sealing, jobs)
    deliver = DeliverMessages(units, clock, provider)
    pager = FakePager()
    send_pages = SendPages(units, clock, pager, DEFAULT, "Info Line")
    receive = ReceiveMessage(units, clock, triage)
    spill, unkept = SpillFiles(directory / "spill", sealing), list[Level]()
    hashing = Hashing(passwords.hash_password, passwords.password_matches, passwords.new_token, passwords.token_hash)
    yield Stage(
        engine=engine,
        units=units,
        clock=clock,
        dialogue=dialogue,
        provider=provider,
        triage=triage,
        desk=PostgresDesk(engine, sealing),
        staff=PostgresStaff(engine, clock, hashing),
        sealing=sealing,
        jobs=jobs,
        receive=receive,
        spill=spill,
        keep=KeepMessage(receive, units, clock, spill, unkept.append),
        unkept=unkept,
        take_turn=TakeTurn(units, clock, triage, languages, dialogue, wording, referrals, ALWAYS_OPEN),
        deliver=deliver,
        stand_in=StandIn(units, clock, languages, wording, deliver),
        record_status=RecordStatus(units, clock, send_pages.news),
        take_over=TakeOver(units, clock),
        reply=Reply(units, clock),
        hand_back=HandBack(units, clock, wording),
        close=Close(units, clock),
        correct_level=CorrectLevel(units, clock),
        rota=PostgresRotaBook(engine, sealing, clock),
        pager=pager,
        climb_ladder=ClimbLadder(units, clock, wording, ALWAYS_OPEN, DEFAULT),
        send_pages=send_pages,
    )
    await engine.dispose()
