"""Catalogues as tables for translators and reviewers: out as CSV, which every spreadsheet opens, and back in when the rules hold."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import polib

from bot.wording.catalogue import Catalogues
from bot.wording.checks import findings
from bot.wording.source import ENGLISH, WordingError, chat_key
from bot.wording.translations import Translation

COLUMNS = ("key", "why", "note", "room", "english", "translation", "reviewed")
_YES = frozenset({"x", "1", "yes", "y", "true"})


def export(catalogues: Catalogues, language: str, file: Path) -> int:
    """Write every text of `language` to the CSV `file`; returns how many. `reviewed` holds an x where a human has checked it.

    Raises WordingError for a language without a catalogue.
    """
    translations = _of(catalogues, language)
    rows = 0
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for message in catalogues.messages.values():
            for key, english in message.texts().items():
                known = translations.get(key)
                room = "web only" if key == chat_key(message.id) else f"{message.max_parts} SMS parts"
                reviewed = "x" if known is not None and known.reviewed else ""
                table.writerow((key, message.why, message.note, room, english, known.text if known else "", reviewed))
                rows += 1
    return rows


def take_in(catalogues: Catalogues, language: str, file: Path, project: Path) -> int:
    """Bring the translations of the CSV `file` into the catalogue of `language`; returns how many texts changed.

    Nothing is written unless every row names a text whose English is still the same and every text keeps the rules (`checks`). Raises
    WordingError with all that is wrong, a line each.
    """
    translations, wrong = _of(catalogues, language), []
    taken: dict[str, Translation] = {}
    for number, row in enumerate(_rows(file), start=2):
        key, text = row["key"].strip(), row["translation"].strip()
        try:
            english = catalogues.english(key)
        except KeyError:
            wrong.append(f"row {number}: no such text: {key}")
            continue
        if row["english"].strip() != english:
            wrong.append(f"row {number}: {key}: the English has changed since; export again")
        elif text:
            taken[key] = Translation(text, english, reviewed=row["reviewed"].strip().casefold() in _YES)
    catalogues.translations = {**catalogues.translations, language: {**translations, **taken}}
    wrong += [str(each) for each in findings(catalogues) if each.language == language and each.key in taken]
    if wrong:
        raise WordingError("\n".join(wrong))
    changed = [key for key, each in taken.items() if translations.get(key) != each]
    _write(project / "flows" / "locale" / f"{language}.po", {key: taken[key] for key in changed})
    return len(changed)


def _of(catalogues: Catalogues, language: str) -> dict[str, Translation]:
    if language == ENGLISH or language not in catalogues.translations:
        raise WordingError(f"no catalogue for {language}; there is one for {', '.join(sorted(catalogues.translations))}")
    return dict(catalogues.translations[language])


def _rows(file: Path) -> Iterable[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as content:
            table = csv.DictReader(content)
            if table.fieldnames is None or not {"key", "english", "translation", "reviewed"} <= set(table.fieldnames):
                raise WordingError(f"{file.name}: not a table with the columns {', '.join(COLUMNS)}")
            return [{name: value or "" for name, value in row.items() if name} for row in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WordingError(f"{file.name}: cannot be read ({type(error).__name__})") from error


def _write(path: Path, changed: dict[str, Translation]) -> None:
    catalogue = polib.pofile(str(path), encoding="utf-8", wrapwidth=120)
    for entry in catalogue:
        new = changed.get(entry.msgctxt or "")
        if new is None:
            continue
        entry.msgstr, entry.previous_msgid = new.text, None
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"] + ([] if new.reviewed else ["fuzzy"])
    catalogue.save(str(path))
