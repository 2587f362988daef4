"""Answers by digit or word, more of the same, the gentle check, a search in the directory, the note about drafts, closed hours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.domain.dialogue import DialogueContext, DialogueReply, Effect, Intent
from bot.domain.hours import hours_from
from bot.domain.levels import Level
from bot.domain.ownership import Owner
from bot.domain.questions import CHECK, Question
from bot.ports import Words
from bot.storage import tables as t
from tests.support.stage import FakeDialogue, PlainWording, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.domain.addresses import Channel
    from bot.domain.questions import Choice


class Checking(FakeDialogue):
    """Asks the questions of the gentle check in their order; understands `bed`, `lawyer` and `normal?` besides."""

    async def understand(self, text: str) -> Intent:
        for word, intent in (("normal", "ask_if_trafficking"), ("bed", "need_bed"), ("lawyer", "need_lawyer")):
            if word in text:
                return Intent(intent, 0.9)
        return await super().understand(text)

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        self.asked.append((intent, context))
        if intent in ("ask_if_trafficking", "answer_check", "resume_check"):
            left = [each for each in CHECK if each.value not in context.check]
            if not left:
                return DialogueReply(("check.options",), question=Question.TOPICS)
            first = ("check.intro",) if intent == "ask_if_trafficking" else ()
            return DialogueReply((*first, left[0].value.replace("check_", "check.")), question=left[0])
        if intent.startswith("need_"):
            return DialogueReply(("needs.place",), question=Question.PLACE)
        if intent == "show_topics":
            return DialogueReply(("about.topics",), question=Question.TOPICS)
        return await super().next_messages(conversation, intent, context)


@pytest.fixture
def checking(stage: Stage) -> Stage:
    dialogue = Checking()
    return replace(stage, dialogue=dialogue, take_turn=replace(stage.take_turn, dialogue=dialogue))


async def test_more_of_the_same_comes_by_digit_and_then_other_topics(checking: Stage) -> None:
    await checking.texts("[en] my passport")
    await checking.texts("١")
    await checking.texts("topics")
    assert checking.provider.texts() == ["en:papers.rights", "en:papers.without_them", "en:about.topics"]


async def test_the_gentle_check_goes_on_after_anything_else_was_asked(checking: Stage) -> None:
    await checking.texts("[en] is this normal?")
    await checking.texts("2")
    await checking.texts("[en] who has my passport")
    await checking.texts("1")
    assert checking.provider.texts()[-1] == "en:papers.without_them", "first the rest of the answer"
    await checking.texts("1")
    assert checking.provider.texts()[-1] == "en:check.leave", "then the question that was open"
    assert dict(checking.dialogue.asked[-1][1].check) == {"check_near": "no"}


async def test_yes_no_and_skip_may_be_written_out_and_the_end_shows_topics(checking: Stage) -> None:
    conversation = await checking.texts("[en] is this normal?")
    for word in ("no", "yes", "NO", "no.", "skip", "Yes!", "3", "yes"):
        await checking.texts(word)
    assert checking.provider.texts()[-1] == "en:check.options"
    view = await checking.see(conversation)
    assert (view.open_question, view.memory.check_open, dict(view.memory.check)) == (Question.TOPICS, False, {})
    assert view.level is Level.ROUTINE


@pytest.mark.parametrize(
    ("answers", "level", "said"),
    [
        (["1"], Level.EMERGENCY, ["en:danger.emergency", "en:danger.can_text"]),
        (["2", "2"], Level.URGENT, ["en:urgent.person_coming", "en:plan.trust"]),
        (["2", "1", "1"], Level.URGENT, ["en:urgent.person_coming", "en:plan.trust"]),
        (["2", "1", "2", "1"], Level.URGENT, ["en:urgent.person_coming", "en:phone.safety"]),
        (["2", "1", "2", "2", "1"], Level.ELEVATED, ["en:check.pay"]),
    ],
)
async def test_an_answer_that_shows_danger_raises_the_level_and_ends_the_questions(
    checking: Stage, answers: Sequence[str], level: Level, said: Sequence[str]
) -> None:
    await checking.texts("[en] is this normal?")
    for answer in answers:
        conversation = await checking.texts(answer)
    view = await checking.see(conversation)
    assert view.level is level
    assert checking.provider.texts()[-len(said) :] == list(said)
    assert (view.owner is Owner.WAITING) == (level >= Level.URGENT)
    assert [signal.name for signal in view.signals] == [f"answered_{CHECK[len(answers) - 1].value}"]


async def test_what_a_person_needs_is_looked_up_where_they_say(checking: Stage) -> None:
    conversation = await checking.texts("[en] a bed tonight")
    await checking.texts("Portland Maine 04101")
    assert checking.provider.texts()[1:] == ["en:needs.found", "en:lead.further\nBed: 1-800-555-0101\n1 = choice.topics\n2 = choice.person"]
    assert (await checking.see(conversation)).memory.place == "ME"
    await checking.texts("[en] and a lawyer")
    assert checking.provider.texts()[-2:] == [
        "en:needs.found",
        "en:lead.further\nLawyer: 1-800-555-0102\n1 = choice.topics\n2 = choice.person",
    ]


async def test_a_place_may_be_skipped_and_an_empty_list_says_so(checking: Stage) -> None:
    await checking.texts("[en] a bed tonight")
    await checking.texts("1")
    assert checking.provider.texts()[-1] == "en:needs.none"
    await checking.texts("2")
    assert checking.provider.texts()[-1] == "en:human.coming"


async def test_who_asks_something_else_instead_of_naming_a_place_is_answered(checking: Stage) -> None:
    await checking.texts("[en] a bed tonight")
    await checking.texts("[en] they have my passport")
    assert checking.provider.texts()[-1] == "en:papers.rights"


async def test_a_place_named_with_the_next_need_is_the_one_that_is_searched(checking: Stage) -> None:
    await checking.texts("[en] a bed tonight")
    await checking.texts("Texas")
    assert checking.provider.texts()[-1] == "en:needs.none"
    view = await checking.see(await checking.texts("[en] a bed in Maine"))
    assert checking.provider.texts()[-1].startswith("en:lead.further\nBed: 1-800-555-0101\n")
    assert view.memory.place == "ME"


async def test_a_long_text_is_no_answer_to_where(checking: Stage) -> None:
    await checking.texts("[en] a bed tonight")
    await checking.texts("[en] he brought me from Texas and now he keeps my passport here")
    assert checking.provider.texts()[-1] == "en:papers.rights"


async def test_whoever_is_called_reads_that_it_is_not_safe_to_text(checking: Stage) -> None:
    await checking.texts("[en] knife")
    view = await checking.see(await checking.texts("2"))
    assert [alert.reason for alert in view.alerts][-1].startswith("says it is not safe to text now")


async def test_answers_and_places_are_sealed_at_rest(checking: Stage) -> None:
    await checking.texts("[en] is this normal?")
    await checking.texts("2")
    await checking.texts("[en] a bed tonight")
    await checking.texts("Maine")
    async with checking.engine.connect() as connection:
        (row,) = (await connection.execute(sa.select(t.conversations))).mappings()
    assert b"check_near" not in row["memory_sealed"]
    assert b"ME" not in row["memory_sealed"]
    assert not any(word in str(value) for name, value in row.items() if name != "memory_sealed" for word in ("check_near", "Maine"))


class Drafts(PlainWording):
    """Everything but English is a draft."""

    def render(
        self, message_id: str, language: str, channel: Channel, about: str = "", back: str = "", choices: Sequence[Choice] = ()
    ) -> Words:
        words = super().render(message_id, language, channel, about, back, choices)
        return replace(words, reviewed=words.language == "en")


async def test_who_reads_drafts_is_told_once_and_never_beside_words_about_danger(stage: Stage) -> None:
    stage = replace(stage, take_turn=replace(stage.take_turn, wording=Drafts()))
    await stage.texts("[es] knife", "+15551230003")
    await stage.texts("[es] passport", "+15551230003")
    assert "es:language.draft" not in stage.provider.texts("+15551230003")
    await stage.texts("[es] hello")
    assert "es:language.draft" not in stage.provider.texts(), "nobody has said yet that it is safe to write"
    for _ in range(3):
        await stage.texts("[es] passport")
    assert stage.provider.texts().count("es:language.draft") == 1
    await stage.texts("[en] passport", "+15551230002")
    assert "en:language.draft" not in stage.provider.texts("+15551230002")


async def test_outside_the_hours_of_the_desk_a_person_is_told_when_people_are_back(stage: Stage) -> None:
    stage = replace(stage, take_turn=replace(stage.take_turn, hours=hours_from("Mon-Fri 09:00-17:00", "UTC")))
    view = await stage.see(await stage.texts("[en] a person please"))
    closed = ["en:human.closed(Mon 09:00)", "en:human.may_text"]
    assert stage.provider.texts() == closed, "the stage's clock stands at a Saturday night"
    assert view.owner is Owner.WAITING
    await stage.texts("1")
    assert (await stage.see(await stage.conversation_of())).memory.may_text, "on Monday somebody may write first"
    await stage.texts("[en] locked in", "+15551230002")
    assert stage.provider.texts("+15551230002")[0] == "en:human.nobody_now", "nobody can be paged either"


async def test_not_understood_twice_brings_a_human(stage: Stage) -> None:
    class Lost(FakeDialogue):
        async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
            if context.misunderstood:
                return DialogueReply(("unclear.person",), frozenset({Effect.CALL_HUMAN}))
            return DialogueReply(("unclear.ask",), question=Question.NEXT)

    stage = replace(stage, take_turn=replace(stage.take_turn, dialogue=Lost()))
    await stage.texts("[en] blorp")
    view = await stage.see(await stage.texts("[en] blorp blorp"))
    assert stage.provider.texts() == ["en:unclear.ask", "en:unclear.person"]
    assert view.owner is Owner.WAITING


async def test_no_text_is_sent_a_third_time(stage: Stage) -> None:
    for _ in range(9):
        view = await stage.see(await stage.texts("[en] passport"))
    said = stage.provider.texts()
    assert all(said.count(each) <= 2 for each in set(said) if each in ("en:papers.rights", "en:unclear.said_before"))
    assert all(not (said[i] == said[i + 1] == said[i + 2]) for i in range(len(said) - 2))
    assert view.owner is Owner.WAITING, "who keeps asking gets a human"


def test_the_zone_of_the_desk_counts() -> None:
    hours = hours_from("Mon 09:00-17:00", "America/New_York")
    assert hours.zone == ZoneInfo("America/New_York")
