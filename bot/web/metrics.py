"""Counters for the internal listener. Labels are from closed sets: never an id, an address or a text."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

webhooks_counted = Counter("lantern_webhooks", "Provider webhooks by hook and what became of them", ["hook", "outcome"])
request_seconds = Histogram("lantern_request_seconds", "Time to answer a request", ["surface"])
stood_in = Counter("lantern_stood_in", "Conversations the web process answered because the worker did not")
