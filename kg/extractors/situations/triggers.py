"""Words that tell of a situation: one matcher over the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kg.doc import Token
from kg.extractors.drafts import Identities
from kg.extractors.situations.fitting import fits, is_person
from kg.extractors.situations.lookups import Words
from kg.extractors.situations.moods import is_of_time
from kg.extractors.situations.phrases import is_scale
from kg.lexicon import Frame
from kg.model import EntityType

OTHER: Final = Frame(kind="other")
PARTICLES: Final = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dative"})
ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
EMPTY: Final = frozenset({"place", "effect", "landfall", "shape"})
"""Objects that say no more than their verb: "took place"."""
POINTERS: Final = frozenset({"the", "this", "these"})
NAMING: Final = frozenset({"call", "name", "dub", "title", "entitle", "nickname"})
CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ"})
CONTAINERS: Final = frozenset({
    "set", "series", "number", "round", "package", "kind", "type", "wave", "lot", "string", "spate", "handful", "pair", "couple", "dozen",
    "total", "state",
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


def _in_sense(token: Token, rows: list[tuple[tuple[str, ...], Frame]]) -> list[tuple[tuple[str, ...], Frame]]:
    """The rows of which a `near` word stands in the sentence, the most first; then those that ask for none.

    Where no sentence tells, the article does: by a longer name of one kind only ("a general strike"), or else by two such words.
    """
    lemmas = token.doc.columns.lemmas
    for start, end, least in ((token.sent.start, token.sent.end, 1), (0, len(lemmas), 2)):
        around = {*lemmas[start : token.i], *lemmas[token.i + 1 : end]}
        meant = _named_in_full(token, rows) if least > 1 else None
        enough = least if meant is None else 0
        found = [(len(around.intersection(row[1].near)), row) for row in rows if row[1].near and meant in (None, row[1].kind)]
        if any(count >= enough for count, _ in found):
            best = sorted((pair for pair in found if pair[0] >= enough), key=lambda pair: -pair[0])
            surer = [row for row in rows if row[0] or (row[1].object and not row[1].near)]
            return surer + [row for _, row in best] + [row for row in rows if not row[1].near]
    return [row for row in rows if not row[1].near]


def _named_in_full(token: Token, rows: list[tuple[tuple[str, ...], Frame]]) -> str | None:
    """The kind of the longer names of a word that the article has, where all are of one and it has a row of the bare word."""
    columns = token.doc.columns
    places = [i for i, lemma in enumerate(columns.lemmas) if lemma == token.lemma_]
    kinds = {frame.kind for before, frame in rows if before and any(tuple(columns.words[i - len(before) : i]) == before for i in places)}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind if any(frame.near and frame.kind == kind for _, frame in rows) else None


def find_triggers(sentence: Iterator[Token], words: Words, identities: Identities, kinds: dict[str, EntityType]) -> Iterator[Trigger]:
    """The triggers of a sentence in order; light verbs are part of their noun's."""
    told = 0
    for token in sentence:
        trigger = None
        pos = token.pos_
        if pos in ("NOUN", "PROPN") or (pos == "ADJ" and token.dep_ in ARGUMENTS):  # "reached the final"
            trigger = _of_noun(token, words) if token.i >= told and not _names_another(token, identities) else None
        elif pos == "VERB" or (pos in ("AUX", "ADJ") and token.tag_ == "VBN" and token.dep_ not in ("aux", "auxpass")):
            trigger = _of_verb(token, words, identities, kinds)
        if trigger is not None and not _is_of_title(token):
            told = trigger.end
            yield trigger


def _is_of_title(token: Token) -> bool:
    """ "A small Flight into Egypt", "his book See No Evil": a common word with a capital where most have none is of a title."""
    if token.pos_ == "PROPN" or not token.text[0].isupper() or token.text.isupper() or token.is_sent_start:
        return False
    if token.nbor(-1).pos_ in ("PUNCT", "SYM", "SPACE"):
        return False
    like = [t.text[0].isupper() for t in token.sent if t.pos_ in CONTENT and not t.is_sent_start]
    return 2 * sum(like) < len(like)


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
    if token.dep_ in ("compound", "amod") or _is_part_of_name(token) or _is_hyphened(token):
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
        if frame.general and verb is None and _is_in_general(token):
            return None
        return Trigger(token, start, token.i + 1, frame, verb, verb is not None and words.lemma(verb) not in words.always_light)
    return _pointing(token, OTHER, words)


