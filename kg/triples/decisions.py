"""Why the graph is as it is: the reason of every merge, of every link between claims, and of every flag on an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Link, Merge
from kg.triples.pages import Page
from kg.triples.states import State
from kg.triples.terms import Node, Pair, node, words
from kg.vocab import NK, PROV, RDF, RDFS


def describe_merges(merges: Sequence[Merge], page: Page) -> Iterator[Node]:
    """What this document calls an entity or event, and why it is held for that node of the graph."""
    for n, merge in enumerate(merges, start=1):
        named = (RDFS.label, page.label(merge.name))
        why: list[Pair] = [(NK.concerns, page.entity(merge.id)), (NK.reason, words(merge.reason)), (PROV.wasDerivedFrom, page.iri)]
        yield node(page.node(f"merge-{n}"), [(RDF.type, NK.Decision), named, *why])


def describe_links(links: Sequence[Link], page: Page) -> Iterator[Node]:
    """Why a claim of this document is held to deny, support or answer another."""
    for n, link in enumerate(links, start=1):
        named = (RDFS.label, words(link.relation, "en"))
        ends: list[Pair] = [(NK.concerns, page.node(link.source)), (NK.concerns, page.node(link.target))]
        yield node(page.node(f"link-{n}"), [(RDF.type, NK.Decision), named, *ends, (NK.reason, words(link.reason))])


def describe_flags(states: Sequence[State], page: Page) -> Iterator[Node]:
    """Offices that the user's reference data has otherwise: the label is what it has."""
    for state in states:
        if other := state.relation.reference_title:
            reason = f"The article says “{state.relation.title}”; the reference data has “{other}”."
            why: list[Pair] = [(NK.concerns, page.node(state.id)), (NK.reason, words(reason)), (PROV.wasDerivedFrom, page.iri)]
            yield node(page.node(f"flag-{state.id.removeprefix('state-')}"), [(RDF.type, NK.Decision), (RDFS.label, words(other)), *why])
