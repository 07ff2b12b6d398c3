"""Words that tell of a situation: one matcher over the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from msgspec import Struct

from kg.doc import Token
from kg.extractors.drafts import Identities
from kg.extractors.situations.grammar import is_passive, objects_of, prepositions_of, subjects_of
from kg.lexicon import Frame, Lexicon, nouns_of
from kg.model import AGENTS, PLACES, EntityType

OTHER: Final = Frame(kind="other")
PERSONAL: Final = frozenset({"he", "she", "him", "her", "we", "us", "i", "me", "who", "whom"})
PARTICLES: Final = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dative"})
ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
EMPTY: Final = frozenset({"place", "effect", "landfall", "shape"})
"""Objects that say no more than their verb: "took place"."""
POINTERS: Final = frozenset({"the", "this", "these"})
ABSTRACT: Final = ("ness", "ship", "ism", "hood", "bility", "tude")
"""Endings of nouns for what nobody can touch."""
AGENTIVE: Final = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")
NAMING: Final = frozenset({"call", "name", "dub", "title", "entitle", "nickname"})
CONTAINERS: Final = frozenset({
    "set", "series", "number", "round", "package", "kind", "type", "wave", "lot", "string", "spate", "handful", "pair", "couple", "dozen",
    "total",
})


class Trigger(Struct, frozen=True):
    """A word that tells of a situation, `[start, end)` with its particle or what stands before it in the table.

    `verb` is the verb whose tense and arguments are the situation's: the word itself, or the light verb of a noun.
    """

    token: Token
    start: int
    end: int
    frame: Frame
    verb: Token | None
    means: bool = False
    """The light verb means something of its own ("signed" an agreement, not "held" talks)."""
    pointing: bool = False
    """The noun tells of something only where it takes up what was told ("the incident")."""


@dataclass(frozen=True)
class Words:
    """The frames by the lemma of their head word; the longest wording first."""

    verbs: dict[str, list[tuple[tuple[str, ...], Frame]]]
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]]
    light: dict[int, frozenset[str]]
    always_light: frozenset[str]
    planning: frozenset[str]
    known: frozenset[str]
    light_words: frozenset[str]
    senses: frozenset[str]
    """Words whose kind the words around them tell ("strike")."""
    anaphors: frozenset[str] = frozenset()
    """Nouns that take up what was told."""
    nations: frozenset[str] = frozenset()
    """The last words of the names of countries."""
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    """Nouns that end like those for people, and are none."""
    forces: frozenset[str] = frozenset()
    """What fights for a country."""
    officials: frozenset[str] = frozenset()
    """Who meets for one."""
    abstract: frozenset[str] = frozenset()
    """What nobody can touch."""

    def lemma(self, verb: Token) -> str:
        """The lemma of a verb; the model cuts "staged" to "stag"."""
        lemma = verb.lemma_.lower()
        return lemma + "e" if lemma not in self.known and lemma + "e" in self.known else lemma


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The table as look-ups; a user's rows stand first."""
    verbs: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in reversed(lexicon.frames):
        for verb in frame.verbs:
            first, *rest = verb.split()
            verbs.setdefault(first, []).append((tuple(rest), frame))
        for noun in frame.nouns:
            *before, last = noun.split()
            nouns.setdefault(last, []).append((tuple(before), frame))
    light = {id(frame): frozenset(frame.light) for frame in lexicon.frames}
    for rows in (*verbs.values(), *nouns.values()):
        rows.sort(key=lambda row: -len(row[0]) - bool(row[1].object) - (row[1].beings or row[1].things or bool(row[1].subject)) * 0.5)
    always = frozenset(word for row in lexicon.governors if row.light for word in row.words)
    planning = frozenset(word for row in lexicon.governors if row.modality == "future" and not row.nouns for word in row.words)
    light_words = always | planning | {verb.split()[0] for frame in lexicon.frames for verb in frame.light}
    senses = frozenset(word for rows in (verbs, nouns) for word, group in rows.items() if any(frame.near for _, frame in group))
    anaphors = frozenset(word for row in lexicon.anaphors for word in row.words)
    nations = frozenset(name.split()[-1].lower() for row in lexicon.nations for name in (row.name, *row.short))
    return Words(
        verbs, nouns, light, always, planning, frozenset(verbs) | light_words, light_words, senses, anaphors, nations,
        nouns_of(lexicon, "person"), nouns_of(lexicon, "thing"), nouns_of(lexicon, "force"), nouns_of(lexicon, "official"),
        nouns_of(lexicon, "abstract"),
    )  # fmt: skip


