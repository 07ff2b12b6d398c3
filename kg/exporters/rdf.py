"""Turtle, TriG, N-Triples and JSON-LD, all from one projection, a document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from kg.exporters.prefixes import Prefixes, prefixes_of
from kg.exporters.syntax import json_ld, json_ld_context, ntriples, turtle
from kg.model import Graph
from kg.triples import Detail, Section, project


class Passage:
    """A section on its way into files; its Turtle, which TriG shares, is written once."""

    def __init__(self, section: Section, prefixes: Prefixes) -> None:
        self.section = section
        self.prefixes = prefixes

    @cached_property
    def turtle(self) -> str:
        return "\n".join([turtle(node, self.prefixes) for node in self.section.nodes])

    @property
    def heading(self) -> str:
        return f"\n#### {' '.join(self.section.title.split())}\n\n"


class Dialect(NamedTuple):
    """How a format begins, how it writes a section, what stands between sections, and how it ends."""

    head: Callable[[Prefixes], str]
    section: Callable[[Passage], str]
    between: str = ""
    tail: str = ""


def _turtle_head(prefixes: Prefixes) -> str:
    return "".join([f"@prefix {prefix}: <{space}> .\n" for prefix, space in prefixes.spaces.items()])


def _trig_section(passage: Passage) -> str:
    return f"{passage.heading}{passage.prefixes[passage.section.name]} {{\n\n{passage.turtle}\n}}\n"


def _json_ld_head(prefixes: Prefixes) -> str:
    return f'{{"@context": {msgspec.json.encode(json_ld_context(prefixes)).decode()},\n"@graph": [\n'


def _json_ld_section(passage: Passage) -> str:
    return ",\n".join([msgspec.json.encode(json_ld(node, passage.prefixes)).decode() for node in passage.section.nodes])


DIALECTS: Mapping[str, Dialect] = MappingProxyType({
    "turtle": Dialect(_turtle_head, lambda passage: passage.heading + passage.turtle),
    "trig": Dialect(_turtle_head, _trig_section),
    "ntriples": Dialect(lambda _: "", lambda passage: "".join(map(ntriples, passage.section.nodes))),
    "jsonld": Dialect(_json_ld_head, _json_ld_section, ",\n", "\n]}\n"),
})
"""Name of each RDF format -> how it is written."""


def rdf_pieces(graph: Graph, names: Iterable[str], detail: Detail = "full") -> Iterator[tuple[str, bytes]]:
    """Some of the `DIALECTS`, piece by piece, each piece with the name of its format; `detail` says how much is told of spans."""
    prefixes, dialects = prefixes_of(graph), [(name, DIALECTS[name]) for name in names]
    for name, dialect in dialects:
        yield name, dialect.head(prefixes).encode()
    for number, section in enumerate(project(graph, detail) if dialects else ()):
        passage = Passage(section, prefixes)
        for name, dialect in dialects:
            yield name, f"{dialect.between if number else ''}{dialect.section(passage)}".encode()
    for name, dialect in dialects:
        yield name, dialect.tail.encode()


def write_rdf(graph: Graph, name: str, detail: Detail = "full") -> bytes:
    """The bytes of one of the `DIALECTS`."""
    return b"".join([piece for _, piece in rdf_pieces(graph, [name], detail)])


def write_turtle(graph: Graph) -> bytes:
    """Turtle for people: prefixed, a block for each node, documents in the order of the build, each in the order of its text."""
    return write_rdf(graph, "turtle")


def write_trig(graph: Graph) -> bytes:
    """TriG: a named graph for each document, and one for what they share."""
    return write_rdf(graph, "trig")


def write_ntriples(graph: Graph) -> bytes:
    """One triple a line, each once."""
    return write_rdf(graph, "ntriples")


def write_jsonld(graph: Graph) -> bytes:
    """JSON-LD 1.1: one object a line for each node."""
    return write_rdf(graph, "jsonld")
