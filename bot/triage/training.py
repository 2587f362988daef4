"""Trains the triage model from `nlu_data/*/signals.tsv` alone: same data, same figures. Never reads an evaluation file."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from threadpoolctl import threadpool_limits

from bot.domain.levels import Level
from bot.triage.model import PREFIX, STEPS, centred, weighted
from bot.triage.ngrams import BUCKETS, ngrams
from bot.triage.signals import LEVELS
from bot.vectors import E5_SIZE, USE_WEIGHT, SentenceVectors

# Raise it when features, kernel or thresholds change: it is part of the file's name.
RECIPE = "3"
SHARPNESS, RUNS_WEIGHT, RIDGE = 0.8, 0.5, 0.2
FEWEST_TEXTS = 2
# Scores lie between -1 and +1 (this level or above). For danger below the middle: who is not heard costs more than a call too many.
THRESHOLDS = {Level.ELEVATED: 0.1, Level.URGENT: -0.1, Level.EMERGENCY: -0.05}
# The light model raises only what it is sure of: the whole one reads every message a moment later.
LIGHT_THRESHOLDS = {Level.ELEVATED: 0.4, Level.URGENT: 0.4, Level.EMERGENCY: 0.4}
# Examples of these intents train triage too, as this signal; "goodbye" is not among them: some people leave because somebody is coming.
HARMLESS_INTENTS = {
    "greet": "greeting",
    "thanks": "thanks",
    "other": "other",
    "ask_what_is_this": "question",
    "ask_are_you_police": "question",
    "ask_is_it_private": "question",
}
# Enough of each intent in each language: the solver needs memory by the square of the examples, and danger must not be outnumbered.
MOST_HARMLESS = 16
LEFT_OUT, LEFT_OUT_SEED = 0.25, 2026
_BLOCK = 1000

Array = npt.NDArray[np.float32]


class BadRow(ValueError):
    """A row of training data that means nothing; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled message."""

    language: str
    level: Level
    signal: str
    text: str


def train(project_root: Path, out_dir: Path) -> Path:
    """The model file in `out_dir` for the data of `project_root`: made when there is none with their hash. Minutes, mostly vectors."""
    path = model_path(project_root, out_dir)
    if is_current(project_root, out_dir):
        os.utime(path)
        return path
    out_dir.mkdir(parents=True, exist_ok=True)
    examples = read_examples(project_root)
    arrays = fit(examples, vectors_of([each.text for each in examples], out_dir))
    half_made = path.with_suffix(f".{os.getpid()}.half")
    with half_made.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    path.with_suffix(".sha256").write_text(hashlib.sha256(half_made.read_bytes()).hexdigest(), encoding="ascii")
    half_made.replace(path)
    return path


def is_current(project_root: Path, out_dir: Path) -> bool:
    """Whether `train` would find its work done."""
    path = model_path(project_root, out_dir)
    return path.exists() and path.with_suffix(".sha256").exists()


def model_path(project_root: Path, out_dir: Path) -> Path:
    """Where the model for the data of `project_root` belongs; the name holds a hash of all that goes in."""
    settings = (RECIPE, SHARPNESS, RUNS_WEIGHT, RIDGE, FEWEST_TEXTS, THRESHOLDS, LIGHT_THRESHOLDS, MOST_HARMLESS)
    digest = hashlib.sha256(" ".join(map(str, settings)).encode())
    for source in [*_sources(project_root), *_dialogue_sources(project_root)]:
        digest.update(source.read_bytes() + b"\0")
    return out_dir / f"{PREFIX}{digest.hexdigest()[:16]}.npz"


def read_examples(project_root: Path) -> list[Example]:
    """Every row of every language, and the dialogue's examples of harmless intents; raises `BadRow`."""
    examples = []
    for source in _sources(project_root):
        with source.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
                if row.get("signal") not in LEVELS or LEVELS[row["signal"]] != row.get("level") or not row.get("text"):
                    raise BadRow(f"{source.parent.name}/{source.name}:{number}")
                examples.append(Example(source.parent.name, Level(row["level"]), row["signal"], row["text"]))
    known = {(each.language, each.text.casefold()) for each in examples}
    harmless = [each for each in _harmless(project_root) if (each.language, each.text.casefold()) not in known]
    return examples + harmless


def _harmless(project_root: Path) -> list[Example]:
    """The dialogue's examples of intents that no danger hides in."""
    return [
        Example(source.parent.name, Level.ROUTINE, HARMLESS_INTENTS[part["intent"]], line.strip().removeprefix("- "))
        for source in _dialogue_sources(project_root)
        for part in yaml.safe_load(source.read_text(encoding="utf-8")).get("nlu", ())
        if part.get("intent") in HARMLESS_INTENTS
        for line in [each for each in part["examples"].splitlines() if each.strip()][:MOST_HARMLESS]
    ]


def vectors_of(texts: Sequence[str], cache_dir: Path) -> Array:
    """The 896 numbers of each text. Kept beside the models, by the text's digest, so that training again computes only what is new."""
    cache = cache_dir / "sentence-vectors.npz"
    known: dict[str, Array] = {}
    if cache.exists():
        with np.load(cache, allow_pickle=False) as stored:
            known = dict(zip(stored["digests"].tolist(), stored["vectors"], strict=True))
    digests = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    if missing:
        known.update(zip(missing, SentenceVectors().both_of_all(list(missing.values())), strict=True))
        wanted = dict.fromkeys(digests)
        half_made = cache.with_suffix(f".{os.getpid()}.half")
        with half_made.open("wb") as file:
            np.savez(file, digests=np.array(list(wanted)), vectors=np.array([known[each] for each in wanted], dtype=np.float32))
        half_made.replace(cache)
    return np.array([known[digest] for digest in digests], dtype=np.float32)


