"""The graph as an `rdflib.Graph`, for people who work in Python."""

from __future__ import annotations

from io import BytesIO

import rdflib

from kg.exporters.prefixes import prefixes_of
from kg.exporters.rdf import write_rdf
from kg.model import Graph
from kg.triples import Detail


def to_rdflib(graph: Graph, detail: Detail = "full") -> rdflib.Graph:
    """All triples, with the prefixes of the Turtle bound."""
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, space in prefixes_of(graph).spaces.items():
        result.bind(prefix, space)
    return result.parse(BytesIO(write_rdf(graph, "ntriples", detail)), format="nt")
