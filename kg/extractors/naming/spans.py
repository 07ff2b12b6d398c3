"""Where a name begins and ends."""

from __future__ import annotations

import re
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer, folded_word
from kg.model import PLACES, EntityType

LEADING: Final = {
    "the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "both", "all", "former", "longtime", "another", "then", "ex",
    "and", "of", "at", "by", "in",
}
TRAILING: Final = {"'s", "s'", "and", "of", "the", "image", "photo", "for", "in", "at", "on", "to", "with", "from", "by", "as"}
REGIONS: Final = {
    "region", "province", "oblast", "prefecture", "governorate", "krai", "county", "district", "peninsula", "island", "islands", "valley",
}
RANKING: Final = {
    "executive", "vice", "deputy", "senior", "chief", "assistant", "associate", "national", "managing", "former", "acting", "foreign",
    "prime", "general",
}
SCALES: Final = {"hundred", "thousand", "million", "billion", "trillion", "percent", "euros", "dollars", "pounds"}
MODEL: Final = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}|[1-9]\d\d(?:-\d{1,3})?s?")


def trimmed(doc: Doc, start: int, end: int, words: Gazetteer) -> tuple[int, int]:
    """The range without leading articles and trailing prepositions, punctuation and possessives, less that of "Moody's" cut the rating."""
    end = next((i for i in range(start + 1, end) if _is_past(doc, i, end, words)), end)
    while start < end and (
        doc[start].lower_ in LEADING
        or _is_sort(doc, start, end, words)
        or _is_plain(doc, start, end)
        or _is_party(doc, start, end, words)
        or not doc[start].text[0].isalnum()
    ):
        start += 1
    if end < len(doc) and end - start > 1 and doc[end - 1].tag_ == "POS" and doc[end].pos_ in ("VERB", "AUX", "ADP", "CCONJ"):
        return start, end if _is_owned_name(doc, end) else end - 1
    while end > start and (
        doc[end - 1].lower_ in TRAILING or not (doc[end - 1].text[-1].isalnum() or doc[end - 1].text[-1] == ".") or _is_score(doc[end - 1])
    ):
        end -= 1
    return start, end


def _is_past(doc: Doc, i: int, end: int, words: Gazetteer) -> bool:
    """Whether a name is over before a word: a sum, "fined Norvia 2 billion euros", or a sentence that follows on "Norvia Ltd."."""
    before, token = doc[i - 1], doc[i]
    if token.like_num and i + 1 < len(doc) and doc[i + 1].lower_ in SCALES:
        return True
    formal = before.text.endswith(".") and folded_word(before.text) in words.legal
    return formal and token.text[0].isupper() and not any(_is_of_body(doc[k], words) for k in range(i, end))


def _is_of_body(token: Token, words: Gazetteer) -> bool:
    return folded_word(token.text) in words.legal or token.lower_ in words.bodies or token.text in words.endings


def _is_owned_name(doc: Doc, end: int) -> bool:
    """Whether a possessive is a part of the name, "Moody's", for the article has the name nowhere without it."""
    last = doc[end - 2].text
    return not any(t.text == last and t.i + 1 < len(doc) and doc[t.i + 1].tag_ != "POS" for t in doc)


def _is_plain(doc: Doc, i: int, end: int) -> bool:
    """ "state" Division of Gaming, "liberal" Reform Party: a word without a capital before those that have one."""
    first = doc[i]
    return first.text.islower() and first.pos_ in ("ADJ", "NOUN") and i + 1 < end and doc[i + 1].text[0].isupper() and first.head.i < end


def _is_party(doc: Doc, i: int, end: int, words: Gazetteer) -> bool:
    """ "Democratic" Senate, "Independent" Vermont, "Ray" White House: whose it is, before the whole name of a state or a national body."""
    if i + 1 >= end or words.nation(doc[i].text):
        return False
    rest = " ".join(t.text for t in doc[i + 1 : end])
    if rest in words.institutions or rest in words.seats:
        return doc[i].pos_ in ("ADJ", "PROPN")
    return doc[i].text in words.leanings and (rest in words.regions or (end - i == 2 and rest.lower() in words.organs))


def _is_sort(doc: Doc, i: int, end: int, words: Gazetteer) -> bool:
    """ "Chipmaker" Zentron, "Volunteer organization" Comic Aid: what sort of body it is, with the capital of a sentence's first word."""
    if end - i < 2 or not (doc[i].is_sent_start or doc[i].text.islower()):
        return False
    if "company" in words.bodies.get(doc[i].lower_, ()):
        return True
    sort = doc[i + 1] if doc[i].is_sent_start else doc[i]
    return sort.text.islower() and words.is_organization(sort.lower_) and end - sort.i > 1


def _is_score(token: Token) -> bool:
    return token.text.isdigit() and len(token) < 3


def without_title(doc: Doc, start: int, end: int, words: Gazetteer, *, person: bool) -> tuple[int, tuple[int, int] | None]:
    """Where the name proper begins, and the tokens of the title before it."""
    first = start
    for i in range(start, end - 1):
        if not words.is_title(doc[i].lower_, person=person) or doc[i + 1].tag_ == "POS" or doc[i + 1].text == "&":
            continue
        if is_first_name(doc, i, end, words):
            break
        if i == start or doc[i + 1].lower_ not in ("of", "for", "and"):
            first = i + 1
    begin = first
    while begin > 0 and words.is_title(doc[begin - 1].lower_, person=person) and not doc[begin - 1].is_sent_end:
        if is_first_name(doc, begin - 1, end, words):
            break
        begin -= 1
    return (start, None) if begin == first else (first, (min(begin, start), first))


