"""Names inside names: the town of the "Velm Police Department", the country of the "U.S. Air Force", whom a foundation is named after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, words_of
from kg.extractors.naming.weights import CERTAIN, GUESSED
from kg.model import PLACES, EntityType

WHOLE: Final = {"of", "at", "in", ","}
"""What stands before a place inside the name of a body."""


def nested(doc: Doc, names: list[Name], words: Gazetteer) -> list[Name]:
    """The places and people that names of bodies and buildings name besides."""
    known = {words_of(doc, n): n.type for n in names if _tells(n)}
    taken = {(n.start, n.end) for n in names}
    return [
        inner
        for n in names
        if n.end - n.start > 1 and n.type in ("Organization", "Place") and n.part is None
        for inner in _inside(doc, n, known, words)
        if (inner.start, inner.end) not in taken and not any(inner.start == s and n.start < s for s, _ in taken)
    ]


def _tells(name: Name) -> bool:
    if name.adjective or name.part is not None:
        return False
    return name.type in PLACES or (name.type == "Person" and name.end - name.start > 1)


def _inside(doc: Doc, name: Name, known: dict[str, EntityType], words: Gazetteer) -> Iterator[Name]:
    """The names inside one, from left to right, none in another."""
    civic = any("civic" in words.bodies.get(doc[i].lower_, ()) for i in range(name.start, name.end))
    i = name.start
    while i < name.end:
        reach = [end for end in range(min(i + 3, name.end), i, -1) if end - i < name.end - name.start]
        found = next((n for end in reach if (n := _known(doc, i, end, name, known, words))), None)
        found = found or next((n for end in reach if (n := _guessed(doc, i, end, name, words))), None)
        if found is not None and (civic or found.type == "Person"):
            yield found
        i = found.end if found is not None else i + 1


def _known(doc: Doc, start: int, end: int, whole: Name, known: dict[str, EntityType], words: Gazetteer) -> Name | None:
    """A person or a place that the article or the lexicon knows; a place at the beginning, at the end or behind "of"."""
    text = " ".join(doc[i].text for i in range(start, end))
    if known.get(text) == "Person":
        return Name(start, end, "Person")
    if (nation := words.names.get(text)) and (text == nation.name or text.replace(".", "").isupper()):
        return Name(start, end, nation.type, nation=nation.name, weight=CERTAIN)
    placed = start == whole.start or end == whole.end or doc[start - 1].lower_ in WHOLE
    if placed and (text in words.regions or text in words.capitals or text in known):
        return Name(start, end, "GeopoliticalEntity")
    return None


def _guessed(doc: Doc, start: int, end: int, whole: Name, words: Gazetteer) -> Name | None:
    """The town of a "University of Velm", of a "Velm Police Department"."""
    seats, local_words = words.sorts["seated"], words.sorts["local"]
    seated = start > whole.start + 1 and doc[start - 1].lower_ == "of" and end == whole.end and doc[start - 2].lower_ in seats
    begins = start == whole.start and end < whole.end and doc[end].lower_ in local_words
    local = begins and words.nation(doc.span(start, end).text) is None
    if (seated or local) and all(_is_town_word(doc[i], words) for i in range(start, end)):
        return Name(start, end, "GeopoliticalEntity", weight=GUESSED)
    return None


def _is_town_word(token: Token, words: Gazetteer) -> bool:
    of_body = token.lower_ in words.sorts["local"] or bool(words.bodies.get(token.lower_))
    return token.pos_ == "PROPN" and token.text[0].isupper() and not of_body
