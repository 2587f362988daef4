"""Every topic as a conversation, with Rasa's own test (`rasa test core`); the stories lie outside every training path."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.dialogue.processes import PYTHON, environment
from bot.dialogue.training import train
from tests.support.rasa_server import MODELS, PROJECT

pytestmark = pytest.mark.timeout(900)
STORIES = PROJECT / "tests" / "flows" / "stories"


def rasa_test(stories: Path, out: Path) -> subprocess.CompletedProcess[str]:
    model = train(PROJECT, MODELS)
    command = [str(PROJECT / PYTHON), "-m", "rasa", "test", "core", "--model", str(model), "--stories", str(stories), "--out", str(out)]
    command += ["--endpoints", "config/rasa/endpoints.yml", "--fail-on-prediction-errors"]
    settings = {**environment(PROJECT), "PATH": os.environ["PATH"], "LANTERN_ACTIONS_PORT": "1", "LANTERN_RASA_TOKEN": "none"}
    return subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, timeout=200)


def test_every_topic_has_a_story() -> None:
    topics = {path.parent.name for path in (PROJECT / "flows").glob("*/rules.yml")}
    assert {path.stem for path in STORIES.glob("*.yml")} == topics


def test_rasa_tells_every_story_as_it_is_written(tmp_path: Path) -> None:
    done = rasa_test(STORIES, tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def test_a_story_that_goes_another_way_is_noticed(tmp_path: Path) -> None:
    story = yaml.safe_load((STORIES / "papers.yml").read_text(encoding="utf-8"))
    story["stories"][0]["steps"][-1]["action"] = "utter_pay_rights"
    (tmp_path / "wrong.yml").write_text(yaml.safe_dump(story), encoding="utf-8")
    assert rasa_test(tmp_path / "wrong.yml", tmp_path / "out").returncode != 0