def _is_hyphened(noun: Token) -> bool:
    """ "Trade-induced", "non-profits"."""
    following = noun.doc[noun.i + 1 : noun.i + 2]
    before = noun.doc[max(noun.i - 2, 0) : noun.i]
    leads = not noun.whitespace_ and any(t.text == "-" and not t.whitespace_ for t in following)
    return leads or [t.lower_ for t in before] == ["non", "-"]


def _is_of(noun: Token, frame: Frame, words: Words) -> bool:
    """Whether what stands before the noun or after one of its prepositions is what the frame asks for ("the release of the hostages")."""
    heads = [item for child in noun.children if child.dep_ == "prep" for item in child.children if item.dep_ == "pobj"]
    heads += [child for child in noun.lefts if child.dep_ in ("compound", "poss")]
    return any(h.lemma_.lower() in frame.object or ("somebody" in frame.object and is_person(h, words)) for h in heads)


def _is_in_general(noun: Token) -> bool:
    """ "Fraud costs banks millions", "the law punishes fraud": a bare noun with a verb that is not in the past."""
    if noun.tag_ not in ("NN", "NNP") or noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    bare = all(c.dep_ in ("cc", "conj", "punct") for c in noun.children)
    return bare and not any(t.tag_ in ("VBD", "VBN") for t in (noun.head, *noun.head.lefts))


def _is_body(noun: Token, words: Words) -> bool:
    """ "The campaign said", "a spokesman for her campaign", "she and her campaign": those who do it."""
    head = noun.head
    if noun.dep_ == "conj":
        return head.pos_ == "PROPN" or is_person(head, words) or _is_body(head, words)
    if noun.dep_ == "nsubj":
        has_object = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in head.children)
        return head.pos_ == "VERB" and (has_object or head.dep_ in ("parataxis", "ccomp"))
    if noun.dep_ == "pobj" and head.dep_ == "agent":
        return True
    return (noun.dep_ == "pobj" and is_person(head.head, words)) or (noun.dep_ == "poss" and is_person(head, words))


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


def _contained(container: Token) -> list[Token]:
    """The attacks of "a series of attacks"."""
    of = [c for c in container.rights if c.lower_ == "of"] if container.lemma_ in CONTAINERS else []
    return [n for preposition in of for n in preposition.children if n.dep_ == "pobj"]


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
    if token.dep_ in ("amod", "compound", "prep", "nmod") or is_scale(token) or _tells_with_a_noun(token, words):
        return None
    if token.dep_ == "acl" and lemma in NAMING:  # "a probe called Nyota"
        return None
    rows = words.verbs.get(lemma, [])
    for rest, frame in _in_sense(token, rows) if lemma in words.senses else rows:
        end = _particles_end(token, rest)
        if end is not None and fits(token, rest, frame, words, identities, kinds):
            return Trigger(token, token.i, max(end, token.i + 1), frame, token)
    if token.pos_ != "VERB" or lemma in ("be", "have"):
        return None
    return Trigger(token, token.i, token.i + 1, OTHER, token)


def _tells_with_a_noun(verb: Token, words: Words) -> bool:
    """A light verb beside its noun is no trigger of its own."""
    if words.lemma(verb) not in words.light_words:
        return False
    for child in verb.children:
        nouns = child.children if child.dep_ == "prep" else (child, *_contained(child))
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
                if c.i > token.i and c.lower_ == word and (c.dep_ in PARTICLES or c.pos_ == "ADJ") and not is_of_time(c)
            ),
            None,
        )
        if particle is None:
            following = next((t for t in token.doc[end : end + 1] if t.lower_ == word and not is_of_time(t)), None)
            if following is None:
                return None
            particle = following
        end = particle.i + 1 if particle.i == end else end
    return end
