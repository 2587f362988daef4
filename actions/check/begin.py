"""The gentle check begins anew."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher


class BeginCheck(Action):
    """Forget the answers of an earlier check."""

    def name(self) -> str:
        return "action_begin_check"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        return [SlotSet(slot, None) for slot in tracker.slots if slot.startswith("check_")]
