"""A conversation's level: raised by fragments, corrected by an advocate, on the real database."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.domain.levels import Level
from bot.domain.ownership import AlreadyOwned, ConversationClosed, Owner
from bot.storage.queries.corrections import corrections
from bot.usecases.advocate_acts import NoSuchConversation
from tests.support.stage import Stage


async def test_fragments_in_two_messages_show_danger_together(stage: Stage) -> None:
    conversation = await stage.texts("[en] they packed our bags")
    assert (await stage.see(conversation)).level is Level.ROUTINE
    stage.clock.pass_by(minutes=20)
    await stage.texts("he says i go first")
    view = await stage.see(conversation)
    assert (view.level, view.owner) == (Level.EMERGENCY, Owner.WAITING)
    assert stage.provider.texts()[-2:] == ["en:danger.emergency", "en:danger.can_text"]
    assert [signal.evidence for signal in view.signals] == ["[en] they packed our bags\nhe says i go first"]


async def test_fragments_of_another_day_are_not_put_together(stage: Stage) -> None:
    conversation = await stage.texts("[en] they packed our bags")
    stage.clock.pass_by(hours=30)
    await stage.texts("he says i go first")
    assert (await stage.see(conversation)).level is Level.ROUTINE


async def test_an_advocate_lowers_a_level_and_old_fragments_do_not_raise_it_again(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] they packed our bags")
    await stage.texts("he says i go first")
    stage.clock.pass_by(minutes=1)
    await stage.correct_level(conversation, ana, Level.ROUTINE)
    stage.clock.pass_by(minutes=1)
    await stage.texts("thank you")
    view = await stage.see(conversation)
    assert view.level is Level.ROUTINE
    assert [(event.kind, event.actor, event.detail) for event in view.events if event.kind == "level_corrected"] == [
        ("level_corrected", "Ana", {"heard": "emergency", "corrected": "routine"})
    ]
    await stage.texts("[en] knife")
    assert (await stage.see(conversation)).level is Level.EMERGENCY, "new danger is heard as ever"


async def test_a_raise_by_an_advocate_calls_a_human_once(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[en] hello")
    for _ in range(2):
        await stage.correct_level(conversation, ana, Level.URGENT)
    view = await stage.see(conversation)
    assert (view.level, view.owner) == (Level.URGENT, Owner.WAITING)
    assert [alert.reason for alert in view.alerts] == ["an advocate raised the level"]


async def test_a_correction_is_kept_sealed_with_the_words_it_is_about(stage: Stage) -> None:
    ana = await stage.advocate("Ana")
    conversation = await stage.texts("[es] hello, a quiet word")
    await stage.correct_level(conversation, ana, Level.ELEVATED)
    async with stage.engine.connect() as connection:
        row = (await connection.execute(sa.text("SELECT heard, corrected, language, text_sealed FROM level_corrections"))).one()
    assert (row.heard, row.corrected, row.language) == ("routine", "elevated", "es")
    assert b"quiet" not in row.text_sealed
    [kept] = await corrections(stage.engine, stage.sealing)
    assert (kept.level, kept.heard, kept.language, kept.text) == (Level.ELEVATED, Level.ROUTINE, "es", "[es] hello, a quiet word")
    assert "quiet" not in repr(kept)
    async with stage.engine.connect() as connection:
        readers = await connection.execute(sa.text("SELECT actor FROM events WHERE kind = 'read'"))
        assert "operator" in readers.scalars().all(), "reading leaves a trace (T30)"


async def test_only_the_owner_corrects_and_nobody_when_it_is_closed(stage: Stage) -> None:
    ana, ben = await stage.advocate("Ana"), await stage.advocate("Ben")
    conversation = await stage.texts("[en] hello")
    with pytest.raises(NoSuchConversation):
        await stage.correct_level(ana, ana, Level.URGENT)
    await stage.take_over(conversation, ana)
    with pytest.raises(AlreadyOwned):
        await stage.correct_level(conversation, ben, Level.URGENT)
    await stage.correct_level(conversation, ana, Level.URGENT)
    assert (await stage.see(conversation)).owner is Owner.HUMAN
    await stage.close(conversation, ana)
    with pytest.raises(ConversationClosed):
        await stage.correct_level(conversation, ana, Level.ROUTINE)
