"""Do the offices that articles give agree with the user's reference data? The article's words are kept; a flag says where not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from kg.lexicon import Lexicon, nouns_of
from kg.model import Entity, Graph, Record, Relation
from kg.reference import Office, Reference
from kg.resolution.rows import words_of
from kg.resolution.titles import same_office

Held = Mapping[str, tuple[Office, ...]]


def audit_offices(graph: Graph, reference: Reference, lexicon: Lexicon) -> Graph:
    """The graph with `reference_title` on each office that the reference does not know on the day of the article.

    Only what can be compared is: titles that name a particular office, of the same body or country where both name one. A day that
    is not known, of the article or of the office, flags nothing that some day would make right.
    """
    by_address = {entry.iri: entry.offices for entry in reference.entries}
    held = {e.id: offices for e in graph.entities if (offices := tuple(o for iri in e.same_as for o in by_address.get(iri, ())))}
    if not held:
        return graph
    names = {entity.id: _names(entity) for entity in graph.entities}
    vague = nouns_of(lexicon, "holder")
    titles = {title for row in lexicon.offices if row.kind == "office" for title in row.words if title.split()[-1] not in vague}
    return replace(graph, records=tuple(_audited(record, held, names, titles) for record in graph.records))


def _names(entity: Entity) -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(name) for name in (entity.name, *entity.aliases, *entity.same_as))


def _audited(record: Record, held: Held, names: Mapping[str, frozenset[tuple[str, ...]]], titles: set[str]) -> Record:
    day = record.article.published
    return replace(record, relations=tuple(
        replace(r, reference_title=_disagreement(r, day, held[r.subject], names.get(r.object or "", frozenset())))
        if r.type == "holds-role" and r.tense != "future" and r.subject in held and _names_an_office(r.title or "", titles)
        else r
        for r in record.relations
    ))  # fmt: skip


def _names_an_office(title: str, titles: set[str]) -> bool:
    """Whether the head noun of a title is that of an office: the last word before "of", "for" and the like."""
    words = title.lower().replace(" for ", " of ").replace(" to ", " of ").partition(" of ")[0].split()
    return bool(words) and (words[-1] in titles or " ".join(words[-2:]) in titles)


def _disagreement(relation: Relation, day: date | None, held: tuple[Office, ...], body: frozenset[tuple[str, ...]]) -> str | None:
    """What the reference has in place of an office; null where it has the same, or nothing to compare it with."""
    known = [o for o in held if o.of is None or not body or words_of(o.of) in body]
    fitting = [o for o in known if same_office(relation.title or "", o.title) and _in_time(o, relation, day)]
    if fitting or not known:
        return None
    now = [o for o in known if relation.tense == "current" and day is not None and o.held_on(day)]
    return "; ".join(str(office) for office in sorted(now or known, key=lambda o: (o.start or date.min, o.title)))


def _in_time(office: Office, relation: Relation, day: date | None) -> bool:
    if day is None:
        return True
    return office.held_on(day) if relation.tense == "current" else office.start is None or office.start <= day
