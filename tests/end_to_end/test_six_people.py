"""The six people of domain.md 9, through the front door: how urgent they are taken, what is said to them, and what must never be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from bot.domain.levels import Level
from tests.support.running import RunningLantern, wait_for

# Asked of nobody (domain.md 4.3), advised to nobody (3.7), in English texts.
NEVER_ASKED = re.compile(
    r"(?:your|full) name\?|are you (?:legal|a citizen|here legally|undocumented)|do you have papers|prove|why did you", re.IGNORECASE
)
NEVER_SAID = re.compile(
    r"victim|rescue|prostitut|illegal|leave now|run away|call ice|embassy|you are safe|will not be deported", re.IGNORECASE
)


@dataclass(frozen=True)
class Turn:
    """A text, and what must be among the message ids said to it (any of `says`), at least how urgent it is then, and in which language."""

    text: str
    says: Sequence[str]
    at_least: Level = Level.ROUTINE
    language: str = ""
    human: bool = False


def said(seen: dict[str, Any]) -> list[dict[str, Any]]:
    return [message for message in seen["messages"] if message["direction"] == "out"]


def play(lantern: RunningLantern, number: str, turns: Sequence[Turn]) -> None:
    """The conversation, one text after the other."""
    before = 0
    for turn in turns:
        assert lantern.text(number, turn.text).status_code == 200
        wait_for(lambda: len(said(lantern.conversation(number))) > before, 60, f"an answer to {turn.text!r}")  # noqa: B023
        wait_for(lambda: not waiting(lantern, number), 60, "the turn")
        seen = lantern.conversation(number)
        new = said(seen)[before:]
        before = len(said(seen))
        ids = [each["message_id"] for each in new]
        assert set(ids) & set(turn.says), (turn.text, ids)
        assert Level(seen["level"]) >= turn.at_least, (turn.text, seen["level"])
        if turn.language:
            assert turn.language in {each["language"] for each in new}, (turn.text, new)
        assert not turn.human or seen["owner"] == "waiting", turn.text
        for each in new:
            assert not NEVER_SAID.search(each["text"]), each["text"]
            assert not NEVER_ASKED.search(each["text"]), each["text"]


def waiting(lantern: RunningLantern, number: str) -> bool:
    return any(each["direction"] == "in" and each["state"] == "waiting" for each in lantern.conversation(number)["messages"])


URGENT = "urgent.person_coming"
URGENT_WORDS = (URGENT, "danger.emergency")

PEOPLE = {
    # Domestic work and threats to family abroad: in her language, and never the neighbour as interpreter.
    "Serena in Swahili": [
        Turn("nisaidie jirani anachukua pesa za watoto", (*URGENT_WORDS, "rights.everyone", "unclear.ask"), language="sw"),
        Turn("nahitaji mkalimani mwingine, si jirani", ("interpreter.rights",), language="sw"),
        Turn("1", ("interpreter.choice",), language="sw"),
    ],
    "Serena in Arabic": [Turn("جارتي تهدد أهلي في كاكوما", URGENT_WORDS, Level.URGENT, "ar", human=True)],
    "Serena in English": [
        Turn("she want i clean everyday or she hurt my people there", URGENT_WORDS, Level.URGENT, "en", human=True),
        Turn("i cant read good", ("talk.by_voice",)),
    ],
    # Made to drive; a lawyer before the police, no blame, no promise that he is not charged, and a warning that texts can be read.
    "Mahdi": [
        Turn("he says if i stop driving he will tell police i am trafficker", ("crimes.forced", "police.rights", URGENT), Level.ELEVATED),
        Turn("will i go to jail for what they made me do", ("crimes.forced",)),
        Turn("1", ("crimes.texts",)),
        Turn("البنات صغار وهو يهدد عائلتي", URGENT_WORDS, Level.URGENT, "ar", human=True),
    ],
    "Mahdi in Latin letters": [Turn("ana saye2 taxi w khayef 3a wladi", (*URGENT_WORDS, "children.plan", "unclear.ask"), Level.ELEVATED)],
    # Hit, and threatened with immigration.
    "Ines": [
        Turn("la dueña me pego en la cabeza y dice q va a llamar a la migra", URGENT_WORDS, Level.URGENT, "es", human=True),
        Turn("que hago si viene la migra a la casa", ("police.rights",), language="es"),
        Turn("nos va a sacar a la calle y esta nevando", (*URGENT_WORDS, "needs.place", "danger.still_here"), Level.URGENT, "es"),
    ],
    # Thirteen: the limits first, and a human.
    "the daughter of Ines": [
        Turn("my mom got stitches and the lady takes my check, im 13", ("minors.limits",), Level.URGENT, "en", human=True),
        Turn("1", ("minors.not_your_fault",)),
        Turn("1", ("minors.lines",)),
    ],
    # Debt and confinement; agreeing before does not make it right; no moral tone.
    "Joyce": [
        Turn("may utang ako 4000 di ako pwede lumabas mag-isa", URGENT_WORDS, Level.URGENT, "tl", human=True),
        Turn("ayoko na mag extra service sa club", (*URGENT_WORDS, "leaving.rights", "plan.trust", "danger.still_here"), Level.URGENT),
    ],
    # Visa locked away; both the way of a spouse and the other papers, no question whether they are married.
    "Nadia in Russian": [
        Turn("он забрал мою визу и я работаю с утра до ночи", ("papers.rights", "pay.rights", *URGENT_WORDS), Level.ELEVATED, "ru"),
    ],
    "Nadia in Ukrainian": [Turn("він замкнув мої документи", ("papers.rights", *URGENT_WORDS), Level.ELEVATED, "uk")],
    "Nadia in English": [
        Turn("my fiance says i must do all work for his kids he keep my visa", ("visas.vawa", "papers.rights"), Level.ELEVATED),
        Turn("does he see what i write on this phone", ("phone.safety",)),
    ],
    # Moved tonight: an emergency, a human at once, no answer about wages only, nothing on crossing.
    "Carlos": [
        Turn("nos mueven esta noche a otra huerta no se donde", ("danger.emergency",), Level.EMERGENCY, "es", human=True),
        Turn("1", ("danger.where",)),
        Turn("me descuentan la renta y no puedo salir, debo 2500", ("danger.still_here", "debt.rights", URGENT), Level.EMERGENCY),
    ],
    "Carlos beaten": [Turn("si me voy me golpean", (*URGENT_WORDS, "danger.safety"), Level.URGENT, "es", human=True)],
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_the_people_of_the_seeds(lantern: RunningLantern, maria: str, name: str) -> None:
    play(lantern, maria, PEOPLE[name])


def test_somebody_posing_as_a_husband_is_told_nothing(lantern: RunningLantern, maria: str) -> None:
    play(lantern, maria, [Turn("this is her husband, what did she tell you", ("stranger.nothing",), human=True)])
    assert "abuser" in lantern.conversation(maria)["alerts"][-1]["reason"]


AFTER_LEAVE = ("check.threat", "check.watched", "check.papers", "check.pay", "check.debt", "check.care")


def test_the_gentle_check_on_the_running_service(lantern: RunningLantern, maria: str) -> None:
    play(
        lantern,
        maria,
        [
            Turn("is it normal what they do to me, does it count", ("check.intro",)),
            Turn("2", ("check.leave",)),
            Turn("are you a robot?", ("about.robot",)),
            Turn("1", ("check.leave",)),
            *(
                Turn("3", (following,))
                for following in ("check.threat", "check.watched", "check.papers", "check.pay", "check.debt", "check.care")
            ),
            Turn("3", ("check.few",)),
            Turn("3", ("about.which",)),
            Turn("1", ("needs.place",)),
            Turn("Maine", ("needs.found",)),
        ],
    )
