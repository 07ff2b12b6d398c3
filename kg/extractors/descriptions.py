"""Descriptions: "the French leader", "the company", "Ukrainian officials", "his country"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import IN_LAW, Gazetteer
from kg.extractors.offices import title_at
from kg.model import EntityType
from kg.parsing import ParsedArticle

DEFINITE: Final = {"the", "this", "that", "these", "those", "both"}
MODIFIERS: Final = {
    "det", "poss", "amod", "compound", "nummod", "nmod", "case", "punct", "advmod", "quantmod", "npadvmod", "predet", "conj", "cc",
    "appos",
}


def find_descriptions(parsed: ParsedArticle, words: Gazetteer, names: tuple[NounPhrase, ...]) -> Iterator[NounPhrase]:
    """Common nouns for people, bodies, places and groups that may stand for somebody the article names, or for a group."""
    doc = parsed.doc
    named = {i: n for n in names for i in range(n.start, n.end)}
    titles = {i for n in names if n.title for i in range(*n.title)}
    for token in doc:
        i = token.i
        if token.pos_ not in ("NOUN", "PROPN") or (token.lower_ not in words.nouns and token.lemma_ not in words.nouns):
            continue
        if i in titles or i in named:
            continue
        if (kind := _kind(token, words)) is None or (token.dep_ in ("compound", "amod") and token.head.i > i):
            continue
        title = title_at(doc, i, words) if token.lower_ == IN_LAW else None
        left = _left(doc, i, title[0] if title else i, token.sent.start)
        if phrase := _description(parsed, left, i, kind, named):
            yield phrase


def _kind(token: Token, words: Gazetteer) -> EntityType | None:
    """What a noun may stand for; plural nouns stand for groups."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if lower == IN_LAW and (title := title_at(token.doc, token.i, words)) is not None:
        lower = title[1]
    if token.tag_ in ("NNS", "NNPS"):
        return "Group" if "group" in words.bodies.get(lemma, ()) or words.is_title(lemma) else None
    if words.is_title(lower) and not words.titles[lower] <= {"honorific"}:
        return "Person"
    kinds = words.bodies.get(lower, frozenset())
    if "country" in kinds or "nation" in kinds:
        return "GeopoliticalEntity"
    if kinds & {"organization", "company", "institution", "organ"}:
        return "Organization"
    if "place" in kinds:
        return "Place"
    if "group" in kinds:
        return "Group"
    return None if words.titles.get(lower, frozenset()).isdisjoint({"kin", "calling"}) else "Person"


def _left(doc: Doc, i: int, left: int, start: int) -> int:
    """The first token of the noun phrase that ends with its head, at or before `left`."""
    while left > start and doc[left - 1].dep_ in MODIFIERS and doc[left - 1].text not in (",", '"') and _belongs(doc[left - 1], left, i):
        left -= 1
    return left


def _belongs(token: Token, left: int, i: int) -> bool:
    """Whether a token modifies what is to its right up to the head, alone or as one of two ("Ukrainian and U.S. officials")."""
    if left <= token.head.i <= i or (token.tag_ == "POS" and left <= token.head.head.i <= i):
        return True
    return token.dep_ in ("conj", "cc") and token.head.dep_ in ("amod", "compound", "nmod") and token.head.head.i == i


def _description(parsed: ParsedArticle, left: int, head: int, kind: EntityType, named: dict[int, NounPhrase]) -> NounPhrase | None:
    doc = parsed.doc
    inside = [named[i] for i in range(left, head) if i in named]
    nation = next((n.nation for n in inside if n.nation), None)
    first = doc[left]
    definite = (
        first.lower_ in DEFINITE or first.dep_ == "poss" or first.tag_ == "PRP$" or any(doc[i].tag_ == "POS" for i in range(left, head))
    )
    if first.lower_ in ("my", "our", "your") or not (
        definite or (kind == "Group" and (inside or doc[head].dep_ in ("nsubj", "pobj", "agent")))
    ):
        return None
    return NounPhrase(left, head + 1, head, "nominal", kind, parsed.span(left, head + 1), nation=nation)