def _in_sense(token: Token, rows: list[tuple[tuple[str, ...], Frame]]) -> list[tuple[tuple[str, ...], Frame]]:
    """The rows of which a `near` word stands in the sentence, or else two in the article, the most first; then those that ask for none."""
    lemmas = token.doc.columns.lemmas
    for start, end, enough in ((token.sent.start, token.sent.end, 1), (0, len(lemmas), 2)):
        around = {*lemmas[start : token.i], *lemmas[token.i + 1 : end]}
        found = [(len(around.intersection(row[1].near)), row) for row in rows if row[1].near]
        if any(count >= enough for count, _ in found):
            best = sorted((pair for pair in found if pair[0] >= enough), key=lambda pair: -pair[0])
            surer = [row for row in rows if row[0] or (row[1].object and not row[1].near)]
            return surer + [row for _, row in best] + [row for row in rows if not row[1].near]
    return [row for row in rows if not row[1].near]


def find_triggers(sentence: Iterator[Token], words: Words, identities: Identities, kinds: dict[str, EntityType]) -> Iterator[Trigger]:
    """The triggers of a sentence in order; light verbs are part of their noun's."""
    for token in sentence:
        trigger = None
        pos = token.pos_
        if pos in ("NOUN", "PROPN") or (pos == "ADJ" and token.dep_ in ARGUMENTS):  # "reached the final"
            trigger = _of_noun(token, words) if not _names_another(token, identities) else None
        elif pos == "VERB" or (pos in ("AUX", "ADJ") and token.tag_ == "VBN" and token.dep_ not in ("aux", "auxpass")):
            trigger = _of_verb(token, words, identities, kinds)
        if trigger is not None:
            yield trigger


def _names_another(token: Token, identities: Identities) -> bool:
    """A capital word in the name of something that is no event ("Kool Aid", "Strike Force")."""
    return token.pos_ == "PROPN" and token.ent_type_ != "EVENT" and identities.of(token.i) is not None


def _of_noun(token: Token, words: Words) -> Trigger | None:
    lemma = token.lemma_.lower()
    rows = words.nouns.get(lemma)
    if rows is None and token.pos_ == "PROPN":
        rows = words.nouns.get(token.lower_)
    if rows is None:
        return _pointing(token, OTHER, words)
    if token.dep_ in ("compound", "amod") or _is_part_of_name(token):
        return None
    for before, frame in _in_sense(token, rows) if lemma in words.senses else rows:
        start = token.i - len(before)
        if start < 0 or any(token.doc[start + k].lower_ != word for k, word in enumerate(before)):
            continue
        if (lemma == "talk" and token.tag_ == "NN") or (frame.object and not _is_of(token, frame, words)):
            continue
        verb = _light_verb(token, frame, words)
        if frame.body and verb is None and _is_body(token, words):
            return None
        if frame.linked and verb is None and not _is_linked(token, frame):
            return _pointing(token, frame, words)
        return Trigger(token, start, token.i + 1, frame, verb, verb is not None and words.lemma(verb) not in words.always_light)
    return _pointing(token, OTHER, words)


def _is_of(noun: Token, frame: Frame, words: Words) -> bool:
    """Whether what stands before the noun or after one of its prepositions is what the frame asks for ("the release of the hostages")."""
    heads = [item for child in noun.children if child.dep_ == "prep" for item in child.children if item.dep_ == "pobj"]
    heads += [child for child in noun.lefts if child.dep_ in ("compound", "poss")]
    return any(h.lemma_.lower() in frame.object or ("somebody" in frame.object and _is_person(h, words)) for h in heads)


def _is_body(noun: Token, words: Words) -> bool:
    """ "The campaign said", "a spokesman for her campaign", "she and her campaign": those who do it."""
    head = noun.head
    if noun.dep_ == "conj":
        return head.pos_ == "PROPN" or _is_person(head, words) or _is_body(head, words)
    if noun.dep_ == "nsubj":
        return head.pos_ == "VERB" and any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in head.rights)
    if noun.dep_ == "pobj" and head.dep_ == "agent":
        return True
    return (noun.dep_ == "pobj" and _is_person(head.head, words)) or (noun.dep_ == "poss" and _is_person(head, words))


def _pointing(noun: Token, frame: Frame, words: Words) -> Trigger | None:
    """ "The incident", "the order": a noun that can take up what was told."""
    if noun.pos_ != "NOUN" or noun.dep_ == "compound" or noun.lemma_.lower() not in words.anaphors:
        return None
    if not any(c.dep_ == "det" and c.lower_ in POINTERS for c in noun.lefts):
        return None
    return Trigger(noun, noun.i, noun.i + 1, frame, _light_verb(noun, frame, words), pointing=True)


def _is_linked(noun: Token, frame: Frame) -> bool:
    """A participant stands before it, or one of the frame's prepositions after it."""
    return any(
        c.dep_ == "poss" or (c.dep_ == "compound" and c.pos_ == "PROPN") or (c.dep_ == "prep" and c.lower_ in frame.roles)
        for c in noun.children
    )


