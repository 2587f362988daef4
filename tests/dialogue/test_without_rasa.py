"""What is said when Rasa is down."""

from __future__ import annotations

import pytest

from bot.dialogue.answers import RECOGNISED
from bot.dialogue.without_rasa import HOLDING, reply_without_rasa
from bot.domain.dialogue import DialogueContext, Effect


@pytest.mark.parametrize("intent", [None, *sorted(RECOGNISED), "restart", "", "/restart"])
def test_everything_else_is_held_and_a_human_is_called(intent: str | None) -> None:
    assert reply_without_rasa(intent, DialogueContext(human_called=True, misunderstood=9)) == HOLDING
    assert HOLDING.message_ids == ("holding.person_coming",)
    assert HOLDING.effects == {Effect.CALL_HUMAN}
