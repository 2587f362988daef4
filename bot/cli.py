"""The command line: `lantern run` starts everything, the other commands do one thing each."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.settings import PROJECT, BadSettings, Settings, read_settings

if TYPE_CHECKING:
    from bot.app import Parts
    from bot.ports import Staff

Answer = TypeVar("Answer")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="lantern", description="Lantern: a text line that brings a human.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add(commands, "run", _run, "start the whole service and keep it running")
    web = _add(commands, "web", _web, "the web process alone (needs DATABASE_URL)")
    web.add_argument("--database-from-stdin", action="store_true", help="read DATABASE_URL from standard input once the code is loaded")
    _add(commands, "worker", _worker, "the worker alone (needs DATABASE_URL)")
    _add(commands, "migrate", _migrate, "bring the database up to date")
    _add(commands, "train", _train, "train the models that are missing or stale")
    _add(commands, "check-config", _check, "say whether the settings allow a start")
    _add(commands, "eval", _eval, "print the figures for triage, language identification and intents")
    token = _add(commands, "token", _token, "tokens for the staff API")
    token.add_argument("action", choices=["create"])
    token.add_argument("name", nargs="?", default="api", help="the advocate the token acts as (made if missing)")
    advocate = _add(commands, "advocate", _advocate, "people who work at the desk")
    advocate.add_argument("action", choices=["add", "password"])
    advocate.add_argument("name")
    advocate.add_argument("--password-file", type=Path, help="read the password from this file; otherwise one is made and shown once")
    for name, work, what in (("triage", _triage, "level and signals"), ("identify", _identify, "language")):
        label = _add(commands, name, work, f"add the predicted {what} to every row of a TSV with a `text` column")
        label.add_argument("input", type=Path)
        label.add_argument("--out", type=Path, required=True)
    export = _add(commands, "corrections", _corrections, "write the levels that advocates corrected to a TSV, for the next evaluation set")
    export.add_argument("--out", type=Path, required=True, help="a new file, readable by its owner only; it holds what people wrote")
    _words_commands(_add(commands, "words", _words_status, "what Lantern says: how far each language is, for translators, what is stale"))
    given = parser.parse_args(arguments)
    try:
        return int(given.work(given) or 0)
    except BadSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, work: Callable[..., int | None], text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(work=work)
    return command


def _run(_: argparse.Namespace) -> int:
    from bot.supervisor import supervise

    return supervise(read_settings())


def _on_fast_loop(work: Coroutine[None, None, None]) -> None:
    """Run a long-running process on uvloop: waiting for the database costs a third of what it does on the standard loop."""
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work)


def _web(given: argparse.Namespace) -> None:
    from bot.processes import web

    if given.database_from_stdin:
        os.environ["DATABASE_URL"] = sys.stdin.readline().strip()
    _on_fast_loop(web(read_settings()))


def _worker(_: argparse.Namespace) -> None:
    from bot.processes import worker

    _on_fast_loop(worker(read_settings()))


def _migrate(_: argparse.Namespace) -> None:
    from bot.postgres import database
    from bot.schema import bring_up_to_date

    with database(read_settings()) as settings:
        bring_up_to_date(settings.database_url or "")


def _train(_: argparse.Namespace) -> None:
    from bot.models import train_all

    train_all(read_settings(), say=print)


def _check(_: argparse.Namespace) -> None:
    settings = read_settings()
    line = "practice" if settings.practice else "a real line"
    print(f"settings are fine: {line}, SMS {'through the provider' if settings.twilio else 'on the practice phone'}")


def _eval(_: argparse.Namespace) -> None:
    from bot.models import evaluate_all

    evaluate_all(read_settings(), say=print)


def _token(given: argparse.Namespace) -> None:
    print(_with_staff(lambda staff: staff.new_api_token(given.name)))


def _advocate(given: argparse.Namespace) -> int:
    from bot.security.passwords import readable_password

    password = given.password_file.read_text(encoding="utf-8").strip() if given.password_file else readable_password()
    act = "add_advocate" if given.action == "add" else "set_password"
    try:
        _with_staff(lambda staff: getattr(staff, act)(given.name, password))
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if not given.password_file:
        print(f"{given.name} signs in with this password, shown only now: {password}")
    return 0


def _corrections(given: argparse.Namespace) -> int:
    from bot.storage.queries.corrections import corrections

    found = _with_parts(lambda parts: corrections(parts.engine, parts.sealing))
    try:
        # Opened by its owner only, and never over another file.
        descriptor = os.open(given.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        print(f"{given.out} exists already; name a new file", file=sys.stderr)
        return 1
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("lang\tlevel\tsignal\ttext\n")
        for each in found:
            text = " ".join(each.text.split())
            file.write(f"{each.language}\t{each.level.value}\theard_{each.heard.value}\t{text}\n")
    print(f"{len(found)} corrections")
    return 0


def _with_staff(act: Callable[[Staff], Awaitable[Answer]]) -> Answer:
    """Run `act` on the staff of the database."""
    return _with_parts(lambda parts: act(parts.staff))


def _with_parts(act: Callable[[Parts], Awaitable[Answer]]) -> Answer:
    """Run `act` on the parts of the service, starting the bundled PostgreSQL if it is not running."""
    from bot.app import opened
    from bot.postgres import database
    from bot.schema import bring_up_to_date

    async def run(settings: Settings) -> Answer:
        async with opened(replace(settings, practice=False), pool_size=1) as parts:
            return await act(parts)

    with database(read_settings()) as settings:
        bring_up_to_date(settings.database_url or "")
        return asyncio.run(run(settings))


def _triage(given: argparse.Namespace) -> None:
    from bot.models import triage_for_files
    from bot.triage.evaluation import label_file

    label_file(given.input, given.out, triage_for_files(read_settings()))


def _identify(given: argparse.Namespace) -> None:
    from bot.language.evaluation import label_file
    from bot.models import languages_for_files

    label_file(given.input, given.out, languages_for_files(read_settings()))


def _words_commands(words: argparse.ArgumentParser) -> None:
    acts = words.add_subparsers(dest="act", metavar="ACT")
    _add(acts, "status", _words_status, "how many texts are reviewed, drafts, outdated or missing, per language")
    for name, work, what in (
        ("export", _words_export, "write a language's texts to a CSV for translators and reviewers"),
        ("import", _words_import, "bring a CSV of translations back in; refused as a whole when a text breaks a rule"),
    ):
        act = _add(acts, name, work, what)
        act.add_argument("language")
        act.add_argument("file", type=Path)
    stale = _add(acts, "stale", _words_stale, "facts that nobody has held against their source for some time")
    stale.add_argument("--days", type=int, default=90, help="how many days a check is good for (90)")


def _words_status(_: argparse.Namespace) -> None:
    from bot.wording.catalogue import Catalogues

    for language, counts in Catalogues(PROJECT).status().items():
        print(f"{language:8}", "  ".join(f"{name} {count}" for name, count in counts.items()))


def _words_export(given: argparse.Namespace) -> int:
    from bot.wording.catalogue import Catalogues
    from bot.wording.exchange import export

    return _exchanged(lambda: f"{export(Catalogues(PROJECT), given.language, given.file)} texts written to {given.file}")


def _words_import(given: argparse.Namespace) -> int:
    from bot.wording.catalogue import Catalogues
    from bot.wording.exchange import take_in

    return _exchanged(lambda: f"{take_in(Catalogues(PROJECT), given.language, given.file, PROJECT)} texts changed")


def _exchanged(act: Callable[[], str]) -> int:
    from bot.wording.source import WordingError

    try:
        print(act())
    except (WordingError, OSError) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _words_stale(given: argparse.Namespace) -> None:
    from datetime import UTC, datetime

    from bot.referrals.directory import Directory
    from bot.wording.catalogue import Catalogues

    words, today = Catalogues(PROJECT), datetime.now(UTC).date()
    directory = Directory(PROJECT / "config" / "resources", {each.code: each.name for each in words.languages()})
    for fact in [*words.stale(today, given.days), *directory.stale(today, given.days)]:
        print(f"{fact.checked_on}  {fact.id:28} {'; '.join(fact.source)}")


if __name__ == "__main__":
    sys.exit(main())
