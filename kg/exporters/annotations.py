"""Web Annotations (W3C): the words of an article, and what the graph holds them for, to be shown in the article itself.

Each has a target that finds its words twice over: by their place, counted in code points, and by the words with what stands
around them, so that tools find them in a web page whose text is not quite the one that was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.exporters.output import json_line
from kg.model import Article, Claim, Graph, Mention, Situation, Span

_AROUND: Final = 24
"""Characters of context before and after the words."""

Node = dict[str, object]


def write_annotations(graph: Graph) -> bytes:
    """An annotation page as JSON-LD, one annotation a line: mentions, claims and situations in the order of each text."""
    base = graph.base_iri
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": f"{base}annotations", "type": "AnnotationPage"}
    items = b",\n".join(json_line(item) for item in _annotations(graph, base))
    return json_line(head)[:-1] + b',"items":[\n' + items + b"\n]}\n"


def _annotations(graph: Graph, base: str) -> Iterator[Node]:
    for article, record in zip(graph.articles, graph.records, strict=True):
        document = f"{base}doc/{article.info.id}"
        for mention in record.mentions:
            yield _mention(mention, article, document, base)
        for claim in record.claims:
            yield _claim(claim, article, document)
        for situation in record.situations:
            yield _situation(situation, article, document)


def _mention(mention: Mention, article: Article, document: str, base: str) -> Node:
    body = {"type": "SpecificResource", "source": f"{base}id/{mention.entity}", "purpose": "identifying"}
    name = f"{document}#a{mention.span.start}-{mention.span.end}"
    return _annotation(name, "identifying", body, (mention.span,), article, document)


def _claim(claim: Claim, article: Article, document: str) -> Node:
    said = f"{claim.speaker_text or '(nobody named)'}: {claim.speech_act}"
    body = _body(f"{document}#{claim.id}", said)
    return _annotation(f"{document}#a-{claim.id}", "describing", body, claim.content_spans, article, document)


def _situation(situation: Situation, article: Article, document: str) -> Node:
    told = f"{situation.kind}: {situation.label} ({situation.standing})"
    body = _body(f"{document}#{situation.id}", told)
    triggers = (situation.trigger, *situation.other_triggers)
    return _annotation(f"{document}#a-{situation.id}", "classifying", body, triggers, article, document)


def _body(iri: str, words: str) -> list[Node]:
    """A line for people, and the node of the graph for programs."""
    text: Node = {"type": "TextualBody", "value": words, "format": "text/plain"}
    return [text, {"type": "SpecificResource", "source": iri, "purpose": "linking"}]


def _annotation(iri: str, motivation: str, body: object, spans: Iterable[Span], article: Article, document: str) -> Node:
    source = article.info.url or document
    targets = [{"source": source, "selector": _selectors(span, article.text)} for span in spans]
    target = targets[0] if len(targets) == 1 else targets
    return {"id": iri, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _selectors(span: Span, text: str) -> list[Node]:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    quote: Node = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]
