"""Who takes part in a situation and as what: the words around a trigger, by the frame's table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from kg.doc import Token
from kg.extractors.situations.grammar import (
    OBJECTS,
    coordinated,
    objects_of,
    prepositions_of,
    relative_of,
    subjects_of,
)
from kg.extractors.situations.phrases import phrase_of
from kg.extractors.situations.triggers import EMPTY, Trigger
from kg.extractors.situations.voice import is_passive
from kg.extractors.situations.words import HANDING, PARTS, WORKS
from kg.lexicon import Frame
from kg.model import RoleName

Part = RoleName | Literal["place", "none"]
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
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
ASKING: Final = frozenset({"WP", "WDT"})
"""Tags of the "who" and "what" of a question, direct or not; of relative clauses it is what they stand for that takes part."""
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
RECEIVING: Final = frozenset({"receive", "get", "suffer", "sustain", "face", "undergo", "experience", "stand", "serve"})
"""Light verbs whose subject undergoes what the noun names."""
ORDERED: Final = frozenset({"win", "land", "secure", "take", *RECEIVING})
"""Light verbs whose subject is who sells, where the noun is an order."""
ORDERS: Final = frozenset({"purchase", "delivery"})
REACHING: Final = frozenset({"at", "on", "against", "toward", "into", "from", "to"})
"""Prepositions that reach out of an object to somebody else."""
MEASURES: Final = frozenset({"MONEY", "PERCENT", "QUANTITY"})
FIGURES: Final = frozenset({"by", "to", "from", "at"})
"""Prepositions of bare figures: rose by 40, to 90."""
SEEMING: Final = frozenset({"appear", "seem"})
MAKING: Final = frozenset({"make", "take", "complete", "finish", "begin"})
"""Light verbs whose subject is what moves: made its first flight."""
STATES: Final = frozenset({"in", "on", "at", "under"})
DEEDS: Final = frozenset({"attack", "protest", "invasion", "theft", "smuggling", "abduction", "cyberattack", "fraud"})
"""What somebody does who kills, takes or blocks something "in" it."""
UPSHOTS: Final = frozenset({
    "cap", "end", "mark", "prompt", "spark", "trigger", "fuel", "ignite", "deepen", "ease", "heighten", "underline", "underscore",
    "highlight", "signal", "complete", "crown", "conclude", "dash", "stoke", "renew", "intensify", "reignite",
})
"""Participles behind a clause that say what came of it, or what it is: it does so, nobody in it."""
SETTINGS: Final = frozenset({"communication", "press-conference", "meeting", "talks", "call"})
"""What a speaker takes part in who speaks "in" or "at" it."""


class Argument(Struct, frozen=True):
    """A participant: the head token of its words, and its part, "none" of a mere measure.

    `owner` is the token whose entity takes part, where the words are none of their own, `relative` the pronoun that stands for it in
    a relative clause. `only_named`: it takes part only where it is somebody of the graph. `undergoes`: what is nobody undergoes it.
    `beings`: what is nobody takes no part ("the tone at the talks was harsh").
    """

    head: Token
    part: Part
    owner: Token | None = None
    relative: Token | None = None
    only_named: bool = False
    undergoes: bool = False
    beings: bool = False

    @property
    def tokens(self) -> tuple[int, int]:
        return phrase_of(self.head)


def arguments_of(trigger: Trigger) -> list[Argument]:
    """Participants of a situation in the order of the text, each head once."""
    found = _of_verb(trigger) if trigger.verb == trigger.token else _of_noun(trigger)
    seen: dict[int, Argument] = {}
    for argument in found:
        head, inside = argument.head, trigger.token.i < argument.head.i < trigger.end
        known = head.tag_ not in ASKING and not _is_empty(head)
        if known and head.pos_ in NOMINAL and not (head.text in "-–—" or inside or _is_time(head)):
            seen.setdefault(head.i, argument)
    return [seen[i] for i in sorted(seen)]


def _is_empty(head: Token) -> bool:
    """ "There are", "took place": nobody, and nothing."""
    return head.dep_ == "expl" or (head.dep_ == "dobj" and head.lower_ in EMPTY)


def _is_time(head: Token) -> bool:
    """ "By Friday", "Monday's vote", "the end of March" take no part; "the 20-year-old" does."""
    if head.ent_type_ in ("DATE", "TIME"):
        return not head.lower_.endswith(("old", "olds"))
    return head.dep_ == "pobj" and head.lemma_.lower() in WHEN


def _measures(preposition: str, head: Token) -> bool:
    """ "By 3 percent", "to 40", "for $2 million": a measure takes no part."""
    return head.ent_type_ in MEASURES or (preposition in FIGURES and head.ent_type_ == "CARDINAL")


def _takes_part(preposition: str, head: Token, word: Token) -> bool:
    """Whether what stands after a preposition takes part; who does it stands after the "by" of a passive."""
    if _measures(preposition, head) or preposition != "by":
        return not _measures(preposition, head)
    return head.lemma_.lower() not in MEANS and (word.pos_ not in ("VERB", "AUX") or is_passive(word))


def _of_verb(trigger: Trigger) -> Iterator[Argument]:
    verb, frame = trigger.token, trigger.frame
    table = {**VERB_DEFAULTS, **frame.roles}
    if frame.nouns:  # "the death of Ann", "died of a fever"
        table.pop("of", None)
    passive, (relative, antecedent) = is_passive(verb), relative_of(verb)
    meant = coordinated(antecedent) if antecedent is not None else []
    objects = [] if passive else objects_of(verb)
    if frame.roles.get("with") == "patient" and any(name == "with" for name, _ in prepositions_of(verb)):
        table["object"] = "recipient"  # "supplied Kenya with buses"
    elif frame.reciprocal and "object" not in frame.roles and not passive:
        table["object"] = "participant"
    alone = frame.itself and not passive and not objects and (verb.lemma_ in SEEMING or not any(c.dep_ == "xcomp" for c in verb.rights))
    given = [c for c in verb.rights if c.dep_ in OBJECTS] if passive and verb.lemma_ in HANDING else []
    for subject in [] if _is_upshot(verb) else subjects_of(verb):
        part = "recipient" if given else table["object" if passive else "subject"]
        yield Argument(subject, part, relative=relative if subject in meant else None, undergoes=alone)
    yield from (Argument(item, "patient") for item in given)
    for item in objects:
        if item == verb.head and frame.roles.get("subject") == "patient":  # "a report by the radio that 40 people had died"
            continue
        part = "none" if item.ent_type_ in ("QUANTITY", "PERCENT") and not item.rights else table["object"]
        yield Argument(item, part, relative=relative if item in meant else None)
    yield from _in_prepositions(verb, table, frame)
    yield from _behind_objects(objects, frame)
    if passive:
        yield from (Argument(doer, table["by"]) for doer in _shared_doers(verb))


def _is_upshot(verb: Token) -> bool:
    """ "The jury convicted her, capping a long trial": it was the conviction that capped it."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in UPSHOTS and verb.i > verb.head.i and verb.nbor(-1).text == ","


