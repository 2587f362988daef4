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
    sections: dict[str, list[str]] = {"phrases": [], "words": []}
    current = "phrases"
    for line in path.read_text(encoding="utf-8").splitlines():
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("["):
            current = stripped.strip("[]")
            if current not in sections:
                raise ValueError(f"{path.name}: unknown section {stripped}")
        elif current == "words":
            sections["words"].extend(stripped.split())
        else:
            sections["phrases"].append(stripped)
    return Wordlist(tuple(sections["phrases"]), tuple(sections["words"]))
