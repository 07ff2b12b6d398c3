"""Identity across articles: which entities and events of different articles are one, and why."""

from __future__ import annotations

from kg.iri import slug
from kg.model import Article, Entity, Graph, Merge, Record
from kg.resolution.renaming import rename

__all__ = ["resolve"]

PREFIX = {"Person": "person", "Organization": "organization", "Group": "group", "GeopoliticalEntity": "gpe", "Place": "place", "Topic": "topic"}


def resolve(articles: tuple[Article, ...], records: tuple[Record, ...]) -> Graph:
    """One graph from the records of all articles: global ids in place of local ones, each merge with its reason."""
    full = _surnames(records)
    entities: dict[str, Entity] = {}
    merges: list[Merge] = []
    renamed: list[dict[str, str]] = []
    for record in records:
        ids = {}
        for entity in record.entities:
            name = entity.name
            if entity.type == "Person" and " " not in name and len(full.get(name, ())) == 1:
                name = next(iter(full[name]))
            key = f"{PREFIX[entity.type]}/{slug(name)}"
            ids[entity.id] = key
            known = entities.get(key)
            if known is not None:
                merges.append(Merge(key, record.article.id, entity.name, f"Both articles call it “{name}”."))
            aliases = ({*known.aliases, known.name} if known else set()) | {*entity.aliases, entity.name}
            entities[key] = Entity(key, entity.type, name, tuple(sorted(aliases - {name})), entity.links)
        renamed.append(ids)
    out = tuple(rename(record, ids, entities) for record, ids in zip(records, renamed, strict=True))
    return Graph(articles=articles, records=out, entities=tuple(sorted(entities.values(), key=lambda e: e.id)), merges=tuple(merges))


def _surnames(records: tuple[Record, ...]) -> dict[str, set[str]]:
    full: dict[str, set[str]] = {}
    for record in records:
        for entity in record.entities:
            if entity.type == "Person" and " " in entity.name:
                full.setdefault(entity.name.split()[-1], set()).add(entity.name)
    return full
