"""One conversation as the desk shows it: made ready here, so that the template only writes it down."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from litestar.response import Template

from bot.domain.language import Language
from bot.domain.levels import Level
from bot.domain.media import MEDIA
from bot.domain.ownership import Owner
from bot.domain.sms_segments import GSM_BASIC, GSM_EXTENSION, parts
from bot.domain.views import AdvocateView, ConversationView, EventView, MessageView
from bot.usecases.reply import LONGEST_REPLY
from bot.web.console.ladder_words import calling
from bot.web.console.words import (
    CHANNELS,
    FLAGS,
    LEVEL_SIGNS,
    NOT_ARRIVED,
    SILENT_FLAGS,
    clock_words,
    delivery_words,
    event_words,
    how_long,
    owner_words,
)
from bot.web.pages.display import Piece, blank, pieces, with_language_names
from bot.web.pages.forms import new_once
from bot.web.services import Services

# Somebody else may have the phone after this long (domain.md 7.1); the warning never stops a human from writing.
WARN_AFTER = timedelta(minutes=15)
# A page shows so many messages; the link at its top leads to those before.
ON_A_PAGE = 500
# So many equal texts in a row are one entry with a number.
FOLDED_FROM = 3
_AUTHORS = {"person": "Person", "assistant": "Assistant"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the thread: a message (`kind` in, assistant or advocate) or an event."""

    key: str
    kind: str
    who: str
    pieces: Sequence[Piece]
    lang: str
    direction: str
    at: datetime
    clock: str
    state: str = ""
    lost: bool = False
    flags: Sequence[str] = ()
    gist_url: str | None = None
    times: int = 1
    last_at: datetime | None = None
    last_clock: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the reply box and above it when the page is shown again."""

    draft: str = ""
    note: str = ""
    status: int = 200
    count: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """What stands above the reply box from `warn_after` seconds of silence on. `yes`: we may text first, said `at`; else `at` is the no."""

    seconds: int
    words: str
    warn_after: int
    yes: bool
    at: datetime | None
    clock: str


def conversation_page(
    services: Services, view: ConversationView, advocate: AdvocateView, shown: Shown | None = None, before: UUID | None = None
) -> Template:
    """The page of `view` for `advocate`; `before`: the message before which it ends."""
    shown = shown or Shown()
    now = services.clock.now()
    languages = {each.code: each for each in services.wording.languages()}
    mine = view.owner is Owner.HUMAN and view.advocate_id == advocate.id
    context = {
        "advocate": advocate,
        "practice": services.practice_clock is not None,
        "path": f"/desk/conversations/{view.id}",
        "before": before,
        "earlier": view.messages[0].id if view.earlier and view.messages else None,
        "conversation": view,
        "now": now,
        "sign": LEVEL_SIGNS[view.level],
        "levels": [(level.value, LEVEL_SIGNS[level].word) for level in reversed(Level)],
        # The same sign by the same words is one fact, however often they were sent.
        "signals": [
            (LEVEL_SIGNS[each.level], each.name.replace("_", " "), pieces(each.evidence))
            for each in {(each.level, each.name, each.evidence): each for each in view.signals}.values()
        ],
        "alerts": [(LEVEL_SIGNS[each.level], each.at, clock_words(each.at, now), each.reason) for each in view.alerts],
        "language": language_name(languages, view.language),
        "channel": CHANNELS.get(view.channel, view.channel),
        "owner": owner_words(view.owner, view.advocate),
        "waiting": how_long(now - view.waiting_since) if view.waiting_since else "",
        "calling": calling(view.climb, services.ladder, now) if view.climb is not None and view.owner is Owner.WAITING else None,
        "silence": silence(view, now),
        "entries": thread(services, view, languages, now),
        "mine": mine,
        "somebody_elses": view.owner is Owner.HUMAN and not mine,
        "closed": view.owner is Owner.CLOSED,
        "once": new_once(),
        "draft": shown.draft,
        "note": shown.note,
        "count": (len(shown.draft), parts(shown.draft)) if shown.draft or shown.count else None,
        "longest": LONGEST_REPLY,
        "gsm": "".join(sorted(GSM_BASIC)),
        "gsm_double": "".join(sorted(GSM_EXTENSION)),
    }
    return Template("desk/conversation.html", context=context, status_code=shown.status)


def silence(view: ConversationView, now: datetime) -> Silence | None:
    """How long the person has been silent and what they said of texts that we send first; None before their first text."""
    if view.last_inbound_at is None:
        return None
    silent = now - view.last_inbound_at
    kind = "may_text" if view.memory.may_text else "may_not_text"
    said = next((each.at for each in reversed(view.events) if each.kind == kind), None)
    return Silence(
        seconds=int(silent.total_seconds()),
        words=how_long(silent),
        warn_after=int(WARN_AFTER.total_seconds()),
        yes=view.memory.may_text is True,
        at=said,
        clock=clock_words(said, now) if said else "",
    )


def language_name(languages: dict[str, Language], code: str | None) -> str:
    """A language's English name for the desk, and whether the assistant can answer in it."""
    if code is None or code == "unknown":
        return "language not known yet"
    if code == "mul":
        return "several languages"
    known = languages.get(code) or languages.get(code.removesuffix("-Latn"))
    if known is None:
        return code
    name = known.english_name if known.code == code else f"{known.english_name} in Latin letters"
    return name if known.content else f"{name} (the assistant has few words in it)"


