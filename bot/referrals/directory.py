"""The referral directory: `config/resources/*.yml`, read once at start. An operator adds a place by adding an entry (docs/resources.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.domain.language import without_script
from bot.domain.places import STATES
from bot.domain.turns import NEEDS
from bot.domain.views import StaleFact

MOST_SHOWN = 3
# The national line stands for "any language by an interpreter on the phone".
BY_INTERPRETER = "interpreter"
_REQUIRED = frozenset({"id", "name", "needs", "areas", "who_for", "voice_languages", "source", "checked_on"})
_OPTIONAL = frozenset({"voice", "text", "web", "hours", "text_languages", "reports"})


class DirectoryError(Exception):
    """An entry cannot be used. The text names the file, the entry and what is wrong."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A place or a line that helps. `areas` are states, none for the whole country; `reports` says what it has to pass on."""

    id: str
    name: str
    needs: frozenset[str]
    voice: str | None
    text: str | None
    web: str | None
    hours: str
    voice_languages: tuple[str, ...]
    text_languages: tuple[str, ...]
    areas: frozenset[str]
    who_for: str
    reports: str
    source: str
    checked_on: date

    def speaks(self, language: str) -> bool:
        """Whether a person can be served in `language`."""
        return without_script(language) in self.voice_languages or BY_INTERPRETER in self.voice_languages

    def line(self, names: Mapping[str, str]) -> str:
        """One line to send: name, numbers, hours, and its languages by their own names."""
        ways = [each for each in (self.voice, f"SMS {self.text}" if self.text else None, self.web) if each]
        spoken = ", ".join(names[code] for code in self.voice_languages if code in names)
        about = "; ".join(each for each in (self.hours, spoken) if each)
        return f"{self.name}: {', '.join(ways)}" + (f" ({about})" if about else "")


class Directory:
    """Fulfils the port `Referrals`. Raises DirectoryError for an entry that cannot be used."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        """`names` are the languages' own names by code."""
        self.resources = load_resources(folder)
        self._names = names

    def lines(self, need: str, place: str | None, language: str | None) -> Sequence[str]:
        """At most three lines for `need`, nearest and best understood first."""
        return [each.line(self._names) for each in self.search(need, place, language)[:MOST_SHOWN]]

    def search(self, need: str, place: str | None, language: str | None) -> list[Resource]:
        """What serves `need` in the state `place`, or in the whole country: local before national, the person's language before others."""
        found = [each for each in self.resources if need in each.needs and (not each.areas or place in each.areas)]
        return sorted(found, key=lambda each: (not each.areas, language is not None and not each.speaks(language), each.name))

    def stale(self, today: date, days: int) -> list[StaleFact]:
        """The entries that nobody has checked for more than `days` days, oldest first (domain.md 1.9)."""
        old = [each for each in self.resources if today - each.checked_on > timedelta(days=days)]
        return sorted(
            (StaleFact(each.id, each.line(self._names), each.checked_on, (each.source,)) for each in old), key=lambda each: each.checked_on
        )


def load_resources(folder: Path) -> tuple[Resource, ...]:
    """Every entry of every file, in order."""
    found: dict[str, Resource] = {}
    for path in sorted(folder.glob("*.yml")):
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise DirectoryError(f"{path.name}: cannot be read ({type(error).__name__})") from error
        entries = content.get("resources") if isinstance(content, dict) else None
        if not isinstance(entries, list):
            raise DirectoryError(f"{path.name}: no list called resources")
        for entry in entries:
            resource = _resource(entry, path)
            if resource.id in found:
                raise DirectoryError(f"{path.name}: {resource.id} is there twice")
            found[resource.id] = resource
    return tuple(found.values())


def _resource(entry: Any, path: Path) -> Resource:
    name = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name:
        raise DirectoryError(f"{path.name}: an entry without an id")
    where = f"{path.name}: {name}"
    wrong = (_REQUIRED - entry.keys()) | (entry.keys() - _REQUIRED - _OPTIONAL)
    if wrong:
        raise DirectoryError(f"{where}: missing or unknown: {', '.join(sorted(wrong))}")
    needs = frozenset(f"need_{each}" for each in entry["needs"])
    areas = frozenset() if entry["areas"] == "US" else frozenset(map(str, entry["areas"]))
    if not needs or needs - NEEDS:
        raise DirectoryError(f"{where}: needs are some of {', '.join(sorted(each.removeprefix('need_') for each in NEEDS))}")
    if areas - STATES:
        raise DirectoryError(f"{where}: areas are US or a list of states by two letters")
    if not isinstance(entry["checked_on"], date):
        raise DirectoryError(f"{where}: checked_on is not a date like 2026-11-25")
    if not any(entry.get(way) for way in ("voice", "text", "web")):
        raise DirectoryError(f"{where}: no way to reach it: voice, text or web")
    return Resource(
        id=name,
        name=str(entry["name"]),
        needs=needs,
        voice=_text(entry, "voice"),
        text=_text(entry, "text"),
        web=_text(entry, "web"),
        hours=str(entry.get("hours", "")),
        voice_languages=tuple(entry["voice_languages"]),
        text_languages=tuple(entry.get("text_languages", ())),
        areas=areas,
        who_for=str(entry["who_for"]),
        reports=str(entry.get("reports", "")),
        source=str(entry["source"]),
        checked_on=entry["checked_on"],
    )


def _text(entry: dict[str, Any], field: str) -> str | None:
    return str(entry[field]) if entry.get(field) else None
