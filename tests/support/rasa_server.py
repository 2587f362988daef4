"""The real Rasa and its action server on loopback, as the supervisor starts them, on the model of this repository."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.dialogue.processes import actions_command, serve_command
from bot.dialogue.training import train

PROJECT = Path(__file__).resolve().parents[2]
MODELS = PROJECT / ".lantern" / "models"
# Random tokens may begin with a hyphen, which a command line would take for an option.
TOKEN = "-a-token-for-tests"


@dataclass
class RunningRasa:
    """Both processes, and how to reach them."""

    url: str
    rasa: subprocess.Popen[bytes]
    actions: subprocess.Popen[bytes]
    actions_port: int
    output: Path

    def get(self, path: str) -> httpx.Response:
        """A call of Rasa's HTTP API with the token."""
        return httpx.get(self.url + path, params={"token": TOKEN}, timeout=60, trust_env=False)

    def post(self, path: str, content: object) -> httpx.Response:
        """The same with a body."""
        return httpx.post(self.url + path, params={"token": TOKEN}, json=content, timeout=60, trust_env=False)

    @contextmanager
    def without_actions(self) -> Iterator[None]:
        """Meanwhile the action server is down."""
        end(self.actions)
        try:
            yield
        finally:
            self.actions = start_actions(self.actions_port, self.output)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(command: tuple[list[str], dict[str, str]], output: Path, **more: str) -> subprocess.Popen[bytes]:
    """Start a process; what it prints is added to `output`. `more` is added to its environment."""
    arguments, environment = command
    with output.open("ab") as file:
        return subprocess.Popen(arguments, env={**environment, **more}, cwd=PROJECT, stdout=file, stderr=file)


def start_actions(port: int, output: Path, **more: str) -> subprocess.Popen[bytes]:
    """Start the action server and wait until it answers."""
    process = start(actions_command(PROJECT, port), output, **more)
    wait_for(f"http://127.0.0.1:{port}/health", process, output)
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a process we started."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(url: str, process: subprocess.Popen[bytes], output: Path, seconds: float = 180) -> None:
    """Wait until `url` answers; fails with the process's last words when it ends or takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(url, timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise AssertionError(output.read_text(errors="replace")[-3000:])


@contextmanager
def running_rasa(directory: Path, **more: str) -> Iterator[RunningRasa]:
    """Train if the model is stale, then start both. `more` stands in for what the supervisor's own environment holds."""
    model = train(PROJECT, MODELS)
    output = directory / "rasa-output.txt"
    output.touch()
    port, actions_port = free_port(), free_port()
    actions = start_actions(actions_port, output, **more)
    rasa = start(serve_command(PROJECT, model, port, actions_port, TOKEN), output, **more)
    running = RunningRasa(f"http://127.0.0.1:{port}", rasa, actions, actions_port, output)
    try:
        wait_for(f"{running.url}/version", rasa, output)
        yield running
    finally:
        end(rasa)
        end(running.actions)
