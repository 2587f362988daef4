"""Who may speak in a conversation: a pure table of (owner, event).

assistant  the assistant answers
waiting    a human has been called and nobody has come yet; the assistant still answers, so that nobody is left in silence
human      one advocate owns it; the assistant is silent
closed     nobody speaks; the person's next message opens a new conversation
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from uuid import UUID


class Owner(enum.StrEnum):
    """Who owns the conversation now."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    HUMAN = "human"
    CLOSED = "closed"


class Event(enum.StrEnum):
    """What can happen to a conversation's ownership."""

    CALL_HUMAN = "call_human"
    TAKE_OVER = "take_over"
    REPLY = "reply"
    HAND_BACK = "hand_back"
    CLOSE = "close"
    ASSISTANT_SPEAKS = "assistant_speaks"
    LEFT = "left"


class Refused(Exception):
    """The event is not possible now."""

    code = "refused"

    def __str__(self) -> str:
        return self.__doc__ or self.code


class AlreadyOwned(Refused):
    """Another advocate has taken this conversation."""

    code = "already_owned"


class NotOwner(Refused):
    """Take the conversation over first."""

    code = "not_owner"


class ConversationClosed(Refused):
    """This conversation is closed."""

    code = "closed"


class HumanSpeaks(Refused):
    """A human owns this conversation, so the assistant is silent."""

    code = "human_speaks"


@dataclass(frozen=True, slots=True)
class Ownership:
    """The owner, and the advocate when the owner is a human (and only then)."""

    owner: Owner = Owner.ASSISTANT
    advocate: UUID | None = None

    def __post_init__(self) -> None:
        if (self.owner is Owner.HUMAN) != (self.advocate is not None):
            raise ValueError("an advocate owns a conversation exactly when its owner is human")


def after(now: Ownership, event: Event, by: UUID | None = None) -> Ownership:
    """The ownership after `event`; raises a `Refused` when the table does not allow it.

    `by` is the advocate who acts; take over, reply, hand back and close need one. LEFT: the owner is no longer at the desk. Repeating
    what is already true (calling a human twice, taking over one's own conversation) changes nothing and is no error.
    """
    match now.owner, event:
        case Owner.CLOSED, Event.CLOSE:
            return now
        case Owner.CLOSED, _:
            raise ConversationClosed
        case Owner.ASSISTANT, Event.CALL_HUMAN:
            return Ownership(Owner.WAITING)
        case _, Event.CALL_HUMAN:
            return now
        case Owner.HUMAN, Event.ASSISTANT_SPEAKS:
            raise HumanSpeaks
        case _, Event.ASSISTANT_SPEAKS:
            return now
        case Owner.HUMAN, Event.LEFT:
            return Ownership(Owner.WAITING)
        case _, Event.LEFT:
            return now
    if by is None:
        raise NotOwner
    match now.owner, event:
        case Owner.HUMAN, Event.TAKE_OVER:
            if now.advocate != by:
                raise AlreadyOwned
            return now
        case _, Event.TAKE_OVER:
            return Ownership(Owner.HUMAN, by)
        case Owner.HUMAN, _ if now.advocate != by:
            raise AlreadyOwned
        case Owner.HUMAN, Event.REPLY:
            return now
        case Owner.HUMAN, Event.HAND_BACK:
            return Ownership(Owner.ASSISTANT)
        case ((Owner.HUMAN | Owner.WAITING | Owner.ASSISTANT), Event.CLOSE):
            return Ownership(Owner.CLOSED)
    raise NotOwner
