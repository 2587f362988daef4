"""Every topic as a conversation, with Rasa's own test (`rasa test core`); the stories lie outside every training path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.dialogue.processes import PYTHON, environment
from bot.dialogue.training import fingerprint, train
from tests.support.known import unless_known
from tests.support.rasa_server import MODELS, PROJECT

pytestmark = pytest.mark.timeout(900)
STORIES = PROJECT / "tests" / "flows" / "stories"
WRONG = "a story that goes another way"


def rasa_test(stories: Path, out: Path) -> subprocess.CompletedProcess[str]:
    model = train(PROJECT, MODELS)
    command = [str(PROJECT / PYTHON), "-m", "rasa", "test", "core", "--model", str(model), "--stories", str(stories), "--out", str(out)]
    command += ["--endpoints", "config/rasa/endpoints.yml", "--no-plot", "--successes"]
    settings = {**environment(PROJECT), "PATH": os.environ["PATH"], "LANTERN_ACTIONS_PORT": "1", "LANTERN_RASA_TOKEN": "none"}
    return subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, timeout=600)


def named(report: Path) -> list[str]:
    """The stories in a file that Rasa's test wrote."""
    return re.findall(r"^- story: (.*?)(?: \(.*\))?$", report.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_topic_has_a_story() -> None:
    topics = {path.parent.name for path in (PROJECT / "flows").glob("*/rules.yml")}
    assert {path.stem for path in STORIES.glob("*.yml")} == topics


def test_rasa_tells_every_story_as_it_is_written_and_notices_one_that_goes_another_way(tmp_path: Path) -> None:
    def tell() -> None:
        told = shutil.copytree(STORIES, tmp_path / "stories")
        wrong = yaml.safe_load((STORIES / "papers.yml").read_text(encoding="utf-8"))
        wrong["stories"] = [{**wrong["stories"][0], "story": WRONG}]
        wrong["stories"][0]["steps"][-1]["action"] = "utter_pay_rights"
        (told / "wrong.yml").write_text(yaml.safe_dump(wrong), encoding="utf-8")
        written = [story["story"] for path in told.glob("*.yml") for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]]
        done = rasa_test(told, tmp_path / "out")
        assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
        failed, right = (tmp_path / "out" / f"{each}_test_stories.yml" for each in ("failed", "successful"))
        assert named(failed) == [WRONG], failed.read_text(encoding="utf-8")[:3000]
        assert sorted(named(right)) == sorted(set(written) - {WRONG})

    unless_known("stories", [fingerprint(PROJECT), *sorted(STORIES.glob("*.yml")), Path(__file__).resolve()], tell)
