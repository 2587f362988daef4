"""Settings that do not allow a safe start are refused, all of them at once, in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import PROJECT, BadSettings, read_settings

TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "secret", "TWILIO_FROM": "+15550009999"}
PRETEND = {**TWILIO, "TWILIO_API_BASE_URL": "http://127.0.0.1:9"}


def test_without_anything_lantern_practises() -> None:
    settings = read_settings({})
    assert (settings.practice, settings.twilio, settings.host) == (True, None, "127.0.0.1")


def test_with_a_provider_it_is_a_real_line() -> None:
    assert not read_settings(TWILIO).practice


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({**TWILIO, "LANTERN_PRACTICE": "1"}, "real line"),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, "belong together"),
        ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "x"}, "sender"),
        ({"LANTERN_PORT": "0"}, "LANTERN_PORT"),
        ({"LANTERN_PORT": "٨٠٨٠"}, "LANTERN_PORT"),
        ({"PUBLIC_URL": "line.example"}, "PUBLIC_URL"),
        ({"LANTERN_PRACTICE": "perhaps"}, "LANTERN_PRACTICE"),
        ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL"),
        ({"DATABASE_URL_FILE": "/nowhere/at/all"}, "DATABASE_URL_FILE"),
        ({"LANTERN_TRANSLATE_URL": "ftp://x"}, "LANTERN_TRANSLATE_URL"),
    ],
)
def test_T41_unsafe_settings_are_refused(environment: dict[str, str], complaint: str) -> None:
    with pytest.raises(BadSettings, match=complaint):
        read_settings(environment)


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(BadSettings) as refusal:
        read_settings({"LANTERN_PORT": "x", "PUBLIC_URL": "x", "TWILIO_AUTH_TOKEN": "x"})
    assert len(str(refusal.value).splitlines()) == 3


def test_practice_with_a_pretend_provider_is_allowed() -> None:
    assert read_settings({**PRETEND, "LANTERN_PRACTICE": "1"}).practice


def test_secrets_come_from_files_and_never_show(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("from-a-file\n")
    settings = read_settings(
        {**TWILIO, "TWILIO_AUTH_TOKEN": "", "TWILIO_AUTH_TOKEN_FILE": str(tmp_path / "token"), "TWILIO_AUTH_TOKEN_OLD": "old"}
    )
    assert settings.twilio is not None
    assert settings.twilio.auth_tokens == ("from-a-file", "old")
    assert "from-a-file" not in repr(settings)


def test_every_setting_is_documented() -> None:
    named = set(re.findall(r'read\.(?:text|number|url|switch|seconds|count)\("([A-Z_]+)"', (PROJECT / "bot" / "settings.py").read_text()))
    page = (PROJECT / "docs" / "settings.md").read_text()
    assert named
    assert [name for name in sorted(named) if f"`{name}`" not in page] == []
