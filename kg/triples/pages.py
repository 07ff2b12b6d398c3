"""A document in the making: the IRIs inside it, and the spans that its statements point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.model import ArticleInfo, Mention, Span, full_id
from kg.triples.builds import run_iri
from kg.triples.terms import Literal as Words
from kg.triples.terms import Node, Pair, code, day, node, words
from kg.vocab import DCT, NK, PROV, RDF, RDFS, SCHEMA, XSD, Code

Detail = Literal["full", "lean", "none"]


@dataclass
class Page:
    """One document while it is projected. It makes the IRIs of its nodes and remembers each span that was pointed at."""

    text: str
    info: ArticleInfo
    base: str
    detail: Detail = "full"
    iri: str = field(init=False)
    _spans: dict[Span, list[Pair]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.iri = f"{self.base}doc/{self.info.id}"

    def node(self, local: str) -> str:
        """IRI of a node of this document, such as `claim-3`; of another where `local` is `ARTICLE_ID#claim-3`."""
        return f"{self.base}doc/{full_id(self.info.id, local)}"

    def entity(self, entity_id: str) -> str:
        """IRI of a person, place, event and so on."""
        return f"{self.base}id/{entity_id}"

    def label(self, text: str) -> Words:
        """Words in the language of the article."""
        return Words(text, XSD.string, self.info.language)

    def point(self, predicate: str, *spans: Span | None) -> list[Pair]:
        """Point at spans of the text; at nothing where no detail of spans is wanted."""
        if self.detail == "none":
            return []
        found = [span for span in spans if span is not None]
        for span in found:
            self._spans.setdefault(span, [])
        return [(predicate, self._iri_of(span)) for span in found]

    def fill(self, predicate: str, span: Span) -> list[Pair]:
        """A role filled by words that name nobody in the graph: their span carries them as its label."""
        self._spans.setdefault(span, []).append((RDFS.label, self.label(span.of(self.text))))
        return self.point(predicate, span)

    def mention(self, mention: Mention) -> None:
        """The words of a mention stand for its entity."""
        self._stand(mention.span, self.entity(mention.entity), mention.kind)
        if mention.metonym:
            self._spans[mention.span].append((NK.mentionKind, Code.METONYM))

    def trigger(self, span: Span, situation: str) -> None:
        """The words of a trigger stand for a situation."""
        self._stand(span, situation, "trigger")

    def _stand(self, span: Span, meaning: str, kind: str) -> None:
        self._spans.setdefault(span, []).extend([(NK.denotes, meaning), (NK.mentionKind, code(kind))])

    def _iri_of(self, span: Span) -> str:
        return f"{self.iri}#c{span.start}-{span.end}"

    def spans(self) -> Iterator[Node]:
        """Every span that was pointed at, in the order of the text."""
        if self.detail == "none":
            return
        for span in sorted(self._spans):
            told = self._spans[span]
            start, end = span
            kind = NK.Mention if any(predicate == NK.denotes for predicate, _ in told) else NK.Span
            pairs: list[Pair] = [(RDF.type, kind), (NK.inDocument, self.iri), (NK.begin, start), (NK.end, end)]
            if self.detail == "full":
                pairs.append((NK.exact, Words(self.text[start:end])))
            yield node(self._iri_of(span), pairs + told) if told else Node(self._iri_of(span), pairs)


def describe_document(page: Page) -> Node:
    """What is known of the article as a whole."""
    info = page.info
    pairs: list[Pair] = [(RDF.type, NK.Document)]
    if info.title:
        pairs.append((DCT.title, page.label(info.title)))
    pairs += [(SCHEMA.author, words(author)) for author in info.authors]
    if info.publisher:
        pairs.append((SCHEMA.publisher, words(info.publisher)))
    if info.published:
        pairs.append((SCHEMA.datePublished, day(info.published)))
    if info.published_basis:
        pairs.append((NK.dateBasis, code(info.published_basis)))
    if info.url:
        pairs.append((SCHEMA.url, Words(info.url, XSD.anyURI)))
    pairs += [(DCT.source, words(info.source)), (DCT.language, words(info.language)), (SCHEMA.sha256, words(info.sha256))]
    return node(page.iri, [*pairs, (PROV.wasGeneratedBy, run_iri(page.base))])
