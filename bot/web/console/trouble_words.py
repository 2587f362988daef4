"""What is wrong with the line itself, in words: what it means for the people who write, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.troubles import Trouble
from bot.web.console.words import clock_words
from bot.web.services import Services


@dataclass(frozen=True, slots=True)
class TroubleLine:
    """A line of the banner."""

    key: str
    sentence: str
    next_step: str
    since: datetime
    clock: str
    times: str


_WORDS: Mapping[Trouble, tuple[str, str]] = {
    Trouble.REGISTRATION_BROKEN: (
        "The phone company refuses our texts: our number's registration is not in order.",
        "Call the provider. Until it is mended no text goes out: people can only be reached by phone, and they are not told by us.",
    ),
    Trouble.FILTERED: (
        "Phone companies hold some of our texts back as spam.",
        "Look in the conversations for texts that failed and write them in other words, without links. Tell the provider.",
    ),
    Trouble.PROVIDER_UNREACHABLE: (
        "The text provider cannot be reached, so texts wait.",
        "What you write goes out when it is back; late words of the assistant are dropped. Whoever is in danger must be reached by phone.",
    ),
    Trouble.PROVIDER_REFUSES_US: (
        "The text provider does not accept our account, so no text goes out.",
        "Whoever runs the line checks the account, its balance and its keys. Until then people can only be reached by phone.",
    ),
    Trouble.PROVIDER_NONSENSE: (
        "The text provider answers in a way we do not understand, so we do not know what arrived.",
        "Do not count on a text having arrived: ask the person. Whoever runs the line looks at the log.",
    ),
    Trouble.WEBHOOKS_REFUSED: (
        "Messages from the provider are turned away because their signature is wrong.",
        "Texts from people may not be arriving. Whoever runs the line compares the provider's key and address with our settings, now.",
    ),
    Trouble.WEBHOOKS_MISSED: (
        "Some texts did not reach us when they were sent; we fetched them late.",
        "Look through the queue for people who have waited unseen. Whoever runs the line checks the address the provider has for us.",
    ),
    Trouble.MESSAGE_ASIDE: (
        "A message was accepted that no program could take in. It is kept, sealed, on the disk.",
        "Whoever runs the line looks into the log: it is tried again every five minutes, and nobody has read it yet.",
    ),
    Trouble.DATABASE_AWAY: (
        "The database was away: what people wrote was kept aside and comes in late.",
        "Look through the queue again in a few minutes. Whoever runs the line checks the database.",
    ),
    Trouble.DISK_FULL: (
        "The disk is full: new texts cannot be kept, and the provider is told so.",
        "Whoever runs the line makes room now. Until then people may be writing to us and we do not see it.",
    ),
    Trouble.PAGING_FAILS: (
        "An advocate could not be paged by any way.",
        "On call, under Pages sent, says whom and why. Until it is mended stay at the desk, or call that colleague yourself.",
    ),
    Trouble.NOBODY_ON_SHIFT: (
        "Somebody needed a human and there was nobody to call.",
        "Take the conversation over if you can, and put somebody on the rota: see On call.",
    ),
    Trouble.WORKER_STUCK: (
        "The program that answers people and sends texts has stopped working.",
        "Whoever runs the line starts it again, now. Until then nothing goes out: people can only be reached by phone.",
    ),
}


async def troubles_now(services: Services) -> Sequence[TroubleLine]:
    """The banner's lines, the oldest trouble first."""
    now = services.clock.now()
    found = sorted(await services.troubles(), key=lambda each: each.since)
    return [
        TroubleLine(
            key=f"trouble-{each.kind.value}",
            sentence=_WORDS[each.kind][0],
            next_step=_WORDS[each.kind][1],
            since=each.since,
            clock=clock_words(each.since, now),
            times="" if each.count == 1 else f"seen {each.count} times",
        )
        for each in found
    ]
