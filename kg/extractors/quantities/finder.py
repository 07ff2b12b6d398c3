"""Numbers with what they count: bounds, ranges, money, percentages; never ages, dates or parts of names."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.quantities.measures import (
    BOUNDS,
    CLIMBING,
    CURRENCIES,
    CURRENCY_CODES,
    KINDS,
    MEASURES,
    STRETCHED,
    TRAILING_BOUNDS,
    UNCOUNTED,
)
from kg.extractors.quantities.numerals import Number, numbers_in, value_at
from kg.extractors.quantities.units import per_what, unit_at
from kg.extractors.times import TimeMention
from kg.model import Bound, Quantity
from kg.parsing import ParsedArticle

LABELS: Final = frozenset({
    "no.", "number", "age", "aged", "no", "#", "chapter", "article", "section", "page", "category", "level", "grade", "type", "phase",
    "stage", "step", "part", "gate", "flight", "route", "highway", "channel", "episode", "volume", "version", "formula", "tier", "terminal",
})
"""Words whose number names one of a row ("phase 3")."""
NAME_ENTITIES: Final = frozenset({"DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "FAC", "ORG", "EVENT", "PERSON", "GPE"})


class QuantityMention(Struct, frozen=True):
    """A number: its tokens `[start, end)`, the token of what it counts (or its own last token), and its value."""

    start: int
    end: int
    head: int
    quantity: Quantity


def find_quantities(parsed: ParsedArticle, times: tuple[TimeMention, ...]) -> tuple[QuantityMention, ...]:
    """The numbers of an article in order, with bound, unit and what is counted."""
    dated = {i for t in times for i in range(t.start, t.end)}
    found: list[QuantityMention] = []
    reach = 0
    for sentence in parsed.sentences:
        for number in numbers_in(sentence.doc, sentence.start, sentence.end, dated):
            if number.start >= reach and (mention := _quantity(parsed, number, sentence.start, sentence.end)):
                found.append(_same_counted(parsed.doc, mention, found, sentence.start))
                reach = mention.end
    return tuple(found)


def _same_counted(doc: Doc, mention: QuantityMention, before: list[QuantityMention], low: int) -> QuantityMention:
    """ "killed one person and injured five others", "900 in Spain and 400 in Peru": of what was counted just before."""
    if not before or before[-1].start < low or mention.quantity.counted:
        return mention
    if doc[mention.end - 1].lower_ not in ("others", "other", "more") and not _is_bare(doc, mention, before[-1]):
        return mention
    quantity = replace(mention.quantity, counted=before[-1].quantity.counted)
    return QuantityMention(mention.start, mention.end, mention.head, quantity)


def _is_bare(doc: Doc, mention: QuantityMention, before: QuantityMention) -> bool:
    """Whether a number has no noun or unit of its own, and no clause begins between it and the one before."""
    value = mention.quantity.value
    if mention.quantity.unit or before.quantity.unit or value is None or value < 2 or not value.is_integer():
        return False
    return not any(t.dep_ in ("nsubj", "nsubjpass") or t.lemma_ == "age" for t in doc[before.end : mention.start])


def _quantity(parsed: ParsedArticle, number: Number, low: int, high: int) -> QuantityMention | None:
    doc = parsed.doc
    if number.unit != "score" and not number.share and _is_name_or_age(doc, number, high):
        return None
    first, end, bound = _bounded(doc, number, low, high)
    largest, end = _range(doc, number, end, high)
    unit, end = unit_at(doc, number, end, high)
    head, end, counted = _counted(doc, number, end, high, unit is not None and unit not in CURRENCY_CODES and not number.share)
    if counted and unit is None and (measure := _measure(counted.lower())):
        unit, counted = measure, None
    unit, end = per_what(doc, end, high, unit)
    low_value = None if largest is None else number.value
    below_zero = number.start and doc[number.start - 1].lower_ == "minus" and (unit or "").startswith("degree")
    single = (-number.value if below_zero else number.value) if largest is None and not number.vague else None
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


def _measure(counted: str) -> str | None:
    """ "Years", "straight years", "euros": the unit that these words are."""
    *before, last = counted.split()
    return MEASURES.get(last) or (CURRENCIES.get(last) if not before else None) if STRETCHED.issuperset(before) else None


def _is_name_or_age(doc: Doc, number: Number, high: int) -> bool:
    """Numbers that count nothing: in names, ages, "no one"."""
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
    return _is_age(doc, number, before, high)


def _is_age(doc: Doc, number: Number, before: Token | None, high: int) -> bool:
    """ "The 45-year-old driver", "the driver, 45, "."""
    following = doc[number.end : min(number.end + 8, high)]
    if not len(following):
        return False
    near = [t.lower_ for t in following]
    joined = next((k + 1 for k, t in enumerate(following) if t.whitespace_), len(near))  # "18-to-34-year-olds"
    if near[0] in ("-", "years", "year") and not {"old", "olds"}.isdisjoint(near[: max(joined, 5)]):
        return True
    if near[0] == "-" and len(near) > 1 and near[1] in KINDS and number.value < 10:
        return True
    token = doc[number.end - 1]
    between_commas = before is not None and before.text == "," and following[0].text == ","
    return (token.dep_ == "appos" or between_commas) and token.head.pos_ in ("PROPN", "NOUN") and number.value < 120 and number.unit is None


def _names_a_duration(doc: Doc, number: Number, high: int) -> bool:
    """ "five-hour", "50-year", "15 years" are tagged as dates, but they measure."""
    reach = 4 if number.end < high and doc[number.end].lower_ in ("to", "-", "–") else 2
    following = [t.lower_ for t in doc[number.end : min(number.end + reach, high)]]
    return doc[number.end - 1].ent_type_ in ("DATE", "TIME") and any(w.rstrip("s") in MEASURES for w in following)


def _bounded(doc: Doc, number: Number, low: int, high: int) -> tuple[int, int, Bound]:
    """Where the number begins and ends with "more than" or "or so", and what that makes of it."""
    end = number.end
    after = tuple(t.lower_ for t in doc[end : min(end + 2, high)])
    trailing = TRAILING_BOUNDS.get((after[0], after[1])) if len(after) == 2 else None
    before = [t.lower_ for t in doc[max(low, number.start - 3) : number.start]]
    for size in range(len(before), 0, -1):
        if (bound := BOUNDS.get(tuple(before[-size:]))) is not None and not (is_topic(doc, number.start) or _climbs(doc, number.start)):
            return number.start - size, end + (2 if trailing else 0), trailing or bound
    return number.start, end + (2 if trailing else 0), trailing or "exact"


def _climbs(doc: Doc, start: int) -> bool:
    """ "Ticked up to 5 percent": where it got to."""
    return start > 2 and (doc[start - 2].lower_, doc[start - 1].lower_) == ("up", "to") and doc[start - 3].lemma_ in CLIMBING


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
    value, stop = value_at(doc, start, high) if start < high else (None, start)
    return (value, stop) if value is not None and value > number.value else (None, end)


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
    if kept and kept[0].lower_ in ("last", "this", "next", ","):
        return number.end - 1, end, None
    if not kept or noun.lower_ in ("others", "more"):
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
