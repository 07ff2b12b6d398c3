"""Whether those whom a verb has for its subject and object are what a frame asks for: somebody, a place, money, nothing one can touch."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.drafts import Identities
from kg.extractors.situations.grammar import objects_of, prepositions_of, subjects_of
from kg.extractors.situations.lookups import Words
from kg.extractors.situations.voice import is_passive
from kg.lexicon import Frame
from kg.model import AGENTS, PLACES, EntityType

PERSONAL: Final = frozenset({"he", "she", "him", "her", "we", "us", "i", "me", "who", "whom"})
ABSTRACT: Final = ("ness", "ship", "ism", "hood", "bility", "tude")
"""Endings of nouns for what nobody can touch."""
AGENTIVE: Final = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")


def fits(
    verb: Token, rest: tuple[str, ...], frame: Frame, words: Words, identities: Identities, kinds: dict[str, EntityType]
) -> bool:
    """Whether the verb's object and subject are what the frame asks for; `rest` are its particles in the table."""
    if not (frame.beings or frame.things or frame.places or frame.object or frame.subject):
        return True
    passive = is_passive(verb)
    objects = subjects_of(verb) if passive else objects_of(verb)
    if frame.object:
        behind = [item for name, item in prepositions_of(verb) if name in rest]
        if not any(_is_one_of(o, frame.object, words, identities, kinds) for o in (*objects, *behind)):
            return False
    if frame.subject:
        subjects = [i for name, i in prepositions_of(verb) if name == "by"] if passive else subjects_of(verb)
        if frame.near and objects and not frame.object:  # "the drivers will strike", not "the driver struck a fence"
            return False
        if "measured" in frame.subject and not passive and _is_measured(verb):
            return True
        return any(_is_one_of(s, frame.subject, words, identities, kinds) for s in subjects)
    if frame.object:
        return True
    if frame.places:
        return any(_entity(o, identities, kinds) in PLACES for o in objects)
    somebody = [o for o in objects if is_being(o, words, identities, kinds)]
    if frame.things and any(c.dep_ in ("xcomp", "ccomp") for c in verb.rights):  # "ordered him to return"
        return False
    if frame.things:
        return bool(objects) and not any(_entity(o, identities, kinds) == "Person" for o in objects)
    if frame.reciprocal:
        return bool(somebody) or not objects
    return bool(somebody) or (not objects and not passive and not frame.reciprocal and frame.kind not in ("dismissal", "charge"))


def _is_one_of(noun: Token, wanted: tuple[str, ...], words: Words, identities: Identities, kinds: dict[str, EntityType]) -> bool:
    """Whether a noun is among the words, or what it stands for is of a type among them, or somebody where they say so."""
    entity = _entity(noun, identities, kinds)
    if noun.lemma_.lower() in wanted or entity in wanted or noun.ent_type_ in wanted or ("Topic" in wanted and _is_title(noun)):
        return True
    if "abstract" in wanted and _is_abstract(noun, words):
        return True
    return "somebody" in wanted and (entity == "Person" if entity else is_person(noun, words))


def _is_abstract(noun: Token, words: Words) -> bool:
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in words.abstract or noun.lemma_.endswith(ABSTRACT))


def _is_measured(verb: Token) -> bool:
    """ "Grew 3 percent", "fell by $3"."""
    measures = [c for c in verb.rights if c.dep_ in ("npadvmod", "dobj", "advmod")]
    measures += [i for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("by", "to", "from") for i in c.rights if i.dep_ == "pobj"]
    return any(m.ent_type_ in ("PERCENT", "MONEY") for m in measures)


def is_person(noun: Token, words: Words) -> bool:
    """Whether a noun or pronoun stands for a person or several."""
    if noun.pos_ == "PRON":
        return noun.lower_ in PERSONAL
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in words.people or _is_doer(noun, words)


def _is_title(noun: Token) -> bool:
    """ "She shot « Salt Road »"."""
    start = noun.left_edge.i
    return noun.ent_type_ == "WORK_OF_ART" or (start > 0 and any(t.text in ('"', "“", "«") for t in noun.doc[start - 1 : start + 1]))


def _entity(token: Token, identities: Identities, kinds: dict[str, EntityType]) -> EntityType | None:
    return kinds.get(identities.of(token.i) or "")


def is_being(token: Token, words: Words, identities: Identities, kinds: dict[str, EntityType]) -> bool:
    """Whether a noun or pronoun stands for somebody: a person, a body, a country."""
    entity = _entity(token, identities, kinds)
    if entity is not None:
        return entity in AGENTS
    if token.pos_ == "PRON":
        return token.lower_ not in ("it", "that", "this", "which", "what")
    return token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE") or token.lemma_.lower() in words.people or _is_doer(token, words)


def _is_doer(noun: Token, words: Words) -> bool:
    """ "Banker", "trader", "journalist": by the ending; things that end alike are seldom arrested or met."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and len(lemma) > 4 and lemma.endswith(AGENTIVE) and lemma not in words.things
