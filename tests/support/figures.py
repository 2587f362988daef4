"""Figures that tests measure, for the tables of docs/reliability.md. `python -m tests.faults` collects them and writes the page anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"


def note(table: str, **row: object) -> None:
    """Add `row` to `table`, when somebody collects; a later row with the same first value takes the place of an earlier one."""
    if file := os.environ.get("LANTERN_FIGURES"):
        with Path(file).open("a", encoding="utf-8") as figures:
            figures.write(json.dumps([table, row]) + "\n")


def write_page(collected: str) -> None:
    """Bring what was collected into the tables of the page, each between `<!-- figures: NAME -->` and `<!-- end -->`.

    Rows that were not measured again stay as they are.
    """
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for line in collected.splitlines():
        table, row = json.loads(line)
        tables.setdefault(table, {})[str(next(iter(row.values())))] = row
    page = PAGE.read_text(encoding="utf-8")
    for name, rows in tables.items():
        begin, end = f"<!-- figures: {name} -->\n", "<!-- end -->"
        before, _, rest = page.partition(begin)
        table, _, after = rest.partition(end)
        page = before + begin + _table(list({**_rows(table), **rows}.values())) + end + after
    PAGE.write_text(page, encoding="utf-8")


def _rows(table: str) -> dict[str, dict[str, object]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return {row[0]: dict(zip(cells[0], row, strict=True)) for row in cells[2:]}


def _table(rows: list[dict[str, object]]) -> str:
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([str(row.get(column, "")) for column in columns] for row in rows)]
    return "".join(f"| {' | '.join(each)} |\n" for each in lines)
