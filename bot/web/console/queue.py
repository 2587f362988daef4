"""The queue: who needs a human, the most urgent and longest waiting first, in the order the query gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.ownership import Owner
from bot.domain.views import AdvocateView, QueueEntry
from bot.web.console.conversation_page import language_name
from bot.web.console.ladder_words import Calling, calling
from bot.web.console.words import CHANNELS, LEVEL_SIGNS, LevelSign, how_long, owner_words
from bot.web.services import Services


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the queue: no words of the person."""

    key: str
    path: str
    number: int
    level: str
    sign: LevelSign
    reasons: Sequence[str]
    wait: str
    waits: bool
    language: str
    channel: str
    owner: str
    mine: bool
    unheard: int
    opted_out: bool
    calling: Calling | None


async def rows(services: Services, advocate: AdvocateView) -> list[Row]:
    """The queue as the page shows it."""
    now = services.clock.now()
    languages = {each.code: each for each in services.wording.languages()}
    return [_row(services, each, language_name(languages, each.language), advocate, now) for each in await services.desk.queue()]


def _row(services: Services, entry: QueueEntry, language: str, advocate: AdvocateView, now: datetime) -> Row:
    waits = entry.owner is Owner.WAITING
    since = entry.waiting_since if waits else entry.last_inbound_at
    wait = _wait_words(now - since, waits=waits) if since is not None else ""
    mine = entry.owner is Owner.HUMAN and entry.advocate == advocate.name
    return Row(
        key=f"c-{entry.id}",
        path=f"/desk/conversations/{entry.id}",
        number=entry.number,
        level=entry.level.value,
        sign=LEVEL_SIGNS[entry.level],
        reasons=entry.reasons,
        wait=wait,
        waits=waits,
        language=language,
        channel=CHANNELS.get(entry.channel, entry.channel),
        owner="you answer" if mine else ("" if waits else owner_words(entry.owner, entry.advocate)),
        mine=mine,
        unheard=entry.unheard,
        opted_out=entry.opted_out,
        calling=calling(entry.called, services.ladder, now) if entry.called is not None and waits else None,
    )


def _wait_words(span: timedelta, *, waits: bool) -> str:
    return f"waiting {how_long(span)} for a human" if waits else f"last text {how_long(span)} ago"
