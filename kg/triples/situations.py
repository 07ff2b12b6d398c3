"""Situations: what is described, and the narrations by which an article itself says that it is so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kg.model import Modality, Polarity, Quantity, RoleName, Situation, Span, Time
from kg.triples.pages import Page
from kg.triples.terms import Triple, code, day, kind, number, words
from kg.vocab import DCT, LASTING_KINDS, NK, PROV, RDF, RDFS, SCHEMA

ROLES: Mapping[RoleName, str] = MappingProxyType({
    "agent": NK.agent, "patient": NK.patient, "recipient": NK.recipient, "instrument": NK.instrument, "participant": NK.participant,
})  # fmt: skip


def describe_situations(situations: tuple[Situation, ...], page: Page) -> Iterator[Triple]:
    """All situations of a document with their narrations and quantities."""
    numbers = _numbered(situations)
    for situation in situations:
        yield from _describe_situation(situation, page)
        for quantity in situation.quantities:
            iri = page.node(numbers[quantity])
            yield Triple(page.node(situation.id), NK.quantity, iri)
        yield from _narrate(situation, page)
    for quantity, name in numbers.items():
        yield from _describe_quantity(quantity, page.node(name), page)


def is_committed(situation: Situation) -> bool:
    """Does the article itself say that this happened or holds: affirmed, actual, and on nobody else's word?"""
    return situation.standing == "narrated" and situation.modality == "actual" and situation.polarity == "affirmed"


def _numbered(situations: tuple[Situation, ...]) -> dict[Quantity, str]:
    """Each quantity of a document once, named in the order of the text."""
    found = {quantity for situation in situations for quantity in situation.quantities}
    return {quantity: f"quantity-{n}" for n, quantity in enumerate(sorted(found, key=lambda q: (q.span, repr(q))), start=1)}


def _describe_situation(situation: Situation, page: Page) -> Iterator[Triple]:
    iri = page.node(situation.id)
    yield Triple(iri, RDF.type, NK.Situation)
    if is_committed(situation):
        yield Triple(iri, RDF.type, NK.State if situation.kind in LASTING_KINDS else NK.Event)
    yield Triple(iri, RDFS.label, page.label(situation.label))
    yield Triple(iri, NK.situationType, kind(situation.kind))
    for predicate, value in (
        (NK.standing, situation.standing),
        (NK.polarity, situation.polarity),
        (NK.modality, situation.modality),
    ):
        yield Triple(iri, predicate, code(value))
    yield from _roles(situation, iri, page)
    if situation.time:
        yield from _when(situation.time, iri, page)
    yield from _relations(situation, iri, page)
    yield Triple(iri, PROV.wasDerivedFrom, page.iri)
    yield from page.point(iri, NK.evidence, situation.evidence)
    for trigger in (situation.trigger, *situation.other_triggers):
        page.trigger(trigger, iri)


def _roles(situation: Situation, iri: str, page: Page) -> Iterator[Triple]:
    for role in situation.roles:
        if role.entity:
            yield Triple(iri, ROLES[role.role], page.entity(role.entity))
        else:
            yield from page.fill(iri, ROLES[role.role], role.span)
    if situation.place:
        yield Triple(iri, NK.place, page.entity(situation.place))


def _when(time: Time, iri: str, page: Page) -> Iterator[Triple]:
    if time.start:
        yield Triple(iri, NK.startDate, day(time.start))
    if time.end:
        yield Triple(iri, NK.endDate, day(time.end))
    yield Triple(iri, NK.datePrecision, code(time.precision))
    if time.basis:
        yield Triple(iri, NK.dateBasis, code(time.basis))
    yield Triple(iri, NK.timeText, words(time.span.of(page.text)))


def _relations(situation: Situation, iri: str, page: Page) -> Iterator[Triple]:
    if situation.event:
        yield Triple(iri, NK.occurrence, page.entity(situation.event))
    if situation.part_of:
        yield Triple(iri, DCT.isPartOf, page.node(situation.part_of))
    if situation.condition:
        yield Triple(iri, NK.condition, page.node(situation.condition))


def _narrate(situation: Situation, page: Page) -> Iterator[Triple]:
    """The article's own statement; none where the situation stands on the word of speakers or is disputed."""
    if situation.standing == "narrated":
        name = f"narration-{situation.id.removeprefix('situation-')}"
        manner = (situation.polarity, situation.modality)
        yield from narration(page.node(name), page.node(situation.id), manner, (situation.evidence,), page)


def narration(iri: str, content: str, manner: tuple[Polarity, Modality], evidence: tuple[Span, ...], page: Page) -> Iterator[Triple]:
    """A statement of the article in its own voice."""
    yield Triple(iri, RDF.type, NK.Narration)
    yield Triple(iri, NK.content, content)
    yield Triple(iri, NK.polarity, code(manner[0]))
    yield Triple(iri, NK.modality, code(manner[1]))
    yield Triple(iri, PROV.wasDerivedFrom, page.iri)
    yield from page.point(iri, NK.evidence, *evidence)


def _describe_quantity(quantity: Quantity, iri: str, page: Page) -> Iterator[Triple]:
    yield Triple(iri, RDF.type, NK.Quantity)
    for predicate, value in ((SCHEMA.value, quantity.value), (SCHEMA.minValue, quantity.min), (SCHEMA.maxValue, quantity.max)):
        if value is not None:
            yield Triple(iri, predicate, number(value))
    if quantity.unit:
        yield Triple(iri, SCHEMA.unitText, words(quantity.unit))
    if quantity.counted:
        yield Triple(iri, NK.counted, words(quantity.counted))
    yield Triple(iri, NK.bound, code(quantity.bound))
    yield from page.point(iri, NK.evidence, quantity.span)
