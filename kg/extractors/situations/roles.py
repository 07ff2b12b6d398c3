"""Who takes part in a situation and as what: the words around a trigger, by the frame's table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Token

from kg.extractors.situations.grammar import coordinated, is_passive, objects_of, phrase_of, prepositions_of, relative_of, subjects_of
from kg.extractors.situations.triggers import Trigger
from kg.lexicon import Frame
from kg.model import RoleName

Part = RoleName | Literal["place"]
VERB_DEFAULTS: Final[dict[str, Part]] = {
    "subject": "agent",
    "object": "patient",
    "by": "agent",
    "against": "patient",
    "to": "recipient",
    "with": "participant",
    "into": "recipient",
}
NOUN_DEFAULTS: Final[dict[str, Part]] = {
    "subject": "agent",
    "possessive": "agent",
    "modifier": "agent",
    "by": "agent",
    "of": "patient",
    "against": "patient",
    "between": "participant",
    "with": "participant",
    "to": "recipient",
    "among": "participant",
}
LOOSE: Final = frozenset({"with", "into", "to"})
"""Prepositions that bring in participants of any verb, and much else."""
PLANNERS: Final = frozenset(
    {"plan", "announce", "negotiate", "propose", "promise", "pledge", "prepare", "schedule", "consider", "threaten", "vow", "offer"}
)
"""Whose subject does what the noun after them names."""
KINDS_OF: Final = frozenset({"format", "form", "kind", "type", "sort", "round", "series"})
WHEN: Final = frozenset({
    "end", "start", "beginning", "middle", "dawn", "dusk", "noon", "midnight", "morning", "afternoon", "evening", "night", "day", "week",
    "weekend", "month", "quarter", "year", "spring", "summer", "autumn", "winter", "christmas", "easter", "ramadan", "now", "then", "time",
    "deadline", "magnitude",
})
MEANS: Final = frozenset({
    "photograph", "telephone", "phone", "post", "mail", "email", "e-mail", "fax", "video", "train", "car", "bus", "plane", "boat", "ship",
    "air", "sea", "road", "rail", "land", "hand", "law", "accident", "mistake", "default", "chance", "decree", "contrast", "foot",
})
"""What stands after "by" without being anybody who does it."""
SETTINGS: Final = frozenset({"communication", "press-conference", "meeting", "talks", "call"})
"""What a speaker takes part in who speaks "in" or "at" it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: the head token of its words, and its part; `owner` is the country whose it is, where it is no entity itself,
    `relative` the pronoun that stands for it in a relative clause,
    and `only_named` says that it takes part only where it is somebody of the graph.
    """

    head: Token
    part: Part
    owner: Token | None = None
    relative: Token | None = None
    only_named: bool = False

    @property
    def tokens(self) -> tuple[int, int]:
        return phrase_of(self.head)


def arguments_of(trigger: Trigger) -> list[Argument]:
    """Participants of a situation in the order of the text, each head once."""
    found = _of_verb(trigger) if trigger.verb == trigger.token else _of_noun(trigger)
    seen: dict[int, Argument] = {}
    for argument in found:
        if argument.head.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") and not _is_time(argument.head):
            seen.setdefault(argument.head.i, argument)
    return [seen[i] for i in sorted(seen)]


def _is_time(head: Token) -> bool:
    """ "By Friday", "Monday's vote", "the end of March" take no part; "the 20-year-old" does."""
    if head.ent_type_ in ("DATE", "TIME"):
        return not head.lower_.endswith(("old", "olds"))
    return head.dep_ == "pobj" and head.lemma_.lower() in WHEN


def _is_doer(preposition: str, head: Token, verb: Token) -> bool:
    """Whether who stands after "by" does it: of a passive, and neither means nor measure."""
    if preposition in ("for", "at"):
        return head.ent_type_ != "MONEY"
    if preposition != "by" or verb.pos_ not in ("VERB", "AUX"):
        return True
    return is_passive(verb) and head.lemma_.lower() not in MEANS and head.ent_type_ not in ("CARDINAL", "PERCENT", "MONEY", "QUANTITY")


def _of_verb(trigger: Trigger) -> Iterator[Argument]:
    verb, table = trigger.token, {**VERB_DEFAULTS, **trigger.frame.roles}
    relative = relative_of(verb)
    passive = is_passive(verb)
    for subject in subjects_of(verb):
        yield Argument(subject, table["object" if passive else "subject"], relative=relative if subject == verb.head else None)
    for item in [] if passive else objects_of(verb):
        part = table["object"]
        part = "participant" if trigger.frame.reciprocal and part == "patient" else part
        yield Argument(item, part, relative=relative if item == verb.head else None)
    yield from _in_prepositions(verb, table, trigger.frame)
    if trigger.frame.object and not passive:
        yield from _behind_objects(verb, trigger.frame)


def _behind_objects(verb: Token, frame: Frame) -> Iterator[Argument]:
    """ "Fired shells of all kinds at the port": the parser hangs the port on the shells or the kinds."""
    for item in objects_of(verb):
        for node in (item, *(kind for name, kind in prepositions_of(item) if name == "of")):
            for preposition, head in prepositions_of(node):
                if preposition in ("at", "on", "against", "toward", "into") and (part := frame.roles.get(preposition)) not in (
                    None,
                    "place",
                ):
                    yield Argument(head, part or "patient")


def _in_prepositions(token: Token, table: dict[str, Part], frame: Frame) -> Iterator[Argument]:
    for preposition, head in prepositions_of(token):
        if (part := table.get(preposition)) is not None and part != "place" and ("by" in frame.roles or _is_doer(preposition, head, token)):
            yield Argument(head, part, only_named=preposition in LOOSE and preposition not in frame.roles)


def _of_noun(trigger: Trigger) -> Iterator[Argument]:
    noun, table = trigger.token, {**NOUN_DEFAULTS, **trigger.frame.roles}
    for child in noun.children:
        if child.dep_ == "poss":
            for holder in coordinated(child):
                yield Argument(holder, table["possessive"])
        elif child.i < noun.i and child.dep_ in ("amod", "compound", "nmod"):
            for item in coordinated(child) if child.pos_ == "PROPN" else [child]:
                if item.pos_ == "PROPN" or item.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
                    yield Argument(item, table["modifier"], only_named=True)
    yield from _in_prepositions(noun, table, trigger.frame)
    if trigger.verb is not None:
        yield from _of_light_verb(trigger, trigger.verb, table)
    elif (
        trigger.frame.kind in SETTINGS and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during", "on") and not _has_doer(noun)
    ):
        for subject in subjects_of(noun.head.head) if noun.head.head.pos_ == "VERB" and not is_passive(noun.head.head) else []:
            yield Argument(subject, table["subject"])
    elif not _has_doer(noun):
        for subject in _planners_of(noun):
            yield Argument(subject, table["subject"])


def _planners_of(noun: Token) -> list[Token]:
    """ "Peru plans a visit", "Peru is ready for talks": who would do it."""
    top = noun.head.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in KINDS_OF else noun.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in PLANNERS:
        return subjects_of(noun.head)
    if top.dep_ == "prep" and top.lower_ in ("for", "to") and top.head.pos_ == "ADJ" and top.head.head.pos_ in ("AUX", "VERB"):
        return subjects_of(top.head.head)
    return []


def _has_doer(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "by") for c in noun.children)


def _of_light_verb(trigger: Trigger, verb: Token, table: dict[str, Part]) -> Iterator[Argument]:
    """ "Kenya launched an attack on rebels": the subject and the prepositions of the light verb."""
    noun = trigger.token
    if is_passive(verb):
        for preposition, head in prepositions_of(verb):
            if preposition == "by":
                yield Argument(head, table["subject"])
    else:
        is_subject = noun.dep_ == "nsubj" and noun.head == verb
        for subject in [] if is_subject else subjects_of(verb):
            yield Argument(subject, table["subject"])
        for item in objects_of(verb) if is_subject else []:
            yield Argument(item, table.get("object", "patient"))
    for preposition, head in prepositions_of(verb):
        if preposition != "by" and (part := table.get(preposition)) is not None and part != "place":
            yield Argument(head, part)
