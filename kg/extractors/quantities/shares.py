"""Shares of a whole and results: "one in five", "two-thirds of", "half the crew", "3-1", "120 votes to 80"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.doc import Doc
from kg.extractors.numbers import number_of
from kg.extractors.quantities.measures import PERCENT

PARTS: Final = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10,
}
"""Words of a fraction and what they divide by."""
WHOLES: Final = frozenset({"the", "its", "his", "her", "their", "our", "all"})
STRETCHES: Final = frozenset({"year", "month", "day", "game", "match", "season", "century", "decade", "half", "set", "time"})
"""What has halves and quarters that are times."""
HYPHENS: Final = frozenset({"-", "–"})
PLAYED: Final = frozenset({
    "win", "beat", "lose", "draw", "defeat", "lead", "trail", "thrash", "edge", "vote", "tie", "hammer", "overcome", "rout", "pass",
    "approve", "reject", "crush", "stun", "outplay", "prevail",
})
SCORED: Final = frozenset({
    "win", "victory", "defeat", "vote", "draw", "loss", "lead", "ruling", "decision", "majority", "score", "scoreline", "tie", "shootout",
    "split", "rout", "thrashing", "upset", "triumph", "verdict", "advantage",
})
"""Nouns that a result stands before."""
LARGEST: Final = 1000
CLIMB: Final = 4
_RESULT: Final = re.compile(r"(\d{1,3})[-–](\d{1,3})\.?")


class Share(NamedTuple):
    """A share in percent, or both numbers of a result, the smaller first: where its words begin and end."""

    start: int
    end: int
    value: float
    largest: float | None = None


def share_at(doc: Doc, i: int, end: int) -> Share | None:
    """ "One in five", "nine out of ten", "a third of", "two-thirds of", "half the": the share in percent."""
    word = doc[i].lower_
    if word == "half":
        return Share(i, i + 1, 50.0) if i + 1 < end and _has_whole(doc, i + 1, end) and _is_no_stretch(doc, i) else None
    part = 1.0 if word == "a" else number_of(word)
    if part is None or i + 2 >= end:
        return None
    at = i + 1 + (doc[i + 1].lower_ in HYPHENS)
    if doc[at].lower_ in PARTS and at + 1 < end and doc[at + 1].lower_ == "of" and part < PARTS[doc[at].lower_] and _is_no_stretch(doc, at):
        return Share(i, at + 1, round(100 * part / PARTS[doc[at].lower_], 1))
    return _one_in(doc, i, part, end) if word != "a" else None


def _one_in(doc: Doc, i: int, part: float, end: int) -> Share | None:
    if i + 4 < end and [doc[i + k].lower_ for k in (1, 2, 3)] == ["-", "in", "-"]:  # "a one-in-five chance"
        odds = number_of(doc[i + 4].lower_)
        return Share(i, i + 5, round(100 * part / odds, 1)) if odds and part < odds <= LARGEST else None
    following = doc[i + 1].lower_
    at = i + 2 if following == "in" else i + 3 if following == "out" and doc[i + 2].lower_ == "of" else end
    whole = number_of(doc[at].lower_) if at + 1 < end else None
    if whole is None or not part < whole <= LARGEST or doc[at + 1].tag_ in ("NN", "NNP"):
        return None
    return Share(i, at + 1, round(100 * part / whole, 1)) if _is_no_stretch(doc, at) else None


def _has_whole(doc: Doc, i: int, end: int) -> bool:
    word = doc[i].lower_
    return word in WHOLES or (word == "of" and i + 1 < end and doc[i + 1].lower_ not in ("a", "an"))


def _is_no_stretch(doc: Doc, i: int) -> bool:
    """ "Half of the voters"; "the first half of the season", "half the year" are times."""
    if i and doc[i - 1].lower_ in ("first", "second", "last", "other", "and", "the"):
        return False
    nouns = [t for t in doc[i + 1 : i + 6] if t.pos_ in ("NOUN", "PROPN", "NUM", "VERB")]
    return not nouns or (nouns[0].lemma_.lower() not in STRETCHES and nouns[0].lower_ not in ("million", "billion"))


def result_at(doc: Doc, i: int, end: int) -> Share | None:
    """ "Won 3-1", "a 52-48 vote", "voted 120 to 80": both numbers; "5-10 kilometers" and "fell from 40 to 30" are no result."""
    numbers, stop, joined = _pair(doc, i, end)
    if numbers is None:
        return None
    first, second = numbers
    noun = doc[stop].lemma_.lower() if stop < end else ""
    told = noun in SCORED or _is_played(doc, i)
    if noun in PERCENT:
        return None
    if not told and (not joined or first < second or first >= 100 or (stop < end and doc[stop].pos_ in ("NOUN", "SYM", "NUM"))):
        return None
    if (doc[i].ent_type_ in ("PRODUCT", "FAC") and not told) or (i and doc[i - 1].lower_ in ("from", "$", "€", "£")):
        return None
    return Share(i, stop, min(first, second), max(first, second))


def _pair(doc: Doc, i: int, end: int) -> tuple[tuple[float, float] | None, int, bool]:
    """The two numbers, where they end, and whether a hyphen joins them."""
    if joined := _RESULT.fullmatch(doc[i].text):
        return (float(joined[1]), float(joined[2])), i + 1, True
    if i + 2 >= end or not (doc[i].text.isdigit() and doc[i + 2].text.isdigit()) or max(len(doc[i]), len(doc[i + 2])) > 3:
        return None, i, False
    link = doc[i + 1].lower_
    return ((float(doc[i].text), float(doc[i + 2].text)) if link == "to" or link in HYPHENS else None), i + 3, link in HYPHENS


def _is_played(doc: Doc, i: int) -> bool:
    node = doc[i]
    for _ in range(CLIMB):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node.lemma_ in PLAYED
    return False
