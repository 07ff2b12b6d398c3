"""Who does what to whom in a parse: subjects, objects, prepositions, through relative clauses, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.doc import Token, once
from kg.extractors.situations.phrases import OPENING, name_after
from kg.extractors.situations.voice import named_objects
from kg.extractors.situations.words import (
    ABOUT,
    CALLING_UPON,
    GIVING,
    INTRANSITIVE,
    LETTING,
    MANNERS,
    PURPOSES,
    STEERING,
    STEERING_SOMEBODY,
)

SUBJECTS: Final = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass"})
OBJECTS: Final = frozenset({"dobj", "obj"})
RELATIVES: Final = frozenset({"who", "whom", "which", "that", "whose"})
NOMINALS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "next"})
BETWEEN: Final = frozenset({"conj", "cc", "punct"})
MAX_CLIMB: Final = 8
MOST: Final = 12
"""Members of a list at most."""


def subjects_of(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of the grammatical subject, also where it stands with another verb."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS] or _subject_after_mark(verb)
    if len(own) > 1 and own[1].left_edge.i == own[0].right_edge.i + 1:  # "a film about two drivers won", "the maker Arvo won"
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
    """The noun that a relative pronoun stands for, also in "a jet that it began to fly"."""
    if token.lower_ not in RELATIVES:
        return token
    clause = verb
    while clause.dep_ in ("xcomp", "ccomp") and clause.head.pos_ == "VERB" and token.i < clause.head.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


def _borrowed_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ in ("acl", "relcl"):
        if called := _called_upon(verb, head.head.head if head.dep_ == "pobj" else head.head):
            return called
        done_by = head.pos_ in NOMINALS and (_is_done_by(head, verb) or _is_headline(head, verb))
        return coordinated(head) if done_by else _holder_of(head, depth)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects_of(_first_of_list(verb) or head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "ccomp"):
        return [] if _is_imperative(verb) else _controllers(verb, head, depth)
    return _of_gerund(verb, head, depth) if verb.dep_ == "pcomp" else []


def _first_of_list(verb: Token) -> Token | None:
    """ "She said the boat hit a rock, rolled over and sank": the first verb of the list, where the parser hangs the others on the cue."""
    said = next((c for c in verb.head.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    first = verb.left_edge
    set_off = first.lower_ == "," or (first.i > 0 and first.nbor(-1).lower_ == ",")
    return said if set_off and any(c.dep_ == "conj" for c in verb.rights) else None


def _is_imperative(verb: Token) -> bool:
    """ "She said: 'Stop me'", "they sang, 'Send them home'"."""
    if verb.tag_ != "VB" or any(c.dep_ in ("aux", "mark") for c in verb.lefts):
        return False
    return verb.dep_ == "ccomp" or (verb.i > verb.head.i and verb.nbor(-1).text in OPENING)


def _of_gerund(verb: Token, preposition: Token, depth: int) -> list[Token]:
    """ "Accused Ann of hiding it", "a jet capable of landing", "left without paying"."""
    above = preposition.head
    objects = [c for c in above.children if c.dep_ in OBJECTS and c.i < verb.i]
    if objects and preposition.lower_ in ("of", "from", "for", "into", "as"):
        return [t for o in objects for t in coordinated(o)]
    if above.pos_ == "ADJ":
        return subjects_of(above.head, depth + 1) if above.dep_ == "acomp" else [above.head] if above.head.pos_ in NOMINALS else []
    return subjects_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else _holder_of(above, depth)


def _is_done_by(noun: Token, clause: Token) -> bool:
    """ "The man leaving", "the first man to leave", "a plan to be dropped"; not "a plan to leave"."""
    if clause.tag_ in ("VBG", "VBN") and not any(c.lower_ == "to" for c in clause.lefts):
        return True
    if any(c.dep_ == "auxpass" for c in clause.lefts):
        return True
    return any(c.tag_ == "JJS" or c.lower_ in ORDINALS for c in noun.lefts)


def _is_headline(noun: Token, clause: Token) -> bool:
    """ "Obi to lead the bank", "Ministers to meet farmers": who will; not "Plans to close it"."""
    if noun.head != noun or clause.tag_ != "VB" or any(c.dep_ in ("det", "poss", "nsubj") for c in noun.lefts):
        return False
    return noun.pos_ == "PROPN" or bool(noun.ent_type_) or (noun.tag_ == "NNS" and noun.lemma_ not in PURPOSES)


def _controllers(verb: Token, head: Token, depth: int) -> list[Token]:
    """ "told him to leave": the object; "promised to leave", "sold it to pay a debt": the subject."""
    if called := _called_upon(verb, head):
        return called
    if verb.dep_ == "xcomp" and (objects := [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i]):
        somebody = any(o.tag_ == "PRP" or o.ent_type_ in ("PERSON", "NORP") for o in objects)
        steered = head.lemma_ in STEERING or (somebody and head.lemma_ in STEERING_SOMEBODY)
        if steered or not any(c.lower_ == "to" for c in verb.lefts):
            return [t for o in objects for t in coordinated(o)]
    if head.pos_ in ("VERB", "AUX"):
        doers = [] if head.lemma_ in STEERING or any(c.dep_ == "auxpass" for c in verb.lefts) else _doers_of_passive(head, verb)
        return doers or subjects_of(head, depth + 1)
    if head.pos_ in ("ADJ", "ADV") and head.head.pos_ in ("VERB", "AUX"):
        return subjects_of(head.head, depth + 1)
    return []


def _called_upon(clause: Token, head: Token) -> list[Token]:
    """ "Called on Peru to pay", "gave Peru money to pay": Peru."""
    if clause.tag_ != "VB" or not any(c.lower_ == "to" for c in clause.lefts):
        return []
    told = [c for c in head.rights if c.i < clause.i and c.dep_ == "dative" and c.pos_ != "ADP" and head.lemma_ in GIVING]
    for preposition in head.rights:
        if preposition.i < clause.i and preposition.dep_ == "prep" and f"{head.lemma_} {preposition.lower_}" in CALLING_UPON:
            told += [c for c in preposition.children if c.dep_ == "pobj"]
    return [t for one in told for t in coordinated(one)]


def _doers_of_passive(head: Token, clause: Token) -> list[Token]:
    """ "It was closed by Peru to save money": Peru saves it."""
    by = [c for c in head.rights if c.dep_ == "agent" and c.i < clause.i] if clause.tag_ == "VB" else []
    return [t for c in by for item in c.children if item.dep_ == "pobj" for t in coordinated(item)]


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
    own = [c for c in verb.children if c.dep_ in OBJECTS] or named_objects(verb) or _there_is(verb)
    own = own or _other_objects(verb) or _shared(verb)
    if len(own) > 1 and name_after(own[0]) == own[1]:
        own = own[:1]
    if own:
        return [t for o in own for t in coordinated(_antecedent(o, verb)) if t.lower_ != "that" or t.tag_ != "WDT"]
    return _without_pronoun(verb)


def _without_pronoun(verb: Token) -> list[Token]:
    """ "The jets they bought", "the jets they plan to buy"; not "the day they left"."""
    clause = verb
    while clause.dep_ == "xcomp" and clause.tag_ == "VB" and clause.head.pos_ == "VERB" and not _has_object(clause.head):
        clause = clause.head
    meant = clause.head
    if clause.dep_ != "relcl" or meant.pos_ not in NOMINALS or meant.lemma_ in MANNERS or _has_relative_subject(clause):
        return []
    if _is_led(clause, verb) or not any(c.dep_ in SUBJECTS for c in clause.children):
        return []
    further = clause == verb and any(_without_pronoun(c) for c in verb.rights if c.dep_ == "xcomp" and not _has_object(c))
    return [] if further else [meant]


def _shared(verb: Token) -> list[Token]:
    """ "Bought, repaired and sold the ship", "shot at and wounded a driver": the object of the last verb is that of all."""
    last = verb
    while not _has_object(last):
        following = next((c for c in last.rights if c.dep_ == "conj" and _is_alike(c, last)), None)
        closed = all(c.dep_ in BETWEEN or (c.dep_ == "prep" and not c.children) for c in last.rights)
        if following is None or not closed or last.lemma_ in INTRANSITIVE or any(c.dep_ in SUBJECTS for c in following.lefts):
            return []
        last = following
    return [c for c in last.rights if c.dep_ in OBJECTS]


def _is_alike(verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} == {"VBD", "VBN"}


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in OBJECTS for c in verb.children)


def _is_led(clause: Token, verb: Token) -> bool:
    """ "The port they sailed from", "the port where they landed"."""
    if any(c.dep_ == "advmod" and c.lower_ in ("where", "when", "why") for c in clause.lefts):
        return True
    return any(c.dep_ == "prep" and all(i.lower_ in RELATIVES for i in c.children) for c in (*clause.children, *verb.children))


def _other_objects(verb: Token) -> list[Token]:
    """ "Allowed the pilots to land", "gave between 2 and 3 million", "carries up to 40 guests": no object to the parser."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and child.tag_ == "VB" and verb.lemma_ in LETTING:
            return [c for c in child.lefts if c.dep_ == "nsubj"]
        up_to = child.lower_ == "to" and verb.doc[child.i - 1].lower_ == "up"
        if child.dep_ == "prep" and (up_to or (child.lower_ in ABOUT and child.i == verb.i + 1)):
            numbers = (item for _, item in _objects_of_preposition(child))
            return [item for item in numbers if item.pos_ == "NUM" or any(c.dep_ == "nummod" for c in item.lefts)][:1]
    return []


