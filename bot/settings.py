"""Settings from the environment, read once at start. Each secret may also come from a file: `NAME_FILE` names it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain.addresses import AddressKind, sms_address_kind
from bot.domain.hours import Hours, hours_from
from bot.domain.ladder import DEFAULT, Ladder, Rungs

TWILIO_API = "https://api.twilio.com"
PROJECT = Path(__file__).resolve().parent.parent


class BadSettings(Exception):
    """The settings do not allow a safe start; the text lists everything that is wrong, one line each."""


@dataclass(frozen=True, slots=True)
class TwilioSettings:
    """The provider account. `auth_tokens` holds the current token first; a second one is accepted during rotation."""

    account_sid: str
    auth_tokens: tuple[str, ...] = field(repr=False)
    sender: str | None
    messaging_service: str | None
    api_base_url: str
    own_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a process needs to know. docs/settings.md explains each variable."""

    data_dir: Path
    model_dir: Path
    port: int
    internal_port: int
    host: str
    public_url: str
    database_url: str | None = field(repr=False)
    twilio: TwilioSettings | None
    practice: bool
    service_name: str
    translate_url: str | None
    advocate_language: str
    rasa_url: str
    rasa_port: int
    actions_port: int
    allow_drafts: bool
    desk_hours: Hours
    content_owner: str | None
    ladder: Ladder
    smtp_url: str | None = field(repr=False)
    pages_from: str | None
    quiet_seconds: float
    replies_in_ten_minutes: int
    replies_a_day: int

    @property
    def secure(self) -> bool:
        """Whether people reach us through TLS; cookies are marked accordingly."""
        return self.public_url.startswith("https://")


