"""The running service with the quiet window as it is by default, and storms."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.bench.storm import storms
from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import running_lantern, wait_for


def test_B31_a_sentence_in_three_texts_gets_one_answer_and_danger_gets_one_at_once(tmp_path: Path) -> None:
    with PretendTwilio() as twilio, running_lantern(tmp_path, twilio, LANTERN_QUIET_SECONDS="") as lantern:
        for text in ("my boss", "took my passport", "can he do that"):
            assert lantern.text("+15551230001", text).status_code == 200
            time.sleep(0.7)
        lantern.text("+15551230002", "he has a gun and wants to kill me")
        lantern.replies("+15551230002", 1)
        lantern.replies("+15551230001", 1)
        said = [each for each in twilio.sent if each.to == "+15551230001"]
        urgent = next(each for each in twilio.sent if each.to == "+15551230002")
        assert urgent.at < said[0].at, "danger is answered first, though it was texted last"
        waiting = lambda: [each for each in lantern.conversation("+15551230001")["messages"] if each["state"] == "waiting"]  # noqa: E731
        wait_for(lambda: not waiting(), 10, "all three to be heard")
        texts = [each for each in lantern.conversation("+15551230001")["messages"] if each["direction"] == "out"]
        assert len({each["at"] for each in texts}) == 1, "one answer to all three"


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_F58_F59_storms_of_ten_and_thirty_minutes(tmp_path: Path) -> None:
    found = storms(tmp_path, 10)
    assert {each.name: each.wrong() for each in found} == {"one sender": [], "many senders": []}, "\n".join(map(str, found))
