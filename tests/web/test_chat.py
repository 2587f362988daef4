"""The web chat over HTTP, as a browser without scripts sees it."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.domain.addresses import Channel
from bot.domain.memory import Memory
from bot.domain.ownership import Owner
from bot.domain.questions import Choice, Question
from bot.web.chat.routes import DULL_SITE, LONGEST_CHARACTERS
from bot.web.chat.session import MOST_STREAMS
from bot.web.chat.words import PageWords, page_words
from tests.support.pages_server import WORDS, Line, Served, serving
from tests.support.visitor import Page, Visitor


def words_in(code: str) -> PageWords:
    """The page's words in a language."""
    return page_words(WORDS, code, None, "")


EN, ES, AR = words_in("en"), words_in("es"), words_in("ar")
CANARY = "canary-7731"
MORE = WORDS.label(Choice("1", "choice.more", "tell_more"), "es")


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=False) as up:
        yield up


@pytest.fixture
async def maria(served: Served) -> AsyncIterator[Visitor]:
    async with Visitor(served.url) as visitor:
        yield visitor


def texts(line: Line) -> list[str]:
    """What people wrote, in order."""
    return [each.text for view in line.views.values() for each in view.messages if each.direction == "in"]


def draft(page: Page) -> str:
    return page.form("/").fields["text"]


async def test_a_message_arrives_and_the_answer_is_shown(served: Served, maria: Visitor) -> None:
    page = await maria.look("/")
    assert page.title == "Info Line"
    page = await maria.send("/", text="hello, who are you?\r\nI am afraid")
    assert page.response.url.path == "/"
    assert texts(served.line) == ["hello, who are you?\nI am afraid"]
    assert "hello, who are you?" in page.text
    one = next(iter(served.line.views))
    served.line.says(one, "You can write here.", state="accepted")
    for state in ("queued", "sending", "unknown", "expired", "cancelled", "failed", "undelivered"):
        served.line.says(one, f"never shown: {state}", state=state)
    page = await maria.look("/")
    assert f"{EN.automatic} You can write here." in page.text
    assert "never shown" not in page.text


async def test_a_human_is_named_as_one_but_not_by_name(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="hello")
    one = next(iter(served.line.views))
    ana = served.line.staff.advocates["Ana"].id
    await served.line.take_over(one, ana)
    await served.line.reply(one, ana, "I am a person.")
    page = await maria.look("/")
    assert f"{EN.human} I am a person." in page.text
    assert "Ana" not in page.response.text


async def test_the_token_is_random_and_only_its_hash_is_known_to_the_line(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    token = maria.client.cookies["chat"]
    assert len(token) == 43
    await maria.send("/", text="hello")
    address = next(iter(served.line.addresses.values()))
    assert (address.channel, address.value) == (Channel.CHAT, hashlib.sha256(token.encode()).hexdigest())
    assert token not in repr(served.line.views) + repr(served.line.receipts)
    async with Visitor(served.url) as other:
        await other.look("/")
        assert other.client.cookies["chat"] != token


@pytest.mark.parametrize("secure", [False, True])
async def test_the_cookie_is_gone_with_the_browser_and_out_of_reach_of_scripts(secure: bool) -> None:
    async with serving(secure=secure) as served, httpx.AsyncClient(base_url=served.url) as client:
        cookies = (await client.get("/")).headers.get_list("set-cookie")
        cookie = next(each for each in cookies if "chat=" in each)
        assert cookie.startswith("__Host-chat=" if secure else "chat=")
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "path=/", "samesite=strict"} <= attributes
        assert ("secure" in attributes) == secure
        assert not any(each.startswith(("max-age", "expires", "domain")) for each in attributes)
        left = (await client.post("/exit")).headers.get_list("set-cookie")
        gone = next(each for each in left if "chat=" in each)
        assert gone.split("=")[0] == cookie.split("=")[0]
        assert "max-age=0" in gone.lower()
        assert ("secure" in gone.lower()) == secure


async def test_the_same_form_sent_again_counts_once(served: Served, maria: Visitor) -> None:
    page = await maria.look("/")
    await asyncio.gather(*(maria.send("/", page, text="help me") for _ in range(5)))
    for _ in range(10):
        await maria.send("/", page, text="help me")
    assert texts(served.line) == ["help me"]
    await maria.send("/", await maria.look("/"), text="help me")
    assert texts(served.line) == ["help me", "help me"]


async def test_a_form_id_counts_only_within_its_own_session(served: Served, maria: Visitor) -> None:
    page = await maria.look("/")
    once = page.form("/").fields["once"]
    async with Visitor(served.url) as other:
        await other.look("/")
        await other.send("/", text="mine first", once=once)
    await maria.send("/", page, text="mine too")
    assert texts(served.line) == ["mine first", "mine too"]


