"""The message was about something else, or could not be understood."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class AskAgain(Action):
    """Ask once what the person meant; the second time call a human instead."""

    def name(self) -> str:
        return "action_ask_again"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if (tracker.get_slot("misunderstood") or 0) >= 1:
            dispatcher.utter_message(json_message={"message": "unclear.person", "effect": "call_human", "question": "none"})
        else:
            dispatcher.utter_message(json_message={"message": "unclear.ask", "question": "next"})
        return []
