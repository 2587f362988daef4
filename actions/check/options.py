"""After the gentle check: options, never a verdict (domain.md 4.5)."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

# The answers that can be a sign; skipped ones say nothing.
SIGNS = {
    "check_near": "yes",
    "check_leave": "no",
    "check_threat": "yes",
    "check_watched": "yes",
    "check_papers": "yes",
    "check_pay": "no",
    "check_debt": "yes",
    "check_care": "no",
}


class CheckOptions(Action):
    """Say what there is to choose from."""

    def name(self) -> str:
        return "action_check_options"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        some = any(tracker.get_slot(slot) == sign for slot, sign in SIGNS.items())
        dispatcher.utter_message(json_message={"message": "check.options" if some else "check.few", "question": "topics"})
        return []
