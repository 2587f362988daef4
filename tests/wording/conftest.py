"""The real words, and a small made-up project to break."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bot.wording.catalogue import Catalogues
from tests.wording.made_up import PROJECT, Build, write_project


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The words as they are released."""
    return Catalogues(PROJECT)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """`write_project` in a folder of its own."""
    return partial(write_project, tmp_path)
