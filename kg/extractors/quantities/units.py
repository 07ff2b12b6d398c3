"""What a number measures: currencies, percent, lengths and heat, "square kilometers", "$80 a barrel"."""

from __future__ import annotations

from kg.doc import Doc
from kg.extractors.quantities.measures import COUNTRY_DOLLARS, CURRENCIES, DEGREES, EACH, MEASURES, PERCENT, POWERS
from kg.extractors.quantities.numerals import Number


def unit_at(doc: Doc, number: Number, end: int, high: int) -> tuple[str | None, int]:
    """The unit that stands before a number or at `end`, and where the words end with it."""
    if number.unit:
        return number.unit, end
    if number.start and doc[number.start - 1].lower_ == "magnitude":
        return "magnitude", end
    if end >= high:
        return None, end
    word, lemma = doc[end].lower_, doc[end].lemma_.lower()
    if word in PERCENT:
        return "percent", end + 1
    if end + 1 < high and (unit := _of_two_words(word, lemma, doc[end + 1].lower_, doc[end + 1].lemma_.lower())):
        return unit, end + 2
    if lemma in CURRENCIES and doc[end].pos_ != "PROPN":
        return CURRENCIES[lemma], end + 1
    if lemma in MEASURES or word in MEASURES:
        return MEASURES.get(lemma, MEASURES.get(word)), end + 1
    return None, end


def _of_two_words(word: str, lemma: str, following: str, noun: str) -> str | None:
    """ "Per cent", "percentage points", "Swiss francs", "square miles", "degrees Celsius", "-meter"."""
    if (word, following) == ("per", "cent"):
        return "percent"
    if noun == "point" and word in ("percentage", "basis"):
        return f"{word} point"
    if word in COUNTRY_DOLLARS and noun in ("dollar", "franc", "rupee"):
        return COUNTRY_DOLLARS[word]
    if (word, noun) == ("u.s.", "dollar"):
        return "USD"
    if word == "-":
        return MEASURES.get(following)
    if word in POWERS and noun in MEASURES:
        return f"{word} {MEASURES[noun]}"
    return DEGREES.get(following) if lemma in ("degree", "°") else None


def per_what(doc: Doc, end: int, high: int, unit: str | None) -> tuple[str | None, int]:
    """ "$80 a barrel", "60 miles an hour", "8 tonnes per person": the unit with what it is for."""
    if unit is None or unit == "score" or end + 1 >= high or doc[end].lower_ not in ("a", "an", "per", "each"):
        return unit, end
    noun = doc[end + 1]
    each = noun.lemma_.lower()
    if end + 2 < high and doc[end + 2].lower_ in ("earlier", "ago", "before", "later"):
        return unit, end
    if noun.pos_ not in ("NOUN", "PROPN") or not (doc[end].lower_ == "per" or each in MEASURES or each in EACH):
        return unit, end
    return f"{unit} per {MEASURES.get(each, each)}", end + 2
