"""A state out of a ZIP code or a name, and nothing narrower."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import STATES, place_in, state_of_zip


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("04101", "ME"), ("zip 98101-1234", "WA"), ("٩٠٠٠١", "CA"), ("Portland, Maine", "ME"), ("new york", "NY"),
        ("i am in West Virginia", "WV"), ("tx", "TX"), ("Nueva York", "NY"),
        ("vivo en California", "CA"), ("加州", "CA"), ("техас", "TX"), ("Boston MA", "MA"), ("Washington DC", "DC"),
        ("north carolina pls", "NC"),
        # words that only look like a state
        ("he is in the kitchen", None), ("no", None), ("me ayudan por favor", None), ("ok thanks", None), ("call me", None),
        ("hi", None), ("ok", None), ("OK", None), ("me", None), ("ME", "ME"), ("wa", "WA"), ("HELP ME", None), ("BED FOR ME", None),
        ("", None), ("123456", None), ("00000", None),
        ("HE TOOK MY PAPERS OR I DO NOT KNOW", None),
    ],
)  # fmt: skip
def test_places(text: str, state: str | None) -> None:
    assert place_in(text) == state


@given(st.text(max_size=60))
def test_any_text_is_a_state_or_nothing(text: str) -> None:
    assert place_in(text) in {None, *STATES}


@given(st.integers(0, 99999))
def test_any_zip_code_is_a_state_or_nothing(number: int) -> None:
    assert state_of_zip(f"{number:05}") in {None, *STATES}
