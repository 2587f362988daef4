"""Facts that nobody has held against their source for some time. Law and phone lines move fast (domain.md 0.3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bot.domain.views import StaleFact
from bot.wording.source import Message

OUR_OWN = "our own practice"
DAYS = 90


def stale_facts(messages: Iterable[Message], today: date, days: int = DAYS) -> list[StaleFact]:
    """The messages with a fact last checked more than `days` days before `today`, oldest first. What rests on our own practice alone
    does not go stale."""
    found = [
        StaleFact(message.id, message.text, message.checked_on, message.source)
        for message in messages
        if today - message.checked_on > timedelta(days=days) and not all(OUR_OWN in each for each in message.source)
    ]
    return sorted(found, key=lambda each: (each.checked_on, each.id))