def _shared_doers(verb: Token) -> list[Token]:
    """ "Arrested and charged by the police": the doers of the last verb are those of the first."""
    following = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN"), None)
    if following is None or any(c.dep_ == "agent" for c in verb.rights):
        return []
    if any(c.dep_ in ("nsubjpass", "aux", "auxpass") for c in following.lefts):
        return []
    return [item for name, item in prepositions_of(following) if name == "by" and _takes_part(name, item, following)]


def _behind_objects(objects: list[Token], frame: Frame) -> Iterator[Argument]:
    """ "Ordered jets from Arvo", "fired shells of all kinds at the port": the parser hangs the port on the shells or the kinds."""
    for item in objects:
        for node in (item, *(kind for name, kind in prepositions_of(item) if name == "of" and frame.object)):
            for preposition, head in prepositions_of(node):
                part = frame.roles.get(preposition) if preposition in REACHING else None
                if part not in (None, "place", "none") and _takes_part(preposition, head, node):
                    yield Argument(head, part or "patient", only_named=not frame.object)


def _in_prepositions(token: Token, table: dict[str, Part], frame: Frame) -> Iterator[Argument]:
    beside = list(prepositions_of(token))
    beside += [pair for name, head in beside if name == "by" and head.lemma_.lower() in MEANS for pair in prepositions_of(head)]
    for preposition, head in beside:
        part = table.get(preposition, "none")
        if part == "place":
            continue
        if _measures(preposition, head):
            yield Argument(head, "none")
        elif part != "none" and _takes_part(preposition, head, token):
            loose = preposition in LOOSE and preposition not in frame.roles and head.dep_ != "dative"
            yield Argument(head, part, only_named=loose or (part == "participant" and _is_manner(preposition, head)))


def _is_manner(preposition: str, head: Token) -> bool:
    """ "Spoke with passion": how, not to whom."""
    return preposition == "with" and head.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in head.lefts)


