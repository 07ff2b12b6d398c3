"""Whether a verb is passive: by its auxiliary, by its form, or in the manner of headlines ("Firm fined $5m")."""

from __future__ import annotations

from typing import Final

from kg.doc import Token, once
from kg.extractors.situations.words import CALLING, ORDERING, TAKING

ENDS: Final = frozenset({".", "!", "?"})
QUOTES: Final = frozenset({"”", "’", "»", '"', "''", ")"})
SUMS: Final = frozenset({"$", "£", "€", "¥"})


@once
def is_passive(verb: Token) -> bool:
    """A passive, with or without its auxiliary."""
    below = {c.dep_ for c in verb.children}
    if not below.isdisjoint(("auxpass", "nsubjpass", "agent")):
        return True
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and (
            (verb.lemma_ in CALLING and _is_called(verb))
            or (verb.lemma_ in ORDERING and _is_ordered(verb))
            or (verb.lemma_ in TAKING and _is_undergone(verb))
        )
    if verb.dep_ in ("acl", "amod"):
        return True
    bare = "aux" not in below  # "saw jets delivered", "First jet delivered", "given a chance"
    if bare and below.isdisjoint(("dobj", "nsubj")):
        return verb.dep_ != "conj" or is_passive(verb.head)
    return bare and verb.dep_ not in ("conj", "relcl") and "dobj" not in below


def _is_called(verb: Token) -> bool:
    """ "Former mayor found guilty", "two brothers named suspects": what they are found, and nobody who is."""
    following = [c.dep_ for c in verb.rights]
    return "oprd" in following and "dobj" not in following and not named_objects(verb)


def _is_ordered(verb: Token) -> bool:
    """ "Firm ordered to pay", "minister urged to resign": what they are to do, and nobody who is."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.rights) and not any(c.dep_ in ("dobj", "dative") for c in verb.rights)


def _is_undergone(verb: Token) -> bool:
    """ "Firm fined $5m over leak", "Two held after blaze": a line that is no sentence, and nobody to whom it is done."""
    if verb.dep_ not in ("ROOT", "conj", "advcl", "ccomp") or "nsubj" not in {c.dep_ for c in verb.lefts}:
        return False
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative", "oprd", "ccomp")]
    return all(c.dep_ == "dobj" and _is_sum(c) for c in objects) and is_headline(verb)


def _is_sum(noun: Token) -> bool:
    first = noun.left_edge.i
    return noun.ent_type_ == "MONEY" or any(t.text in SUMS for t in noun.doc[max(first - 1, 0) : first + 1])


def is_headline(token: Token) -> bool:
    """Whether the line that a token stands in ends without a mark, as no sentence does."""
    line = [t for t in token.sent if not t.is_space and t.text not in QUOTES]
    return bool(line) and line[-1].text not in ENDS


def named_objects(verb: Token) -> list[Token]:
    """ "Elected Ada Obi mayor": the parser makes one phrase of the name and the office."""
    titles = [c for c in verb.rights if c.dep_ == "oprd" and c.pos_ == "NOUN"]
    return [t for title in titles for t in title.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
