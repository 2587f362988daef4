"""The front door, and the loop that replays the spill."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.front_door import FrontDoor, front_door
from tests.support.stage import Stage


@pytest.fixture
async def door(stage: Stage) -> AsyncIterator[FrontDoor]:
    async with front_door(stage) as opened:
        yield opened
