"""The trained models: which are missing or stale, training them, and the figures they reach."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.dialogue import processes as dialogue_processes
from bot.dialogue import training as dialogue_training
from bot.dialogue.evaluation import evaluate as evaluate_intents
from bot.language import training as language_training
from bot.language.evaluation import evaluate as evaluate_languages
from bot.language.evaluation import evaluate_requests, evaluate_switching, layer_gains
from bot.language.identifier import LanternLanguages
from bot.settings import PROJECT, Settings
from bot.triage import training as triage_training
from bot.triage.evaluation import evaluate as evaluate_triage
from bot.triage.phrases import PhraseRules
from bot.triage.triage import LanternTriage
from bot.vectors import SentenceVectors

EVALUATION = PROJECT.parent / "shared" / "eval"
# Written by authors who saw neither the word tables nor each other's texts, and never trained on.
OWN_EVALUATION = PROJECT / "tests" / "language"
INTENT_PHRASES = PROJECT / "tests" / "dialogue" / "phrases"


def stale(settings: Settings) -> list[str]:
    """The names of the models that are missing or were made from other content than what is here now."""
    current = {
        "triage": triage_training.is_current,
        "language": language_training.is_current,
        "dialogue": dialogue_training.is_current,
    }
    return [name for name, is_current in current.items() if not is_current(PROJECT, settings.model_dir)]


def train_all(settings: Settings, say: Callable[[str], object]) -> None:
    """Train what is stale, one after the other."""
    settings.model_dir.mkdir(parents=True, exist_ok=True)
    trainings: dict[str, Callable[[Path, Path], Path]] = {
        "language": language_training.train,
        "triage": triage_training.train,
        "dialogue": dialogue_training.train,
    }
    missing = stale(settings)
    for name, train in trainings.items():
        if name in missing:
            begun = time.monotonic()
            path = train(PROJECT, settings.model_dir)
            say(f"{name}: trained in {time.monotonic() - begun:.0f} s -> {path.name}")
        else:
            say(f"{name}: current")


def triage_for_files(settings: Settings) -> LanternTriage:
    """Triage with its model, for labelling files; trains the model if it is stale."""
    if "triage" in stale(settings):
        triage_training.train(PROJECT, settings.model_dir)
    triage = LanternTriage(SentenceVectors(), settings.model_dir, PhraseRules.load(PROJECT / "nlu_data"))
    triage.warm(full=True)
    return triage


def languages_for_files(settings: Settings) -> LanternLanguages:
    """Language identification with its model, for labelling files; trains the model if it is stale."""
    if "language" in stale(settings):
        language_training.train(PROJECT, settings.model_dir)
    return LanternLanguages(PROJECT, settings.model_dir)


def evaluate_all(settings: Settings, say: Callable[[str], object]) -> None:
    """Print the figures on the evaluation files beside the project and in its tests, which are never trained on."""
    triage, development = EVALUATION / "triage_dev.tsv", EVALUATION / "language_dev.tsv"
    missing = "{}: not here; put it into ../shared/eval beside the project"
    say(evaluate_triage(triage, triage_for_files(settings)) if triage.exists() else missing.format(triage.name))
    languages = languages_for_files(settings)
    own = [OWN_EVALUATION / name for name in ("held_out.tsv", "first_texts.tsv", "later_texts.tsv", "word_pairs.tsv")]
    files = [path for path in (development, *own) if path.exists()]
    for path in files:
        say(evaluate_languages(path, languages) + "\n")
    if development not in files:
        say(missing.format(development.name))
    say(layer_gains(files, languages) + "\n")
    say(evaluate_requests(OWN_EVALUATION / "requests.tsv", languages) + "\n")
    say(evaluate_switching(OWN_EVALUATION / "switching.tsv", languages) + "\n")
    model = dialogue_training.current_model(PROJECT, settings.model_dir)
    say(evaluate_intents(PROJECT, model, (settings.rasa_port, settings.actions_port), INTENT_PHRASES))


def rasa_processes(settings: Settings, token: str) -> Sequence[tuple[str, Sequence[str], Mapping[str, str]]]:
    """Name, command and environment of Rasa and of its actions."""
    model: Path = dialogue_training.current_model(PROJECT, settings.model_dir)
    return (
        ("actions", *dialogue_processes.actions_command(PROJECT, settings.actions_port)),
        ("rasa", *dialogue_processes.serve_command(PROJECT, model, settings.rasa_port, settings.actions_port, token)),
    )
