"""Who does what to whom in a parse: subjects, objects, prepositions, through passive, relative, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass"})
OBJECTS: Final = frozenset({"dobj", "obj"})
RELATIVES: Final = frozenset({"who", "whom", "which", "that", "whose"})
NOMINALS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MAX_CLIMB: Final = 8


def is_passive(verb: Token) -> bool:
    """A passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    if verb.dep_ in ("advcl", "conj", "ROOT", "ccomp") and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return verb.dep_ != "conj" or is_passive(verb.head)
    return False


def subjects_of(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of the grammatical subject, also where it stands with another verb."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS] or _subject_after_mark(verb)
    if len(own) > 1 and own[1].left_edge.i == own[0].right_edge.i + 1:  # "a film about two drivers won": the parser splits the subject
        own = own[:1]
    if own:
        return [t for s in own for t in coordinated(_antecedent(s, verb))]
    if depth >= MAX_CLIMB:
        return []
    return _borrowed_subjects(verb, depth)


def _subject_after_mark(verb: Token) -> list[Token]:
    """ "Pilot cleared as boss is jailed": the parser hangs the boss on the "as"."""
    return [c for mark in verb.lefts if mark.dep_ == "mark" for c in mark.children if c.dep_ == "pobj"]


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    return verb.head if token.lower_ in RELATIVES and verb.dep_ == "relcl" else token


def _borrowed_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "acl":
        return coordinated(head) if head.pos_ in NOMINALS and (verb.tag_ in ("VBG", "VBN")) else _holder_of(head, depth)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects_of(head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "ccomp"):
        return _controllers(verb, head, depth)
    if verb.dep_ == "pcomp":
        above = head.head
        if head.lower_ in ("of", "from", "for", "into") and (objects := [c for c in above.children if c.dep_ in OBJECTS and c.i < verb.i]):
            return [t for o in objects for t in coordinated(o)]
        return subjects_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else _holder_of(above, depth)
    return []


def _controllers(verb: Token, head: Token, depth: int) -> list[Token]:
    """ "told him to leave": the object; "promised to leave": the subject."""
    if verb.dep_ == "xcomp" and (objects := [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i]):
        return [t for o in objects for t in coordinated(o)]
    if head.pos_ in ("VERB", "AUX"):
        return subjects_of(head, depth + 1)
    if head.pos_ in ("ADJ", "ADV") and head.head.pos_ in ("VERB", "AUX"):
        return subjects_of(head.head, depth + 1)
    return []


def _holder_of(noun: Token, depth: int) -> list[Token]:
    """ "Ann's plan to resign", "Ann made an offer to resign": Ann."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    if holders := [c for c in noun.lefts if c.dep_ == "poss" or (c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN")]:
        return [t for h in holders for t in coordinated(h)]
    verb = noun.head if noun.dep_ in OBJECTS else noun.head.head if noun.dep_ == "pobj" else noun
    return subjects_of(verb, depth + 1) if verb.pos_ == "VERB" else []


def objects_of(verb: Token) -> list[Token]:
    """The heads of the direct object of an active verb, also where a relative clause hangs on it."""
    own = [c for c in verb.children if c.dep_ in OBJECTS]
    if own:
        return [t for o in own for t in coordinated(_antecedent(o, verb))]
    if verb.dep_ == "relcl" and verb.head.pos_ in NOMINALS and not _has_relative_subject(verb):
        bare = any(c.dep_ in SUBJECTS for c in verb.children) and not any(c.dep_ == "prep" and not list(c.children) for c in verb.children)
        return [verb.head] if bare else []
    return []


def _has_relative_subject(verb: Token) -> bool:
    return any(c.lower_ in RELATIVES and (c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS) for c in verb.children)


def relative_of(verb: Token) -> Token | None:
    """The "which" or "who" of a relative clause."""
    return (
        next((c for c in verb.lefts if c.lower_ in RELATIVES and c.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
        if verb.dep_ == "relcl"
        else None
    )


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by "and" or "or"."""
    found = [token]
    node = token
    while len(found) < 12:
        following = next((c for c in node.children if c.dep_ == "conj" and c.pos_ in NOMINALS), None)
        if following is None:
            return found
        found.append(following)
        node = following
    return found


def prepositions_of(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions that hang on a token, each with the heads of its objects; "as well as" and clauses are none."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            yield from _objects_of_preposition(child)
        elif child.dep_ == "dative":
            for item in coordinated(child):
                yield "to", item


def _objects_of_preposition(preposition: Token) -> Iterator[tuple[str, Token]]:
    name = preposition.lower_
    for child in preposition.children:
        if child.dep_ == "pobj":
            for item in coordinated(child):
                yield name, item
        elif child.dep_ == "prep":
            for _, item in _objects_of_preposition(child):
                yield f"{name} {child.lower_}", item
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _objects_of_preposition(child)


def phrase_of(head: Token) -> tuple[int, int]:
    """Tokens of a noun phrase from its first word to its head, without a clause before it."""
    start = max(head.left_edge.i, head.i - 10)
    return start, head.i + 1


def verb_above(token: Token) -> Token | None:
    """The verb that governs a token, at most a few steps up."""
    node = token
    for _ in range(MAX_CLIMB):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None
