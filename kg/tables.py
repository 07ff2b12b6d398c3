"""Answers for people and programs: a table on the terminal, CSV for spreadsheets, JSON for everything else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.errors import OutputError
from kg.exporters.csv_tables import safe
from kg.store import Table

WIDTH = 160
"""Columns of a table that goes to a file or another program, where no terminal sets the width."""


def render(table: Table, form: str) -> str:
    """The table as text in one of `FORMS`, with a final line end. Raises OutputError for an unknown form."""
    if form not in FORMS:
        raise OutputError(f"unknown form {form!r} of a table; known: {', '.join(FORMS)}")
    return FORMS[form](table)


def _as_table(table: Table) -> str:
    out = io.StringIO()
    terminal = Console()
    console = Console(file=out, width=terminal.width if terminal.is_terminal else WIDTH, highlight=False)
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in table.columns:
        shown.add_column(Text(column), overflow="fold")
    for row in table.rows:
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console.print(shown)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join([*lines, f"{len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'}"]) + "\n"


def _as_csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _as_json(table: Table) -> str:
    return json.dumps([dict(zip(table.columns, row, strict=True)) for row in table.rows], ensure_ascii=False, indent=1) + "\n"


FORMS: Mapping[str, Callable[[Table], str]] = MappingProxyType({"table": _as_table, "csv": _as_csv, "json": _as_json})
"""Form of an answer -> what renders it."""
