"""Modal verbs, and how real what a clause tells is by them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kg.doc import Token
from kg.model import Modality

MODALS: Mapping[str, Modality] = MappingProxyType({
    "will": "future", "'ll": "future", "wo": "future", "shall": "future", "would": "conditional", "'d": "conditional",
    "could": "possible", "may": "possible", "might": "possible", "can": "possible", "ca": "possible",
    "should": "obliged", "must": "obliged", "ought": "obliged",
})  # fmt: skip
"""Form of a modal, as the tokenizer cuts it ("ca" n't, "wo" n't) -> modality."""
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
CONDITIONS: Final = frozenset({"if", "unless", "whether", "provided", "lest", "should"})
QUOTATION_MARKS: Final = frozenset('"\'“”‘’«»')


def own_modality(verb: Token) -> Modality:
    """The modality of a verb by its modal; "going to" is one."""
    for auxiliary in _auxiliaries(verb):
        if (modality := MODALS.get(auxiliary.lower_)) is not None:
            return "future" if modality == "conditional" and is_reported_future(verb) else modality
        if auxiliary.lemma_ == "go":
            return "future"
    return "actual"


def is_reported_future(verb: Token) -> bool:
    """ "Said that it would close": what the speaker said was "will", unless a condition is named or the words are quoted."""
    if any(c.dep_ == "advcl" and any(m.lower_ in CONDITIONS for m in c.lefts) for c in verb.children):
        return False
    if any(c.lower_ in ("otherwise", "then") for c in verb.children) or is_counterfactual(verb):
        return False
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    cue = clause.head
    if clause.dep_ != "ccomp" or cue.tag_ not in ("VBD", "VBN") or any(c.lower_ in MODALS for c in cue.lefts):
        return False
    between = verb.doc[min(clause.left_edge.i, cue.i) : max(verb.i, cue.i) + 1]
    return not any(t.text in QUOTATION_MARKS for t in between)


def is_counterfactual(verb: Token) -> bool:
    """ "Would have brought in"."""
    auxiliaries = [c.lower_ for c in _auxiliaries(verb)]
    return "have" in auxiliaries and not {"would", "'d", "could", "might"}.isdisjoint(auxiliaries)


def _auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, with those that the parser hangs on another ("it [would > have] cost")."""
    return [a for c in verb.lefts if c.dep_ in AUXILIARIES for a in (*(b for b in c.lefts if b.dep_ in AUXILIARIES), c)]
