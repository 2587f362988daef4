"""Logs without personal data: an allow list of keys, so that a text, an address or a name cannot slip in (trust.md T40, T16)."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

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


class _NeverFails:
    """A log file that drops what it cannot write: no request fails because the log's disk is full or its reader gone (trust.md F28)."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()


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
        logger_factory=structlog.PrintLoggerFactory(_NeverFails(sys.stderr)),  # type: ignore[arg-type]
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_NameAndPlaceOnly()], force=True)
