"""Pages: how an advocate who is not looking at the desk is called. A page says a number in the queue and nothing else (trust.md T42)."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID


class PageWay(enum.StrEnum):
    """How a page reaches an advocate."""

    SMS = "sms"
    EMAIL = "email"
    WEBHOOK = "webhook"


class PageState(enum.StrEnum):
    """What became of a page. `accepted`: whoever carries it has taken it; nobody can promise that it was read."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Pager:
    """One way to reach an advocate; `place` is the order in which their ways are tried, 1 first."""

    id: UUID
    advocate: UUID
    way: PageWay
    place: int
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be sent. `number` is the conversation's number in the queue; None when the line itself needs a look."""

    id: UUID
    conversation: UUID | None
    number: int | None
    advocate: UUID
    pager: Pager | None
    state: PageState
    attempts: int
    created_at: datetime
    # An advocate wanted to see whether pages reach them.
    test: bool = False


# What stands for the rung of a page that an advocate sent to try it.
TEST_PAGE = "test"
# A way that does not take a page within this time is given up, so that another is tried within 30 s (trust.md F46).
SENDING_LASTS = timedelta(seconds=15)
# One way is tried twice before the next: a passing fault must not cost the quicker way.
TRIES_A_WAY = 2


def page_text(service: str, number: int | None, *, test: bool = False) -> str:
    """The words of a page: about a conversation by its number, about the line itself, or a test."""
    if test:
        return f"{service}: this is a test. Nothing to do."
    if number is None:
        return f"{service}: the line itself needs a look. Please sign in."
    return f"{service}: number {number} is waiting. Please sign in."


def way_after(failed: Page, pagers: Sequence[Pager]) -> Pager | None:
    """What to try after `failed`: the same way once more, the advocate's next way, or None when none is left."""
    if failed.pager is None:
        return None
    if failed.attempts % TRIES_A_WAY:
        return failed.pager
    ordered = sorted((each for each in pagers if each.advocate == failed.advocate), key=lambda each: each.place)
    later = [each for each in ordered if each.place > failed.pager.place]
    return later[0] if later else None