def fit(examples: Sequence[Example], both: Array) -> dict[str, npt.NDArray[Any]]:
    """All arrays of the model."""
    ranks = np.array([each.level.rank for each in examples], dtype=np.int8)
    names = sorted(LEVELS)
    mean = both[:, :E5_SIZE].mean(axis=0)
    features, use = centred(both, mean), np.ascontiguousarray(both[:, E5_SIZE:] / USE_WEIGHT)
    runs, rarity = _runs([each.text for each in examples])
    left_out = np.random.default_rng(LEFT_OUT_SEED).random(len(examples)) < LEFT_OUT
    # The vectors' engines hold BLAS to one thread; the equations here are large.
    with threadpool_limits(limits=os.cpu_count(), user_api="blas"):
        similar = _similar(lambda rows: _gaussian(features[rows], features) + RUNS_WEIGHT * _linear(runs, rows), len(examples))
        slopes, places = _chances(similar, ranks, left_out)
        weights = _solved(similar, ranks)
        del similar
        light = _solved(_similar(lambda rows: use[rows] @ use.T + _linear(runs, rows), len(examples)), ranks)
    return {
        "mean": mean,
        "vectors": features.astype(np.float16),
        "sharpness": np.float32(SHARPNESS),
        "weights": weights,
        "rarity": rarity,
        "runs": (RUNS_WEIGHT * (runs.T @ weights)).astype(np.float16),
        "thresholds": np.array([THRESHOLDS[step] for step in STEPS], dtype=np.float32),
        "slopes": slopes,
        "places": places,
        "ranks": ranks,
        "signals": np.array([names.index(each.signal) for each in examples], dtype=np.int16),
        "names": np.array(names),
        "light_use": use.T @ light,
        "light_runs": (runs.T @ light).astype(np.float16),
        "light_thresholds": np.array([LIGHT_THRESHOLDS[step] for step in STEPS], dtype=np.float32),
    }


def _similar(kernel: Callable[[slice], Array], count: int) -> Array:
    """The kernel between all messages, made in blocks: whole, its parts would not fit beside it."""
    similar = np.empty((count, count), dtype=np.float32)
    for begin in range(0, count, _BLOCK):
        rows = slice(begin, min(begin + _BLOCK, count))
        similar[rows] = kernel(rows)
    return similar


def _chances(similar: Array, ranks: npt.NDArray[np.int8], left_out: npt.NDArray[np.bool_]) -> tuple[Array, Array]:
    """The slope and place that make each step's score a chance, from the scores of the messages `left_out`."""
    known = ~left_out
    scores = similar[np.ix_(left_out, known)] @ _solved(similar[np.ix_(known, known)], ranks[known])
    asked = ranks[left_out]
    chances = [_platt(scores[:, number], asked >= step.rank, _balance(asked)) for number, step in enumerate(STEPS)]
    slopes, places = np.array(chances, dtype=np.float32).T
    return slopes, places


def _solved(similar: Array, ranks: npt.NDArray[np.int8]) -> Array:
    """The weights of kernel ridge regression on +1 and -1, every level counting the same in all. Overwrites `similar`."""
    from scipy.linalg import cho_factor, cho_solve

    similar[np.diag_indices(len(ranks))] += RIDGE / _balance(ranks)
    targets = np.array([np.where(ranks >= step.rank, 1, -1) for step in STEPS], dtype=np.float32).T
    factor = cho_factor(similar, lower=True, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve(factor, targets, check_finite=False), dtype=np.float32)


def _balance(ranks: npt.NDArray[np.int8]) -> Array:
    """Each message's weight, so that every level weighs the same."""
    counts = np.bincount(ranks, minlength=len(STEPS) + 1)
    return np.asarray(len(ranks) / (np.count_nonzero(counts) * counts[ranks]), dtype=np.float32)


def _platt(scores: Array, above: npt.NDArray[np.bool_], balance: Array) -> tuple[float, float]:
    from sklearn.linear_model import LogisticRegression

    line = LogisticRegression(C=1e6).fit(scores[:, None], above, sample_weight=balance)
    return float(line.coef_[0, 0]), float(line.intercept_[0])


def _gaussian(some: Array, features: Array) -> Array:
    distances = (some**2).sum(1)[:, None] + (features**2).sum(1)[None] - 2 * some @ features.T
    return np.asarray(np.exp(-SHARPNESS * np.maximum(distances, 0)), dtype=np.float32)


def _linear(runs: Any, rows: slice) -> Array:
    return np.asarray((runs[rows] @ runs.T).toarray(), dtype=np.float32)


def _runs(texts: Sequence[str]) -> tuple[Any, Array]:
    """The letter runs of all texts as a sparse matrix with rows of length 1, and every run's rarity: 0 for what stands in one text only."""
    from scipy.sparse import csr_matrix

    found = [ngrams(text) for text in texts]
    ends = np.cumsum([0, *(len(indices) for indices, _ in found)])
    in_texts = np.bincount(np.concatenate([indices for indices, _ in found]), minlength=BUCKETS)
    rarity = np.where(in_texts >= FEWEST_TEXTS, np.log((1 + len(texts)) / (1 + in_texts)) + 1, 0).astype(np.float32)
    rows = [weighted(indices, values, rarity) for indices, values in found]
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, np.concatenate([indices for indices, _ in rows]), ends), shape=(len(texts), BUCKETS)), rarity


def _sources(project_root: Path) -> list[Path]:
    return sorted((project_root / "nlu_data").glob("*/signals.tsv"))


def _dialogue_sources(project_root: Path) -> list[Path]:
    return sorted(path for path in (project_root / "nlu_data").glob("*/*.yml") if path.name != "phrases.yml")
