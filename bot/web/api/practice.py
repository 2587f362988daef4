"""`POST /api/v1/practice/advance`: moves the service's clock, in practice mode only; 404 on a real line."""

from __future__ import annotations

from datetime import datetime

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import JSONBody
from msgspec import Struct

from bot.web.services import Services

MOST_MINUTES = 60 * 24 * 400


class AdvanceIn(Struct, forbid_unknown_fields=True):
    """How many minutes to move the clock forward."""

    minutes: float


class AdvanceOut(Struct):
    """The service's time now."""

    now: datetime


@post("/advance", status_code=200)
async def advance(services: NamedDependency[Services], data: JSONBody[AdvanceIn]) -> AdvanceOut:
    """Let time pass."""
    if services.practice_clock is None:
        raise NotFoundException
    return AdvanceOut(await services.practice_clock.advance(max(0.0, min(data.minutes, MOST_MINUTES))))


practice = Router(path="/practice", route_handlers=[advance], opt={"exclude_from_csrf": True})
