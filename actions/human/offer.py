"""Rights information ends with the offer of a person."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class OfferHuman(Action):
    """Offer a human, unless one has been called already."""

    def name(self) -> str:
        return "action_offer_human"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if tracker.get_slot("human_called"):
            dispatcher.utter_message(json_message={"question": "none"})
        else:
            dispatcher.utter_message(json_message={"message": "human.offer", "question": "human_offer"})
        return []
