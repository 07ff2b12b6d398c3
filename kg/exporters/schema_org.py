"""schema.org for search engines and fact-checkers: each article a `NewsArticle`, each claim a `Claim` that appears in it.

Only what somebody says is here, as said; schema.org has no words for whether it is so, and nothing here implies it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kg.exporters.output import json_line
from kg.model import Article, Claim, Entity, EntityType, Graph, Record, full_id
from kg.vocab import Act

Node = dict[str, object]

TYPES: Mapping[EntityType, str | tuple[str, ...]] = MappingProxyType({
    "Person": "Person", "Organization": "Organization", "Group": "Organization", "Place": "Place",
    "GeopoliticalEntity": ("AdministrativeArea", "Organization"), "Topic": "Thing",
})  # fmt: skip
"""Types of entities in schema.org; a state both has a place and speaks, and a group is the nearest to it that can be an author."""


def write_schema_org(graph: Graph) -> bytes:
    """JSON-LD, one node a line; its context needs no network."""
    base = graph.base_iri
    items = b",\n".join(json_line(_lean(node)) for node in _nodes(graph, base))
    return b'{"@context":{"@vocab":"https://schema.org/"},"@graph":[\n' + items + b"\n]}\n"


def _nodes(graph: Graph, base: str) -> Iterator[Node]:
    for article, record in zip(graph.articles, graph.records, strict=True):
        yield _article(article, record, base)
        for claim in record.claims:
            yield _claim(claim, article, base)
    for entity in sorted(graph.entities, key=lambda e: e.id):
        yield _entity(entity, base)


def _article(article: Article, record: Record, base: str) -> Node:
    info = article.info
    return {
        "@id": f"{base}doc/{info.id}",
        "@type": "NewsArticle",
        "headline": info.title,
        "author": [{"@type": "Person", "name": name} for name in info.authors],
        "publisher": info.publisher and {"@type": "Organization", "name": info.publisher},
        "datePublished": info.published,
        "url": info.url,
        "inLanguage": info.language,
        "identifier": f"sha256:{info.sha256}",
        "mentions": [_link(base, f"id/{entity}") for entity in dict.fromkeys(mention.entity for mention in record.mentions)],
    }


def _claim(claim: Claim, article: Article, base: str) -> Node:
    document = f"doc/{article.info.id}"
    taken_up = (full_id(article.info.id, other) for other in (*claim.denies, *claim.supports, *claim.responds_to))
    return {
        "@id": f"{base}{document}#{claim.id}",
        "@type": "Claim",
        "additionalType": f"{Act.BASE}{claim.speech_act}",
        "text": " ".join(span.of(article.text) for span in claim.content_spans),
        "author": _link(base, f"id/{claim.speaker}") if claim.speaker else None,
        "creditText": claim.speaker_text,
        "datePublished": claim.said_on,
        "about": [*(_link(base, f"id/{entity}") for entity in claim.about), *(_link(base, f"doc/{other}") for other in taken_up)],
        "appearance": _link(base, document),
    }


def _entity(entity: Entity, base: str) -> Node:
    names = [alias for alias in entity.aliases if alias != entity.name]
    same = {"@id": f"{base}id/{entity.id}", "@type": TYPES[entity.type], "name": entity.name}
    return same | {"alternateName": names}


def _link(base: str, local: str) -> Node:
    return {"@id": f"{base}{local}"}


def _lean(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}
