"""States that only a number tells of: "the bridge is 300 meters long", "the union wants a rise of at least 6 percent"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.doc import Token
from kg.extractors.quantities import QuantityMention
from kg.extractors.situations.circumstances import owner_of
from kg.extractors.situations.triggers import OTHER, Trigger
from kg.lexicon import Frame
from kg.parsing import ParsedArticle

BEING: Final = Frame(kind="other", roles={"subject": "patient"})
STATIVE: Final = frozenset({"be", "have"})


def find_states(parsed: ParsedArticle, measures: Iterable[QuantityMention], owners: dict[int, int]) -> list[Trigger]:
    """The verb "be" or "have", or what is said or wanted to be so much, that a number hangs on which hangs on no other trigger."""
    found: dict[int, Trigger] = {}
    for mention in measures:
        number = parsed.doc[mention.head]
        if owner_of(number, owners) is None and owner_of(parsed.doc[mention.start], owners) is None:
            top = _top(number)
            trigger = _state(top, top.head)
            if trigger is not None and trigger.token.i not in owners:
                found.setdefault(trigger.token.i, trigger)
    return list(found.values())


def _top(token: Token) -> Token:
    """The last word on the way up before a verb."""
    while token.head != token and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _state(top: Token, verb: Token) -> Trigger | None:
    if verb == top:
        return None
    if verb.lemma_ in STATIVE:
        return Trigger(verb, verb.i, verb.i + 1, BEING if verb.lemma_ == "be" else OTHER, verb)
    noun = top if top.dep_ != "prep" else next((c for c in top.children if c.dep_ == "pobj"), top)
    return Trigger(noun, noun.i, noun.i + 1, OTHER, None) if noun.pos_ == "NOUN" and len(noun) > 2 else None
