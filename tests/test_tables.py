"""Answers as tables, CSV and JSON."""

from __future__ import annotations

import json

import pytest

from kg.errors import OutputError
from kg.store import Table
from kg.tables import render

ANSWER = Table(("who", "number", "said"), (("Ana [b]Ruiz[/b]", 3, None), ("=HYPERLINK(1)", 2.5, "a, “b”\nc"), ("-5 degrees", -5, True)))


def test_a_table_shows_every_cell_as_it_is_and_counts_its_rows() -> None:
    shown = render(ANSWER, "table")
    assert "Ana [b]Ruiz[/b]" in shown
    assert shown.endswith("3 rows\n")
    assert not any(line != line.rstrip() for line in shown.splitlines())


def test_csv_quotes_cells_and_runs_no_formula() -> None:
    assert render(ANSWER, "csv") == ("who,number,said\nAna [b]Ruiz[/b],3,\n'=HYPERLINK(1),2.5,\"a, “b”\nc\"\n'-5 degrees,-5,True\n")


def test_json_keeps_types() -> None:
    assert json.loads(render(ANSWER, "json"))[1] == {"who": "=HYPERLINK(1)", "number": 2.5, "said": "a, “b”\nc"}


def test_an_empty_answer_says_so() -> None:
    assert render(Table(("who",), ()), "table").endswith("0 rows\n")
    assert render(Table(("who",), ()), "json") == "[]\n"


def test_an_unknown_form_names_the_known() -> None:
    with pytest.raises(OutputError, match="known: table, csv, json"):
        render(ANSWER, "xml")
