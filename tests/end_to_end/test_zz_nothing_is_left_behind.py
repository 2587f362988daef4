"""After real conversations: no canary in what the service printed, in its database's files, or in its metrics. Runs last."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.support.running import RunningLantern, wait_for

CANARIES = ("canaryword", "Magdalena Canary", "4321 Canary Street")


def test_T40_no_canary_in_logs_files_or_metrics(lantern: RunningLantern, maria: str) -> None:
    lantern.text(maria, f"hello {CANARIES[0]}, my name is {CANARIES[1]} and i live at {CANARIES[2]}. my boss has my passport")
    wait_for(lambda: lantern.conversation(maria).get("messages", [{}])[0].get("state") == "heard", 60, "the turn")
    lantern.api("GET", "/conversations", params={"channel": "sms", "address": maria})
    secrets = [*CANARIES, maria]
    printed = "".join(lantern.lines)
    metrics = httpx.get(f"http://127.0.0.1:{lantern.port + 1}/metrics", timeout=60).text
    assert "lantern_webhooks_total" in metrics
    assert [each for each in secrets if each in printed or each in metrics] == []
    data = Path(lantern.environment["LANTERN_DATA_DIR"])
    hits, read = [], 0
    for path in data.rglob("*"):
        if path.is_file() and path.stat().st_size < 64 * 1024 * 1024:
            content = path.read_bytes()
            read += len(content)
            hits += [(each, path.name) for each in secrets if each.encode() in content]
    assert read > 1_000_000, "the scan reads the database's files"
    assert hits == []
