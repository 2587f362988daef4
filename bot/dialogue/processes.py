"""How Rasa and its actions are started: arguments and environment for the supervisor. Both listen on loopback only."""

from __future__ import annotations

import os
from pathlib import Path

PYTHON = Path(".venv-rasa/bin/python")
# Nothing else of our environment is passed on: database, provider and keys are none of Rasa's business.
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH")


def environment(project: Path) -> dict[str, str]:
    """What every Rasa process gets: telemetry off, logs without content, one thread for arithmetic."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {
        **passed,
        "PYTHONPATH": str(project),
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        # Below WARNING Rasa logs what it hears.
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "OMP_NUM_THREADS": "1",
    }


def serve_command(project: Path, model: Path, port: int, actions_port: int, token: str) -> tuple[list[str], dict[str, str]]:
    """Arguments and environment of Rasa's server: the HTTP API with a token, no channel. It refuses a model with a wrong checksum."""
    project = project.resolve()
    folder = project / "config" / "rasa"
    arguments = [
        str(project / PYTHON), "-m", "config.rasa.bare", "config.rasa.serve", "run", "--model", str(model.resolve()), "--enable-api",
        "--interface", "127.0.0.1", "--port", str(port), "--endpoints", str(folder / "endpoints.yml"),
        "--credentials", str(folder / "credentials.yml"), "--quiet",
    ]  # fmt: skip
    return arguments, {**environment(project), "LANTERN_RASA_TOKEN": token, "LANTERN_ACTIONS_PORT": str(actions_port)}


def actions_command(project: Path, port: int) -> tuple[list[str], dict[str, str]]:
    """Arguments and environment of the action server."""
    project = project.resolve()
    arguments = [
        str(project / PYTHON), "-m", "config.rasa.bare", "rasa_sdk", "--actions", "actions", "--port", str(port),
        "--cors", "http://127.0.0.1", "--quiet",
    ]  # fmt: skip
    return arguments, {**environment(project), "SANIC_HOST": "127.0.0.1"}
