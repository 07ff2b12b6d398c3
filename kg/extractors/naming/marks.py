"""The model's marks, as names: titles and possessives out, pieces of one name together, common nouns dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.articles.dates import MONTHS, WEEKDAYS
from kg.doc import Doc
from kg.extractors.gazetteer import Gazetteer, folded_word
from kg.extractors.naming.candidates import PARTICLES, Name
from kg.extractors.naming.spans import REGIONS, before_title, extended, product_end, trimmed, with_first_name, without_title
from kg.extractors.naming.weights import FOUND, GUESSED, MARKED, OWNER, TITLED
from kg.model import EntityType

TYPES: Final[dict[str, EntityType]] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "GeopoliticalEntity",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "PRODUCT": "Topic",
    "WORK_OF_ART": "Topic",
    "LAW": "Topic",
    "EVENT": "Topic",
}
UNSURE: Final = {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "LANGUAGE"}
NO_NAMES: Final = {
    *WEEKDAYS, *MONTHS, *(word[:3] for word in WEEKDAYS), *(f"{word[:3]}." for word in MONTHS), "sept.", "sept",
    "today", "tonight", "tomorrow", "yesterday", "gmt", "est", "et", "edt", "utc", "pst",
    "christmas", "easter", "ramadan", "thanksgiving", "hanukkah", "passover", "diwali", "halloween", "covid-19", "i", "ok",
}
"""Words with a capital that name nobody, above all those of the calendar."""
PARTIES: Final = {"R", "D", "I"}
SCORE: Final = re.compile(r"\d{1,3}[-–]\d{1,3}")
PARTY_TAG: Final = re.compile(r"[RDI]-[A-Z]")


def marked_names(doc: Doc, words: Gazetteer) -> Iterator[Name]:
    """The model's marks of people, bodies, places and works, each with its title aside and its span made whole."""
    for first, last, label in _joined(doc, words):
        kind = TYPES.get(label)
        if kind is not None or (label in UNSURE and _looks_like_name(doc, first, last)):
            for start, end in _pieces(doc, first, last, kind, words):
                yield from _named(doc, start, end, kind, words)


def _named(doc: Doc, first: int, last: int, kind: EntityType | None, words: Gazetteer) -> Iterator[Name]:
    inner, last = trimmed(doc, first, last, words)
    if (front := _front(doc, inner, last, words)) is not None:
        yield Name(front, last, "Topic", weight=FOUND)
        return
    while kind == "Person" and last - inner > 1 and doc[last - 1].text in words.sorts["behind-name"]:
        last -= 1
    owner = next((i for i in range(inner, last - 1) if words.is_title(doc[i].lower_)), inner)
    if kind == "Person" and owner > inner and all(doc[i].pos_ == "PROPN" and doc[i].text not in words.runs for i in range(inner, owner)):
        yield Name(inner, owner, "Organization", weight=OWNER)
    start, title = without_title(doc, inner, last, words, person=kind == "Person")
    if kind not in ("Person", None) and title is not None and _bears_title(doc, inner, start, last, words):
        start, title = inner, None
    if kind == "Group" and doc[last - 1].tag_ == "NNPS":
        title = None
    if title is None and kind is not None:
        first = with_first_name(doc, start, last, words)
        titled = first < start and words.is_title(doc[first - 1].lower_)
        if kind == "Person" or titled:
            start, kind = first, "Person"
    if kind == "Organization" and last < len(doc) and doc[last].text in REGIONS and doc[last - 1].head.i == last:
        kind = "GeopoliticalEntity"
    end = extended(doc, start, before_title(doc, start, last, words), kind, words)
    if start >= end or not is_proper(doc, start, end) or is_portfolio(doc, start, end, words) or is_common(doc, start, end, words):
        return
    kind = _kind(doc, start, end, kind, title is not None, words)
    if kind in ("Organization", "Topic"):
        product = product_end(doc, start, end)
        yield Name(start, product or end, "Topic" if product else kind, title=title)
    elif title is not None and not is_place(doc, start, end, words):
        yield Name(start, end, "Person", title=title, weight=TITLED)
    else:
        yield Name(start, end, kind or "Place", title=title, weight=MARKED if kind else GUESSED)


