"""Turtle, TriG, N-Triples and JSON-LD of one projection.

The writers are our own: rdflib's sort 21,000 triples a second, and none of the fast ones keeps the order of the text,
which is what makes the Turtle readable and its diffs small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kg.exporters.prefixes import Prefixes, prefixes_of
from kg.exporters.syntax import ntriple, storable, subject_block
from kg.model import Graph
from kg.triples import Detail, Literal, Object, Triple, project, to_triples
from kg.triples.terms import Section
from kg.vocab import NODE_PROPERTIES, RDF, XSD

Node = dict[str, object]


def write_ntriples(graph: Graph, detail: Detail = "full") -> bytes:
    """One triple a line, each once."""
    return "".join(map(ntriple, to_triples(graph, detail))).encode()


def write_turtle(graph: Graph, detail: Detail = "full") -> bytes:
    """Turtle for people: prefixed, a block for each subject, documents in the order of the build, each in the order of its text."""
    prefixes = prefixes_of(graph)
    seen: set[Triple] = set()
    blocks = [prefixes.turtle()]
    for section in project(graph, detail):
        fresh = [triple for triple in section.triples if triple not in seen]
        seen.update(fresh)
        blocks += [_heading(section), *_blocks(fresh, prefixes)]
    return "\n".join(blocks).encode()


def write_trig(graph: Graph, detail: Detail = "full") -> bytes:
    """TriG: a named graph for each document, and one for what they share."""
    prefixes = prefixes_of(graph)
    blocks = [prefixes.turtle()]
    for section in project(graph, detail):
        blocks += [_heading(section), f"{prefixes.short(section.name)} {{\n", *_blocks(section.triples, prefixes), "}\n"]
    return "\n".join(blocks).encode()


def write_jsonld(graph: Graph, detail: Detail = "full") -> bytes:
    """JSON-LD 1.1: one object for each node, under a context that gives own properties their types."""
    prefixes = prefixes_of(graph)
    nodes = (_node(subject, properties, prefixes) for subject, properties in _grouped(to_triples(graph, detail)))
    document = {"@context": _context(prefixes), "@graph": list(nodes)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _heading(section: Section) -> str:
    return f"\n#### {' '.join(section.title.split())}\n"


def _blocks(triples: Iterable[Triple], prefixes: Prefixes) -> Iterator[str]:
    return (subject_block(subject, properties, prefixes) for subject, properties in _grouped(triples))


def _grouped(triples: Iterable[Triple]) -> Iterable[tuple[str, Mapping[str, list[Object]]]]:
    """Triples by subject and predicate, both in the order of their first triple."""
    subjects: dict[str, dict[str, list[Object]]] = {}
    for subject, predicate, value in triples:
        subjects.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return subjects.items()


# ---------------------------------------------------------------- JSON-LD
def _context(prefixes: Prefixes) -> Node:
    """The prefixes, and that the values of own object properties are nodes."""
    return dict(prefixes.spaces) | {prefixes.compact(iri): {"@id": iri, "@type": "@id"} for iri in sorted(NODE_PROPERTIES)}


def _node(subject: str, properties: Mapping[str, list[Object]], prefixes: Prefixes) -> Node:
    node: Node = {"@id": prefixes.compact(subject)}
    for predicate, values in properties.items():
        if predicate == RDF.type:
            node["@type"] = _one_or_many([prefixes.compact(str(value)) for value in values])
        elif predicate in NODE_PROPERTIES:
            node[prefixes.compact(predicate)] = _one_or_many([prefixes.compact(str(value)) for value in values])
        else:
            node[prefixes.compact(predicate)] = _one_or_many([_value(value, prefixes) for value in values])
    return node


def _value(value: Object, prefixes: Prefixes) -> object:
    if not isinstance(value, Literal):
        return {"@id": prefixes.compact(value)}
    text = storable(value.text)
    if value.language:
        return {"@value": text, "@language": value.language}
    if value.datatype == XSD.integer:
        return int(value.text)
    if value.datatype == XSD.string:
        return text
    return {"@value": text, "@type": prefixes.compact(value.datatype)}


def _one_or_many(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
