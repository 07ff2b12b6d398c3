"""Numbers with what they count: bounds, ranges, money, percentages; never ages, dates or parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.measures import BOUNDS, COUNTRY_DOLLARS, CURRENCIES, CURRENCY_CODES, MEASURES, PERCENT, TRAILING_BOUNDS, UNCOUNTED, VAGUE
from kg.extractors.times import TimeMention
from kg.extractors.times.words import SCALES, TENS, UNITS, number_of
from kg.model import Bound, Quantity
from kg.parsing import ParsedArticle

LABELS: Final = frozenset({
    "no.", "number", "age", "aged", "no", "#", "chapter", "article", "section", "page", "category", "level", "grade", "type", "phase",
    "stage", "step", "part", "gate", "flight", "route", "highway", "channel", "episode", "volume", "version", "formula", "tier", "terminal",
})
"""Words whose number names one of a row ("phase 3")."""
SEVERAL: Final = frozenset({"few", "several"})
LETTERS: Final = frozenset("mbk")
"""Scales of one letter, which may as well be metres."""
NAME_ENTITIES: Final = frozenset({"DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "FAC", "ORG", "EVENT", "PERSON", "GPE"})
_DIGITS: Final = re.compile(
    r"(?:(?P<sign>[A-Za-z]{0,3}[$€£¥₹]))?(?P<number>\d+(?:,\d{2,3})*(?:\.\d+)?)(?P<scale>k|m|mn|bn|tn|trn|b)?(?P<percent>%)?-?"
)
_JOINED: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)[-–—](\d+(?:,\d{3})*(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number: its tokens `[start, end)`, the token of what it counts (or its own last token), and its value."""

    start: int
    end: int
    head: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Number:
    """A run of number tokens `[start, end)` with its value, or its least value where it is vague ("dozens")."""

    start: int
    end: int
    value: float
    unit: str | None = None
    vague: bool = False
    largest: float | None = None


def find_quantities(parsed: ParsedArticle, times: tuple[TimeMention, ...]) -> tuple[QuantityMention, ...]:
    """The numbers of an article in order, with bound, unit and what is counted."""
    dated = {i for t in times for i in range(t.start, t.end)}
    found: list[QuantityMention] = []
    reach = 0
    for sentence in parsed.sentences:
        for number in _numbers(sentence.doc, sentence.start, sentence.end, dated):
            if number.start >= reach and (mention := _quantity(parsed, number, sentence.start, sentence.end)):
                found.append(_same_counted(parsed.doc, mention, found, sentence.start))
                reach = mention.end
    return tuple(found)


def _same_counted(doc: Doc, mention: QuantityMention, before: list[QuantityMention], low: int) -> QuantityMention:
    """ "killed one person and injured five others": others are of what was counted just before."""
    if doc[mention.end - 1].lower_ not in ("others", "other", "more") or not before or before[-1].start < low:
        return mention
    quantity = replace(mention.quantity, counted=before[-1].quantity.counted)
    return QuantityMention(mention.start, mention.end, mention.head, quantity)


def _numbers(doc: Doc, start: int, end: int, dated: set[int]) -> Iterator[Number]:
    i = start
    while i < end:
        token = doc[i]
        word = token.lower_
        if i in dated or not (token.like_num or word in VAGUE or token.pos_ == "NUM" or word[-1] in "$€£¥₹~" or word[0].isdigit()):
            i += 1
            continue
        number = _number_at(doc, i, end)
        if number is None or any(j in dated for j in range(number.start, number.end)):
            i += 1
            continue
        yield number
        i = number.end


def _number_at(doc: Doc, start: int, end: int) -> Number | None:
    """The longest run of number words that begins here."""
    unit = None
    i = start
    if doc[i].lower_ in CURRENCIES and doc[i].lower_[-1] in "$€£¥₹":
        unit, i = _currency_before(doc, i), i + 1
    if i >= end:
        return None
    if doc[i].lower_ in VAGUE:
        return _vague(doc, i, end) if unit is None else None
    if joined := _JOINED.fullmatch(doc[i].text):
        return Number(i, i + 1, float(joined[1].replace(",", "")), unit, largest=float(joined[2].replace(",", "")))
    value, stop = _value(doc, i, end, unit is not None)
    if value is not None and i and doc[i - 1].lower_ in SEVERAL and doc[i].lower_ in SCALES | {"dozen": 12.0}:
        return Number(start, stop, value * 2, unit, vague=True)
    return None if value is None else Number(start, stop, value, unit)


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


