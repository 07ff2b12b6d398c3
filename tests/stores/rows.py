"""Answers of different engines made comparable: SPARQL results in JSON as a sorted list of rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = frozenset({f"{XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")})

Row = tuple[str, ...]


def rows_of(results: Mapping[str, Any], columns: Sequence[str]) -> list[Row]:
    """The rows, sorted, with the values in the order of `columns`; how a number or a day is spelt does not matter."""
    return sorted(tuple(_value(binding.get(column)) for column in columns) for binding in results["results"]["bindings"])


def _value(term: Mapping[str, str] | None) -> str:
    if term is None:
        return ""
    if term["type"] == "uri":
        return f"<{term['value']}>"
    datatype, text = term.get("datatype", ""), term["value"]
    if datatype in NUMBERS:
        return f"{Decimal(text).normalize():f}"
    if datatype == f"{XSD}date":
        return text[:10]  # some engines add a time zone
    return f"“{text}”{term.get('xml:lang', '').lower()}"
