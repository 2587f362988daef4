"""The web process as it runs: the database away when it starts, killed while messages wait, and back again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx
import psycopg

from tests.support.database_faults import away
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio
from tests.support.running import MODELS, PROJECT, free_ports, wait_for
from tests.support.stage import MARIA

twilio = PretendTwilio()


@dataclass
class Web:
    """A running web process."""

    process: subprocess.Popen[bytes]
    port: int

    def post(self, form: dict[str, str]) -> int:
        """The status a webhook gets."""
        path = "/hooks/twilio/inbound"
        signature = twilio.signature(f"http://127.0.0.1:{self.port}{path}", form)
        headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
        return httpx.post(f"http://127.0.0.1:{self.port}{path}", content=urlencode(form), headers=headers, timeout=60).status_code

    def says(self, path: str) -> httpx.Response:
        """What the internal listener says."""
        return httpx.get(f"http://127.0.0.1:{self.port + 1}{path}", timeout=60)


@contextmanager
def web_process(url: str, directory: Path) -> Iterator[Web]:
    port = free_ports(2)
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), "DATABASE_URL": url, "LANTERN_DATA_DIR": str(directory),
        "LANTERN_MODEL_DIR": str(MODELS), "LANTERN_PORT": str(port), "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_FROM": NUMBER, "TWILIO_API_BASE_URL": "http://127.0.0.1:1", "LANTERN_PRACTICE": "0",
    }  # fmt: skip
    process = subprocess.Popen([sys.executable, "-m", "bot.cli", "web"], env=environment, cwd=PROJECT)
    try:
        web = Web(process, port)
        wait_for(lambda: _answers(web) or process.poll() is not None, 120, "the web process")
        assert process.poll() is None, "it did not start"
        yield web
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        finally:
            process.kill()


def _answers(web: Web) -> bool:
    try:
        return web.says("/healthz").status_code == 200
    except httpx.HTTPError:
        return False


def rows(url: str, table: str) -> int:
    with psycopg.connect(url) as connection:
        found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found[0]) if found else 0


def test_started_without_a_database_killed_and_started_again_it_loses_nothing(
    empty_database: str, synced_postgres: str, tmp_path: Path
) -> None:
    # Without a synced server the process refuses to start.
    forms = [twilio.form(MARIA if number % 2 else "+15551230002", f"text {number}") for number in range(6)]
    with away(empty_database):
        with web_process(empty_database, tmp_path) as web:
            assert [web.post(form) for form in forms[:3]] == [200] * 3
            ready = web.says("/readyz")
            assert (ready.status_code, ready.text) == (503, "not ready: database_away")
            metrics = web.says("/metrics").text
            assert 'lantern_line_trouble{kind="database_away"} 1.0' in metrics
            assert "lantern_spill_waiting 3.0" in metrics
            web.process.kill()
            web.process.wait(60)
        with web_process(empty_database, tmp_path) as web:
            assert [web.post(form) for form in forms[2:5]] == [200] * 3
            wait_for(lambda: "lantern_spill_waiting 6.0" in web.says("/metrics").text, 60, "the backlog to be counted")
            web.process.kill()
            web.process.wait(60)
    with web_process(empty_database, tmp_path) as web:
        assert web.post(forms[5]) == 200
        wait_for(lambda: web.says("/readyz").status_code == 200, 60, "readiness")
        wait_for(lambda: rows(empty_database, "messages WHERE direction = 'in'") == 6, 60, "every message")
        assert rows(empty_database, "conversations") == 2
        assert list((tmp_path / "spill").iterdir()) == []
