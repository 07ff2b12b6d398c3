"""Offices, memberships, kinship and places within places, as states that an article tells of.

An office named in the article's own words is a state that it narrates. Named only inside what a speaker says, it stays
attributed to the speaker: no state is asserted and no direct edge drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kg.model import Claim, Entity, EntityType, Modality, Record, Relation, RelationType, Span
from kg.triples.pages import Page
from kg.triples.situations import narration
from kg.triples.terms import Triple, code, words
from kg.vocab import NK, PROV, RDF, RDFS, Code, Kind

KINDS: Mapping[RelationType, str] = MappingProxyType({
    "holds-role": Kind.HOLDING_OFFICE, "member-of": Kind.MEMBERSHIP, "kin": Kind.KINSHIP, "located-in": Kind.LOCATION,
})  # fmt: skip
AGENTS: frozenset[EntityType] = frozenset({"Person", "Organization", "Group", "GeopoliticalEntity"})
PLACES: frozenset[EntityType] = frozenset({"Place", "GeopoliticalEntity"})


class _State(NamedTuple):
    """One relation with everything that a document says of it: in its own voice, and in the words of speakers."""

    relation: Relation
    narrated: tuple[Span, ...]
    claimed: tuple[Claim, ...]
    evidence: tuple[Span, ...]


def describe_states(record: Record, page: Page, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """The relations of a document, each once, as states with their statements; and the direct edges that follow."""
    for n, state in enumerate(_states(record), start=1):
        yield from _describe_state(state, n, page, entities)


def _states(record: Record) -> Iterator[_State]:
    groups: dict[tuple[str, str, str | None, str | None, str], list[Relation]] = {}
    for relation in sorted(record.relations, key=lambda r: r.span):
        key = (relation.type, relation.subject, relation.object, relation.title, relation.tense)
        groups.setdefault(key, []).append(relation)
    for relations in groups.values():
        spans = tuple(relation.span for relation in relations)
        sayers = {span: [claim for claim in record.claims if _says(claim, span)] for span in spans}
        narrated = tuple(span for span in spans if not sayers[span])
        claimed = () if narrated else tuple(dict.fromkeys(claim for span in spans for claim in sayers[span]))
        yield _State(relations[0], narrated, claimed, spans)


def _says(claim: Claim, span: Span) -> bool:
    return any(content.overlaps(span) for content in claim.content_spans)


def _describe_state(state: _State, n: int, page: Page, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    relation, iri = state.relation, page.node(f"state-{n}")
    modality: Modality = "future" if relation.tense == "future" else "actual"
    yield Triple(iri, RDF.type, NK.Situation)
    if state.narrated and modality == "actual":
        yield Triple(iri, RDF.type, NK.State)
    yield Triple(iri, RDFS.label, page.label(_label(relation, entities)))
    yield Triple(iri, NK.situationType, KINDS[relation.type])
    yield Triple(iri, NK.standing, Code.NARRATED if state.narrated else Code.ATTRIBUTED)
    yield Triple(iri, NK.polarity, Code.AFFIRMED)
    yield Triple(iri, NK.modality, code(modality))
    yield Triple(iri, NK.agent, page.entity(relation.subject))
    if relation.object:
        yield Triple(iri, NK.place if relation.type == "located-in" else NK.recipient, page.entity(relation.object))
    if relation.title:
        yield Triple(iri, NK.roleTitle, words(relation.title))
    yield Triple(iri, NK.tense, code(relation.tense))
    yield Triple(iri, PROV.wasDerivedFrom, page.iri)
    yield from page.point(iri, NK.evidence, *state.evidence)
    for claim in state.claimed:
        yield Triple(page.node(claim.id), NK.content, iri)
    if state.narrated:
        yield from narration(page.node(f"narration-s{n}"), iri, ("affirmed", modality), state.narrated, page)
        yield from _edges(relation, page, entities)


def _edges(relation: Relation, page: Page, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """`memberOf` and `locatedIn` between entities, for what holds now and an article says in its own voice."""
    if relation.object is None or relation.tense != "current":
        return
    subject, target = entities[relation.subject], entities[relation.object]
    belongs = relation.type == "member-of" or (relation.type == "holds-role" and target.type == "Organization")
    if belongs and subject.type in AGENTS and target.type in AGENTS:
        yield Triple(page.entity(subject.id), NK.memberOf, page.entity(target.id))
    if relation.type == "located-in" and subject.type in PLACES and target.type in PLACES:
        yield Triple(page.entity(subject.id), NK.locatedIn, page.entity(target.id))


def _label(relation: Relation, entities: Mapping[str, Entity]) -> str:
    """A line for people, such as "Ana Ruiz: mayor, Valmora"."""
    subject = entities[relation.subject].name
    target = entities[relation.object].name if relation.object else None
    if relation.type == "located-in":
        return f"{subject} in {target}"
    title = relation.title or ("member" if relation.type == "member-of" else "office")
    title = title if relation.tense == "current" else f"{relation.tense} {title}"
    joint = " of " if relation.type in {"kin", "member-of"} else ", "
    return f"{subject}: {title}" + (f"{joint}{target}" if target else "")
