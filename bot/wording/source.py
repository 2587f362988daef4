"""The English source: `flows/<topic>/messages.yml`, one entry a message, read and checked once at start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.domain.questions import Question

ENGLISH = "en"
# What everybody is told in their own language, whatever else we have in it.
ALWAYS = frozenset({"danger.emergency", "human.still_coming", "language.person_coming"})
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
_ID = re.compile(r"[a-z]+\.[a-z_]+")
_REQUIRED = frozenset({"id", "text", "why", "note", "source", "checked_on", "max_parts"})
_OPTIONAL = frozenset({"chat", "lead", "more", "asks", "carrier_words", "may_ask", "reviewed_on"})


class WordingError(Exception):
    """A file of words cannot be used. The text names the file, the message and what is wrong; it never holds a person's words."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the catalogue, in English. `chat` replaces `text` in the web chat, where SMS costs and STOP mean nothing.

    `lead` is the id of the harmless words that stand before it in an SMS, `more` that of the message that goes on after it, `asks` the
    question whose digits stand under it. `max_parts` is in SMS parts, all of these counted. `may_ask`: its question about papers or a
    place is one that domain.md 4.5 allows. `carrier_words` are the words of the phone companies it may name. `reviewed_on` is when a human
    reviewed the English text; None is a draft.
    """

    id: str
    topic: str
    text: str
    chat: str | None
    lead: str | None
    more: str | None
    asks: Question | None
    why: str
    note: str
    source: tuple[str, ...]
    checked_on: date
    max_parts: int
    carrier_words: frozenset[str]
    may_ask: bool
    reviewed_on: date | None

    def texts(self) -> dict[str, str]:
        """The English texts by catalogue key: the id, and `id@chat` when the web chat has words of its own."""
        texts = {self.id: self.text}
        if self.chat is not None:
            texts[chat_key(self.id)] = self.chat
        return texts


def chat_key(message_id: str) -> str:
    """The catalogue key (msgctxt) of the words a message has for the web chat only."""
    return f"{message_id}@chat"


def load_messages(flows: Path) -> dict[str, Message]:
    """Every message of `flows`, by id. Raises WordingError for a file that cannot be read or an entry that is not complete."""
    messages: dict[str, Message] = {}
    for path in sorted(flows.glob("*/messages.yml")):
        for entry in _entries(path):
            message = _message(entry, path)
            if message.id in messages:
                raise WordingError(f"{_name(path)}: {message.id} is there twice")
            messages[message.id] = message
    if not messages:
        raise WordingError(f"no messages under {flows.name}/")
    for message in messages.values():
        for named in (message.lead, message.more):
            if named is not None and named not in messages:
                raise WordingError(f"{message.topic}/messages.yml: {message.id}: no such message: {named}")
    return messages


def _entries(path: Path) -> list[Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WordingError(f"{_name(path)}: cannot be read ({type(error).__name__})") from error
    entries = content.get("messages") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise WordingError(f"{_name(path)}: no list called messages")
    return entries


def _message(entry: Any, path: Path) -> Message:
    name = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise WordingError(f"{_name(path)}: an entry without an id like topic.what_it_says")
    wrong = (_REQUIRED - entry.keys()) | (entry.keys() - _REQUIRED - _OPTIONAL)
    if wrong:
        raise WordingError(f"{_name(path)}: {name}: missing or unknown: {', '.join(sorted(wrong))}")
    return Message(
        id=name,
        topic=path.parent.name,
        text=_text(entry, "text", path),
        chat=_text(entry, "chat", path) if "chat" in entry else None,
        lead=f"lead.{entry['lead']}" if "lead" in entry else None,
        more=str(entry["more"]) if "more" in entry else None,
        asks=_question(entry, path) if "asks" in entry else None,
        why=_text(entry, "why", path),
        note=_text(entry, "note", path),
        source=tuple(str(each) for each in entry["source"]) if isinstance(entry["source"], list) else (str(entry["source"]),),
        checked_on=_date(entry, "checked_on", path),
        max_parts=_count(entry, path),
        carrier_words=frozenset(str(word) for word in entry.get("carrier_words", ())),
        may_ask=entry.get("may_ask") is True,
        reviewed_on=_date(entry, "reviewed_on", path) if entry.get("reviewed_on") else None,
    )


def _question(entry: dict[str, Any], path: Path) -> Question:
    try:
        return Question(entry["asks"])
    except ValueError:
        raise WordingError(f"{_name(path)}: {entry['id']}: asks an unknown question") from None


def _text(entry: dict[str, Any], field: str, path: Path) -> str:
    value = entry[field]
    if not isinstance(value, str) or not value.strip():
        raise WordingError(f"{_name(path)}: {entry['id']}: {field} is empty")
    return value.strip()


def _date(entry: dict[str, Any], field: str, path: Path) -> date:
    value = entry[field]
    if not isinstance(value, date):
        raise WordingError(f"{_name(path)}: {entry['id']}: {field} is not a date like 2026-11-21")
    return value


def _count(entry: dict[str, Any], path: Path) -> int:
    value = entry["max_parts"]
    if not isinstance(value, int) or not 1 <= value <= 10:
        raise WordingError(f"{_name(path)}: {entry['id']}: max_parts is not a number from 1 to 10")
    return value


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