@dataclass(slots=True)
class _Reader:
    environment: Mapping[str, str]
    wrong: list[str] = field(default_factory=list)

    def text(self, name: str, default: str | None = None) -> str | None:
        file = self.environment.get(f"{name}_FILE")
        if file:
            try:
                return Path(file).read_text(encoding="utf-8").strip() or default
            except OSError:
                self.wrong.append(f"{name}_FILE names a file that cannot be read")
                return default
        return self.environment.get(name, "").strip() or default

    def number(self, name: str, default: int) -> int:
        given = self.text(name)
        if given is None:
            return default
        if not given.isascii() or not given.isdigit() or not 0 < int(given) < 65536:
            self.wrong.append(f"{name} is not a port number")
            return default
        return int(given)

    def seconds(self, name: str, default: float, most: float) -> float:
        given = self.text(name)
        try:
            seconds = default if given is None else float(given)
        except ValueError:
            seconds = -1.0
        if not 0 <= seconds <= most:
            self.wrong.append(f"{name} is not a number of seconds from 0 to {most:g}")
            return default
        return seconds

    def count(self, name: str, default: int) -> int:
        given = self.text(name)
        if given is None:
            return default
        if not given.isascii() or not given.isdigit() or int(given) < 1:
            self.wrong.append(f"{name} is not a number from 1")
            return default
        return int(given)

    def switch(self, name: str) -> bool | None:
        given = (self.text(name) or "").lower()
        if given in ("", "auto"):
            return None
        if given not in ("1", "0", "true", "false", "yes", "no"):
            self.wrong.append(f"{name} is neither 1 nor 0")
        return given in ("1", "true", "yes")

    def hours(self, name: str, zone: str) -> Hours:
        try:
            return hours_from(self.text(name) or "", self.text(zone) or "UTC")
        except ValueError as error:
            self.wrong.append(f"{name}, {zone}: {error}")
            return Hours(ZoneInfo("UTC"))

    def rungs(self, name: str, default: Rungs) -> Rungs:
        given = self.text(name)
        if given is None:
            return default
        try:
            spans = [timedelta(seconds=int(each)) for each in given.split()]
            on_call, after, supervisor, truth = spans
        except (ValueError, OverflowError):
            self.wrong.append(f"{name} is not four numbers of seconds: on call, next, supervisor, truth")
            return default
        if spans != sorted(spans) or on_call < timedelta():
            self.wrong.append(f"{name}: each rung comes after the one before it")
        return replace(default, on_call=on_call, next=after, supervisor=supervisor, truth=truth)

    def mail_server(self, name: str) -> str | None:
        given = self.text(name)
        if given is not None and (urlsplit(given).scheme not in ("smtp", "smtps") or not urlsplit(given).hostname):
            self.wrong.append(f"{name} is not an smtp:// or smtps:// address")
        return given

    def url(self, name: str, default: str | None = None) -> str | None:
        given = self.text(name, default)
        if given is not None and (urlsplit(given).scheme not in ("http", "https") or not urlsplit(given).hostname):
            self.wrong.append(f"{name} is not an http(s) address")
        return given.rstrip("/") if given else None


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in `environment` (the process's own by default); raises `BadSettings` with the full list of what is wrong."""
    read = _Reader(os.environ if environment is None else environment)
    port = read.number("LANTERN_PORT", 8000)
    twilio = _twilio(read)
    asked = read.switch("LANTERN_PRACTICE")
    practice = asked if asked is not None else twilio is None
    if practice and twilio is not None and twilio.api_base_url == TWILIO_API:
        read.wrong.append("LANTERN_PRACTICE=1 is refused on a real line: TWILIO_API_BASE_URL is Twilio's own")
    rasa_port = read.number("LANTERN_RASA_PORT", port + 5)
    data_dir = Path(read.text("LANTERN_DATA_DIR") or PROJECT / ".lantern").absolute()
    settings = Settings(
        data_dir=data_dir,
        model_dir=Path(read.text("LANTERN_MODEL_DIR") or data_dir / "models").absolute(),
        port=port,
        internal_port=read.number("LANTERN_INTERNAL_PORT", port + 1),
        host=read.text("LANTERN_HOST", "127.0.0.1") or "127.0.0.1",
        public_url=read.url("PUBLIC_URL", f"http://127.0.0.1:{port}") or "",
        database_url=read.text("DATABASE_URL"),
        twilio=twilio,
        practice=practice,
        service_name=read.text("LANTERN_SERVICE_NAME", "Info Line") or "Info Line",
        translate_url=read.url("LANTERN_TRANSLATE_URL"),
        advocate_language=read.text("LANTERN_ADVOCATE_LANGUAGE", "en") or "en",
        rasa_url=read.url("LANTERN_RASA_URL", f"http://127.0.0.1:{rasa_port}") or "",
        rasa_port=rasa_port,
        actions_port=read.number("LANTERN_ACTIONS_PORT", port + 6),
        allow_drafts=read.switch("LANTERN_ALLOW_DRAFTS") is not False,
        content_owner=read.text("LANTERN_CONTENT_OWNER"),
        quiet_seconds=read.seconds("LANTERN_QUIET_SECONDS", 2.0, 5.0),
        replies_in_ten_minutes=read.count("LANTERN_REPLIES_IN_TEN_MINUTES", 24),
        replies_a_day=read.count("LANTERN_REPLIES_A_DAY", 80),
        desk_hours=read.hours("LANTERN_DESK_HOURS", "LANTERN_TIME_ZONE"),
        ladder={level: read.rungs(f"LANTERN_LADDER_{level.name}", rungs) for level, rungs in DEFAULT.items()},
        smtp_url=read.mail_server("LANTERN_SMTP_URL"),
        pages_from=read.text("LANTERN_PAGES_FROM"),
    )
    if settings.database_url is not None and not settings.database_url.startswith(("postgresql://", "postgres://", "postgresql+")):
        read.wrong.append("DATABASE_URL is not a postgresql:// address")
    if read.wrong:
        raise BadSettings("\n".join(read.wrong))
    return settings


def _twilio(read: _Reader) -> TwilioSettings | None:
    account, token = read.text("TWILIO_ACCOUNT_SID"), read.text("TWILIO_AUTH_TOKEN")
    sender, service = read.text("TWILIO_FROM"), read.text("TWILIO_MESSAGING_SERVICE_SID")
    if not any((account, token, sender, service)):
        return None
    if not account or not token:
        read.wrong.append("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together: one is missing")
        return None
    if not sender and not service:
        read.wrong.append("TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID is missing: replies need a sender")
    old = read.text("TWILIO_AUTH_TOKEN_OLD")
    base = read.url("TWILIO_API_BASE_URL", TWILIO_API) or TWILIO_API
    numbers = (read.text("TWILIO_OWN_NUMBERS") or "").replace(",", " ").split()
    if any(sms_address_kind(each) not in (AddressKind.PHONE, AddressKind.SHORT_CODE) for each in numbers):
        read.wrong.append("TWILIO_OWN_NUMBERS is not a list of numbers such as +15551230001, +15551230002")
    own = tuple(dict.fromkeys([*([sender] if sender else []), *numbers]))
    return TwilioSettings(account, (token, old) if old else (token,), sender, service, base, own)
