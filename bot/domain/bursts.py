"""When a turn is due: people write in bursts, and one answer to all of a burst is worth two seconds, but danger never waits.

Pure: facts in, seconds out. Times are the arrivals of texts (`messages.at`), not the times at which they were read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.domain.language_menu import asked_code
from bot.domain.levels import Level
from bot.domain.opt_out import classify
from bot.domain.ownership import Owner
from bot.domain.questions import Choice

# Nobody waits longer than this for the turn, counted from the first text that nobody has answered.
LONGEST = timedelta(seconds=8)
# Whoever writes in fragments gets a window half as long again: 3 s for the default of 2.
LONGER = 1.5
# Two texts within this time are parts of one thing somebody says.
BELONGS_WITHIN = timedelta(seconds=10)
# A lone number of so many digits answers a question or a menu; more is a telephone number or an address.
_DIGITS_OF_AN_ANSWER = 2


@dataclass(frozen=True, slots=True)
class Burst:
    """What is known when somebody decides whether to wait.

    `first_unanswered` and `last`: arrivals of the oldest text without an answer and of the newest one. `level`: of the conversation with
    everything heard so far. `whole`: the newest text is a whole answer by itself. `fragments`: this person writes in fragments.
    """

    first_unanswered: datetime
    last: datetime
    level: Level
    owner: Owner
    whole: bool
    fragments: bool


def due(burst: Burst, quiet_seconds: float) -> datetime:
    """The moment at which the turn is due, never later than `LONGEST` after the first unanswered text.

    `quiet_seconds`: how long it must be quiet (0: never wait).
    """
    if quiet_seconds <= 0 or burst.whole or burst.level >= Level.URGENT or burst.owner in (Owner.HUMAN, Owner.CLOSED):
        return burst.first_unanswered
    window = timedelta(seconds=quiet_seconds * (LONGER if burst.fragments else 1))
    return min(burst.last + window, burst.first_unanswered + LONGEST)


def seconds_to_wait(burst: Burst, now: datetime, quiet_seconds: float) -> float:
    """How long the turn has still to wait at `now`; 0 when it is due.

    A text that comes from the future means that somebody moved the clock: then nobody waits, because nobody knows how long.
    """
    if burst.last > now or burst.first_unanswered > now:
        return 0.0
    return max(0.0, (due(burst, quiet_seconds) - now).total_seconds())


def is_whole(text: str, choice: Choice | None) -> bool:
    """Whether `text` is whole by itself: it answers the open question (`choice`), is a lone digit, names a language, or is STOP."""
    said = text.strip(" .,!)(\u3002\uff01\u060c\u0964\ufe0f\u20e3\n")
    digits = bool(said) and len(said) <= _DIGITS_OF_AN_ANSWER and all(unicodedata.decimal(char, None) is not None for char in said)
    return choice is not None or digits or asked_code(text) is not None or classify(text) is not None


def writes_in_fragments(arrivals: Sequence[datetime]) -> bool:
    """Whether any two of the person's last texts, in the order of their `arrivals`, came close together."""
    return any(later - earlier <= BELONGS_WITHIN for earlier, later in pairwise(arrivals))
