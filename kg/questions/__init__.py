"""Saved questions: SPARQL 1.1 in `*.rq` files that run unchanged in any store, each with a title and its parameters.

A parameter is a variable that the file leaves open by a line of its own, `VALUES ?by { UNDEF }`. Asking a question puts
terms into that line: IRIs of nodes that the graph holds, dates, or a quoted string; never a user's words as SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.names import close_names, find_nodes
from kg.store import Store, Table, query
from kg.vocab import XSD

__all__ = ["PARAMETERS", "Question", "ask", "nobody_called", "question", "questions"]

PARAMETERS: Final = ("about", "by", "from", "to", "in")
_NAMES: Final = frozenset({"about", "by", "in"})
_HEADER: Final = re.compile(r"# (?P<key>[a-z]+|--[a-z]+): (?P<value>.+)")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN: Final = re.compile(r"VALUES \?(\w+) \{ UNDEF \}")

Term = NamedNode | Literal


class Question(Struct, frozen=True):
    """A saved question: `parameters` maps each name (`about`) to what it means; `sparql` runs as it is."""

    name: str
    title: str
    answers: str
    parameters: Mapping[str, str]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All saved questions, by name."""
    folder = (file for file in files("kg.questions").iterdir() if file.name.endswith(".rq"))
    return tuple(_parse(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in sorted(folder, key=lambda f: f.name))


def question(name: str) -> Question:
    """The saved question of that name. Raises QueryError with the known names where there is none."""
    found = {q.name: q for q in questions()}
    if name not in found:
        close = get_close_matches(name, found, 3)
        known = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(found)}"
        raise QueryError(f"there is no question {name!r}; {known}")
    return found[name]


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """The answer of a saved question on a store.

    `parameters`: `about`, `by` and `in` are names as the graph has them (in any case), or ids such as `person/ana-ruiz`;
    an `about` that names nobody is looked for in the words. `from` and `to` are days as YYYY-MM-DD. Raises QueryError for an
    unknown question or parameter, a name that the graph does not know, or something that is no day.
    """
    asked = question(name)
    given = {key: value for key, value in (parameters or {}).items() if value is not None}
    for key in given:
        if key not in asked.parameters:
            known = ", ".join(f"--{known}" for known in asked.parameters) or "none"
            raise QueryError(f"the question {name} takes no --{key}; it takes {known}")
    values: dict[str, Sequence[Term]] = {}
    for key, text in given.items():
        values |= _values(store, key, text)
    if "from" in given and "to" in given and given["from"] > given["to"]:
        raise QueryError(f"--from {given['from']} is after --to {given['to']}")
    return query(store, _OPEN.sub(lambda line: _filled(line, values), asked.sparql))


def nobody_called(store: Store, text: str) -> str | None:
    """A line where a name names nobody in the graph, so that an empty answer is not taken for silence."""
    return None if find_nodes(store, text) else _unknown(store, "about", text)


def _parse(name: str, text: str) -> Question:
    header = {m["key"]: m["value"] for line in text.splitlines() if (m := _HEADER.fullmatch(line))}
    parameters = {key.removeprefix("--"): value for key, value in header.items() if key.startswith("--")}
    return Question(name, header["title"], header["answers"], parameters, text)


def _values(store: Store, key: str, text: str) -> dict[str, Sequence[Term]]:
    if key not in _NAMES:
        return {key: [_day(key, text)]}
    nodes = find_nodes(store, text)
    if nodes:
        return {key: nodes}
    if key == "about" and text.strip():
        return {"words_about": [Literal(text.strip().lower())]}
    raise QueryError(_unknown(store, key, text))


def _unknown(store: Store, key: str, text: str) -> str:
    close = close_names(store, text)
    return f"--{key}: nobody and nothing called {text!r} in this graph" + (f"; did you mean {' or '.join(close)}?" if close else "")


def _day(key: str, text: str) -> Literal:
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise QueryError(f"--{key}: {text!r} is no day; write it as YYYY-MM-DD")
    return Literal(day.isoformat(), datatype=NamedNode(XSD.date))


def _filled(line: re.Match[str], values: Mapping[str, Sequence[Term]]) -> str:
    terms = values.get(line[1])
    return f"VALUES ?{line[1]} {{ {' '.join(map(str, terms))} }}" if terms else line[0]
