"""The forms of the page "On call": shifts, absences, days off, ways to be paged, supervisors. Every change counts at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from litestar import Response, Router, get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from bot.domain.views import AdvocateView
from bot.web.console.rota_forms import absence_from, day_off_from, pager_from, shift_from
from bot.web.console.rota_page import Shown, rota_page
from bot.web.console.session import Acting
from bot.web.pages.forms import Once, PageRequest, Posted, Provided, new_once, posted

log = structlog.get_logger()
_done_once = Once()


@get("/")
async def rota(services: Provided, advocate: Acting, done: FromQuery[str] = "") -> Template:
    """Who is called, when, and how."""
    return await rota_page(services, advocate, Shown(done=done))


async def _act(form: Posted, advocate: AdvocateView, act: Callable[[], Awaitable[object]], done: str) -> Response[Any]:
    """Do what a form asks for, once however often it is sent, and show the page with what was done."""
    await _done_once.run(f"{advocate.id} {done} {form.text('once') or new_once()}", act)
    # Who changed the rota is asked when somebody was not called.
    log.info("rota.changed", what=done, by=str(advocate.id))
    return Redirect(f"/desk/rota?done={done}#done", status_code=303)


@post("/shifts/add", status_code=200)
async def add_shift(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """Somebody serves every week."""
    form = await posted(request)
    read = shift_from(form, (await services.rota.view()).advocates)
    shift = read.meant
    if shift is None:
        return await rota_page(services, advocate, Shown("shift", form, read.wrong))
    return await _act(form, advocate, lambda: services.rota.add_shift(shift), "shift")


@post("/shifts/remove", status_code=200)
async def remove_shift(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """Take a shift off the rota; one that is gone already stays gone."""
    form = await posted(request)
    shift = form.uuid("shift")
    if shift is None:
        return await rota_page(services, advocate)
    return await _act(form, advocate, lambda: services.rota.remove_shift(shift), "shift-removed")


@post("/absences/add", status_code=200)
async def add_absence(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """Somebody cannot serve for a time."""
    form = await posted(request)
    zone = ZoneInfo(services.time_zone)
    read = absence_from(form, (await services.rota.view()).advocates, zone, services.clock.now())
    typed = read.meant
    if typed is None:
        return await rota_page(services, advocate, Shown("absence", form, read.wrong))
    return await _act(
        form, advocate, lambda: services.rota.add_absence(typed.advocate, typed.begins, typed.ends, typed.covered_by), "absence"
    )


@post("/absences/remove", status_code=200)
async def remove_absence(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """They can serve again."""
    form = await posted(request)
    absence = form.uuid("absence")
    if absence is None:
        return await rota_page(services, advocate)
    return await _act(form, advocate, lambda: services.rota.remove_absence(absence), "absence-ended")


@post("/days-off/add", status_code=200)
async def add_day_off(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """A day on which shifts do not run, unless they say so."""
    form = await posted(request)
    read = day_off_from(form, services.clock.now().astimezone(ZoneInfo(services.time_zone)).date())
    if read.meant is None:
        return await rota_page(services, advocate, Shown("day", form, read.wrong))
    day, name = read.meant
    return await _act(form, advocate, lambda: services.rota.add_day_off(day, name), "day-off")


@post("/days-off/remove", status_code=200)
async def remove_day_off(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """The day counts like any other."""
    form = await posted(request)
    try:
        day = date.fromisoformat(form.text("day"))
    except ValueError:
        return await rota_page(services, advocate)
    return await _act(form, advocate, lambda: services.rota.remove_day_off(day), "day-off-removed")


@post("/pagers/add", status_code=200)
async def add_pager(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """Another way to page whoever is signed in."""
    form = await posted(request)
    read = pager_from(form)
    if read.meant is None:
        return await rota_page(services, advocate, Shown("pager", form, read.wrong))
    way, address = read.meant
    return await _act(form, advocate, lambda: services.rota.add_pager(advocate.id, way, address), "pager")


@post("/pagers/remove", status_code=200)
async def remove_pager(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """One of one's own ways; those of colleagues are theirs."""
    form = await posted(request)
    mine = {each.id for each in (await services.rota.view()).pagers if each.advocate == advocate.id}
    pager = form.uuid("pager")
    if pager not in mine or pager is None:
        return await rota_page(services, advocate)
    return await _act(form, advocate, lambda: services.rota.remove_pager(pager), "pager-removed")


@post("/pagers/test", status_code=200)
async def send_test_page(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """A page to oneself."""
    return await _act(await posted(request), advocate, lambda: services.rota.test_page(advocate.id), "test")


@post("/supervisors", status_code=200)
async def set_supervisors(request: PageRequest, services: Provided, advocate: Acting) -> Response[Any]:
    """Who is called last. Taking the last one away is asked once more."""
    form = await posted(request)
    view = await services.rota.view()
    # Only what was changed in this form: a colleague may have changed others meanwhile.
    wanted = {
        each: bool(form.text(f"is_{each}")) for each in view.advocates if bool(form.text(f"is_{each}")) != bool(form.text(f"was_{each}"))
    }
    left = {each for each in view.advocates if wanted.get(each, each in view.supervisors)}
    if view.supervisors and not left and not form.text("sure"):
        hidden = {name: form.text(name) for name in form.fields if name != "_csrf_token"}
        return Template("desk/sure.html", context={"advocate": advocate, "hidden": {**hidden, "sure": "1"}, "action": request.url.path})

    async def change() -> None:
        for each, supervisor in wanted.items():
            await services.rota.set_supervisor(each, supervisor)

    return await _act(form, advocate, change, "supervisors")


rota_routes = Router(
    path="/rota",
    route_handlers=[
        rota, add_shift, remove_shift, add_absence, remove_absence, add_day_off, remove_day_off, add_pager, remove_pager, send_test_page,
        set_supervisors,
    ],
)  # fmt: skip
