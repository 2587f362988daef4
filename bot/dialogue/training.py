"""The Rasa model: trained from what is in the repository, cached by its content, checked before it is served."""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.dialogue.processes import PYTHON, actions_command, environment, serve_command

__all__ = ["NoModel", "TrainingFailed", "actions_command", "current_model", "is_current", "is_intact", "serve_command", "train"]

_CONFIG = Path("config/rasa/config.yml")
_VECTORS = (Path("bot/e5.py"), Path("bot/vectors.py"), Path("config/locks/rasa.txt"))
# Besides examples, rules and domain: whatever changes the numbers in the model.
_MADE_WITH = (
    _CONFIG,
    Path("config/rasa/featurizer.py"),
    Path("config/rasa/classifier.py"),
    Path("bot/dialogue/marker.py"),
    *_VECTORS,
)
_KEPT = 3
_LONGEST_TRAINING_SECONDS = 900


class TrainingFailed(Exception):
    """Rasa could not train the model; its last words follow."""


class NoModel(Exception):
    """There is no model to serve: train one first."""


def rules(project: Path) -> list[Path]:
    """The rules of every topic."""
    return sorted(project.glob("flows/*/rules.yml"))


def examples(project: Path) -> list[Path]:
    """The intent examples: `nlu_data/<language>/<topic>.yml` for the topics in `flows`. Triage keeps other files beside them."""
    topics = {path.parent.name for path in rules(project)}
    return sorted(path for path in project.glob("nlu_data/*/*.yml") if path.stem in topics)


def fingerprint(project: Path) -> str:
    """A hash of everything that goes into the model."""
    digest = hashlib.sha256()
    for path in [
        *sorted(project.glob("flows/*/domain.yml")),
        *rules(project),
        *examples(project),
        *(project / each for each in _MADE_WITH),
    ]:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(project)} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:16]


def model_path(project: Path, out_dir: Path) -> Path:
    """Where the model for what is in the repository now is, or will be."""
    return out_dir / f"model-{fingerprint(project)}.tar.gz"


def is_intact(model: Path) -> bool:
    """Whether the model is there and its checksum, written when it was trained, is right."""
    try:
        return _checksum_file(model).read_text().strip() == _sha256(model)
    except (OSError, UnicodeDecodeError):
        return False


def is_current(project: Path, out_dir: Path) -> bool:
    """Whether the model for what is in the repository now is there and intact."""
    return is_intact(model_path(project, out_dir))


def current_model(project: Path, out_dir: Path) -> Path:
    """The model to serve: the current one, or the newest intact one while that is missing. Raises NoModel when there is none."""
    wanted = model_path(project, out_dir)
    others = sorted(out_dir.glob("model-*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for model in (wanted, *others):
        if is_intact(model):
            return model
    raise NoModel(f"no intact model in {out_dir.name}")


def train(project: Path, out_dir: Path) -> Path:
    """Train the current model unless it is there; returns its path. About a minute. A second training meanwhile waits and finds it."""
    project, out_dir = project.resolve(), out_dir.resolve()
    out_dir.mkdir(parents=True, exist_ok=True)
    model = model_path(project, out_dir)
    with _one_at_a_time(out_dir):
        if not is_intact(model):
            with tempfile.TemporaryDirectory(dir=out_dir, prefix=".rasa-") as workshop:
                fresh = _rasa_train(project, Path(workshop))
                checksum = Path(workshop) / "checksum"
                checksum.write_text(_sha256(fresh) + "\n")
                checksum.replace(_checksum_file(model))
                fresh.replace(model)
            _forget_older(out_dir, model)
    return model


def rasa_train_arguments(project: Path, out_dir: Path, name: str) -> list[str]:
    """Rasa's arguments for training. `--data` names files, because other parts keep other YAML beside ours."""
    data = [str(path.relative_to(project)) for path in [*rules(project), *examples(project)]]
    return ["train", "--domain", "flows", "--data", *data, "--config", str(_CONFIG), "--out", str(out_dir), "--fixed-model-name", name]


def _rasa_train(project: Path, workshop: Path) -> Path:
    command = [str(project / PYTHON), "-m", "rasa", *rasa_train_arguments(project, workshop, "model"), "--skip-validation"]
    settings = {
        **environment(project),
        # Rasa's own cache of half-made models would be a second, unchecked store.
        "RASA_MAX_CACHE_SIZE": "0",
        "RASA_CACHE_DIRECTORY": str(workshop / "cache"),
        "LANTERN_RASA_VECTORS": str(workshop.parent / f"rasa-vectors-{_made_by(project)}.npz"),
    }
    del settings["OMP_NUM_THREADS"]
    done = subprocess.run(  # noqa: S603 - our own interpreter and file names of the repository
        command, cwd=project, env=settings, capture_output=True, text=True, timeout=_LONGEST_TRAINING_SECONDS, check=False
    )
    model = workshop / "model.tar.gz"
    if done.returncode != 0 or not model.exists():
        raise TrainingFailed(done.stderr[-2000:])
    return model


def _made_by(project: Path) -> str:
    """A hash of what makes vectors: kept ones are good for as long as this stays the same."""
    return hashlib.sha256(b"".join((project / each).read_bytes() for each in _VECTORS)).hexdigest()[:16]


def _forget_older(out_dir: Path, model: Path) -> None:
    """Keep a few earlier models, so that one can be served while its successor is trained."""
    others = sorted((path for path in out_dir.glob("model-*.tar.gz") if path != model), key=lambda path: path.stat().st_mtime)
    for path in others[: max(0, len(others) - _KEPT + 1)]:
        path.unlink(missing_ok=True)
        _checksum_file(path).unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(out_dir: Path) -> Iterator[None]:
    with (out_dir / ".rasa.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _checksum_file(model: Path) -> Path:
    return model.with_name(model.name + ".sha256")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
