"""What the dialogue says next, as ids and effects: no wording and no text of the person."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.domain.questions import Question


class Effect(enum.StrEnum):
    """Something the dialogue asks Lantern to do besides speaking."""

    CALL_HUMAN = "call_human"


@dataclass(frozen=True, slots=True)
class Intent:
    """What the person wants, and how sure the dialogue is (0..1)."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DialogueContext:
    """What the dialogue may know of the conversation besides the intent. Sent with every turn, so that losing its memory costs nothing."""

    human_called: bool = False
    misunderstood: int = 0
    # The gentle check so far: the name of a question (`questions.CHECK`) and yes, no or skip. Only sent with an answer to it.
    check: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class DialogueReply:
    """Message ids to render in order, effects to carry out, and the question the last message asks, if any."""

    message_ids: tuple[str, ...]
    effects: frozenset[Effect] = frozenset()
    question: Question | None = None


class DialogueUnavailable(Exception):
    """The dialogue gave no usable answer (down, slow, or nonsense): a human must be called."""
