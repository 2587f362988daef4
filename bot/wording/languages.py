"""The languages Lantern knows by name: `config/languages.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A row of `config/languages.yml` as far as words need it. `content`: its catalogue must be complete; `offered`: it may be chosen."""

    code: str
    name: str
    english_name: str
    direction: str
    content: bool = True
    offered: bool = True


# The languages that have words, for when the file is absent.
_WITHOUT_FILE = (
    LanguageRow("en", "English", "English", "ltr"),
    LanguageRow("es", "Español", "Spanish", "ltr"),
    LanguageRow("fr", "Français", "French", "ltr"),
    LanguageRow("ar", "العربية", "Arabic", RIGHT_TO_LEFT),
    LanguageRow("zh", "简体中文", "Chinese (simplified)", "ltr"),
    LanguageRow("ru", "Русский", "Russian", "ltr"),
)


def load_languages(file: Path) -> tuple[LanguageRow, ...]:
    """The rows of `file` in its order, then the languages known by name only; the six languages with words when it has no rows."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return _WITHOUT_FILE
    rows = content.get("languages") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        return _WITHOUT_FILE
    named = content.get("by_name", []) if isinstance(content, dict) else []
    written = [_row(row, offered=bool(row.get("enabled", True))) for row in rows if isinstance(row, dict) and row.get("code")]
    return (*written, *(_row(row, offered=False) for row in named)) if written else _WITHOUT_FILE


def _row(row: dict[str, Any], *, offered: bool) -> LanguageRow:
    code, name = str(row["code"]), str(row.get("name", row["code"]))
    english, direction = str(row.get("english_name", name)), str(row.get("direction", "ltr"))
    return LanguageRow(code, name, english, direction, content=bool(row.get("content", False)), offered=offered)


def candidates(code: str) -> tuple[str, ...]:
    """`code` and what it may fall back on, nearest first: zh-Hant-TW, zh-Hant, zh; ar-Latn, ar."""
    tags = code.replace("_", "-").split("-")
    return tuple("-".join(tags[:length]) for length in range(len(tags), 0, -1))