def _value(doc: Doc, start: int, end: int, money: bool = False) -> tuple[float | None, int]:
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


def _quantity(parsed: ParsedArticle, number: Number, low: int, high: int) -> QuantityMention | None:
    doc = parsed.doc
    if _is_name_or_age(doc, number, high):
        return None
    first, end, bound = _bounded(doc, number, low, high)
    largest, end = _range(doc, number, end, high)
    unit, end = _unit(doc, number, end, high)
    head, end, counted = _counted(doc, number, end, high, unit is not None and unit not in CURRENCY_CODES)
    if counted and unit is None and counted.lower() in MEASURES:
        unit, counted = MEASURES[counted.lower()], None
    low_value = None if largest is None else number.value
    single = number.value if largest is None and not number.vague else None
    quantity = Quantity(
        span=parsed.span(first, end),
        value=single,
        min=number.value if number.vague else low_value,
        max=largest,
        unit=unit,
        counted=counted,
        bound="at-least" if number.vague and bound == "exact" else bound,
    )
    return QuantityMention(first, end, head, quantity)


def _is_name_or_age(doc: Doc, number: Number, high: int) -> bool:
    """Numbers that count nothing: in names, ages, scores, "no one"."""
    token = doc[number.end - 1]
    if token.ent_type_ in NAME_ENTITIES and number.unit is None and not _names_a_duration(doc, number, high):
        return True
    before = doc[number.start - 1] if number.start else None
    if before is not None and (before.lower_ in LABELS or (before.pos_ == "PROPN" and not before.whitespace_)):
        return True
    if token.lower_ == "one" and number.end < high and doc[number.end].lower_ == "of":
        return True
    if token.lower_ == "one" and (token.pos_ in ("PRON", "NOUN") or (token.dep_ in ("nsubj", "pobj", "dobj") and not list(token.children))):
        return True
    return _is_age(doc, number, before, high) or _is_score(doc, number, before, high)


def _is_age(doc: Doc, number: Number, before: Token | None, high: int) -> bool:
    """ "The 45-year-old driver", "the driver, 45, "."""
    following = doc[number.end : min(number.end + 5, high)]
    if not len(following):
        return False
    if following[0].lower_ in ("-", "years", "year") and any(t.lower_ == "old" for t in following):
        return True
    token = doc[number.end - 1]
    between_commas = before is not None and before.text == "," and following[0].text == ","
    return (token.dep_ == "appos" or between_commas) and token.head.pos_ in ("PROPN", "NOUN") and number.value < 120 and number.unit is None


def _is_score(doc: Doc, number: Number, before: Token | None, high: int) -> bool:
    """ "2-1": a range goes up."""
    if number.end + 1 < high and doc[number.end].lower_ in ("-", "–"):
        other = number_of(doc[number.end + 1].text)
        if other is not None and other <= number.value:
            return True
    return before is not None and before.lower_ in ("-", "–") and number.start > 1 and doc[number.start - 2].like_num


def _names_a_duration(doc: Doc, number: Number, high: int) -> bool:
    """ "five-hour", "50-year", "15 years" are tagged as dates, but they measure."""
    following = [t.lower_ for t in doc[number.end : min(number.end + 2, high)]]
    return doc[number.end - 1].ent_type_ in ("DATE", "TIME") and any(w.rstrip("s") in MEASURES for w in following)


def _bounded(doc: Doc, number: Number, low: int, high: int) -> tuple[int, int, Bound]:
    """Where the number begins and ends with "more than" or "or so", and what that makes of it."""
    end = number.end
    after = tuple(t.lower_ for t in doc[end : min(end + 2, high)])
    trailing = TRAILING_BOUNDS.get((after[0], after[1])) if len(after) == 2 else None
    before = [t.lower_ for t in doc[max(low, number.start - 3) : number.start]]
    for size in range(len(before), 0, -1):
        if (bound := BOUNDS.get(tuple(before[-size:]))) is not None and not is_topic(doc, number.start):
            return number.start - size, end + (2 if trailing else 0), trailing or bound
    return number.start, end + (2 if trailing else 0), trailing or "exact"


