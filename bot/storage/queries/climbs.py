"""How far up the ladder conversations are, and what became of the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ladder import Rung
from bot.domain.levels import Level
from bot.domain.paging import PageWay
from bot.domain.views import ClimbView, PageView
from bot.storage import tables as t

_TOLD, _NOT_TOLD = "truth_told", "truth_not_told"


async def climbs_of(connection: AsyncConnection, conversations: Sequence[UUID]) -> Mapping[UUID, ClimbView]:
    """Those of `conversations` that climb now, each with the pages and the truth since its climb began."""
    c, p, e = t.climbs.c, t.pages.c, t.events.c
    climbs = (await connection.execute(sa.select(t.climbs).where(c.conversation_id.in_(conversations)))).mappings().all()
    if not climbs:
        return {}
    climbing = [row["conversation_id"] for row in climbs]
    paged = (
        sa.select(t.pages, t.advocates.c.name, t.pagers.c.way, t.conversations.c.number)
        .join(t.climbs, c.conversation_id == p.conversation_id)
        .join(t.conversations, t.conversations.c.id == p.conversation_id)
        .join(t.advocates, t.advocates.c.id == p.advocate_id)
        .outerjoin(t.pagers, t.pagers.c.id == p.pager_id)
        .where(p.conversation_id.in_(climbing), p.created_at >= c.started_at)
        .order_by(p.created_at, p.id)
    )
    pages: dict[UUID, list[PageView]] = defaultdict(list)
    for row in (await connection.execute(paged)).mappings():
        pages[row["conversation_id"]].append(page_view(row))
    truth = (
        sa.select(t.events)
        .join(t.climbs, c.conversation_id == e.conversation_id)
        .where(e.conversation_id.in_(climbing), e.kind.in_([_TOLD, _NOT_TOLD]), e.at >= c.started_at)
        .order_by(e.id)
    )
    said = {row["conversation_id"]: row for row in (await connection.execute(truth)).mappings()}
    return {row["conversation_id"]: _climb_view(row, pages[row["conversation_id"]], said.get(row["conversation_id"])) for row in climbs}


def page_view(row: RowMapping) -> PageView:
    """A page as screens show it; `row` also has the advocate's `name`, the `way` and the conversation's `number`."""
    way = PageWay(row["way"]) if row["way"] else None
    return PageView(row["created_at"], row["name"], way, row["number"], row["state"], row["error_code"], row["rung"])


def _climb_view(row: RowMapping, pages: Sequence[PageView], said: RowMapping | None) -> ClimbView:
    told = said is not None and said["kind"] == _TOLD
    return ClimbView(
        level=Level(row["level"]),
        started_at=row["started_at"],
        next_at=row["next_at"],
        done=frozenset(Rung(each) for each in row["done"]),
        pages=pages,
        told_at=said["at"] if said is not None and told else None,
        not_told=said["detail"].get("reason", "") if said is not None and not told else None,
    )
