"""Two builds compared: claims, entities and situations that are new, gone or changed, from their graph files alone.

A claim is the same where the same article holds the same words, a situation where the same article tells of the same kind in
the same words, an entity where its id is the same. Of what is then left, two of one article whose evidence overlaps, and two
entities of one name, are the same thing changed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from kg.errors import OutputError
from kg.store import Cell, Table, load, query

QUERIES: Final[Mapping[str, str]] = MappingProxyType({
    "claims": """
        SELECT ?article ?begin ?end ?words ?speaker ?act ?polarity ?modality WHERE {
          ?node a nk:Claim ; schema:text ?words ; nk:speechAct ?a ; nk:polarity ?p ; nk:modality ?m .
          ?node prov:wasDerivedFrom/dct:source ?article .
          OPTIONAL { ?node nk:evidence ?span . ?span nk:begin ?begin ; nk:end ?end }
          OPTIONAL { ?node nk:speaker/rdfs:label ?name } OPTIONAL { ?node nk:speakerText ?text }
          BIND(COALESCE(STR(?name), ?text, "(nobody named)") AS ?speaker)
          BIND(STRAFTER(STR(?a), "#") AS ?act) BIND(STRAFTER(STR(?p), "#") AS ?polarity) BIND(STRAFTER(STR(?m), "#") AS ?modality)
        } ORDER BY ?article ?begin ?node""",
    "entities": """
        SELECT ?id ?name ?type WHERE {
          VALUES ?class { nk:Person nk:Organization nk:Group nk:Place nk:GeopoliticalEntity nk:Topic }
          ?node a ?class ; rdfs:label ?label .
          BIND(STRAFTER(STR(?node), "/id/") AS ?id) BIND(STR(?label) AS ?name) BIND(STRAFTER(STR(?class), "#") AS ?type)
        } ORDER BY ?id""",
    "situations": """
        SELECT ?article ?begin ?end ?words ?kind ?standing ?polarity ?modality ?first WHERE {
          ?node a nk:Situation ; rdfs:label ?label ; nk:situationType ?k ; nk:standing ?s ; nk:polarity ?p ; nk:modality ?m .
          ?node prov:wasDerivedFrom/dct:source ?article .
          OPTIONAL { ?node nk:evidence ?span . ?span nk:begin ?begin ; nk:end ?end } OPTIONAL { ?node nk:startDate ?first }
          BIND(STR(?label) AS ?words) BIND(STRAFTER(STR(?k), "#") AS ?kind) BIND(STRAFTER(STR(?s), "#") AS ?standing)
          BIND(STRAFTER(STR(?p), "#") AS ?polarity) BIND(STRAFTER(STR(?m), "#") AS ?modality)
        } ORDER BY ?article ?begin ?node""",
})  # fmt: skip
"""Section of a comparison -> what is asked of each build."""

Thing = Mapping[str, Cell]
_NO_CHANGE: Final = frozenset({"begin", "end", "id"})
"""What may differ between two builds without a word: where things stand in the text, and their ids."""


class Change(Struct, frozen=True):
    """A thing in both builds that is not quite the same; `fields` names what differs."""

    fields: tuple[str, ...]
    old: Thing
    new: Thing


class Section(Struct, frozen=True):
    """Claims, entities or situations: what only the second build has, what only the first, what changed, how many are the same."""

    new: tuple[Thing, ...] = ()
    gone: tuple[Thing, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0


def compare(old: Path, new: Path) -> Mapping[str, Section]:
    """Compare two graph files, or output folders (for which their `graph.ttl` stands), section by section.

    Raises QueryError naming the file where one cannot be read as a graph.
    """
    stores = load([old]), load([new])
    return {section: _section(*(_things(query(store, sparql)) for store in stores)) for section, sparql in QUERIES.items()}


def render(sections: Mapping[str, Section], form: str) -> str:
    """The comparison as `text` for people or as `json`. Raises OutputError for another form."""
    if form not in FORMS:
        raise OutputError(f"unknown form {form!r} of a comparison; known: {', '.join(FORMS)}")
    return FORMS[form](sections)


# ---------------------------------------------------------------- what belongs together
def _things(table: Table) -> list[Thing]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _section(old: Sequence[Thing], new: Sequence[Thing]) -> Section:
    pairs: list[tuple[Thing, Thing]] = []
    for key in (_whole, _identity, _likeness):
        matched, old, new = _matched(old, new, key)
        pairs += matched
    matched, old, new = _overlapping(old, new)
    changes = [Change(fields, a, b) for a, b in pairs + matched if (fields := _differences(a, b))]
    return Section(tuple(new), tuple(old), tuple(changes), len(pairs) + len(matched) - len(changes))


def _whole(thing: Thing) -> Hashable:
    return tuple(value for key, value in thing.items() if key not in {"begin", "end"})


def _identity(thing: Thing) -> Hashable:
    return thing.get("id") or (thing["article"], thing["words"], thing.get("kind"))


def _likeness(thing: Thing) -> Hashable:
    """An entity by its name; the same words of an article, told as something else."""
    return (thing.get("article"), str(thing.get("name") or thing["words"]).casefold())


def _matched(
    old: Sequence[Thing], new: Sequence[Thing], key: Callable[[Thing], Hashable]
) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """Pairs of one key, each thing in one pair at most, and what is left of both."""
    waiting: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in old:
        waiting[key(thing)].append(thing)
    pairs, left = [], []
    for thing in new:
        if others := waiting.get(key(thing)):
            pairs.append((others.pop(0), thing))
        else:
            left.append(thing)
    return pairs, [thing for things in waiting.values() for thing in things], left


def _overlapping(old: Sequence[Thing], new: Sequence[Thing]) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """Pairs of one article, and one kind where there are kinds, whose evidence overlaps."""
    pairs, left, waiting = [], [], list(old)
    for thing in new:
        other = next((candidate for candidate in waiting if _overlap(candidate, thing)), None)
        if other is None:
            left.append(thing)
        else:
            waiting.remove(other)
            pairs.append((other, thing))
    return pairs, waiting, left


def _overlap(one: Thing, other: Thing) -> bool:
    if one.get("begin") is None or other.get("begin") is None:
        return False
    same = one["article"] == other["article"] and one.get("kind") == other.get("kind")
    return same and _number(one, "begin") < _number(other, "end") and _number(other, "begin") < _number(one, "end")


def _number(thing: Thing, key: str) -> int:
    return int(thing[key] or 0)


def _differences(old: Thing, new: Thing) -> tuple[str, ...]:
    return tuple(key for key in new if key not in _NO_CHANGE and old[key] != new[key])


# ---------------------------------------------------------------- as text and JSON
def _as_json(sections: Mapping[str, Section]) -> str:
    found = {name: asdict(section) | {"changed": [asdict(change) for change in section.changed]} for name, section in sections.items()}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _as_text(sections: Mapping[str, Section]) -> str:
    return "".join(f"{line}\n" for name, section in sections.items() for line in _lines(name, section))


def _lines(name: str, section: Section) -> Iterator[str]:
    """A heading with the counts, then a line for each thing."""
    counts = f"{len(section.new)} new, {len(section.gone)} gone, {len(section.changed)} changed, {section.same} the same"
    yield f"{name}: {counts}"
    yield from (f"  + {_line(thing)}" for thing in section.new)
    yield from (f"  - {_line(thing)}" for thing in section.gone)
    for change in section.changed:
        yield f"  ~ {_line(change.old)}"
        yield from (f"      {field}: {change.old[field]} -> {change.new[field]}" for field in change.fields)


def _line(thing: Thing) -> str:
    if "id" in thing:
        return f"{thing['name']} ({thing['type']}, {thing['id']})"
    said = f"{thing['speaker']} ({thing['act']}): “{thing['words']}”" if "speaker" in thing else f"{thing['words']} ({thing['standing']})"
    place = f"  [{thing['article']}" + (f" {thing['begin']}-{thing['end']}]" if thing["begin"] is not None else "]")
    return " ".join(said.split()) + place


FORMS: Mapping[str, Callable[[Mapping[str, Section]], str]] = MappingProxyType({"text": _as_text, "json": _as_json})
"""Form of a comparison -> what renders it."""
