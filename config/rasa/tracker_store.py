"""Rasa's memory of conversations: in this process only, and bounded. It holds intents and our own slots, never words of a person."""

import json
from collections import OrderedDict
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


class BoundedTrackerStore(InMemoryTrackerStore):
    """Keeps the last turns of the conversations that spoke last; forgets the rest.

    Losing a tracker costs nothing, because the application sends what a turn depends on. Without a bound memory would grow for ever, and
    the time of a turn with the length of its conversation.
    """

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, conversations: int = 2000, turns: int = 8, **kwargs: Any
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self.store = OrderedDict()
        self._conversations = conversations
        self._turns = turns

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the last turns of this conversation; forget the conversations that have been silent longest."""
        dialogue = tracker.as_dialogue().as_dict()
        dialogue["events"] = last_turns(dialogue["events"], self._turns)
        self.store[tracker.sender_id] = json.dumps(dialogue)
        self.store.move_to_end(tracker.sender_id)
        while len(self.store) > self._conversations:
            self.store.popitem(last=False)


def last_turns(events: list[dict[str, Any]], turns: int) -> list[dict[str, Any]]:
    """The events of the last `turns` turns, from the point where the assistant began to listen (rules start there)."""
    heard = [number for number, event in enumerate(events) if event["event"] == "user"]
    if len(heard) <= turns:
        return events
    start = heard[-turns]
    while start > 0 and not (events[start]["event"] == "action" and events[start]["name"] == ACTION_LISTEN_NAME):
        start -= 1
    return events[start:]
