"""What the panels of the page show: articles with their texts, entities, events and claims, as plain data.

Words are given as positions, code points into the article's text, and cut from it by the page: nothing is stored twice.
A page without texts has blanks in their place wherever nothing is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kg.model import Article, ArticleInfo, Claim, Entity, Graph, Mention, Record, Relation, Situation, Span, full_id
from kg.network import Telling, deciding, event_key, shorten, tellings
from kg.vocab import KIND_LABELS

Row = dict[str, Any]
USUAL: Final = {"modality": "actual", "polarity": "affirmed", "certainty": "stated", "tense": "current", "quotation": "indirect"}
"""Values that go without saying."""


def payload_of(graph: Graph, *, texts: bool = True) -> Row:
    """The data of the page. Empty values are left out; ids are those of the network's nodes."""
    articles = {article.info.id: article for article in graph.articles}
    kinds, claimed = {situation.kind for record in graph.records for situation in record.situations}, _claimed(graph)
    return {
        "base": graph.base_iri,
        "texts": texts,
        "articles": [_article(articles[record.article.id], record, texts=texts) for record in graph.records],
        "entities": [_entity(entity) for entity in graph.entities],
        "mentions": _mentions(graph),
        "relations": [_relation(relation, record) for record in graph.records for relation in record.relations],
        "events": [_event(key, told) for key, told in tellings(graph).items() if key in claimed or _says_something(told)],
        "kinds": {kind: label for kind, label in KIND_LABELS.items() if kind in kinds},
        "claims": [_claim(claim, record) for record in graph.records for claim in record.claims],
        "merges": [[m.id, m.article, m.name, m.reason] for m in graph.merges],
        "links": [[link.source, link.relation, link.target, link.reason] for link in graph.links],
        "sides": [[side.entity, side.side, side.reason] for side in graph.sides],
    }


def _claimed(graph: Graph) -> set[str]:
    """The events that some claim tells of."""
    found = set[str]()
    for record in graph.records:
        told = {key for claim in record.claims for key in claim.content}
        found |= {event_key(record.article.id, situation) for situation in record.situations if situation.id in told}
    return found


def _says_something(told: tuple[Telling, ...]) -> bool:
    """Whether an event is of a kind of its own, or has somebody, a place, a number or a day that the text gives."""
    return any(
        s.kind != "other" or s.place or s.quantities or s.event or (s.time and s.time.basis == "text") or any(r.entity for r in s.roles)
        for _, s in told
    )


def _article(article: Article, record: Record, *, texts: bool) -> Row:
    info = record.article
    return _known({
        "id": info.id,
        "title": info.title or shorten(article.text) or info.source,
        "publisher": info.publisher,
        "authors": ", ".join(info.authors),
        "published": info.published.isoformat() if info.published else None,
        "basis": info.published_basis,
        "url": info.url,
        "source": info.source,
        "text": article.text if texts else _quoted(article.text, record),
    })


def _quoted(text: str, record: Record) -> str:
    """The text with blanks for all that nobody is quoted with; positions stay as they are."""
    kept = [" "] * len(text)
    for span in _quoted_spans(record):
        kept[span.start : span.end] = span.of(text)
    return "".join(kept).rstrip()


def _quoted_spans(record: Record) -> Iterator[Span]:
    """What somebody says and the words that make it a claim; of an event only who, what, when and how many."""
    for claim in record.claims:
        yield from claim.content_spans
        yield from (span for span in (claim.cue_span, claim.speaker_span) if span)
    for situation in record.situations:
        yield situation.trigger
        yield from (role.naming for role in situation.roles)
        yield from (quantity.span for quantity in situation.quantities)
        if situation.time and situation.time.span:
            yield situation.time.span


def _entity(entity: Entity) -> Row:
    return _known({
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "links": list(entity.links),
        "sameAs": list(entity.same_as),
    })


def _mentions(graph: Graph) -> dict[str, list[Any]]:
    """Entity -> `[article number, start, end]` of each of its mentions, names before pronouns."""
    found: dict[str, list[tuple[int, Mention]]] = {}
    for number, record in enumerate(graph.records):
        for mention in record.mentions:
            found.setdefault(mention.entity, []).append((number, mention))
    return {
        key: [[number, *mention.span] for number, mention in sorted(rows, key=lambda row: (row[1].kind == "pronoun", row[0], row[1].span))]
        for key, rows in sorted(found.items())
    }


def _relation(relation: Relation, record: Record) -> Row:
    return _known({
        "type": relation.type,
        "subject": relation.subject,
        "object": relation.object,
        "title": relation.title,
        "tense": relation.tense,
        "reference": relation.reference_title,
        **_where(record.article, relation.span),
    })


def _event(key: str, told: tuple[Telling, ...]) -> Row:
    """One row an event, with every telling of it; shown by the one that decides."""
    shown = deciding(told).situation
    return _known({
        "id": key,
        "kind": shown.kind,
        "label": shown.label or shown.kind,
        "standing": shown.standing,
        "modality": shown.modality,
        "polarity": shown.polarity,
        **_days(shown),
        "tellings": [_telling(one) for one in told],
    })


def _days(situation: Situation) -> Row:
    time = situation.time
    if time is None or time.rule == "present-tense":
        return {}
    return {
        "first": time.start.isoformat() if time.start else None,
        "last": time.end.isoformat() if time.end else None,
        "precision": time.precision,
        "rule": time.rule,
    }


def _telling(telling: Telling) -> Row:
    article, situation = telling
    return _known({
        **_where(article, situation.evidence),
        **_days(situation),
        "time": list(situation.time.span) if situation.time and situation.time.span else None,
        "trigger": list(situation.trigger),
        "roles": [[role.role, role.entity, *role.naming] for role in situation.roles],
        "place": situation.place,
        "joined": situation.joined,
        "quantities": [list(quantity.span) for quantity in situation.quantities],
        "modality": situation.modality,
        "polarity": situation.polarity,
        "standing": situation.standing,
    })


def _claim(claim: Claim, record: Record) -> Row:
    article = record.article.id
    events = {situation.id: event_key(article, situation) for situation in record.situations}
    return _known({
        "id": full_id(article, claim.id),
        "speaker": claim.speaker,
        "speakerText": claim.speaker_text,
        "cue": list(claim.cue_span) if claim.cue_span else None,
        "spans": [list(span) for span in claim.content_spans],
        **_where(record.article, claim.evidence),
        "quotation": claim.quotation,
        "act": claim.speech_act,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "certainty": claim.certainty,
        "saidOn": claim.said_on.isoformat() if claim.said_on else None,
        "medium": claim.medium,
        "addressee": claim.addressee,
        "events": [events[key] for key in claim.content if key in events],
        "about": list(claim.about),
        "within": full_id(article, claim.embedded_in) if claim.embedded_in else None,
        "denies": [full_id(article, key) for key in claim.denies],
        "supports": [full_id(article, key) for key in claim.supports],
        "answers": [full_id(article, key) for key in claim.responds_to],
    })


def _where(article: ArticleInfo, span: Span) -> Row:
    return {"article": article.id, "at": list(span)}


def _known(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in (None, "", []) and value != USUAL.get(name)}
