"""What a claim stands or falls with: of all that its words tell of, what their main clauses say to be so."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from kg.doc import Doc, Token
from kg.model import GENERAL_KINDS, Situation

_TOLD_BY: Final = frozenset({"xcomp", "attr", "acomp", "oprd", "ccomp", "dobj", "pcomp", "pobj"})
"""Where the predicate of a clause stands whose head tells of nothing itself: "was an attack", "of hiding losses", "that they left"."""
_GOES_ON: Final = frozenset({"xcomp", "dobj", "attr"})
"""What a general verb leaves to its complement: "tried to flee", "carried out the raid", "made an offer"."""
_CLAUSES: Final = frozenset({"acl", "relcl", "ccomp"})
_DEPTH: Final = 4


def index_triggers(situations: Sequence[Situation]) -> Mapping[int, Situation]:
    """First character of a trigger -> its situation; words that tell of the same again count too."""
    return {span.start: s for s in reversed(situations) for span in (*reversed(s.other_triggers), s.trigger)}


def asserted_in(doc: Doc, tokens: range, triggers: Mapping[int, Situation], claim_nouns: Container[str]) -> Iterator[Situation]:
    """The situations that the main clauses among these tokens tell of, none that a clause in them only adds.

    What hangs on one of `claim_nouns` is what is claimed: "the report that they left", "allegations of theft".
    """
    for i in tokens:
        token = doc[i]
        if (token.head is token or token.head.i not in tokens) and not token.is_punct:
            yield from _told(token, tokens, triggers, claim_nouns, _DEPTH)


def _told(token: Token, tokens: range, triggers: Mapping[int, Situation], claim_nouns: Container[str], depth: int) -> Iterator[Situation]:
    """What a head tells of, itself or by its complement, and what is joined to it."""
    own = triggers.get(token.idx)
    if own is not None and not (own.kind in GENERAL_KINDS and token.pos_ == "NOUN"):
        yield own
    for child in token.children if depth else ():
        if child.i in tokens and (child.dep_ == "conj" or _continues(child, token, own, claim_nouns)):
            yield from _told(child, tokens, triggers, claim_nouns, depth - 1)


def _continues(child: Token, token: Token, own: Situation | None, claim_nouns: Container[str]) -> bool:
    """Whether a child tells what its head leaves open."""
    if token.lemma_ in claim_nouns and token.pos_ == "NOUN":
        marked = any(c.dep_ == "mark" for c in child.children)
        return child.lower_ == "of" or (child.dep_ in _CLAUSES and (marked or child.dep_ != "relcl"))
    if child.dep_ == "nsubj":  # "the report that they left is false": a verdict on what hangs on the noun
        return token.lemma_ == "be" and child.lemma_ in claim_nouns
    if child.dep_ == "prep":  # "is in talks"; "(accused) Lund of theft"
        return own is None and (token.lemma_ == "be" or (token.pos_ in ("PROPN", "PRON") and child.lower_ in ("of", "for")))
    if child.dep_ == "ccomp" and own is not None:  # "saw them leave"
        return own.kind in GENERAL_KINDS and child.tag_ in ("VB", "VBG", "VBN")
    return child.dep_ in (_TOLD_BY if own is None else _GOES_ON if own.kind in GENERAL_KINDS else ())
