"""Carries changed English into every catalogue (`python -m bot.wording.refresh`). Translations stay; what changed turns fuzzy."""

from __future__ import annotations

from pathlib import Path

import polib

from bot.wording.languages import load_languages
from bot.wording.source import ALWAYS, Message, chat_key, load_messages


def refresh(project: Path) -> None:
    """Rewrite `flows/locale/*.po` from the English source: new entries empty and fuzzy, changed ones fuzzy, removed ones gone.

    A language without `content` in `config/languages.yml` keeps only what everybody is told. Doing it twice changes nothing. Raises
    WordingError when the source cannot be used.
    """
    messages = load_messages(project / "flows")
    whole = {row.code for row in load_languages(project / "config" / "languages.yml") if row.content}
    for path in sorted((project / "flows" / "locale").glob("*.po")):
        catalogue = polib.pofile(str(path), encoding="utf-8", wrapwidth=120)
        old = {entry.msgctxt: entry for entry in catalogue}
        catalogue[:] = [
            _entry(message, key, english, old.get(key))
            for message in messages.values()
            if path.stem in whole or message.id in ALWAYS
            for key, english in message.texts().items()
        ]
        catalogue.save(str(path))


def _entry(message: Message, key: str, english: str, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=key, msgid=english, msgstr=old.msgstr if old else "", flags=list(old.flags) if old else [])
    unchanged = old is not None and old.msgid == english and old.msgstr
    if not unchanged and "fuzzy" not in entry.flags:
        entry.flags.append("fuzzy")
    if old is not None and old.msgid != english:
        entry.previous_msgid = old.msgid
    room = "Web chat only: no length limit, but short." if key == chat_key(message.id) else f"At most {message.max_parts} SMS parts."
    entry.comment = "\n".join((message.why, message.note, room))
    entry.tcomment = old.tcomment if old else ""
    entry.occurrences = [(f"flows/{message.topic}/messages.yml", "")]
    return entry


if __name__ == "__main__":
    refresh(Path(__file__).parents[2])
