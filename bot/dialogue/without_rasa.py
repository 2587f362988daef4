"""What is said when Rasa gives no usable answer: a person is coming; and for our own intents the same as Rasa would say."""

from __future__ import annotations

from uuid import UUID

from bot.domain.dialogue import DialogueContext, DialogueReply, DialogueUnavailable, Effect, Intent, Question
from bot.ports import Dialogue

_CALL = frozenset({Effect.CALL_HUMAN})
HOLDING = DialogueReply(("holding.person_coming",), _CALL)


def reply_without_rasa(intent: str | None, context: DialogueContext) -> DialogueReply:
    """The reply to one of our own intents; holding, with a call for a human, to everything else (`None`: not understood by anybody)."""
    match intent:
        case "safe_to_write":
            return DialogueReply(("about.notice",))
        case "not_safe_to_write":
            return DialogueReply(("talk.quiet",))
        case "accept_human":
            return DialogueReply(("human.still_coming" if context.human_called else "human.coming",), _CALL)
        case "decline_human":
            return DialogueReply(("human.declined",))
        case "not_understood" if context.misunderstood == 0:
            return DialogueReply(("unclear.ask",), question=Question.HUMAN_OFFER)
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
