"""Numbers as they stand in a text: figures, words, currencies before them, shares, fractions and results of games and votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kg.doc import Doc
from kg.extractors.numbers import SCALES, TENS, UNITS, number_of
from kg.extractors.quantities.measures import CURRENCIES, VAGUE
from kg.extractors.quantities.shares import PARTS, result_at, share_at

SEVERAL: Final = frozenset({"few", "several"})
FIRST: Final = frozenset({*VAGUE, "half", "a"})
"""Words without a figure with which a number may begin."""
FIGURES: Final = frozenset("0123456789")
SIGNS: Final = frozenset("$€£¥₹~")
LETTERS: Final = frozenset("mbk")
"""Scales of one letter, which may as well be metres."""
_DIGITS: Final = re.compile(
    r"(?:(?P<sign>[A-Za-z]{0,3}[$€£¥₹]))?(?P<number>\d+(?:,\d{2,3})*(?:\.\d+)?)(?P<scale>k|m|mn|bn|tn|trn|b)?(?P<percent>%)?-?"
)
_JOINED: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)[-–—][$€£]?(\d+(?:,\d{3})*(?:\.\d+)?)")
_ATTACHED: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(pc|[kmgt]wh?|°?C|°?F|mg)", re.IGNORECASE)
SUFFIXES: Final = {
    "pc": "percent", "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "tw": "terawatt", "kwh": "kilowatt-hour", "mwh": "megawatt-hour",
    "gwh": "gigawatt-hour", "twh": "terawatt-hour", "c": "degree Celsius", "°c": "degree Celsius", "f": "degree Fahrenheit",
    "°f": "degree Fahrenheit", "mg": "milligram",
}
"""Units that are written to a number without a blank."""


class Number(Struct, frozen=True):
    """A run of number tokens `[start, end)` with its value, or its least value where it is vague ("dozens").

    `share`: what stands after it is what it is a share of.
    """

    start: int
    end: int
    value: float
    unit: str | None = None
    vague: bool = False
    largest: float | None = None
    share: bool = False


def numbers_in(doc: Doc, start: int, end: int, dated: set[int]) -> Iterator[Number]:
    """The numbers among the tokens `[start, end)`, those of `dated` left out."""
    words, free = doc.columns.words, start
    begins = [
        t.i
        for t in doc[start:end]
        if t.like_num or t.pos_ == "NUM" or t.lower_ in FIRST or t.text[0] in FIGURES or t.text[-1] in SIGNS
    ]
    for i in begins:
        if i < free or i in dated or (words[i] == "a" and not (i + 1 < end and words[i + 1] in PARTS)):
            continue
        number = _number_at(doc, i, end)
        if number is not None and not any(j in dated for j in range(number.start, number.end)):
            yield number
            free = number.end


def _number_at(doc: Doc, start: int, end: int) -> Number | None:
    """The longest run of number words that begins here."""
    if share := share_at(doc, start, end):
        return Number(share.start, share.end, share.value, "percent", share=True)
    if result := result_at(doc, start, end):
        return Number(result.start, result.end, result.value, "score", largest=result.largest)
    if doc[start].lower_ == "half":
        return None
    if attached := _ATTACHED.fullmatch(doc[start].text):
        return Number(start, start + 1, float(attached[1].replace(",", "")), SUFFIXES[attached[2].lower()])
    unit = None
    i = start
    if doc[i].lower_ in CURRENCIES and doc[i].lower_[-1] in "$€£¥₹":
        unit, i = _currency_before(doc, i), i + 1
    if i >= end:
        return None
    if doc[i].lower_ in VAGUE:
        return _vague(doc, i, end) if unit is None else None
    if joined := _JOINED.fullmatch(doc[i].text):
        return Number(start, i + 1, float(joined[1].replace(",", "")), unit, largest=float(joined[2].replace(",", "")))
    if i and doc[i - 1].lower_ in SEVERAL and doc[i].lower_ in (*SCALES, "dozen"):
        return _several(doc, i, end)
    value, stop = value_at(doc, i, end, unit is not None)
    return None if value is None else Number(start, stop, value, unit)


def _several(doc: Doc, i: int, end: int) -> Number:
    """ "A few hundred thousand": at least two of them."""
    value, stop = 2.0, i
    while stop < end and doc[stop].lower_ in (*SCALES, "dozen"):
        value *= SCALES.get(doc[stop].lower_, 12.0)
        stop += 1
    return Number(i - 2 if i > 1 and doc[i - 2].lower_ == "a" else i - 1, stop, value, vague=True)


def _vague(doc: Doc, i: int, end: int) -> Number:
    """ "hundreds of thousands": the least value that the words can mean."""
    value, stop = VAGUE[doc[i].lower_] * 2, i + 1
    while stop + 1 < end and doc[stop].lower_ == "of" and doc[stop + 1].lower_ in VAGUE:
        value *= VAGUE[doc[stop + 1].lower_]
        stop += 2
    return Number(i, stop, value, vague=True)


def _currency_before(doc: Doc, i: int) -> str:
    """USD for a dollar sign, unless the letters before it name another dollar."""
    prefix = doc[i - 1].lower_ if i and not doc[i - 1].whitespace_ else ""
    return CURRENCIES.get(prefix + doc[i].lower_, CURRENCIES[doc[i].lower_])


def value_at(doc: Doc, start: int, end: int, money: bool = False) -> tuple[float | None, int]:
    """Value of the number words from here on, and where they end; an "m" is a million of money or of what follows in the plural."""
    words: list[str] = []
    value: float | None = None
    i = stop = start
    while i < min(end, start + 8):
        word = doc[i].lower_
        word = word[:-1] if words and word[-1] == "." and word[:-1] in SCALES else word
        if words and word in ("and", "-", "a", "point"):
            if not _joins(doc, i, end, value):
                break
            words.append("" if word == "-" else word)
            i += 1
            continue
        piece = _piece(word, bool(words) and not (word in LETTERS and not doc[i - 1].whitespace_))
        if piece and (word in LETTERS or piece[-1] in "mb") and not (money or (i + 1 < end and doc[i + 1].tag_ == "NNS")):
            piece = None
        reading = number_of(" ".join([*words, piece.replace("-", " ")])) if piece else None
        if piece is None or reading is None:
            break
        words.append(piece)
        i += 1
        value, stop = reading, i
    return value, stop


def _joins(doc: Doc, i: int, end: int, value: float | None) -> bool:
    """Whether "and", "a" or a hyphen stands inside a number: "two hundred and six", "two and a half"."""
    following = [t.lower_ for t in doc[i + 1 : min(i + 3, end)]]
    if not following:
        return False
    if "half" in following:
        return True
    number_follows = following[0] in UNITS or following[0] in TENS or following[0] in SCALES
    return number_follows and (doc[i].lower_ == "-" or value is None or value >= 100)


def _piece(word: str, inside: bool) -> str | None:
    """The number word or figures as `number_of` reads them; None where the word is no part of a number."""
    digits = None if inside else _DIGITS.fullmatch(word)
    if digits and digits["number"]:
        return f"{digits['number']} {digits['scale'] or ''}".strip()
    if word in UNITS or word in TENS or word in ("hundred", "dozen", "half") or word in LETTERS:
        return word
    if inside:
        return word if word in SCALES and len(word) > 1 else None
    return word if "-" in word and number_of(word) is not None else None
