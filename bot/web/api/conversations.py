"""The staff API: conversations, and what an advocate does with one. The shapes are promised in docs/api.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Struct

from bot.domain.addresses import Channel
from bot.domain.ladder import Rung
from bot.domain.levels import Level
from bot.domain.views import AdvocateView, ClimbView, ConversationView
from bot.web.api.errors import refusals
from bot.web.api.guard import signed_in_by_token
from bot.web.services import Services


class SignalOut(Struct):
    """A sign of danger: its name, the level it calls for, and the person's words that showed it."""

    name: str
    level: str
    evidence: str


class AlertOut(Struct):
    """A call for a human."""

    level: str
    at: datetime
    reason: str


class MessageOut(Struct):
    """One message of the conversation."""

    id: UUID
    direction: str
    author: str
    text: str
    language: str | None
    message_id: str | None
    at: datetime
    state: str
    error_code: str | None
    flags: Sequence[str]


class LadderOut(Struct):
    """Who is called for: since when, for which level, the rungs taken, and when the next is due."""

    level: str
    started_at: datetime
    next_at: datetime
    rungs: Sequence[str]


class ConversationOut(Struct):
    """One conversation."""

    id: UUID
    number: int
    channel: str
    level: str
    signals: Sequence[SignalOut]
    owner: str
    advocate: str | None
    language: str | None
    opted_out: bool
    alerts: Sequence[AlertOut]
    messages: Sequence[MessageOut]
    opened_at: datetime
    waiting_since: datetime | None
    last_inbound_at: datetime | None
    ladder: LadderOut | None


class LevelIn(Struct, forbid_unknown_fields=True):
    """How urgent the conversation really is."""

    level: Level


class ReplyIn(Struct, forbid_unknown_fields=True):
    """What the advocate writes to the person, at most 1,600 characters."""

    text: str


def conversation_out(view: ConversationView) -> ConversationOut:
    """The view in the API's shape."""
    return ConversationOut(
        id=view.id,
        number=view.number,
        channel=view.channel,
        level=view.level.value,
        signals=[SignalOut(each.name, each.level.value, each.evidence) for each in view.signals],
        owner=view.owner.value,
        advocate=view.advocate,
        language=view.language,
        opted_out=view.opted_out,
        alerts=[AlertOut(each.level.value, each.at, each.reason) for each in view.alerts],
        messages=[
            MessageOut(
                each.id, each.direction, each.author, each.text, each.language, each.message_id, each.at, each.state,
                each.error_code, each.flags,
            )
            for each in view.messages
        ],
        opened_at=view.opened_at,
        waiting_since=view.waiting_since,
        last_inbound_at=view.last_inbound_at,
        ladder=_ladder_out(view.climb) if view.climb is not None else None,
    )  # fmt: skip


def _ladder_out(climb: ClimbView) -> LadderOut:
    return LadderOut(climb.level.value, climb.started_at, climb.next_at, [rung.value for rung in Rung if rung in climb.done])


async def _shown(services: Services, conversation: UUID, advocate: AdvocateView) -> ConversationOut:
    view = await services.desk.conversation(conversation, read_by=advocate.id)
    if view is None:
        raise NotFoundException("There is no such conversation.")
    return conversation_out(view)


@get("/")
async def list_conversations(
    services: NamedDependency[Services],
    advocate: NamedDependency[AdvocateView],
    channel: FromQuery[Channel | None] = None,
    address: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
) -> list[ConversationOut]:
    """Conversations, the newest first; of one channel and address when given."""
    # A "+" that was not percent-encoded arrives as a space.
    wanted = "+" + address.strip() if address and channel is not Channel.CHAT and address.startswith(" ") else address
    found = await services.desk.find(channel, wanted, limit)
    views = [await services.desk.conversation(each, read_by=advocate.id) for each in found]
    return [conversation_out(view) for view in views if view is not None]


@get("/{conversation:uuid}")
async def show_conversation(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID]
) -> ConversationOut:
    """One conversation."""
    return await _shown(services, conversation, advocate)


@post("/{conversation:uuid}/take-over", status_code=200)
async def take_over(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID]
) -> ConversationOut:
    """Become the owner: the assistant is silent from now on. 409 when another advocate owns it, or it is closed."""
    await services.take_over(conversation, advocate.id)
    return await _shown(services, conversation, advocate)


@post("/{conversation:uuid}/reply", status_code=200)
async def reply(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID], data: JSONBody[ReplyIn]
) -> ConversationOut:
    """Write to the person. 409 unless you own the conversation."""
    await services.reply(conversation, advocate.id, data.text)
    return await _shown(services, conversation, advocate)


@post("/{conversation:uuid}/hand-back", status_code=200)
async def hand_back(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID]
) -> ConversationOut:
    """Let the assistant answer again."""
    await services.hand_back(conversation, advocate.id)
    return await _shown(services, conversation, advocate)


@post("/{conversation:uuid}/level", status_code=200)
async def correct_level(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID], data: JSONBody[LevelIn]
) -> ConversationOut:
    """Correct the level; the correction is kept, sealed. 409 when another advocate owns the conversation, or it is closed."""
    await services.correct_level(conversation, advocate.id, data.level)
    return await _shown(services, conversation, advocate)


@post("/{conversation:uuid}/close", status_code=200)
async def close(
    services: NamedDependency[Services], advocate: NamedDependency[AdvocateView], conversation: FromPath[UUID]
) -> ConversationOut:
    """Close the conversation; the person's next message opens a new one."""
    await services.close(conversation, advocate.id)
    return await _shown(services, conversation, advocate)


conversations = Router(
    path="/conversations",
    route_handlers=[list_conversations, show_conversation, take_over, reply, hand_back, correct_level, close],
    dependencies={"advocate": signed_in_by_token},
    exception_handlers=refusals,
    opt={"exclude_from_csrf": True},
)
