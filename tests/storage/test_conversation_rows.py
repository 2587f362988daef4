"""What the row of a conversation guards: it is written only by whoever has read it as it is."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from bot.domain.levels import Level
from bot.domain.ownership import Owner, Ownership
from bot.domain.records import Conversation
from bot.ports import StaleConversation
from tests.support.stage import Stage


async def read(stage: Stage, conversation: UUID) -> Conversation:
    async with stage.units() as unit:
        found = await unit.conversation(conversation)
    assert found is not None
    return found


async def save(stage: Stage, conversation: Conversation) -> None:
    async with stage.units() as unit:
        await unit.save(conversation)
        await unit.commit()


async def test_of_two_who_have_read_the_same_conversation_the_second_may_not_write_over_the_first(stage: Stage) -> None:
    await stage.text_in("hello")
    one = other = await read(stage, await stage.conversation_of())
    await save(stage, replace(one, level=Level.EMERGENCY))
    with pytest.raises(StaleConversation):
        await save(stage, replace(other, language="es"))
    after = await read(stage, one.id)
    assert (after.level, after.language) == (Level.EMERGENCY, one.language)
    await save(stage, replace(after, language="es"))


async def test_a_closed_conversation_keeps_the_moment_of_its_closing_and_an_opened_one_has_none(stage: Stage) -> None:
    await stage.text_in("hello")
    conversation = await stage.conversation_of()

    async def saved_as(owner: Owner) -> object:
        await save(stage, replace(await read(stage, conversation), ownership=Ownership(owner)))
        async with stage.engine.connect() as connection:
            at = sa.text("SELECT closed_at FROM conversations WHERE id = :id")
            return (await connection.execute(at, {"id": conversation})).scalar_one()

    closed = await saved_as(Owner.CLOSED)
    assert closed is not None
    assert await saved_as(Owner.CLOSED) == closed
    assert await saved_as(Owner.ASSISTANT) is None
