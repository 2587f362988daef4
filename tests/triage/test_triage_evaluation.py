"""Figures and labelled files survive bad rows, and the figures themselves have floors on messages nothing was trained on."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.domain.levels import Level
from bot.settings import PROJECT
from bot.triage.evaluation import evaluate, label_file, read_table, wilson
from bot.triage.triage import LanternTriage

HELD_OUT = Path(__file__).with_name("held_out.tsv")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def heard(triage: LanternTriage) -> list[tuple[Level, Level]]:
    """(label, what the whole model said) for every held-out message."""
    return [(Level(row["level"]), triage.full(row["text"]).level) for row in rows_of(HELD_OUT)]


def share(heard: list[tuple[Level, Level]], labels: set[Level], lowest: Level) -> float:
    said = [level for label, level in heard if label in labels]
    return sum(level >= lowest for level in said) / len(said)


def test_the_held_out_messages_are_enough_and_of_many_languages() -> None:
    rows = rows_of(HELD_OUT)
    assert len(rows) >= 150
    assert len({row["lang"] for row in rows}) >= 6


def test_no_held_out_message_was_trained_on() -> None:
    known = {_bare(row["text"]) for path in PROJECT.glob("nlu_data/*/signals.tsv") for row in rows_of(path)}
    assert not [row["lang"] for row in rows_of(HELD_OUT) if _bare(row["text"]) in known]


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def test_emergencies_are_heard(heard: list[tuple[Level, Level]]) -> None:
    assert share(heard, {Level.EMERGENCY}, Level.URGENT) >= 0.95
    assert share(heard, {Level.EMERGENCY}, Level.EMERGENCY) >= 0.85


def test_urgent_messages_are_heard(heard: list[tuple[Level, Level]]) -> None:
    assert share(heard, {Level.EMERGENCY, Level.URGENT}, Level.URGENT) >= 0.92


def test_everyday_messages_raise_few_false_alarms(heard: list[tuple[Level, Level]]) -> None:
    assert share(heard, {Level.ROUTINE}, Level.URGENT) <= 0.08
    assert share(heard, {Level.ELEVATED}, Level.URGENT) <= 0.15


def test_rules_alone_hear_half_of_the_emergencies(rules_only: LanternTriage) -> None:
    said = [rules_only.full(row["text"]).level for row in rows_of(HELD_OUT) if row["level"] == "emergency"]
    assert sum(level >= Level.URGENT for level in said) / len(said) >= 0.5


def test_rules_alone_raise_no_everyday_message(rules_only: LanternTriage) -> None:
    said = [rules_only.full(row["text"]).level for row in rows_of(HELD_OUT) if row["level"] == "routine"]
    assert sum(level >= Level.URGENT for level in said) <= 1


def test_a_labelled_file_keeps_its_columns_and_survives_bad_rows(rules_only: LanternTriage, tmp_path: Path) -> None:
    asked, answered = tmp_path / "in.tsv", tmp_path / "out.tsv"
    rows = [
        b"\xef\xbb\xbfid\ttext\tnote\r",
        b"1\the has a gun\tkept\r",
        b"2",
        b"3\t\t",
        b"4\tthank you\ta\tb\tc",
        b"",
        b'5\t"quoted \xff\x00\tx',
    ]
    asked.write_bytes(b"\n".join([*rows, b"6\tone\rtwo\ty", b"7\tlast"]))
    label_file(asked, answered, rules_only)
    found = rows_of(answered)
    assert [row["id"] for row in found] == ["1", "2", "3", "4", "5", "6", "7"]
    assert found[0]["predicted_level"] == "emergency"
    assert "weapon" in found[0]["predicted_signals"].split(",")
    assert found[0]["note"] == "kept"
    assert found[3]["predicted_level"] == "routine"
    assert all(row["predicted_level"] in {level.value for level in Level} for row in found)


def test_a_file_without_a_text_column_is_refused_by_name(rules_only: LanternTriage, tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("id\twords\n1\thi\n")
    with pytest.raises(SystemExit, match="text"):
        label_file(tmp_path / "in.tsv", tmp_path / "out.tsv", rules_only)


def test_the_report_survives_bad_rows_and_says_how_many(rules_only: LanternTriage, tmp_path: Path) -> None:
    table = tmp_path / "some.tsv"
    table.write_text(
        "lang\tlevel\tsignal\ttext\nen\temergency\tweapon\the has a gun\nen\tterrible\tx\thi\nen\n\ten\troutine\n", encoding="utf-8"
    )
    report = evaluate(table, rules_only)
    assert "some.tsv: 1 messages, 3 rows without a level or text left out" in report
    assert "1.000" in report and "Calibration" in report


def test_an_empty_file_gives_a_report(rules_only: LanternTriage, tmp_path: Path) -> None:
    (tmp_path / "none.tsv").write_bytes(b"")
    assert read_table(tmp_path / "none.tsv") == ([""], [])


def test_the_interval_is_wilsons() -> None:
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert wilson(0, 0) == (0.0, 1.0)
