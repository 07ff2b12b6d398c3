"""What was read, as entities, mentions and relations with ids that are local to the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.locations import find_locations
from kg.extractors.drafts import Identities, NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.offices import Office
from kg.model import Entity, Mention, Relation, Span
from kg.parsing import ParsedArticle
from kg.spelling import folded


def identities_of(
    parsed: ParsedArticle,
    clusters: list[Cluster],
    names: tuple[NounPhrase, ...],
    offices: tuple[Office, ...],
    words: Gazetteer,
    apposed: Mapping[int, Cluster],
) -> Identities:
    """The entities in the order of their first mention; `apposed` gives the nouns that stand beside a name."""
    ordered = sorted(clusters, key=lambda c: min((p.start, p.end) for p in c.phrases))
    ids = {id(c): f"entity-{n}" for n, c in enumerate(ordered, 1)}
    entities = tuple(_entity(parsed, c, ids[id(c)]) for c in ordered)
    mentions = {Mention(p.span, p.kind, ids[id(c)], p in c.metonyms) for c in ordered for p in c.phrases}
    by_token = {i: ids[id(c)] for i, c in apposed.items()} | _by_token(ordered, ids)
    people = {p: ids[id(c)] for c in ordered if c.type == "Person" for p in c.phrases}
    relations = (
        *_relations(parsed, offices, people, by_token),
        *_locations(parsed, names, {p: ids[id(c)] for c in ordered for p in c.phrases}, words),
    )
    return Identities(entities, tuple(sorted(mentions, key=lambda m: (m.span, m.kind))), relations, by_token)


def _entity(parsed: ParsedArticle, cluster: Cluster, local: str) -> Entity:
    name = cluster.name
    aliases = {parsed.words(p.span) for p in cluster.phrases if p.kind == "name"} - {name}
    return Entity(local, cluster.type, name, tuple(sorted(aliases)))


def _by_token(clusters: list[Cluster], ids: dict[int, str]) -> dict[int, str]:
    """Each token -> its entity: the mention whose head it is, else the shortest mention around it."""
    rank: dict[int, tuple[bool, int]] = {}
    out: dict[int, str] = {}
    for cluster in clusters:
        for phrase in cluster.phrases:
            for token in range(phrase.start, phrase.end):
                mine = (token != phrase.head, phrase.end - phrase.start if token != phrase.head else phrase.start - phrase.end)
                if token not in rank or mine < rank[token]:
                    rank[token], out[token] = mine, ids[id(cluster)]
    return out


def _locations(
    parsed: ParsedArticle, names: tuple[NounPhrase, ...], of_phrase: dict[NounPhrase, str], words: Gazetteer
) -> Iterable[Relation]:
    found: dict[tuple[str, str], Relation] = {}
    for inner, outer in find_locations(parsed.doc, names, words):
        a, b = of_phrase.get(inner), of_phrase.get(outer)
        if a is not None and b is not None and a != b:
            span = Span(min(inner.span.start, outer.span.start), max(inner.span.end, outer.span.end))
            found.setdefault((a, b), Relation("located-in", a, b, span))
    return found.values()


def _relations(
    parsed: ParsedArticle, offices: tuple[Office, ...], of_phrase: dict[NounPhrase, str], by_token: dict[int, str]
) -> tuple[Relation, ...]:
    found: dict[tuple[str, str, str | None], Relation] = {}
    people = set(of_phrase.values())
    for office in offices:
        subject, owner = of_phrase.get(office.person), by_token.get(office.owner) if office.owner is not None else None
        if subject is None or subject == owner or (office.type == "kin" and owner not in people):
            continue
        title = parsed.words(parsed.span(*office.title))
        relation = Relation(office.type, subject, owner, parsed.span(office.start, office.end), title, office.tense)
        found.setdefault((subject, " ".join(folded(title)), owner), relation)
    return tuple(r for key, r in found.items() if key[2] is not None or not any(k[:2] == key[:2] and k[2] is not None for k in found))