def _is_part_of_name(token: Token) -> bool:
    """A capital word inside a name of somebody or something ("World War", "Strike Force")."""
    if token.pos_ != "PROPN":
        return False
    return token.ent_type_ not in ("", "EVENT", "NORP", "GPE") or token.dep_ == "compound"


def _light_verb(noun: Token, frame: Frame, words: Words) -> Token | None:
    """The verb that tells of the event together with the noun: "held" talks, talks "began", an attack "launched" by."""
    light = words.light.get(id(frame), frozenset())
    node = noun
    while (node.dep_ == "conj" and node.head.pos_ == "NOUN") or _is_contained(node):
        node = node.head if node.dep_ == "conj" else node.head.head
    head = node.head
    if node.dep_ == "pobj" and head.head.pos_ == "VERB" and f"{words.lemma(head.head)} {head.lower_}" in light:
        return head.head
    if node.dep_ in ("dobj", "nsubjpass", "nsubj") and head.pos_ in ("VERB", "AUX") and _tells(head, node, light, words):
        return head
    return next(
        (
            c
            for c in noun.children
            if c.dep_ == "acl" and c.tag_ == "VBN" and (words.lemma(c) in light or words.lemma(c) in words.always_light)
        ),
        None,
    )


def _is_contained(noun: Token) -> bool:
    """ "A series of attacks" is attacks."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return noun.head.head.lemma_ in CONTAINERS or noun.head.head.pos_ in ("NUM", "SYM")


def _tells(verb: Token, noun: Token, light: frozenset[str], words: Words) -> bool:
    """Whether a verb and its argument tell of one event."""
    lemma = words.lemma(verb)
    if lemma in light and (noun.dep_ != "nsubj" or not any(c.dep_ == "dobj" for c in verb.children)):
        return True
    if lemma in words.planning:
        return noun.dep_ == "nsubjpass"
    if lemma not in words.always_light:
        return lemma in light
    return noun.dep_ != "nsubj" or not any(
        c.dep_ == "dobj" and (lemma == "have" or c.lower_ not in EMPTY) for c in verb.children
    )


def _of_verb(token: Token, words: Words, identities: Identities, kinds: dict[str, EntityType]) -> Trigger | None:
    lemma = words.lemma(token)
    if token.dep_ in ("amod", "compound", "prep", "nmod") or _tells_with_a_noun(token, words):
        return None
    if token.dep_ == "acl" and lemma in NAMING:  # "a probe called Nyota"
        return None
    rows = words.verbs.get(lemma, [])
    for rest, frame in _in_sense(token, rows) if lemma in words.senses else rows:
        end = _particles_end(token, rest)
        if end is not None and _fits(token, rest, frame, words, identities, kinds):
            return Trigger(token, token.i, max(end, token.i + 1), frame, token)
    if token.pos_ != "VERB" or lemma in ("be", "have"):
        return None
    return Trigger(token, token.i, token.i + 1, OTHER, token)


def _tells_with_a_noun(verb: Token, words: Words) -> bool:
    """A light verb beside its noun is no trigger of its own."""
    if words.lemma(verb) not in words.light_words:
        return False
    for child in verb.children:
        nouns = child.children if child.dep_ == "prep" else (child,)
        if any(
            n.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj") and (t := _of_noun(n, words)) is not None and t.verb == verb for n in nouns
        ):
            return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        trigger = _of_noun(verb.head, words)
        return trigger is not None and trigger.verb == verb
    return False


def _particles_end(token: Token, rest: tuple[str, ...]) -> int | None:
    """Where a verb with its particles ends; None where they are not there."""
    end = token.i + 1
    for word in rest:
        particle = next(
            (
                c
                for c in token.children
                if c.i > token.i and c.lower_ == word and c.dep_ in PARTICLES and not _is_of_time(c)
            ),
            None,
        )
        if particle is None:
            following = next((t for t in token.doc[end : end + 1] if t.lower_ == word and not _is_of_time(t)), None)
            if following is None:
                return None
            particle = following
        end = particle.i + 1 if particle.i == end else end
    return end


def _is_of_time(preposition: Token) -> bool:
    """ "Joined in May" is no joining in."""
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.rights)


def _fits(
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
    return "somebody" in wanted and (entity == "Person" if entity else _is_person(noun, words))


def _is_abstract(noun: Token, words: Words) -> bool:
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in words.abstract or noun.lemma_.endswith(ABSTRACT))


def _is_measured(verb: Token) -> bool:
    """ "Grew 3 percent", "fell by $3"."""
    measures = [c for c in verb.rights if c.dep_ in ("npadvmod", "dobj", "advmod")]
    measures += [i for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("by", "to", "from") for i in c.rights if i.dep_ == "pobj"]
    return any(m.ent_type_ in ("PERCENT", "MONEY") for m in measures)


def _is_person(noun: Token, words: Words) -> bool:
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