def is_topic(doc: Doc, start: int) -> bool:
    """ "A film about two drivers": a noun before "about", so the number is no estimate."""
    return start > 1 and doc[start - 1].lower_ == "about" and doc[start - 2].pos_ in ("NOUN", "PROPN")


def _range(doc: Doc, number: Number, end: int, high: int) -> tuple[float | None, int]:
    """The upper end of "5-10", "between 5 and 10", "5 to 10", "30-, 40- or 50-year"."""
    if number.largest is not None or end + 1 >= high:
        return number.largest, end
    link = doc[end].lower_
    between = number.start and doc[number.start - 1].lower_ == "between"
    if not (link in ("-", "–", "—", "to") or (link == "and" and between)):
        return None, end
    start = end + 1 + (doc[end + 1].lower_ in ("$", "£", "€"))
    value, stop = _value(doc, start, high) if start < high else (None, start)
    return (value, stop) if value is not None and value > number.value else (None, end)


def _unit(doc: Doc, number: Number, end: int, high: int) -> tuple[str | None, int]:
    """Currency, percent or measure, before the number or after it."""
    if number.unit:
        return number.unit, end
    if number.start and doc[number.start - 1].lower_ == "magnitude":
        return "magnitude", end
    if end >= high:
        return None, end
    word, lemma = doc[end].lower_, doc[end].lemma_.lower()
    if word in PERCENT:
        return "percent", end + 1
    if word == "per" and end + 1 < high and doc[end + 1].lower_ == "cent":
        return "percent", end + 2
    if word == "percentage" and end + 1 < high and doc[end + 1].lemma_ == "point":
        return "percentage point", end + 2
    if lemma in CURRENCIES and doc[end].pos_ != "PROPN":
        return CURRENCIES[lemma], end + 1
    if word in COUNTRY_DOLLARS and end + 1 < high and doc[end + 1].lemma_.lower() in ("dollar", "franc", "rupee"):
        return COUNTRY_DOLLARS[word], end + 2
    if word == "u.s." and end + 1 < high and doc[end + 1].lemma_ == "dollar":
        return "USD", end + 2
    if word == "-" and end + 1 < high and doc[end + 1].lower_ in MEASURES:
        return MEASURES[doc[end + 1].lower_], end + 2
    if lemma in MEASURES or word in MEASURES:
        return MEASURES.get(lemma, MEASURES.get(word)), end + 1
    return None, end


def _counted(doc: Doc, number: Number, end: int, high: int, measured: bool) -> tuple[int, int, str | None]:
    """The noun that is counted, with the words between: its token, the end of the phrase, and the words as counted."""
    if measured:
        return end - 1, end, None
    noun = _noun_after(doc, doc[end - 1] if doc[end - 1].like_num else doc[number.end - 1], end, high)
    if noun is None:
        return number.end - 1, end, None
    kept = [t for t in doc[end : noun.i + 1] if t.lower_ not in UNCOUNTED]
    if len(kept) > 1:
        kept = [t for t in doc[kept[0].i : noun.i + 1] if t.lower_ == "-" or t.lower_ not in UNCOUNTED]
    if not kept or kept[0].lower_ in ("last", "this", "next") or noun.lower_ in ("others", "more"):
        return noun.i, noun.i + 1, None
    before = "".join((t.text if t.pos_ == "PROPN" else t.lower_) + t.whitespace_ for t in kept[:-1])
    return noun.i, noun.i + 1, before + noun.lemma_.lower()


def _noun_after(doc: Doc, token: Token, end: int, high: int) -> Token | None:
    """The noun that the number stands before: its head to the right, past "of"."""
    head = token.head
    if head.i >= end and head.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nummod", "quantmod", "compound", "amod") and head.i - end < 8:
        return head
    if end < high and doc[end].lower_ == "of":
        pobj = next((c for c in doc[end].children if c.dep_ == "pobj" and c.i < high), None)
        return pobj if pobj is not None and pobj.pos_ == "NOUN" and pobj.i - end < 6 else None
    if end < high and doc[end].pos_ in ("NOUN", "ADJ"):
        head = doc[end]
        while head.i + 1 < high and head.pos_ in ("ADJ", "NOUN") and head.head.i > head.i and head.dep_ in ("amod", "compound"):
            head = head.head
        return head if head.pos_ == "NOUN" else None
    return None
