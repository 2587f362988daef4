"""The real action server, once for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.rasa_server import end, free_port, start_actions


@pytest.fixture(scope="session")
def action_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its URL."""
    port = free_port()
    process = start_actions(port, tmp_path_factory.mktemp("actions") / "output.txt")
    yield f"http://127.0.0.1:{port}"
    end(process)
