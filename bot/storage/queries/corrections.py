"""Levels that advocates corrected, opened for the next evaluation set."""

from __future__ import annotations

from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.levels import Level
from bot.ports import Sealing
from bot.storage import tables as t
from bot.storage.sealed_rows import correction_context, key_of


@dataclass(frozen=True, slots=True)
class Correction:
    """What triage heard, what an advocate says it was, and the words."""

    language: str
    level: Level
    heard: Level
    text: str = field(repr=False)


async def corrections(engine: AsyncEngine, sealing: Sealing) -> list[Correction]:
    """Every correction that is still kept, oldest first; that they were read is recorded on each conversation (trust.md T30)."""
    c, k = t.level_corrections.c, t.conversations.c
    query = sa.select(t.level_corrections, k.key_id, k.key_wrapped).join(t.conversations, k.id == c.conversation_id).order_by(c.at)
    async with engine.begin() as connection:
        rows = (await connection.execute(query)).mappings().all()
        for conversation in {row["conversation_id"] for row in rows}:
            await connection.execute(
                sa.insert(t.events).values(conversation_id=conversation, kind="read", actor="operator", at=sa.func.now())
            )
    return [
        Correction(
            row["language"] or "und",
            Level(row["corrected"]),
            Level(row["heard"]),
            sealing.open(key_of(row), row["text_sealed"], correction_context(row["id"])),
        )
        for row in rows
    ]
