"""Storms against the running service."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.storm import storms


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_F58_F59_storms_of_ten_and_thirty_minutes(tmp_path: Path) -> None:
    found = storms(tmp_path, 10)
    assert {each.name: each.wrong() for each in found} == {"one sender": [], "many senders": []}, "\n".join(map(str, found))
