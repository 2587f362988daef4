"""The model's cache: made from what is in the repository, refused when damaged (trust.md F20)."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.dialogue import training
from bot.dialogue.processes import actions_command, serve_command
from tests.support.rasa_server import MODELS, PROJECT, RunningRasa

# The first of these waits for Rasa, and for its training when the model is stale.
pytestmark = pytest.mark.timeout(600)
USED = [
    "flows/papers/domain.yml",
    "flows/papers/rules.yml",
    "nlu_data/en/papers.yml",
    "nlu_data/ar-Latn/danger.yml",
    "config/rasa/config.yml",
    "config/rasa/featurizer.py",
    "config/rasa/classifier.py",
    "bot/e5.py",
    "bot/vectors.py",
    "bot/dialogue/marker.py",
    "config/locks/rasa.txt",
]
NOT_USED = [
    "flows/papers/messages.yml",
    "nlu_data/en/signals.tsv",
    "nlu_data/en/phrases.yml",
    "flows/locale/es.po",
    "config/rasa/endpoints.yml",
    "bot/dialogue/rasa_client.py",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what training looks at."""
    for folder in ("flows", "nlu_data", "config/rasa", "config/locks", "bot/dialogue"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("e5.py", "vectors.py"):
        shutil.copy(PROJECT / "bot" / name, tmp_path / "bot" / name)
    return tmp_path


def stored_model(out_dir: Path, name: str, content: bytes = b"a model") -> Path:
    model = out_dir / name
    model.write_bytes(content)
    model.with_name(name + ".sha256").write_text(hashlib.sha256(content).hexdigest() + "\n")
    return model


@pytest.mark.parametrize("path", USED)
def test_a_change_in_what_the_model_is_made_of_makes_it_stale(project: Path, path: str) -> None:
    before = training.fingerprint(project)
    with (project / path).open("a") as file:
        file.write("\n")
    assert training.fingerprint(project) != before


@pytest.mark.parametrize("path", NOT_USED)
def test_a_change_elsewhere_does_not(project: Path, path: str) -> None:
    before = training.fingerprint(project)
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    with (project / path).open("a") as file:
        file.write("\n")
    assert training.fingerprint(project) == before


def test_a_new_language_makes_the_model_stale(project: Path) -> None:
    before = training.fingerprint(project)
    shutil.copytree(project / "nlu_data" / "es", project / "nlu_data" / "xx")
    assert training.fingerprint(project) != before


def test_each_of_a_hundred_flipped_bytes_is_noticed(tmp_path: Path) -> None:
    content = bytes(range(100))
    model = stored_model(tmp_path, "model-a.tar.gz", content)
    assert training.is_intact(model)
    for place in range(100):
        model.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert not training.is_intact(model)


@pytest.mark.parametrize("checksum", [None, b"", b"\xff\xfe", b"0" * 64])
def test_a_model_without_a_right_checksum_is_none(tmp_path: Path, checksum: bytes | None) -> None:
    model = tmp_path / "model-a.tar.gz"
    model.write_bytes(b"a model")
    if checksum is not None:
        model.with_name(model.name + ".sha256").write_bytes(checksum)
    assert not training.is_intact(model)


def test_the_older_model_serves_while_the_new_one_is_missing_or_damaged(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "models"
    out.mkdir()
    with pytest.raises(training.NoModel):
        training.current_model(project, out)
    oldest, older = stored_model(out, "model-1.tar.gz"), stored_model(out, "model-2.tar.gz")
    os.utime(oldest, (1, 1))
    assert training.current_model(project, out) == older
    older.write_bytes(b"damaged")
    assert training.current_model(project, out) == oldest
    wanted = stored_model(out, training.model_path(project, out).name)
    os.utime(wanted, (0, 0))
    assert training.current_model(project, out) == wanted
    assert training.is_current(project, out)


def test_a_current_model_is_not_trained_again(rasa: RunningRasa) -> None:
    model = training.model_path(PROJECT, MODELS)
    before = model.stat().st_mtime_ns
    assert training.train(PROJECT, MODELS) == model
    assert model.stat().st_mtime_ns == before


def test_training_that_fails_says_so_and_leaves_nothing_behind(project: Path, tmp_path: Path) -> None:
    (project / ".venv-rasa" / "bin").mkdir(parents=True)
    broken = project / ".venv-rasa" / "bin" / "python"
    broken.write_text("#!/bin/sh\necho no such pipeline >&2\nexit 1\n")
    broken.chmod(0o755)
    out = tmp_path / "models"
    with pytest.raises(training.TrainingFailed, match="no such pipeline"):
        training.train(project, out)
    assert not list(out.glob("*model*"))


def test_rasa_refuses_a_damaged_model_before_it_loads_anything(rasa: RunningRasa, tmp_path: Path) -> None:
    intact = training.current_model(PROJECT, MODELS)
    model = tmp_path / intact.name
    content = bytearray(intact.read_bytes())
    content[len(content) // 2] ^= 1
    model.write_bytes(content)
    shutil.copy(intact.with_name(intact.name + ".sha256"), tmp_path)
    arguments, environment = serve_command(PROJECT, model, 1, 1, "token")
    done = subprocess.run(arguments, env=environment, cwd=PROJECT, capture_output=True, text=True, timeout=30)
    assert done.returncode != 0
    assert "damaged" in done.stderr


def test_rasa_does_not_start_without_a_token(rasa: RunningRasa) -> None:
    arguments, environment = serve_command(PROJECT, training.current_model(PROJECT, MODELS), 1, 1, "")
    done = subprocess.run(arguments, env=environment, cwd=PROJECT, capture_output=True, text=True, timeout=30)
    assert done.returncode != 0
    assert "LANTERN_RASA_TOKEN" in done.stderr


def test_commands_name_loopback_and_pass_on_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    for arguments, environment in (
        serve_command(PROJECT, Path("model.tar.gz"), 5, 6, "token-of-the-test"),
        actions_command(PROJECT, 6),
    ):
        assert "secret" not in " ".join(environment.values())
        assert "token-of-the-test" not in arguments
        assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert "127.0.0.1" in serve_command(PROJECT, Path("model.tar.gz"), 5, 6, "t")[0]
    assert actions_command(PROJECT, 6)[1]["SANIC_HOST"] == "127.0.0.1"
