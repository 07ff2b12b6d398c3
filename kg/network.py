"""The network: which nodes and edges a reader gets, decided once; GraphML, GEXF, JSON and the page only copy it.

Three kinds of nodes, told apart by the attribute `kind`:

- `entity`: a person, organization, group, place or country;
- `event`: something described as happening, with its standing; being a node does not mean that it happened;
- `claim`: what one article attributes to one speaker, with the exact words.

Edges run from who speaks to what is said to what it is about: speaker -says-> claim -tells-of-> event, claim -about-> entity,
claim -denies-> claim, entity -agent-> event, event -in-> place, person -holds-role-> country. All attributes are plain
strings, numbers and booleans, so that every tool can read them; what is not known is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import networkx as nx

from kg.model import Article, ArticleInfo, Claim, Graph, Record, Relation, Situation, Span, full_id

Value = str | int | float | bool
LABEL_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Node:
    """One node: `kind` is `entity`, `event` or `claim`; `type` the class of the entity, kind of event or speech act."""

    id: str
    kind: str
    type: str
    label: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One directed edge; `id` is its own in the whole network, so that parallel edges stay apart."""

    id: str
    source: str
    relation: str
    target: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes in the order entities, events, claims; edges in the order of the text."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Telling(NamedTuple):
    """What one article tells of an event."""

    article: ArticleInfo
    situation: Situation


def event_key(article: str, situation: Situation) -> str:
    """The id of the node of a situation: that of its event where several articles may tell of it, else its own."""
    return situation.event or full_id(article, situation.id)


