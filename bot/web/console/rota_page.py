"""The page "On call" made ready: who is called now, the week, absences, ways to be paged, and what became of the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar.response import Template

from bot.domain.paging import PageWay, page_text
from bot.domain.rota import Absence, Duty, Shift
from bot.domain.views import AdvocateView, PagerView, RotaView
from bot.web.console.ladder_words import WAYS, ladder_rows, page_row
from bot.web.console.rota_forms import LAST_PLACE, LIKELY_ZONES, LONGEST_NAME, NOBODY
from bot.web.console.rota_words import DAYS, bounds_words, day_words, days_words, hours_words, moment_words
from bot.web.pages.forms import Posted, new_once
from bot.web.services import Services

# What is said after a form was accepted, by the word in the page's address.
DONE: Mapping[str, str] = {
    "shift": "The shift is on the rota and counts from now on.",
    "shift-removed": "The shift is off the rota.",
    "absence": "Noted. Who is called now stands here.",
    "absence-ended": "Ended: they are called again from now on.",
    "day-off": "The day off is noted.",
    "day-off-removed": "The day counts like any other again.",
    "pager": "Noted. Send yourself a test page now, to see that it arrives.",
    "pager-removed": "You are no longer paged that way.",
    "test": "A test page is on its way. What becomes of it stands under Pages sent; this page refreshes by itself.",
    "supervisors": "Noted.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A form that was not accepted: which, what was typed, and a sentence for each wrong field; or what was done (a key of `DONE`)."""

    form: str = ""
    typed: Posted = field(default_factory=Posted)
    wrong: Mapping[str, str] = field(default_factory=dict)
    done: str = ""


