"""What the common noun beside a name says that it is: "the newspaper Nordposten", "the river Velm", "the singer Ann Ray"."""

from __future__ import annotations

from typing import Final

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, head_of
from kg.model import EntityType

WHERE: Final = frozenset({"in", "near", "outside"})
_NEAR: Final = frozenset({"appos", "compound", "nmod", "flat"})


def told_by_noun(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """The type that a noun in apposition to a name, right before it or before its comma, tells."""
    before = doc[name.start - 1]
    head = doc[head_of(doc, name.start, name.end)]
    if before.text == "," and head.dep_ == "appos" and name.type == "GeopoliticalEntity" and name.end - name.start > 1:
        return "Person" if _is_person(head.head, words) else None
    if before.text == "," and head.dep_ == "appos" and head.head.i == name.start - 2 and name.end - name.start == 1:
        told = words.beside.get(head.head.lower_) if head.head.tag_ == "NN" else None
        return told if doc[name.start].text not in words.given else None
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
    return words.beside.get(word) or ("Organization" if words.is_organization(word) else None)


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


def told_by_end(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "Thornby Homes", "Hsin-Kuo Devices", "Velm Station", "Orsk Film Festival"."""
    return words.endings.get(doc[name.end - 1].text) if name.end - name.start > 1 else None


def before_nature(doc: Doc, name: Name, words: Gazetteer) -> bool:
    """ "The Tarnel river", "Kerr Island": the noun of a feature of the land right behind."""
    after = doc[name.end] if name.end < len(doc) else None
    return after is not None and words.beside.get(after.lower_) == "Place" and doc[name.end - 1].head.i == after.i


def told_by_verb(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "Sweden's Telvia considered a bid", "Telvia declined to comment": what only companies do, under a name taken for a place."""
    head = doc[head_of(doc, name.start, name.end)]
    if name.type != "GeopoliticalEntity" or head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    owned = name.start > 1 and doc[name.start - 1].tag_ == "POS" and doc[name.start - 2].ent_type_ == "GPE"
    if owned and head.head.lemma_ in words.sorts["trades"]:
        return "Organization"
    silent = head.head.lemma_ == "decline" and any(c.dep_ == "xcomp" and c.lemma_ == "comment" for c in head.head.children)
    return "Organization" if silent else None


def told_by_article(doc: Doc, name: Name) -> EntityType | None:
    """ "The Rovers", "the Tate": no person's surname has an article, but for families ("the Brandts")."""
    before, last = doc[name.start - 1], doc[name.end - 1]
    if name.type != "Person" or name.end - name.start > 1 or before.lower_ != "the" or last.dep_ in _NEAR or last.dep_ == "poss":
        return None
    if not last.text.endswith("s"):
        return "Topic"
    family = any(t.text in (last.text[:-1], last.text.removesuffix("es")) for t in doc)
    return "Group" if family else "Organization"


def told_by_place(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "40 died in Palu": where something happens; "Kenya's Faith Kip": a first name behind a country."""
    before, head = doc[name.start - 1], doc[head_of(doc, name.start, name.end)]
    several = name.end - name.start > 1
    if several and before.tag_ == "POS" and name.start > 1 and doc[name.start - 2].ent_type_ == "GPE":
        return "Person" if doc[name.start].text in words.given and name.type == "Organization" else None
    if several or name.type != "Person" or head.dep_ != "pobj" or before.i != head.head.i or before.lower_ not in WHERE:
        return None
    happens = before.head.pos_ == "VERB" or before.head.tag_ == "NNS"
    return "GeopoliticalEntity" if happens and before.head.lemma_ not in words.sorts["trusts"] else None


def told_by_kin(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "Ana Ruiz's daughter": only people have kin."""
    behind = doc[name.end + 1] if name.end + 1 < len(doc) and doc[name.end].tag_ == "POS" else None
    kin = behind is not None and "kin" in words.titles.get(behind.lower_, ())
    return "Person" if kin and name.type in ("Organization", "GeopoliticalEntity", "Place") and name.end - name.start > 1 else None


def told_by_town_noun(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "A Rotterdam court", "Ashcombe police": what every town has, under a name taken for somebody's."""
    after = doc[name.end] if name.end < len(doc) else None
    if after is None or after.lower_ not in words.sorts["of-towns"]:
        return None
    if doc[name.end - 1].head.i != after.i or doc[name.end - 1].text.isupper():
        return None
    return "GeopoliticalEntity" if name.end - name.start == 1 or name.type == "Group" else None


def told_by_play(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """ "A Denver Broncos fan", "the Denver Broncos beat": a town and a plural, with what teams have and do."""
    last = doc[name.end - 1]
    if name.end - name.start == 1 or name.type not in ("GeopoliticalEntity", "Group", "Topic") or not last.text.endswith("s"):
        return None
    head = doc[head_of(doc, name.start, name.end)]
    has = head.dep_ in _NEAR | {"poss"} and head.head.i >= name.end and head.head.lower_ in words.sports["team"]
    plays = head.dep_ in ("nsubj", "dobj") and head.head.lemma_ in words.sports["action"] and last.tag_ == "NNPS"
    return "Organization" if plays or (has and name.type != "Topic") else None


def is_aged(doc: Doc, name: Name) -> bool:
    """ "Brandt, 54, said": only people have an age."""
    after = doc[name.end : name.end + 3]
    return len(after) == 3 and after[0].text == "," and after[1].is_digit and 15 < int(after[1].text) < 105 and after[2].text in (",", ".")
