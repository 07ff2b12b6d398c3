"""Who speaks for whom: a spokesman and his firm, a capital and its government, a member and its organization are one side.

Two speakers of one side are no two independent sources. A member of parliament, a judge or the opposition does not speak for
the country, and somebody who held an office once no longer speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Entity, Graph, Relation, Side

_INDEPENDENT = frozenset({"opposition", "former", "shadow", "deputy speaker"})
_OFFICIALS = frozenset({"officials", "authorities"})
_SPEAKS_FOR = frozenset({"nation", "region"})
DEPTH = 4
"""How many steps a chain may have: a spokesman, his ministry, its country."""


class _Step(NamedTuple):
    """One step of a chain: the entity or country that somebody speaks for, and as what."""

    to: str
    reason: str


def find_sides(graph: Graph, lexicon: Lexicon) -> Mapping[str, Side]:
    """Entity id -> the side that it speaks for, for those that speak for another; the reason names each step."""
    entities = {entity.id: entity for entity in graph.entities}
    steps = _by_name(graph, lexicon) | _by_office(graph, entities, lexicon)
    speakers = {claim.speaker for record in graph.records for claim in record.claims if claim.speaker}
    found = {entity: side for entity in sorted(speakers) if (side := _side(entity, steps))}
    return MappingProxyType(found)


def _side(entity: str, steps: Mapping[str, _Step]) -> Side | None:
    reasons: list[str] = []
    end = entity
    while end in steps and len(reasons) < DEPTH:
        step = steps[end]
        reasons.append(step.reason)
        end = step.to
    return Side(entity, end, "; ".join(reasons)) if reasons and end != entity else None


def _by_office(graph: Graph, entities: Mapping[str, Entity], lexicon: Lexicon) -> dict[str, _Step]:
    """Who holds an office that speaks for a body, a country or a person, or is a member of one."""
    leading = frozenset(word for row in lexicon.offices if row.of in _SPEAKS_FOR for word in row.words)
    found: dict[str, _Step] = {}
    for record in graph.records:
        for relation in record.relations:
            if _speaks_for_it(relation, entities, leading) and relation.object:
                found.setdefault(relation.subject, _Step(relation.object, _told(relation, entities)))
    return found


def _speaks_for_it(relation: Relation, entities: Mapping[str, Entity], leading: frozenset[str]) -> bool:
    if relation.type not in {"holds-role", "member-of"} or relation.tense != "current" or relation.object is None:
        return False
    title = (relation.title or "").lower()
    if any(word in title for word in _INDEPENDENT):
        return False
    if entities[relation.object].type != "GeopoliticalEntity":
        return True
    return "spokes" in title or any(title.endswith(word) or f"{word} of" in title for word in leading)


def _told(relation: Relation, entities: Mapping[str, Entity]) -> str:
    names = entities[relation.subject].name, entities[relation.object or ""].name
    return f"{names[0]} is {relation.title or 'a member'} of {names[1]}" if relation.title else f"{names[0]} is a member of {names[1]}"


def _by_name(graph: Graph, lexicon: Lexicon) -> dict[str, _Step]:
    """Capitals, seats of government, and bodies of a country that are named after it ("Norwegian air force", "Danish officials")."""
    nations = {entity.name: entity.id for entity in graph.entities if entity.type == "GeopoliticalEntity"}
    stand_for = {word: row.name for row in lexicon.nations for word in (*row.capitals, *row.seats, *row.institutions)}
    belongs_to = {word: row.name for row in lexicon.nations for word in (*row.adjectives, row.name, *row.short)}
    organs = _OFFICIALS.union(*(row.words for row in lexicon.bodies if row.kind in {"organ", "nation"}))
    found = {}
    for entity in graph.entities:
        nation = stand_for.get(entity.name) or _nation_of_body(entity, belongs_to, organs)
        if nation and nation in nations and nations[nation] != entity.id:
            found[entity.id] = _Step(nations[nation], f"{entity.name} speaks for {nation}")
    return found


def _nation_of_body(entity: Entity, belongs_to: Mapping[str, str], organs: frozenset[str]) -> str | None:
    """The country of a body whose name begins with it and ends with a word for an organ of a country."""
    if entity.type not in {"Organization", "Group"}:
        return None
    words = entity.name.replace("’s", "").replace("'s", "").split()
    ends = any(" ".join(words[-n:]).lower() in organs for n in (1, 2))
    return next(_beginnings(words, belongs_to), None) if ends else None


def _beginnings(words: list[str], belongs_to: Mapping[str, str]) -> Iterator[str]:
    for n in (3, 2, 1):
        if len(words) > n and (nation := belongs_to.get(" ".join(words[:n]))):
            yield nation
