"""Situations: what is described, and the narrations by which an article itself says that it is so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.model import Modality, Polarity, Quantity, RoleName, Situation, Span, Time
from kg.triples.pages import Page
from kg.triples.terms import Node, Pair, code, day, kind, node, number, words
from kg.vocab import DCT, LASTING_KINDS, NK, PROV, RDF, RDFS, SCHEMA

ROLES: Mapping[RoleName, str] = MappingProxyType({
    "agent": NK.agent, "patient": NK.patient, "recipient": NK.recipient, "instrument": NK.instrument, "participant": NK.participant,
})  # fmt: skip


def describe_situations(situations: Sequence[Situation], page: Page) -> Iterator[Node]:
    """All situations of a document with their narrations and quantities."""
    numbers = _numbered(situations)
    for situation in situations:
        iri = page.node(situation.id)
        quantities: list[Pair] = [(NK.quantity, page.node(numbers[quantity])) for quantity in situation.quantities]
        yield node(iri, [*_about_situation(situation, page), *quantities])
        for trigger in (situation.trigger, *situation.other_triggers):
            page.trigger(trigger, iri)
        if situation.standing == "narrated":  # the article's own word; else it stands on the word of speakers, or is disputed
            name = page.node(f"narration-{situation.id.removeprefix('situation-')}")
            yield narration(name, iri, (situation.polarity, situation.modality), (situation.evidence,), page)
    for quantity, local in numbers.items():
        yield node(page.node(local), _about_quantity(quantity, page))


def is_committed(situation: Situation) -> bool:
    """Does the article itself say that this happened or holds: affirmed, actual, and on nobody else's word?"""
    return situation.standing == "narrated" and situation.modality == "actual" and situation.polarity == "affirmed"


def voices(speakers: int, sides: int) -> list[Pair]:
    """How many speakers say so, of how many sides; nothing where no speaker does."""
    return [(NK.speakers, speakers), (NK.sides, sides)] if speakers else []


def narration(iri: str, content: str, manner: tuple[Polarity, Modality], evidence: Sequence[Span], page: Page) -> Node:
    """A statement of the article in its own voice."""
    polarity, modality = manner
    pairs: list[Pair] = [(RDF.type, NK.Narration), (NK.content, content), (NK.polarity, code(polarity)), (NK.modality, code(modality))]
    return node(iri, [*pairs, (PROV.wasDerivedFrom, page.iri), *page.point(NK.evidence, *evidence)])


def _numbered(situations: Sequence[Situation]) -> dict[Quantity, str]:
    """Each quantity of a document once, named in the order of the text."""
    found = {quantity for situation in situations for quantity in situation.quantities}
    return {quantity: f"quantity-{n}" for n, quantity in enumerate(sorted(found, key=lambda q: (q.span, repr(q))), start=1)}


def _about_situation(situation: Situation, page: Page) -> list[Pair]:
    committed = NK.State if situation.kind in LASTING_KINDS else NK.Event
    return [
        (RDF.type, NK.Situation),
        *([(RDF.type, committed)] if is_committed(situation) else []),
        (RDFS.label, page.label(situation.label)),
        (NK.situationType, kind(situation.kind)),
        (NK.standing, code(situation.standing)),
        *voices(situation.speakers, situation.sides),
        (NK.polarity, code(situation.polarity)),
        (NK.modality, code(situation.modality)),
        *_roles(situation, page),
        *(_when(situation.time, page) if situation.time else []),
        *_relations(situation, page),
        (PROV.wasDerivedFrom, page.iri),
        *page.point(NK.evidence, situation.evidence),
    ]


def _roles(situation: Situation, page: Page) -> Iterator[Pair]:
    for role in situation.roles:
        if role.entity:
            yield ROLES[role.role], page.entity(role.entity)
        else:
            yield from page.fill(ROLES[role.role], role.naming)
    if situation.place:
        yield NK.place, page.entity(situation.place)


def _when(time: Time, page: Page) -> Iterator[Pair]:
    if time.start:
        yield NK.startDate, day(time.start)
    if time.end:
        yield NK.endDate, day(time.end)
    yield NK.datePrecision, code(time.precision)
    if time.basis:
        yield NK.dateBasis, code(time.basis)
    if time.span:
        yield NK.timeText, words(time.span.of(page.text))


def _relations(situation: Situation, page: Page) -> Iterator[Pair]:
    if situation.event:
        yield NK.occurrence, page.entity(situation.event)
    if situation.part_of:
        yield DCT.isPartOf, page.node(situation.part_of)
    if situation.condition:
        yield NK.condition, page.node(situation.condition)


def _about_quantity(quantity: Quantity, page: Page) -> Iterator[Pair]:
    yield RDF.type, NK.Quantity
    for predicate, value in ((SCHEMA.value, quantity.value), (SCHEMA.minValue, quantity.min), (SCHEMA.maxValue, quantity.max)):
        if value is not None:
            yield predicate, number(value)
    if quantity.unit:
        yield SCHEMA.unitText, words(quantity.unit)
    if quantity.counted:
        yield NK.counted, words(quantity.counted)
    yield NK.bound, code(quantity.bound)
    yield from page.point(NK.evidence, quantity.span)
