"""A document in the making: the IRIs inside it, and the spans that its statements point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.model import ArticleInfo, Mention, Span
from kg.triples.builds import run_iri
from kg.triples.terms import Literal as Words
from kg.triples.terms import Object, Triple, code, day, whole, words
from kg.vocab import DCT, NK, PROV, RDF, RDFS, SCHEMA, XSD, Code

Detail = Literal["full", "lean", "none"]


@dataclass
class Page:
    """One document while it is projected. It makes the IRIs of its nodes and remembers each span that was pointed at."""

    text: str
    info: ArticleInfo
    base: str
    detail: Detail = "full"
    _spans: dict[Span, list[tuple[str, Object]]] = field(default_factory=dict)

    @property
    def iri(self) -> str:
        return f"{self.base}doc/{self.info.id}"

    def node(self, local: str) -> str:
        """IRI of a node of this document, such as `claim-3`; of another where `local` is `ARTICLE_ID#claim-3`."""
        return f"{self.base}doc/{local}" if "#" in local else f"{self.iri}#{local}"

    def entity(self, entity_id: str) -> str:
        """IRI of a person, place, event and so on."""
        return f"{self.base}id/{entity_id}"

    def label(self, text: str) -> Words:
        """Words in the language of the article."""
        return words(text, self.info.language)

    def point(self, subject: str, predicate: str, *spans: Span | None) -> Iterator[Triple]:
        """The subject points at spans of the text; at nothing where no detail of spans is wanted."""
        if self.detail != "none":
            for span in spans:
                if span is not None:
                    self._spans.setdefault(span, [])
                    yield Triple(subject, predicate, self._iri_of(span))

    def fill(self, situation: str, predicate: str, span: Span) -> Iterator[Triple]:
        """A role filled by words that name nobody in the graph: their span carries them as its label."""
        yield from self.point(situation, predicate, span)
        self._spans.setdefault(span, []).append((RDFS.label, self.label(span.of(self.text))))

    def mention(self, mention: Mention) -> None:
        """The words of a mention stand for its entity."""
        self._stand(mention.span, self.entity(mention.entity), mention.kind)
        if mention.metonym:
            self._spans[mention.span].append((NK.mentionKind, Code.METONYM))

    def trigger(self, span: Span, situation: str) -> None:
        """The words of a trigger stand for a situation."""
        self._stand(span, situation, "trigger")

    def _stand(self, span: Span, node: str, kind: str) -> None:
        self._spans.setdefault(span, []).extend([(NK.denotes, node), (NK.mentionKind, code(kind))])

    def _iri_of(self, span: Span) -> str:
        return f"{self.iri}#c{span.start}-{span.end}"

    def spans(self) -> Iterator[Triple]:
        """Every span that was pointed at, in the order of the text."""
        if self.detail == "none":
            return
        for span, properties in sorted(self._spans.items(), key=lambda item: item[0]):
            iri = self._iri_of(span)
            is_mention = any(predicate == NK.denotes for predicate, _ in properties)
            yield Triple(iri, RDF.type, NK.Mention if is_mention else NK.Span)
            yield Triple(iri, NK.inDocument, self.iri)
            yield Triple(iri, NK.begin, whole(span.start))
            yield Triple(iri, NK.end, whole(span.end))
            if self.detail == "full":
                yield Triple(iri, NK.exact, words(span.of(self.text)))
            for predicate, value in properties:
                yield Triple(iri, predicate, value)


def describe_document(page: Page) -> Iterator[Triple]:
    """What is known of the article as a whole."""
    info, iri = page.info, page.iri
    yield Triple(iri, RDF.type, NK.Document)
    if info.title:
        yield Triple(iri, DCT.title, page.label(info.title))
    for author in info.authors:
        yield Triple(iri, SCHEMA.author, words(author))
    if info.publisher:
        yield Triple(iri, SCHEMA.publisher, words(info.publisher))
    if info.published:
        yield Triple(iri, SCHEMA.datePublished, day(info.published))
    if info.published_basis:
        yield Triple(iri, NK.dateBasis, code(info.published_basis))
    if info.url:
        yield Triple(iri, SCHEMA.url, Words(info.url, XSD.anyURI))
    yield Triple(iri, DCT.source, words(info.source))
    yield Triple(iri, DCT.language, words(info.language))
    yield Triple(iri, NK.textSha256, words(info.sha256))
    yield Triple(iri, PROV.wasGeneratedBy, run_iri(page.base))
