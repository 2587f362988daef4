"""What is said when Rasa gives no usable answer: a person is coming; and for our own intents the same as Rasa would say."""

from __future__ import annotations

from uuid import UUID

from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Intent
from bot.domain.questions import Question
from bot.ports import Dialogue

_CALL = frozenset({Effect.CALL_HUMAN})
HOLDING = DialogueReply(("holding.person_coming",), _CALL)


# What a digit leads to: one answer, whatever was said before.
_PLAIN: dict[str, tuple[tuple[str, ...], Question | None]] = {
    "safe_to_write": (("about.notice", "about.doors"), Question.DOORS),
    "not_safe_to_write": (("talk.quiet",), None),
    "can_text": (("danger.safety", "danger.where"), Question.NEXT),
    "show_topics": (("about.topics",), Question.TOPICS),
    "show_rights": (("about.which",), Question.RIGHTS),
    "show_safety": (("about.which",), Question.SAFETY),
    "show_needs": (("about.which",), Question.NEEDS),
    "show_more_needs": (("about.which",), Question.MORE_NEEDS),
    "show_last_needs": (("about.which",), Question.LAST_NEEDS),
    "show_what_to_do": (("community.do",), Question.NEXT),
    "in_health": (("community.health",), Question.NEXT),
    "in_school": (("community.school",), Question.NEXT),
    "in_hotel": (("community.hotel",), Question.NEXT),
    "is_driver": (("community.driver",), Question.NEXT),
    "goes_on": (("minors.not_your_fault",), Question.NEXT),
}


def reply_without_rasa(intent: str | None, context: DialogueContext) -> DialogueReply:
    """The reply to one of our own intents; holding, with a call for a human, to everything else (`None`: not understood by anybody)."""
    if intent in _PLAIN:
        messages, question = _PLAIN[intent]
        return DialogueReply(messages, question=question)
    match intent:
        case "accept_human":
            return DialogueReply(("human.still_coming" if context.human_called else "human.coming",), _CALL)
        case "not_understood" if context.misunderstood == 0:
            return DialogueReply(("unclear.ask",), question=Question.NEXT)
        case "not_understood":
            return DialogueReply(("unclear.person",), _CALL)
        case _:
            return HOLDING


class OwnIntentsWithoutRasa:
    """A dialogue that answers our own intents (digits) itself when Rasa does not; everything else still raises `DialogueUnavailable`."""

    def __init__(self, rasa: Dialogue) -> None:
        self._rasa = rasa

    async def understand(self, text: str) -> Intent:
        return await self._rasa.understand(text)

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        try:
            return await self._rasa.next_messages(conversation, intent, context)
        except DialogueUnavailable:
            reply = reply_without_rasa(intent, context)
            if reply is HOLDING:
                raise
            return reply
