"""Where places are: GeoNames links and the country of each town, by what the articles say; nothing where in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from kg.lexicon import Nation, Region
from kg.model import PLACES, Entity, Record, Relation
from kg.resolution.gazetteer import City, cities, countries, link

DOMINANCE: Final = 10
LARGE: Final = 300_000


def locate(
    entities: Mapping[str, Entity], records: tuple[Record, ...], nations: tuple[Nation, ...], regions: tuple[Region, ...]
) -> tuple[dict[str, Entity], tuple[Record, ...]]:
    """Entities with links to GeoNames, and records that say in which country a linked town lies."""
    by_name = {n.name: n for n in nations}
    codes = {i: code for i, code in ((i, _country_code(e, by_name)) for i, e in entities.items()) if code is not None}
    states = {name: row.codes[k] for row in regions if row.within == "United States" for k, name in enumerate(row.names)}
    towns = {i: e for i, e in entities.items() if e.type in PLACES and i not in codes}
    within = {name: code for row in regions if (code := by_name[row.within].code) for name in row.names}
    found = cities(e.name.lower() for e in towns.values() if _plain(e) not in within)
    evidence = _evidence(records, entities, codes, states)
    chosen = {
        i: city
        for i, e in towns.items()
        if (city := _choose(found.get(e.name.lower(), ()), evidence.get(i, (set(), set(), set())))) is not None
    }
    known = countries()
    links = {i: link(known[code].geonameid) for i, code in codes.items() if code in known} | {
        i: link(c.geonameid) for i, c in chosen.items()
    }
    linked = {i: replace(e, links=tuple(sorted({*e.links, links[i]}))) if i in links else e for i, e in entities.items()}
    of_code = {code: i for i, code in codes.items()}
    homes = {i: of_code[c.countrycode] for i, c in chosen.items() if c.countrycode in of_code}
    homes |= {i: of_code[code] for i, e in towns.items() if (code := within.get(_plain(e), "")) in of_code}
    return linked, tuple(_with_locations(r, homes) for r in records)


def _country_code(entity: Entity, by_name: Mapping[str, Nation]) -> str | None:
    """The ISO code of the country that an entity is, also where the user's reference data gives it a label of its own."""
    names = (entity.name, *entity.aliases) if entity.same_as else (entity.name,)
    return next((by_name[n].code for n in names if n in by_name), None) if entity.type == "GeopoliticalEntity" else None


def _plain(entity: Entity) -> str:
    """A name without what tells a state from a country."""
    return entity.name.removesuffix(" (state)")


Evidence = tuple[set[str], set[str], set[str]]
"""Country codes and state codes that a place is said to lie in, and country codes that its articles name."""


def _evidence(
    records: tuple[Record, ...], entities: Mapping[str, Entity], codes: Mapping[str, str | None], states: Mapping[str, str]
) -> dict[str, Evidence]:
    out: dict[str, Evidence] = {}
    for record in records:
        named = {code for m in record.mentions if (code := codes.get(m.entity))}
        for place in {m.entity for m in record.mentions if entities[m.entity].type in PLACES}:
            out.setdefault(place, (set(), set(), set()))[2].update(named)
        for relation in record.relations:
            if relation.type == "located-in" and relation.object is not None:
                said = out.setdefault(relation.subject, (set(), set(), set()))
                if code := codes.get(relation.object):
                    said[0].add(code)
                if state := states.get(_plain(entities[relation.object])):
                    said[1].add(state)
    return out


def _choose(candidates: tuple[City, ...], evidence: Evidence) -> City | None:
    """The town that is meant: the one in the country or state that is told, else the one that no other can be taken for."""
    inside, states, named = evidence
    if states:
        return _only([c for c in candidates if c.countrycode == "US" and c.admin1code in states])
    if inside:
        return _only([c for c in candidates if c.countrycode in inside])
    near = [c for c in candidates if c.countrycode in named]
    if not candidates:
        return None
    first, second = candidates[0], candidates[1].population if len(candidates) > 1 else 0
    if first.population >= LARGE and first.population >= DOMINANCE * second and (not near or first in near):
        return first
    return _only(near) if near and near[0].population * 2 >= first.population else None


def _only(candidates: list[City]) -> City | None:
    """The one candidate, or one that dwarfs the others."""
    if len(candidates) == 1 or (len(candidates) > 1 and candidates[0].population >= DOMINANCE * candidates[1].population):
        return candidates[0]
    return None


def _with_locations(record: Record, homes: Mapping[str, str]) -> Record:
    """The record with a located-in relation for each linked town that it names and does not place itself."""
    placed = {r.subject for r in record.relations if r.type == "located-in"}
    first = {m.entity: m.span for m in reversed(record.mentions) if m.kind == "name" and not m.metonym}
    new = [
        Relation("located-in", i, homes[i], first[i])
        for i in sorted(first)
        if i in homes and i not in placed and homes[i] in {e.id for e in record.entities}
    ]
    return replace(record, relations=(*record.relations, *new)) if new else record
