"""What was typed into the forms of the rota, checked: either what it means, or a sentence for each field that cannot be meant."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Generic, TypeVar
from urllib.parse import urlsplit
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.addresses import AddressKind, sms_address_kind
from bot.domain.paging import PageWay
from bot.domain.rota import Shift
from bot.web.pages.forms import Posted

LAST_PLACE = 9
LONGEST_NAME = 80
LONGEST_ADDRESS = 300
LONGEST_ABSENCE = timedelta(days=366)
NOBODY = "nobody"
_MAIL = re.compile(r"[^@\s,;<>()\"\\]{1,64}@[^@\s,;<>()\"\\]+\.[^@\s,;<>()\"\\.]{2,}")
_SPACING = re.compile(r"[\s().\u00a0-]")
# Suggested beside the desk's own; any of the IANA list can be typed.
LIKELY_ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
    "America/Puerto_Rico", "Pacific/Honolulu", "Pacific/Guam", "UTC",
)  # fmt: skip
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a form means; None with a sentence for each wrong field, by the field's name."""

    meant: T | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AbsenceTyped:
    """Who is away, from when to when, and who serves instead."""

    advocate: UUID
    begins: datetime
    ends: datetime
    covered_by: UUID | None


@cache
def zones() -> frozenset[str]:
    """The time zones of the IANA list, by name."""
    return frozenset(available_timezones()) - {"localtime", "posixrules"}


def shift_from(form: Posted, advocates: Collection[UUID]) -> Read[Shift]:
    """A shift as typed."""
    wrong: dict[str, str] = {}
    advocate = form.uuid("advocate")
    if advocate not in advocates:
        wrong["advocate"] = "Choose who serves."
    weekdays = frozenset(day for day in range(7) if form.text(f"day_{day}"))
    if not weekdays:
        wrong["days"] = "Choose at least one day."
    begins, ends = _time(form.text("begins")), _time(form.text("ends"))
    if begins is None:
        wrong["begins"] = "Give the time it begins, like 09:00."
    if ends is None:
        wrong["ends"] = "Give the time it ends, like 17:00."
    zone = form.text("zone").strip()
    if zone not in zones():
        wrong["zone"] = "There is no such time zone. Give one like America/New_York."
    place = form.text("place").strip()
    if not (place.isascii() and place.isdigit() and 1 <= int(place[:3]) <= LAST_PLACE):
        wrong["place"] = f"Give a number from 1 to {LAST_PLACE}; 1 is called first."
    if form.text("where") not in ("desk", "call"):
        wrong["where"] = "Choose one of the two."
    first, last = _optional_day(form, "first_day", wrong), _optional_day(form, "last_day", wrong)
    if first is not None and last is not None and last < first:
        wrong["last_day"] = "The last day is before the first one."
    if wrong or advocate is None or begins is None or ends is None:
        return Read(wrong=wrong)
    shift = Shift(
        id=form.uuid("once") or uuid4(), advocate=advocate, place=int(place), weekdays=weekdays, begins=begins, ends=ends, zone=zone,
        at_desk=form.text("where") == "desk", first_day=first, last_day=last, on_days_off=bool(form.text("on_days_off")),
    )  # fmt: skip
    return Read(shift)


def absence_from(form: Posted, advocates: Collection[UUID], zone: ZoneInfo, now: datetime) -> Read[AbsenceTyped]:
    """An absence as typed, in the desk's time; without a beginning it begins now."""
    wrong: dict[str, str] = {}
    advocate, cover = form.uuid("advocate"), form.uuid("covered_by")
    if advocate not in advocates:
        wrong["advocate"] = "Choose who is away."
    if form.text("covered_by") != NOBODY and cover not in advocates:
        wrong["covered_by"] = "Choose who is called instead, or nobody."
    elif cover is not None and cover == advocate:
        wrong["covered_by"] = "Whoever is away cannot be called instead. Choose somebody else, or nobody."
    begins = _moment(form.text("begins"), zone) if form.text("begins").strip() else now
    ends = _moment(form.text("ends"), zone)
    if begins is None:
        wrong["begins"] = "Give day and time, or leave it empty for now."
    if ends is None:
        wrong["ends"] = "Give the day and time it ends. A guess is fine: it can be ended earlier."
    elif ends <= now:
        wrong["ends"] = "This is over already. Give a moment that is still to come."
    elif begins is not None and ends <= begins:
        wrong["ends"] = "It ends before it begins."
    elif ends - now > LONGEST_ABSENCE:
        wrong["ends"] = "Give a moment within the next year."
    if wrong or advocate is None or begins is None or ends is None:
        return Read(wrong=wrong)
    return Read(AbsenceTyped(advocate, begins, ends, cover))


def day_off_from(form: Posted, today: date) -> Read[tuple[date, str]]:
    """A day off for everybody as typed."""
    wrong: dict[str, str] = {}
    day, name = _day(form.text("day")), " ".join(form.text("name").split())
    if day is None:
        wrong["day"] = "Give the day."
    elif day < today:
        wrong["day"] = "This day is over."
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        wrong["name"] = f"Give its name, at most {LONGEST_NAME} characters."
    return Read(wrong=wrong) if wrong or day is None else Read((day, name))


def pager_from(form: Posted) -> Read[tuple[PageWay, str]]:
    """A way to be paged as typed, its address in the form it is used in."""
    typed = form.text("address").strip()
    try:
        way = PageWay(form.text("way"))
    except ValueError:
        return Read(wrong={"way": "Choose how you want to be called."})
    address, problem = _ADDRESSES[way](typed)
    if problem or len(typed) > LONGEST_ADDRESS or not typed.isprintable():
        return Read(wrong={"address": problem or "This is too long, or has characters that cannot be seen."})
    return Read((way, address))


def _sms(typed: str) -> tuple[str, str]:
    number = _SPACING.sub("", typed)
    if sms_address_kind(number) is AddressKind.PHONE:
        return number, ""
    return "", "Give the whole number with + and the country's code, like +1 207 555 0100."


def _mail(typed: str) -> tuple[str, str]:
    return (
        (typed, "") if _MAIL.fullmatch(typed) and len(typed) <= 254 else ("", "This is no e-mail address. Give one like name@example.org.")
    )


def _webhook(typed: str) -> tuple[str, str]:
    try:
        parts = urlsplit(typed)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or any(each.isspace() for each in typed):
        return "", "This is no web address. Give one like https://example.org/page-me."
    if parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host)):
        return typed, ""
    return "", "It has to begin with https://, so that nobody on the way can read it."


_ADDRESSES = {PageWay.SMS: _sms, PageWay.EMAIL: _mail, PageWay.WEBHOOK: _webhook}


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _time(typed: str) -> time | None:
    try:
        found = time.fromisoformat(typed.strip())
    except ValueError:
        return None
    return None if found.tzinfo else found.replace(second=0, microsecond=0)


def _day(typed: str) -> date | None:
    try:
        found = date.fromisoformat(typed.strip())
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2200 else None


def _optional_day(form: Posted, name: str, wrong: dict[str, str]) -> date | None:
    if not form.text(name).strip():
        return None
    found = _day(form.text(name))
    if found is None:
        wrong[name] = "This is no day. Leave it empty when there is none."
    return found


def _moment(typed: str, zone: ZoneInfo) -> datetime | None:
    try:
        found = datetime.fromisoformat(typed.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=zone) if found.tzinfo is None and 2000 <= found.year <= 2200 else None
