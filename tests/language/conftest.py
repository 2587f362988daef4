"""One identifier with a freshly trained (or cached) model for all language tests."""

from pathlib import Path

import pytest

from bot.language.characters import CharacterModel
from bot.language.identifier import LanternLanguages
from bot.language.training import train

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def model_path() -> Path:
    return train(ROOT, ROOT / ".lantern" / "models")


@pytest.fixture(scope="session")
def languages(model_path: Path) -> LanternLanguages:
    identifier = LanternLanguages(ROOT, model_path.parent, model=CharacterModel.load(model_path))
    identifier.warm()
    return identifier
