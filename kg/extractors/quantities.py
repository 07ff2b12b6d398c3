"""Numbers with what they count: bounds, ranges, money, percentages; never ages, dates or parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from kg.extractors.times import TimeMention
from kg.extractors.times.words import SCALES, TENS, UNITS, number_of
from kg.model import Bound, Quantity
from kg.parsing import ParsedArticle

CURRENCIES: Final = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP",
    "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "₹": "INR", "rupee": "INR", "rs": "INR",
    "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "franc": "CHF", "chf": "CHF", "krona": "SEK", "krone": "NOK", "won": "KRW",
    "real": "BRL", "rand": "ZAR", "lira": "TRY", "zloty": "PLN", "shekel": "ILS", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "naira": "NGN", "peso": "MXN", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
}
COUNTRY_DOLLARS: Final = {
    "australian": "AUD", "canadian": "CAD", "zealand": "NZD", "singapore": "SGD", "kong": "HKD", "swiss": "CHF", "indian": "INR", "pakistani": "PKR",
}
PERCENT: Final = frozenset({"%", "percent", "pct"})
MEASURES: Final = {
    unit: unit
    for unit in (
        "kilometer mile meter foot inch yard centimeter millimeter hectare acre ton tonne kilogram gram pound ounce liter barrel gallon "
        "megawatt gigawatt kilowatt degree knot second minute hour day week month year decade percentage light-year"
    ).split()
} | {
    "kilometre": "kilometer", "metre": "meter", "centimetre": "centimeter", "millimetre": "millimeter", "litre": "liter", "km": "kilometer",
    "kg": "kilogram", "mph": "mile per hour", "kph": "kilometer per hour", "km/h": "kilometer per hour", "cm": "centimeter", "mm": "millimeter",
    "ft": "foot", "lb": "pound", "lbs": "pound", "mw": "megawatt", "gw": "gigawatt", "feet": "foot", "min": "minute", "hr": "hour",
}
BOUNDS: Final[tuple[tuple[tuple[str, ...], Bound], ...]] = (
    (("no", "more", "than"), "at-most"), (("no", "fewer", "than"), "at-least"), (("no", "less", "than"), "at-least"), (("not", "more", "than"), "at-most"),
    (("more", "than"), "more-than"), (("greater", "than"), "more-than"), (("fewer", "than"), "fewer-than"), (("less", "than"), "fewer-than"),
    (("at", "least"), "at-least"), (("at", "most"), "at-most"), (("up", "to"), "at-most"), (("as", "many", "as"), "at-most"),
    (("as", "much", "as"), "at-most"), (("upwards", "of"), "more-than"), (("upward", "of"), "more-than"), (("close", "to"), "about"),
    (("over",), "more-than"), (("above",), "more-than"), (("exceeding",), "more-than"), (("under",), "fewer-than"), (("below",), "fewer-than"),
    (("about",), "about"), (("around",), "about"), (("nearly",), "about"), (("almost",), "about"), (("roughly",), "about"), (("some",), "about"),
    (("approximately",), "about"), (("estimated",), "about"), (("an", "estimated"), "about"), (("circa",), "about"), (("~",), "about"),
    (("minimum",), "at-least"), (("maximum",), "at-most"),
)
TRAILING_BOUNDS: Final[dict[tuple[str, str], Bound]] = {
    ("or", "more"): "at-least", ("or", "fewer"): "at-most", ("or", "less"): "at-most", ("or", "so"): "about",
}
VAGUE: Final = {"dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "tens": 10.0}
CURRENCY_CODES: Final = frozenset({*CURRENCIES.values(), *COUNTRY_DOLLARS.values()})
UNCOUNTED: Final = frozenset({"-", "of", "the", "its", "their", "more", "others", "other", "additional", "further"})
NAME_ENTITIES: Final = frozenset({"DATE", "TIME", "WORK_OF_ART", "LAW", "PRODUCT", "FAC", "ORG", "EVENT", "PERSON", "GPE"})
_DIGITS: Final = re.compile(r"(?:(?P<sign>[A-Za-z]{0,3}[$€£¥₹]))?(?P<number>\d+(?:,\d{2,3})*(?:\.\d+)?)(?P<scale>k|m|mn|bn|tn|trn|b)?(?P<percent>%)?-?")
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
    """ "killed one person and injured five others": others are of what was counted just before. """
    if doc[mention.end - 1].lower_ not in ("others", "other", "more") or not before or before[-1].start < low:
        return mention
    quantity = replace(mention.quantity, counted=before[-1].quantity.counted)
    return QuantityMention(mention.start, mention.end, mention.head, quantity)


def _numbers(doc: Doc, start: int, end: int, dated: set[int]) -> Iterator[Number]:
    i = start
    while i < end:
        token = doc[i]
        if i in dated or not (token.like_num or token.lower_ in VAGUE or token.pos_ == "NUM" or token.lower_[-1] in "$€£¥₹~"):
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
    value, stop = _value(doc, i, end)
    return None if value is None else Number(start, stop, value, unit)


def _vague(doc: Doc, i: int, end: int) -> Number:
    """ "hundreds of thousands": the least value that the words can mean. """
    value, stop = VAGUE[doc[i].lower_] * (2 if doc[i].lower_ != "tens" else 2), i + 1
    while stop + 1 < end and doc[stop].lower_ == "of" and doc[stop + 1].lower_ in VAGUE:
        value *= VAGUE[doc[stop + 1].lower_]
        stop += 2
    return Number(i, stop, value, vague=True)


def _currency_before(doc: Doc, i: int) -> str:
    """USD for a dollar sign, unless the letters before it name another dollar."""
    prefix = doc[i - 1].lower_ if i and not doc[i - 1].whitespace_ else ""
    return CURRENCIES.get(prefix + doc[i].lower_, CURRENCIES[doc[i].lower_])


def _value(doc: Doc, start: int, end: int) -> tuple[float | None, int]:
    """Value of the number words from here on, and where they end."""
    words: list[str] = []
    i, value, stop = start, None, start
    while i < end and i - start < 8:
        word = doc[i].lower_
        if word in ("and", "-", "a", "point") and words:
            follows = i + 1 < end and doc[i + 1].lower_ in (*UNITS, *TENS, *SCALES, "half")
            joins = word == "-" or value is None or value >= 100 or (i + 1 < end and doc[i + 1].lower_ in ("half", "a"))
            if not follows and not (word == "and" and i + 2 < end and doc[i + 2].lower_ == "half") or not joins:
                break
            words.append("" if word == "-" else word)
            i += 1
            continue
        digits = _DIGITS.fullmatch(word)
        if digits and digits["number"] and not words:
            piece = digits["number"] + (f" {digits['scale']}" if digits["scale"] else "")
        elif (word in UNITS or word in TENS or word in ("hundred", "dozen", "half")) or (word in SCALES and words and len(word) > 1):
            piece = word
        elif not words and "-" in word and number_of(word) is not None:
            piece = word
        else:
            break
        reading = number_of(" ".join([*words, piece.replace("-", " ")]))
        if reading is None:
            break
        words.append(piece)
        i += 1
        value, stop = reading, i
    return value, stop


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
        span=parsed.span(first, end), value=single, min=number.value if number.vague else low_value, max=largest, unit=unit,
        counted=counted, bound="at-least" if number.vague and bound == "exact" else bound,
    )
    return QuantityMention(first, end, head, quantity)


def _is_name_or_age(doc: Doc, number: Number, high: int) -> bool:
    token, after = doc[number.end - 1], doc[number.end] if number.end < high else None
    before = doc[number.start - 1] if number.start else None
    if token.ent_type_ in NAME_ENTITIES and number.unit is None and not _names_a_duration(doc, number, high):
        return True
    if before is not None and (before.lower_ in ("no.", "number", "age", "aged", "no", "#", "chapter", "article", "section", "page") or before.pos_ == "PROPN" and not before.whitespace_):
        return True
    if before is not None and before.lower_ in ("one", "no") and token.lower_ == "one":
        return True
    if token.lower_ == "one" and (token.pos_ in ("PRON", "NOUN") or token.dep_ in ("nsubj", "pobj", "dobj") and not list(token.children)):
        return True
    if after is None:
        return False
    if after.lower_ in ("-", "–") and number.end + 1 < high and (other := number_of(doc[number.end + 1].text)) is not None and other <= number.value:
        return True
    if before is not None and before.lower_ in ("-", "–") and number.start > 1 and doc[number.start - 2].like_num:
        return True
    if after.lower_ in ("-", "years", "year") and "old" in {t.lower_ for t in doc[number.end : min(number.end + 5, high)]}:
        return True
    apposed = token.dep_ == "appos" and token.head.pos_ == "PROPN" or before is not None and before.text == "," and after.text == ","
    return apposed and token.head.pos_ == "PROPN" and number.value < 120 and number.unit is None


def _names_a_duration(doc: Doc, number: Number, high: int) -> bool:
    """ "five-hour", "50-year", "15 years" are tagged as dates, but they measure. """
    following = [t.lower_ for t in doc[number.end : min(number.end + 2, high)]]
    return doc[number.end - 1].ent_type_ in ("DATE", "TIME") and any(w.rstrip("s") in MEASURES for w in following)


def _bounded(doc: Doc, number: Number, low: int, high: int) -> tuple[int, int, Bound]:
    first, end = number.start, number.end
    for words, bound in BOUNDS:
        begin = first - len(words)
        if begin >= low and tuple(t.lower_ for t in doc[begin:first]) == words:
            first = begin
            break
    else:
        bound = "exact"
    after = tuple(t.lower_ for t in doc[end : min(end + 2, high)])
    if len(after) == 2 and (trailing := TRAILING_BOUNDS.get((after[0], after[1]))):
        return first, end + 2, trailing
    return first, end, bound


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
