"""What Rasa is made from: rules, domain and examples by topic, and no wording anywhere."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.answers import OWN, RECOGNISED
from bot.dialogue.processes import PYTHON, environment
from bot.dialogue.training import examples, rules
from bot.domain.dialogue import Effect, Question

PROJECT = Path(__file__).resolve().parents[2]
CONTENT_LANGUAGES = ("en", "es", "fr", "ar", "zh", "ru")
ROMANISED = ("ar-Latn", "zh-Latn", "ru-Latn")
MESSAGE_ID = re.compile(r"[a-z]+\.[a-z_]+")
CATALOGUE = {
    "hello.safe_to_write", "about.notice", "about.what_is_this", "about.not_police", "about.private", "human.coming", "human.still_coming",
    "human.declined", "human.offer", "danger.safety", "papers.rights", "pay.rights", "police.rights", "phone.safety", "talk.welcome",
    "talk.goodbye", "talk.quiet", "unclear.ask", "unclear.person",
}  # fmt: skip


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


DOMAINS = {path.parent.name: read(path) for path in sorted(PROJECT.glob("flows/*/domain.yml"))}
RULES = {path.parent.name: read(path)["rules"] for path in rules(PROJECT)}
RESPONSES = {name: custom for domain in DOMAINS.values() for name, custom in domain.get("responses", {}).items()}
ACTION_FILES = sorted(path for path in (PROJECT / "actions").glob("*/*.py") if path.name != "__init__.py")
ACTIONS = {name: path for path in ACTION_FILES for name in re.findall(r'return "(action_\w+)"', path.read_text())}
EXAMPLES = [
    (path.parent.name, path.stem, block["intent"], line[2:])
    for path in examples(PROJECT)
    for block in read(path)["nlu"]
    for line in block["examples"].splitlines()
]


def steps(rule: dict[str, Any]) -> tuple[str, list[str]]:
    """The intent and the actions of a rule."""
    first, *rest = rule["steps"]
    return first["intent"], [step["action"] for step in rest]


ALL_RULES = [(topic, *steps(rule)) for topic, topic_rules in RULES.items() for rule in topic_rules]


def test_rasa_knows_the_intents_the_client_knows() -> None:
    intents = [intent for domain in DOMAINS.values() for intent in domain.get("intents", [])]
    assert sorted(intents) == sorted(RECOGNISED | OWN)


def test_every_intent_has_one_rule_in_the_topic_that_defines_it() -> None:
    assert Counter(intent for _, intent, _ in ALL_RULES) == Counter(RECOGNISED | OWN)
    for topic, intent, _ in ALL_RULES:
        assert intent in DOMAINS[topic]["intents"]


@pytest.mark.parametrize("language", CONTENT_LANGUAGES)
@pytest.mark.parametrize("intent", sorted(RECOGNISED))
def test_every_intent_has_examples_in_every_language(language: str, intent: str) -> None:
    count = sum(1 for where, _, name, _ in EXAMPLES if (where, name) == (language, intent))
    assert count >= (25 if language in ("en", "es") else 12)


@pytest.mark.parametrize("language", ROMANISED)
def test_every_intent_has_examples_in_romanised_writing(language: str) -> None:
    assert {name for where, _, name, _ in EXAMPLES if where == language} == RECOGNISED


def test_our_own_intents_are_never_recognised_from_text() -> None:
    assert {name for _, _, name, _ in EXAMPLES} == RECOGNISED


def test_examples_lie_in_the_file_of_their_topic_and_belong_to_one_intent() -> None:
    of_intent: dict[str, str] = {}
    for _, topic, intent, text in EXAMPLES:
        assert intent in DOMAINS[topic]["intents"]
        assert of_intent.setdefault(text, intent) == intent


def test_examples_hold_no_markup_of_rasa() -> None:
    for _, _, _, text in EXAMPLES:
        assert text.strip() == text
        assert text
        assert not text.startswith(("/", "_", "vectors:"))
        assert not re.search(r"\[.*\]|\{.*\}", text)


def test_held_out_sentences_are_not_trained_on() -> None:
    trained = {re.sub(r"\W+", " ", text.casefold()).strip() for _, _, _, text in EXAMPLES}
    held_out = (PROJECT / "tests" / "dialogue" / "held_out.tsv").read_text(encoding="utf-8").splitlines()[1:]
    texts = [re.sub(r"\W+", " ", line.split("\t")[2].casefold()).strip() for line in held_out]
    assert len(texts) == len(set(texts))
    assert not trained & set(texts)


def test_every_action_of_a_rule_exists_and_every_one_that_exists_is_used() -> None:
    used = {action for _, _, actions in ALL_RULES for action in actions}
    assert used == set(RESPONSES) | set(ACTIONS)
    assert {action for domain in DOMAINS.values() for action in domain.get("actions", [])} == set(ACTIONS)


def test_responses_carry_ids_and_nothing_else() -> None:
    for variants in RESPONSES.values():
        (only,) = variants
        assert set(only) == {"custom"}
        assert set(only["custom"]) <= {"message", "effect", "question"}
        assert MESSAGE_ID.fullmatch(only["custom"]["message"])
        assert only["custom"].get("effect", "call_human") in set(Effect)
        assert only["custom"].get("question", "none") in {"none", *Question}


def test_a_rule_says_which_question_stands_at_its_end_and_only_there() -> None:
    for _, _, actions in ALL_RULES:
        for response in actions[:-1]:
            assert "question" not in RESPONSES[response][0]["custom"]
        last = actions[-1]
        assert "question" in RESPONSES[last][0]["custom"] if last in RESPONSES else last in ACTIONS


def test_danger_does_not_wait_for_the_action_server() -> None:
    (actions,) = [actions for _, intent, actions in ALL_RULES if intent == "in_danger"]
    assert all(action in RESPONSES for action in actions)


def test_message_ids_are_those_of_the_catalogue_and_have_words() -> None:
    said = {variants[0]["custom"]["message"] for variants in RESPONSES.values()}
    said |= {found for path in ACTION_FILES for found in re.findall(r'"([a-z]+\.[a-z_]+)"', path.read_text())}
    assert said == CATALOGUE
    with_words = {each["id"] for path in PROJECT.glob("flows/*/messages.yml") for each in read(path)["messages"]}
    assert said <= with_words


def test_the_two_slots_are_ours_and_do_not_lead_the_dialogue() -> None:
    slots = DOMAINS["_shared"]["slots"]
    assert set(slots) == {"human_called", "misunderstood"}
    assert not any(slot["influence_conversation"] for slot in slots.values())
    assert not any("slots" in domain for topic, domain in DOMAINS.items() if topic != "_shared")
    assert DOMAINS["_shared"]["session_config"]["session_expiration_time"] == 0


def test_actions_are_small_and_know_nothing_of_the_application() -> None:
    for path in ACTION_FILES:
        text = path.read_text()
        assert len(text.splitlines()) <= 30
        assert not re.search(r"^\s*(from|import) bot\b", text, re.MULTILINE)


def test_rasa_finds_nothing_wrong() -> None:
    """`rasa data validate` may only notice that our own intents have no examples: they are sent by the application (style.md 2.2)."""
    data = [str(path.relative_to(PROJECT)) for path in [*rules(PROJECT), *examples(PROJECT)]]
    command = [str(PROJECT / PYTHON), "-m", "rasa", "data", "validate", "--domain", "flows", "--data", *data]
    command += ["--config", "config/rasa/config.yml", "--fail-on-warnings"]
    settings = {**environment(PROJECT), "PYTHONWARNINGS": "", "PATH": os.environ["PATH"]}
    done = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-2000:]
    noticed = re.findall(r"UserWarning: (.*)", done.stdout + done.stderr)
    expected = {f"The intent '{intent}' is listed in the domain file, but is not found in the NLU training data." for intent in OWN}
    assert {re.sub(r"\x1b\[\d*m", "", each).strip() for each in noticed} == expected
    assert not re.findall(r"(WARNING|ERROR) .*rasa", done.stdout + done.stderr)