def _front(doc: Doc, start: int, end: int, words: Gazetteer) -> int | None:
    """Where the name of a storm or a ship begins, with the word before it: "Hurricane" Ida, "HMS" Velm."""
    if start >= end:
        return None
    if end - start > 1 and doc[start].text in words.sorts["before-thing"]:
        return start
    return start - 1 if start > 0 and end - start == 1 and doc[start - 1].text in words.sorts["before-thing"] else None


def _kind(doc: Doc, start: int, end: int, kind: EntityType | None, titled: bool, words: Gazetteer) -> EntityType | None:
    """The type of a mark by its own words, where they tell another than the model."""
    if kind == "Organization" and titled and 1 < end - start < 5 and _is_like_person(doc, start, end, words):
        return "Person"
    if kind == "Organization" and doc[end - 1].text in REGIONS and end - start > 1:
        return "Place"
    if kind == "Topic" and end - start == 2 and _is_like_person(doc, start, end, words) and not doc[start - 1].is_quote:
        last = doc[end - 1].text
        return "Person" if doc[start].text in words.given and last not in words.endings else kind
    if kind == "Person" and any(doc[i].is_digit for i in range(start, end)):
        return "Topic"
    text = doc.span(start, end).text
    if text in words.whole:
        return words.whole[text]
    if kind == "Organization" and text in words.regions:
        return "GeopoliticalEntity"
    if kind == "Person" and (text in words.seats or text in words.institutions):
        return "Organization"
    if kind == "GeopoliticalEntity" and end - start > 2 and doc[start + 1].text == "of" and _governs(doc[start].lower_, words):
        return "Organization"
    return kind


def _governs(noun: str, words: Gazetteer) -> bool:
    """ "Municipality" of Velm, "University" of Velm; a city or a district of that name is the place."""
    kinds = words.bodies.get(noun, frozenset())
    return noun == "municipality" or ("civic" in kinds and "place" not in kinds)


def _bears_title(doc: Doc, inner: int, start: int, last: int, words: Gazetteer) -> bool:
    """ "Duke University", "General Motors", "Prince George's County": the title is the name of the body."""
    general = doc[inner].lower_ == "general" and any(doc[i].lower_ in words.bodies for i in range(inner + 1, last))
    rest = [doc[i] for i in range(start, last)]
    return general or (start == inner + 1 and len(rest) < 3 and (rest[-1].lower_ in words.bodies or rest[-1].text in words.endings))


