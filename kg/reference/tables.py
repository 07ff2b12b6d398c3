"""Reference data as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kg.errors import ReferenceFileError
from kg.reference.rows import checked_iri, checked_label, checked_office, checked_type, text_of
from kg.reference.values import Entry

REQUIRED: Final = ("iri", "label", "type")
COLUMNS: Final = (*REQUIRED, "aliases", "office", "of", "from", "to")
SEPARATORS: Mapping[str, str] = MappingProxyType({".csv": ",", ".tsv": "\t"})
"""End of a file's name -> what stands between its cells; in a `.csv` it may also be a semicolon."""


def read_table(file: Path) -> tuple[Entry, ...]:
    """The rows of a table as entries, one for each row. Raises ReferenceFileError with file, line and cause."""
    rows = list(cells_of(file, text_of(file)))
    if not rows:
        raise ReferenceFileError(f"{file}: empty; its first line must name the columns {', '.join(REQUIRED)}")
    columns = _columns(file, *rows[0])
    return tuple(_entry(file, line, _named(file, line, columns, cells)) for line, cells in rows[1:])


def cells_of(file: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the number of the line it begins on; cells without the space around them."""
    separator = SEPARATORS.get(file.suffix.lower(), ",")
    header = text.partition("\n")[0]
    if separator == "," and ";" in header and "," not in header:
        separator = ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReferenceFileError(f"{file}, line {line}: no table: {error}") from None


def _columns(file: Path, line: int, cells: list[str]) -> list[str]:
    columns = [cell.lower() for cell in cells]
    if missing := [name for name in REQUIRED if name not in columns]:
        raise ReferenceFileError(f"{file}, line {line}: no column {missing[0]!r}; the first line names the columns: {', '.join(COLUMNS)}")
    if unknown := [name for name in columns if name not in COLUMNS or columns.count(name) > 1]:
        raise ReferenceFileError(f"{file}, line {line}: column {unknown[0]!r} is not known or stands twice; known: {', '.join(COLUMNS)}")
    return columns


def _named(file: Path, line: int, columns: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) > len(columns):
        hint = "put words with a comma in quotation marks"
        raise ReferenceFileError(f"{file}, line {line}: {len(cells)} cells under {len(columns)} columns; {hint}")
    return dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False))


def _entry(file: Path, line: int, row: Mapping[str, str]) -> Entry:
    where = f"{file}, line {line}"
    iri = checked_iri(row["iri"], where)
    aliases = tuple(" ".join(alias.split()) for alias in row["aliases"].split("|") if alias.strip())
    office = checked_office(row["office"], row["of"], (row["from"], row["to"]), where)
    label, kind = checked_label(row["label"], iri, where), checked_type(row["type"], where)
    return Entry(iri, label, kind, aliases, (office,) if office else (), file.name, f"line {line}")
