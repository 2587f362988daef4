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
from bot.dialogue.training import examples, fingerprint, rules
from bot.domain.dialogue import Effect
from bot.domain.questions import CHECK, Question, choices
from bot.wording.catalogue import Catalogues
from tests.support.known import unless_known

PROJECT = Path(__file__).resolve().parents[2]
CONTENT_LANGUAGES = sorted(Catalogues(PROJECT).whole | {"en"})
MESSAGE_ID = re.compile(r"[a-z]+\.[a-z_]+")
# Rasa asks a form's question by a response of this name.
FORM_QUESTION = "utter_ask_check_form_"
# Topics whose words nobody has to ask for: said by the application itself, or parts of other words.
WITHOUT_RULES = {"service", "leads", "choices", "page"}


# The one in C reads the same and is ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.load(path.read_text(encoding="utf-8"), LOADER))  # noqa: S506 - a safe loader


DOMAINS = {path.parent.name: read(path) for path in sorted(PROJECT.glob("flows/*/domain.yml"))}
RULES = {path.parent.name: read(path)["rules"] for path in rules(PROJECT)}
RESPONSES = {name: custom for domain in DOMAINS.values() for name, custom in domain.get("responses", {}).items()}
ACTION_FILES = sorted(path for path in (PROJECT / "actions").glob("*/*.py") if path.name != "__init__.py")
ACTIONS = {name: path for path in ACTION_FILES for name in re.findall(r'return "((?:action|validate)_\w+)"', path.read_text())}
EXAMPLE_BLOCKS = [(path, block) for path in examples(PROJECT) for block in read(path)["nlu"]]
EXAMPLES = [
    (path.parent.name, path.stem, block["intent"], line[2:]) for path, block in EXAMPLE_BLOCKS for line in block["examples"].splitlines()
]


def steps(rule: dict[str, Any]) -> tuple[str, list[str]]:
    """The intent and the actions of a rule; the name of the form stands for the question it puts."""
    first, *rest = rule["steps"]
    return first["intent"], [step["action"] for step in rest if "action" in step]


FORMS = {name for domain in DOMAINS.values() for name in domain.get("forms", {})}
# The rule for the end of a form has no intent.
ALL_RULES = [(topic, *steps(rule)) for topic, found in RULES.items() for rule in found if "condition" not in rule]
AT_THE_END_OF_FORMS = [
    step["action"] for found in RULES.values() for rule in found if "condition" in rule for step in rule["steps"][1:] if "action" in step
]
WORDS = Catalogues(PROJECT)


def test_rasa_knows_the_intents_the_client_knows() -> None:
    intents = [intent for domain in DOMAINS.values() for intent in domain.get("intents", [])]
    assert sorted(intents) == sorted(RECOGNISED | OWN)


def test_every_intent_has_one_rule_in_the_topic_that_defines_it() -> None:
    assert Counter(intent for _, intent, _ in ALL_RULES) == Counter(RECOGNISED | OWN)
    for topic, intent, _ in ALL_RULES:
        assert intent in DOMAINS[topic]["intents"]


@pytest.mark.parametrize("language", CONTENT_LANGUAGES)
def test_every_intent_has_examples_in_every_content_language(language: str) -> None:
    counts = Counter(intent for where, _, intent, _ in EXAMPLES if where == language)
    assert {intent: counts[intent] for intent in RECOGNISED if counts[intent] < 8} == {}


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


def test_evaluation_phrases_are_not_trained_on() -> None:
    trained = {(where, re.sub(r"\W+", " ", text.casefold()).strip()) for where, _, _, text in EXAMPLES}
    for file in sorted((PROJECT / "tests" / "dialogue" / "phrases").glob("*.tsv")):
        texts = [line.split("\t")[1] for line in file.read_text(encoding="utf-8").splitlines()[1:]]
        assert len(texts) == len(set(texts))
        assert not trained & {(file.stem, re.sub(r"\W+", " ", text.casefold()).strip()) for text in texts}


def test_every_action_of_a_rule_exists_and_every_one_that_exists_is_used() -> None:
    used = {action for _, _, actions in ALL_RULES for action in actions} | set(AT_THE_END_OF_FORMS)
    by_forms = {name for name in RESPONSES if name.startswith(FORM_QUESTION)} | {f"validate_{form}" for form in FORMS}
    assert (used | by_forms) - FORMS == set(RESPONSES) | set(ACTIONS)
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
        for each in actions[:-1]:
            assert each in ACTIONS or "question" not in RESPONSES[each][0]["custom"]
        last = actions[-1]
        if last in FORMS:
            continue
        assert "question" in RESPONSES[last][0]["custom"] if last in RESPONSES else last in ACTIONS


def test_danger_does_not_wait_for_the_action_server() -> None:
    (actions,) = [actions for _, intent, actions in ALL_RULES if intent == "in_danger"]
    assert all(action in RESPONSES for action in actions)


