"""Why the graph is as it is: the reason of every merge and of every link between claims."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Link, Merge
from kg.triples.pages import Page
from kg.triples.terms import Triple, words
from kg.vocab import NK, PROV, RDF, RDFS


def describe_merges(merges: list[Merge], page: Page) -> Iterator[Triple]:
    """What this document calls an entity or event, and why it is held for that node of the graph."""
    for n, merge in enumerate(merges, start=1):
        iri = page.node(f"merge-{n}")
        yield Triple(iri, RDF.type, NK.Decision)
        yield Triple(iri, RDFS.label, page.label(merge.name))
        yield Triple(iri, NK.concerns, page.entity(merge.id))
        yield Triple(iri, NK.reason, words(merge.reason))
        yield Triple(iri, PROV.wasDerivedFrom, page.iri)


def describe_links(links: list[Link], page: Page) -> Iterator[Triple]:
    """Why a claim of this document is held to deny, support or answer another."""
    for n, link in enumerate(links, start=1):
        iri = page.node(f"link-{n}")
        yield Triple(iri, RDF.type, NK.Decision)
        yield Triple(iri, RDFS.label, words(link.relation, "en"))
        yield Triple(iri, NK.concerns, page.node(link.source))
        yield Triple(iri, NK.concerns, page.node(link.target))
        yield Triple(iri, NK.reason, words(link.reason))
