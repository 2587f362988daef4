"""The peer: the same model behind Rasa's own Twilio channel, its tracker in a PostgreSQL table, the same actions."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
import yaml

from bot.dialogue.processes import actions_command
from bot.dialogue.training import current_model
from bot.postgres import BundledPostgres
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio
from tests.support.running import MODELS, PROJECT, free_ports

SITE = Path(__file__).parent / "peer_site"


@contextmanager
def running_peer(directory: Path, twilio: PretendTwilio) -> Iterator[str]:
    """Start Rasa with its Twilio channel; yields its URL."""
    postgres = BundledPostgres(directory / "postgres")
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE peer")
    port = free_ports(2)
    tracker = {"type": "SQL", "dialect": "postgresql", "url": postgres.url.replace("/postgres?", "/peer?")}
    endpoints = {"action_endpoint": {"url": f"http://127.0.0.1:{port + 1}/webhook"}, "tracker_store": tracker}
    (directory / "endpoints.yml").write_text(yaml.safe_dump(endpoints))
    credentials = {"twilio": {"account_sid": ACCOUNT, "auth_token": TOKEN, "twilio_number": NUMBER}}
    (directory / "credentials.yml").write_text(yaml.safe_dump(credentials))
    actions_argv, actions_environment = actions_command(PROJECT, port + 1)
    environment = {
        **os.environ, **actions_environment, "RASA_TELEMETRY_ENABLED": "false", "OMP_NUM_THREADS": "1", "LOG_LEVEL": "ERROR",
        "BENCH_PROVIDER_URL": twilio.url, "PYTHONPATH": f"{SITE}:{PROJECT}:{PROJECT / 'config' / 'rasa'}",
    }  # fmt: skip
    rasa_argv = [
        str(PROJECT / ".venv-rasa" / "bin" / "rasa"), "run", "-m", str(current_model(PROJECT, MODELS)), "-p", str(port), "-i", "127.0.0.1",
        "--endpoints", str(directory / "endpoints.yml"), "--credentials", str(directory / "credentials.yml"),
    ]  # fmt: skip
    actions = subprocess.Popen(actions_argv, env={**os.environ, **actions_environment}, cwd=PROJECT)
    rasa = subprocess.Popen(rasa_argv, env=environment, cwd=PROJECT)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(f"{url}/webhooks/twilio/", rasa)
        yield url
    finally:
        for process in (rasa, actions):
            process.terminate()
            process.wait(20)
        postgres.leave()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(url, timeout=2, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise RuntimeError("the peer did not start")
