"""Sealed values stay in their rows: whoever moves one in the database is noticed (trust.md T12)."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.ports import CannotOpen
from tests.support.stage import Stage


async def test_T12_two_texts_swapped_in_the_database_are_both_refused(stage: Stage) -> None:
    await stage.text_in("[en] first")
    await stage.text_in("[en] second")
    conversation = await stage.conversation_of()
    async with stage.engine.begin() as connection:
        ids = list((await connection.execute(sa.text("SELECT id FROM messages ORDER BY seq"))).scalars())
        swap = sa.text(
            "UPDATE messages SET body_sealed = (SELECT other.body_sealed FROM messages other WHERE other.id <> messages.id) "
            "WHERE id IN (:a, :b)"
        )
        await connection.execute(swap, {"a": ids[0], "b": ids[1]})
    with pytest.raises(CannotOpen):
        await stage.see(conversation)


async def test_T12_an_address_moved_to_another_conversation_is_refused(stage: Stage) -> None:
    await stage.text_in("[en] hi", "+15551230001")
    await stage.text_in("[en] hi", "+15551230002")
    async with stage.engine.begin() as connection:
        await connection.execute(
            sa.text("UPDATE conversations SET address_sealed = (SELECT address_sealed FROM conversations ORDER BY number LIMIT 1)")
        )
    moved = (await stage.desk.find(None, "+15551230002"))[0]
    async with stage.units() as unit:
        with pytest.raises(CannotOpen):
            await unit.conversation(moved)


async def test_the_queue_puts_level_first_and_then_who_waits_longest(stage: Stage) -> None:
    for sender, text in (
        ("+15551230001", "[en] hello"),
        ("+15551230002", "[en] locked"),
        ("+15551230003", "[en] knife"),
        ("+15551230004", "[en] knife"),
    ):
        await stage.texts(text, sender)
        stage.clock.pass_by(seconds=5)
    order = [entry.id for entry in await stage.desk.queue()]
    expected = [await stage.conversation_of(f"+1555123000{n}") for n in (3, 4, 2, 1)]
    assert order == expected


async def test_what_an_advocate_has_already_taken_stands_behind_what_nobody_has(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    first = await stage.texts("[en] knife", "+15551230001")
    second = await stage.texts("[en] knife", "+15551230002")
    await stage.take_over(first, ana)
    assert [entry.id for entry in await stage.desk.queue()] == [second, first]
    assert [entry.unheard for entry in await stage.desk.queue()] == [1, 1]
    await stage.reply(first, ana, "I am here.")
    assert (await stage.desk.queue())[1].unheard == 0
