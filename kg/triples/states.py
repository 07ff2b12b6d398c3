"""Offices, memberships, kinship and places within places, as states that an article tells of.

An office named in the article's own words is a state that it narrates. Told only inside what a speaker says, it stays
attributed to the speaker: no state is asserted and no direct edge drawn. A title before a name ("said that Senator Ruiz
will come") is the article's own naming, unless it stands between quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kg.model import AGENTS, PLACES, Claim, Entity, Modality, Record, Relation, RelationType, Span
from kg.triples.pages import Page
from kg.triples.situations import narration, voices
from kg.triples.terms import Node, Pair, code, node, words
from kg.vocab import NK, PROV, RDF, RDFS, SCHEMA, Code, Kind

KINDS: Mapping[RelationType, str] = MappingProxyType({
    "holds-role": Kind.HOLDING_OFFICE, "member-of": Kind.MEMBERSHIP, "kin": Kind.KINSHIP, "located-in": Kind.LOCATION,
})  # fmt: skip


class State(NamedTuple):
    """One relation with all that a document says of it: `narrated` in its own voice, else only `claimed` by speakers."""

    id: str
    relation: Relation
    evidence: tuple[Span, ...]
    narrated: tuple[Span, ...]
    claimed: tuple[Claim, ...]

    @property
    def modality(self) -> Modality:
        return "future" if self.relation.tense == "future" else "actual"


def states_of(record: Record, text: str) -> list[State]:
    """The relations of a document with that text, each once, in the order of the text."""
    groups: dict[tuple[str, str, str | None, str | None, str], list[Relation]] = {}
    for relation in sorted(record.relations, key=lambda r: r.span):
        key = (relation.type, relation.subject, relation.object, relation.title, relation.tense)
        groups.setdefault(key, []).append(relation)
    return [_state(f"state-{n}", relations, record.claims, text) for n, relations in enumerate(groups.values(), start=1)]


def _state(state_id: str, relations: Sequence[Relation], claims: Sequence[Claim], text: str) -> State:
    spans = tuple(relation.span for relation in relations)
    sayers = {relation.span: [claim for claim in claims if _tells(claim, relation, text)] for relation in relations}
    narrated = tuple(span for span in spans if not sayers[span])
    claimed = () if narrated else tuple(dict.fromkeys(claim for span in spans for claim in sayers[span]))
    return State(state_id, relations[0], spans, narrated, claimed)


def _tells(claim: Claim, relation: Relation, text: str) -> bool:
    """Is it the speaker who says so?"""
    inside = any(content.overlaps(relation.span) for content in claim.content_spans)
    return inside and not (claim.quotation == "indirect" and _is_naming(relation, text))


def _is_naming(relation: Relation, text: str) -> bool:
    """Does the title stand right before a name, with no verb between?"""
    if not relation.title:
        return False
    _, title, name = relation.span.of(text).rpartition(relation.title)
    return bool(title and name.split()) and all(word[0].isupper() for word in name.split())


def claimed_states(states: Sequence[State]) -> Mapping[str, list[str]]:
    """Claim id -> the states that stand on its word."""
    found: dict[str, list[str]] = {}
    for state in states:
        for claim in state.claimed:
            found.setdefault(claim.id, []).append(state.id)
    return found


def describe_states(states: Sequence[State], page: Page, entities: Mapping[str, Entity], sides: Mapping[str, str]) -> Iterator[Node]:
    """States as situations, and the narrations of those that the article tells itself; `sides`: speaker -> whom he speaks for."""
    for state in states:
        iri = page.node(state.id)
        yield node(iri, [*_about_state(state, page, entities), *_voices(state.claimed, sides)])
        if state.narrated:
            name = page.node(f"narration-s{state.id.removeprefix('state-')}")
            yield narration(name, iri, ("affirmed", state.modality), state.narrated, page)


def _about_state(state: State, page: Page, entities: Mapping[str, Entity]) -> Iterator[Pair]:
    relation = state.relation
    yield RDF.type, NK.Situation
    if state.narrated and state.modality == "actual":
        yield RDF.type, NK.State
    yield RDFS.label, page.label(_label(relation, entities))
    yield NK.situationType, KINDS[relation.type]
    yield NK.standing, Code.NARRATED if state.narrated else Code.ATTRIBUTED
    yield NK.polarity, Code.AFFIRMED
    yield NK.modality, code(state.modality)
    yield NK.agent, page.entity(relation.subject)
    if relation.object:
        yield NK.place if relation.type == "located-in" else NK.recipient, page.entity(relation.object)
    if relation.title:
        yield SCHEMA.roleName, words(relation.title)
    yield NK.tense, code(relation.tense)
    yield PROV.wasDerivedFrom, page.iri
    yield from page.point(NK.evidence, *state.evidence)


def _voices(claims: Sequence[Claim], sides: Mapping[str, str]) -> list[Pair]:
    """How many speakers say so, of how many sides; those whom nobody names are one."""
    speakers = {claim.speaker for claim in claims if claim.speaker}
    return voices(max(len(speakers), 1), max(len({sides.get(s, s) for s in speakers}), 1)) if claims else []


def edges_of(states: Iterable[State], entities: Mapping[str, Entity]) -> Mapping[str, list[tuple[str, str]]]:
    """Entity id -> its direct edges `(predicate, entity id)`: what holds now, as some article says in its own voice."""
    found: dict[str, list[tuple[str, str]]] = {}
    for state in states:
        edge = _edge(state.relation, entities) if state.narrated else None
        if edge and edge not in (edges := found.setdefault(state.relation.subject, [])):
            edges.append(edge)
    return found


def _edge(relation: Relation, entities: Mapping[str, Entity]) -> tuple[str, str] | None:
    if relation.object is None or relation.tense != "current":
        return None
    subject, target = entities[relation.subject], entities[relation.object]
    belongs = relation.type == "member-of" or (relation.type == "holds-role" and target.type == "Organization")
    if belongs and subject.type in AGENTS and target.type in AGENTS:
        return NK.memberOf, target.id
    if relation.type == "located-in" and subject.type in PLACES and target.type in PLACES:
        return NK.locatedIn, target.id
    return None


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
