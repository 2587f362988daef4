"""SMS length (domain.md 7.6) and cutting (trust.md B5, B8, B9)."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.sms_segments import Encoding, encoding, parts, split

PHONE = "1-888-373-7888"


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("", 0),
        ("a", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 1530, 10),
        # a character of the extension table costs two, and is not cut between two parts
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 151, 2),
        ("a" * 152 + "€" + "a" * 152, 3),
        # one other character makes all of it UCS-2
        ("a" * 70 + "á", 2),
        ("a" * 69 + "á", 1),
        ("я" * 70, 1),
        ("я" * 71, 2),
        ("я" * 134, 2),
        ("я" * 135, 3),
        # UTF-16 units, and no surrogate pair between two parts
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("я" * 66 + "😀" + "я" * 65, 2),
        ("я" * 66 + "😀" + "я" * 66, 3),
    ],
)
def test_a_text_costs_the_parts_the_network_will_bill(text: str, cost: int) -> None:
    assert parts(text) == cost


@pytest.mark.parametrize("char", "áíóúçêâîôûëïœÀ’“–«»\u00a0\u200e\u200b`\t\x00")
def test_these_characters_leave_the_cheap_alphabet(char: str) -> None:
    assert encoding(f"abc{char}") is Encoding.UCS2


@pytest.mark.parametrize("char", "ñéüàèùìòÇÉÑÜ¿¡$£€[]{}@_\n")
def test_these_characters_stay_in_the_cheap_alphabet(char: str) -> None:
    assert encoding(f"abc{char}") is Encoding.GSM7


@pytest.mark.parametrize("text", ["\ud800", "\ud83d\ude00", "a\x00b", "\u202eabc", "e" + "\u0301" * 10_000, "x" * 65_536, "\udfff" * 200])
def test_malformed_text_is_counted_and_cut_without_raising(text: str) -> None:
    assert parts(text) >= 1
    assert all(1 <= parts(piece) <= 2 for piece in split(text, 2))


def test_no_message_can_have_less_than_one_part() -> None:
    with pytest.raises(ValueError, match="max_parts"):
        split("hello", 0)


def test_a_short_text_stays_one_message() -> None:
    assert split("Hi. I got your message.", 2) == ["Hi. I got your message."]


def test_blank_text_gives_no_message() -> None:
    assert split(" \n\u3000 ", 2) == []


def test_a_long_text_is_cut_after_a_sentence() -> None:
    sentence = "You can write here any time you like, day or night."
    pieces = split(" ".join([sentence] * 12), 2)
    assert len(pieces) > 1
    assert all(piece.endswith("night.") for piece in pieces)


def test_a_text_without_sentences_is_cut_between_words() -> None:
    words = " ".join(["word"] * 200)
    assert all(re.fullmatch(r"word( word)*", piece) for piece in split(words, 1))


def test_chinese_is_cut_after_its_full_stop() -> None:
    pieces = split("您随时可以在这里给我们写信，白天晚上都可以。" * 10, 1)
    assert len(pieces) > 1
    assert all(piece.endswith("。") for piece in pieces)


@settings(deadline=None)
@given(
    before=st.integers(min_value=0, max_value=200),
    parts_allowed=st.integers(min_value=1, max_value=3),
    number=st.sampled_from([PHONE, "+1 (888) 373 7888", "1 888 373 7888", "18883737888", "٠٩١ ٢٣٤ ٥٦٧٨"]),
)
def test_a_phone_number_is_never_cut(before: int, parts_allowed: int, number: str) -> None:
    text = "a" * before + " " + number + " " + "b" * 300
    assert sum(number in piece for piece in split(text, parts_allowed)) == 1


def test_flags_are_cut_between_flags() -> None:
    assert split("a" + "🇺🇸" * 40, 1) == ["a" + "🇺🇸" * 17, "🇺🇸" * 17, "🇺🇸" * 6]


CLUSTERS = st.sampled_from(
    [
        "👨‍👩‍👧‍👦",
        "🇺🇸",
        "🇲🇽",
        "👍🏽",
        "1️⃣",
        "e\u0301",
        "नि",
        "क्ष",
        "각",
        "각",
        "สำ",
        "🏴\U000e0067\U000e0062\U000e007f",
        "ñ",
        "שָ",
        "👩🏿‍🚒",
        " \u0301",
        "\r\n",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=700),
    st.lists(st.one_of(CLUSTERS, st.sampled_from([" ", ". ", "a", "я", "。", PHONE, "\n", "ok "])), max_size=300).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, max_parts=st.integers(min_value=1, max_value=4))
def test_cutting_loses_nothing_and_keeps_every_message_in_budget(text: str, max_parts: int) -> None:
    pieces = split(text, max_parts)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece and 1 <= parts(piece) <= max_parts for piece in pieces)


@settings(max_examples=150, deadline=None)
@given(text=st.lists(st.one_of(CLUSTERS, st.sampled_from(["a", " ", "я", ". "])), max_size=400).map("".join), max_parts=st.integers(1, 2))
def test_no_cut_falls_inside_a_grapheme_cluster(text: str, max_parts: int) -> None:
    clusters = regex.findall(r"\X", text)
    assert all(parts(cluster) <= 1 for cluster in clusters)
    edges, at = {0}, 0
    for cluster in clusters:
        at += len(cluster)
        edges.add(at)
    place = 0
    for piece in split(text, max_parts):
        start = text.index(piece, place)
        place = start + len(piece)
        assert start in edges
        assert place in edges


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_a_longer_text_never_costs_less(text: str) -> None:
    costs = [parts(text[:length]) for length in range(len(text) + 1)]
    assert costs == sorted(costs)