@dataclass(frozen=True, slots=True)
class InCell:
    """Somebody in a day's row of the week."""

    name: str
    hours: str
    more: str


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift in the list with its button."""

    id: UUID
    name: str
    words: str
    more: str


async def rota_page(services: Services, advocate: AdvocateView, shown: Shown | None = None) -> Template:
    """The page for `advocate`."""
    shown = shown or Shown()
    view, duty, now = await services.rota.view(), await services.duty(), services.clock.now()
    zone = ZoneInfo(services.time_zone)
    local = now.astimezone(zone)
    mine = [each for each in view.pagers if each.advocate == advocate.id]
    context: dict[str, Any] = {
        "advocate": advocate,
        "practice": services.practice_clock is not None,
        "path": "/desk/rota",
        "done": DONE.get(shown.done, ""),
        "zone": services.time_zone,
        "clock": f"{DAYS[local.weekday()]} {local:%H:%M}",
        "people": [(str(identity), name) for identity, name in view.advocates.items()],
        "duty": _duty_words(view, duty, now, zone),
        "warnings": warnings(view),
        "week": _week(view, local, services.time_zone),
        "shifts": [_shift_line(each, view, local, services.time_zone) for each in view.shifts],
        "absences": [(each.id, *_absence_words(each, view, now, zone)) for each in view.absences],
        "days_off": [(day.isoformat(), day_words(day), name) for day, name in view.days_off.items() if day >= local.date()],
        "mine": [(each.id, _way_words(each)) for each in mine],
        "ways": [(way.value, words) for way, words in WAYS.items()],
        "others": _ways_of_colleagues(view, advocate),
        "test_words": page_text(services.service_name, None, test=True),
        "supervisors": [(str(each), name, each in view.supervisors) for each, name in view.advocates.items()],
        "pages": [page_row(each, moment_words(each.at.astimezone(zone), now)) for each in view.pages],
        "ladder": ladder_rows(services.ladder),
        "days": DAYS,
        "likely_zones": sorted({*LIKELY_ZONES, services.time_zone}),
        "last_place": LAST_PLACE,
        "longest_name": LONGEST_NAME,
        "nobody": NOBODY,
        "once": new_once(),
        "values": _values(shown, advocate, services.time_zone),
        "wrong": {shown.form: shown.wrong} if shown.form else {},
    }
    return Template("desk/rota.html", context=context, status_code=422 if shown.wrong else 200)


def warnings(view: RotaView) -> Sequence[str]:
    """What is missing, so that somebody would be called in vain."""
    pageable = {each.advocate for each in view.pagers} & set(view.advocates)
    if not pageable:
        return [
            "Nobody can be paged: whoever is needed while nobody looks at the desk is not called by anybody. "
            "Everybody adds a way under My ways to be paged."
        ]
    found = [
        f"{view.advocates[each]} is on the rota and has no way to be paged, so calls for {view.advocates[each]} reach nobody."
        for each in dict.fromkeys(shift.advocate for shift in view.shifts)
        if each not in pageable and each in view.advocates
    ]
    if not set(view.supervisors) & set(view.advocates):
        found.append("There is no supervisor: when nobody on call comes, nobody else is called. Choose one under Supervisors.")
    elif not set(view.supervisors) & pageable:
        found.append("No supervisor has a way to be paged: when nobody on call comes, nobody else is called.")
    return found


def _duty_words(view: RotaView, duty: Duty, now: datetime, zone: ZoneInfo) -> Mapping[str, Any]:
    pageable = {each.advocate for each in view.pagers}

    def names(people: Sequence[UUID]) -> list[str]:
        return [view.advocates[each] for each in people if each in view.advocates]

    return {
        "nobody": not duty.anybody,
        "on_call": [(view.advocates[each], each in duty.seated, each in pageable) for each in duty.on_call if each in view.advocates],
        "seated": names(duty.seated),
        "at_desk": duty.at_desk,
        "back_at": moment_words(duty.back_at.astimezone(zone), now) if duty.back_at is not None else "",
        "others": names(duty.others),
        "supervisors": names(duty.supervisors),
        "no_rota": not view.shifts,
    }


def _week(view: RotaView, local: datetime, zone: str) -> Sequence[tuple[str, bool, Sequence[InCell]]]:
    """A row for each weekday: its name, whether it is today, and whose shifts begin on it, by the clock."""
    lasting = [each for each in view.shifts if each.last_day is None or each.last_day >= local.date()]
    return [
        (
            name,
            day == local.weekday(),
            [
                InCell(_name(view, shift.advocate), hours_words(shift.begins, shift.ends), _where_words(shift, local, zone))
                for shift in sorted((each for each in lasting if day in each.weekdays), key=lambda each: (each.begins, each.place))
            ],
        )
        for day, name in enumerate(DAYS)
    ]


def _where_words(shift: Shift, local: datetime, zone: str) -> str:
    parts = [
        "at the desk" if shift.at_desk else "on call only",
        f"no. {shift.place}",
        "" if shift.zone == zone else f"by the clock of {shift.zone}",
        bounds_words(shift, local.date()),
        "also on days off" if shift.on_days_off else "",
    ]
    return ", ".join(filter(None, parts))


def _shift_line(shift: Shift, view: RotaView, local: datetime, zone: str) -> ShiftLine:
    words = f"{days_words(shift.weekdays)}, {hours_words(shift.begins, shift.ends)}"
    return ShiftLine(shift.id, _name(view, shift.advocate), words, _where_words(shift, local, zone))


def _absence_words(absence: Absence, view: RotaView, now: datetime, zone: ZoneInfo) -> tuple[str, str, str]:
    begins = "now" if absence.begins <= now else moment_words(absence.begins.astimezone(zone), now)
    covers = _name(view, absence.covered_by) if absence.covered_by is not None else ""
    return _name(view, absence.advocate), f"from {begins} until {moment_words(absence.ends.astimezone(zone), now)}", covers


def _name(view: RotaView, advocate: UUID) -> str:
    return view.advocates.get(advocate, "somebody who has left")


def _way_words(pager: PagerView) -> str:
    return f"{WAYS[pager.way]}: {pager.hint}"


def _ways_of_colleagues(view: RotaView, advocate: AdvocateView) -> Sequence[tuple[str, Sequence[str]]]:
    return [
        (name, [_way_words(each) for each in view.pagers if each.advocate == identity])
        for identity, name in view.advocates.items()
        if identity != advocate.id
    ]


def _values(shown: Shown, advocate: AdvocateView, zone: str) -> Mapping[str, Mapping[str, str]]:
    """What stands in each form's fields: what was typed before, or what is most likely meant."""
    values = {
        "shift": {"advocate": str(advocate.id), "zone": zone, "place": "1", "where": "desk"},
        "absence": {"advocate": str(advocate.id), "covered_by": ""},
        "day": {},
        "pager": {"way": PageWay.SMS.value},
    }
    if shown.form in values:
        values[shown.form] = {name: shown.typed.text(name) for name in shown.typed.fields}
    return values
