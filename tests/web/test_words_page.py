"""What the person responsible for the words sees on the desk."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.domain.views import StaleFact
from tests.support.pages_server import Served, serving
from tests.support.visitor import Visitor

FACT = StaleFact("pay.rights", "In the US you must be paid <b>", date(2026, 8, 1), ("[WHD-FAQ] dol.gov",))


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving() as up:
        yield up


async def test_the_queue_tells_whom_it_concerns_and_the_page_shows_what_to_check(served: Served) -> None:
    served.line.stale = [FACT]
    async with Visitor(served.url) as ana:
        await ana.sign_in("Ana")
        assert "1 fact that we tell people has not been checked for 90 days" in (await ana.look("/desk")).text
        page = await ana.look("/desk/words")
        assert "pay.rights" in page.text
        assert "2026-08-01" in page.text
        assert "&lt;b&gt;" in page.response.text
        served.line.stale = []
        assert "Nothing is stale" in (await ana.look("/desk/words")).text


async def test_where_one_person_answers_for_the_words_only_they_are_told() -> None:
    async with serving(content_owner="Ben") as served:
        served.line.stale = [FACT]
        async with Visitor(served.url) as ana, Visitor(served.url) as ben:
            await ana.sign_in("Ana")
            await ben.sign_in("Ben")
            assert "not been checked" not in (await ana.look("/desk")).text
            assert "not been checked" in (await ben.look("/desk")).text
            assert "Answered for by Ben" in (await ana.look("/desk/words")).text


async def test_the_page_shows_every_language_and_how_far_it_is(served: Served) -> None:
    async with Visitor(served.url) as ana:
        await ana.sign_in("Ana")
        page = (await ana.look("/desk/words")).response.text
        row = re.search(r'<th scope="row">Tigrinya</th><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td>', page)
        assert row is not None
        assert int(row[2]) > 190


async def test_nobody_sees_it_without_signing_in(served: Served) -> None:
    async with Visitor(served.url) as stranger:
        page = await stranger.look("/desk/words")
        assert "Words and facts" not in page.text
