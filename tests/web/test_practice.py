"""The practice phone over HTTP: any made-up number, the same use case as a real text, nothing on a real line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from litestar.routes import HTTPRoute

from bot.domain.addresses import Channel
from bot.domain.ownership import Owner
from bot.web.practice.routes import FIRST_NUMBER, LONGEST, made_up_number, practice_pages
from bot.web.server import public_app
from tests.support.pages_server import Line, Served, services_on, serving
from tests.support.visitor import Page, Visitor


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=True) as up:
        yield up


@pytest.fixture
async def phone(served: Served) -> AsyncIterator[Visitor]:
    async with Visitor(served.url) as visitor:
        await visitor.look("/practice")
        yield visitor


def texts(line: Line) -> list[tuple[str, str]]:
    """Who wrote what."""
    return [(line.addresses[one].value, each.text) for one, view in line.views.items() for each in view.messages if each.direction == "in"]


def number_shown(page: Page) -> str:
    return page.form("/practice").fields["number"]


async def test_the_page_says_that_it_is_practice(phone: Visitor) -> None:
    assert phone.page is not None
    assert phone.page.title == "Practice phone"
    assert "Practice: nothing here is real" in phone.page.text
    assert "No texts on this phone yet." in phone.page.text


async def test_a_text_from_a_made_up_number_comes_in_like_any_text(served: Served, phone: Visitor) -> None:
    page = await phone.send("/practice", number="+1 (555) 010-0042", text="hello\r\nare you there")
    one = next(iter(served.line.views))
    assert served.line.addresses[one].channel is Channel.SMS
    assert texts(served.line) == [("+15550100042", "hello\nare you there")]
    assert served.line.views[one].messages[0].flags == ()
    assert "are you there" in page.text
    assert number_shown(page) == "+15550100042"
    assert page.response.url.query == b""


async def test_what_was_handed_over_is_shown_and_the_lock_screen_shows_its_beginning(served: Served, phone: Visitor) -> None:
    await phone.send("/practice", text="hello")
    one = next(iter(served.line.views))
    served.line.says(one, "never shown", state="expired")
    served.line.says(one, "Hello. You can write here. Are you safe to write now?", state="accepted")
    page = await phone.look("/practice")
    assert "Are you safe to write now?" in page.text
    assert "Hello. You can write here. Are you safe…" in page.text
    assert "never shown" not in page.text


async def test_a_phone_keeps_its_thread_over_several_conversations(served: Served, phone: Visitor) -> None:
    await phone.send("/practice", text="first")
    served.line.change(next(iter(served.line.views)), owner=Owner.CLOSED)
    page = await phone.send("/practice", text="second")
    assert len(served.line.views) == 2
    assert page.text.index("first") < page.text.index("second")


async def test_several_phones_in_several_tabs(served: Served, phone: Visitor) -> None:
    one = await phone.send("/practice", number="+15550100001", text="from the first phone")
    two = await phone.send("/practice", number="+15550100002", text="from the second phone")
    assert "first" not in two.text.replace("The first 40 characters", "")
    # The first tab is still open: it sends what stands in its own number field, and fetches its own phone again.
    again = await phone.send("/practice", one, text="again from the first phone", once=str(uuid4()))
    assert number_shown(again) == "+15550100001"
    assert "second phone" not in again.text
    live = await phone.look("/practice", **{"X-Live": "1", "X-Practice-Number": "+15550100002"})
    assert "from the second phone" in live.text


async def test_the_answer_to_a_tab_does_not_hang_on_the_cookie_that_another_tab_has_set(served: Served, phone: Visitor) -> None:
    page = await phone.send("/practice", number="+15550100002", text="from the second phone")
    assert page.response.history == [], "a redirect would be followed with whatever number the cookie has by then"
    assert (page.status, number_shown(page)) == (200, "+15550100002")
    assert "from the second phone" in page.text


async def test_the_same_form_counts_once(served: Served, phone: Visitor) -> None:
    page = phone.page
    for _ in range(5):
        await phone.send("/practice", page, text="hello")
    assert texts(served.line) == [(FIRST_NUMBER, "hello")]


async def test_looking_at_another_number_sends_nothing(served: Served, phone: Visitor) -> None:
    page = await phone.send("/practice", number="+15550100009", text="not yet", look="1")
    assert number_shown(page) == "+15550100009"
    assert page.form("/practice").fields["text"] == "not yet"
    assert texts(served.line) == []


@pytest.mark.parametrize(
    "number", ["", "abc", "911", "+0123456789", "+1", "+" + "1" * 40, "+266696687", "whatsapp:+15550100001", "١٢٣٤٥٦٧٨٩٠", "\x00"]
)
async def test_a_number_that_is_none_is_refused_and_the_text_stays(served: Served, phone: Visitor, number: str) -> None:
    page = await phone.send("/practice", number=number, text="hello")
    assert page.status == 422
    assert "Type a made-up number" in page.text
    assert page.form("/practice").fields["text"] == "hello"
    assert texts(served.line) == []


async def test_a_text_longer_than_a_phone_sends_is_refused(served: Served, phone: Visitor) -> None:
    page = await phone.send("/practice", text="a" * (LONGEST + 1))
    assert page.status == 413
    assert page.form("/practice").fields["text"] == "a" * (LONGEST + 1)
    assert texts(served.line) == []


async def test_time_passes_for_the_whole_service(served: Served, phone: Visitor) -> None:
    before = served.line.clock.now()
    await phone.send("/practice/advance", minutes="90")
    assert 89 < (served.line.clock.now() - before).total_seconds() / 60 < 91


@pytest.mark.parametrize("minutes", ["", "soon", "-5", "0", "nan", "inf", "1e99"])
async def test_time_passes_only_forwards_and_by_a_number(served: Served, phone: Visitor, minutes: str) -> None:
    before = served.line.clock.now()
    page = await phone.send("/practice/advance", minutes=minutes)
    assert page.status == 422
    assert (served.line.clock.now() - before).total_seconds() < 30


async def test_a_form_with_an_old_token_keeps_its_text(served: Served, phone: Visitor) -> None:
    page = await phone.send("/practice", text="hello", number="+15550100007", _csrf_token="0" * 128)
    assert page.status == 403
    assert (number_shown(page), page.form("/practice").fields["text"]) == ("+15550100007", "hello")
    await phone.send("/practice")
    assert texts(served.line) == [("+15550100007", "hello")]


async def test_on_a_real_line_every_route_of_the_practice_phone_answers_404() -> None:
    async with serving(practice=False) as served, Visitor(served.url) as visitor:
        token = (await visitor.look("/")).forms[-1].fields["_csrf_token"]
        app = public_app(services_on(Line()), [practice_pages], "0" * 64)
        routes = [
            (method, each.path) for each in app.routes if isinstance(each, HTTPRoute) and each.path.startswith("/practice")
            for method in each.methods if method != "OPTIONS"
        ]  # fmt: skip
        assert len(routes) >= 4
        for method, path in routes:
            form = {"_csrf_token": token, "text": "x", "number": FIRST_NUMBER, "minutes": "5"} if method == "POST" else None
            assert (await visitor.client.request(method, path, data=form)).status_code == 404, (method, path)
            if method == "POST":
                assert (await visitor.client.request(method, path, data={"text": "x"})).status_code == 404
        assert served.line.views == {}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+15550100001", "+15550100001"), ("555-010-0001", "+15550100001"), (" +52 55 1234 5678 ", "+525512345678"),
        ("0052 55 1234 5678", "+525512345678"), ("+1 (555) 010.0001", "+15550100001"), ("12345", None), ("BANK", None),
    ],
)  # fmt: skip
def test_how_a_number_may_be_typed(typed: str, number: str | None) -> None:
    assert made_up_number(typed) == number
