"""Runs of capitals that the model left without a mark, where their own words tell what they are: "Duke University", "Walker Evans"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.doc import Doc
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name
from kg.model import EntityType

MAX = 5


def unmarked(doc: Doc, names: list[Name], headlines: set[int], words: Gazetteer) -> Iterator[Name]:
    """Bodies by the noun that they end with, and people by a first name or by the people in whose list they stand."""
    taken = {i for n in names for i in range(n.title[0] if n.title else n.start, n.end)} | headlines
    people = {i for n in names if n.type == "Person" for i in range(n.start, n.end)}
    for start, end in _runs(doc, taken):
        if 1 < end - start <= MAX and (kind := _kind(doc, start, end, people, words)) is not None:
            yield Name(start, end, kind, weight=2)


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    start, end = -1, -1
    for token in doc:
        if token.pos_ != "PROPN" or token.i in taken or not token.text[0].isupper() or not token.is_alpha:
            continue
        if token.i != end:
            yield start, end
            start = token.i
        end = token.i + 1
    yield start, end


def _kind(doc: Doc, start: int, end: int, people: set[int], words: Gazetteer) -> EntityType | None:
    last = doc[end - 1]
    if "-" in (doc[start - 1].text, doc[min(end, len(doc) - 1)].text) or last.dep_ == "compound":
        return None
    if any(words.is_title(doc[i].lower_) for i in range(start + 1, end)):
        return None
    if words.bodies.get(last.lower_, frozenset()) & {"company", "organization", "institution", "civic"} and doc[end - 2].head.i == last.i:
        return "Organization" if not words.bodies.get(doc[start].lower_) else None
    if end - start > 3 or any(t.text.isupper() for t in doc[start:end]):
        return None
    if doc[start].text in words.given or (last.dep_ == "conj" and last.head.i in people):
        return "Person"
    return None