def test_the_question_that_rasa_asks_is_the_one_the_words_ask() -> None:
    """`asks` in messages.yml tells the words under a text and its length; Rasa's `question` tells what a digit means."""
    lists = {"about.which": {"rights", "safety", "needs", "more_needs", "last_needs"}, "hello.safe_to_write": {"safe_to_write"}}
    for variants in RESPONSES.values():
        custom = variants[0]["custom"]
        if "question" in custom:
            asked = WORDS.messages[custom["message"]].asks
            assert custom["question"] in lists.get(custom["message"], {asked.value if asked else "none"}), custom
        else:
            assert WORDS.messages[custom["message"]].asks is None, custom


def test_every_message_can_be_reached() -> None:
    said = {variants[0]["custom"]["message"] for variants in RESPONSES.values()}
    said |= {found for path in ACTION_FILES for found in re.findall(r'"([a-z]+\.[a-z_]+)"', path.read_text())}
    application = "\n".join(path.read_text() for folder in ("domain", "usecases") for path in (PROJECT / "bot" / folder).glob("*.py"))
    said |= set(re.findall(r'"([a-z]+\.[a-z_]+)"', application))
    while more := {WORDS.more(each) for each in said & set(WORDS.messages)} - said - {None}:
        said |= more
    used_as_pieces = {message.lead for message in WORDS.messages.values()} | {
        choice.label
        for question in Question
        for choice in [*choices(question), *choices(question, more=True), *choices(question, check_open=True)]
    }
    unreachable = {each for each in WORDS.messages if not each.startswith("page.")} - said - used_as_pieces
    assert unreachable == set()


def test_every_topic_has_rules_that_somebody_can_reach() -> None:
    assert {message.topic for message in WORDS.messages.values()} - set(RULES) == WITHOUT_RULES
    reached = {intent for _, intent, _ in ALL_RULES if intent in RECOGNISED}
    reached |= {choice.intent for question in Question for choice in choices(question, check_open=True)} | {"not_understood"}
    assert {topic for topic, intent, _ in ALL_RULES if intent not in reached} == set()


def test_no_prose_stands_in_rasas_files() -> None:
    for path in sorted(PROJECT.glob("flows/*/domain.yml")):
        for variants in read(path).get("responses", {}).values():
            assert all(" " not in value for value in variants[0]["custom"].values())
    for path in ACTION_FILES:
        ids = re.findall(r'"([^"\n]*)"', re.sub(r'""".*?"""', "", path.read_text(), flags=re.DOTALL))
        assert all(" " not in each for each in ids), path


def test_the_slots_are_ours_and_do_not_lead_the_dialogue() -> None:
    assert set(DOMAINS["_shared"]["slots"]) == {"human_called", "misunderstood"}
    assert list(DOMAINS["check"]["slots"]) == [each.value for each in CHECK] == DOMAINS["check"]["forms"]["check_form"]["required_slots"]
    for topic in ("_shared", "check"):
        assert not any(slot["influence_conversation"] for slot in DOMAINS[topic]["slots"].values())
    assert not any("slots" in domain for topic, domain in DOMAINS.items() if topic not in ("_shared", "check"))
    assert DOMAINS["_shared"]["session_config"]["session_expiration_time"] == 0


def test_actions_are_small_and_know_nothing_of_the_application() -> None:
    for path in ACTION_FILES:
        text = path.read_text()
        assert len(text.splitlines()) <= 30
        assert not re.search(r"^\s*(from|import) bot\b", text, re.MULTILINE)


def test_rasa_finds_nothing_wrong(tmp_path: Path) -> None:
    """`rasa data validate` may only notice that our own intents have no examples: they are sent by the application (style.md 2.2)."""

    def validate() -> None:
        data = [*(str(path.relative_to(PROJECT)) for path in rules(PROJECT)), *map(str, one_file_a_language(tmp_path))]
        command = [str(PROJECT / PYTHON), "-m", "rasa", "data", "validate", "--domain", "flows", "--data", *data]
        command += ["--config", "config/rasa/config.yml", "--fail-on-warnings"]
        settings = {**environment(PROJECT), "PYTHONWARNINGS": "", "PATH": os.environ["PATH"]}
        done = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr[-2000:]
        noticed = re.findall(r"UserWarning: (.*)", done.stdout + done.stderr)
        by_forms = {f"The utterance '{name}' is not used in any story or rule." for name in RESPONSES if name.startswith(FORM_QUESTION)}
        expected = by_forms | {
            f"The intent '{intent}' is listed in the domain file, but is not found in the NLU training data." for intent in OWN
        }
        assert {re.sub(r"\x1b\[\d*m", "", each).strip() for each in noticed} == expected
        assert not re.findall(r"(WARNING|ERROR) .*rasa", done.stdout + done.stderr)

    unless_known("content", [fingerprint(PROJECT), Path(__file__).resolve()], validate)


def one_file_a_language(directory: Path) -> list[Path]:
    """The same examples in fewer files: Rasa reads its own schema again for each, which takes longer than the examples."""
    begins = 'version: "3.1"\n\nnlu:\n'
    joined: dict[Path, list[str]] = {}
    for path in examples(PROJECT):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(begins) and text.endswith("\n"), path
        joined.setdefault(directory / f"{path.parent.name}.yml", [begins]).append(text.removeprefix(begins))
    for path, parts in joined.items():
        path.write_text("".join(parts), encoding="utf-8")
    assert sum(len(read(path)["nlu"]) for path in joined) == len(EXAMPLE_BLOCKS)
    return list(joined)
