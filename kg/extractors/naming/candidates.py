"""A name on its way from a mark in the text to a mention."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from kg.doc import Doc
from kg.extractors.naming.weights import MARKED
from kg.model import EntityType

PARTICLES: Final = {
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "al", "el", "bin", "ibn", "la", "le", "ten", "ter", "zu",
}
"""Small words inside the names of people."""


class Name(Struct, frozen=True):
    """A name on its way: its tokens, what it is taken for, the title before it, how much its own words count."""

    start: int
    end: int
    type: EntityType
    nation: str | None = None
    title: tuple[int, int] | None = None
    weight: int = MARKED
    adjective: bool = False
    part: tuple[int, int] | None = None
    """Characters inside the one token of a pair such as "U.S.-Russia"."""


def words_of(doc: Doc, name: Name) -> str:
    """The words of a name, one space between them."""
    return " ".join([t.text for t in doc[name.start : name.end]])


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of a range that depends on one outside, the last such."""
    heads = doc.columns.heads
    for i in range(end - 1, start - 1, -1):
        if not start <= heads[i] < end or heads[i] == i:
            return i
    return end - 1
