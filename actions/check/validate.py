"""Answers to the gentle check are yes, no or skip; anything else leaves the question open."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

ANSWERS = frozenset({"yes", "no", "skip"})


class ValidateCheck(FormValidationAction):
    """Keep what is an answer."""

    def name(self) -> str:
        return "validate_check_form"

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return [SlotSet(slot, value if value in ANSWERS else None) for slot, value in tracker.slots_to_validate().items()]
