"""Claims: what the article attributes to a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Claim
from kg.triples.pages import Page
from kg.triples.terms import Node, Pair, act, code, day, node, words
from kg.vocab import DCT, NK, PROV, RDF, SCHEMA


def describe_claims(claims: Sequence[Claim], contents: Mapping[str, list[str]], page: Page) -> Iterator[Node]:
    """All claims of a document; `contents` are further situations that a claim tells of, by its id."""
    for claim in claims:
        yield node(page.node(claim.id), _about_claim(claim, (*claim.content, *contents.get(claim.id, ())), page))


def _about_claim(claim: Claim, content: Sequence[str], page: Page) -> list[Pair]:
    text = " ".join([span.of(page.text) for span in claim.content_spans])
    return [
        (RDF.type, NK.Claim),
        *_who(claim, page),
        (NK.speechAct, act(claim.speech_act)),
        (NK.polarity, code(claim.polarity)),
        (NK.modality, code(claim.modality)),
        (NK.certainty, code(claim.certainty)),
        (NK.quotation, code(claim.quotation)),
        (SCHEMA.text, words(text)),
        *[(NK.content, page.node(situation)) for situation in content],
        *[(SCHEMA.mainEntity, page.node(situation)) for situation in claim.asserts],
        *[(NK.about, page.entity(entity)) for entity in claim.about],
        *_relations(claim, page),
        (PROV.wasDerivedFrom, page.iri),
        *page.point(NK.evidence, claim.evidence),
        *page.point(NK.contentSpan, *claim.content_spans),
        *page.point(NK.cueSpan, claim.cue_span),
        *page.point(NK.speakerSpan, claim.speaker_span),
    ]


def _who(claim: Claim, page: Page) -> Iterator[Pair]:
    """Speaker, addressee, medium and day."""
    if claim.speaker:
        yield NK.speaker, page.entity(claim.speaker)
    if claim.speaker_text:
        yield NK.speakerText, words(claim.speaker_text)
    if claim.addressee:
        yield NK.addressee, page.entity(claim.addressee)
    if claim.medium:
        yield NK.medium, words(claim.medium)
    if claim.said_on:
        yield DCT.date, day(claim.said_on)


def _relations(claim: Claim, page: Page) -> Iterator[Pair]:
    """What the claim answers, denies and supports, and what reports it."""
    if claim.embedded_in:
        yield NK.embeddedIn, page.node(claim.embedded_in)
    for predicate, claims in ((NK.respondsTo, claim.responds_to), (NK.denies, claim.denies), (NK.supports, claim.supports)):
        for other in claims:
            yield predicate, page.node(other)
