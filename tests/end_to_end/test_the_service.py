"""Starting, dying and stopping: the service as its operator meets it, without a provider."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.running import RunningLantern, running_lantern, wait_for


def healthy(lantern: RunningLantern) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{lantern.port + 1}/readyz", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def seconds_to(lantern: RunningLantern, what: str) -> float:
    """What the service itself printed about its start."""
    found = re.search(rf"{what} \((\d+\.\d) s\)", "".join(lantern.lines))
    assert found, lantern.lines
    return float(found.group(1))


def test_whatever_dies_is_started_again_and_ctrl_c_stops_everything(tmp_path: Path) -> None:
    with running_lantern(tmp_path, None, last=False) as lantern:
        said = "".join(lantern.lines)
        for place in ("/desk", "/practice", "advocate add"):
            assert place in said, f"the first start says where {place} is"
        wait_for(lambda: healthy(lantern), 120, "the database to be reached")
        for part, words in (
            ("web", ("bot.cli", "web")),
            ("worker", ("bot.cli", "worker")),
            ("actions", ("rasa_sdk",)),
            ("PostgreSQL", ("postgres", "-D")),
        ):
            before = lantern.child(*words) if part != "PostgreSQL" else postmaster(tmp_path)
            before.kill()
            wait_for(lambda part=part: any(line.startswith(f"{part} ended") for line in lantern.lines), 60, f"{part} to be missed")
            wait_for(lambda: healthy(lantern), 120, f"the service after {part} was killed")
        children = psutil.Process(lantern.process.pid).children(recursive=True)
        assert len(children) >= 4
    assert lantern.process.returncode == 0
    assert "Lantern has stopped." in "".join(lantern.lines)
    _, alive = psutil.wait_procs([child for child in children if child.is_running()], timeout=30)
    assert [child.cmdline() for child in alive] == []

    with running_lantern(tmp_path, None) as again:
        # The figures are 3 s and 30 s on an idle machine of 2 cores (docs/settings.md); a busy one may take longer, but not this long.
        assert seconds_to(again, "The web process answers") < 12
        assert seconds_to(again, "The assistant answers") < 60


def postmaster(data: Path) -> psutil.Process:
    """The bundled PostgreSQL's first process."""
    return psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split("\n")[0]))


@pytest.mark.long
def test_the_first_start_makes_everything_itself(tmp_path: Path) -> None:
    with running_lantern(tmp_path, None, wait_for_assistant=False, from_nothing=True) as lantern:
        wait_for(lambda: healthy(lantern), 300, "the database to be reached")
