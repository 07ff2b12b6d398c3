"""The projection: a graph in, RDF triples out. The only place that knows how the model is said in RDF.

Plain RDF 1.1 without blank nodes. A situation is only described; the type `nk:Event` or `nk:State` and the direct edges
`nk:memberOf` and `nk:locatedIn` are written only where the article itself says so, in its own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kg.model import Entity, Graph, Record
from kg.triples.builds import describe_build
from kg.triples.claims import describe_claims
from kg.triples.decisions import describe_days, describe_flags, describe_links, describe_merges, describe_sides
from kg.triples.entities import describe_codes, describe_entities, describe_occurrences
from kg.triples.pages import Detail, Page, describe_document
from kg.triples.situations import describe_situations
from kg.triples.states import claimed_states, describe_states, edges_of, states_of
from kg.triples.terms import Literal, Node, Object, Section, Triple

__all__ = ["Detail", "Literal", "Node", "Object", "Section", "Triple", "project", "to_triples"]

T = TypeVar("T")


class _Known(NamedTuple):
    """What every document is told with: the entities by their ids, and whom speakers speak for."""

    entities: Mapping[str, Entity]
    sides: Mapping[str, str]


def to_triples(graph: Graph, detail: Detail = "full") -> list[Triple]:
    """All triples of a graph, each once, in the order of `project`."""
    nodes = (node for section in project(graph, detail) for node in section.nodes)
    return [Triple(node.iri, predicate, value) for node in nodes for predicate, value in node.pairs]


def project(graph: Graph, detail: Detail = "full") -> Iterator[Section]:
    """A graph as RDF: one section for each document in the order of the build, and a last one for what they share.

    `detail` says how much is told of spans: `full` with their words, `lean` with offsets only, `none`: no spans and no
    mentions at all. Every node is in one section, and everything said of it there.
    """
    base = graph.base_iri
    entities = {entity.id: entity for entity in graph.entities}
    known = _Known(entities, {side.entity: side.side for side in graph.sides})
    merges = _grouped(graph.merges, lambda merge: merge.article)
    links = _grouped(graph.links, lambda link: link.source.partition("#")[0])
    for article, record in zip(graph.articles, graph.records, strict=True):
        page = Page(article.text, record.article, base, detail)
        decisions = [*describe_merges(merges.get(page.info.id, ()), page), *describe_links(links.get(page.info.id, ()), page)]
        yield Section(page.iri, record.article.title or record.article.source, list(_describe_record(record, page, known, decisions)))
    title = "People, organizations, places, and what the articles tell of together"
    yield Section(base + "graph/entities", title, list(_describe_shared(graph, entities, base)))


def _describe_record(record: Record, page: Page, known: _Known, decisions: Iterable[Node]) -> Iterator[Node]:
    states = states_of(record, page.text)
    yield describe_document(page)
    yield from describe_claims(record.claims, claimed_states(states), page)
    yield from describe_situations(record.situations, page)
    yield from describe_states(states, page, known.entities, known.sides)
    yield from decisions
    yield from describe_days(record.situations, page)
    yield from describe_flags(states, page)
    for mention in record.mentions:
        page.mention(mention)
    yield from page.spans()


def _describe_shared(graph: Graph, entities: Mapping[str, Entity], base: str) -> Iterator[Node]:
    states = (state for article, record in zip(graph.articles, graph.records, strict=True) for state in states_of(record, article.text))
    yield from describe_entities(graph.entities, edges_of(states, entities), base)
    yield from describe_occurrences(graph.records, base)
    yield from describe_sides(graph.sides, base)
    yield from describe_codes(graph.records)
    yield from describe_build(base)


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
