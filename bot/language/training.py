"""Trains the character model from the word tables and the examples of the repository. Deterministic, about a minute, no network."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix

from bot.language.characters import LONGEST_GRAM, PREFIX, SLOTS, Scores, slots_of
from bot.language.table import LanguageTable
from bot.language.text import clean, folded, words_of
from bot.language.vocabulary import Vocabulary, general_vocabulary
from bot.language.wordlists import Wordlist, read_wordlists

# Raise it when features, sampling or fitting change: it is part of the file's name.
RECIPE = "2"
TEXTS_PER_LANGUAGE = 8000
EPOCHS = 5
BATCH = 1024
STEP = 0.5
SHRINK = 2e-6
# Of the texts made for each language: whole phrases, pieces of phrases, loose words of its list, pieces of the repository's examples,
# words of its general vocabulary (of its list again where there is none).
SHARES = (0.15, 0.15, 0.1, 0.2, 0.4)
_VOWELS = "aeiou"


def train(project_root: Path, out_dir: Path) -> Path:
    """The model file in `out_dir` for the tables and examples of `project_root`: made when there is none with their hash."""
    path = model_path(project_root, out_dir)
    if is_current(project_root, out_dir):
        path.touch()
        return path
    codes = sorted(read_wordlists(project_root))
    weights = _fit(*_features(_texts(project_root), codes), len(codes))
    out_dir.mkdir(parents=True, exist_ok=True)
    half_made = path.with_suffix(f".{os.getpid()}.half.npz")
    np.savez_compressed(half_made, weights=weights.astype(np.float16), codes=np.array(codes))
    path.with_suffix(".sha256").write_text(hashlib.sha256(half_made.read_bytes()).hexdigest(), encoding="ascii")
    half_made.replace(path)
    return path


def is_current(project_root: Path, out_dir: Path) -> bool:
    """Whether `train` would find its work done."""
    path = model_path(project_root, out_dir)
    return path.exists() and path.with_suffix(".sha256").exists()


def model_path(project_root: Path, out_dir: Path) -> Path:
    """Where the model for the tables and examples of `project_root` belongs."""
    return out_dir / f"{PREFIX}{_content_hash(project_root)}.npz"


def _sources(project_root: Path) -> list[Path]:
    tables = (project_root / "config" / "language" / "words").glob("*.txt")
    examples = (path for path in (project_root / "nlu_data").rglob("*") if path.suffix in {".tsv", ".yml"} and path.name != "phrases.yml")
    return sorted([*tables, *examples, project_root / "config" / "languages.yml"])


def _content_hash(project_root: Path) -> str:
    digest = hashlib.sha256(f"{RECIPE} {version('wordfreq')} {SLOTS} {LONGEST_GRAM} {TEXTS_PER_LANGUAGE} {EPOCHS} {STEP}".encode())
    for path in _sources(project_root):
        digest.update(str(path.relative_to(project_root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _texts(project_root: Path) -> Iterator[tuple[str, str]]:
    """(code, text) pairs: as many for each language, so that none is likelier than another before reading."""
    examples = read_examples(project_root, LanguageTable.load(project_root).identified())
    wordlists = read_wordlists(project_root)
    general = general_vocabulary(wordlists)
    for code, wordlist in sorted(wordlists.items()):
        yield from ((code, text) for text in made_texts(code, wordlist, examples.get(code, ()), TEXTS_PER_LANGUAGE, general.get(code)))


def read_examples(project_root: Path, codes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The texts of `nlu_data/<code>/`: the `text` column of tables, the `examples` of Rasa files. Other folders are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        texts: list[str] = []
        for path in sorted((project_root / "nlu_data" / code).glob("*")):
            if path.suffix == ".tsv":
                texts.extend(_column(path))
            elif path.suffix == ".yml":
                texts.extend(_rasa_examples(path))
        if texts:
            found[code] = tuple(texts)
    return found


def _column(path: Path) -> Iterator[str]:
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    if "text" in names:
        place = names.index("text")
        for row in rows:
            cells = row.split("\t")
            if len(cells) > place:
                yield cells[place]


def _rasa_examples(path: Path) -> Iterator[str]:
    content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for block in content.get("nlu", ()):
        for line in str(block.get("examples", "")).splitlines():
            if line.strip().startswith("- "):
                yield line.strip()[2:]


def made_texts(code: str, wordlist: Wordlist, examples: Iterable[str], count: int, general: Vocabulary | None = None) -> list[str]:
    """`count` cleaned texts for `code`: phrases, pieces of them, loose words, pieces of examples, some of them misspelled."""
    chance = random.Random(code)  # its own seed: another language's data does not change this one's texts
    phrases = [clean(text) for text in wordlist.phrases]
    common = [clean(word) for word in wordlist.words] or [word for phrase in phrases for word in phrase.split()]
    sentences = [clean(text) for text in examples] or phrases
    texts: list[str] = list(phrases) * 2
    while len(texts) < count:
        kind = chance.choices(range(len(SHARES)), SHARES)[0]
        if kind == 0:
            text = chance.choice(phrases)
        elif kind == 1:
            text = _piece(chance.choice(phrases), 4, chance)
        elif kind == 3:
            text = _piece(chance.choice(sentences), 7, chance)
        elif kind == 2 or general is None:
            text = " ".join(chance.choices(common, k=chance.choice((1, 1, 2, 2, 3, 4))))
        else:
            text = " ".join(chance.choices(general.words, cum_weights=general.up_to, k=chance.choice((1, 2, 2, 2, 3))))
        texts.append(_as_typed(text, chance))
    return texts


def _piece(text: str, longest: int, chance: random.Random) -> str:
    words = text.split()
    size = chance.randint(1, min(longest, max(len(words), 1)))
    start = chance.randint(0, max(len(words) - size, 0))
    return " ".join(words[start : start + size])


def _as_typed(text: str, chance: random.Random) -> str:
    """`text` the way it comes from a phone: often without accents, sometimes with a letter lost, doubled or swapped."""
    if chance.random() < 0.4:
        text = folded(text)
    if len(text) < 5 or chance.random() > 0.3:
        return text
    place = chance.randrange(1, len(text) - 1)
    if text[place] == " " or text[place + 1] == " ":
        return text
    change = chance.randrange(4)
    if change == 0 or (change == 3 and text[place] in _VOWELS):
        return text[:place] + text[place + 1 :]
    if change == 1:
        return text[:place] + text[place] + text[place:]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _features(texts: Iterable[tuple[str, str]], codes: list[str]) -> tuple[csr_matrix, Scores]:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    wanted: list[int] = []
    place = {code: number for number, code in enumerate(codes)}
    for code, text in texts:
        slots = slots_of(words_of(text))
        if not slots:
            continue
        columns.extend(slots)
        values.extend([len(slots) ** -0.5] * len(slots))
        ends.append(len(columns))
        wanted.append(place[code])
    features = csr_matrix(
        (np.array(values, dtype=np.float32), np.array(columns, dtype=np.int32), np.array(ends)), shape=(len(wanted), SLOTS)
    )
    features.sum_duplicates()
    return features, np.array(wanted)


def _fit(features: csr_matrix, wanted: Scores, classes: int) -> Scores:
    """Softmax regression by AdaGrad in small batches, in an order that is always the same."""
    weights = np.zeros((SLOTS, classes), dtype=np.float32)
    squares = np.full((SLOTS, 1), 1e-6, dtype=np.float32)
    order = np.random.default_rng(20)
    for _ in range(EPOCHS):
        for rows in np.array_split(order.permutation(len(wanted)), max(len(wanted) // BATCH, 1)):
            batch = features[rows]
            used = np.unique(batch.indices)
            scores = batch @ weights
            scores -= scores.max(axis=1, keepdims=True)
            chances = np.exp(scores)
            chances /= chances.sum(axis=1, keepdims=True)
            chances[np.arange(len(rows)), wanted[rows]] -= 1
            slope = np.asarray((batch[:, used].T @ chances), dtype=np.float32) / np.float32(len(rows)) + SHRINK * weights[used]
            squares[used] += (slope**2).mean(axis=1, keepdims=True)
            weights[used] -= STEP * slope / np.sqrt(squares[used])
    return weights
