"""Cells of tables that spreadsheets open."""

from __future__ import annotations

from typing import Final, TypeVar

T = TypeVar("T")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: T) -> T | str:
    """The cell, with an apostrophe before words that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
