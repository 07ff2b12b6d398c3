"""SPARQL over the files of a build, by pyoxigraph: load them, ask, and get a plain table."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
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
from kg.folder import GRAPH, graph_of
from kg.iri import BASE, namespaces
from kg.sparql import all_variables, calls_servers, names_graphs, undeclared_prefix, unknown_terms
from kg.vocab import NK, RDF, XSD

__all__ = ["FORMATS", "Cell", "Store", "Table", "load", "misspelt", "prefixes", "query", "shortened", "subjects", "value", "values"]

Cell = str | int | float | bool | None

FORMATS: Mapping[str, RdfFormat] = MappingProxyType({
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".jsonld": RdfFormat.JSON_LD,
})  # fmt: skip
"""End of a file's name -> the format that it is in."""

_PROLOGUE: Final = r"(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^>]*>)*"
_UPDATE: Final = re.compile(_PROLOGUE + r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_WHOLE: Final = frozenset({XSD.integer, f"{XSD.BASE}int", f"{XSD.BASE}long", f"{XSD.BASE}nonNegativeInteger"})
_REAL: Final = frozenset({XSD.decimal, f"{XSD.BASE}double", f"{XSD.BASE}float"})
_NAMED: Final = re.compile(r"(?P<space>https?://\S*[/#])(?P<local>[A-Za-z][A-Za-z0-9-]*)")
_OS_ERROR: Final = re.compile(r" \(os error \d+\)$")
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
        if path.name == GRAPH and not path.exists():
            raise QueryError(f"{path}: no such graph; write one with: kg build ARTICLES -o {path.parent}")
        if path.suffix not in FORMATS:
            raise QueryError(f"{path}: no graph file; known endings: {', '.join(FORMATS)}")
        try:
            store.bulk_load(path=str(path), format=FORMATS[path.suffix], to_graph=None)
        except SyntaxError as error:
            raise QueryError(f"{path}, line {error.lineno}: {error.msg}") from None
        except OSError as error:
            raise QueryError(f"{path}: cannot be read: {_OS_ERROR.sub('', str(error))}") from None
    return store


def query(store: Store, sparql: str, *, allow_service: bool = False) -> Table:
    """Run a SPARQL 1.1 query over all graphs of the store together, or over those that it names itself (FROM).

    The prefixes of a build need not be declared. Raises QueryError with line, column and cause where the query is malformed,
    where it would change the graph, or where it would ask another server (SERVICE) without `allow_service`.
    """
    if _UPDATE.match(sparql):
        raise QueryError("the query would change the graph; only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked")
    if calls_servers(sparql) and not allow_service:
        raise QueryError("the query would ask another server (SERVICE); kg stays offline unless you allow it: --allow-service")
    try:
        result = store.query(sparql, prefixes=prefixes(store), use_default_graph_as_union=not names_graphs(sparql))
        return _in_order(_table(result), all_variables(sparql))
    except SyntaxError as error:
        raise QueryError(_explain(str(error.msg or error), sparql, prefixes(store))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}") from None


def prefixes(store: Store) -> dict[str, str]:
    """Prefixes that a query may use without declaring them: those of the build's own files."""
    document = next(store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(NK.Document), None), None)
    base = str(document.subject.value).rpartition("doc/")[0] if document and isinstance(document.subject, NamedNode) else BASE
    return namespaces(base or BASE)


def shortened(store: Store, table: Table) -> Table:
    """The table with addresses as a query may write them, such as `person:ana-ruiz`; what has no such name stays whole."""
    by_space = {space: prefix for prefix, space in prefixes(store).items()}

    def short(cell: Cell) -> Cell:
        named = _NAMED.fullmatch(cell) if isinstance(cell, str) else None
        return f"{by_space[named['space']]}:{named['local']}" if named and named["space"] in by_space else cell

    return Table(table.columns, tuple(tuple(map(short, row)) for row in table.rows))


def misspelt(store: Store, sparql: str) -> list[str]:
    """A line for each term of the ontology that neither it nor the graph has, with what is spelt like it."""
    return [line for iri, line in unknown_terms(sparql) if not _occurs(store, NamedNode(iri))]


def _occurs(store: Store, node: NamedNode) -> bool:
    as_predicate = store.quads_for_pattern(None, node, None, None)
    as_object = store.quads_for_pattern(None, None, node, None)
    return any(next(found, None) is not None for found in (as_predicate, as_object))


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


def _in_order(table: Table, wanted: Sequence[str]) -> Table:
    """The columns of `SELECT *` as the query names them; the engine sorts them by name."""
    if set(table.columns) - set(wanted):
        return table
    places = [table.columns.index(name) for name in wanted if name in table.columns]
    return Table(tuple(table.columns[i] for i in places), tuple(tuple(row[i] for i in places) for row in table.rows))


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


def _explain(message: str, sparql: str, known: Container[str]) -> str:
    """Where a query is wrong, with the line at fault and a caret below the place."""
    place, undeclared = _PLACE.match(message), undeclared_prefix(sparql, known)
    if undeclared:  # the parser names another place, and other causes
        before = sparql[: undeclared[1]]
        return _at(before.count("\n") + 1, len(before) - before.rfind("\n"), f"the prefix {undeclared[0]}: is not declared", sparql)
    if place is None:
        return f"the query is malformed: {message}"
    return _at(int(place[1]), int(place[2]), _shortened(place[3]), sparql)


def _at(line: int, column: int, cause: str, sparql: str) -> str:
    lines = sparql.split("\n")
    shown = lines[min(line, len(lines)) - 1].rstrip("\r")
    return f"the query is malformed at line {line}, column {column}: {cause}\n  {shown}\n  {' ' * (column - 1)}^"


def _shortened(cause: str, limit: int = 120) -> str:
    """What the parser found wrong, without its lists of characters."""
    cause = " ".join(cause.split())
    return cause if len(cause) <= limit else cause[:limit].rsplit(",", 1)[0] + " ..."
