"""What a name has and does, as evidence of what it is: "Velmo shares", "the mayor of Dunleigh", "Velmo, which owns two mines"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, head_of
from kg.extractors.naming.weights import FOUND
from kg.model import EntityType

UNDER: Final = frozenset({"of", "in", "at"})
FAMILY: Final = ("Mc", "Mac", "Fitz", "De", "Di", "La", "Le", "Van", "Du", "Da", "Lo")
CAMEL: Final = re.compile(r"[A-Z][a-z]{2,}[A-Z]\w*")


def families(doc: Doc, names: Iterable[Name], words: Gazetteer) -> frozenset[str]:
    """The first and last names of those whom the article names in full or with a title: they are people, whatever they have."""
    people = [n for n in names if n.type == "Person"]
    sure = [n for n in people if n.title or (n.end - n.start > 1 and doc[n.start].text in words.given)]
    return frozenset(doc[i].text for n in sure for i in (n.start, n.end - 1))


def told_by_owned(doc: Doc, name: Name, people: frozenset[str], words: Gazetteer) -> EntityType | None:
    """The type of a name of one or two words, none of a person's, by what is its own, by what it does, or by how it is written."""
    last = doc[name.end - 1]
    if name.weight >= FOUND or name.end - name.start > 2 or name.adjective or last.text in words.capitals or last.text in words.regions:
        return None
    if not people.isdisjoint(t.text for t in doc[name.start : name.end]):
        return None
    head = doc[head_of(doc, name.start, name.end)]
    kind = _kind_of(_owned(name, head), words)
    if kind is None and name.type not in ("Organization", "Place"):
        kind = _by_deeds(name, head, words)
    return None if kind == "Organization" and name.type == "Topic" and head.head.lower_ == "owner" else kind


def _owned(name: Name, head: Token) -> Token | None:
    """The noun of "Velmo's NOUN", "Velmo NOUN" and "NOUN of Velmo"."""
    if head.dep_ in ("poss", "compound", "nmod") and head.head.i >= name.end:
        return head.head
    if head.dep_ == "pobj" and head.head.lower_ in UNDER and head.head.i == name.start - 1 and head.head.head.i < name.start - 1:
        return head.head.head
    return None


def _kind_of(noun: Token | None, words: Gazetteer) -> EntityType | None:
    if noun is None:
        return None
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    return words.owned.get(f"{before} {noun.lower_}") or words.owned.get(noun.lower_)


def _by_deeds(name: Name, head: Token, words: Gazetteer) -> EntityType | None:
    if name.type != "Topic" and name.end - name.start == 1 and CAMEL.fullmatch(head.text) and not head.text.startswith(FAMILY):
        return "Organization"
    if name.type == "GeopoliticalEntity" and head.dep_ != "pobj":
        return "Organization" if _is_called_body(name, head, words) else None
    return "Organization" if _is_called_body(name, head, words) or _runs(name, head, words) or _has_its_own(name, head, words) else None


def _is_called_body(name: Name, head: Token, words: Gazetteer) -> bool:
    """ "Velmo, the French media group,"."""
    called = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > name.end)
    return any(words.is_organization(c.lower_) and c.lower_ not in words.titles for c in called)


def _runs(name: Name, head: Token, words: Gazetteer) -> bool:
    """ "Velmo, which owns two mines,"."""
    relative = (c for c in head.children if c.dep_ == "relcl" and c.lemma_ in words.sorts["runs"])
    return any(s.lower_ == "which" and s.dep_ == "nsubj" and s.i <= name.end + 1 for c in relative for s in c.children)


def _has_its_own(name: Name, head: Token, words: Gazetteer) -> bool:
    """ "Velmo sold its mines", "Velmo said it would sell": what is "it" is no person."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.i < name.end:
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and any(c.lower_ == "its" and c.dep_ == "poss" and c.i - verb.i < 3 for c in child.children):
            return name.type == "Person" or verb.lemma_ in words.sorts["runs"]
        if child.dep_ == "ccomp" and child.lemma_ in words.sorts["runs"] and verb.lemma_ in ("say", "announce"):
            return any(c.lower_ == "it" and c.dep_ == "nsubj" for c in child.children)
    return False
