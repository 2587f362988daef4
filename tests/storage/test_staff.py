"""Advocates sign in, stay signed in for a while, and out for good."""

from __future__ import annotations

import pytest

from bot.security.passwords import hash_password, password_matches, readable_password
from tests.support.stage import Stage

PASSWORD = "correct horse battery"


async def test_the_right_password_signs_in_and_nothing_else_does(stage: Stage) -> None:
    ana = await stage.staff.add_advocate("Ana Ruiz", PASSWORD)
    token = await stage.staff.sign_in("ana ruiz", PASSWORD)
    assert token is not None
    assert await stage.staff.advocate_of_session(token) == ana
    for name, password in (
        ("Ana Ruiz", "wrong"),
        ("Nobody", PASSWORD),
        ("Ana Ruiz", ""),
        ("Ana Ruiz", PASSWORD + "\x00"),
        ("\x00", "\x00"),
    ):
        assert await stage.staff.sign_in(name, password) is None


async def test_an_advocate_without_a_password_cannot_sign_in(stage: Stage) -> None:
    await stage.staff.new_api_token("api")
    assert await stage.staff.sign_in("api", "") is None
    assert not await stage.staff.any_advocate()


async def test_sessions_end_when_idle_and_in_any_case_after_twelve_hours(stage: Stage) -> None:
    await stage.staff.add_advocate("Ana", PASSWORD)
    token = await stage.staff.sign_in("Ana", PASSWORD) or ""
    for _ in range(13):
        stage.clock.pass_by(minutes=55)
        assert await stage.staff.advocate_of_session(token) is not None
    stage.clock.pass_by(minutes=20)
    assert await stage.staff.advocate_of_session(token) is None
    token = await stage.staff.sign_in("Ana", PASSWORD) or ""
    stage.clock.pass_by(minutes=61)
    assert await stage.staff.advocate_of_session(token) is None


async def test_signing_out_and_a_new_password_end_sessions(stage: Stage) -> None:
    await stage.staff.add_advocate("Ana", PASSWORD)
    first, second = [await stage.staff.sign_in("Ana", PASSWORD) or "" for _ in range(2)]
    await stage.staff.sign_out(first)
    assert await stage.staff.advocate_of_session(first) is None
    await stage.staff.set_password("Ana", "another long password")
    assert await stage.staff.advocate_of_session(second) is None


async def test_names_are_taken_once_whatever_their_case(stage: Stage) -> None:
    await stage.staff.add_advocate("Ana", PASSWORD)
    with pytest.raises(ValueError, match="already"):
        await stage.staff.add_advocate("ANA", PASSWORD)
    with pytest.raises(ValueError, match="no advocate"):
        await stage.staff.set_password("Ben", PASSWORD)


def test_B71_odd_passwords_are_refused_and_never_raise_at_sign_in() -> None:
    stored = hash_password("pässwörd-with-umlauts")
    assert password_matches(stored, "pa\u0308sswo\u0308rd-with-umlauts"), "the same letters composed otherwise"
    for odd in ("", "x" * 1_000_000, "\ud800", "\x00"):
        assert not password_matches(stored, odd)
    for unfit in ("short", "x" * 2000):
        with pytest.raises(ValueError, match="characters"):
            hash_password(unfit)


def test_a_first_password_is_long_enough_to_be_one() -> None:
    assert password_matches(hash_password(made := readable_password()), made)
