"""Answers as tables, CSV and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper

import pytest
from rich.console import Console

from kg.errors import OutputError
from kg.store import Table
from kg.tables import render

ANSWER = Table(("who", "number", "said"), (("Ana [b]Ruiz[/b]", 3, None), ("=HYPERLINK(1)", 2.5, "a, “b”\nc"), ("-5 degrees", -5, True)))


def test_a_table_shows_every_cell_as_it_is_and_counts_its_rows() -> None:
    shown = render(ANSWER, "table")
    assert "Ana [b]Ruiz[/b]" in shown
    assert shown.endswith("3 rows\n")
    assert not any(line != line.rstrip() for line in shown.splitlines())


class Terminal(Console):
    """A terminal of some width and encoding."""

    size_and_encoding = 80, "utf-8"

    def __init__(self) -> None:
        width, encoding = self.size_and_encoding
        super().__init__(file=TextIOWrapper(BytesIO(), encoding), force_terminal=True, width=width, _environ={})


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, str], None]]:
    def set_up(width: int, encoding: str) -> None:
        monkeypatch.setattr(Terminal, "size_and_encoding", (width, encoding))
        monkeypatch.setattr("kg.tables.Console", lambda **settings: Console(**settings) if "file" in settings else Terminal())

    yield set_up


ROW = ("Mayor Ana Ruiz", None, "the harbour " * 6, "2024-05-04", 1265, 12345)
WIDE = Table(("speaker", "denied by", "words", "day", "begin", "end"), (ROW,))


def test_numbers_and_days_are_never_broken(terminal: Callable[[int, str], None]) -> None:
    terminal(76, "utf-8")
    shown = render(WIDE, "table").splitlines()
    assert shown[0].split() == ["speaker", "denied", "by", "words", "day", "begin", "end"]
    assert "2024-05-04   1265    12345" in shown[2]


def test_a_row_is_lines_where_the_terminal_is_too_narrow(terminal: Callable[[int, str], None]) -> None:
    terminal(40, "utf-8")
    lines = render(WIDE, "table").splitlines()
    assert lines[0] == "speaker  Mayor Ana Ruiz"
    assert lines[1].startswith("words    the harbour the harbour")
    assert lines[2].startswith("         harbour")
    assert lines[-5:] == ["day      2024-05-04", "begin    1265", "end      12345", "", "1 row"]
    assert not any("denied" in line for line in lines)


def test_a_terminal_without_rules_gets_hyphens(terminal: Callable[[int, str], None]) -> None:
    terminal(120, "cp1252")
    assert render(ANSWER, "table").splitlines()[1].strip("-") == ""


def test_csv_quotes_cells_and_runs_no_formula() -> None:
    assert render(ANSWER, "csv") == ("who,number,said\nAna [b]Ruiz[/b],3,\n'=HYPERLINK(1),2.5,\"a, “b”\nc\"\n'-5 degrees,-5,true\n")


def test_json_keeps_types() -> None:
    assert json.loads(render(ANSWER, "json"))[1] == {"who": "=HYPERLINK(1)", "number": 2.5, "said": "a, “b”\nc"}


def test_an_empty_answer_says_so() -> None:
    assert render(Table(("who",), ()), "table").endswith("0 rows\n")
    assert render(Table(("who",), ()), "json") == "[]\n"


def test_an_unknown_form_names_the_known() -> None:
    with pytest.raises(OutputError, match="known: table, csv, json"):
        render(ANSWER, "xml")
