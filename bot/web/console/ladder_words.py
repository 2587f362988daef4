"""The ladder in plain words: who has been called for a conversation, what became of it, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.ladder import Ladder, Rung
from bot.domain.levels import Level
from bot.domain.paging import PageState, PageWay
from bot.domain.views import ClimbView, PageView
from bot.web.console.words import LEVEL_SIGNS, LevelSign, clock_words, error_advice, how_long

WAYS: Mapping[PageWay, str] = {PageWay.SMS: "by SMS", PageWay.EMAIL: "by e-mail", PageWay.WEBHOOK: "by webhook"}
RUNGS: Mapping[Rung, str] = {
    Rung.ON_CALL: "who is on call",
    Rung.AGAIN: "the same people again",
    Rung.NEXT: "the next person",
    Rung.SUPERVISOR: "a supervisor",
    Rung.TRUTH: "the person is told that nobody has come",
}
_STATES: Mapping[str, str] = {
    PageState.QUEUED: "to be sent now",
    PageState.SENDING: "being sent",
    PageState.ACCEPTED: "taken",
    PageState.FAILED: "failed",
}
# What bot/channels/paging and the pages' use case say.
_FAILURES: Mapping[str, str] = {
    "not_set_up": "this line is not set up for that way",
    "no_way": "no way to be paged is entered",
    "no_answer": "no answer in time, so nobody knows whether it arrived",
    "undelivered": "the phone company could not deliver it",
    "unreachable": "our text provider cannot be reached",
    "unusable_address": "this is no number that gets texts",
    "SMTPAuthenticationError": "the mail server does not accept our name and password",
    "SMTPRecipientsRefused": "the mail server refuses this address",
    "SMTPSenderRefused": "the mail server refuses our own address",
    "ConnectError": "the address cannot be reached",
    "ConnectTimeout": "the address cannot be reached",
    "ReadTimeout": "the address did not answer in time",
    "ConnectionRefusedError": "the mail server cannot be reached",
    "TimeoutError": "the mail server did not answer in time",
    "gaierror": "the mail server's name is not known",
    "InvalidURL": "this is no web address",
    "UnsupportedProtocol": "this is no web address",
}


@dataclass(frozen=True, slots=True)
class Calling:
    """A conversation's climb as a row and a page show it. `told_at`: when the person was told that nobody came; `not_told`: why not."""

    since: str
    seconds: int
    calls: str
    coming: str
    told_at: datetime | None
    told_clock: str
    not_told: str | None


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row of "Pages sent"."""

    at: str
    advocate: str
    way: str
    about: str
    state: str
    failed: bool


@dataclass(frozen=True, slots=True)
class LadderRow:
    """When each rung of one level's ladder is due."""

    sign: LevelSign
    rungs: Sequence[str]
    repeat: str


def calling(climb: ClimbView, ladder: Ladder, now: datetime) -> Calling:
    """The climb in words."""
    return Calling(
        since=how_long(now - climb.started_at),
        seconds=int((now - climb.started_at).total_seconds()),
        calls=", ".join(_calls(climb.pages)) or ("nobody could be paged" if climb.done else "nobody yet"),
        coming=f"{_coming(climb, ladder)} {_when(climb.next_at - now)}",
        told_at=climb.told_at,
        told_clock=clock_words(climb.told_at, now) if climb.told_at else "",
        not_told=climb.not_told,
    )


def page_state(page: PageView) -> str:
    """What became of a page; nobody can promise that one was read."""
    if page.error_code is None or page.state not in (PageState.FAILED, PageState.QUEUED):
        return _STATES.get(page.state, page.state)
    words = _STATES[PageState.FAILED] if page.state == PageState.FAILED else "failed, is tried again"
    return f"{words}: {failure_words(page.error_code)}"


def failure_words(code: str) -> str:
    """Why a page did not leave."""
    if code.startswith("http_"):
        return f"the address answered with an error ({code.removeprefix('http_')})"
    advice = error_advice(code)
    return _FAILURES.get(code) or (f"{advice} ({code})" if advice else f"error {code}")


def page_row(page: PageView, at: str) -> PageRow:
    """A page for the list; `at` is its time as the list shows times."""
    about = f"conversation {page.number}" if page.number is not None else {"test": "a test"}.get(page.rung, "the line itself")
    way = WAYS[page.way] if page.way else "no way that is still there"
    return PageRow(at, page.advocate, way, about, page_state(page), page.state == PageState.FAILED)


def ladder_rows(ladder: Ladder) -> Sequence[LadderRow]:
    """The whole ladder, the most urgent level first."""
    return [
        LadderRow(
            LEVEL_SIGNS[level],
            [_after(ladder[level].at(rung)) for rung in (Rung.ON_CALL, Rung.NEXT, Rung.SUPERVISOR, Rung.TRUTH)],
            _span(ladder[level].repeat),
        )
        for level in reversed(Level)
        if level in ladder
    ]


def _calls(pages: Sequence[PageView]) -> Sequence[str]:
    """Each advocate once, with the last page and how often they were paged."""
    latest = {page.advocate: page for page in pages}
    words = []
    for advocate, page in latest.items():
        times = sum(each.advocate == advocate for each in pages)
        parts = [WAYS[page.way] if page.way else "", _STATES.get(page.state, page.state), f"{times} times" if times > 1 else ""]
        words.append(f"{advocate} ({', '.join(filter(None, parts))})")
    return words


def _coming(climb: ClimbView, ladder: Ladder) -> str:
    ahead = [rung for rung in Rung if rung not in climb.done and ladder[climb.level].at(rung) is not None]
    return RUNGS[ahead[0]] if ahead else "everybody again"


def _when(span: timedelta) -> str:
    return f"in {how_long(span)}" if span > timedelta() else "now"


def _after(span: timedelta | None) -> str:
    if span is None:
        return "not"
    return f"after {_span(span)}" if span else "at once"


def _span(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, 60)
    if rest or minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
