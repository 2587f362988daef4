"""What can be wrong with the line itself, as against one conversation: somebody must mend it, or nobody can be reached."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta


class Trouble(enum.StrEnum):
    """A fault of the line. It lasts until what showed it works again, or until it has not been seen for `FORGOTTEN_AFTER`."""

    REGISTRATION_BROKEN = "registration_broken"
    FILTERED = "filtered"
    PROVIDER_UNREACHABLE = "provider_unreachable"
    PROVIDER_REFUSES_US = "provider_refuses_us"
    PROVIDER_NONSENSE = "provider_nonsense"
    WEBHOOKS_REFUSED = "webhooks_refused"
    WEBHOOKS_MISSED = "webhooks_missed"
    DATABASE_AWAY = "database_away"
    DISK_FULL = "disk_full"
    MESSAGE_ASIDE = "message_aside"
    PAGING_FAILS = "paging_fails"
    NOBODY_ON_SHIFT = "nobody_on_shift"
    WORKER_STUCK = "worker_stuck"


FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TroubleSeen:
    """A trouble as it is kept: since when, last seen, how often, and when a human was told."""

    kind: Trouble
    since: datetime
    last_at: datetime
    count: int
    paged_at: datetime | None
