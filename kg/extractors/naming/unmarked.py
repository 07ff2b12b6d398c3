"""Runs of capitals that the model left without a mark, where their own words tell what they are: "Thornby University", "Walker Lund"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.doc import Doc
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name
from kg.model import EntityType

MAX: Final = 5
BODIES: Final = frozenset({"company", "organization", "institution", "civic"})


def unmarked(doc: Doc, names: list[Name], headlines: set[int], words: Gazetteer) -> Iterator[Name]:
    """Bodies by the noun that they end with, and people by a first name or by the people in whose list they stand."""
    taken = {i for n in names for i in range(n.title[0] if n.title else n.start, n.end)} | headlines
    types = {i: n.type for n in names for i in range(n.start, n.end)}
    for start, end in _runs(doc, taken):
        if 0 < end - start <= MAX and (kind := _listed(doc, start, end, types) or _kind(doc, start, end, words)) is not None:
            yield Name(start, end, kind)


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


def _listed(doc: Doc, start: int, end: int, types: dict[int, EntityType]) -> EntityType | None:
    """What all others of a list are: "PayDesk, Orsk and Velmo signed", "Ansel Marsh, Chuck Ray, Walker Dunn"."""
    last = doc[end - 1]
    if last.dep_ == "compound" or "-" in (doc[start - 1].text, doc[min(end, len(doc) - 1)].text):
        return None
    beside = [c for c in last.children if c.dep_ == "conj"] + ([last.head] if last.dep_ == "conj" else [])
    kinds = {types.get(t.i) for t in beside}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind if kind == "Organization" or (kind == "Person" and end - start > 1) else None


def _kind(doc: Doc, start: int, end: int, words: Gazetteer) -> EntityType | None:
    last = doc[end - 1]
    if end - start == 1 or "-" in (doc[start - 1].text, doc[min(end, len(doc) - 1)].text) or last.dep_ == "compound":
        return None
    if any(words.is_title(doc[i].lower_) for i in range(start + 1, end)):
        return None
    if last.text in words.clubs:
        return "Organization"
    if words.bodies.get(last.lower_, frozenset()) & BODIES and doc[end - 2].head.i == last.i:
        return "Organization" if not words.bodies.get(doc[start].lower_) else None
    if end - start > 3 or any(t.text.isupper() for t in doc[start:end]):
        return None
    return "Person" if doc[start].text in words.given else None
