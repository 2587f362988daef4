"""What a conversation remembers between turns, besides its messages. Sealed at rest: answers and places are personal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Memory:
    """`more`: the message that goes on after the last one. `check`: answers to the gentle check by question (yes, no, skip), `check_open`
    while it is not finished. `need` and `place` (a state's two letters) of the last search. `told_of_drafts`: the person knows that a
    machine translated our words. `may_text`: whether we may write first, None before they were asked. `body`: the one thing that the
    person's last texts said (`repeats.body_of`), `body_since` the arrival of the first of them. All of it is lost when the conversation
    closes.
    """

    more: str | None = None
    check: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    check_open: bool = False
    need: str | None = None
    place: str | None = None
    told_of_drafts: bool = False
    may_text: bool | None = None
    body: str = ""
    body_since: str = ""

    def __repr__(self) -> str:
        return "Memory()"

    def to_json(self) -> str:
        """As it is sealed and stored."""
        return json.dumps({each.name: _plain(getattr(self, each.name)) for each in fields(self)}, sort_keys=True)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def memory_from(stored: str) -> Memory:
    """The memory that `to_json` wrote; an empty one for what an older or newer version wrote otherwise."""
    try:
        return Memory(**json.loads(stored))
    except (ValueError, TypeError):
        return Memory()
