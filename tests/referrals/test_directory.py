"""The referral directory: searched by need, place and language; an operator adds an entry without code; a stale one is flagged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.referrals.directory import Directory, DirectoryError
from tests.wording.made_up import PROJECT

NAMES = {"en": "English", "es": "Español", "so": "Soomaali"}
ENTRY = {
    "id": "house", "name": "The House", "needs": ["bed"], "voice": "1-207-555-0100", "hours": "24/7",
    "voice_languages": ["en", "so"], "areas": ["ME"],
    "who_for": "anyone", "source": "asked them", "checked_on": date(2026, 11, 1),
}  # fmt: skip


def directory(folder: Path, *entries: dict[str, object]) -> Directory:
    (folder / "ours.yml").write_text(yaml.safe_dump({"resources": [{**ENTRY, **each} for each in entries]}), encoding="utf-8")
    return Directory(folder, NAMES)


def test_a_new_entry_is_found_in_its_state_and_nowhere_else(tmp_path: Path) -> None:
    ours = directory(tmp_path, {})
    assert ours.lines("need_bed", "ME", "so") == ["The House: 1-207-555-0100 (24/7; English, Soomaali)"]
    assert ours.lines("need_bed", "TX", "so") == []
    assert ours.lines("need_bed", None, None) == []
    assert ours.lines("need_food", "ME", None) == []


def test_near_comes_before_far_and_the_persons_language_before_others(tmp_path: Path) -> None:
    ours = directory(
        tmp_path,
        {"id": "a", "name": "A", "areas": "US", "voice_languages": ["en"]},
        {"id": "b", "name": "B", "areas": "US", "voice_languages": ["interpreter"]},
        {"id": "c", "name": "C", "voice_languages": ["en"]},
        {"id": "d", "name": "D", "voice_languages": ["es"]},
    )
    assert [each.name for each in ours.search("need_bed", "ME", "es")] == ["D", "C", "B", "A"]
    assert len(ours.lines("need_bed", "ME", "es")) == 3, "never a list that nobody reads to its end"
    assert [each.name for each in ours.search("need_bed", None, "ar-Latn")] == ["B", "A"]


def test_an_entry_that_nobody_checked_lately_is_flagged(tmp_path: Path) -> None:
    ours = directory(tmp_path, {}, {"id": "old", "checked_on": date(2026, 1, 1)})
    assert [fact.id for fact in ours.stale(date(2026, 11, 25), 90)] == ["old"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"needs": ["gold"]}, "needs are some of"), ({"areas": ["Maine"]}, "two letters"), ({"checked_on": "soon"}, "not a date"),
        ({"voice": ""}, "no way to reach it"),
        ({"colour": "red"}, "unknown: colour"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_refused_by_name(tmp_path: Path, change: dict[str, object], told: str) -> None:
    with pytest.raises(DirectoryError, match=f"ours.yml: house: .*{told}"):
        directory(tmp_path, change)


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="there twice"):
        directory(tmp_path, {}, {})


def test_what_we_ship_has_sources_and_reaches_somebody_for_the_first_needs() -> None:
    ours = Directory(PROJECT / "config" / "resources", NAMES)
    assert all(each.source.startswith("[") for each in ours.resources)
    for need in ("need_bed", "need_food", "need_doctor", "need_lawyer"):
        assert ours.lines(need, None, "ti"), need
    assert ours.lines("need_bed", "ME", "en")[0].startswith("Preble Street")
