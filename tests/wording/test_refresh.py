"""Changed English reaches the translators, and nothing that a human has reviewed passes for reviewed after it."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib

from bot.wording.catalogue import Catalogues
from bot.wording.refresh import refresh
from tests.wording.made_up import ENTRY, PROJECT, Build

ENGLISH = str(ENTRY["text"])


def test_new_changed_and_removed_messages_reach_the_catalogue(build: Build) -> None:
    project = build(
        [{}, {"id": "talk.new", "text": "New."}, {"id": "talk.same", "text": "Same."}],
        {
            "es": {
                "talk.hello": ("Hi of last year", "Hola.", False),
                "talk.same": ("Same.", "Igual.", False),
                "talk.gone": ("Gone.", "Fuera.", False),
            }
        },
    )
    refresh(project)
    entries = {entry.msgctxt: entry for entry in polib.pofile(str(project / "flows" / "locale" / "es.po"))}
    assert {key: (entry.msgid, entry.msgstr, entry.fuzzy) for key, entry in entries.items()} == {
        "talk.hello": (ENGLISH, "Hola.", True),
        "talk.new": ("New.", "", True),
        "talk.same": ("Same.", "Igual.", False),
    }
    assert entries["talk.hello"].previous_msgid == "Hi of last year"
    assert "a note" in entries["talk.new"].comment
    assert Catalogues(project).status()["es"] == {"reviewed": 1, "draft": 1, "outdated": 0, "missing": 1}


def test_the_released_catalogues_are_as_refreshing_leaves_them(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "flows", tmp_path / "flows")
    (tmp_path / "config").mkdir()
    shutil.copy(PROJECT / "config" / "languages.yml", tmp_path / "config")
    refresh(tmp_path)
    for path in sorted((PROJECT / "flows" / "locale").glob("*.po")):
        assert (tmp_path / "flows" / "locale" / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