def is_first_name(doc: Doc, i: int, end: int, words: Gazetteer) -> bool:
    """Whether a title is the first name of the surname behind it: "Dean Marsh", in a text that speaks of no dean."""
    if doc[i].lower_ not in words.sorts["first-name"] or not doc[i].is_title or i + 2 != end:
        return False
    before = doc[i - 1] if i else None
    owned = before is not None and (before.lower_ == "the" or before.tag_ == "POS" or before.ent_type_ in ("ORG", "GPE"))
    office = (t for t in doc if t.text == doc[i].lower_ or (t.text == doc[i].text and t.i + 1 < len(doc) and doc[t.i + 1].text == "of"))
    return not owned and next(office, None) is None


def with_first_name(doc: Doc, start: int, end: int, words: Gazetteer) -> int:
    """Where a surname alone begins with the first name that the model left out: "Per" Aune, "Despina" Rallis."""
    first = doc[start - 1] if start > 0 else None
    if first is not None and is_first_name(doc, start - 1, end, words):
        return start - 1
    if end - start != 1 or first is None or first.ent_type_ or first.is_sent_start or not first.text.istitle() or not first.is_alpha:
        return start
    joined = first.pos_ == "PROPN" and first.dep_ in ("compound", "nmod", "flat") and first.head.i == start
    known = words.is_title(first.lower_, person=True) or first.lower_ in words.titles or first.lower_ in words.bodies
    opening = doc[start - 2].text[0] if start > 1 else "A"
    plain = not opening.isupper() or doc[start - 2].pos_ in ("DET", "ADP") or words.is_title(doc[start - 2].lower_)
    return start - 1 if joined and not known and plain and words.nation(first.text) is None else start


def before_title(doc: Doc, start: int, end: int, words: Gazetteer) -> int:
    """The end of a name less the first words of the title after it: "Norvia News" Executive Chairman."""
    while end - start > 1 and doc[end - 1].lower_ in RANKING and end < len(doc) and words.is_title(doc[end].lower_):
        end -= 1
    return end


def extended(doc: Doc, start: int, end: int, kind: EntityType | None, words: Gazetteer) -> int:
    """Over a proper noun that the model left out ("Novyi" Brod), and over "region" or "province" after a place."""
    end = _hyphened(doc, end)
    inner = start < end and doc[end - 1].dep_ in ("compound", "amod", "nmod", "poss")
    if inner and _goes_on(doc, start, end, words):
        end += 1
    if inner and kind in PLACES and end < len(doc) and doc[end].lower_ in REGIONS:
        end += 1
    if kind == "Organization" and end - start > 1 and words.is_title(doc[end - 1].lower_) and _is_office(doc, end):
        end += 2
    return _complemented(doc, end, words) if kind in ("Organization", "Place") and end > start else end


def _is_office(doc: Doc, end: int) -> bool:
    """The "'s office" behind the holder of an office: the "Velm County Sheriff" 's office."""
    return end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].lower_ in ("office", "department")


def _hyphened(doc: Doc, end: int) -> int:
    """The end of a name over what hyphens and a small word tie to it: "Stratford" -upon-Avon."""
    tied = doc[end : end + 4]
    if [t.text for t in tied[::2]] == ["-", "-"] and len(tied) == 4 and tied[1].text.islower() and tied[3].text[0].isupper():
        return end if any(t.whitespace_ for t in (doc[end - 1], *tied[:3])) else end + 4
    return end


def _goes_on(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    if end >= len(doc) or doc[start].text in words.runs or words.is_title(doc[end].lower_) or doc[end].text in words.sorts["behind-name"]:
        return False
    token = doc[end]
    return token.pos_ == "PROPN" and not token.ent_type_ and token.text[0].isupper() and len(token) > 1 and doc[end - 1].head.i == end


def _complemented(doc: Doc, end: int, words: Gazetteer) -> int:
    """ "Anna Berg Institute" for Astronomy: over "of" or "for" and the proper nouns after it, where a body's noun stands before."""
    if (
        end + 1 >= len(doc)
        or doc[end].lower_ not in ("of", "for")
        or not words.bodies.get(doc[end - 1].lower_)
        or not doc[end - 1].text[0].isupper()
    ):
        return end
    stop = end + 1
    while (
        stop < len(doc)
        and stop < end + 5
        and doc[stop].pos_ in ("PROPN", "DET", "CCONJ")
        and (doc[stop].pos_ != "PROPN" or doc[stop].text[0].isupper())
    ):
        stop += 1
    while stop > end and doc[stop - 1].pos_ != "PROPN":
        stop -= 1
    return stop if stop > end + 1 else end


def product_end(doc: Doc, start: int, end: int) -> int | None:
    """Where the name of a product ends: a maker's name with a model number, "Norvia N380"."""
    if (
        end < len(doc)
        and MODEL.fullmatch(doc[end].text)
        and doc[end].pos_ in ("PROPN", "NUM", "NOUN")
        and doc[end].ent_type_ not in ("DATE", "MONEY", "PERCENT")
        and not (end + 2 < len(doc) and doc[end + 1].text in ("-", "–") and doc[end + 2].is_digit)
    ):
        return end + 1
    return end if end - start > 1 and any(MODEL.fullmatch(doc[i].text) for i in range(start + 1, end)) else None
