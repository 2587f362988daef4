"""Sealed values: nobody moves, changes or reads them without the keys, and sizes tell little."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ports import CannotOpen
from bot.security.keys import KeyFiles, KeyMissing
from bot.security.sealing import ConversationSealing, padded, unpadded

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def sealing(tmp_path: Path) -> ConversationSealing:
    return ConversationSealing(KeyFiles(tmp_path / "keys"))


def test_what_is_sealed_opens_in_its_place_only(sealing: ConversationSealing) -> None:
    key, other = sealing.new_key(NOW), sealing.new_key(NOW)
    sealed = sealing.seal(key, "tengo miedo", "messages.body|1")
    assert sealing.open(key, sealed, "messages.body|1") == "tengo miedo"
    for wrong_key, context in ((key, "messages.body|2"), (other, "messages.body|1")):
        with pytest.raises(CannotOpen):
            sealing.open(wrong_key, sealed, context)


def test_one_changed_byte_anywhere_is_noticed(sealing: ConversationSealing) -> None:
    key = sealing.new_key(NOW)
    sealed = sealing.seal(key, "x", "c")
    for place in range(0, len(sealed), 7):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(CannotOpen):
            sealing.open(key, changed, "c")


def test_T17_sizes_fall_into_few_buckets(sealing: ConversationSealing) -> None:
    key = sealing.new_key(NOW)
    sizes = {len(sealing.seal(key, "a" * length, "c")) for length in range(0, 1600, 9)}
    assert len(sizes) <= 5


@given(st.binary(max_size=3000))
def test_padding_loses_nothing(plain: bytes) -> None:
    assert unpadded(padded(plain)) == plain


def test_texts_that_no_database_could_hold_survive(sealing: ConversationSealing) -> None:
    key = sealing.new_key(NOW)
    for text in ("\x00", "\ud800", "a\u202eb", ""):
        assert sealing.open(key, sealing.seal(key, text, "c"), "c") == text


def test_destroying_a_days_key_makes_that_day_unreadable_and_no_other(tmp_path: Path) -> None:
    directory = tmp_path / "keys"
    sealing = ConversationSealing(KeyFiles(directory))
    monday, tuesday = sealing.new_key(NOW), sealing.new_key(NOW + timedelta(days=1))
    sealed = [(key, sealing.seal(key, "x", "c")) for key in (monday, tuesday)]
    (directory / f"{monday.key_id}.key").unlink()
    fresh = ConversationSealing(KeyFiles(directory))
    with pytest.raises(CannotOpen):
        fresh.open(*sealed[0], "c")
    assert fresh.open(*sealed[1], "c") == "x"


def test_key_files_are_for_their_owner_only(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path / "keys")
    keys.index_key()
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "keys").iterdir()] == [0o600]


def test_a_missing_key_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing):
        KeyFiles(tmp_path / "keys").wrapping_key("day-2020-01-01")


def _index_key(directory: str) -> bytes:
    return KeyFiles(Path(directory)).index_key()


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(_index_key, [str(tmp_path / "keys")] * 8))) == 1


def test_T11_numbers_cannot_be_guessed_from_the_index_without_the_key(tmp_path: Path) -> None:
    one = ConversationSealing(KeyFiles(tmp_path / "one")).index("address sms", "+15551230001")
    other = ConversationSealing(KeyFiles(tmp_path / "other")).index("address sms", "+15551230001")
    assert one != other
