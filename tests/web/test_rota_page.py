"""The page "On call", the ladder on the desk, and the line's troubles, as a browser without scripts sees them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.domain.ladder import Rung
from bot.domain.levels import Level, Signal
from bot.domain.memory import Memory
from bot.domain.ownership import Owner
from bot.domain.paging import PageWay
from bot.domain.rota import Shift
from bot.domain.troubles import Trouble, TroubleSeen
from bot.domain.views import ClimbView, EventView, PageView
from bot.storage import tables as t
from bot.web.console.ladder_words import failure_words
from bot.web.console.rota_forms import absence_from, pager_from, shift_from, zones
from bot.web.console.rota_words import days_words, hours_words
from bot.web.console.routes import desk_pages
from bot.web.console.trouble_words import troubles_now
from bot.web.console.words import ERRORS, event_words
from bot.web.pages.forms import Posted
from tests.support.front_door import FrontDoor, front_door
from tests.support.pages_server import PASSWORD, Served, services_on, serving
from tests.support.stage import Stage
from tests.support.visitor import Visitor

ROTA = "/desk/rota"
EVERY_DAY = {f"day_{day}": "1" for day in range(7)}
AT_ALL_HOURS = {**EVERY_DAY, "begins": "00:00", "ends": "00:00", "zone": "UTC", "place": "1", "where": "call"}


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=False) as up:
        yield up


@pytest.fixture
async def ana(served: Served) -> AsyncIterator[Visitor]:
    async with Visitor(served.url) as visitor:
        await visitor.sign_in("Ana")
        yield visitor


@pytest.fixture
async def door(stage: Stage) -> AsyncIterator[FrontDoor]:
    async with front_door(stage, pages=[desk_pages]) as opened:
        yield opened


@pytest.fixture
async def real_ana(door: FrontDoor) -> Visitor:
    """Ana at the desk, on the real database."""
    await door.stage.staff.add_advocate("Ana", PASSWORD)
    made = Visitor("https://inside.example")
    await made.client.aclose()
    made.client = door.client
    made.client.follow_redirects = True
    await made.sign_in("Ana")
    return made


def identity(served: Served, name: str) -> UUID:
    return served.line.staff.advocates[name].id


def night_shift(advocate: UUID) -> Shift:
    return Shift(uuid4(), advocate, 2, frozenset({0, 1, 2}), time(22), time(6), "America/New_York", at_desk=False)


# --- on the real database


async def test_from_an_empty_rota_to_a_page_that_arrives(door: FrontDoor, real_ana: Visitor) -> None:
    page = await real_ana.look(ROTA)
    assert "Nobody can be paged" in page.text
    assert "There is no weekly rota yet" in page.text
    page = await real_ana.send(f"{ROTA}/pagers/add", way="sms", address="+1 (207) 555-0142")
    assert "Send yourself a test page now" in page.text
    assert "by SMS: ...42" in page.text
    page = await real_ana.send(f"{ROTA}/shifts/add", **AT_ALL_HOURS)
    assert "Called in this order: Ana" in page.text
    assert "Ana : every day, around the clock (on call only, no. 1)" in page.text
    page = await real_ana.send(f"{ROTA}/pagers/test")
    assert "A test page is on its way." in page.text
    assert "Ana by SMS a test to be sent now" in page.text
    await door.stage.send_pages()
    assert door.stage.pager.called() == ["+12075550142"]
    assert "Ana by SMS a test taken" in (await real_ana.look(ROTA)).text
    one = await door.stage.texts("[es] he has a knife")
    await door.stage.climb_ladder()
    await door.stage.send_pages()
    door.stage.clock.pass_by(seconds=70)
    queue = (await real_ana.look("/desk")).text
    assert "calling since 1 min: Ana (by SMS, taken" in queue
    page = await real_ana.look(f"/desk/conversations/{one}")
    assert "Calling since 1 min : Ana (by SMS, taken" in page.text
    assert "Called: who is on call (1 person)" in page.text
    assert "Ana by SMS conversation 1 taken" in (await real_ana.look(ROTA)).text
    door.stage.clock.pass_by(minutes=3)
    await door.stage.climb_ladder()
    climb = (await door.stage.see(one)).climb
    assert climb is not None
    assert Rung.TRUTH in climb.done
    assert (climb.told_at is not None) != (climb.not_told is not None)
    assert ("told at" in (await real_ana.look("/desk")).text) == (climb.told_at is not None)
    token = await door.stage.staff.new_api_token("robot")
    ladder = (await door.api(token, "GET", f"/conversations/{one}")).json()["ladder"]
    assert ladder["level"] == "emergency"
    assert ladder["rungs"][0] == "on_call"
    page = await real_ana.look(f"/desk/conversations/{one}")
    page = await real_ana.send(f"/desk/conversations/{one}/take-over")
    assert "Who is called" not in page.text
    assert (await door.api(token, "GET", f"/conversations/{one}")).json()["ladder"] is None


async def test_pages_of_an_earlier_climb_are_not_shown_as_calls_of_this_one(door: FrontDoor, real_ana: Visitor) -> None:
    advocate = (await door.stage.rota.view()).advocates
    ana = next(iter(advocate))
    await door.stage.rota.add_pager(ana, PageWay.SMS, "+12075550142")
    await door.stage.rota.add_shift(Shift(uuid4(), ana, 1, frozenset(range(7)), time(), time(), "UTC", at_desk=False))
    one = await door.stage.texts("[es] he has a knife")
    await door.stage.climb_ladder()
    await door.stage.send_pages()
    assert len((await door.stage.see(one)).climb.pages) == 1  # type: ignore[union-attr]
    async with door.stage.engine.begin() as connection:
        await connection.execute(sa.update(t.climbs).values(started_at=t.climbs.c.started_at + timedelta(minutes=1)))
    assert (await door.stage.see(one)).climb.pages == []  # type: ignore[union-attr]


async def test_an_absence_with_a_stand_in_counts_at_once(door: FrontDoor, real_ana: Visitor) -> None:
    ben = await door.stage.advocate("Ben")
    await real_ana.look(ROTA)
    await real_ana.send(f"{ROTA}/shifts/add", **AT_ALL_HOURS)
    until = (door.stage.clock.now() + timedelta(hours=4)).strftime("%Y-%m-%dT%H:%M")
    page = await real_ana.send(f"{ROTA}/absences/add", ends=until, covered_by=str(ben))
    assert "Called in this order: Ben" in page.text
    assert "Ben is called instead." in page.text
    page = await real_ana.send(f"{ROTA}/absences/remove")
    assert "they are called again from now on" in page.text
    assert "Called in this order: Ana" in page.text
    page = await real_ana.send(f"{ROTA}/absences/add", ends=until, covered_by="nobody")
    assert "Nobody is on duty. People in danger are told so at once." in page.text


async def test_a_day_off_stops_shifts_that_do_not_say_otherwise(door: FrontDoor, real_ana: Visitor) -> None:
    await real_ana.look(ROTA)
    await real_ana.send(f"{ROTA}/shifts/add", **AT_ALL_HOURS)
    today = door.stage.clock.now().date()
    for day in (today, today - timedelta(days=1)):
        await door.stage.rota.add_day_off(day, "Founders' day")
    page = await real_ana.look(ROTA)
    assert "Nobody is on duty." in page.text
    assert page.text.count("Founders' day") == 1
    page = await real_ana.send(f"{ROTA}/shifts/add", on_days_off="1", **AT_ALL_HOURS)
    assert "Called in this order: Ana" in page.text
    page = await real_ana.send(f"{ROTA}/days-off/remove", day=today.isoformat())
    assert "Founders' day" not in page.text


async def streamed(door: FrontDoor) -> list[datetime | None]:
    async with door.stage.engine.connect() as connection:
        return list((await connection.execute(sa.select(t.desk_sessions.c.streamed_at))).scalars())


async def test_F43_only_what_the_scripts_of_an_open_page_ask_for_shows_that_somebody_is_there(door: FrontDoor, real_ana: Visitor) -> None:
    one = await door.stage.texts("[es] he has a knife")
    for path in ("/desk", ROTA, f"/desk/conversations/{one}", "/desk/stream", "/desk/here"):
        headers = {"Accept": "text/event-stream"} if path == "/desk/stream" else {}
        await real_ana.client.get(path, headers=headers)
    assert await streamed(door) == [None]
    reads = sa.select(sa.func.count()).select_from(t.events).where(t.events.c.kind == "read")
    async with door.stage.engine.connect() as connection:
        before = (await connection.execute(reads)).scalar_one()
    answer = await real_ana.client.get("/desk/here", headers={"X-Live": "1"})
    assert (answer.status_code, answer.content) == (204, b"")
    (first,) = await streamed(door)
    assert first is not None
    await real_ana.client.get("/desk", headers={"X-Live": "1"})
    (second,) = await streamed(door)
    assert second is not None
    assert second > first
    async with door.stage.engine.connect() as connection:
        assert (await connection.execute(reads)).scalar_one() == before


async def test_a_trouble_of_the_line_stands_on_every_page_with_what_to_do(door: FrontDoor, real_ana: Visitor) -> None:
    one = await door.stage.texts("hello")
    now = door.stage.clock.now()
    async with door.stage.units() as unit:
        await unit.note_trouble(Trouble.WEBHOOKS_MISSED, now - timedelta(minutes=5))
        await unit.note_trouble(Trouble.REGISTRATION_BROKEN, now - timedelta(minutes=9))
        await unit.note_trouble(Trouble.REGISTRATION_BROKEN, now)
        await unit.commit()
    for path in ("/desk", ROTA, "/desk/words", f"/desk/conversations/{one}", f"/desk/conversations/{uuid4()}"):
        text = (await real_ana.look(path)).text
        assert "our number's registration is not in order. Call the provider." in text, path
        assert "seen 2 times" in text
        assert text.index("registration") < text.index("did not reach us when they were sent"), "the oldest first"
    await real_ana.look("/desk")
    await real_ana.send("/desk/sign-out")
    assert "registration" not in (await real_ana.look("/desk/sign-in")).text


# --- the forms


@pytest.mark.parametrize(
    ("action", "filled", "sentence"),
    [
        ("shifts/add", {**AT_ALL_HOURS, **{f"day_{day}": "" for day in range(7)}}, "Choose at least one day."),
        ("shifts/add", {**AT_ALL_HOURS, "advocate": str(uuid4())}, "Choose who serves."),
        ("shifts/add", {**AT_ALL_HOURS, "begins": "25:00"}, "Give the time it begins, like 09:00."),
        ("shifts/add", {**AT_ALL_HOURS, "ends": ""}, "Give the time it ends, like 17:00."),
        ("shifts/add", {**AT_ALL_HOURS, "zone": "America/Nowhere"}, "There is no such time zone."),
        ("shifts/add", {**AT_ALL_HOURS, "place": "0"}, "Give a number from 1 to 9"),
        ("shifts/add", {**AT_ALL_HOURS, "place": "99999999999999999999"}, "Give a number from 1 to 9"),
        ("shifts/add", {**AT_ALL_HOURS, "where": ""}, "Choose one of the two."),
        ("shifts/add", {**AT_ALL_HOURS, "first_day": "2026-03-02", "last_day": "2026-03-01"}, "The last day is before the first one."),
        ("shifts/add", {**AT_ALL_HOURS, "first_day": "0000-99-99"}, "This is no day."),
        ("absences/add", {"covered_by": "nobody", "ends": ""}, "Give the day and time it ends."),
        ("absences/add", {"covered_by": "nobody", "ends": "2020-01-01T10:00"}, "This is over already."),
        ("absences/add", {"covered_by": "nobody", "ends": "2190-01-01T10:00"}, "Give a moment within the next year."),
        ("absences/add", {"covered_by": "", "ends": ""}, "Choose who is called instead, or nobody."),
        ("days-off/add", {"day": "2020-01-01", "name": "Long ago"}, "This day is over."),
        ("days-off/add", {"day": "", "name": "Some day"}, "Give the day."),
        ("days-off/add", {"day": "2190-01-01", "name": " "}, "Give its name"),
        ("pagers/add", {"way": "sms", "address": "555 0100"}, "Give the whole number with +"),
        ("pagers/add", {"way": "pigeon", "address": "555 0100"}, "Choose how you want to be called."),
        ("pagers/add", {"way": "webhook", "address": "http://pages.example/a"}, "It has to begin with https://"),
    ],
)
async def test_what_cannot_be_meant_is_said_beside_its_field_and_nothing_typed_is_lost(
    served: Served, ana: Visitor, action: str, filled: dict[str, str], sentence: str
) -> None:
    await ana.look(ROTA)
    before = served.line.rota.kept
    page = await ana.send(f"{ROTA}/{action}", **filled)
    assert page.status == 422
    assert sentence in page.text
    assert "Nothing was saved yet." in page.text
    assert "-wrong" in page.response.text
    assert served.line.rota.kept is before
    kept = page.form(f"{ROTA}/{action}").fields
    for name, value in filled.items():
        # A choice that is not in its list cannot be shown again.
        if value and not (name in ("advocate", "way") and kept.get(name) != value):
            assert kept[name] == value, name


@pytest.mark.parametrize(
    ("way", "typed", "kept"),
    [
        ("sms", "+1 (207) 555-0142", "+12075550142"),
        ("sms", "+44 20 7946 0000", "+442079460000"),
        ("sms", "2075550142", None),
        ("sms", "+1", None),
        ("sms", "+12075550142 or so", None),
        ("sms", "+266696687", None),
        ("email", "ana@example.org", "ana@example.org"),
        ("email", "ana", None),
        ("email", "ana@example", None),
        ("email", "ana@example.org, ben@example.org", None),
        ("email", "Ana <ana@example.org>", None),
        ("email", "ana@example.org\nBcc: x@example.org", None),
        ("email", "a" * 65 + "@example.org", None),
        ("webhook", "https://pages.example/a?b=c", "https://pages.example/a?b=c"),
        ("webhook", "http://127.0.0.1:9000/x", "http://127.0.0.1:9000/x"),
        ("webhook", "http://[::1]/x", "http://[::1]/x"),
        ("webhook", "http://localhost/x", "http://localhost/x"),
        ("webhook", "http://127.0.0.1.evil.example/x", None),
        ("webhook", "http://10.0.0.1/x", None),
        ("webhook", "https://", None),
        ("webhook", "https://a b", None),
        ("webhook", "https://[", None),
        ("webhook", "https://a:99999", None),
        ("webhook", "javascript:alert(1)", None),
        ("webhook", "https://example.org/" + "a" * 400, None),
    ],
)
def test_which_addresses_are_ways_to_be_paged(way: str, typed: str, kept: str | None) -> None:
    read = pager_from(Posted({"way": way, "address": typed}))
    assert read.meant == ((PageWay(way), kept) if kept else None)
    assert bool(read.wrong) == (kept is None)


def test_an_absence_is_in_the_time_of_the_desk_and_begins_now_unless_told_otherwise() -> None:
    ana, ben, now = uuid4(), uuid4(), datetime(2026, 3, 7, 12, tzinfo=UTC)
    zone = ZoneInfo("America/New_York")
    form = {"advocate": str(ana), "covered_by": str(ben), "ends": "2026-03-09T08:00"}
    meant = absence_from(Posted(form), (ana, ben), zone, now).meant
    assert meant is not None
    # The clocks go forward on 8 March.
    assert (meant.begins, meant.ends.astimezone(UTC)) == (now, datetime(2026, 3, 9, 12, tzinfo=UTC))
    assert meant.covered_by == ben
    wrong = absence_from(Posted({**form, "covered_by": str(ana)}), (ana, ben), zone, now).wrong
    assert "cannot be called instead" in wrong["covered_by"]
    wrong = absence_from(Posted({**form, "begins": "2026-03-10T08:00"}), (ana, ben), zone, now).wrong
    assert wrong == {"ends": "It ends before it begins."}
    wrong = absence_from(Posted({**form, "begins": "2026-03-08T08:00+02:00"}), (ana, ben), zone, now).wrong
    assert "begins" in wrong


def test_a_shift_over_midnight_is_said_in_words() -> None:
    ana = uuid4()
    typed = {**AT_ALL_HOURS, "advocate": str(ana), "begins": "22:00", "ends": "06:00"}
    shift = shift_from(Posted(typed), (ana,)).meant
    assert shift is not None
    assert hours_words(shift.begins, shift.ends) == "22:00 to 06:00 the next day"
    assert hours_words(time(9), time(17)) == "09:00 to 17:00"
    assert hours_words(time(), time()) == "around the clock"
    assert [days_words(days) for days in ({0, 1, 2, 3, 4}, {0, 2, 3}, {5, 6}, set(range(7)), {0, 1, 2, 5})] == [
        "Mon to Fri", "Mon, Wed, Thu", "Sat, Sun", "every day", "Mon to Wed, Sat",
    ]  # fmt: skip
    assert {"UTC", "America/New_York", "America/Phoenix", "Asia/Kolkata"} <= set(zones())


# --- the page


async def test_the_page_says_who_is_called_in_which_order_and_what_is_missing(served: Served, ana: Visitor) -> None:
    rota, always = served.line.rota, frozenset(range(7))
    first, second = identity(served, "Ana"), identity(served, "Ben")
    await rota.add_shift(Shift(uuid4(), second, 2, always, time(), time(), "Asia/Kolkata", at_desk=False))
    await rota.add_shift(Shift(uuid4(), first, 1, always, time(), time(), "America/New_York", at_desk=True))
    await rota.add_pager(first, PageWay.EMAIL, "ana@example.org")
    text = (await ana.look(ROTA)).text
    assert "Called in this order: Ana , sits at the desk Ben , cannot be paged" in text
    assert "At the desk: Ana ." in text
    assert "Ben is on the rota and has no way to be paged" in text
    assert "There is no supervisor" in text
    assert "by the clock of Asia/Kolkata" in text
    await rota.set_supervisor(second, True)
    assert "No supervisor has a way to be paged" in (await ana.look(ROTA)).text
    await rota.add_pager(second, PageWay.SMS, "+12075550177")
    text = (await ana.look(ROTA)).text
    assert "Last: Ben (supervisor)." in text
    assert "no way to be paged" not in text


async def test_colleagues_see_only_the_end_of_an_address_and_cannot_remove_it(served: Served, ana: Visitor) -> None:
    ben = identity(served, "Ben")
    await served.line.rota.add_pager(ben, PageWay.SMS, "+12075550177")
    page = await ana.look(ROTA)
    assert "Ben : by SMS: ...77" in page.text
    assert "2075550177" not in page.response.text
    pager = served.line.rota.kept.pagers[0].id
    await served.line.rota.add_pager(identity(served, "Ana"), PageWay.SMS, "+12075550142")
    await ana.look(ROTA)
    await ana.send(f"{ROTA}/pagers/remove", pager=str(pager))
    assert len(served.line.rota.kept.pagers) == 2
    await ana.send(f"{ROTA}/pagers/remove", pager=str(served.line.rota.kept.pagers[1].id))
    assert [each.advocate for each in served.line.rota.kept.pagers] == [ben]


async def test_a_form_that_is_sent_twice_counts_once(served: Served, ana: Visitor) -> None:
    await served.line.rota.add_pager(identity(served, "Ana"), PageWay.SMS, "+12075550142")
    page = await ana.look(ROTA)
    for _ in range(2):
        await ana.send(f"{ROTA}/shifts/add", page, **AT_ALL_HOURS)
        await ana.send(f"{ROTA}/pagers/add", page, way="email", address="ana@example.org")
        await ana.send(f"{ROTA}/pagers/test", page)
        await ana.send(f"{ROTA}/absences/add", page, ends=f"{date.today() + timedelta(days=3)}T10:00", covered_by="nobody")
    kept = served.line.rota.kept
    assert [len(each) for each in (kept.shifts, kept.pagers, kept.pages, kept.absences)] == [1, 2, 1, 1]


async def test_a_shift_is_removed_by_the_button_beside_it(served: Served, ana: Visitor) -> None:
    shift = night_shift(identity(served, "Ana"))
    await served.line.rota.add_shift(shift)
    page = await ana.look(ROTA)
    assert "Ana : Mon to Wed, 22:00 to 06:00 the next day (on call only, no. 2)" in page.text
    assert "Ana is then not on duty" in page.text
    page = await ana.send(f"{ROTA}/shifts/remove")
    assert "The shift is off the rota." in page.text
    assert served.line.rota.kept.shifts == []


async def test_the_last_supervisor_is_taken_away_only_after_a_warning(served: Served, ana: Visitor) -> None:
    mine, ben = identity(served, "Ana"), identity(served, "Ben")
    await ana.look(ROTA)
    await ana.send(f"{ROTA}/supervisors", **{f"is_{mine}": "1"})
    assert served.line.rota.kept.supervisors == {mine}
    page = await ana.look(ROTA)
    unchecked = {f"is_{mine}": ""}
    warned = await ana.send(f"{ROTA}/supervisors", **unchecked)
    assert "Nobody would be supervisor" in warned.text
    assert served.line.rota.kept.supervisors == {mine}
    await ana.send(f"{ROTA}/supervisors", page, **unchecked, **{f"is_{ben}": "1"})
    assert served.line.rota.kept.supervisors == {ben}
    page = await ana.look(ROTA)
    await ana.send(f"{ROTA}/supervisors", **{f"is_{ben}": ""})
    await ana.send(f"{ROTA}/supervisors")
    assert served.line.rota.kept.supervisors == set()


async def test_an_old_form_does_not_undo_what_a_colleague_changed(served: Served, ana: Visitor) -> None:
    mine, ben = identity(served, "Ana"), identity(served, "Ben")
    old = await ana.look(ROTA)
    await served.line.rota.set_supervisor(ben, True)
    await ana.send(f"{ROTA}/supervisors", old, **{f"is_{mine}": "1"})
    assert served.line.rota.kept.supervisors == {mine, ben}


# --- the ladder on queue and conversation


def climb(served: Served, **given: object) -> ClimbView:
    now = served.line.clock.now()
    pages = (
        PageView(now, "Ana", PageWay.SMS, 1, "accepted", None, "on_call"),
        PageView(now, "Ben", PageWay.WEBHOOK, 1, "failed", "http_404", "on_call"),
        PageView(now, "Ana", PageWay.SMS, 1, "accepted", None, "again"),
    )
    view = {
        "level": Level.URGENT, "started_at": now - timedelta(minutes=3, seconds=5), "next_at": now + timedelta(seconds=70),
        "done": {Rung.ON_CALL, Rung.NEXT}, "pages": pages, **given,
    }  # fmt: skip
    return ClimbView(**view)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "calling since 3 min: Ana (by SMS, taken, 2 times), Ben (by webhook, failed) ; next: a supervisor in 1 min"),
        ({"done": {Rung.ON_CALL}}, "next: the next person in 1 min"),
        ({"done": {Rung.ON_CALL}, "level": Level.EMERGENCY}, "next: the same people again in 1 min"),
        ({"done": set(Rung)}, "next: everybody again in 1 min"),
        ({"done": set(), "pages": ()}, "calling since 3 min: nobody yet"),
        ({"pages": ()}, "nobody could be paged"),
        ({"done": set(Rung), "not_told": "was told before"}, "not told that nobody came (was told before)"),
        ({"next_at": datetime(2026, 1, 1, tzinfo=UTC)}, "next: a supervisor now"),
    ],
)
async def test_a_waiting_row_says_who_is_called_and_what_comes_next(
    served: Served, ana: Visitor, given: dict[str, object], words: str
) -> None:
    one = served.line.opens("help", level=Level.URGENT, waiting=True, waited=3, signals=[Signal("locked_in", Level.URGENT, "help")])
    served.line.change(one, climb=climb(served, **given))
    assert words in (await ana.look("/desk")).text


async def test_that_the_person_was_told_stands_with_its_time(served: Served, ana: Visitor) -> None:
    one = served.line.opens("help", level=Level.URGENT, waiting=True, waited=3)
    told = served.line.clock.now()
    served.line.change(one, climb=climb(served, done=set(Rung), told_at=told))
    assert f"told at {told:%H:%M} UTC that nobody came" in (await ana.look("/desk")).text
    assert f"told at {told:%H:%M} UTC that nobody has come yet" in (await ana.look(f"/desk/conversations/{one}")).text
    served.line.change(one, owner=Owner.ASSISTANT)
    assert "Who is called" not in (await ana.look(f"/desk/conversations/{one}")).text


@pytest.mark.parametrize(
    ("kind", "actor", "detail", "words"),
    [
        ("called", "assistant", {"rung": "on_call", "count": "2"}, "Called: who is on call (2 people)"),
        ("called", "assistant", {"rung": "supervisor", "count": "0"}, "Called: the supervisor (nobody to call)"),
        ("called", "assistant", {"rung": "truth", "count": "0"}, "Nobody came in time"),
        ("truth_told", "assistant", {}, "The person was told that nobody has come yet, and where somebody answers now"),
        ("truth_not_told", "assistant", {"reason": "was told before"}, "The person was not told that nobody has come yet: was told before"),
        ("advocate_left", "Ben", {}, "Ben is no longer at the desk: the conversation waits for somebody else"),
        ("may_text", "person", {}, "The person says that we may text first"),
        ("may_not_text", "person", {}, "The person says that we may not text first"),
    ],
)
def test_what_the_ladder_did_stands_in_the_history(kind: str, actor: str, detail: dict[str, str], words: str) -> None:
    assert event_words(EventView(kind, actor, datetime(2026, 1, 1, tzinfo=UTC), detail)) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("http_404", "the address answered with an error (404)"),
        ("not_set_up", "this line is not set up for that way"),
        ("SMTPAuthenticationError", "the mail server does not accept our name and password"),
        ("30003", f"{ERRORS['30003']} (30003)"),
        ("12345", "error 12345"),
    ],
)
def test_why_a_page_failed_is_said_in_words(code: str, words: str) -> None:
    assert failure_words(code) == words


@pytest.mark.parametrize(
    ("waited", "said", "warned", "words"),
    [
        (14, None, False, ""),
        (42, None, True, "Last text 42 min ago. Somebody else may hold the phone now. They have not said that we may write first."),
        (42, "may_not_text", True, "that we may not text first."),
        (42, "may_text", True, "that we may text first."),
    ],
)
async def test_above_the_reply_box_stands_how_long_the_person_has_been_silent(
    served: Served, ana: Visitor, waited: float, said: str | None, warned: bool, words: str
) -> None:
    one = served.line.opens("hello", waited=waited)
    await served.line.take_over(one, identity(served, "Ana"))
    if said:
        event = EventView(said, "person", served.line.clock.now(), {})
        served.line.change(one, events=(*served.line.views[one].events, event), memory=Memory(may_text=said == "may_text"))
    page = await ana.look(f"/desk/conversations/{one}")
    paragraph = page.response.text.split('id="silence"')[1].split(">")[0]
    assert (" hidden" not in paragraph) == warned
    assert words in page.text
    assert page.has_form(f"/desk/conversations/{one}/reply")


async def test_every_trouble_has_a_sentence_and_a_next_step(served: Served) -> None:
    now = served.line.clock.now()
    served.line.wrong = [TroubleSeen(kind, now - timedelta(minutes=number), now, 1, None) for number, kind in enumerate(Trouble)]
    lines = await troubles_now(services_on(served.line))
    assert [each.key for each in lines] == [f"trouble-{kind.value}" for kind in reversed(Trouble)]
    assert len({each.sentence for each in lines}) == len(Trouble)
    assert len({each.next_step for each in lines}) == len(Trouble)
    assert all(each.sentence.endswith(".") and each.next_step.endswith(".") for each in lines)
