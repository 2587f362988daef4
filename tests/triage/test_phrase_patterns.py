"""The little language of phrases.yml: what a line matches, and lines that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PROJECT
from bot.triage.patterns import BadPattern, compiled
from bot.triage.phrases import PhraseRules
from bot.triage.signals import COMBINATIONS, LEVELS, MARKS
from bot.triage.text import tokens_of

LISTS = {"he": ["he", "my_husband"], "weapon": ["gun", "knife"]}


def matches(line: str, text: str, negators: frozenset[str] = frozenset({"not", "no"})) -> bool:
    pattern, tokens = compiled(line, LISTS, lambda _: 1.0), tokens_of(text)
    return any(pattern.spans(tokens, at, negators) is not None for at in range(len(tokens)))


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("{he} has a? {weapon}", "he has a gun", True),
        ("{he} has a? {weapon}", "my husband has gun", True),
        ("{he} has a? {weapon}", "he has the gun", False),
        ("{he} ~2 {weapon}", "he took out gun", True),
        ("{he} ~2 {weapon}", "he took out a big gun", False),
        ("{he} ~2 {weapon}", "he has no gun", False),
        ("{he} ~4 {weapon}", "he left. she bought a gun", False),
        ("kill*", "killing", True),
        ("*ing", "killing", True),
        ("*illi*", "killing", True),
        ("^ sos $", "sos", True),
        ("^ sos $", "sos un amor", False),
        ("want die|$", "i want", True),
        ("他有刀", "他有刀", True),
        ("他 ~2 刀", "他拿着刀", True),
        ("café noir", "CAFE NOIR", True),
    ],
)
def test_a_line_matches_what_its_words_say(line: str, text: str, expected: bool) -> None:
    assert matches(line, text) is expected


@pytest.mark.parametrize("line", ["{nobody} here", "a? b?", "... ", "he ~99 gun", "ههه*", "x| y"])
def test_a_line_that_means_nothing_is_refused(line: str) -> None:
    with pytest.raises(BadPattern):
        compiled(line, LISTS, lambda _: 1.0)


def test_a_file_with_an_unknown_signal_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "phrases.yml").write_text("signals:\n  no_such_signal: |\n    he has a gun\n")
    with pytest.raises(BadPattern, match="no_such_signal"):
        PhraseRules.load(tmp_path)


@pytest.mark.parametrize(("text", "signal"), [("他有打我", "beaten"), ("li ap touye m", "violence_now")])
def test_a_longer_negation_does_not_deny_its_parts(rules: PhraseRules, text: str, signal: str) -> None:
    """没有 and p ap are negations; 有 and ap by themselves deny nothing."""
    assert signal in {hit.name for hit in rules.read(text)}


def test_every_language_has_rules_for_the_most_lethal_signs(rules: PhraseRules) -> None:
    languages = {path.parent.name for path in PROJECT.glob("nlu_data/*/phrases.yml")}
    wanted = "en es fr ar zh ru ar-Latn ru-Latn zh-Latn pt ht vi tl ko hi id sw so am th tr uk fa bn ur pa ne ps ti my"
    assert set(wanted.split()) <= languages
    assert rules.size > 2_000


def test_what_a_combination_names_is_in_the_table() -> None:
    for combination in COMBINATIONS:
        assert combination.becomes in LEVELS
        assert combination.first | combination.second <= set(LEVELS) | MARKS
