"""Triage with its real rules and its real model. Rules alone where a test says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PROJECT
from bot.triage import training
from bot.triage.phrases import PhraseRules
from bot.triage.triage import LanternTriage
from bot.vectors import SentenceVectors


@pytest.fixture(scope="session")
def rules() -> PhraseRules:
    """Every language's phrase rules."""
    return PhraseRules.load(PROJECT / "nlu_data")


@pytest.fixture(scope="session")
def model_file() -> Path:
    """The trained model of this data: `make test` has trained it, so this only finds it."""
    return training.train(PROJECT, PROJECT / ".lantern" / "models")


@pytest.fixture(scope="session")
def triage(rules: PhraseRules, model_file: Path) -> LanternTriage:
    """Both layers, warm."""
    made = LanternTriage(SentenceVectors(), model_file.parent, rules)
    made.warm(full=True)
    return made


@pytest.fixture
def rules_only(rules: PhraseRules, tmp_path: Path) -> LanternTriage:
    """No model anywhere."""
    return LanternTriage(SentenceVectors(), tmp_path, rules)
