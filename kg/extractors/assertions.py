"""What a claim stands or falls with: of all that its words tell of, what their main clauses say to be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.doc import Doc, Token
from kg.model import GENERAL_KINDS, Situation

_TOLD_BY: Final = ("xcomp", "attr", "acomp", "oprd", "ccomp", "dobj", "pcomp", "pobj", "prep", "acl", "appos")
"""Where the predicate of a clause stands whose head tells of nothing itself: "was an attack", "of hiding losses", "a claim that ..."."""
_GOES_ON: Final = ("xcomp", "dobj", "attr")
"""What a general verb leaves to its complement: "tried to flee", "carried out the raid", "made an offer"."""
_DEPTH: Final = 4


def index_triggers(situations: Sequence[Situation]) -> Mapping[int, Situation]:
    """First character of a trigger -> its situation; words that tell of the same again count too."""
    return {span.start: s for s in reversed(situations) for span in (*reversed(s.other_triggers), s.trigger)}


def asserted_in(doc: Doc, tokens: range, triggers: Mapping[int, Situation]) -> Iterator[Situation]:
    """The situations that the main clauses among these tokens tell of, none that a clause in them only adds."""
    for i in tokens:
        token = doc[i]
        if (token.head is token or token.head.i not in tokens) and not token.is_punct:
            yield from _told(token, tokens, triggers, _DEPTH)


def _told(token: Token, tokens: range, triggers: Mapping[int, Situation], depth: int) -> Iterator[Situation]:
    """What a head tells of, itself or by its complement, and what is joined to it."""
    own = triggers.get(token.idx)
    if own is not None:
        yield own
    further = _TOLD_BY if own is None else _GOES_ON if own.kind in GENERAL_KINDS else ()
    for child in token.children:
        if child.i in tokens and depth and (child.dep_ == "conj" or child.dep_ in further or _is_verdict_on(child, token, triggers)):
            yield from _told(child, tokens, triggers, depth - 1)


def _is_verdict_on(child: Token, token: Token, triggers: Mapping[int, Situation]) -> bool:
    """ "The report that they fled is false", "saw them flee": not the verb tells of what happened, but what hangs on it."""
    if child.dep_ == "ccomp":
        return child.tag_ in ("VB", "VBG", "VBN")
    if child.dep_ == "relcl":
        return any(c.dep_ == "mark" for c in child.children)
    return child.dep_ == "nsubj" and token.lemma_ == "be" and child.idx not in triggers
