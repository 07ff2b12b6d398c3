"""Claims: what the article attributes to a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Claim
from kg.triples.pages import Page
from kg.triples.terms import Triple, act, code, day, words
from kg.vocab import DCT, NK, PROV, RDF, SCHEMA


def describe_claims(claims: tuple[Claim, ...], page: Page) -> Iterator[Triple]:
    """All claims of a document."""
    for claim in claims:
        yield from _describe_claim(claim, page)


def _describe_claim(claim: Claim, page: Page) -> Iterator[Triple]:
    iri = page.node(claim.id)
    yield Triple(iri, RDF.type, NK.Claim)
    yield from _who(claim, iri, page)
    yield Triple(iri, NK.speechAct, act(claim.speech_act))
    for predicate, value in (
        (NK.polarity, claim.polarity),
        (NK.modality, claim.modality),
        (NK.certainty, claim.certainty),
        (NK.quotation, claim.quotation),
    ):
        yield Triple(iri, predicate, code(value))
    yield Triple(iri, SCHEMA.text, words(" ".join(span.of(page.text) for span in claim.content_spans)))
    for situation in claim.content:
        yield Triple(iri, NK.content, page.node(situation))
    for entity in claim.about:
        yield Triple(iri, NK.about, page.entity(entity))
    yield from _relations(claim, iri, page)
    yield Triple(iri, PROV.wasDerivedFrom, page.iri)
    yield from page.point(iri, NK.evidence, claim.evidence)
    yield from page.point(iri, NK.contentSpan, *claim.content_spans)
    yield from page.point(iri, NK.cueSpan, claim.cue_span)
    yield from page.point(iri, NK.speakerSpan, claim.speaker_span)


def _who(claim: Claim, iri: str, page: Page) -> Iterator[Triple]:
    """Speaker, addressee, medium and day."""
    if claim.speaker:
        yield Triple(iri, NK.speaker, page.entity(claim.speaker))
    if claim.speaker_text:
        yield Triple(iri, NK.speakerText, words(claim.speaker_text))
    if claim.addressee:
        yield Triple(iri, NK.addressee, page.entity(claim.addressee))
    if claim.medium:
        yield Triple(iri, NK.medium, words(claim.medium))
    if claim.said_on:
        yield Triple(iri, DCT.date, day(claim.said_on))


def _relations(claim: Claim, iri: str, page: Page) -> Iterator[Triple]:
    """What the claim answers, denies and supports, and what reports it."""
    if claim.embedded_in:
        yield Triple(iri, NK.embeddedIn, page.node(claim.embedded_in))
    for predicate, claims in ((NK.respondsTo, claim.responds_to), (NK.denies, claim.denies), (NK.supports, claim.supports)):
        for other in claims:
            yield Triple(iri, predicate, page.node(other))
