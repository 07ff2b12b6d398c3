"""Which place lies in which, as the text says it: "Velm, Ohio", "the village of Velm in the Orsk region", "Peru's southern Puno region"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.doc import Doc
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import PLACES

DIRECTIONS: Final = {
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern", "northeast",
    "coastal",
}


def find_locations(doc: Doc, names: tuple[NounPhrase, ...], words: Gazetteer) -> Iterator[tuple[NounPhrase, NounPhrase]]:
    """Pairs of place names, the first of which lies in the second."""
    places = sorted((n for n in names if n.type in PLACES), key=lambda n: n.start)
    for a, b in pairwise(places):
        if not 0 < b.start - a.end < 5:
            continue
        between = [doc[i].lower_ for i in range(a.end, b.start)]
        states = doc.span(a.start, a.end).text in words.regions and b.nation is None
        if (
            a.kind == "name"
            and a.nation is None
            and b.kind == "name"
            and not states
            and (_listed(doc, b, between, words) or _inside(between))
        ):
            yield a, b
        elif b.kind == "name" and b.nation is None and a.nation is not None and _of_country(between, a.kind == "adjective", words):
            yield b, a


def _listed(doc: Doc, outer: NounPhrase, between: list[str], words: Gazetteer) -> bool:
    """ "Velm, Ohio," and "Velm, Peru": a comma, and a country or a state after it that ends the list."""
    known = outer.nation is not None or doc.span(outer.start, outer.end).text in words.regions
    after = doc[outer.end].text if outer.end < len(doc) else "."
    return between == [","] and known and (after in (",", ".", ")", ";", "—", "–", "-") or doc[outer.end].pos_ in ("VERB", "ADP", "AUX"))


def _inside(between: list[str]) -> bool:
    return [w for w in between if w not in ("the", ",")] == ["in"]


def _of_country(between: list[str], adjective: bool, words: Gazetteer) -> bool:
    """ "Peru's southern" Puno region; the "Russian city of" Velm."""
    if between[:1] == ["'s"]:
        return all(w in DIRECTIONS for w in between[1:])
    return adjective and len(between) > 1 and between[-1] == "of" and "place" in words.bodies.get(between[-2], ())
