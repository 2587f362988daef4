"""Counters for the internal listener. Labels are from closed sets: never an id, an address or a text."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

webhooks_counted = Counter("lantern_webhooks", "Provider webhooks by hook and what became of them", ["hook", "outcome"])
request_seconds = Histogram("lantern_request_seconds", "Time to answer a request", ["surface"])
climbed = Counter("lantern_climbed", "Conversations that moved up the ladder")
paged = Counter("lantern_pages", "Pages to advocates that were tried")
stood_in = Counter("lantern_stood_in", "Conversations the web process answered because the worker did not")
