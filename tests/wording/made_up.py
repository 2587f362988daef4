"""A small made-up project, to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import yaml

PROJECT = Path(__file__).parents[2]

ENTRY = {
    "id": "talk.hello",
    "text": "Hi there, this is {service}. How are you?",
    "why": "a reason",
    "note": "a note",
    "source": ["our own practice"],
    "checked_on": "2026-11-21",
    "max_parts": 2,
}

Build = Callable[..., Path]
Locale = dict[str, dict[str, tuple[str, str, bool]]]


def write_project(folder: Path, entries: list[dict[str, object]], locale: Locale | None = None) -> Path:
    """Writes a project: `entries` override the fields of one message each; `locale` is {language: {key: (msgid, msgstr, fuzzy)}}."""
    topic = folder / "flows" / "talk"
    topic.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PROJECT / "config" / "words", folder / "config" / "words", dirs_exist_ok=True)
    source = yaml.safe_dump({"messages": [{**ENTRY, **entry} for entry in entries]}, allow_unicode=True).replace(
        "'2026-11-21'", "2026-11-21"
    )
    (topic / "messages.yml").write_text(source, encoding="utf-8")
    catalogues = folder / "flows" / "locale"
    catalogues.mkdir(exist_ok=True)
    for language, translations in (locale or {}).items():
        catalogue = polib.POFile()
        for key, (msgid, msgstr, fuzzy) in translations.items():
            catalogue.append(polib.POEntry(msgctxt=key, msgid=msgid, msgstr=msgstr, flags=["fuzzy"] if fuzzy else []))
        catalogue.save(str(catalogues / f"{language}.po"))
    return folder
