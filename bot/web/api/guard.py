"""Who calls the staff API: a bearer token, checked in one place."""

from __future__ import annotations

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotAuthorizedException

from bot.domain.views import AdvocateView
from bot.web.services import Services


async def _advocate(request: Request[None, None, State], services: NamedDependency[Services]) -> AdvocateView:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    advocate = await services.staff.advocate_of_api_token(token.strip()) if scheme.lower() == "bearer" and token.strip() else None
    if advocate is None:
        raise NotAuthorizedException("Send a bearer token made by `lantern token create`.")
    return advocate


signed_in_by_token = Provide(_advocate)
