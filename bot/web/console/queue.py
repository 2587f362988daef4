"""The queue: who needs a human, the most urgent and longest waiting first, in the order the query gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from bot.domain.ownership import Owner
from bot.domain.views import AdvocateView, QueueEntry
from bot.web.console.conversation_page import language_name
from bot.web.console.ladder_words import Calling, calling
from bot.web.console.words import CHANNELS, LEVEL_SIGNS, LevelSign, how_long, owner_words
from bot.web.services import Services

ON_A_PAGE = 200
SAME_TEXT = "all say the same and nothing else: open to see each"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the queue: no words of the person."""

    key: str
    path: str
    name: str
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the queue. `like`: the list behind one card; `after`, `before`: the addresses of the next page and the one before."""

    rows: Sequence[Row]
    path: str
    like: bool
    before: str
    after: str


async def shown(services: Services, advocate: AdvocateView, skip: int, like: UUID | None) -> Shown:
    """The queue from its `skip`-th row, or the conversations that are folded into one card with `like`."""
    now = services.clock.now()
    languages = {each.code: each for each in services.wording.languages()}
    found = await services.desk.queue(ON_A_PAGE + 1, skip=skip, like=like)
    rows = [_row(services, each, language_name(languages, each.language), advocate, now) for each in found[:ON_A_PAGE]]
    after = _path(skip + ON_A_PAGE, like) if len(found) > ON_A_PAGE else ""
    before = _path(max(0, skip - ON_A_PAGE), like) if skip else ""
    return Shown(rows, _path(skip, like), like is not None, before, after)


def _path(skip: int, like: UUID | None) -> str:
    asked = {**({"like": str(like)} if like else {}), **({"from": str(skip)} if skip else {})}
    return f"/desk?{urlencode(asked)}" if asked else "/desk"


def _row(services: Services, entry: QueueEntry, language: str, advocate: AdvocateView, now: datetime) -> Row:
    waits = entry.owner is Owner.WAITING
    since = entry.waiting_since if waits else entry.last_inbound_at
    wait = _wait_words(now - since, waits=waits) if since is not None else ""
    folded = entry.alike > 1
    wait = f"the first: {wait}" if folded and wait else wait
    mine = entry.owner is Owner.HUMAN and entry.advocate == advocate.name
    return Row(
        key=f"like-{entry.id}" if folded else f"c-{entry.id}",
        path=_path(0, entry.id) if folded else f"/desk/conversations/{entry.id}",
        name=f"{entry.alike:,} conversations" if folded else f"Conversation {entry.number}",
        level=entry.level.value,
        sign=LEVEL_SIGNS[entry.level],
        reasons=(SAME_TEXT,) if folded else entry.reasons,
        wait=wait,
        waits=waits,
        language="" if folded else language,
        channel=CHANNELS.get(entry.channel, entry.channel),
        owner="you answer" if mine else ("" if waits else owner_words(entry.owner, entry.advocate)),
        mine=mine,
        unheard=0 if folded else entry.unheard,
        opted_out=entry.opted_out and not folded,
        calling=calling(entry.called, services.ladder, now) if entry.called is not None and waits else None,
    )


def _wait_words(span: timedelta, *, waits: bool) -> str:
    return f"waiting {how_long(span)} for a human" if waits else f"last text {how_long(span)} ago"
