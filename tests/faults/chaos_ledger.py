"""What must be true of the database and the provider after any fault: every message once, answered once, in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.storage.sealed_rows import address_context, body_context, key_of
from tests.support.pretend_twilio import PretendTwilio

UNDONE = """
SELECT (SELECT count(*) FROM messages WHERE direction = 'in' AND answered_at IS NULL),
       (SELECT count(*) FROM deliveries WHERE state IN ('queued', 'sending', 'unknown'))
"""

# What was cancelled or came too late was never meant to leave.
MESSAGES = """
SELECT messages.id, messages.conversation_id, direction, body_sealed FROM messages LEFT JOIN deliveries ON deliveries.id = messages.id
WHERE state IS NULL OR state NOT IN ('cancelled', 'expired') ORDER BY messages.seq
"""


@dataclass
class Ledger:
    """What the database holds, opened, by telephone number. `texts_out` is what was to reach the person."""

    texts_in: Mapping[str, Sequence[str]]
    texts_out: Mapping[str, Sequence[str]]
    states: Counter[str]
    alerts: Mapping[str, Sequence[str]]
    levels: Mapping[str, str]
    events: Counter[str]

    @classmethod
    def read(cls, database_url: str, directory: Path) -> Ledger:
        """Read all of it."""
        sealing = ConversationSealing(KeyFiles(directory / "keys"))
        found: dict[str, dict[str, list[str]]] = {"in": defaultdict(list), "out": defaultdict(list)}
        numbers: dict[Any, str] = {}
        with connected(database_url) as connection:
            people = list(
                connection.execute(sa.text("SELECT id, address_sealed, key_id, key_wrapped, level FROM conversations")).mappings()
            )
            keys = {row["id"]: key_of(row) for row in people}  # type: ignore[arg-type]
            for row in people:
                numbers[row["id"]] = sealing.open(keys[row["id"]], row["address_sealed"], address_context(row["id"]))
            for each in connection.execute(sa.text(MESSAGES)):
                text = sealing.open(keys[each.conversation_id], each.body_sealed, body_context(each.id))
                found[each.direction][numbers[each.conversation_id]].append(text)
            states = Counter(connection.execute(sa.text("SELECT state FROM deliveries")).scalars())
            alerts: dict[str, list[str]] = defaultdict(list)
            for each in connection.execute(sa.text("SELECT conversation_id, reason FROM alerts ORDER BY at")):
                alerts[numbers[each.conversation_id]].append(each.reason)
            events = Counter(connection.execute(sa.text("SELECT kind FROM events")).scalars())
        levels = {numbers[row["id"]]: row["level"] for row in people}
        return cls(found["in"], found["out"], states, alerts, levels, events)

    def doubled_and_lost(self, twilio: PretendTwilio) -> tuple[list[str], list[str]]:
        """Numbers that were given a text twice (once for each copy), and numbers not given all, or not in the order of the outbox."""
        doubled, lost = [], []
        given: dict[str, list[str]] = defaultdict(list)
        for each in list(twilio.sent):
            given[each.to].append(each.body)
        for number in {*self.texts_out, *given}:
            meant, got = list(self.texts_out.get(number, ())), given[number]
            extra = Counter(got) - Counter(meant)
            doubled += [number] * extra.total()
            for text in reversed(list(extra.elements())):
                # The later copy is the one too many.
                got.reverse()
                got.remove(text)
                got.reverse()
            if got != meant:
                lost.append(number)
        return doubled, lost


def connected(database_url: str) -> Any:
    """A connection of our own, outside any pool."""
    return sa.create_engine(database_url.replace("postgresql://", "postgresql+psycopg://", 1), poolclass=sa.NullPool).connect()


def undone(database_url: str) -> int:
    """How many messages wait for a turn or a provider."""
    with connected(database_url) as connection:
        return sum(connection.execute(sa.text(UNDONE)).one())