def denials(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Claim -> the claims that deny it, in the order of the text; whatever is a key here is disputed."""
    found: dict[str, list[str]] = {}
    for record in graph.records:
        for claim in record.claims:
            for target in claim.denies:
                found.setdefault(full_id(record.article.id, target), []).append(full_id(record.article.id, claim.id))
    return {key: tuple(dict.fromkeys(sources)) for key, sources in found.items()}


def build_network(graph: Graph) -> Network:
    """Decide the nodes and edges of a graph.

    Left out are edges whose ends the graph does not know, and events of no kind of their own that nothing is joined to.
    """
    texts = {a.info.id: a for a in graph.articles}
    nodes = {node.id: node for node in (*_entities(graph), *_events(graph, texts), *_claims(graph, texts))}
    edges: dict[str, Edge] = {}
    for record in graph.records:
        for edge in _edges_of(record, texts[record.article.id]):
            if edge.source in nodes and edge.target in nodes:
                unique = _free_id(edge.id, edges)
                edges[unique] = Edge(unique, edge.source, edge.relation, edge.target, edge.attributes)
    joined = {end for edge in edges.values() for end in (edge.source, edge.target)}
    kept = (node for node in nodes.values() if node.id in joined or (node.kind, node.type) != ("event", "other"))
    return Network(tuple(kept), tuple(edges.values()))


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """The network as a `MultiDiGraph`; keys of edges are their ids."""
    network = build_network(graph)
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        result.add_node(node.id, label=node.label, kind=node.kind, category=node.type, **node.attributes)
    for edge in network.edges:
        result.add_edge(edge.source, edge.target, key=edge.id, label=edge.relation, relation=edge.relation, **edge.attributes)
    return result


def _entities(graph: Graph) -> Iterator[Node]:
    said = Counter(claim.speaker for record in graph.records for claim in record.claims)
    spoken_of = Counter(entity for record in graph.records for claim in record.claims for entity in claim.about)
    mentions = Counter(mention.entity for record in graph.records for mention in record.mentions)
    articles = Counter(entity for record in graph.records for entity in {m.entity for m in record.mentions})
    for entity in graph.entities:
        yield Node(entity.id, "entity", entity.type, entity.name, _known({
            "iri": f"{graph.base_iri}id/{entity.id}",
            "aliases": "; ".join(entity.aliases),
            "links": " ".join(entity.links),
            "claims_made": said[entity.id],
            "claims_about": spoken_of[entity.id],
            "mentions": mentions[entity.id],
            "articles": articles[entity.id],
        }))


def tellings(graph: Graph) -> dict[str, tuple[Telling, ...]]:
    """Event -> all that the articles tell of it, in the order of the text."""
    found: dict[str, list[Telling]] = {}
    for record in graph.records:
        for situation in record.situations:
            found.setdefault(event_key(record.article.id, situation), []).append(Telling(record.article, situation))
    return {key: tuple(told) for key, told in found.items()}


def deciding(told: Sequence[Telling]) -> Telling:
    """The telling that an event is shown by: on the best word there is for it, and as happened only where that word says so.

    One denial disputes an event; else one narration tells it; else it is only attributed. What was planned and is called off is shown so.
    """
    for standing in ("disputed", "narrated", "attributed"):
        alike = [one for one in told if one.situation.standing == standing]
        if alike:
            happened = (one for one in alike if (one.situation.modality, one.situation.polarity) == ("actual", "affirmed"))
            called_off = (one for one in alike if one.situation.polarity == "negated")
            return next(happened, None) or next(called_off, alike[0])
    raise ValueError("an event that nobody tells of")


def _events(graph: Graph, texts: Mapping[str, Article]) -> Iterator[Node]:
    for key, told in tellings(graph).items():
        article, situation = deciding(told)
        yield Node(key, "event", situation.kind, situation.label or situation.kind, _known({
            "iri": f"{graph.base_iri}{'id/' if situation.event else 'doc/'}{key}",
            "standing": situation.standing,
            "modality": situation.modality,
            "polarity": situation.polarity,
            "tellings": len(told),
            **_days(situation),
            **_source(article, situation.evidence, texts[article.id].text),
        }))


def _claims(graph: Graph, texts: Mapping[str, Article]) -> Iterator[Node]:
    denied = denials(graph)
    names = {entity.id: entity.name for entity in graph.entities}
    for record in graph.records:
        text = texts[record.article.id].text
        for claim in record.claims:
            key = full_id(record.article.id, claim.id)
            words = words_of(claim.content_spans, text)
            yield Node(key, "claim", claim.speech_act, shorten(words), _known({
                "iri": f"{graph.base_iri}doc/{key}",
                "standing": "disputed" if key in denied else "attributed",
                "speaker": names.get(claim.speaker or "", claim.speaker_text or ""),
                "content": words,
                **_manner(claim),
                **_source(record.article, claim.evidence, text),
            }))


def _manner(claim: Claim) -> dict[str, Value | None]:
    return {
        "speech_act": claim.speech_act,
        "quotation": claim.quotation,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "certainty": claim.certainty,
        "medium": claim.medium,
        "said_on": claim.said_on.isoformat() if claim.said_on else None,
    }


def _source(info: ArticleInfo, evidence: Span, text: str) -> dict[str, Value | None]:
    return {
        "article": info.id,
        "article_title": info.title,
        "published": info.published.isoformat() if info.published else None,
        "url": info.url,
        "words": evidence.of(text),
        "from_char": evidence.start,
        "to_char": evidence.end,
    }


def _days(situation: Situation) -> dict[str, Value | None]:
    time = situation.time
    if time is None:
        return {}
    return {
        "first_day": time.start.isoformat() if time.start else None,
        "last_day": time.end.isoformat() if time.end else None,
        "precision": time.precision,
    }


def _edges_of(record: Record, article: Article) -> Iterator[Edge]:
    events = {situation.id: event_key(record.article.id, situation) for situation in record.situations}
    for relation in record.relations:
        yield from _relation_edge(relation, record, article)
    for situation in record.situations:
        yield from _situation_edges(situation, events, record, article)
    for claim in record.claims:
        yield from _claim_edges(claim, events, record)


def _relation_edge(relation: Relation, record: Record, article: Article) -> Iterator[Edge]:
    if relation.object is not None:
        details = {"title": relation.title, "tense": relation.tense, "standing": "narrated"}
        yield _edge(relation.subject, relation.type, relation.object, {**details, **_source(record.article, relation.span, article.text)})


def _situation_edges(situation: Situation, events: Mapping[str, str], record: Record, article: Article) -> Iterator[Edge]:
    key = events[situation.id]
    origin = {"standing": situation.standing, "article": record.article.id}
    for role in situation.roles:
        if role.entity:
            yield _edge(role.entity, role.role, key, {**origin, "words": role.span.of(article.text)})
    if situation.place:
        yield _edge(key, "in", situation.place, origin)
    for relation, other in (("part-of", situation.part_of), ("on-condition-of", situation.condition)):
        if other is not None and other in events:
            yield _edge(key, relation, events[other], origin)


def _claim_edges(claim: Claim, events: Mapping[str, str], record: Record) -> Iterator[Edge]:
    """Who says it, what it tells of, whom it is about, whom it answers: all edges carry the claim they belong to."""
    article = record.article.id
    key = full_id(article, claim.id)
    detail = {"claim": key, "article": article, "speech_act": claim.speech_act, "polarity": claim.polarity}
    if claim.speaker:
        yield _edge(claim.speaker, "says", key, detail)
    ends = (
        *(("tells-of", events[situation]) for situation in claim.content if situation in events),
        *(("about", entity) for entity in claim.about),
        *(("said-to", entity) for entity in (claim.addressee,) if entity),
        *(("reported-in", full_id(article, outer)) for outer in (claim.embedded_in,) if outer),
        *(("denies", full_id(article, other)) for other in claim.denies),
        *(("supports", full_id(article, other)) for other in claim.supports),
        *(("responds-to", full_id(article, other)) for other in claim.responds_to),
    )
    for relation, target in ends:
        yield _edge(key, relation, target, detail)


def _edge(source: str, relation: str, target: str, attributes: Mapping[str, Value | None]) -> Edge:
    return Edge(f"{source} {relation} {target}", source, relation, target, _known(attributes))


def _free_id(wanted: str, taken: Mapping[str, object]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted} {number}"
    return free


def _known(attributes: Mapping[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in attributes.items() if value is not None and value != ""}


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans, with an ellipsis where text between them is left out."""
    return " … ".join(span.of(text) for span in spans)


def shorten(words: str, length: int = LABEL_LENGTH) -> str:
    """Words as a label of one line, cut at a word within `length` characters."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    words = cut.rsplit(" ", 1)[0]
    return (words if 2 * len(words) > length else cut).rstrip(" ,;:–—-") + "…"
