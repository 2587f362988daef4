"""The pages of chat, desk and practice phone on a loopback port, with everything behind them kept in memory.

`Line` fulfils what the routes take from `Services`: it keeps conversations, lets the real ownership table decide, and tells the feed.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from bot.domain.addresses import Address, Channel
from bot.domain.ladder import DEFAULT
from bot.domain.levels import Level, Signal
from bot.domain.memory import Memory
from bot.domain.ownership import Event, Owner, Ownership, after
from bot.domain.records import Incoming
from bot.domain.troubles import TroubleSeen
from bot.domain.views import AdvocateView, AlertView, ConversationView, EventView, MessageView, QueueEntry, StaleFact
from bot.ports import Change, ChangeKind
from bot.settings import PROJECT
from bot.usecases.advocate_acts import NoSuchConversation
from bot.usecases.receive_message import Taken
from bot.usecases.reply import LONGEST_REPLY, EmptyReply, PersonOptedOut, ReplyTooLong
from bot.web.chat.routes import chat_pages
from bot.web.console.routes import desk_pages
from bot.web.practice.routes import practice_pages
from bot.web.server import public_app
from bot.web.services import Services
from bot.wording.catalogue import Catalogues
from tests.support.memory_rota import MemoryRota
from tests.support.quick_server import QuickServer, with_compiled_templates

PASSWORD = "three words at night"
WORDS = Catalogues(PROJECT)


class OwnClock:
    """The time on the line; practice mode moves it."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def advance(self, minutes: float) -> datetime:
        self._offset += timedelta(minutes=minutes)
        return self.now()


class Feed:
    """News to everybody who listens, with bounded queues as the real feed has."""

    def __init__(self, heartbeat: float = 15.0) -> None:
        self.heartbeat = heartbeat
        self.readers: set[asyncio.Queue[Change]] = set()

    async def changes(self, only: UUID | None = None) -> AsyncIterator[Change]:
        queue: asyncio.Queue[Change] = asyncio.Queue(256)
        self.readers.add(queue)
        try:
            while True:
                try:
                    change = await asyncio.wait_for(queue.get(), self.heartbeat)
                except TimeoutError:
                    change = Change(ChangeKind.HEARTBEAT)
                if change.kind is not ChangeKind.CONVERSATION or only is None or change.conversation == only:
                    yield change
        finally:
            self.readers.discard(queue)

    def tell(self, conversation: UUID) -> None:
        """A conversation changed."""
        for queue in self.readers:
            if queue.full():
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(Change(ChangeKind.RESYNC))
            else:
                queue.put_nowait(Change(ChangeKind.CONVERSATION, conversation))


class MemoryStaff:
    """Advocates who all have the same password; sessions end when a test ends them."""

    def __init__(self) -> None:
        self.advocates = {name: AdvocateView(uuid4(), name) for name in ("Ana", "Ben")}
        self.sessions: dict[str, AdvocateView] = {}
        self.tried: list[tuple[str, str]] = []
        # The tokens of open pages, each time one says so.
        self.here: list[str] = []

    async def sign_in(self, name: str, password: str) -> str | None:
        self.tried.append((name, password))
        advocate = self.advocates.get(name.strip())
        if advocate is None or password != PASSWORD:
            return None
        token = uuid4().hex
        self.sessions[token] = advocate
        return token

    async def advocate_of_session(self, token: str, *, open_page: bool = False) -> AdvocateView | None:
        if open_page:
            self.here.append(token)
        return self.sessions.get(token)

    async def sign_out(self, token: str) -> None:
        self.sessions.pop(token, None)


