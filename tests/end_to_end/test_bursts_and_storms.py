"""The running service with the quiet window as it is by default, and storms."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.bench.storm import storms
from tests.support.pretend_twilio import PretendTwilio
from tests.support.running import running_lantern


def test_B31_a_sentence_in_three_texts_gets_one_answer(tmp_path: Path) -> None:
    with PretendTwilio() as twilio, running_lantern(tmp_path, twilio, LANTERN_QUIET_SECONDS="") as lantern:
        begun = time.monotonic()
        for text in ("my boss", "took my passport", "can he do that"):
            assert lantern.text("+15551230001", text).status_code == 200
        lantern.replies("+15551230001", 1)
        assert twilio.sent[0].at - begun > 1.9, "it was quiet before the answer came"
        seen = lantern.conversation("+15551230001")["messages"]
        assert [each["state"] for each in seen if each["direction"] == "in"] == ["heard"] * 3
        assert len({each["at"] for each in seen if each["direction"] == "out"}) == 1, "one answer to all three"


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_F58_F59_storms_of_ten_and_thirty_minutes(tmp_path: Path) -> None:
    found = storms(tmp_path, 10)
    assert {each.name: each.wrong() for each in found} == {"one sender": [], "many senders": []}, "\n".join(map(str, found))
