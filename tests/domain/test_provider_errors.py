"""Every code of the provider has one meaning, one effect and words for the advocate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.levels import Level
from bot.domain.memory import Memory
from bot.domain.ownership import Owner, Ownership
from bot.domain.provider_errors import _OWN, _TABLE, MEANINGS, Meaning, after_failure, meaning_of, trouble_of
from bot.domain.records import Author, Conversation, Delivery
from bot.domain.troubles import Trouble
from bot.web.console.words import ERRORS, delivery_words

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
CONVERSATION = Conversation(
    uuid4(), Address(Channel.SMS, "+15551230001"), Ownership(Owner.ASSISTANT), Level.ROUTINE, None, None, NOW, NOW, None, None, 0, None,
    (), Memory(), 1,
)  # fmt: skip
DELIVERY = Delivery(
    uuid4(), CONVERSATION.id, Author.ASSISTANT, DeliveryState.UNDELIVERED, 1, "SM1", None, NOW + timedelta(seconds=120), NOW
)

# domain.md 7.5, row by row: the codes, and what to do.
DOMAIN_7_5: Sequence[tuple[str, Meaning, Trouble | None]] = (
    ("21610", Meaning.OPTED_OUT, None),
    ("21211 21614", Meaning.NUMBER_GONE, None),
    ("21408 21612", Meaning.REGISTRATION, Trouble.REGISTRATION_BROKEN),
    ("30003 30008", Meaning.ONCE_MORE, None),
    ("30004", Meaning.BLOCKED, None),
    ("30005 30006", Meaning.NUMBER_GONE, None),
    ("30007", Meaning.FILTERED, Trouble.FILTERED),
    ("30029", Meaning.CONFIGURATION, Trouble.PROVIDER_REFUSES_US),
    ("30032 30034", Meaning.REGISTRATION, Trouble.REGISTRATION_BROKEN),
    ("11200 11205 57012", Meaning.CONFIGURATION, Trouble.PROVIDER_REFUSES_US),
    ("23002 23003 23004 23005 23006", Meaning.CONFIGURATION, Trouble.PROVIDER_REFUSES_US),
)


def test_F36_every_code_of_the_table_has_its_meaning() -> None:
    for codes, meaning, trouble in DOMAIN_7_5:
        for code in codes.split():
            assert (meaning_of(code), trouble_of(code)) == (meaning, trouble), code


def test_F36_every_code_is_listed_once_with_its_source_and_has_a_next_step_on_the_desk() -> None:
    rows = [line.split() for line in _TABLE.strip().splitlines()]
    assert len(rows) == len(MEANINGS)
    assert {source for _, _, source in rows} == {"7.5", "GK"}
    for code in (*MEANINGS, *_OWN):
        assert len(ERRORS[code]) > 10, code
        assert ERRORS[code] in delivery_words("failed", code)


@pytest.mark.parametrize("code", ["99999", "1", "", None, "nonsense"])
def test_F36_a_code_nobody_knows_is_final(code: str | None) -> None:
    assert (meaning_of(code), trouble_of(code)) == (Meaning.FINAL, None)


@pytest.mark.parametrize("code", ["http_500", "http_502", "http_503", "http_504", "unreachable", "no_answer"])
def test_F31_a_provider_that_does_not_answer_is_a_trouble_of_the_line(code: str) -> None:
    assert trouble_of(code) is Trouble.PROVIDER_UNREACHABLE


@pytest.mark.parametrize("code", ["30003", "30008"])
def test_F36_what_may_work_a_little_later_is_tried_once_more_and_only_once(code: str) -> None:
    failed = replace(DELIVERY, error_code=code)
    assert after_failure(CONVERSATION, failed, "x", NOW).again_in == 20
    assert after_failure(CONVERSATION, replace(failed, author=Author.ADVOCATE, expires_at=None), "x", NOW).again_in == 60
    assert after_failure(CONVERSATION, replace(failed, earlier_provider_id="SM0"), "x", NOW).again_in is None
    assert after_failure(CONVERSATION, failed, "x", NOW + timedelta(seconds=100)).again_in is None, "too late for the assistant"


@pytest.mark.parametrize("code", sorted(MEANINGS))
@pytest.mark.parametrize("level", list(Level))
def test_F36_a_failure_in_danger_always_calls_a_human_and_none_is_tried_without_end(code: str, level: Level) -> None:
    then = after_failure(replace(CONVERSATION, level=level), replace(DELIVERY, error_code=code, earlier_provider_id="SM0"), "x", NOW)
    assert then.again_in is None
    if level >= Level.URGENT:
        assert then.call_human is not None
    closed = replace(CONVERSATION, level=level, ownership=Ownership(Owner.CLOSED))
    assert after_failure(closed, replace(DELIVERY, error_code=code), "x", NOW).call_human is None


@pytest.mark.parametrize("code", ["30005", "21211", "21614", "30006", "30004"])
def test_B66_whoever_needs_a_human_and_cannot_be_reached_by_text_is_shown_to_one(code: str) -> None:
    failed = replace(DELIVERY, error_code=code)
    waiting = replace(CONVERSATION, ownership=Ownership(Owner.WAITING))
    assert after_failure(CONVERSATION, failed, "x", NOW).call_human is None, "nobody needed a human"
    for needing in (waiting, replace(CONVERSATION, level=Level.ELEVATED), replace(CONVERSATION, ownership=Ownership(Owner.HUMAN, uuid4()))):
        assert after_failure(needing, failed, "x", NOW).call_human is not None
