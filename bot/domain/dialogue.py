"""What the dialogue says next, as ids and effects: no wording and no text of the person."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Effect(enum.StrEnum):
    """Something the dialogue asks Lantern to do besides speaking."""

    CALL_HUMAN = "call_human"


class Question(enum.StrEnum):
    """A question that digits answer. The conversation remembers the last one asked (`open_question`)."""

    SAFE_TO_WRITE = "safe_to_write"
    HUMAN_OFFER = "human_offer"


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


@dataclass(frozen=True, slots=True)
class DialogueReply:
    """Message ids to render in order, effects to carry out, and the question the last message asks, if any."""

    message_ids: tuple[str, ...]
    effects: frozenset[Effect] = frozenset()
    question: Question | None = None


class DialogueUnavailable(Exception):
    """The dialogue gave no usable answer (down, slow, or nonsense): a human must be called."""
