"""Reads `config/language/words/<code>.txt`: `[phrases]` one a line, `[words]` any number a line, `#` for comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wordlist:
    """How people write a language in first messages, and its commonest words."""

    phrases: tuple[str, ...]
    words: tuple[str, ...]


def read_wordlists(project_root: Path) -> dict[str, Wordlist]:
    """Every table by language code; ValueError names a file with an unknown section."""
    folder = project_root / "config" / "language" / "words"
    return {path.stem: _read(path) for path in sorted(folder.glob("*.txt"))}


def _read(path: Path) -> Wordlist:
    found = sections(path)
    unknown = found.keys() - {"phrases", "words"}
    if unknown:
        raise ValueError(f"{path.name}: unknown section {min(unknown)}")
    return Wordlist(tuple(found.get("phrases", ())), tuple(word for line in found.get("words", ()) for word in line.split()))


def sections(path: Path) -> dict[str, list[str]]:
    """The lines of a table below each `[heading]`; ValueError for a line before the first."""
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        stripped = line.strip()
        if stripped.startswith("["):
            lines = found.setdefault(stripped.strip("[]"), [])
        elif stripped and not stripped.startswith("#"):
            if lines is None:
                raise ValueError(f"{path.name}: a line before the first heading")
            lines.append(stripped)
    return found
