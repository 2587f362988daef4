"""Counters for the internal listener. Labels are from closed sets: never an id, an address or a text."""

from __future__ import annotations

from functools import partial

from prometheus_client import Counter, Gauge, Histogram

from bot.domain.troubles import Trouble
from bot.usecases.keep_message import KEEPING_TROUBLES, KeepMessage

webhooks_counted = Counter("lantern_webhooks", "Provider webhooks by hook and what became of them", ["hook", "outcome"])
request_seconds = Histogram("lantern_request_seconds", "Time to answer a request", ["surface"])
climbed = Counter("lantern_climbed", "Conversations that moved up the ladder")
paged = Counter("lantern_pages", "Pages to advocates that were tried")
stood_in = Counter("lantern_stood_in", "Conversations the web process answered because the worker did not")
spill_waiting = Gauge("lantern_spill_waiting", "Messages kept in the spill because the database could not take them")
spill_aside = Gauge("lantern_spill_aside", "Messages or damaged files put aside because nobody could take them in")
danger_unkept = Counter("lantern_danger_unkept", "Messages with danger that could not be kept in the database at once", ["level"])
line_trouble = Gauge("lantern_line_trouble", "1 while this is wrong with keeping messages", ["kind"])


def show_keeping(keep: KeepMessage) -> None:
    """Let the gauges above ask `keep` whenever they are read."""
    spill_waiting.set_function(keep.waiting)
    spill_aside.set_function(keep.aside)
    for kind in KEEPING_TROUBLES:
        line_trouble.labels(kind.value).set_function(partial(_is_wrong, keep, kind))


def _is_wrong(keep: KeepMessage, kind: Trouble) -> float:
    return kind in keep.wrong()