@dataclass
class Gist:
    """A machine translation that says so."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)

    async def gist(self, text: str, source: str, target: str) -> str | None:
        self.asked.append((text, source, target))
        return f"[{source}->{target}] {len(text)} characters"


class Line:
    """Everything behind the pages."""

    def __init__(self) -> None:
        self.clock, self.feed, self.staff = OwnClock(), Feed(), MemoryStaff()
        self.views: dict[UUID, ConversationView] = {}
        self.addresses: dict[UUID, Address] = {}
        self.receipts: set[tuple[Channel, str]] = set()
        self.reads: list[tuple[UUID, UUID | None]] = []
        self.replies: list[str] = []
        self.stale: list[StaleFact] = []
        self.wrong: list[TroubleSeen] = []
        self.rota = MemoryRota(lambda: {each.id: each.name for each in self.staff.advocates.values()}, self.clock.now)
        self.fails: Exception | None = None
        # When set, the answer to a take-over waits for it: a slow network.
        self.slow: asyncio.Event | None = None
        # Conversations that say the same, behind the one that stands for them.
        self.alike: dict[UUID, list[UUID]] = {}

    # what happens on the line

    def opens(
        self, text: str, *, address: Address | None = None, language: str | None = None, level: Level = Level.ROUTINE,
        signals: Sequence[Signal] = (), waiting: bool = False, waited: float = 0, opted_out: bool = False, flags: Sequence[str] = (),
    ) -> UUID:  # fmt: skip
        """A conversation begins with `text`; `waited` minutes ago when it waits for a human."""
        now = self.clock.now() - timedelta(minutes=waited)
        identity = uuid4()
        address = address or Address(Channel.SMS, f"+1555{len(self.views):07d}")
        alert = (AlertView(level, now, ", ".join(each.name.replace("_", " ") for each in signals) or level.value),) if waiting else ()
        called = (EventView("human_called", "assistant", now, {"level": level.value, "reason": alert[0].reason}),) if alert else ()
        self.views[identity] = ConversationView(
            id=identity, number=len(self.views) + 1, channel=address.channel.value, level=level, signals=tuple(signals),
            owner=Owner.WAITING if waiting else Owner.ASSISTANT, advocate=None, advocate_id=None, language=language,
            opted_out=opted_out, alerts=alert, messages=(), events=(EventView("opened", "person", now, {}), *called), opened_at=now,
            waiting_since=now if waiting else None, last_inbound_at=now, open_question=None, memory=Memory(),
        )  # fmt: skip
        self.addresses[identity] = address
        self.hears(identity, text, language=language, flags=flags, at=now)
        return identity

    def hears(
        self, conversation: UUID, text: str, *, language: str | None = None, flags: Sequence[str] = (), at: datetime | None = None
    ) -> UUID:
        """The person writes."""
        return self._add(conversation, "in", "person", text, "heard", language, flags=tuple(flags), at=at)

    def says(
        self, conversation: UUID, text: str, *, language: str | None = None, state: str = "delivered", code: str | None = None
    ) -> UUID:
        """The assistant's words."""
        return self._add(conversation, "out", "assistant", text, state, language, code=code)

    def _add(
        self, conversation: UUID, direction: str, author: str, text: str, state: str, language: str | None, *, code: str | None = None,
        flags: tuple[str, ...] = (), advocate: str | None = None, at: datetime | None = None,
    ) -> UUID:  # fmt: skip
        view = self.views[conversation]
        message = MessageView(
            id=uuid4(), direction=direction, author=author, advocate=advocate, text=text, language=language,
            message_id="some.id" if author == "assistant" else None, flags=flags, at=at or self.clock.now(), state=state, error_code=code,
        )  # fmt: skip
        self.change(conversation, messages=(*view.messages, message))
        return message.id

    def change(self, conversation: UUID, **changes: Any) -> None:
        """The conversation is different now, and the feed says so."""
        self.views[conversation] = replace(self.views[conversation], **changes)
        self.feed.tell(conversation)

    # the use cases

    async def troubles(self) -> list[TroubleSeen]:
        return self.wrong

    async def receive(self, incoming: Incoming) -> Taken:
        self._may_fail()
        receipt = (incoming.address.channel, incoming.provider_id)
        if receipt in self.receipts:
            return Taken.SEEN_BEFORE
        self.receipts.add(receipt)
        found = await self.find(incoming.address.channel, incoming.address.value, 1)
        if found and self.views[found[0]].owner is not Owner.CLOSED:
            self.hears(found[0], incoming.text, flags=incoming.flags)
        else:
            self.opens(incoming.text, address=incoming.address, flags=incoming.flags, language=incoming.language)
        return Taken.KEPT

    def _act(self, conversation: UUID, advocate: UUID, event: Event) -> ConversationView:
        self._may_fail()
        view = self.views.get(conversation)
        if view is None:
            raise NoSuchConversation
        decided = after(Ownership(view.owner, view.advocate_id), event, advocate)
        names = {each.id: each.name for each in self.staff.advocates.values()}
        if decided.owner is not view.owner:
            happened = EventView(event.value, names[advocate], self.clock.now(), {})
            name = names[decided.advocate] if decided.advocate else None
            self.change(
                conversation, owner=decided.owner, advocate=name, advocate_id=decided.advocate, waiting_since=None,
                events=(*view.events, happened),
            )  # fmt: skip
        return self.views[conversation]

    async def take_over(self, conversation: UUID, advocate: UUID) -> None:
        self._act(conversation, advocate, Event.TAKE_OVER)
        if self.slow is not None:
            await self.slow.wait()

    async def hand_back(self, conversation: UUID, advocate: UUID) -> None:
        self._act(conversation, advocate, Event.HAND_BACK)

    async def correct_level(self, conversation: UUID, advocate: UUID, level: Level) -> None:
        self._act(conversation, advocate, Event.TAKE_OVER)
        self.change(conversation, level=level)

    async def close(self, conversation: UUID, advocate: UUID) -> None:
        self._act(conversation, advocate, Event.CLOSE)

    async def reply(self, conversation: UUID, advocate: UUID, text: str) -> None:
        if not text.strip():
            raise EmptyReply
        if len(text) > LONGEST_REPLY:
            raise ReplyTooLong
        await asyncio.sleep(0)
        view = self._act(conversation, advocate, Event.REPLY)
        if view.opted_out:
            raise PersonOptedOut
        self.replies.append(text)
        self._add(conversation, "out", "advocate", text, "accepted", view.language, advocate=view.advocate)

    def _may_fail(self) -> None:
        if self.fails is not None:
            raise self.fails

    # the queries

    async def queue(self, limit: int = 200, *, skip: int = 0, like: UUID | None = None) -> list[QueueEntry]:
        self._may_fail()
        behind = {each for members in self.alike.values() for each in members} - set(self.alike)
        shown = self.alike.get(like, []) if like else [each for each in self.views if each not in behind]
        open_ones = [each for each in (self.views[one] for one in shown) if each.owner is not Owner.CLOSED]
        open_ones.sort(
            key=lambda each: (-each.level.rank, each.owner is Owner.HUMAN, each.waiting_since or each.last_inbound_at or each.opened_at)
        )
        return [
            QueueEntry(
                each.id, each.number, each.channel, each.level, tuple(alert.reason for alert in each.alerts), each.owner, each.advocate,
                each.language, each.opted_out, each.waiting_since, each.last_inbound_at,
                sum(message.direction == "in" for message in each.messages), each.climb,
                1 if like else len(self.alike.get(each.id, [each.id])),
            )
            for each in open_ones[skip:][:limit]
        ]  # fmt: skip

    async def conversation(
        self, conversation: UUID, *, read_by: UUID | None = None, last: int | None = None, before: UUID | None = None
    ) -> ConversationView | None:
        self._may_fail()
        self.reads.append((conversation, read_by))
        view = self.views.get(conversation)
        if view is None or last is None:
            return view
        end = next((place for place, each in enumerate(view.messages) if each.id == before), len(view.messages))
        start = max(0, end - last)
        return replace(view, messages=view.messages[start:end], earlier=start > 0, later=before is not None)

    async def find(self, channel: Channel | None, address: str | None, limit: int = 100) -> list[UUID]:
        self._may_fail()
        found = [each for each, where in self.addresses.items() if where.value == address and where.channel == channel]
        return found[::-1][:limit]


