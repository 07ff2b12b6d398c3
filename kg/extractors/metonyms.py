"""Capitals that stand for governments: decided by what the sentence does with the name."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.gazetteer import Gazetteer

# Prepositions that go with a party to talks, or with a source.
PARTY: Final = {"with", "between", "by", "against", "among", "without", "for", "according"}
PLACE: Final = {
    "in", "at", "near", "outside", "around", "across", "inside", "into", "through", "over", "throughout", "toward", "towards", "via",
    "beyond",
}


def is_metonym(token: Token, words: Gazetteer) -> bool:
    """Whether a capital's name stands for the government: it acts, owns, or is party to something."""
    if token.i + 1 < len(token.doc) and token.nbor().lemma_ in words.sorts["says"] and token.nbor().tag_ in ("VBD", "VBZ"):
        return True
    dep, head = token.dep_, token.head
    while dep in ("conj", "appos") and head.pos_ == "PROPN" and head.head.i != head.i:
        dep, head = head.dep_, head.head
    if dep in ("nsubj", "agent"):
        if head.lemma_ in ("be", "remain"):
            return any(c.dep_ == "acomp" or (c.dep_ == "prep" and c.lower_ in ("under", "against", "behind")) for c in head.children)
        return head.lemma_ not in words.sorts["stands"]
    if dep == "nsubjpass":
        return head.lemma_ in ("accuse", "expect", "prepare", "urge", "force", "tell", "ask")
    if dep == "poss":
        return True
    if dep in ("dobj", "dative"):
        return head.lemma_ in words.sorts["addresses"]
    if dep == "pobj":
        return head.lower_ in PARTY or (head.lower_ in ("to", "from", "on") and head.head.lemma_ in words.sorts["addresses"])
    return False
