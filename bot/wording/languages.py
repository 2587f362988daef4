"""The languages Lantern knows by name: `config/languages.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A row of `config/languages.yml` as far as words need it."""

    code: str
    name: str
    english_name: str
    direction: str


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
    """The rows of `file`, in its order; the six languages with words when it is absent or has no rows."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return _WITHOUT_FILE
    rows = content.get("languages") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        return _WITHOUT_FILE
    return tuple(_row(row) for row in rows if isinstance(row, dict) and row.get("code")) or _WITHOUT_FILE


def _row(row: dict[str, Any]) -> LanguageRow:
    code = str(row["code"])
    return LanguageRow(
        code, str(row.get("name", code)), str(row.get("english_name", row.get("name", code))), str(row.get("direction", "ltr"))
    )


def candidates(code: str) -> tuple[str, ...]:
    """`code` and what it may fall back on, nearest first: zh-Hant-TW, zh-Hant, zh; ar-Latn, ar."""
    tags = code.replace("_", "-").split("-")
    return tuple("-".join(tags[:length]) for length in range(len(tags), 0, -1))
