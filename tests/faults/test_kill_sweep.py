"""The process dies at a write, sync or send, begins again, and what was not acknowledged is sent again: nothing lost, nothing twice.

`trust.md` F1, F29, F35, F38. PostgreSQL is another process and lives. The fast selection takes some points of each scene, the long one all.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import DeliveryState
from bot.domain.records import Author, Incoming, OutboundDraft
from bot.security.keys import KeyFiles
from bot.security.sealing import ConversationSealing
from bot.storage.spill import SpillFiles
from bot.storage.spill_file import Record, read_records
from bot.usecases.deliver_messages import DeliverMessages
from tests.faults.driver import provider
from tests.faults.sweep import Driver, Played, Point, points, some
from tests.support.figures import note
from tests.support.front_door import PUBLIC_URL, front_door
from tests.support.pretend_twilio import PretendTwilio
from tests.support.stage import MARIA, Stage, staged

NOWHERE = "postgresql:///postgres?host=/nonexistent"
DANGER, PLAIN = "he has a knife", "hello"
long = [pytest.mark.long, pytest.mark.timeout(1800)]
SOME = [pytest.param(6, id="some"), pytest.param(100_000, id="every", marks=long)]
_numbers = count(1)


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    made = Driver(tmp_path_factory.mktemp("sweep") / "strace.log")
    yield made
    made.close()


@pytest.fixture
def place(tmp_path: Path) -> Callable[[], Path]:
    """Makes a data directory for one point: the same index key as all others, and no other key yet."""
    KeyFiles(tmp_path / "keys").index_key()

    def make() -> Path:
        made = tmp_path / f"point-{next(_numbers)}"
        (made / "keys").mkdir(parents=True)
        shutil.copy(tmp_path / "keys" / "index.key", made / "keys" / "index.key")
        return made

    return make


class Group:
    """The webhooks of one point: two people, one of them in danger."""

    def __init__(self) -> None:
        base = 2 * next(_numbers)
        self.people = [f"+1555{base:07d}", f"+1555{base + 1:07d}"]
        twilio = PretendTwilio()
        texts = ((self.people[0], PLAIN), (self.people[1], DANGER), (self.people[1], "again"))
        self.forms = [twilio.form(sender, text) for sender, text in texts]
        self.sids = [form["MessageSid"] for form in self.forms]

    async def kept(self, stage: Stage) -> list[str]:
        """What is kept of each person, in order."""
        found = [await stage.desk.find(Channel.SMS, person) for person in self.people]
        assert all(len(each) <= 1 for each in found), "two conversations"
        return [f"{message.text}" for each in found if each for message in (await stage.see(each[0])).messages if message.direction == "in"]

    async def must_be_whole(self, stage: Stage, where: object, refused: int) -> None:
        """Each message is one row, each person has one job, in order unless some were refused and came again; one alert."""
        kept = await self.kept(stage)
        assert (sorted(kept) if refused else kept) == (sorted([PLAIN, DANGER, "again"]) if refused else [PLAIN, DANGER, "again"]), where
        conversation = (await stage.desk.find(Channel.SMS, self.people[1]))[0]
        assert len((await stage.see(conversation)).alerts) == 1, where
        ids = [str((await stage.desk.find(Channel.SMS, person))[0]) for person in self.people]
        jobs = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'take_turn' AND args->>'conversation' = ANY(%s)"
        with psycopg.connect(stage.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
            assert connection.execute(jobs, (ids,)).fetchone() == (2,), where


@asynccontextmanager
async def restarted(url: str, directory: Path) -> AsyncIterator[Stage]:
    """The next life of the process: what waits in the spill is taken in."""
    async with staged(url, directory) as stage:
        while stage.keep.waiting():
            await stage.keep.catch_up()
        yield stage


async def begin_again_and_redeliver(url: str, directory: Path, group: Group, played: Played, where: object, aside: int = 0) -> None:
    async with restarted(url, directory) as stage:
        kept = await group.kept(stage)
        for form in group.forms:
            assert form["MessageSid"] not in played.acknowledged or form["Body"] in kept, f"acknowledged and lost: {where}"
        async with front_door(stage) as door:
            for form in group.forms:
                if form["MessageSid"] not in played.acknowledged:
                    assert (await door.twilio.post(door.client, PUBLIC_URL, "/hooks/twilio/inbound", form)).status_code == 200
        await stage.keep.catch_up()
        await group.must_be_whole(stage, where, sum(status != 200 for status in played.statuses.values()))
        # Put aside twice is no loss: killed after it was written aside, before the file it stood in was forgotten.
        left = [path.suffix for path in (directory / "spill").iterdir() if path.suffix != ".torn"]
        assert set(left) == ({".aside"} if aside else set()), where


def ingest(url: str, directory: Path, group: Group) -> dict[str, Any]:
    return {"name": "ingest", "url": url, "directory": str(directory), "forms": group.forms}


@pytest.mark.parametrize("most", SOME)
@pytest.mark.parametrize("database", ["there", "away"])
async def test_F1_killed_at_every_write_of_ingest(
    driver: Driver, empty_database: str, place: Callable[[], Path], database: str, most: int
) -> None:
    url = empty_database if database == "there" else NOWHERE
    directory, group = place(), Group()
    counted = driver.count(ingest(url, directory, group))
    assert counted.acknowledged == set(group.sids)
    await begin_again_and_redeliver(empty_database, directory, group, counted, "no kill")
    every = points(counted)
    assert len(every) >= 15
    killed = 0
    for point in some(every, most):
        directory, group = place(), Group()
        played = driver.play(ingest(url, directory, group), point)
        killed += played.killed
        await begin_again_and_redeliver(empty_database, directory, group, played, point)
    assert killed >= 0.9 * len(some(every, most)), "the sweep must really kill"
    report(f"ingest, database {database}", every, some(every, most), killed)


async def spilled(directory: Path, forms: list[dict[str, str]], keys: str = "keys") -> None:
    """The messages wait in the spill of a process that is gone."""
    spill = SpillFiles(directory / "spill", ConversationSealing(KeyFiles(directory / keys)))
    for form in forms:
        await spill.append(Incoming(form["MessageSid"], Address(Channel.SMS, form["From"]), form["Body"], ("carrier",)))
    spill._leave_current()
    for file in spill._left.values():
        file.close()


@pytest.mark.parametrize("most", SOME)
@pytest.mark.parametrize("name", ["replay", "start"])
async def test_F1_killed_at_every_write_of_the_replay(
    driver: Driver, empty_database: str, place: Callable[[], Path], name: str, most: int
) -> None:
    """Among the messages is one that no key of ours opens: it must be there in the end, aside, whatever happened."""

    async def scene() -> tuple[Path, Group, dict[str, Any]]:
        directory, group = place(), Group()
        await spilled(directory, [PretendTwilio().form(MARIA, "unreadable")], keys="other-keys")
        if name == "start":
            for path in (directory / "spill").iterdir():
                path.rename(path.with_suffix(".aside"))
        await spilled(directory, group.forms)
        return directory, group, {"name": name, "url": empty_database, "directory": str(directory)}

    directory, group, played_scene = await scene()
    every = points(driver.count(played_scene))
    assert len(every) >= (15 if name == "replay" else 1)
    killed = 0
    for point in some(every, most):
        directory, group, played_scene = await scene()
        played = driver.play(played_scene, point)
        killed += played.killed
        played.statuses = dict.fromkeys(group.sids, 200)
        await begin_again_and_redeliver(empty_database, directory, group, played, point, aside=1)
        found = list((directory / "spill").glob("*.aside"))
        other = ConversationSealing(KeyFiles(directory / "other-keys"))
        looked_at = [SpillFiles(directory / f"look-{each.name}", other)._opened(_payload(each)) for each in found]
        assert {incoming.text for incoming, _ in looked_at} == {"unreadable"}, point
    assert killed >= 0.9 * len(some(every, most))
    report(name, every, some(every, most), killed)


def _payload(path: Path) -> bytes:
    (record,) = read_records(path.read_bytes())
    assert isinstance(record, Record)
    return record.payload


@pytest.mark.parametrize("most", SOME)
async def test_F38_killed_at_every_write_of_a_turn(driver: Driver, empty_database: str, place: Callable[[], Path], most: int) -> None:
    async def scene() -> tuple[Path, UUID, dict[str, Any]]:
        directory, sender = place(), f"+1555{next(_numbers):07d}"
        async with staged(empty_database, directory) as stage:
            await stage.text_in("[en] they keep my passport", sender)
            conversation = await stage.conversation_of(sender)
        named = {"name": "turn", "url": empty_database, "directory": str(directory), "conversations": [str(conversation)]}
        return directory, conversation, named

    async def said_after_the_retry(directory: Path, conversation: UUID) -> list[str]:
        async with restarted(empty_database, directory) as stage:
            for _ in range(2):
                await stage.take_turn(conversation)
            view = await stage.see(conversation)
            assert len(view.alerts) <= 1
            return [message.text for message in view.messages]

    directory, conversation, played_scene = await scene()
    every = points(driver.count(played_scene))
    whole = await said_after_the_retry(directory, conversation)
    assert len(whole) >= 2
    killed = 0
    for point in some(every, most):
        directory, conversation, played_scene = await scene()
        killed += driver.play(played_scene, point).killed
        assert await said_after_the_retry(directory, conversation) == whole, point
    assert killed >= 0.9 * len(some(every, most))
    report("turn", every, some(every, most), killed)


@pytest.mark.parametrize("most", SOME)
async def test_F35_killed_at_every_write_of_a_delivery(driver: Driver, empty_database: str, place: Callable[[], Path], most: int) -> None:
    with PretendTwilio() as twilio:

        async def scene() -> tuple[Path, UUID, str, dict[str, Any]]:
            directory, sender = place(), f"+1555{next(_numbers):07d}"
            async with staged(empty_database, directory) as stage:
                await stage.text_in("[en] hello", sender)
                conversation = await stage.conversation_of(sender)
                async with stage.units() as unit:
                    for text in ("first words", "second words"):
                        await unit.add_outbound(conversation, OutboundDraft(Author.ADVOCATE, text, "en"), stage.clock.now())
                    await unit.commit()
            named = {"name": "deliver", "url": empty_database, "directory": str(directory), "conversations": [str(conversation)]}
            return directory, conversation, sender, {**named, "provider": twilio.url}

        async def delivered_in_the_end(directory: Path, conversation: UUID) -> None:
            async with restarted(empty_database, directory) as stage:
                sender = provider(twilio.url)
                deliver = DeliverMessages(stage.units, stage.clock, sender)
                stage.clock.pass_by(seconds=31)
                for _ in range(6):
                    await deliver(conversation)
                    stage.clock.pass_by(seconds=6)
                await sender.close()
                states = [message.state for message in (await stage.see(conversation)).messages if message.direction == "out"]
                assert states == [DeliveryState.ACCEPTED] * 2

        directory, conversation, number, played_scene = await scene()
        every = points(driver.count(played_scene))
        assert [each.body for each in twilio.sent_to(number)] == ["first words", "second words"]
        killed = 0
        for point in some(every, most):
            directory, conversation, number, played_scene = await scene()
            killed += driver.play(played_scene, point).killed
            await delivered_in_the_end(directory, conversation)
            assert [each.body for each in twilio.sent_to(number)] == ["first words", "second words"], point
        assert killed >= 0.9 * len(some(every, most))
        report("delivery", every, some(every, most), killed)


@pytest.mark.parametrize("most", [pytest.param(4, id="some"), SOME[1]])
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
async def test_F29_what_could_not_be_written_is_never_acknowledged(
    driver: Driver, empty_database: str, place: Callable[[], Path], error: str, most: int
) -> None:
    counted = driver.count(ingest(NOWHERE, place(), Group()))
    # The main thread's writes are its answers; its syncs are those of the day's key.
    every = [each for each in points(counted, f"error={error}", ("write", "fsync", "link")) if str(each)[:16] != "MainThread:write"]
    assert {each.call for each in every} == {"write", "fsync", "link"}
    for point in some(every, most):
        directory, group = place(), Group()
        played = driver.play(ingest(NOWHERE, directory, group), point)
        assert (played.ended, sorted(played.statuses.values())) == (0, [200, 200, 503]), point
        await begin_again_and_redeliver(empty_database, directory, group, played, point)
    report(f"spill with {error}", every, some(every, most), len(some(every, most)))


async def test_F30_each_message_in_the_spill_has_its_own_fsync(driver: Driver, place: Callable[[], Path]) -> None:
    group = Group()
    counted = driver.count(ingest(NOWHERE, place(), group))
    # And one for the name of the file.
    assert counted.calls["spill_0", "fsync"] >= len(counted.acknowledged) + 1 == 4


async def test_F30_each_message_in_the_database_has_its_own_fsync_of_the_log(stage: Stage, synced_postgres: str) -> None:
    fsyncs = "SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'"

    async def counted() -> int:
        # A connection hands in its figures at the latest when it is closed.
        await stage.engine.dispose()
        with psycopg.connect(synced_postgres, autocommit=True) as connection:
            connection.execute("SELECT pg_stat_clear_snapshot()")
            return int((connection.execute(fsyncs).fetchone() or (0,))[0])

    before = await counted()
    for number in range(50):
        await stage.text_in(PLAIN, f"+1555{number:07d}")
    assert await counted() - before >= 50


def report(scene: str, every: list[Point], played: list[Point], happened: int) -> None:
    """For docs/reliability.md. Whatever was lost or doubled has failed the test before."""
    note("sweep", **{"scene": scene, "points": len(every), "played": len(played), "killed or failed": happened, "lost": 0, "twice": 0})
