"""What the common noun beside a name says that it is: "the newspaper Nordposten", "the river Velm", "the singer Ann Ray"."""

from __future__ import annotations

from typing import Final

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, head_of
from kg.model import EntityType

THINGS: Final = frozenset({
    "comet", "asteroid", "probe", "satellite", "spacecraft", "rocket", "drug", "vaccine", "film", "movie", "novel", "album", "song",
    "opera", "musical", "series", "sitcom", "prize", "award", "ship", "tanker", "ferry", "vessel", "yacht", "trawler", "submarine", "virus",
    "strain", "storm", "hurricane", "typhoon", "cyclone", "app", "software", "smartphone", "horse", "painting",
})  # fmt: skip
SETTLEMENTS: Final = frozenset({"city", "town", "village", "suburb", "municipality", "hamlet", "township", "province", "district"})
NATURE: Final = frozenset({
    "river", "lake", "mountain", "volcano", "valley", "peninsula", "island", "strait", "glacier", "desert", "reef", "stadium", "airport",
})  # fmt: skip
# Plural and abstract nouns that end the names of companies, and hardly a surname.
COMPANY_ENDS: Final = frozenset({
    "Devices", "Homes", "Systems", "Foods", "Motors", "Airlines", "Airways", "Industries", "Technologies", "Pharmaceuticals", "Electronics",
    "Semiconductors", "Semiconductor", "Logistics", "Partners", "Solutions", "Networks", "Shipping", "Energy", "Studios", "Pictures",
    "Records", "Entertainment", "Properties", "Insurance", "Biotech", "Therapeutics", "Robotics", "Telecom", "Dynamics", "Ventures",
    "Securities", "Investments", "Resources", "Stores", "Chemicals", "Instruments", "Mining", "Petroleum", "Software", "Healthcare",
})  # fmt: skip
TRADING: Final = frozenset({
    "consider", "say", "report", "post", "agree", "buy", "sell", "acquire", "launch", "decline", "announce", "own", "make", "build", "plan",
})  # fmt: skip
_NEAR: Final = frozenset({"appos", "compound", "nmod", "flat"})


def told_by_noun(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """The type that a noun in apposition to a name, right before it or before its comma, tells."""
    before = doc[name.start - 1]
    head = doc[head_of(doc, name.start, name.end)]
    if before.text == "," and head.dep_ == "appos" and name.type == "GeopoliticalEntity" and name.end - name.start > 1:
        return "Person" if _is_person(head.head, words) else None
    if before.lower_ in ("itself", "themselves") and before.head.lemma_ == "call":
        return "Organization"
    if before.pos_ != "NOUN" or not before.text.islower() or not _is_beside(before, head, name):
        return None
    kind = _kind_of(before.lower_, words)
    if kind == "Organization" and name.type == "Person" and _may_be_person(doc, name, before.lower_, words):
        return None
    return kind


def _is_beside(noun: Token, head: Token, name: Name) -> bool:
    if head.head.i == noun.i and head.dep_ == "appos":
        return True
    return noun.dep_ in _NEAR and name.start <= noun.head.i < name.end


def _kind_of(word: str, words: Gazetteer) -> EntityType | None:
    if word in THINGS:
        return "Topic"
    if word in NATURE:
        return "Place"
    if word in SETTLEMENTS:
        return "GeopoliticalEntity"
    if words.is_organization(word):
        return "Organization"
    return None


def _is_person(noun: Token, words: Gazetteer) -> bool:
    return noun.pos_ == "NOUN" and bool(words.titles.get(noun.lower_, frozenset()) & {"office", "profession"})


def _may_be_person(doc: Doc, name: Name, noun: str, words: Gazetteer) -> bool:
    """ "Publisher" and "developer" are people too: a known first name, or a surname that the article goes on to use alone."""
    if noun not in words.titles:
        return doc[name.start].text in words.given
    last = doc[name.end - 1].text
    alone = any(
        t.text == last and (t.i == 0 or not doc[t.i - 1].text[0].isupper())
        for t in doc
        if t.ent_type_ == "PERSON" and not name.start <= t.i < name.end
    )
    return doc[name.start].text in words.given or (alone and name.end - name.start > 1)


def ends_as_company(doc: Doc, name: Name) -> bool:
    """ "Thornby Homes", "Hsin-Kuo Devices"."""
    return name.end - name.start > 1 and doc[name.end - 1].text in COMPANY_ENDS


def before_nature(doc: Doc, name: Name) -> bool:
    """ "The Tarnel river", "Kerr Island": the noun of a feature of the land right behind."""
    after = doc[name.end] if name.end < len(doc) else None
    return after is not None and after.lower_ in NATURE and doc[name.end - 1].head.i == after.i


def told_by_verb(doc: Doc, name: Name) -> EntityType | None:
    """ "Sweden's Telvia considered a bid", "Telvia declined to comment": what only companies do, under a name taken for a place."""
    head = doc[head_of(doc, name.start, name.end)]
    if name.type != "GeopoliticalEntity" or head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    owned = name.start > 1 and doc[name.start - 1].tag_ == "POS" and doc[name.start - 2].ent_type_ == "GPE"
    if owned and head.head.lemma_ in TRADING:
        return "Organization"
    silent = head.head.lemma_ == "decline" and any(c.dep_ == "xcomp" and c.lemma_ == "comment" for c in head.head.children)
    return "Organization" if silent else None


def is_aged(doc: Doc, name: Name) -> bool:
    """ "Brandt, 54, said": only people have an age."""
    after = doc[name.end : name.end + 3]
    return len(after) == 3 and after[0].text == "," and after[1].is_digit and 15 < int(after[1].text) < 105 and after[2].text in (",", ".")