def _is_like_person(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """Whether capitals after a title hold no word of a body: "chief" Teklu Ghebre."""
    return all(
        t.pos_ == "PROPN" and t.is_alpha and t.is_title and not words.bodies.get(t.lower_) and t.lower_ not in words.legal
        for t in doc[start:end]
    )


def _joined(doc: Doc, words: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """The model's marks, two of them as one where it cut a name: "Katja von" der "Heide", "Norvia" "ASA"."""
    pending: tuple[int, int, str] | None = None
    for ent in doc.ents:
        if pending is not None and _is_one(doc, pending, ent.start, ent.label_, words):
            label = _label_of_both(pending[2], ent.label_, ent.text, words)
            pending = (pending[0], ent.end, label)
            continue
        if pending is not None:
            yield pending
        pending = (ent.start, ent.end, ent.label_)
    if pending is not None:
        yield pending


def _label_of_both(first: str, second: str, text: str, words: Gazetteer) -> str:
    """What a name in two marks is: "Norvia" "ASA" a body, "Katja von" der "Heide" a person, "Marlow" "Martin" what its first half is."""
    if folded_word(text) in words.legal:
        return "ORG"
    if "PERSON" in (first, second):
        return "PERSON"
    return first if text in words.given else second


def _is_one(doc: Doc, before: tuple[int, int, str], start: int, label: str, words: Gazetteer) -> bool:
    if start - before[1] > 3:
        return False
    last = doc[before[1] - 1]
    if start == before[1] and last.lower_ in PARTICLES and last.text.islower() and before[2] == "PERSON" and doc[start].text[0].isupper():
        return True
    if label not in TYPES or before[2] not in TYPES or words.nation(last.text) or last.pos_ != "PROPN":
        return False
    if start == before[1]:
        return last.dep_ == "compound" and last.head.i >= start and doc[start].text[0].isupper()
    between = [doc[i].lower_ for i in range(before[1], start)]
    return "PERSON" in (before[2], label) and all(w in PARTICLES for w in between)


def _looks_like_name(doc: Doc, start: int, end: int) -> bool:
    return doc[start].text[0].isupper() and all(
        t.pos_ in ("PROPN", "PUNCT", "DET", "X") and not t.like_num and t.lower_ not in NO_NAMES for t in doc[start:end]
    )


def _parts_bodies(doc: Doc, start: int, comma: int, end: int, words: Gazetteer) -> bool:
    """Whether the words before a comma and those behind it each have the noun of a body: a list of bodies."""
    return all(any(words.bodies.get(doc[i].lower_) and doc[i].text[0].isupper() for i in range(*r)) for r in ((start, comma), (comma, end)))


def _pieces(doc: Doc, start: int, end: int, kind: EntityType | None, words: Gazetteer) -> Iterator[tuple[int, int]]:
    """A mark that runs over a possessive or a list is several names: "Lund's Villa Sol", "Ruiz, Berg"."""
    begin = start
    for i in range(start, end):
        if (
            (doc[i].tag_ == "POS" and kind != "Topic" and end - i > 1 and doc[i + 1].text[0].isupper() and kind != "Organization")
            or doc[i].text in ("\n", "/", ";")
            or (doc[i].text in ("-", "–", "—") and kind != "Organization" and i > start and doc[i].whitespace_ and doc[i - 1].whitespace_)
            or (kind == "Organization" and doc[i].text == "," and _parts_bodies(doc, start, i, end, words))
            or (kind == "Person" and doc[i].text in (",", "and", "—", "–"))
            or doc[i].text == "("
            or is_score(doc, i)
        ):
            yield begin, i
            begin = i + 1
    yield begin, end


def is_score(doc: Doc, i: int) -> bool:
    """A token of the result between two sides: "Rovers 2-1 Athletic"."""
    token = doc[i]
    if token.text.isalpha():
        return False
    if SCORE.fullmatch(token.text):
        return True
    pair = (i - 1, i + 1) if token.text in ("-", "–") else (i + 1, i + 2) if token.is_digit else (0, 0)
    if token.is_digit and doc[i - 1].text in ("-", "–"):
        return i > 1 and doc[i - 2].is_digit
    if not pair[0] or pair[1] >= len(doc):
        return False
    return doc[pair[1]].is_digit and (doc[pair[0]].is_digit or doc[pair[0]].text in ("-", "–"))


def is_proper(doc: Doc, start: int, end: int) -> bool:
    """Whether words look like a name: capitals, and more than a calendar word or one lower-case word."""
    first = doc[start]
    if first.lower_.startswith(("anti-", "pro-", "non-", "pre-", "post-")) or (
        first.lower_ in ("anti", "pro", "non") and first.text.islower()
    ):
        return False
    if end - start == 1:
        return len(first) > 1 and first.text[0].isupper() and first.lower_ not in NO_NAMES and not PARTY_TAG.match(first.text)
    if first.text in PARTIES and doc[start + 1].text == "-":
        return False
    capitals = first.text[0].isupper() or any(doc[i].text[0].isupper() for i in range(start + 1, end))
    return capitals and not all(doc[i].lower_ in NO_NAMES or doc[i].like_num for i in range(start, end))


def is_place(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """A state or a country after a title that is not its own: "candidate" Texas Senator."""
    text = doc.span(start, end).text
    return text in words.regions or text in words.names or (end < len(doc) and words.is_title(doc[end].lower_))


def is_common(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """ "University", "Court", "Inspector General" alone: a common noun with a capital."""
    if end - start == 1 and doc[start].lower_ in words.bodies and doc[start].text not in words.institutions:
        return True
    if end - start == 1 and words.titles.get(doc[start].lower_) == frozenset({"kin"}) and doc[start].text not in words.given:
        return True
    titles = [words.is_title(doc[i].lower_) for i in range(start, end)]
    return any(titles) and all(is_title or doc[i].lower_ in words.portfolios for i, is_title in enumerate(titles, start))


def is_portfolio(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """ "Treasury" in "Treasury Secretary", "State" in "Secretary of State": part of a title, no body of its own."""
    if any(doc[i].lower_ not in words.portfolios and not (i == start and words.nation(doc[i].text)) for i in range(start, end)):
        return False
    after = doc[end].lower_ if end < len(doc) else ""
    before = start - 1 - (start > 2 and doc[start - 1].lower_ == "the")
    return words.is_title(after) or (before > 0 and doc[before].lower_ in ("of", "for") and words.is_title(doc[before - 1].lower_))