def _there_is(verb: Token) -> list[Token]:
    """ "There are 40 guests": the guests."""
    return [c for c in verb.rights if c.dep_ == "attr"] if verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children) else []


def _has_relative_subject(verb: Token) -> bool:
    return any(c.lower_ in RELATIVES and (c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS) for c in verb.children)


def relative_of(verb: Token) -> tuple[Token | None, Token | None]:
    """The "which" or "who" of a relative clause and what it stands for, also of what it goes on with ("which began to fly and fell")."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "advcl") and clause.head.pos_ in ("VERB", "AUX"):
        if any(c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS for c in clause.lefts):
            return None, None
        clause = clause.head
    if clause.dep_ != "relcl":
        return None, None
    roles = ("nsubj", "nsubjpass", "dobj") if clause == verb else ("nsubj", "nsubjpass")
    pronoun = next((c for c in clause.lefts if c.lower_ in RELATIVES and c.dep_ in roles), None)
    return pronoun, clause.head if pronoun is not None else None


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by "and" or "or"."""
    found = [token]
    for node in found:
        for child in node.children:
            if child.dep_ == "conj" and child.pos_ in NOMINALS and len(found) < MOST:
                found.append(child)
                break
    return found


@once
def prepositions_of(token: Token) -> list[tuple[str, Token]]:
    """Prepositions that hang on a token, each with the heads of its objects; "as well as" and clauses are none."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            found += _objects_of_preposition(child)
        elif child.dep_ == "dative":
            found += [("to", item) for item in coordinated(child)]
    return found


def _objects_of_preposition(preposition: Token) -> Iterator[tuple[str, Token]]:
    name, verb = preposition.lower_, preposition.head
    if name == "of" and preposition.doc[preposition.i - 1].lower_ in ("instead", "because"):
        return
    if not preposition.children:
        yield from ((name, item) for item in _left_behind(verb))
    for child in preposition.children:
        if child.dep_ == "pobj":
            for item in coordinated(_antecedent(child, verb)):
                yield name, item
        elif child.dep_ == "prep":
            for _, item in _objects_of_preposition(child):
                yield f"{name} {child.lower_}", item
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _objects_of_preposition(child)


def _left_behind(verb: Token) -> list[Token]:
    """What a preposition without a noun belongs to: "the port they sailed from", "found targets to fire at"."""
    if verb.dep_ in ("relcl", "acl"):
        return [] if verb.tag_ in ("VBG", "VBN") else [verb.head]
    if verb.dep_ not in ("advcl", "xcomp") or verb.tag_ != "VB" or verb.head.pos_ != "VERB":
        return []
    return [item for item in verb.head.rights if item.dep_ in OBJECTS and item.i < verb.i]
