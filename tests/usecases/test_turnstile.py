"""Who goes through first when not everybody can."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from bot.usecases.turnstile import FOR_THE_OLDEST, Rank, Turnstile


class Crowd:
    """People at one turnstile; `inside` is in the order in which they got in."""

    def __init__(self, at_once: int) -> None:
        self.turnstile = Turnstile(at_once)
        self.inside: list[str] = []
        self.may_leave: dict[str, asyncio.Event] = {}

    async def comes(self, name: str, rank: Rank = Rank.OTHERS, within: float = 60) -> asyncio.Task[None]:
        """Somebody comes, and has had time to get in if there is room."""
        task = asyncio.create_task(self._goes(name, rank, within))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return task

    async def leaves(self, name: str) -> None:
        """Somebody leaves, and somebody else has had time to get in."""
        self.may_leave[name].set()
        for _ in range(5):
            await asyncio.sleep(0)

    async def _goes(self, name: str, rank: Rank, within: float) -> None:
        self.may_leave[name] = asyncio.Event()
        async with self.turnstile.through(rank, asyncio.get_running_loop().time() + within):
            self.inside.append(name)
            await self.may_leave[name].wait()


async def test_danger_goes_first_and_among_equals_whoever_came_first() -> None:
    crowd = Crowd(1)
    for name, rank in (("a", Rank.OTHERS), ("b", Rank.OTHERS), ("c", Rank.OTHERS), ("chat", Rank.NOWHERE_ELSE), ("danger", Rank.DANGER)):
        await crowd.comes(name, rank)
    assert crowd.inside == ["a"]
    for name in ("a", "danger", "chat", "b", "c"):
        assert crowd.inside[-1] == name
        await crowd.leaves(name)
    assert crowd.inside == ["a", "danger", "chat", "b", "c"]


async def test_nobody_is_passed_over_for_ever() -> None:
    crowd = Crowd(1)
    await crowd.comes("a")
    await crowd.comes("calm")
    for at in range(20):
        await crowd.comes(f"danger {at}", Rank.DANGER)
    while crowd.inside[-1] != "calm":
        await crowd.leaves(crowd.inside[-1])
    assert len(crowd.inside) == 1 + FOR_THE_OLDEST


async def test_no_more_than_so_many_are_inside_at_once() -> None:
    crowd = Crowd(3)
    for name in "abcde":
        await crowd.comes(name)
    assert crowd.inside == ["a", "b", "c"]
    await crowd.leaves("b")
    assert crowd.inside == ["a", "b", "c", "d"]


async def test_whoever_waits_too_long_is_told_so_and_takes_nobodys_place() -> None:
    crowd = Crowd(1)
    await crowd.comes("a")
    late = await crowd.comes("late", within=0.01)
    with pytest.raises(TimeoutError):
        await late
    await crowd.comes("b")
    await crowd.leaves("a")
    assert crowd.inside == ["a", "b"]


async def test_whoever_gives_up_at_the_moment_of_their_turn_passes_it_on() -> None:
    crowd = Crowd(1)
    await crowd.comes("a")
    leaving = await crowd.comes("leaving")
    await crowd.comes("b")
    crowd.may_leave["a"].set()
    # The turn is given; before whoever has it can notice, they are cancelled.
    await asyncio.sleep(0)
    leaving.cancel()
    with suppress(asyncio.CancelledError):
        await leaving
    for _ in range(5):
        await asyncio.sleep(0)
    assert crowd.inside == ["a", "b"]


async def test_whoever_fails_inside_makes_room_all_the_same() -> None:
    turnstile, by = Turnstile(1), asyncio.get_running_loop().time() + 60
    for _ in range(3):
        with pytest.raises(RuntimeError):
            async with turnstile.through(Rank.OTHERS, by):
                raise RuntimeError
