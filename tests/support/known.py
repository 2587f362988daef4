"""Slow checks of content by another program, whose result cannot change as long as the content does not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.support.rasa_server import MODELS, PROJECT


def unless_known(name: str, made_of: Iterable[str | Path], check: Callable[[], None]) -> None:
    """Do `check`, unless it found nothing wrong with the same content on this machine: kept beside the models, whose training is too.

    `made_of` is everything the result depends on: files, and text such as the model's own fingerprint.
    """
    digest = hashlib.sha256()
    for each in made_of:
        content = each.encode() if isinstance(each, str) else f"{each.relative_to(PROJECT)}\n".encode() + each.read_bytes()
        digest.update(f"{len(content)}\n".encode() + content)
    mark = MODELS / f"right-{name}-{digest.hexdigest()[:16]}"
    if mark.exists():
        return
    check()
    for older in MODELS.glob(f"right-{name}-*"):
        older.unlink(missing_ok=True)
    mark.touch()
