"""The spill: what is appended is kept whole and in order, and nothing that can be read is ever dropped."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.records import Incoming
from bot.ports import Fate, SpillFails
from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.storage import spill as spill_module
from bot.storage.spill import AT_ONCE, SpillFiles
from bot.storage.spill_file import RecordFile

MARIA, BEN = "+15551230001", "+15551230002"


def incoming(number: int, sender: str = MARIA) -> Incoming:
    text = f"number {number} ñ 🙂"
    return Incoming(f"SM{number:032x}", Address(Channel.SMS, sender), text, ("carrier",), "es", datetime(2026, 11, 21, 3, 0, tzinfo=UTC))


@pytest.fixture
def sealing(tmp_path: Path) -> ConversationSealing:
    return ConversationSealing(KeyFiles(tmp_path / "keys"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "spill"


class Door:
    """Takes messages in, or answers with the fate given for them."""

    def __init__(self, fates: dict[str, Fate] | None = None) -> None:
        self.fates = fates or {}
        self.taken: list[Incoming] = []

    async def __call__(self, message: Incoming, first: bool = False) -> Fate:
        fate = self.fates.get(message.provider_id, Fate.TAKEN)
        if fate is Fate.TAKEN:
            self.taken.append(message)
        return fate


def texts(messages: Sequence[Incoming]) -> list[str]:
    return [each.text for each in messages]


def gone(spill: SpillFiles) -> None:
    """The process dies: its locks are free."""
    spill._leave_current()
    for file in spill._left.values():
        file.close()


async def test_what_is_appended_comes_back_whole_and_in_order_and_leaves_nothing(place: Path, sealing: ConversationSealing) -> None:
    spill, door = SpillFiles(place, sealing), Door()
    sent = [incoming(number, MARIA if number % 2 else BEN) for number in range(20)]
    for each in sent:
        await spill.append(each)
    assert (spill.waiting(), spill.holds(Address(Channel.SMS, MARIA))) == (20, True)
    assert await spill.replay(door) == 20
    assert [[each for each in door.taken if each.address.value == who] for who in (BEN, MARIA)] == [sent[0::2], sent[1::2]]
    assert (spill.waiting(), spill.holds(Address(Channel.SMS, MARIA)), list(place.iterdir())) == (0, False, [])


@pytest.mark.parametrize("restarted", [False, True])
async def test_F59_danger_goes_first_and_never_before_what_the_same_person_wrote_earlier(
    place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch, restarted: bool
) -> None:
    monkeypatch.setattr("bot.storage.spill.LARGEST_FILE", 20_000)
    spill, door = SpillFiles(place, sealing), Door()
    for number in range(200):
        await spill.append(incoming(number, f"+1555{number:07d}"))
    await spill.append(incoming(200, MARIA))
    await spill.append(incoming(201, MARIA), first=True)
    assert len(list(place.glob("*.spill"))) > 2
    if restarted:
        gone(spill)
        spill = SpillFiles(place, sealing)
    assert await spill.replay(door) == 202
    assert texts(door.taken)[:2] == [incoming(200).text, incoming(201).text]
    # What she writes later waits like anybody's.
    await spill.append(incoming(202, BEN))
    await spill.append(incoming(203, MARIA))
    assert (await spill.replay(door), spill.waiting(), list(place.iterdir())) == (2, 0, [])
    assert texts(door.taken)[-2:] == [incoming(202).text, incoming(203).text]


async def test_F59_danger_that_comes_while_others_are_taken_in_waits_for_few_of_them(
    place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.spill.ROUND_SECONDS", 0.1)
    spill, door, firsts = SpillFiles(place, sealing), Door(), list[str]()
    to_come = [incoming(500, MARIA)]
    for number in range(100):
        await spill.append(incoming(number, f"+1555{number:07d}"))

    async def slow(message: Incoming, first: bool) -> Fate:
        if len(door.taken) >= 10 and to_come:
            await spill.append(to_come.pop(), first=True)
        await asyncio.sleep(0.02)
        if first:
            firsts.append(message.provider_id)
        return await door(message)

    while spill.waiting():
        assert await spill.replay(slow) >= AT_ONCE or len(door.taken) >= 100
    assert firsts == [incoming(500).provider_id]
    assert [each.provider_id for each in door.taken].index(incoming(500).provider_id) < 60
    assert (len(door.taken), len(set(texts(door.taken)))) == (101, 101)


async def test_F59_a_flood_of_danger_leaves_everybody_else_their_turn(
    place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.spill.ROUND_SECONDS", 0.0)
    spill, door = SpillFiles(place, sealing), Door()
    for number in range(20):
        await spill.append(incoming(number, f"+1555{number:07d}"))
    for at in range(20):
        await spill.append(incoming(100 + at, MARIA), first=True)
        before = sum(each.address.value != MARIA for each in door.taken)
        await spill.replay(door)
        assert sum(each.address.value != MARIA for each in door.taken) >= min(20, before + AT_ONCE)
        assert door.taken[-1].address.value != MARIA or before == 20, "danger first, and then some of the others"
    assert len(door.taken) == 40


async def test_F59_who_joins_those_in_danger_in_the_middle_of_a_round_overtakes_none_of_her_own_texts(
    place: Path, sealing: ConversationSealing
) -> None:
    old = SpillFiles(place, sealing)
    await old.append(incoming(1, MARIA))
    await old.append(incoming(2, BEN), first=True)
    gone(old)
    spill, door = SpillFiles(place, sealing), Door()
    await spill.append(incoming(3, "+15551230003"))

    async def and_she_writes(message: Incoming, first: bool) -> Fate:
        if message.address.value == BEN:
            await spill.append(incoming(4, MARIA), first=True)
        return await door(message)

    while spill.waiting():
        await spill.replay(and_she_writes)
    assert [each.provider_id for each in door.taken if each.address.value == MARIA] == [incoming(1).provider_id, incoming(4).provider_id]


async def test_several_peoples_messages_are_taken_in_at_once_and_one_persons_in_turn(place: Path, sealing: ConversationSealing) -> None:
    spill, running, most, order = SpillFiles(place, sealing), Counter[str](), Counter[str](), list[str]()

    async def slow(message: Incoming, first: bool) -> Fate:
        for who in ("all", message.address.value):
            running[who] += 1
            most[who] = max(most[who], running[who])
        await asyncio.sleep(0.01)
        running.subtract(("all", message.address.value))
        order.append(message.provider_id)
        return Fate.TAKEN

    sent = [incoming(number, f"+1555{number % 8:07d}") for number in range(24)]
    for each in sent:
        await spill.append(each)
    assert await spill.replay(slow) == 24
    assert most.pop("all") == AT_ONCE
    assert set(most.values()) == {1}
    for who in range(8):
        theirs = [each.provider_id for each in sent[who::8]]
        assert [each for each in order if each in theirs] == theirs


async def test_a_process_that_died_leaves_its_messages_to_the_next(place: Path, sealing: ConversationSealing) -> None:
    first = SpillFiles(place, sealing)
    for number in range(3):
        await first.append(incoming(number))
    still_alive = SpillFiles(place, sealing)
    assert (still_alive.waiting(), await still_alive.replay(Door())) == (0, 0)
    gone(first)
    second, door = SpillFiles(place, sealing), Door()
    assert second.holds(Address(Channel.SMS, MARIA))
    await second.append(incoming(3))
    await second.replay(door)
    assert [each.provider_id for each in door.taken] == [incoming(number).provider_id for number in range(4)]
    assert list(place.iterdir()) == []


async def test_F1_a_file_cut_at_each_byte_gives_every_whole_record_and_nothing_else(place: Path, sealing: ConversationSealing) -> None:
    spill = SpillFiles(place, sealing)
    ends = []
    for number in range(3):
        await spill.append(incoming(number))
        ends.append(next(place.glob("*.spill")).stat().st_size)
    gone(spill)
    file = next(place.glob("*.spill"))
    whole = file.read_bytes()
    file.unlink()
    for length in range(len(whole) + 1):
        left = place / f"{length:020d}.spill"
        left.write_bytes(whole[:length])
        after, door = SpillFiles(place, sealing), Door()
        await after.replay(door)
        assert texts(door.taken) == [incoming(number).text for number in range(3) if ends[number] <= length], length
        torn = length not in (0, *ends)
        assert [path.suffix for path in place.iterdir()] == ([".torn"] if torn else []), length
        assert after.aside() == 0
        for path in place.iterdir():
            path.unlink()


async def test_zeros_after_a_power_cut_are_a_torn_end(place: Path, sealing: ConversationSealing) -> None:
    spill, door = SpillFiles(place, sealing), Door()
    await spill.append(incoming(0))
    gone(spill)
    with next(place.glob("*.spill")).open("ab") as file:
        file.write(bytes(700))
    after = SpillFiles(place, sealing)
    await after.replay(door)
    assert (texts(door.taken), after.aside()) == ([incoming(0).text], 0)


async def test_a_flipped_byte_costs_one_record_which_is_kept_aside(place: Path, sealing: ConversationSealing) -> None:
    spill = SpillFiles(place, sealing)
    for number in range(3):
        await spill.append(incoming(number))
    gone(spill)
    file = next(place.glob("*.spill"))
    whole = file.read_bytes()
    record = len(whole) // 3
    for offset in range(record, 2 * record, 7):
        flipped = bytearray(whole)
        flipped[offset] ^= 1
        file.write_bytes(flipped)
        after, door = SpillFiles(place, sealing), Door()
        await after.replay(door)
        assert texts(door.taken) == [incoming(0).text, incoming(2).text], offset
        kept = next(place.iterdir())
        assert (kept.suffix, kept.read_bytes(), after.aside()) == (".damaged", bytes(flipped), 1)
        kept.unlink()


async def test_a_record_that_does_not_open_is_put_aside_and_tried_again(place: Path, sealing: ConversationSealing, tmp_path: Path) -> None:
    other = SpillFiles(place, ConversationSealing(KeyFiles(tmp_path / "other")))
    await other.append(incoming(0, BEN))
    gone(other)
    spill, door = SpillFiles(place, sealing), Door()
    await spill.append(incoming(1))
    await spill.replay(door)
    assert (texts(door.taken), spill.aside()) == ([incoming(1).text], 1)
    # The right keys are there again.
    again, door = SpillFiles(place, ConversationSealing(KeyFiles(tmp_path / "other"))), Door()
    await again.replay(door)
    assert (texts(door.taken), again.aside(), list(place.iterdir())) == ([incoming(0, BEN).text], 0, [])


async def test_who_must_wait_holds_up_only_their_own_later_words(place: Path, sealing: ConversationSealing) -> None:
    spill = SpillFiles(place, sealing)
    for number, sender in enumerate((MARIA, BEN, MARIA)):
        await spill.append(incoming(number, sender))
    door = Door({incoming(0).provider_id: Fate.NOT_YET})
    await spill.replay(door)
    assert texts(door.taken) == [incoming(1).text]
    assert (spill.holds(Address(Channel.SMS, MARIA)), spill.holds(Address(Channel.SMS, BEN))) == (True, False)
    door.fates.clear()
    await spill.replay(door)
    assert texts(door.taken) == [incoming(number).text for number in (1, 0, 2)]


async def test_a_database_that_goes_away_again_stops_the_replay_and_loses_nothing(place: Path, sealing: ConversationSealing) -> None:
    spill = SpillFiles(place, sealing)
    for number in range(4):
        await spill.append(incoming(number))
    door = Door({incoming(2).provider_id: Fate.STOP})
    assert await spill.replay(door) == 2
    await spill.append(incoming(4))
    door.fates.clear()
    assert await spill.replay(door) == 3
    assert texts(door.taken) == [incoming(number).text for number in range(5)]


async def test_a_long_outage_takes_few_files_however_often_a_replay_is_tried(place: Path, sealing: ConversationSealing) -> None:
    spill, door = SpillFiles(place, sealing), Door(dict.fromkeys((incoming(number).provider_id for number in range(40)), Fate.STOP))
    for number in range(40):
        await spill.append(incoming(number))
        await spill.replay(door)
    assert len(list(place.iterdir())) == 1
    door.fates.clear()
    await spill.append(incoming(40))
    await spill.replay(door)
    assert texts(door.taken) == [incoming(number).text for number in range(41)]
    assert list(place.iterdir()) == []


async def test_what_is_appended_during_a_replay_is_kept(place: Path, sealing: ConversationSealing) -> None:
    spill, door = SpillFiles(place, sealing), Door()
    await spill.append(incoming(0))

    async def slow(message: Incoming, first: bool) -> Fate:
        if not door.taken:
            await spill.append(incoming(1))
        return await door(message)

    await spill.replay(slow)
    assert spill.waiting() == 1
    await spill.replay(door)
    assert (texts(door.taken), list(place.iterdir())) == ([incoming(0).text, incoming(1).text], [])


async def test_messages_that_come_together_share_an_fsync(
    place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    spill, writes = SpillFiles(place, sealing), []
    append = RecordFile.append
    monkeypatch.setattr(RecordFile, "append", lambda file, data: (writes.append(len(data)), append(file, data)))
    await asyncio.gather(*(spill.append(incoming(number)) for number in range(50)))
    assert len(writes) <= 3
    door = Door()
    await spill.replay(door)
    assert len(door.taken) == 50


async def test_a_file_does_not_grow_without_end(place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill_module, "LARGEST_FILE", 1000)
    spill, door = SpillFiles(place, sealing), Door()
    for number in range(12):
        await spill.append(incoming(number))
    assert len(list(place.iterdir())) >= 3
    await spill.replay(door)
    assert texts(door.taken) == [incoming(number).text for number in range(12)]


async def test_F29_after_a_failed_write_nothing_is_added_to_that_file(
    place: Path, sealing: ConversationSealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    spill, door = SpillFiles(place, sealing), Door()
    await spill.append(incoming(0))
    with monkeypatch.context() as broken:
        broken.setattr("bot.storage.spill_file.os.fsync", _fails)
        with pytest.raises(SpillFails):
            await spill.append(incoming(1))
        assert (spill.fails, spill.waiting()) == (True, 1)
        await spill.probe()
        assert spill.fails
    await spill.probe()
    assert not spill.fails
    await spill.append(incoming(2))
    assert [path.stat().st_size > 0 for path in sorted(place.glob("*.spill"))] == [True, True]
    await spill.replay(door)
    assert texts(door.taken) == [incoming(0).text, incoming(2).text]


def _fails(_: int) -> None:
    raise OSError(5, "Input/output error")


async def test_T10_nothing_personal_lies_open_in_the_files_or_their_names(place: Path, sealing: ConversationSealing) -> None:
    spill = SpillFiles(place, sealing)
    await spill.append(replace(incoming(7), text="she is called Marisol Quetzal"))
    found = b"".join(path.name.encode() + path.read_bytes() for path in place.iterdir())
    for canary in (b"Marisol", b"Quetzal", MARIA.encode(), MARIA[2:].encode(), incoming(7).provider_id.encode(), b"carrier", b"sms"):
        assert canary not in found
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in place.iterdir())
    assert place.stat().st_mode & 0o777 == 0o700
    assert MARIA not in repr(spill.__dict__)
