"""How refusals look in the staff API: a status, a short code and a sentence that says what to do."""

from __future__ import annotations

from typing import Any

from litestar import MediaType, Request, Response
from litestar.types import ExceptionHandlersMap

from bot.domain.ownership import Refused

_STATUS = {"not_found": 404, "empty": 422, "too_long": 422}


def _refused(_: Request[Any, Any, Any], refusal: Refused) -> Response[dict[str, str | int]]:
    status = _STATUS.get(refusal.code, 409)
    content: dict[str, str | int] = {"status_code": status, "code": refusal.code, "detail": str(refusal)}
    return Response(content, status_code=status, media_type=MediaType.JSON)


refusals: ExceptionHandlersMap = {Refused: _refused}
