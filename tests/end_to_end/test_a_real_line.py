"""The service on a real line: a provider, no practice mode, the quiet window as it is by default, and somebody who wrote before it ran."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import RunningLantern, running_lantern, wait_for

WROTE_BEFORE = "+15551230042"


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningLantern]:
    """One service for all tests of this file."""
    with PretendTwilio() as twilio:
        twilio.writes(WROTE_BEFORE, "he has a knife", at=datetime.now(UTC) - timedelta(hours=1))
        with running_lantern(tmp_path_factory.mktemp("line"), twilio, LANTERN_PRACTICE="0", LANTERN_QUIET_SECONDS="") as lantern:
            yield lantern


def test_a_real_line_does_not_move_its_clock_and_shows_no_practice_phone(line: RunningLantern) -> None:
    assert httpx.post(f"{line.url}/api/v1/practice/advance", json={"minutes": 1}, timeout=60).status_code == 404
    assert httpx.get(f"{line.url}/practice", timeout=60).status_code == 404


def test_F11_what_was_written_while_the_service_was_away_is_taken_in_at_its_start(line: RunningLantern) -> None:
    """No webhook came; the worker reads the provider's list. It is late, so a human is called and the phone stays silent."""
    wait_for(lambda: bool(line.conversation(WROTE_BEFORE).get("alerts")), 120, "the text of an hour ago")
    assert line.conversation(WROTE_BEFORE)["level"] == "emergency"
    assert (line.twilio.sent_to(WROTE_BEFORE), line.twilio.violations) == ([], [])


def test_B31_a_sentence_in_three_texts_gets_one_answer(line: RunningLantern) -> None:
    begun = time.monotonic()
    for text in ("my boss", "took my passport", "can he do that"):
        assert line.text("+15551230001", text).status_code == 200
    line.replies("+15551230001", 1)
    assert line.twilio.sent_to("+15551230001")[0].at - begun > 1.9, "it was quiet before the answer came"
    seen = line.conversation("+15551230001")["messages"]
    assert [each["state"] for each in seen if each["direction"] == "in"] == ["heard"] * 3
    assert len({each["at"] for each in seen if each["direction"] == "out"}) == 1, "one answer to all three"
