"""The desk over HTTP, as a browser without scripts sees it: queue, conversation, take over, reply, hand back, close."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.levels import Level, Signal
from bot.domain.ownership import Owner
from bot.domain.views import EventView
from bot.web import console
from tests.support.pages_server import Gist, Served, serving
from tests.support.visitor import Visitor

KNIFE = Signal("weapon", Level.EMERGENCY, "tiene un cuchillo")
CANARY = "canary-7731"


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=False) as up:
        yield up


@pytest.fixture
async def ana(served: Served) -> AsyncIterator[Visitor]:
    async with Visitor(served.url) as visitor:
        await visitor.sign_in("Ana")
        yield visitor


@pytest.fixture
async def ben(served: Served) -> AsyncIterator[Visitor]:
    async with Visitor(served.url) as visitor:
        await visitor.sign_in("Ben")
        yield visitor


def at(conversation: object) -> str:
    return f"/desk/conversations/{conversation}"


async def test_the_queue_shows_who_needs_a_human_first_and_no_words_of_the_person(served: Served, ana: Visitor) -> None:
    line = served.line
    line.opens(f"is this free {CANARY}", language="en", waited=90)
    line.opens(
        f"ayuda {CANARY}", language="es", level=Level.EMERGENCY, waiting=True, waited=3, signals=[Signal("weapon", Level.EMERGENCY, CANARY)]
    )
    page = await ana.look("/desk")
    assert page.title == "Desk"
    assert re.findall(r"Conversation (\d)", page.text) == ["2", "1"]
    for words in (
        "Emergency",
        "weapon",
        "waiting 3 min for a human",
        "Spanish",
        "text message",
        "1 text without a human's answer",
        "Routine",
    ):
        assert words in page.text
    assert CANARY not in page.response.text


async def test_an_empty_queue_says_what_happens_next(ana: Visitor) -> None:
    assert "Nobody is waiting. New conversations appear here by themselves" in (await ana.look("/desk")).text


async def test_the_conversation_says_why_it_has_its_level_and_what_became_of_each_message(served: Served, ana: Visitor) -> None:
    line = served.line
    one = line.opens(
        "el tiene un cuchillo", language="es", level=Level.EMERGENCY, waiting=True, signals=[KNIFE], flags=("carrier", "picture")
    )
    line.says(one, "Llame al 911.", language="es", state="expired")
    line.says(one, "Una persona viene.", language="es", state="failed", code="30003")
    line.says(one, "otra", language="es", state="failed", code="99999")
    page = await ana.look(at(one))
    assert page.title == "Conversation 1"
    for words in (
        "Emergency", "weapon", "tiene un cuchillo", "waiting for a human", "Spanish", "picture received, not opened",
        "not sent: it was too late", "not sent (30003): the phone is off, has no signal", "not sent (99999)",
        "Conversation opened", "A human was called: emergency – weapon",
    ):  # fmt: skip
        assert words in page.text, words
    assert 'lang="es"' in page.response.text
    assert line.reads[-1] == (one, line.staff.advocates["Ana"].id)


async def test_events_stand_between_the_messages_where_they_happened(served: Served, ana: Visitor) -> None:
    line = served.line
    one = line.opens("first", waited=10)
    await line.take_over(one, line.staff.advocates["Ana"].id)
    line.hears(one, "second")
    await line.hand_back(one, line.staff.advocates["Ana"].id)
    line.change(one, events=(*line.views[one].events, EventView("opted_out", "person", line.clock.now(), {})))
    text = (await ana.look(at(one))).text
    order = ["Conversation opened", "first", "Ana took over", "second", "Ana handed back", "The person asked us to stop writing"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


async def test_take_over_reply_hand_back_close(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hello", language="en", waiting=True)
    page = await ana.look(at(one))
    assert not page.has_form(f"{at(one)}/reply")
    page = await ana.send(f"{at(one)}/take-over")
    assert served.line.views[one].advocate == "Ana"
    page = await ana.send(f"{at(one)}/reply", text="I am Ana.\r\nAre you safe?")
    assert served.line.replies == ["I am Ana.\nAre you safe?"]
    assert "handed to the provider" in page.text
    page = await ana.send(f"{at(one)}/hand-back")
    assert served.line.views[one].owner is Owner.ASSISTANT
    assert not page.has_form(f"{at(one)}/reply")
    page = await ana.send(f"{at(one)}/close")
    assert served.line.views[one].owner is Owner.CLOSED
    assert "This conversation is closed" in page.text
    assert not page.has_form(f"{at(one)}/take-over")


async def test_a_level_is_corrected_by_whoever_may_answer(served: Served, ana: Visitor, ben: Visitor) -> None:
    one = served.line.opens("hello", language="en", waiting=True)
    page = await ana.look(at(one))
    page = await ana.send(f"{at(one)}/level", level="emergency")
    assert served.line.views[one].level is Level.EMERGENCY
    page = await ana.send(f"{at(one)}/level", level="worst")
    assert (page.status, "Choose one of the four levels." in page.text) == (422, True)
    assert not (await ben.look(at(one))).has_form(f"{at(one)}/level")


async def test_whoever_is_slower_is_told_who_was_faster(served: Served, ana: Visitor, ben: Visitor) -> None:
    one = served.line.opens("hello", waiting=True)
    for each in (ana, ben):
        await each.look(at(one))
    await ana.send(f"{at(one)}/take-over")
    page = await ben.send(f"{at(one)}/take-over")
    assert page.status == 409
    assert "Another advocate has taken this conversation." in page.text
    assert "Ana has taken this conversation over" in page.text
    assert not page.has_form(f"{at(one)}/reply")
    assert not page.has_form(f"{at(one)}/take-over")


async def test_F45_of_many_who_claim_at_once_one_wins_and_the_others_are_told(served: Served, ana: Visitor, ben: Visitor) -> None:
    for _ in range(10):
        one = served.line.opens("hello", waiting=True)
        seen = [(each, await each.look(at(one))) for each in (ana, ben)]
        pages = await asyncio.gather(*(each.send(f"{at(one)}/take-over", page) for each, page in seen for _ in range(3)))
        winner = served.line.views[one].advocate
        assert sorted({page.status for page in pages}) == [200, 409]
        for page in pages:
            assert (page.status == 409) == (f"{winner} has taken this conversation over" in page.text)


async def test_a_reply_that_is_refused_is_not_lost(served: Served, ana: Visitor, ben: Visitor) -> None:
    line = served.line
    one = line.opens("hello")
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    # In between, everything changes: Ana's colleague has it now.
    line.change(one, owner=Owner.HUMAN, advocate="Ben", advocate_id=line.staff.advocates["Ben"].id)
    page = await ana.send(f"{at(one)}/reply", page, text=f"Please stay where you are. {CANARY}")
    assert page.status == 409
    assert CANARY in page.text
    assert "Your text was not sent" in page.text
    assert line.replies == []


@pytest.mark.parametrize(("text", "sentence"), [("  \n", "Write something first."), ("a" * 1601, "at most 1,600 characters")])
async def test_a_reply_that_cannot_be_sent_stays_in_the_box(served: Served, ana: Visitor, text: str, sentence: str) -> None:
    one = served.line.opens("hello")
    await ana.look(at(one))
    await ana.send(f"{at(one)}/take-over")
    page = await ana.send(f"{at(one)}/reply", text=text)
    assert page.status == 422
    assert sentence in page.text
    assert page.form(f"{at(one)}/reply").fields["text"] == text
    assert served.line.replies == []


async def test_F48_a_double_click_and_a_hundred_reloads_send_once(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hello")
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    answers = await asyncio.gather(*(ana.send(f"{at(one)}/reply", page, text="I am here.") for _ in range(5)))
    for _ in range(95):
        answers.append(await ana.send(f"{at(one)}/reply", page, text="I am here."))
    assert served.line.replies == ["I am here."]
    assert {answer.status for answer in answers} == {200}
    # A new form is a new text, also with the same words.
    await ana.look(at(one))
    await ana.send(f"{at(one)}/reply", text="I am here.")
    assert len(served.line.replies) == 2


async def test_a_failure_on_our_side_gives_the_typed_text_back_and_can_be_sent_again(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hello")
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    served.line.fails = RuntimeError("secret-of-the-database")
    page = await ana.send(f"{at(one)}/reply", page, text=f"Stay calm. {CANARY}")
    assert page.status == 500
    assert "secret-of-the-database" not in page.response.text
    assert page.form(f"{at(one)}/reply").fields["text"] == f"Stay calm. {CANARY}"
    served.line.fails = None
    await ana.send(f"{at(one)}/reply", page)
    assert served.line.replies == [f"Stay calm. {CANARY}"]


async def test_the_length_of_a_reply_is_counted_without_scripts(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hola")
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    form = page.form(f"{at(one)}/reply")
    form.action = f"{at(one)}/count"
    page = await ana.send(f"{at(one)}/count", page, text="ú" * 71)
    assert "71 of 1600 characters, 2 SMS parts" in page.text
    assert page.form(f"{at(one)}/reply").fields["text"] == "ú" * 71


async def test_nothing_can_be_sent_to_a_person_who_asked_us_to_stop(served: Served, ana: Visitor) -> None:
    one = served.line.opens("STOP", opted_out=True)
    assert "asked us to stop" in (await ana.look("/desk")).text
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    assert "This person asked us to stop writing, so nothing can be sent." in page.text
    assert not page.has_form(f"{at(one)}/reply")


async def test_an_unknown_conversation_is_not_found_whatever_is_asked_of_it(ana: Visitor) -> None:
    token = (await ana.look("/desk")).forms[0].fields["_csrf_token"]
    missing = at(uuid4())
    assert (await ana.look(missing)).status == 404
    for act in ("take-over", "reply", "hand-back", "close", "count"):
        response = await ana.client.post(f"{missing}/{act}", data={"_csrf_token": token, "text": "x", "once": str(uuid4())})
        assert response.status_code == 404, act
    for odd in ("/desk/conversations/17", "/desk/conversations/-1", f"/desk/conversations/{'9' * 400}", f"{missing}/messages/1/gist"):
        assert (await ana.look(odd)).status == 404


async def test_a_machines_gist_stands_beside_what_a_person_wrote_and_says_what_it_is() -> None:
    gist = Gist()
    async with serving(translator=gist) as served, Visitor(served.url) as ana:
        await ana.sign_in()
        one = served.line.opens("tengo miedo", language="es")
        served.line.hears(one, "I speak some English", language="en")
        ours = served.line.says(one, "Hola.", language="es")
        page = await ana.look(at(one))
        links = re.findall(rf'href="({at(one)}/messages/[0-9a-f-]+/gist)"', page.response.text)
        assert len(links) == 1
        shown = await ana.look(links[0])
        assert gist.asked == [("tengo miedo", "es", "en")]
        assert "[es->en] 11 characters machine translation, may be wrong" in shown.text
        assert (await ana.look(f"{at(one)}/messages/{ours}/gist")).status == 404


async def test_without_a_translation_engine_there_is_no_gist_and_no_link(served: Served, ana: Visitor) -> None:
    one = served.line.opens("tengo miedo", language="es")
    page = await ana.look(at(one))
    assert "gist" not in page.response.text
    message = served.line.views[one].messages[0].id
    assert (await ana.look(f"{at(one)}/messages/{message}/gist")).status == 404


async def test_web_chat_conversations_are_named_as_such_and_have_no_sms_parts(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hello", address=Address(Channel.CHAT, "f" * 64))
    assert "web chat" in (await ana.look("/desk")).text
    await ana.look(at(one))
    page = await ana.send(f"{at(one)}/take-over")
    form = page.form(f"{at(one)}/reply")
    form.action = f"{at(one)}/count"
    assert "SMS" not in (await ana.send(f"{at(one)}/count", page, text="hello")).text


async def test_every_answer_of_the_pages_carries_the_policy_and_is_not_stored(served: Served, ana: Visitor) -> None:
    one = served.line.opens("hello")
    answers = [await ana.look(path) for path in ("/", "/desk", "/desk/sign-in", at(one), at(uuid4()))]
    answers.append(await ana.send("/desk/sign-out", answers[1]))
    answers.append(await ana.look("/desk"))
    for answer in answers:
        headers = answer.response.headers
        assert "require-trusted-types-for 'script'; trusted-types lantern" in headers["content-security-policy"], answer.response.url
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"


def test_no_page_holds_inline_scripts_styles_or_anything_from_elsewhere() -> None:
    web = Path(console.__file__).parent.parent
    templates = list((web / "templates").rglob("*.html"))
    assert len(templates) > 10
    for template in templates:
        source = template.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle\s*=|\son\w+\s*=|<style|javascript:|\|\s*safe|<script(?! type=\"module\" src=\"/static/)", source), (
            template
        )
        assert not re.search(r"(?:src|href|action)=\"(?!/|\{\{|#)", source), template
    for script in (web / "static").glob("*.js"):
        source = script.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|https?:|localStorage|sessionStorage|indexedDB", source
        )


async def test_B67_many_equal_texts_are_one_card_that_opens_the_list(served: Served, ana: Visitor) -> None:
    line = served.line
    flood = [line.opens(f"win a prize {CANARY}", language="en", waited=9) for _ in range(1200)]
    line.alike[flood[0]] = flood
    line.opens("he has a knife", language="en", level=Level.EMERGENCY, waiting=True, waited=1, signals=[KNIFE])
    page = await ana.look("/desk")
    assert re.findall(r"Conversation (\d+)|(1,200 conversations)", page.text) == [("1201", ""), ("", "1,200 conversations")]
    assert "all say the same and nothing else: open to see each" in page.text
    assert CANARY not in page.text
    listed = await ana.look(f"/desk?like={flood[0]}")
    assert "Conversations that all say the same" in listed.text
    assert len(re.findall(r"Conversation \d+", listed.text)) == 200
    assert "1201" not in listed.text
    seen = set(re.findall(r"Conversation (\d+)", listed.text))
    for place in range(200, 1200, 200):
        assert "The next rows" in listed.text
        listed = await ana.look(f"/desk?like={flood[0]}&from={place}")
        seen |= set(re.findall(r"Conversation (\d+)", listed.text))
    assert len(seen) == 1200, "each one can be read"
    assert "The next rows" not in listed.text
    assert "The rows before" in listed.text


async def test_a_queue_of_more_than_a_page_leads_on_and_strange_addresses_break_nothing(served: Served, ana: Visitor) -> None:
    for _ in range(205):
        served.line.opens("hello", language="en")
    assert "The next rows" in (await ana.look("/desk")).text
    last = await ana.look("/desk?from=200")
    assert len(re.findall(r"Conversation \d+", last.text)) == 5
    assert "There is nothing here any more" in (await ana.look("/desk?from=400")).text
    assert "There is nothing here any more" in (await ana.look(f"/desk?like={uuid4()}")).text
    for strange in ("from=-1", "from=x", "like=x", "from=99999999999999999999", "like=" + "a" * 5000):
        assert (await ana.look(f"/desk?{strange}")).status in (400, 404)


async def test_F58_one_text_sent_many_times_in_a_row_is_one_entry_with_a_number(served: Served, ana: Visitor) -> None:
    line = served.line
    one = line.opens("where are you", language="en")
    for _ in range(142):
        line.hears(one, "where are you", language="en")
    line.says(one, "We are here.")
    for _ in range(2):
        line.hears(one, "where are you", language="en")
    line.hears(one, "Where are you", language="en")
    page = await ana.look(at(one))
    assert page.text.count("where are you") == 3
    assert "sent 143 times in a row, the last time" in page.text
    assert page.text.count("in a row") == 1


async def test_F58_a_conversation_of_six_thousand_texts_is_shown_from_its_end(served: Served, ana: Visitor) -> None:
    line = served.line
    one = line.opens("text 0", language="en")
    for number in range(1, 1200):
        line.hears(one, f"text {number}", language="en")
    page = await ana.look(at(one))
    seen = re.findall(r"\btext \d+\b", page.text)
    assert seen == [f"text {number}" for number in range(700, 1200)]
    assert "Conversation opened" not in page.text, "that stands where the texts of that time stand"
    while "Earlier texts" in page.text:
        [link] = re.findall(r"before=[0-9a-f-]+(?=\">Earlier)", page.response.text)
        page = await ana.look(f"{at(one)}?{link}")
        assert "Newest texts" in page.text
        seen = [*re.findall(r"\btext \d+\b", page.text), *seen]
    assert seen == [f"text {number}" for number in range(1200)]
    assert "Conversation opened" in page.text


async def test_the_same_sign_heard_a_thousand_times_is_one_line(served: Served, ana: Visitor) -> None:
    one = served.line.opens("knife", level=Level.EMERGENCY, signals=[KNIFE] * 400, waiting=True)
    assert (await ana.look(at(one))).text.count("tiene un cuchillo") == 1
