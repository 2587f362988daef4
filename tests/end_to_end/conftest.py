"""One running service for all end-to-end tests; each uses numbers of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import RunningLantern, running_lantern

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def lantern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningLantern]:
    """The service with a pretend Twilio, in practice mode so that time can be moved."""
    with PretendTwilio() as twilio, running_lantern(tmp_path_factory.mktemp("lantern"), twilio, LANTERN_PRACTICE="1") as running:
        wait_for_a_turn(running)
        yield running


def wait_for_a_turn(running: RunningLantern) -> None:
    """Until the worker takes turns: as long as it loads, the web process stands in for it after twelve seconds."""
    for number in range(10):
        sender = f"+155599990{number:02d}"
        running.text(sender, "are you the police?")
        running.replies(sender, within=120)
        said = {message["message_id"] for message in running.conversation(sender)["messages"] if message["direction"] == "out"}
        if "about.not_police" in said:
            return
    raise AssertionError("the worker takes no turns")


@pytest.fixture
def maria() -> str:
    """A number nobody else uses."""
    return f"+1555123{next(_numbers):04d}"
