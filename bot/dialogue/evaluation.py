"""How well intents are recognised: the real Rasa on phrases that were written apart from the examples and never trained on."""

from __future__ import annotations

import asyncio
import csv
import secrets
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.dialogue.processes import actions_command, serve_command
from bot.dialogue.rasa_client import RasaDialogue
from bot.domain.turns import LEAST_CONFIDENCE, intent_to_follow
from bot.vectors import SentenceVectors

# A wrong answer to one of these may be believed by a person in danger.
SAFETY = frozenset({
    "in_danger", "want_to_die", "planning_to_leave", "left_already", "ask_phone_safe", "children_safety", "pregnant", "am_minor",
    "need_doctor", "ask_what_was_said",
})  # fmt: skip
_STARTS_WITHIN_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text, its language and what the person wants."""

    language: str
    intent: str
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrase and what was made of it: the best intent, and the one followed (`not_understood` when it was not sure enough)."""

    phrase: Phrase
    best: str
    followed: str

    @property
    def right(self) -> bool:
        """Whether the best intent is the right one."""
        return self.best == self.phrase.intent

    @property
    def harmless(self) -> bool:
        """Whether the person gets the right answer, or is asked again with a menu and a human one digit away.

        `other` leads to the same question as `not_understood`.
        """
        return self.followed in (self.phrase.intent, "not_understood", "other")


def read_phrases(folder: Path) -> list[Phrase]:
    """Every phrase of the TSV files in `folder`, which are named by their language."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [Phrase(path.stem, row["intent"], row["text"]) for row in rows]
    return found


async def hear(dialogue: RasaDialogue, phrases: Sequence[Phrase]) -> list[Heard]:
    """What the running Rasa makes of `phrases`. Vectors are computed together, which is several times faster."""
    vectors = await asyncio.to_thread(SentenceVectors().both_of_all, [each.text for each in phrases])
    heard = []
    for phrase, features in zip(phrases, vectors, strict=True):
        intent = await dialogue.understand_features(features)
        heard.append(Heard(phrase, intent.name, intent_to_follow(intent)))
    return heard


def report(heard: Sequence[Heard]) -> str:
    """The figures as a table: right by the best intent; harmless, with "not understood" counted as right; and what is confused."""
    lines = [f"intents: {len(heard)} phrases, threshold {LEAST_CONFIDENCE}", "language  phrases  best  harmless  answered"]
    for language in [*sorted({each.phrase.language for each in heard}), ""]:
        rows = [each for each in heard if language in ("", each.phrase.language)]
        lines.append(
            f"{language or 'all':8}  {len(rows):7}  {share(rows, 'right'):.3f}  {share(rows, 'harmless'):.3f}  {_answered(rows):.3f}"
        )
    lines.append(f"wrong and sure, on a safety topic: {wrong_on_safety(heard):.4f} of all phrases")
    confused = Counter((each.phrase.intent, each.best) for each in heard if not each.right)
    lines += [f"{count:4}  {wanted} taken for {got}" for (wanted, got), count in confused.most_common(12)]
    return "\n".join(lines)


def share(heard: Sequence[Heard], what: str) -> float:
    """The share of `heard` that is `right` or `harmless`."""
    return sum(bool(getattr(each, what)) for each in heard) / len(heard)


def wrong_on_safety(heard: Sequence[Heard]) -> float:
    """The share of `heard` that is about safety and gets the answer to something else, or is not and gets one about safety."""
    wrong = [each for each in heard if not each.harmless and SAFETY & {each.phrase.intent, each.followed}]
    return len(wrong) / len(heard)


def _answered(heard: Sequence[Heard]) -> float:
    return sum(each.followed != "not_understood" for each in heard) / len(heard)


def evaluate(project: Path, model: Path, ports: tuple[int, int], phrases: Path) -> str:
    """The report on `phrases`, from a Rasa started for it on `ports` (Rasa's, its actions')."""
    token = secrets.token_urlsafe(16)
    with _running(project, model, ports, token) as url:
        return report(asyncio.run(_heard(url, token, phrases)))


async def _heard(url: str, token: str, phrases: Path) -> list[Heard]:
    dialogue = RasaDialogue(url, token, SentenceVectors().both, deadline=10)
    try:
        return await hear(dialogue, read_phrases(phrases))
    finally:
        await dialogue.aclose()


@contextmanager
def _running(project: Path, model: Path, ports: tuple[int, int], token: str) -> Iterator[str]:
    rasa, actions = ports
    url = f"http://127.0.0.1:{rasa}"
    started = []
    try:
        for command, environment in (actions_command(project, actions), serve_command(project, model, rasa, actions, token)):
            started.append(
                subprocess.Popen(command, env=environment, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
            )
        _wait(url, token)
        yield url
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)


def _wait(url: str, token: str) -> None:
    until = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        try:
            if httpx.get(f"{url}/status", params={"token": token}, trust_env=False).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise TimeoutError("Rasa did not start")
