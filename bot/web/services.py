"""What the web process works with. `bot/app.py` fills it; routes take from it and know nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.ladder import Ladder
from bot.domain.rota import Duty
from bot.domain.troubles import TroubleSeen
from bot.domain.views import StaleFact
from bot.ports import ChangeFeed, Clock, DeskQueries, PracticeClock, RotaBook, SmsWebhooks, Staff, Translator, Wording
from bot.usecases.close import Close
from bot.usecases.correct_level import CorrectLevel
from bot.usecases.hand_back import HandBack
from bot.usecases.keep_message import KeepMessage
from bot.usecases.record_status import RecordStatus
from bot.usecases.refused_webhooks import RefusedWebhooks
from bot.usecases.reply import Reply
from bot.usecases.take_over import TakeOver


@dataclass(frozen=True, slots=True)
class Services:
    """Use cases, queries and settings for the routes. `practice_clock` is None on a real line; `webhooks` without a provider.

    `words_status`: texts by language and state; `stale_facts`: what nobody has checked lately, for `content_owner` (an advocate's name;
    everybody when None). `troubles`: what is wrong with the line now; `duty`: who is on duty now, as the ladder sees it. `known_addresses`:
    web addresses that our words may link to.
    """

    clock: Clock
    desk: DeskQueries
    staff: Staff
    feed: ChangeFeed
    wording: Wording
    translator: Translator | None
    keep: KeepMessage
    refused: RefusedWebhooks
    record_status: RecordStatus
    take_over: TakeOver
    reply: Reply
    hand_back: HandBack
    close: Close
    correct_level: CorrectLevel
    rota: RotaBook
    webhooks: SmsWebhooks | None
    practice_clock: PracticeClock | None
    words_status: Callable[[], Mapping[str, Mapping[str, int]]]
    stale_facts: Callable[[date], Sequence[StaleFact]]
    content_owner: str | None
    known_addresses: Collection[str]
    troubles: Callable[[], Awaitable[Sequence[TroubleSeen]]]
    duty: Callable[[], Awaitable[Duty]]
    ladder: Ladder
    ready: Callable[[], Awaitable[bool]]
    service_name: str
    advocate_language: str
    time_zone: str
    public_url: str
    secure: bool
