"""Logs without personal data: an allow list of keys, so that a text, an address or a name cannot slip in (trust.md T40, T16)."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# Every key that may be logged. What is not here is dropped.
ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "process",
        "hook",
        "reason",
        "error",
        "where",
        "surface",
        "task",
        "seconds",
        "count",
        "port",
        "part",
        "code",
    }
)


def _only_allowed(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: value for key, value in event.items() if key in ALLOWED}


def _named(process: str) -> structlog.typing.Processor:
    def add(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event["process"] = process
        return event

    return add


class _NameAndPlaceOnly(logging.Handler):
    """What libraries log: the logger and the place of the call, never their formatted text, which may quote content."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        structlog.get_logger().warning("library.logged", where=f"{record.name}:{record.lineno}", error=error)


def set_up_logging(process: str) -> None:
    """Log to standard error as JSON lines; `process` names this process in each."""
    structlog.configure(
        processors=[
            _named(process),
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            _only_allowed,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_NameAndPlaceOnly()], force=True)
