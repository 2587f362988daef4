"""A person was asked for, or the offer of one accepted."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class CallHuman(Action):
    """Call a human; say that somebody is still on the way when one was called before."""

    def name(self) -> str:
        return "action_call_human"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        message = "human.still_coming" if tracker.get_slot("human_called") else "human.coming"
        dispatcher.utter_message(json_message={"message": message, "effect": "call_human", "question": "none"})
        return []