@pytest.mark.parametrize("once", ["", "not-an-id", "x" * 5000])
async def test_a_form_without_a_usable_id_is_taken_all_the_same(served: Served, maria: Visitor, once: str) -> None:
    await maria.look("/")
    await maria.send("/", text="help me", once=once)
    assert texts(served.line) == ["help me"]


async def test_B1_nothing_is_sent_for_an_empty_box(served: Served, maria: Visitor) -> None:
    for nothing in ("", " \r\n "):
        await maria.look("/")
        assert (await maria.send("/", text=nothing)).status == 200
    assert texts(served.line) == []


@pytest.mark.parametrize("text", ["a" * (LONGEST_CHARACTERS + 1), "恐" * (LONGEST_CHARACTERS + 1), "a" * 70_000])
async def test_B6_a_text_that_is_too_long_is_kept_in_the_box(served: Served, maria: Visitor, text: str) -> None:
    await maria.look("/")
    page = await maria.send("/", text=text)
    assert page.status == 413
    assert EN.too_long in page.text
    assert draft(page) == text
    assert texts(served.line) == []
    page = await maria.send("/", text=text[:LONGEST_CHARACTERS])
    assert texts(served.line) == [text[:LONGEST_CHARACTERS]]


async def test_a_form_that_is_too_large_to_be_read_is_refused_kindly(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    page = await maria.send("/", text="a" * 2**20)
    assert page.status == 413
    assert EN.too_long in page.text
    assert "content-security-policy" in page.response.headers


@pytest.mark.parametrize(
    "text",
    ["\x00", "a\x00b", "\u202e\u2066", "Z" + "\u0301" * 3000, "\x1b[31m\u2028", "{{7*7}} ${x} %s {0.__class__}", "/restart", "\ufeff."],
)
async def test_odd_characters_are_taken_and_shown(served: Served, maria: Visitor, text: str) -> None:
    await maria.look("/")
    page = await maria.send("/", text=text)
    assert page.status == 200
    assert texts(served.line) == [text]
    assert "49" not in page.text


@pytest.mark.parametrize(
    "raw", [b"text=%ED%A0%80&", b"text=%ff%fe&", b"text=%&", b"text=%zz&", b"text&", b"=&&;&", b"once=1&once=2&text=a&text=b&"]
)
async def test_B26_B27_malformed_forms_break_nothing(served: Served, maria: Visitor, raw: bytes) -> None:
    page = await maria.look("/")
    token = page.form("/").fields["_csrf_token"]
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = await maria.client.post("/", content=raw + f"_csrf_token={token}".encode(), headers=headers)
    assert response.status_code == 200


async def test_a_refused_form_gives_the_text_back_and_then_works(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    page = await maria.send("/", text="please help", _csrf_token="0" * 128)
    assert page.status == 403
    assert EN.again in page.text
    assert draft(page) == "please help"
    await maria.send("/")
    assert texts(served.line) == ["please help"]


async def test_when_our_side_is_broken_she_is_told_whom_to_call_and_keeps_her_text(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    served.line.fails = RuntimeError(f"secret {CANARY}")
    page = await maria.send("/", text="please help")
    assert page.status == 503
    for words in ("1-888-373-7888", "911"):
        assert words in page.text
    assert draft(page) == "please help"
    assert CANARY not in page.response.text
    assert page.has_form("/exit")
    assert (await maria.look("/")).status == 503
    served.line.fails = None
    await maria.send("/", page)
    assert texts(served.line) == ["please help"]


async def test_leaving_ends_the_session_and_shows_an_empty_page_ever_after(served: Served, maria: Visitor) -> None:
    page = await maria.look("/")
    await maria.send("/", text=f"secret {CANARY}")
    token = maria.client.cookies["chat"]
    page = await maria.send("/exit")
    assert page.status == 200
    assert page.response.headers["clear-site-data"] == '"*"'
    assert f"url={DULL_SITE}" in page.response.text
    assert "Info Line" not in page.response.text
    assert not maria.client.cookies
    for cookie in (None, token):
        if cookie:
            maria.client.cookies.set("chat", cookie)
        page = await maria.look("/")
        assert page.title == "Info Line"
        assert CANARY not in page.response.text
        assert maria.client.cookies.get("chat", domain="127.0.0.1") != token
    async with maria.client.stream("GET", "/stream") as response:
        assert response.status_code == 204


async def test_leaving_works_without_cookies_and_without_a_forms_token(served: Served) -> None:
    async with httpx.AsyncClient(base_url=served.url) as client:
        assert (await client.post("/exit")).status_code == 200


async def test_answers_are_buttons_and_pressing_one_keeps_what_is_being_typed(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="they keep my passport")
    one = next(iter(served.line.views))
    served.line.says(one, "Your passport is yours.", language="es", state="accepted")
    served.line.change(one, language="es", open_question=Question.NEXT, memory=Memory(more="papers.without_them"))
    page = await maria.look("/")
    assert re.findall(r'name="answer" value="([^"]+)"', page.response.text) == [MORE, "una persona"]
    page = await maria.send("/", text="half a thought", answer="una persona")
    assert texts(served.line)[-1] == "una persona"
    assert draft(page) == "half a thought"
    assert 'name="answer"' not in page.response.text, "who has answered is not asked again"
    served.line.change(one, owner=Owner.WAITING)
    served.line.says(one, "ok", language="es", state="accepted")
    page = await maria.look("/")
    assert re.findall(r'name="answer" value="([^"]+)"', page.response.text) == [MORE], "a human is on the way already"


async def test_our_numbers_and_addresses_can_be_tapped_and_the_persons_cannot(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="see evil.com or call 1-888-373-7888")
    one = next(iter(served.line.views))
    served.line.says(one, "Call 1-888-373-7888 or 911. Preble Street: preblestreet.org (24/7)", language="en", state="accepted")
    page = (await maria.look("/")).response.text
    assert re.findall(r'<a href="([^"]+)"', page.split('id="thread"')[1].split("</ol>")[0]) == [
        "tel:18883737888", "tel:911", "https://preblestreet.org",
    ]  # fmt: skip
    assert 'href="https://preblestreet.org" target="_blank" rel="noopener noreferrer nofollow"' in page


async def test_another_browser_sees_nothing_of_it(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text=f"secret {CANARY}")
    address = next(iter(served.line.addresses.values())).value
    async with Visitor(served.url) as other:
        for cookie in ("", address, "a" * 43, "../" * 14 + "x", str(next(iter(served.line.views)))):
            other.client.cookies.set("chat", cookie)
            assert CANARY not in (await other.look("/")).response.text


async def test_after_a_closed_conversation_a_new_one_begins_and_the_old_words_are_gone(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text=f"first {CANARY}")
    served.line.change(next(iter(served.line.views)), owner=Owner.CLOSED)
    page = await maria.send("/", text="second")
    assert len(served.line.views) == 2
    assert CANARY not in page.response.text


async def test_the_pages_words_follow_the_browser_then_the_conversation_then_the_choice(served: Served) -> None:
    async with Visitor(served.url, **{"Accept-Language": "ar-EG, es;q=0.5"}) as maria:
        page = await maria.look("/")
        assert AR.intro in page.text
        assert '<html lang="ar" dir="rtl">' in page.response.text
        await maria.send("/", text="hola")
        served.line.change(next(iter(served.line.views)), language="es")
        page = await maria.look("/")
        assert ES.send in page.response.text
        page = await maria.send("/", lang="zh", text="")
        assert words_in("zh").intro in page.text


async def test_choosing_a_language_in_a_conversation_is_a_message_shown_by_the_languages_name(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="hello")
    page = await maria.send("/", lang="de", text="not yet")
    assert texts(served.line) == ["hello", "lang:de"]
    assert draft(page) == "not yet"
    assert f"{EN.you} Deutsch" in page.text
    assert "lang:de" not in page.text
    assert EN.send in page.response.text, "no words for the page itself in this language: it stays as it was"
    served.line.change(next(iter(served.line.views)), language="de-Latn")
    await maria.send("/", lang="de", text="")
    assert texts(served.line) == ["hello", "lang:de"], "already the conversation's language"


async def test_the_language_chosen_before_writing_goes_along_with_the_first_message(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", lang="tl", text="")
    assert texts(served.line) == []
    await maria.send("/", text="ok")
    assert [view.language for view in served.line.views.values()] == ["tl"]


@pytest.mark.parametrize("code", ["mam", "xx", "lang:es", "ES\x00"])
async def test_only_languages_that_are_offered_can_be_chosen_on_the_page(served: Served, maria: Visitor, code: str) -> None:
    await maria.look("/")
    await maria.send("/", text="hello")
    await maria.send("/", lang=code, text="")
    assert texts(served.line) == ["hello"]


async def test_the_page_offers_every_language_by_its_own_name_and_marks_the_one_in_use(served: Served, maria: Visitor) -> None:
    page = await maria.look("/")
    offered = re.findall(r'name="lang" value="([A-Za-z-]+)"', page.response.text)
    assert offered[:5] == ["en", "es", "tl", "zh", "zh-Hant"]
    assert offered == [each.code for each in WORDS.languages() if each.offered]
    assert re.findall(r'value="([a-z]+)"[^>]* aria-current="true"', page.response.text) == ["en"]
    await maria.send("/", text="hola")
    served.line.change(next(iter(served.line.views)), language="tl")
    page = await maria.look("/")
    assert re.findall(r'value="([a-z]+)"[^>]* aria-current="true"', page.response.text) == ["tl"]


async def test_choosing_a_language_keeps_what_is_being_typed_and_sends_nothing(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    page = await maria.send("/", lang="ru", text="не отправляй\nэто")
    assert words_in("ru").send in page.response.text
    assert draft(page) == "не отправляй\nэто"
    assert texts(served.line) == []
    assert words_in("ru").intro in (await maria.look("/")).text
    page = await maria.send("/", lang="xx<script>")
    assert page.status == 200


@pytest.mark.parametrize(
    ("chosen", "spoken", "accepted", "code"),
    [
        (None, None, "", "en"), (None, None, "de, fr-CA;q=0.9, en;q=0.8", "fr"), (None, None, "zh-TW", "zh-Hant"),
        (None, None, "ti", "ti"), (None, None, "es;q=0.1, ru;q=0.9", "ru"),
        (None, "ar-Latn", "es", "ar"), (None, "unknown", "es", "es"), ("zh", "es", "fr", "zh"), ("xx", None, "q=;;,=,es;q=x", "es"),
        (None, None, "*", "en"), (None, None, "es;q=0, en", "en"), (None, None, ";" * 10_000, "en"),
    ],
)  # fmt: skip
def test_which_words_the_page_uses(chosen: str | None, spoken: str | None, accepted: str, code: str) -> None:
    assert page_words(WORDS, chosen, spoken, accepted).code == code


def test_every_language_has_every_word_of_the_page() -> None:
    names = [each.removeprefix("page.") for each in WORDS.messages if each.startswith("page.")]
    for language in WORDS.languages():
        if language.content:
            words = words_in(language.code)
            assert words.code == language.code
            assert all(getattr(words, name).strip() for name in names)
            assert {"1-888-373-7888", "911"} <= set(re.findall(r"[\d-]*\d", words.broken))


async def test_the_stream_says_that_something_changed_and_not_what(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="hello")
    one = next(iter(served.line.views))
    async with maria.client.stream("GET", "/stream") as response:
        lines = response.aiter_lines()
        received: list[str] = []
        while not any("heartbeat" in line for line in received):
            received.append(await anext(lines))
        served.line.opens("somebody else's")
        served.line.says(one, f"answer {CANARY}")
        while not any("changed" in line for line in received):
            received.append(await anext(lines))
        received.append(await anext(lines))
    assert set(filter(None, received)) == {"retry: 2000", "event: heartbeat", "event: changed", "data: {}"}


async def test_there_is_no_stream_without_a_conversation(served: Served, maria: Visitor) -> None:
    async with maria.client.stream("GET", "/stream") as response:
        assert response.status_code == 204


async def test_B69_a_hundred_tabs_get_a_few_streams_and_hurt_nobody(served: Served, maria: Visitor) -> None:
    await maria.look("/")
    await maria.send("/", text="hello")
    async with Visitor(served.url) as other:
        await other.look("/")
        await other.send("/", text="hello too")
        opened = []
        for _ in range(100):
            context = maria.client.stream("GET", "/stream")
            response = await context.__aenter__()
            if response.status_code == 200:
                lines = response.aiter_lines()
                while "heartbeat" not in await anext(lines):
                    pass
                opened.append((context, lines))
            else:
                assert response.status_code == 429
                await context.__aexit__(None, None, None)
        assert len(opened) == MOST_STREAMS
        async with other.client.stream("GET", "/stream") as response:
            assert response.status_code == 200
        for context, _ in opened:
            await context.__aexit__(None, None, None)
    for _ in range(100):
        async with maria.client.stream("GET", "/stream") as response:
            if response.status_code == 200:
                return
        await asyncio.sleep(0.02)
    raise AssertionError("streams that were closed still count")


async def test_B70_nothing_of_the_url_is_kept_or_shown(served: Served, maria: Visitor) -> None:
    page = await maria.look(f"/?name={CANARY}&text={CANARY}", Referer=f"https://evil.example/{CANARY}")
    assert CANARY not in page.response.text
    assert page.response.headers["referrer-policy"] == "no-referrer"


async def test_two_people_write_at_once_and_stay_apart(served: Served) -> None:
    async with Visitor(served.url) as one, Visitor(served.url) as two:
        for each in (one, two):
            await each.look("/")
        await asyncio.gather(one.send("/", text="from one"), two.send("/", text="from two"))
        assert "from two" not in (await one.look("/")).text
        assert "from one" not in (await two.look("/")).text
        assert {each.value for each in served.line.addresses.values()} == {
            hashlib.sha256(each.client.cookies["chat"].encode()).hexdigest() for each in (one, two)
        }
