"""Every topic through the front door: in English, right to left, in Chinese characters, and in a language that has little data."""

from __future__ import annotations

import csv
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.settings import PROJECT
from tests.support.running import RunningLantern, wait_for

TOPICS = Path(__file__).with_name("topics.tsv")
# Somebody in danger or under 18 is answered that first.
BEFORE_ALL = {"danger.emergency", "danger.suicide", "danger.medical", "urgent.person_coming", "minors.limits"}


def rows() -> list[dict[str, str]]:
    with TOPICS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_topic_is_tried_in_four_languages() -> None:
    topics = {path.parent.name for path in (PROJECT / "flows").glob("*/rules.yml")}
    assert Counter((row["topic"], row["lang"]) for row in rows()) == {
        (topic, lang): 1 for topic in topics for lang in ("en", "ar", "zh", "ht")
    }


def test_a_text_about_every_topic_is_answered_in_its_language(lantern: RunningLantern) -> None:
    def answer(numbered: tuple[int, dict[str, str]]) -> str:
        number, row = numbered
        sender = f"+1555888{number:04d}"
        lantern.text(sender, row["text"])
        wait_for(lambda: bool(lantern.twilio.sent_to(sender)), 60, row["text"])
        wait_for(lambda: lantern.conversation(sender)["messages"][0]["state"] != "waiting", 60, "the turn")
        seen = [each for each in lantern.conversation(sender)["messages"] if each["direction"] == "out"]
        ids = [each["message_id"] for each in seen]
        right = row["message"] in ids or (row["topic"] in ("danger", "left", "plan", "children") and BEFORE_ALL & set(ids))
        spoken = {each["language"] for each in seen}
        return "" if right and row["lang"] in spoken else f"{row['topic']} [{row['lang']}] {row['text']!r}: {ids} in {spoken}"

    with ThreadPoolExecutor(4) as pool:
        faults = [each for each in pool.map(answer, enumerate(rows())) if each]
    assert not faults, "\n".join(faults)
