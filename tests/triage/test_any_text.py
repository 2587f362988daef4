"""Whatever is sent, triage answers with a level, in bounded time, and never lower in the worker than in the webhook."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.levels import Assessment, Level
from bot.triage.model import Reading, load_whole
from bot.triage.ngrams import ngrams
from bot.triage.phrases import PhraseRules
from bot.triage.text import tokens_of
from bot.triage.triage import LanternTriage
from bot.vectors import SentenceVectors

ANYTHING = st.text(alphabet=st.characters(codec=None, categories=None, exclude_categories=()), max_size=300)
ODD = [
    "",
    " ",
    "\n\n\u3000\u200b\ufeff",
    "\x00",
    "g\x00un",
    "\ud83d",
    "\udc80he has a gun",
    "\u202e\u2066x",
    "Z" + "\u0335" * 10_000,
    "he has a gun" * 5_000,
    "a " * 32_000,
    "他" * 64_000,
    "เขามีด" * 2_000,
    "help me now he " * 4_300,
    "\u0e35" * 5_000,
    "*" * 64_000,
    "hehasagun" * 7_000,
    "🔪" * 20_000,
    "%s {7*7} ${x} <script> ' OR 1=1 --",
    "/restart",
]
EMERGENCIES = [
    "he has a gun",
    "me van a vender esta noche",
    "il a un couteau",
    "他有枪",
    "у него нож",
    "معه سكين",
    "ameshika kisu",
    "tiene una pistola",
]
CALM = [
    "thank you for the information i will read it later today the weather here is fine and the bus was on time as always we had "
    "soup for lunch and then my cousin called about the school meeting on thursday afternoon nothing special really ok",
    "hola como estan espero que todo bien por alla aqui seguimos trabajando mucho y el clima esta muy bonito ayer fuimos al parque "
    "con los amigos y comimos tacos muy ricos despues regresamos temprano para descansar y ver la novela un rato",
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANYTHING)
def test_any_text_gets_an_assessment(rules_only: LanternTriage, text: str) -> None:
    heard = rules_only.quick(text)
    assert isinstance(heard, Assessment)
    assert all(each.evidence for each in heard.signals)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANYTHING)
def test_the_worker_never_hears_less_than_the_webhook(triage: LanternTriage, text: str) -> None:
    assert triage.full(text).level >= triage.quick(text).level


class _CalmModel:
    """A model that hears nothing."""

    def read(self, vector: np.ndarray, runs: object) -> Reading:
        return Reading(Level.ROUTINE, "thanks")


@pytest.mark.parametrize("text", EMERGENCIES)
def test_a_calm_model_lowers_nothing_that_the_rules_hear(rules: PhraseRules, triage: LanternTriage, tmp_path: Path, text: str) -> None:
    calm = LanternTriage(triage._vectors, tmp_path, rules)
    calm._light = calm._whole = _CalmModel
    calm.warm(full=True)
    assert calm.quick(text).level is calm.full(text).level is Level.EMERGENCY


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_and_huge_texts_are_answered_in_bounded_time(rules_only: LanternTriage, text: str) -> None:
    begun = time.process_time()
    heard = rules_only.quick(text)
    assert isinstance(heard, Assessment)
    assert time.process_time() - begun < 10


def test_twice_the_text_takes_about_twice_the_time(rules: PhraseRules) -> None:
    def seconds(text: str) -> float:
        return min(_timed(rules, text) for _ in range(3))

    short = "he says they will take us to another house and nobody may leave the door is locked "
    assert seconds(short * 400) < 12 * seconds(short * 100)


def _timed(rules: PhraseRules, text: str) -> float:
    begun = time.process_time()
    rules.read(text)
    return time.process_time() - begun


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize("text", ["", "...", "?", "\u200b", "\x07\x08", "\ufeff  \n"])
def test_what_nothing_can_read_asks_for_a_human(rules_only: LanternTriage, text: str) -> None:
    assert rules_only.quick(text) == Assessment(Level.ROUTINE, unreadable=True)


@pytest.mark.parametrize("text", ["1", "ok", "好", "👍", "да"])
def test_short_answers_are_readable(rules_only: LanternTriage, text: str) -> None:
    assert not rules_only.quick(text).unreadable


@pytest.mark.parametrize("noise", CALM)
@pytest.mark.parametrize("danger", EMERGENCIES)
def test_noise_around_an_emergency_hides_nothing(rules_only: LanternTriage, danger: str, noise: str) -> None:
    assert len(noise) >= 200
    for text in (f"{danger}. {noise}", f"{noise}. {danger}", f"{noise}. {danger}. {noise}", f"{noise}\n{danger}\n{noise}"):
        assert rules_only.quick(text).level is Level.EMERGENCY


def test_danger_without_a_danger_word_is_heard_inside_a_long_message(triage: LanternTriage) -> None:
    quiet = "they put on me a new dress and the man who paid is coming up the stairs now."
    assert triage.full(f"{CALM[0]}. {quiet} {CALM[0]}.").level >= Level.URGENT


class _BrokenVectors:
    """An engine that fails on every text, and quotes it."""

    def use(self, text: str) -> np.ndarray:
        raise RuntimeError(text)

    def both(self, text: str) -> np.ndarray:
        raise RuntimeError(text)

    def both_of_all(self, texts: Sequence[str]) -> np.ndarray:
        raise RuntimeError(texts[0])

    def warm(self, *, full: bool) -> None:
        """Nothing to load."""


def test_an_engine_that_fails_leaves_the_rules(rules: PhraseRules, model_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = LanternTriage(_BrokenVectors(), model_file.parent, rules)
    broken.warm(full=True)
    assert broken.quick("he has a gun").level is Level.EMERGENCY
    assert broken.full("he has a gun canary-7341").level is Level.EMERGENCY
    assert "canary-7341" not in "".join(capsys.readouterr())


class _CountedVectors(SentenceVectors):
    """Counts what is computed."""

    def __init__(self) -> None:
        super().__init__()
        self.used = 0

    def use(self, text: str) -> np.ndarray:
        self.used += 1
        return super().use(text)


def test_F59_a_body_that_comes_again_and_again_is_read_once(rules: PhraseRules, model_file: Path) -> None:
    vectors = _CountedVectors()
    made = LanternTriage(vectors, model_file.parent, rules)
    text = "they keep us in the packing house and somebody counts us every night"
    # Before the model is loaded the rules alone have answered: that must not be remembered as all there is to hear.
    assert made.quick(text) == made._by_rules(text)
    made.warm(full=False)
    before = vectors.used
    first = made.quick(text)
    assert vectors.used == before + 1
    assert all(made.quick(text) == first for _ in range(5))
    assert vectors.used == before + 1
    for number in range(300):
        made.quick(f"{text} {number}")
    assert len(made._recent._heard) == made._recent.KEPT
    assert made.quick(text) == first


def test_what_was_heard_is_forgotten_after_a_minute(rules: PhraseRules, model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = LanternTriage(SentenceVectors(), model_file.parent, rules)
    made.warm(full=False)
    made.quick("they keep my passport")
    assert len(made._recent._heard) == 1
    now = time.monotonic()
    monkeypatch.setattr("bot.triage.triage.time.monotonic", lambda: now + 61)
    made.quick("hello")
    assert [heard for _, heard in made._recent._heard.values()] == [made.quick("hello")]


def test_vectors_computed_elsewhere_give_the_same_reading(triage: LanternTriage) -> None:
    text = "they keep us in the packing house and somebody counts us every night"
    assert triage.full(text, features=triage._vectors.both(text)) == triage.full(text)


def test_the_signal_hides_its_words_in_repr(rules_only: LanternTriage) -> None:
    assert "gun" not in repr(rules_only.quick("he has a gun").signals)


def test_zalgo_and_plain_are_the_same_word() -> None:
    zalgo = "".join(letter + "\u0335\u0321" for letter in "help")
    assert tokens_of(unicodedata.normalize("NFD", zalgo))[0].forms == tokens_of("help")[0].forms


def test_a_model_is_read_the_same_by_many_threads(model_file: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    model, vector, runs = load_whole(model_file), np.full(896, 0.03, dtype=np.float32), ngrams("one text for all")
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: model.read(vector, runs), range(40)))) == 1
