"""What the form of a clause or noun phrase says by itself about whether it happened: tense, modals, negation, conditions."""

from __future__ import annotations

from typing import Final

from kg.doc import Token, once
from kg.extractors.modals import AUXILIARIES, MODALS, is_counterfactual, own_modality
from kg.model import Modality, Polarity

NEGATIVES: Final = frozenset({"no", "not", "n't", "never", "neither", "nor", "without", "none", "nobody", "nothing"})
PARTICIPLES: Final = frozenset({"VBN", "VBD"})
"""As headlines are tagged."""
ALTERNATIVES: Final = frozenset({("rather", "than"), ("instead", "of"), ("far", "from")})


def is_told(verb: Token) -> bool:
    """A clause in the past or perfect, without a modal."""
    if is_infinitive(verb) or any(c.lower_ in MODALS for c in verb.lefts if c.dep_ in AUXILIARIES):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lemma_ in ("have", "be") for c in verb.lefts if c.dep_ in AUXILIARIES))


def has_own_tense(verb: Token) -> bool:
    """Finite, or with an auxiliary of its own."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in AUXILIARIES for c in verb.lefts)


def is_present(verb: Token) -> bool:
    """Finite and in the present or the present perfect, by its first auxiliary where it has one; no modal."""
    first = next((c for c in verb.lefts if c.dep_ in AUXILIARIES), verb)
    return first.tag_ in ("VBZ", "VBP")


@once
def is_infinitive(verb: Token) -> bool:
    """With "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)


def polarity_of(verb: Token, multiples: frozenset[str]) -> Polarity:
    """Whether a verb is negated; of `multiples` what is nearly so is not far from it."""
    for child in verb.children:
        dep, word = child.dep_, child.lower_
        if dep == "neg" or (word in NEGATIVES and dep in ("advmod", "preconj", "nsubj", "nsubjpass", "dobj")):
            return "negated"
        if dep == "advmod" and word in ("almost", "nearly") and child.i < verb.i and verb.lemma_ not in multiples:
            return "negated"
        if dep in ("nsubj", "nsubjpass", "dobj") and any(c.lower_ in ("no", "neither") or _is_not_all(c) for c in child.lefts):
            return "negated"
    return "affirmed"


def _is_not_all(word: Token) -> bool:
    """ "Not everyone", "not all of them"; not "not only"."""
    return word.lower_ == "not" and word.nbor().lower_ not in ("only", "just", "least")


def is_alternative(verb: Token) -> bool:
    """ "Rather than close it", "instead of closing it", "far from closing it"."""
    return verb.i >= 2 and (verb.nbor(-2).lower_, verb.nbor(-1).lower_) in ALTERNATIVES


def is_out_of_reach(verb: Token) -> bool:
    """ "Too ill to sing"."""
    return verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("ADJ", "ADV") and any(c.lower_ == "too" for c in verb.head.lefts)


def is_to_be(verb: Token) -> bool:
    """ "A court is to decide": the infinitive comes right after "be" or its "not"."""
    head = verb.head
    return verb.dep_ == "xcomp" and head.lemma_ == "be" and verb.i - head.i <= 3 and head.nbor().lower_ in ("to", "not", "n't")


def is_inverted(verb: Token) -> bool:
    """ "Should the dam burst", "had he known": a condition without "if"."""
    first = next((c for c in verb.lefts if c.dep_ in (*AUXILIARIES, "nsubj", "nsubjpass")), None)
    return first is not None and first.lower_ in ("should", "had", "were") and verb.head != verb


def is_done(verb: Token) -> bool:
    """ "Happy to have won": a perfect infinitive after a feeling."""
    return verb.head.pos_ == "ADJ" and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.lefts)


def has_but(verb: Token) -> bool:
    """ "Did not resign but stayed"."""
    return any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.head.children)


def is_definite(noun: Token) -> bool:
    """ "The", "this" or somebody's."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those")) for c in noun.lefts)


def modality_of_subject(noun: Token, verb: Token) -> Modality:
    """Of a noun whose verb says something else of it: "the deal would have brought", "a walkout will be unlawful"."""
    if is_counterfactual(verb):
        return "conditional"
    if is_definite(noun):
        return "actual"
    if any(c.lower_ == "will" for c in verb.lefts) and any(c.lower_ in ("a", "an") for c in noun.lefts):
        return "future"
    return "conditional" if own_modality(verb) == "conditional" else "actual"


def is_disowned(verb: Token) -> bool:
    """ "The fire was not caused by a leak": there was a fire."""
    children = list(verb.children)
    return any(c.dep_ == "neg" for c in children) and any(c.dep_ == "agent" for c in children)


def is_established(noun: Token, settled: frozenset[str], concluded: frozenset[str]) -> bool:
    """A deal of last year, the 2015 deal, the deal that was signed: it is there."""
    for child in noun.children:
        dep = child.dep_
        if dep in ("amod", "nummod", "compound") and ((child.like_num and len(child) == 4) or child.lower_ in settled):
            return True
        if dep in ("acl", "relcl") and child.tag_ in ("VBD", "VBN") and child.lemma_ in concluded:
            return True
    return False


def hyphened(word: Token) -> str:
    """A word with what a hyphen joins to it: "hoped-for", "so-called"."""
    tokens = word.doc[word.left_edge.i : word.right_edge.i + 1]
    return "".join(t.lower_ for t in tokens) if len(tokens) == 3 and tokens[1].text == "-" else word.lower_


def is_imperative(verb: Token) -> bool:
    """ "Start with the roof": a bare verb that nobody does."""
    return verb.tag_ == "VB" and not any(c.dep_ in (*AUXILIARIES, "nsubj", "nsubjpass", "expl", "csubj") for c in verb.lefts)


def is_headline_plan(verb: Token) -> bool:
    """ "Brix to close two plants": an infinitive that follows the noun on which the whole line hangs."""
    noun = verb.head
    return noun.head == noun and noun.pos_ in ("NOUN", "PROPN") and noun.i < verb.i and is_infinitive(verb)


def view_before(verb: Token) -> Token | None:
    """ "Forty feared drowned", "two believed held": the participle right before one, in the way of headlines."""
    if not verb.i or verb.tag_ not in PARTICIPLES or any(c.dep_ in AUXILIARIES for c in verb.lefts):
        return None
    before = verb.nbor(-1)
    return before if before.tag_ in PARTICIPLES else None


def object_before(verb: Token, preposition: str) -> Token | None:
    """The object right before a preposition that the parser hung on the verb: "clears way for trial"."""
    behind = (c.nbor(-1) for c in verb.rights if c.dep_ == "prep" and c.lower_ == preposition)
    return next((noun for noun in behind if noun.dep_ == "dobj" and noun.head == verb), None)


def is_fiction(preposition: Token, verb: Token, fictions: frozenset[str]) -> bool:
    """ "In the film, the king dies"."""
    if preposition.lower_ != "in" or not (verb.tag_ in ("VBZ", "VBP") or (preposition.i < verb.i and preposition.is_sent_start)):
        return False
    return any(c.dep_ == "pobj" and c.lemma_ in fictions for c in preposition.children)


def is_of_time(preposition: Token) -> bool:
    """ "Joined in May" is no joining in, "called a strike for Monday" no call for it."""
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.rights)
