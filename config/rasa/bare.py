"""Starts a module of Rasa's environment with no more environment variables than it needs: secrets of the service must not reach it.

`python -m config.rasa.bare MODULE ARGUMENTS...` replaces itself, so the new process cannot find the rest in /proc either.
"""

import os
import sys

NEEDED = frozenset({
    "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "PYTHONPATH", "PYTHONUNBUFFERED", "PYTHONWARNINGS", "LD_LIBRARY_PATH",
    "SSL_CERT_FILE", "LOG_LEVEL", "LOG_LEVEL_LIBRARIES", "TF_CPP_MIN_LOG_LEVEL", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
    "RASA_TELEMETRY_ENABLED", "SQLALCHEMY_SILENCE_UBER_WARNING", "SANIC_HOST", "LANTERN_ACTIONS_PORT", "LANTERN_RASA_TOKEN",
})  # fmt: skip


def needed(environment: dict[str, str]) -> dict[str, str]:
    """What of `environment` Rasa and its actions may see."""
    return {name: value for name, value in environment.items() if name in NEEDED}


if __name__ == "__main__":
    os.execve(sys.executable, [sys.executable, "-m", *sys.argv[1:]], needed(dict(os.environ)))  # noqa: S606 - no shell is the point
