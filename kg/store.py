"""SPARQL over the files of a build, by pyoxigraph: load them, ask, and get a plain table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from kg.errors import QueryError
from kg.folder import graph_of
from kg.vocab import PREFIXES, XSD

__all__ = ["FORMATS", "Cell", "Store", "Table", "load", "query", "subjects", "value", "values"]

Cell = str | int | float | bool | None

FORMATS: Mapping[str, RdfFormat] = MappingProxyType({
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".jsonld": RdfFormat.JSON_LD,
})  # fmt: skip
"""End of a file's name -> the format that it is in."""

_PROLOGUE: Final = r"(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^>]*>)*"
_UPDATE: Final = re.compile(_PROLOGUE + r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_WHOLE: Final = frozenset({XSD.integer, f"{XSD.BASE}int", f"{XSD.BASE}long", f"{XSD.BASE}nonNegativeInteger"})
_REAL: Final = frozenset({XSD.decimal, f"{XSD.BASE}double", f"{XSD.BASE}float"})
_PLACE: Final = re.compile(r"(?:error at )?(\d+):(\d+):\s*(.*)", re.DOTALL)


class Table(NamedTuple):
    """The answer to a query: the names of its columns, and its rows. Numbers are numbers, dates ISO text, nothing is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def load(files: Sequence[Path]) -> Store:
    """The triples of some export files together; a folder stands for its `graph.ttl`.

    Raises QueryError naming the file where one is missing, of no known format, or not well formed.
    """
    store = Store()
    for file in files:
        path = graph_of(file)
        if path.suffix not in FORMATS:
            raise QueryError(f"{path}: no graph file; known endings: {', '.join(FORMATS)}")
        try:
            store.bulk_load(path=str(path), format=FORMATS[path.suffix], to_graph=None)
        except SyntaxError as error:
            raise QueryError(f"{path}, line {error.lineno}: {error.msg}") from None
        except OSError as error:
            raise QueryError(f"{path}: cannot be read: {error.strerror or error}") from None
    return store


def query(store: Store, sparql: str) -> Table:
    """Run a SPARQL 1.1 query over all graphs of the store together.

    The prefixes of the ontology need not be declared. Raises QueryError with line, column and cause where the query is
    malformed, or where it would change the graph.
    """
    if _UPDATE.match(sparql):
        raise QueryError("the query would change the graph; only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked")
    try:
        result = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
        return _table(result)
    except SyntaxError as error:
        raise QueryError(_explain(str(error.msg or error), sparql)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None


def values(store: Store, subject: str, predicate: str) -> list[str]:
    """What a node has for a property, IRIs and lexical forms alike, sorted."""
    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)
    return sorted({quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)})


def value(store: Store, subject: str, predicate: str) -> str | None:
    """The first of `values`, None where there is none."""
    return next(iter(values(store, subject, predicate)), None)


def subjects(store: Store, predicate: str, node: str) -> list[str]:
    """The nodes that point at a node by a property, sorted."""
    quads = store.quads_for_pattern(None, NamedNode(predicate), NamedNode(node), None)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})


def _table(result: QueryBoolean | QuerySolutions | QueryTriples) -> Table:
    if isinstance(result, QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        return Table(columns, tuple(tuple(_cell(term) for term in row) for row in result))
    if isinstance(result, QueryBoolean):
        return Table(("answer",), ((bool(result),),))
    return Table(("subject", "predicate", "object"), _rows(result))


def _rows(triples: Iterable[Triple]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in triples)


def _cell(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph | None) -> Cell:
    if term is None:
        return None
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else str(term)
    datatype = term.datatype.value
    if datatype in _WHOLE:
        return int(term.value)
    if datatype in _REAL:
        return float(term.value)
    return term.value == "true" if datatype == f"{XSD.BASE}boolean" else term.value


def _explain(message: str, sparql: str) -> str:
    """Where a query is wrong, with the line at fault and a caret below the place."""
    place = _PLACE.match(message)
    if place is None:
        return f"the query is malformed: {message}"
    line, column, cause = int(place[1]), int(place[2]), _shortened(place[3])
    lines = sparql.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    return f"the query is malformed at line {line}, column {column}: {cause}\n  {shown}\n  {' ' * (column - 1)}^"


def _shortened(cause: str, limit: int = 120) -> str:
    """What the parser found wrong, without its lists of characters."""
    cause = " ".join(cause.split())
    if "Prefix not found" in cause:
        return "this prefix is not declared"
    return cause if len(cause) <= limit else cause[:limit].rsplit(",", 1)[0] + " ..."
