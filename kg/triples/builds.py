"""The run that made a graph: which version of the software, and no clock, so that the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from kg.triples.terms import Node, words
from kg.vocab import PROV, RDF, RDFS


@cache
def _version() -> str:
    return version("newskg")


def run_iri(base: str) -> str:
    """IRI of the run of this version of the software."""
    return f"{base}run/newskg-{_version().replace('.', '-')}"


def agent_iri(base: str) -> str:
    """IRI of this version of the software."""
    return f"{base}agent/newskg-{_version().replace('.', '-')}"


def describe_build(base: str) -> Iterator[Node]:
    """The run and the software that made it."""
    named = (RDFS.label, words("extraction run", "en"))
    yield Node(run_iri(base), [(RDF.type, PROV.Activity), named, (PROV.wasAssociatedWith, agent_iri(base))])
    yield Node(agent_iri(base), [(RDF.type, PROV.SoftwareAgent), (RDFS.label, words(f"newskg {_version()}", "en"))])
