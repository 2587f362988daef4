"""`.venv/bin/python -m tests`: the tests that must pass, in two halves side by side, because one of them mostly waits for processes.

`make test` calls this. Arguments go to both halves; a single half or file is run with pytest as usual.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# These start whole services, kill them and wait for them; the rest computes.
WAITING = ("end_to_end", "faults", "flows", "jobs")


def main(arguments: list[str]) -> int:
    """Run both halves; returns 0 when both passed."""
    # Each half has a directory of its own: pytest tidies up what it takes for leftovers of earlier runs.
    directory = Path(tempfile.mkdtemp(prefix="lantern-tests-"))
    directory.chmod(0o755)  # the bundled PostgreSQL runs as somebody else when we are root
    halves = {
        "waiting": [str(HERE / each) for each in WAITING],
        "computing": [str(HERE), *(f"--ignore={HERE / each}" for each in WAITING)],
    }
    running = {}
    try:
        for name, places in halves.items():
            output = (directory / f"{name}.txt").open("w+b")
            command = [sys.executable, "-m", "pytest", f"--basetemp={directory / name}", *places, *arguments]
            running[name] = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT), output
        status = 0
        for name, (process, output) in running.items():
            status = max(status, process.wait())
            output.seek(0)
            print(f"--- {name}", flush=True)
            sys.stdout.buffer.write(output.read())
            sys.stdout.flush()
    finally:
        for process, output in running.values():
            process.terminate()
            process.wait()
            output.close()
        shutil.rmtree(directory, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
