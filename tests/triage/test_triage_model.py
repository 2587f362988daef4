"""The model file is what training wrote or it is refused, and danger is heard without it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.domain.levels import Level
from bot.settings import PROJECT
from bot.triage import training
from bot.triage.model import BrokenModel, load_light, load_whole
from bot.triage.phrases import PhraseRules
from bot.triage.triage import LanternTriage
from bot.vectors import SentenceVectors


@pytest.fixture
def copy(model_file: Path, tmp_path: Path) -> Path:
    """A model to spoil."""
    for suffix in (".npz", ".sha256"):
        shutil.copy(model_file.with_suffix(suffix), tmp_path)
    return tmp_path / model_file.name


@pytest.mark.parametrize("load", [load_light, load_whole])
def test_one_changed_byte_is_refused(copy: Path, load: Any) -> None:
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    with pytest.raises(ValueError, match="changed"):
        load(copy)


def test_a_missing_hash_is_refused(copy: Path) -> None:
    copy.with_suffix(".sha256").unlink()
    with pytest.raises(BrokenModel):
        load_whole(copy)


def test_a_pickle_with_a_right_hash_is_never_loaded(copy: Path) -> None:
    np.savez(copy, mean=np.array([{"a": "pickled object"}], dtype=object))
    copy.with_suffix(".sha256").write_text(hashlib.sha256(copy.read_bytes()).hexdigest())
    with pytest.raises(BrokenModel):
        load_whole(copy)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_nonsense_with_a_right_hash_is_refused(copy: Path, content: bytes) -> None:
    copy.write_bytes(content)
    copy.with_suffix(".sha256").write_text(hashlib.sha256(content).hexdigest())
    with pytest.raises(BrokenModel):
        load_whole(copy)


def test_with_a_spoiled_model_the_rules_still_hear(copy: Path, rules: PhraseRules) -> None:
    copy.write_bytes(b"spoiled")
    triage = LanternTriage(SentenceVectors(), copy.parent, rules)
    assert not triage.has_model
    assert triage.quick("he has a gun").level is Level.EMERGENCY
    assert triage.full("no me dejan salir de la casa").level is Level.URGENT


def test_the_file_is_named_after_all_that_went_in(tmp_path: Path) -> None:
    (tmp_path / "nlu_data" / "en").mkdir(parents=True)
    table = tmp_path / "nlu_data" / "en" / "signals.tsv"
    table.write_text("level\tsignal\ttext\nroutine\tthanks\tthank you\n")
    before = training.model_path(tmp_path, tmp_path)
    table.write_text("level\tsignal\ttext\nroutine\tthanks\tthank you so much\n")
    assert training.model_path(tmp_path, tmp_path) != before


@pytest.mark.parametrize("row", ["urgent\tweapon\the has a gun", "routine\tno_such_signal\thi", "routine\tthanks\t", "thanks"])
def test_a_training_row_that_means_nothing_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "nlu_data" / "en").mkdir(parents=True)
    (tmp_path / "nlu_data" / "en" / "signals.tsv").write_text(f"level\tsignal\ttext\n{row}\n")
    with pytest.raises(training.BadRow, match=r"en/signals\.tsv:2"):
        training.read_examples(tmp_path)


def test_the_same_vectors_train_the_same_model() -> None:
    examples = training.read_examples(PROJECT)[::60]
    vectors = np.random.default_rng(7).normal(size=(len(examples), 896)).astype(np.float32)
    first, second = training.fit(examples, vectors), training.fit(examples, vectors)
    # Sums in another order on another thread differ in their last digits, which moves no message over a threshold.
    assert [name for name in first if first[name].dtype.kind == "f" and not np.allclose(first[name], second[name], atol=2e-3)] == []
    assert [name for name in first if first[name].dtype.kind != "f" and not np.array_equal(first[name], second[name])] == []


def test_harmless_examples_of_the_dialogue_are_learnt_from_and_others_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "nlu_data" / "en"
    folder.mkdir(parents=True)
    (folder / "signals.tsv").write_text("level\tsignal\ttext\nroutine\tthanks\tthank you\n")
    (folder / "talk.yml").write_text(
        "nlu:\n- intent: thanks\n  examples: |\n    - Thank you\n    - bless you\n- intent: in_danger\n  examples: |\n    - help\n"
    )
    assert [(each.signal, each.text) for each in training.read_examples(tmp_path)] == [("thanks", "thank you"), ("thanks", "bless you")]


def test_every_training_row_is_labelled_as_the_table_says() -> None:
    assert len(training.read_examples(PROJECT)) > 15_000