def thread(services: Services, view: ConversationView, languages: dict[str, Language], now: datetime) -> list[Entry]:
    """Messages in their order, with the events in between by time; one text sent many times in a row is one entry."""
    entries: list[Entry] = []
    # What happened beside messages that are not on this page is told where they are.
    events = deque((number, event) for number, event in enumerate(view.events) if _beside(view, event.at))
    row: list[MessageView] = []

    def finish_row() -> None:
        entries.extend(_row(services, view, row, languages, now))
        row.clear()

    for message in view.messages:
        before = []
        while events and (events[0][1].at < message.at or (events[0][1].at == message.at and events[0][1].kind == "opened")):
            before.append(_event(*events.popleft(), now))
        if row and (before or not _same(row[-1], message)):
            finish_row()
        entries.extend(before)
        row.append(message)
    finish_row()
    return entries + [_event(*each, now) for each in events]


def _beside(view: ConversationView, at: datetime) -> bool:
    messages = view.messages
    after_start = not view.earlier or not messages or at >= messages[0].at
    return after_start and (not view.later or not messages or at <= messages[-1].at)


def _same(one: MessageView, other: MessageView) -> bool:
    return one.direction == other.direction == "in" and one.text == other.text and one.flags == other.flags


def _row(
    services: Services, view: ConversationView, row: Sequence[MessageView], languages: dict[str, Language], now: datetime
) -> Sequence[Entry]:
    """Entries for equal texts in a row: each for itself, or one for all when there are many."""
    if len(row) < FOLDED_FROM:
        return [_message(services, view, each, languages, now) for each in row]
    first, last = _message(services, view, row[0], languages, now), row[-1]
    state = delivery_words(last.state, last.error_code)
    return [replace(first, times=len(row), last_at=last.at, last_clock=clock_words(last.at, now), state=state)]


def _event(number: int, event: EventView, now: datetime) -> Entry:
    return Entry(f"e-{number}", "event", "", pieces(event_words(event)), "en", "auto", event.at, clock_words(event.at, now))


def _message(services: Services, view: ConversationView, message: MessageView, languages: dict[str, Language], now: datetime) -> Entry:
    incoming = message.direction == "in"
    invisible = blank(message.text)
    body = pieces(with_language_names(message.text, languages))
    if invisible == 0 and MEDIA & set(message.flags):
        body = (Piece("no words", mark=True),)
    elif invisible is not None:
        body = (Piece(f"blank ({invisible} invisible characters)", mark=True),)
    known = languages.get(message.language or "")
    return Entry(
        key=f"m-{message.id}",
        kind="in" if incoming else message.author,
        who=message.advocate or _AUTHORS.get(message.author, "Advocate"),
        pieces=body,
        lang="" if message.language in (None, "unknown", "mul") else str(message.language),
        # Our own words are in the language they say; a person may write anything, so the text itself decides.
        direction=known.direction if known is not None and message.author == "assistant" else "auto",
        at=message.at,
        clock=clock_words(message.at, now),
        state=delivery_words(message.state, message.error_code),
        lost=message.state in NOT_ARRIVED,
        flags=[FLAGS.get(flag, flag.replace("_", " ")) for flag in message.flags if flag not in SILENT_FLAGS],
        gist_url=_gist_url(services, view, message) if invisible is None else None,
    )


def _gist_url(services: Services, view: ConversationView, message: MessageView) -> str | None:
    spoken = message.language or view.language
    if services.translator is None or message.direction != "in" or spoken in (None, "unknown", services.advocate_language):
        return None
    return f"/desk/conversations/{view.id}/messages/{message.id}/gist"
