"""Identity across articles: which entities and events of different articles are one, and why.

Decided from small rows (names, types, offices, company), never from whole documents. The order of the articles plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from kg.iri import short_hash, slug
from kg.lexicon import Lexicon
from kg.model import Article, Entity, EntityType, Graph, Merge, Record
from kg.reference import NOTHING, Reference
from kg.resolution.bodies import join_by_name
from kg.resolution.clusters import Clusters
from kg.resolution.events import resolve_events
from kg.resolution.finding import REFERENCE, Keys
from kg.resolution.people import join_people
from kg.resolution.places import locate
from kg.resolution.renaming import rename, with_entities
from kg.resolution.rows import Row, rows_of
from kg.resolution.rulings import Rulings, rule
from kg.resolution.types import one_type_each

__all__ = ["resolve"]

PREFIX: dict[EntityType, str] = {
    "Person": "person", "Organization": "organization", "Group": "group", "GeopoliticalEntity": "gpe", "Place": "place", "Topic": "topic",
}


def resolve(
    articles: tuple[Article, ...],
    records: tuple[Record, ...],
    lexicon: Lexicon,
    reference: Reference = NOTHING,
    warn: Callable[[str], None] = lambda _: None,
) -> Graph:
    """One graph from the records of all articles: global ids in place of local ones, each merge with its reason.

    The user's `reference` is final; `warn` is told each line of it that finds nobody, or more than one. Raises ReferenceFileError
    where its lines contradict one another.
    """
    rows = one_type_each([row for record in records for row in rows_of(record)])
    sources = {a.info.source: a.info.id for a in articles}
    rulings = rule(rows, reference, lexicon, sources, lambda: _known_ids(rows, reference, lexicon))
    for warning in rulings.warnings:
        warn(warning)
    groups = _grouped(rulings, lexicon)
    ids = _ids([group for _, group in groups])
    entities = {i: _entity(i, group) for i, (_, group) in zip(ids, groups, strict=True)}
    new = {row.key: i for i, (_, group) in zip(ids, groups, strict=True) for row in group}
    merges = [m for i, (clusters, group) in zip(ids, groups, strict=True) for m in _merges(i, group, clusters)]
    renamed = tuple(rename(r, {e.id: new[r.article.id, e.id] for e in r.entities}) for r in records)
    entities, renamed = locate(entities, renamed, lexicon.nations, lexicon.regions)
    renamed, joined_events = resolve_events(tuple(with_entities(r, entities) for r in renamed))
    return Graph(
        articles=articles, records=renamed, entities=tuple(entities[i] for i in sorted(entities)),
        merges=tuple(sorted([*merges, *joined_events], key=lambda m: (m.id, m.article, m.name))),
    )


def _grouped(rulings: Rulings, lexicon: Lexicon) -> list[tuple[Clusters, list[Row]]]:
    """Rows that are one, of entries of the reference data too, each group with the clusters that know the reasons."""
    people = join_people([r for r in rulings.rows if r.type == "Person"], lexicon, rulings.ruled)
    kinds: tuple[set[EntityType], ...] = ({"Organization"}, {"Place", "GeopoliticalEntity"}, {"Group"}, {"Topic"})
    joined = [people, *(join_by_name([r for r in rulings.rows if r.type in kind], lexicon, rulings.ruled) for kind in kinds)]
    return [(clusters, group) for clusters in joined for group in clusters.groups() if any(r.article != REFERENCE for r in group)]


def _known_ids(rows: list[Row], reference: Reference, lexicon: Lexicon) -> dict[str, Keys]:
    """The rows of each id, overrides aside."""
    groups = [group for _, group in _grouped(rule(rows, Reference(reference.entries), lexicon, {}, dict), lexicon)]
    return {i: frozenset(r.key for r in group if r.article != REFERENCE) for i, group in zip(_ids(groups), groups, strict=True)}


def _name(group: list[Row]) -> str:
    """The label that the user gives; else the fullest name of a person, the commonest of anything else."""
    given = [row.entity.name for row in group if row.article == REFERENCE]
    if given:
        return given[0]
    count: Counter[str] = Counter()
    for row in group:
        count[row.entity.name] += 1 + row.mentions
    return max(count.items(), key=lambda n: (_fullness(n[0], group[0].type), n[1], n[0]))[0]


def _fullness(name: str, kind: EntityType) -> int:
    """How well a name serves as a label: people in full, groups in the plural, no bare acronyms."""
    if kind == "Person":
        return min(len(name.split()), 2)
    return name.endswith("s") if kind == "Group" else not name.isupper()


def _ids(groups: list[list[Row]]) -> list[str]:
    """Ids by type and name; entities that share both get a suffix from what tells them apart."""
    plain = [f"{PREFIX[_type(group)]}/{slug(_name(group))}" for group in groups]
    shared = {i for i, n in Counter(plain).items() if n > 1}
    return [f"{i}-{short_hash(*_fingerprint(group))}" if i in shared else i for i, group in zip(plain, groups, strict=True)]


def _fingerprint(group: list[Row]) -> tuple[str, ...]:
    first = min(group, key=lambda r: r.key)
    return first.article, first.entity.id


def _entity(entity_id: str, group: list[Row]) -> Entity:
    name, entries = _name(group), [row.entity for row in group if row.article == REFERENCE]
    aliases = {a for row in group for a in (row.entity.name, *row.entity.aliases)} - {name}
    links = {link for row in group for link in row.entity.links}
    same_as = tuple(sorted(entry.id for entry in entries))
    return Entity(entity_id, _type(group), name, tuple(sorted(aliases)), tuple(sorted(links)), same_as)


def _type(group: list[Row]) -> EntityType:
    return next((row.type for row in group if row.article == REFERENCE), group[0].type)


def _merges(entity_id: str, group: list[Row], clusters: Clusters) -> list[Merge]:
    rows = [row for row in group if row.article != REFERENCE]
    if len(group) == 1:
        return []
    default = f"The name is the same: “{_name(group)}”."
    return [Merge(entity_id, row.article, row.entity.name, clusters.reasons.get(row.key, default)) for row in rows]
