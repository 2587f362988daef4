"""The ladder: who is called when nobody comes, and when the person is told the truth. Pure; docs/ladder.md.

Every conversation that waits for a human climbs it. The clock starts at the message that raised the level (triage-rubric.md, "Human
answer targets"); the desk itself is alerted at once and is no rung.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.levels import Level, highest
from bot.domain.rota import Duty


class Rung(enum.StrEnum):
    """A step of the ladder, in order."""

    ON_CALL = "on_call"
    AGAIN = "again"
    NEXT = "next"
    SUPERVISOR = "supervisor"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Rungs:
    """When each rung is due, counted from the message that raised the level.

    `again` may be missing; everybody is called again every `repeat` after the last rung.
    """

    on_call: timedelta
    next: timedelta
    supervisor: timedelta
    truth: timedelta
    again: timedelta | None = None
    repeat: timedelta = timedelta(hours=1)

    def at(self, rung: Rung) -> timedelta | None:
        """When `rung` is due; None when this ladder has no such rung."""
        found: timedelta | None = getattr(self, rung.value)
        return found


def rungs_of(on_call: int, after: int, supervisor: int, truth: int, *, again: int | None = None, repeat: int = 3600) -> Rungs:
    """Rungs given in seconds."""
    return Rungs(
        on_call=timedelta(seconds=on_call),
        next=timedelta(seconds=after),
        supervisor=timedelta(seconds=supervisor),
        truth=timedelta(seconds=truth),
        again=None if again is None else timedelta(seconds=again),
        repeat=timedelta(seconds=repeat),
    )


Ladder = Mapping[Level, Rungs]
# triage-rubric.md, "Human answer targets", and trust.md G5; an operator adopts its own (LANTERN_LADDER_*).
DEFAULT: Ladder = {
    Level.EMERGENCY: rungs_of(0, 120, 120, 180, again=30, repeat=600),
    Level.URGENT: rungs_of(300, 600, 720, 900),
    Level.ELEVATED: rungs_of(3600, 7200, 14400, 14400, repeat=14400),
    Level.ROUTINE: rungs_of(14400, 86400, 172800, 172800, repeat=86400),
}
# Whoever has been silent for longer may not hold the phone any more: nothing is said first without a recorded yes (domain.md 7.1).
SILENCE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Climb:
    """One conversation on the ladder.

    `done` are the rungs behind it; `ahead`: how much earlier calls are due because people could not be reached; `repeated`: how often
    everybody was called after the last rung; `next_at`: when something is due.
    """

    conversation: UUID
    level: Level
    started_at: datetime
    next_at: datetime
    done: frozenset[Rung] = frozenset()
    ahead: timedelta = timedelta()
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now: whom to page, whether to tell the person the truth, and the climb afterwards.

    `reached` says for each rung taken how many people there were to page.
    """

    climb: Climb
    page: tuple[UUID, ...] = ()
    tell: bool = False
    reached: Mapping[Rung, int] = field(default_factory=dict)


def started(conversation: UUID, level: Level, now: datetime) -> Climb:
    """A climb from the ground; due at once, so that the first rung is decided with the rota of that moment."""
    return Climb(conversation, level, now, next_at=now)


def called_again(climb: Climb, level: Level, now: datetime) -> Climb:
    """The climb after another call for a human: a higher level begins anew, the same or a lower one goes on as it was.

    After the last rung any call begins a new round: whoever writes again is called for again.
    """
    if level > climb.level or Rung.TRUTH in climb.done:
        return started(climb.conversation, highest((level, climb.level)), now)
    return climb


def hurried(climb: Climb, ladder: Ladder, now: datetime) -> Climb:
    """The climb when somebody could not be reached: the next call is due now. The truth keeps its time."""
    coming = [at for rung in (Rung.ON_CALL, Rung.NEXT, Rung.SUPERVISOR) if rung not in climb.done and (at := ladder[climb.level].at(rung))]
    if not coming:
        return climb
    return replace(climb, ahead=max(climb.ahead, min(coming) - (now - climb.started_at)), next_at=min(now, climb.next_at))


def step(climb: Climb, duty: Duty, ladder: Ladder, now: datetime) -> Step:
    """Everything that is due at `now`, in one step, however late it is asked for."""
    rungs = ladder[climb.level]
    reached: dict[Rung, int] = {}
    called: list[UUID] = []
    nobody_yet = False
    for rung in Rung:
        at = None if rung in climb.done else _due_at(rung, climb, duty, rungs)
        # A rung with nobody on it is no rung: the next call is made at once.
        if at is None or (at > now and not (nobody_yet and rung is not Rung.TRUTH)):
            continue
        who = _who(rung, climb.level, duty)
        nobody_yet = not who and not called
        reached[rung] = len(who)
        called += who
    repeated = _rounds_after_the_last(climb.started_at, rungs, now)
    if Rung.TRUTH in climb.done and repeated > climb.repeated:
        called += [*duty.on_call, *duty.supervisors]
        reached[Rung.AGAIN] = len(called)
    changed = replace(climb, done=climb.done | set(reached), repeated=max(repeated, climb.repeated))
    changed = replace(changed, next_at=_next_at(changed, duty, rungs))
    return Step(changed, tuple(dict.fromkeys(called)), Rung.TRUTH in reached, reached)


def may_speak_first(last_inbound_at: datetime | None, said_yes: bool, now: datetime) -> bool:
    """Whether something may be said that the person did not just ask for (domain.md 7.1: new outreach needs a recorded yes)."""
    return said_yes or (last_inbound_at is not None and now - last_inbound_at <= SILENCE)


def _due_at(rung: Rung, climb: Climb, duty: Duty, rungs: Rungs) -> datetime | None:
    after = rungs.at(rung)
    if after is None:
        return None
    if rung is Rung.TRUTH:
        return climb.started_at + after
    if rung is Rung.ON_CALL and not duty.at_desk and climb.level >= Level.URGENT:
        # "A page when closed" (rubric): with nobody at the desk, waiting for it to see the alert is waiting for nothing.
        after = timedelta()
    return climb.started_at + max(timedelta(), after - climb.ahead)


def _who(rung: Rung, level: Level, duty: Duty) -> Sequence[UUID]:
    match rung:
        case Rung.ON_CALL | Rung.AGAIN:
            # triage-rubric.md: in an emergency every on-call advocate is alerted at once.
            return duty.on_call if level is Level.EMERGENCY else duty.on_call[:1]
        case Rung.NEXT:
            second = () if level is Level.EMERGENCY else duty.on_call[1:]
            return second or duty.others
        case Rung.SUPERVISOR:
            return duty.supervisors
        case Rung.TRUTH:
            return ()


def _rounds_after_the_last(started_at: datetime, rungs: Rungs, now: datetime) -> int:
    """How many calls to everybody were due after the last rung. Missed ones are not made up for: one call is enough."""
    return max(0, int((now - started_at - rungs.truth) / rungs.repeat))


def _next_at(climb: Climb, duty: Duty, rungs: Rungs) -> datetime:
    coming = [at for rung in Rung if rung not in climb.done and (at := _due_at(rung, climb, duty, rungs)) is not None]
    if Rung.TRUTH in climb.done:
        coming.append(climb.started_at + rungs.truth + (climb.repeated + 1) * rungs.repeat)
    return min(coming)
