"""The projection: a graph in, RDF triples out. The only place that knows how the model is said in RDF.

Plain RDF 1.1 without blank nodes. A situation is only described; the type `nk:Event` or `nk:State` and the direct edges
`nk:memberOf` and `nk:locatedIn` are written only where the article itself says so, in its own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.iri import BASE
from kg.model import Entity, Graph, Link, Merge, Record
from kg.triples.builds import describe_build
from kg.triples.claims import describe_claims
from kg.triples.decisions import describe_links, describe_merges
from kg.triples.entities import describe_codes, describe_entities, describe_occurrences
from kg.triples.pages import Detail, Page, describe_document
from kg.triples.situations import describe_situations
from kg.triples.states import describe_states
from kg.triples.terms import Literal, Object, Section, Triple

__all__ = ["Detail", "Literal", "Object", "Section", "Triple", "project", "to_triples"]


def to_triples(graph: Graph, detail: Detail = "full") -> list[Triple]:
    """All triples of a graph, each once, in the order of `project`."""
    return list(dict.fromkeys(triple for section in project(graph, detail) for triple in section.triples))


def project(graph: Graph, detail: Detail = "full") -> Iterator[Section]:
    """A graph as RDF: one section for each document in the order of the build, and a last one for what they share.

    `detail` says how much is told of spans: `full` with their words, `lean` with offsets only, `none`: no spans and no
    mentions at all. A triple may stand in two sections where two documents say the same.
    """
    base = graph.base_iri or BASE
    entities = {entity.id: entity for entity in graph.entities}
    merges, links = _by_article(graph.merges), _by_source(graph.links)
    for article, record in zip(graph.articles, graph.records, strict=True):
        page = Page(article.text, record.article, base, detail)
        triples = _describe_record(record, page, entities, merges.get(page.info.id, []), links.get(page.info.id, []))
        yield Section(page.iri, record.article.title or record.article.source, list(dict.fromkeys(triples)))
    title = "People, organizations, places, and what the articles tell of together"
    yield Section(base + "graph/entities", title, _describe_shared(graph, base))


def _describe_record(
    record: Record, page: Page, entities: Mapping[str, Entity], merges: list[Merge], links: list[Link]
) -> Iterator[Triple]:
    yield from describe_document(page)
    yield from describe_claims(record.claims, page)
    yield from describe_situations(record.situations, page)
    yield from describe_states(record, page, entities)
    yield from describe_merges(merges, page)
    yield from describe_links(links, page)
    for mention in record.mentions:
        page.mention(mention)
    yield from page.spans()


def _describe_shared(graph: Graph, base: str) -> list[Triple]:
    triples = [*describe_entities(graph.entities, base), *describe_occurrences(graph.records, base)]
    return [*triples, *describe_codes(graph.records), *describe_build(base)]


def _by_article(merges: tuple[Merge, ...]) -> Mapping[str, list[Merge]]:
    found: dict[str, list[Merge]] = defaultdict(list)
    for merge in merges:
        found[merge.article].append(merge)
    return found


def _by_source(links: tuple[Link, ...]) -> Mapping[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.source.partition("#")[0]].append(link)
    return found
