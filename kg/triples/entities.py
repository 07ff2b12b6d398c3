"""What the articles share: entities, occurrences, and codes of a user's own lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kg.model import Entity, EntityType, Record, Situation, Standing
from kg.triples.terms import Triple, act, code, kind, words
from kg.vocab import ACTS, KINDS, NK, RDF, RDFS, SKOS, Code

TYPES: Mapping[EntityType, str] = MappingProxyType({
    "Person": NK.Person, "Organization": NK.Organization, "Group": NK.Group,
    "Place": NK.Place, "GeopoliticalEntity": NK.GeopoliticalEntity, "Topic": NK.Topic,
})  # fmt: skip
SAFE_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]+')


def describe_entities(entities: Iterable[Entity], base: str) -> Iterator[Triple]:
    """Every entity with its names, by id."""
    for entity in sorted(entities, key=lambda e: e.id):
        iri = f"{base}id/{entity.id}"
        yield Triple(iri, RDF.type, TYPES[entity.type])
        yield Triple(iri, RDFS.label, words(entity.name, "en"))
        for alias in entity.aliases:
            if alias != entity.name:
                yield Triple(iri, SKOS.altLabel, words(alias, "en"))
        for link in entity.links:
            if SAFE_IRI.fullmatch(link):
                yield Triple(iri, SKOS.closeMatch, link)


def describe_occurrences(records: Iterable[Record], base: str) -> Iterator[Triple]:
    """What situations, of one article or of several, tell of as one and the same."""
    groups: dict[str, list[Situation]] = defaultdict(list)
    for record in records:
        for situation in record.situations:
            if situation.event:
                groups[situation.event].append(situation)
    for event, situations in sorted(groups.items()):
        iri = f"{base}id/{event}"
        yield Triple(iri, RDF.type, NK.Occurrence)
        yield Triple(iri, RDFS.label, words(situations[0].label, "en"))
        yield Triple(iri, NK.situationType, kind(situations[0].kind))
        yield Triple(iri, NK.standing, code(_joint_standing(situations)))


def _joint_standing(situations: list[Situation]) -> Standing:
    """Disputed where anybody denies it, else narrated where any article says it in its own voice."""
    standings = {situation.standing for situation in situations}
    if "disputed" in standings:
        return "disputed"
    committed = any(s.standing == "narrated" and s.modality == "actual" and s.polarity == "affirmed" for s in situations)
    return "narrated" if committed else "attributed"


def describe_codes(records: Iterable[Record]) -> Iterator[Triple]:
    """Kinds and speech acts that the ontology does not declare: rows of a user's own lexicon."""
    kinds = {situation.kind for record in records for situation in record.situations} - KINDS
    acts = {claim.speech_act for record in records for claim in record.claims} - ACTS
    for value in sorted(kinds):
        yield from _concept(kind(value), value, Code.SITUATION_TYPES)
    for value in sorted(acts):
        yield from _concept(act(value), value, Code.SPEECH_ACTS)


def _concept(iri: str, value: str, scheme: str) -> Iterator[Triple]:
    yield Triple(iri, RDF.type, SKOS.Concept)
    yield Triple(iri, SKOS.inScheme, scheme)
    yield Triple(iri, SKOS.prefLabel, words(value.replace("-", " "), "en"))
