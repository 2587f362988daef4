"""`.venv/bin/python -m tests.faults`: every fault there is (some 20 minutes), and the figures of docs/reliability.md written anew."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from tests.support.figures import write_page


def main() -> int:
    """Run the tests of this directory, or those named; returns the exit status."""
    with tempfile.TemporaryDirectory() as directory:
        figures = Path(directory) / "figures"
        figures.touch()
        os.environ["LANTERN_FIGURES"] = str(figures)
        status = int(pytest.main(["-m", "long or not long", *(sys.argv[1:] or [str(Path(__file__).parent)])]))
        if status == 0:
            write_page(figures.read_text(encoding="utf-8"))
    return status


if __name__ == "__main__":
    sys.exit(main())
