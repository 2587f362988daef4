"""Translators and reviewers get tables and give them back; nothing that breaks a rule comes in."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.wording.catalogue import Catalogues
from bot.wording.exchange import export, take_in
from bot.wording.source import WordingError
from tests.wording.made_up import Build

HELLO = "Hi there, this is {service}. How are you?"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as content:
        return list(csv.DictReader(content))


def write(file: Path, found: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as content:
        table = csv.DictWriter(content, found[0].keys())
        table.writeheader()
        table.writerows(found)


@pytest.fixture
def project(build: Build) -> Path:
    return build([{}], {"es": {"talk.hello": (HELLO, "Hola, somos {service}.", True)}})


def test_a_review_goes_out_as_a_table_and_comes_back_as_reviewed(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "es.csv"
    assert export(Catalogues(project), "es", file) == 1
    (row,) = rows(file)
    assert (row["key"], row["english"], row["translation"], row["reviewed"]) == ("talk.hello", HELLO, "Hola, somos {service}.", "")
    write(file, [{**row, "translation": "Hola, aquí {service}.", "reviewed": "x"}])
    assert take_in(Catalogues(project), "es", file, project) == 1
    assert Catalogues(project).status()["es"] == {"reviewed": 1, "draft": 0, "outdated": 0, "missing": 0}
    assert take_in(Catalogues(project), "es", file, project) == 0, "the same again changes nothing"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"translation": "Eres una víctima, {service}."}, "banned_words"),
        ({"translation": "Hola."}, "placeholders"),
        ({"english": "Hi."}, "the English has changed"),
        ({"key": "talk.nothing"}, "no such text"),
    ],
)
def test_a_table_that_breaks_a_rule_is_refused_as_a_whole(project: Path, tmp_path: Path, change: dict[str, str], told: str) -> None:
    file = tmp_path / "es.csv"
    export(Catalogues(project), "es", file)
    write(file, [{**rows(file)[0], **change}])
    with pytest.raises(WordingError, match=told):
        take_in(Catalogues(project), "es", file, project)
    assert Catalogues(project).translations["es"]["talk.hello"].text == "Hola, somos {service}."


def test_what_is_no_table_or_no_language_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00nothing")
    with pytest.raises(WordingError):
        take_in(Catalogues(project), "es", tmp_path / "x.csv", project)
    for language in ("en", "xx"):
        with pytest.raises(WordingError, match="no catalogue"):
            export(Catalogues(project), language, tmp_path / "y.csv")


def test_facts_go_stale_and_our_own_practice_does_not(build: Build) -> None:
    words = Catalogues(build([
        {"id": "talk.old", "source": ["[KEY] example.org"]}, {"id": "talk.own"},
        {"id": "talk.both", "source": ["our own practice", "[KEY] example.org"]},
        {"id": "talk.new", "source": ["[KEY] example.org"], "checked_on": date(2026, 11, 24)},
    ]))  # fmt: skip
    assert [fact.id for fact in words.stale(date(2027, 2, 20), 90)] == ["talk.both", "talk.old"]
    assert words.stale(date(2026, 11, 25), 90) == []