@dataclass
class Served:
    """The pages, reachable at `url`."""

    url: str
    line: Line
    services: Services
    translator: Gist | None


def services_on(
    line: Line,
    *,
    url: str = "http://127.0.0.1",
    practice: bool = True,
    secure: bool = False,
    translator: Gist | None = None,
    content_owner: str | None = None,
) -> Services:
    """What the routes work with, on `line`."""

    async def ready() -> bool:
        return True

    behind: Any = line
    unused: Any = None
    keep: Any = SimpleNamespace(at_once=line.receive, wrong=tuple)
    return Services(
        clock=line.clock, desk=behind, staff=behind.staff, feed=line.feed, wording=WORDS, translator=translator, keep=keep,
        refused=lambda: None,
        record_status=unused, take_over=behind.take_over, reply=behind.reply, hand_back=behind.hand_back, close=behind.close,
        correct_level=behind.correct_level, rota=behind.rota, troubles=behind.troubles,
        duty=behind.rota.duty, ladder=DEFAULT, time_zone="America/New_York", webhooks=None,
        practice_clock=line.clock if practice else None, words_status=WORDS.status,
        stale_facts=lambda today: line.stale, content_owner=content_owner, known_addresses={"preblestreet.org"},
        ready=ready, service_name="Info Line", advocate_language="en", public_url=url,
        secure=secure,
    )  # fmt: skip


@asynccontextmanager
async def serving(
    *,
    practice: bool = True,
    secure: bool = False,
    translator: Gist | None = None,
    content_owner: str | None = None,
    csrf_secret: str = "0" * 64,
    port: int = 0,
) -> AsyncIterator[Served]:
    """The pages, served until the block ends."""
    # Named as TCP, or asyncio leaves Nagle on and every answer waits 40 ms for an acknowledgement.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", port))
    url = f"http://127.0.0.1:{door.getsockname()[1]}"
    line = Line()
    services = services_on(line, url=url, practice=practice, secure=secure, translator=translator, content_owner=content_owner)
    server = QuickServer(with_compiled_templates(public_app(services, [chat_pages, desk_pages, practice_pages], csrf_secret)))
    running = asyncio.create_task(server.serve(sockets=[door]))
    while not server.started and not running.done():
        await asyncio.sleep(0)
    try:
        yield Served(url, line, services, translator)
    finally:
        server.end()
        await running
        door.close()
