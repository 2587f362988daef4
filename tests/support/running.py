"""The whole service, as an operator starts it: `lantern run` in its own process, a pretend Twilio beside it."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import psutil

from tests.support.fresh_postgres import ends_without_sync, fresh_postgres
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio

PROJECT = Path(__file__).resolve().parents[2]
LANTERN = [sys.executable, "-m", "bot.cli"]
MODELS = PROJECT / ".lantern" / "models"


def free_ports(count: int) -> int:
    """The first of `count` free ports in a row, below those of outgoing connections: those are taken at any moment."""
    while True:
        first = random.SystemRandom().randrange(10_000, 32_000)
        if all(_free(port) for port in range(first, first + count)):
            return first


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@dataclass
class RunningLantern:
    """The running service and the ways into it."""

    process: subprocess.Popen[str]
    port: int
    environment: dict[str, str]
    twilio: PretendTwilio
    lines: list[str] = field(default_factory=list)
    token: str = ""

    @property
    def url(self) -> str:
        """Where people reach it; also the configured public URL."""
        return f"http://127.0.0.1:{self.port}"

    def text(self, sender: str, body: str, **more: str) -> httpx.Response:
        """A text arrives by webhook."""
        return self.post_form(self.twilio.form(sender, body, **more))

    def post_form(self, form: dict[str, str], path: str = "/hooks/twilio/inbound") -> httpx.Response:
        """A signed webhook."""
        headers = {"X-Twilio-Signature": self.twilio.signature(self.url + path, form), "Content-Type": "application/x-www-form-urlencoded"}
        return httpx.post(self.url + path, content=urlencode(form), headers=headers, timeout=60)

    def api(self, method: str, path: str, **more: Any) -> Any:
        """A call of the staff API; returns the JSON."""
        answer = httpx.request(method, f"{self.url}/api/v1{path}", headers={"Authorization": f"Bearer {self.token}"}, timeout=60, **more)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json()

    def conversation(self, sender: str) -> dict[str, Any]:
        """The newest conversation of a number."""
        found = self.api("GET", "/conversations", params={"channel": "sms", "address": sender})
        return dict(found[0]) if found else {}

    def replies(self, sender: str, count: int = 1, within: float = 60) -> list[str]:
        """What the provider has been given for a number, once there are `count` texts."""
        wait_for(lambda: len(self.twilio.sent_to(sender)) >= count, within, f"{count} replies")
        return [each.body for each in self.twilio.sent_to(sender)]

    def child(self, *words: str) -> psutil.Process:
        """The child process whose command line holds all of `words`."""
        for each in psutil.Process(self.process.pid).children(recursive=True):
            line = " ".join(each.cmdline())
            if all(word in line for word in words):
                return each
        raise LookupError(words)

    def command(self, *arguments: str) -> str:
        """The output of a `lantern` command with the same settings."""
        done = subprocess.run([*LANTERN, *arguments], env=self.environment, capture_output=True, text=True, check=True, cwd=PROJECT)
        return done.stdout.strip()


def wait_for(true: Callable[[], bool], within: float, what: str) -> None:
    """Wait until `true()`, at most `within` seconds."""
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, f"waited {within} s for {what}"
        time.sleep(0.05)


@contextmanager
def running_lantern(
    directory: Path,
    twilio: PretendTwilio | None,
    *,
    wait_for_assistant: bool = True,
    from_nothing: bool = False,
    last: bool = True,
    **settings: str,
) -> Iterator[RunningLantern]:
    """Start the service with its data under `directory`; stop it with SIGINT, as Ctrl-C does.

    `from_nothing`: it makes its database itself, which a busy disk needs minutes for. Unless this is not the `last` start,
    the database does not sync what it writes when it stops.
    """
    if not from_nothing:
        fresh_postgres(directory / "postgres")
    port = free_ports(8)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TWILIO_", "LANTERN_", "DATABASE_URL", "PUBLIC_URL"))},
        "LANTERN_PORT": str(port),
        "LANTERN_DATA_DIR": str(directory),
        "LANTERN_MODEL_DIR": str(MODELS),
        # Tests write one text and wait for its answer; those about bursts set it themselves.
        "LANTERN_QUIET_SECONDS": "0",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
        **(
            {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_FROM": NUMBER, "TWILIO_API_BASE_URL": twilio.url}
            if twilio is not None
            else {}
        ),
        **settings,
    }
    process = subprocess.Popen([*LANTERN, "run"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=PROJECT)
    lantern = RunningLantern(process, port, environment, twilio or PretendTwilio())
    reader = threading.Thread(target=lambda: lantern.lines.extend(iter(process.stdout.readline, "")), daemon=True)  # type: ignore[union-attr]
    reader.start()
    try:
        said = lambda pattern: any(re.search(pattern, line) for line in lantern.lines)  # noqa: E731
        wait_for(lambda: said(r"web process answers") or process.poll() is not None, 300, "the web process")
        assert process.poll() is None, "".join(lantern.lines)
        lantern.token = lantern.command("token", "create").splitlines()[-1]
        if wait_for_assistant:
            wait_for(lambda: said(r"assistant answers"), 180, "the assistant; it said:\n" + "".join(lantern.lines))
        yield lantern
    finally:
        if last and process.poll() is None:
            ends_without_sync(directory / "postgres")
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(120)
        finally:
            process.kill()
            reader.join(5)
