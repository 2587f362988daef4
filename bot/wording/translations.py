"""Translations: `flows/locale/<language>.po`, gettext catalogues as translators' tools write them (msgctxt is the message's key)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polib

from bot.wording.source import WordingError


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated text. `reviewed` is false while the entry is marked fuzzy; `english` is the text it was made from."""

    text: str
    english: str
    reviewed: bool


def load_translations(locale: Path) -> dict[str, dict[str, Translation]]:
    """Every catalogue of the folder `locale`, by language and key. Raises WordingError for a file that cannot be read."""
    return {path.stem: _load(path) for path in sorted(locale.glob("*.po"))}


def _load(path: Path) -> dict[str, Translation]:
    try:
        catalogue = polib.pofile(str(path), encoding="utf-8", check_for_duplicates=True)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise WordingError(f"{path.name}: cannot be read ({type(error).__name__}), or an entry is there twice") from error
    translations = {}
    for entry in catalogue:
        if entry.obsolete:
            continue
        if not entry.msgctxt:
            raise WordingError(f"{path.name}: an entry without msgctxt, line {entry.linenum}")
        translations[entry.msgctxt] = Translation(entry.msgstr.strip(), entry.msgid.strip(), reviewed=not entry.fuzzy)
    return translations