def _of_noun(trigger: Trigger) -> Iterator[Argument]:
    noun, verb, table = trigger.token, trigger.verb, _noun_table(trigger)
    yield from _before_noun(trigger, table)
    yield from _in_prepositions(noun, table, trigger.frame)
    yield from (Argument(doer, table["by"]) for doer in _doers_behind(noun))
    for participle in noun.rights:
        if participle.dep_ == "acl" and participle != verb and participle.lemma_ in trigger.frame.light and is_passive(participle):
            yield from _in_prepositions(participle, table, trigger.frame)
    if verb is not None:
        yield from _of_light_verb(trigger, verb, table)
    elif not _has_doer(noun):
        yield from (Argument(subject, part, beings=trigger.frame.kind in SETTINGS) for part, subject in _doers_around(trigger, table))


def _doers_behind(noun: Token) -> Iterator[Token]:
    """ "The find of a tomb by divers": the parser hangs the divers on the tomb; not the poet of "the sale of a book by a poet"."""
    for name, thing in prepositions_of(noun):
        if name == "of" and thing.lemma_.lower() not in WORKS:
            yield from (doer for by, doer in prepositions_of(thing) if by == "by" and _takes_part(by, doer, thing))


def _noun_table(trigger: Trigger) -> dict[str, Part]:
    """The table of a noun; turned about where its light verb tells what somebody gets ("received aid from", "faces a trial")."""
    table = {**NOUN_DEFAULTS, **trigger.frame.roles}
    verb = trigger.verb.lemma_ if trigger.verb is not None else ""
    if verb in RECEIVING or (trigger.frame.kind in ORDERS and verb in ORDERED):
        given = trigger.frame.kind in ORDERS or trigger.frame.roles.get("to") == "recipient"
        table |= {"subject": "recipient" if given else "patient", "from": "agent"}
    return table


def _before_noun(trigger: Trigger, table: dict[str, Part]) -> Iterator[Argument]:
    """Whose it is: "Libya's attack", "the Libyan attack", "the French-Malian talks"."""
    noun, verb = trigger.token, trigger.verb
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in PARTS else noun
    active = verb is not None and not is_passive(verb) and noun.dep_ == "dobj"
    for child in (*noun.lefts, *(c for c in whole.lefts if whole != noun and c.dep_ == "poss")):
        if child.dep_ == "poss":
            if not (active and child.tag_ == "PRP$" and table["possessive"] == table["subject"]):  # "Kenya began its withdrawal"
                does = any(c.lower_ == "of" for c in noun.rights)  # "the bank's sale of ships"
                undergoes = table["possessive"] == "agent" and not does
                for holder in coordinated(child):
                    yield Argument(holder, table["possessive"], undergoes=undergoes)
        elif child.dep_ in ("amod", "compound", "nmod"):
            for item in coordinated(child) if child.pos_ == "PROPN" else [*_hyphened(child), child]:
                yield Argument(item, table["modifier"], only_named=True, undergoes=table["modifier"] == "agent")


def _hyphened(modifier: Token) -> list[Token]:
    """The "French" of "French-Malian"."""
    i = modifier.i
    return [modifier.doc[i - 2]] if i > 1 and modifier.doc[i - 1].text in ("-", "–") else []


def _doers_around(trigger: Trigger, table: dict[str, Part]) -> Iterator[tuple[Part, Token]]:
    """Who would do it, or is in the midst of it: "Peru plans a visit", "Peru is in talks", "Peru said in a statement"."""
    noun = trigger.token
    if noun.dep_ == "pobj" and noun.head.lower_ in STATES and noun.head.head.lemma_ == "be":
        part = table["of"] if noun.head.lower_ == "under" else table["possessive"]
        yield from ((part, subject) for subject in subjects_of(noun.head.head))
    elif trigger.frame.kind in SETTINGS and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during", "on"):
        verb = noun.head.head
        yield from ((table["subject"], subject) for subject in (subjects_of(verb) if verb.pos_ == "VERB" and not is_passive(verb) else []))
    elif trigger.frame.kind in DEEDS and noun.dep_ == "pobj" and noun.head.lower_ == "in" and objects_of(noun.head.head):
        yield from ((table["subject"], subject) for subject in subjects_of(noun.head.head))
    else:
        yield from ((table["subject"], subject) for subject in _planners_of(noun))


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
        table = {**table, "by": table["subject"]}
    else:
        is_subject = noun.dep_ == "nsubj" and noun.head == verb
        for subject in [] if is_subject else subjects_of(verb):
            yield Argument(subject, table["subject"], undergoes=trigger.frame.itself and verb.lemma_ in MAKING)
        for item in objects_of(verb) if is_subject else []:
            if item.lower_ not in EMPTY:
                yield Argument(item, table.get("object", "patient"))
    for preposition, head in prepositions_of(verb):
        part = table.get(preposition, "none")
        if part not in ("place", "none") and _takes_part(preposition, head, verb):
            yield Argument(head, part)
