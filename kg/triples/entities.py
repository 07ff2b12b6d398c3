"""What the articles share: entities, occurrences, and codes of a user's own lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kg.model import Entity, EntityType, Record, Situation, Standing
from kg.triples.situations import is_committed, voices
from kg.triples.terms import Node, Pair, act, code, kind, node, words
from kg.vocab import ACTS, KINDS, NK, OWL, RDF, RDFS, SKOS, Code

TYPES: Mapping[EntityType, str] = MappingProxyType({
    "Person": NK.Person, "Organization": NK.Organization, "Group": NK.Group,
    "Place": NK.Place, "GeopoliticalEntity": NK.GeopoliticalEntity, "Topic": NK.Topic,
})  # fmt: skip
SAFE_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]+')


def describe_entities(entities: Iterable[Entity], edges: Mapping[str, list[tuple[str, str]]], base: str) -> Iterator[Node]:
    """Every entity with its names and its direct edges `(predicate, entity id)`, by id."""
    for entity in sorted(entities, key=lambda e: e.id):
        pairs: list[Pair] = [(RDF.type, TYPES[entity.type]), (RDFS.label, words(entity.name, "en"))]
        pairs += [(SKOS.altLabel, words(alias, "en")) for alias in entity.aliases if alias != entity.name]
        pairs += [(OWL.sameAs, address) for address in entity.same_as if SAFE_IRI.fullmatch(address)]
        pairs += [(SKOS.closeMatch, link) for link in entity.links if SAFE_IRI.fullmatch(link)]
        pairs += [(predicate, f"{base}id/{target}") for predicate, target in edges.get(entity.id, ())]
        yield node(f"{base}id/{entity.id}", pairs)


def describe_occurrences(records: Iterable[Record], base: str) -> Iterator[Node]:
    """What situations, of one article or of several, tell of as one and the same."""
    groups: dict[str, list[Situation]] = defaultdict(list)
    for record in records:
        for situation in record.situations:
            if situation.event:
                groups[situation.event].append(situation)
    for event, situations in sorted(groups.items()):
        named = (RDFS.label, words(situations[0].label, "en"))
        typed: list[Pair] = [(RDF.type, NK.Occurrence), named, (NK.situationType, kind(situations[0].kind))]
        said = voices(situations[0].speakers, situations[0].sides)  # counted over all articles, and the same for each
        yield Node(f"{base}id/{event}", [*typed, (NK.standing, code(_joint_standing(situations))), *said])


def _joint_standing(situations: list[Situation]) -> Standing:
    """Disputed where anybody denies it, else narrated where any article says it in its own voice."""
    standings = {situation.standing for situation in situations}
    if "disputed" in standings:
        return "disputed"
    return "narrated" if any(map(is_committed, situations)) else "attributed"


def describe_codes(records: Iterable[Record]) -> Iterator[Node]:
    """Kinds and speech acts that the ontology does not declare: rows of a user's own lexicon."""
    kinds = {situation.kind for record in records for situation in record.situations} - KINDS
    acts = {claim.speech_act for record in records for claim in record.claims} - ACTS
    for value in sorted(kinds):
        yield _concept(kind(value), value, Code.SITUATION_TYPES)
    for value in sorted(acts):
        yield _concept(act(value), value, Code.SPEECH_ACTS)


def _concept(iri: str, value: str, scheme: str) -> Node:
    named = (SKOS.prefLabel, words(value.replace("-", " "), "en"))
    return Node(iri, [(RDF.type, SKOS.Concept), (SKOS.inScheme, scheme), named])
