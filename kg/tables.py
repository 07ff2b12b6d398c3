"""Answers for people and programs: a table on the terminal, CSV for spreadsheets, JSON for everything else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.cells import safe
from kg.errors import OutputError
from kg.store import Cell, Table

WIDTH = 160
"""Columns of a table that goes to a file or another program, where no terminal sets the width."""
READABLE: Final = 14
"""Columns that a cell of words needs, so that its lines hold more than a word or two."""
_WHOLE: Final = re.compile(r"[-\d.]*")
"""Cells that make no sense on two lines: numbers and days."""


def render(table: Table, form: str) -> str:
    """The table as text in one of `FORMS`, with a final line end. Raises OutputError for an unknown form."""
    if form not in FORMS:
        raise OutputError(f"unknown form {form!r} of a table; known: {', '.join(FORMS)}")
    return FORMS[form](table)


def _as_table(table: Table) -> str:
    """A table; on a terminal too narrow for its columns, each row as lines of its own."""
    terminal = Console()
    width = terminal.width if terminal.is_terminal else WIDTH
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    narrow = terminal.is_terminal and _least_width(table.columns, rows) > width
    shown = _records(table.columns, rows) if narrow else [_grid(table.columns, rows)]
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False)
    for part in shown:
        console.print(part)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    text = "\n".join([*lines, f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}"]) + "\n"
    return text if _draws_lines(terminal) else text.replace("─", "-")


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> RichTable:
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, column in enumerate(columns):
        shown.add_column(Text(column), overflow="fold", no_wrap=all(_WHOLE.fullmatch(row[number]) for row in rows))
    for row in rows:
        shown.add_row(*map(Text, row))
    return shown


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RichTable]:
    """For each row a line a column, less the empty ones, and an empty line."""
    for row in rows:
        shown = RichTable.grid(padding=(0, 2))
        shown.add_column(no_wrap=True)
        shown.add_column(overflow="fold")
        for column, cell in zip(columns, row, strict=True):
            if cell:
                shown.add_row(Text(column), Text(cell))
        shown.add_row()
        yield shown


def _least_width(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """How wide a terminal must be for a table that a person can read."""
    longest = [max(map(len, (column, *cells))) for column, *cells in zip(columns, *rows, strict=True)]
    return sum(max(len(column), min(width, READABLE)) for column, width in zip(columns, longest, strict=True)) + 3 * (len(columns) - 1)


def _draws_lines(terminal: Console) -> bool:
    """A terminal of an old encoding has no rules to draw with."""
    return not terminal.is_terminal or terminal.encoding.startswith("utf")


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def _as_csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([safe(_shown(cell) if isinstance(cell, bool) else cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _as_json(table: Table) -> str:
    return json.dumps([dict(zip(table.columns, row, strict=True)) for row in table.rows], ensure_ascii=False, indent=1) + "\n"


FORMS: Mapping[str, Callable[[Table], str]] = MappingProxyType({"table": _as_table, "csv": _as_csv, "json": _as_json})
"""Form of an answer -> what renders it."""
