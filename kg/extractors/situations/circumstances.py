"""When, where and how many: what hangs on a trigger besides its participants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from kg.doc import Token
from kg.extractors.drafts import Identities
from kg.extractors.numbers import ORDINALS
from kg.extractors.quantities import QuantityMention, is_topic
from kg.extractors.situations.grammar import prepositions_of
from kg.extractors.situations.lookups import Words
from kg.extractors.situations.roles import Argument
from kg.extractors.situations.triggers import Trigger
from kg.extractors.times import TimeMention
from kg.extractors.times.tenses import PLANNED, POSTPONED, PROPOSING
from kg.model import PLACES, EntityType, Time
from kg.parsing import ParsedArticle

MAX_CLIMB: Final = 8
AMID: Final = frozenset({"in", "at", "during"})
BESIDE: Final = frozenset({"before", "after", "since", "until", "till", "by", "to", "of", "following"})
LANDMARKS: Final = frozenset({"since", "after", "before", "until", "till", "following"})
AT_FIRST: Final = frozenset({"originally", "initially", "first", "previously", "once"})
MODIFIERS: Final = frozenset({"compound", "nmod", "nummod", "amod", "poss"})
WHOLES: Final = frozenset({"week", "month", "year"})
OCCURRENCES: Final = frozenset({"come", "begin", "start", "occur", "happen", "open", "resume", "erupt", "conclude", "be"})
RANKED: Final = frozenset({"in", "since", "for", "over"})
SPANS: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
SITUATED: Final = frozenset({"locate", "situate", "base"})
TARGETS: Final = frozenset({"to", "into"})
NAMED_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
WHERE: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "off", "around", "throughout", "within", "along", "over", "into", "on", "out"}
)


def owner_of(token: Token, triggers: dict[int, int], is_time: bool = False) -> int | None:
    """The situation on whose words a token hangs: the first trigger on the way up, not past another verb."""
    node = token
    for _ in range(MAX_CLIMB):
        if (owner := triggers.get(node.i)) is not None:
            return owner
        if node != token and node.pos_ in ("VERB", "AUX"):  # "40 people would have to leave": of what they have to do
            if is_time and token.i < node.i and node.tag_ == "VBD" and node.lemma_ != "be":  # "last month he threatened to leave"
                return None
            words = [c for child in node.children for c in (child, *(child.children if child.dep_ == "acomp" else ()))]
            return next((triggers[c.i] for c in words if c.dep_ == "xcomp" and c.i in triggers and c.i > token.i), None)
        if node.head == node:
            return None
        node = node.head
    return None


def times_of(parsed: ParsedArticle, times: tuple[TimeMention, ...], triggers: dict[int, int]) -> dict[int, Time]:
    """Situation -> the time expression that hangs on it; the first one that could be resolved counts."""
    found: dict[int, Time] = {}
    for mention in times:
        tokens = parsed.doc[mention.start : mention.end]
        head = next((t for t in tokens if not mention.start <= t.head.i < mention.end and t.dep_ != "det"), tokens[-1])
        owners = _after(parsed, mention, triggers) or _of_clause(parsed, mention, head, triggers) or _owners(mention, head, triggers)
        for owner in owners:
            if owner not in found or found[owner].precision == "unanchored":
                found[owner] = mention.time
        for owner, time in _since(parsed, mention, head, triggers):
            found.pop(owner, None) if time is None else found.update({owner: time})
    return found


def _since(parsed: ParsedArticle, mention: TimeMention, head: Token, triggers: dict[int, int]) -> Iterator[tuple[int, Time | None]]:
    """ "The worst flood since 1998, when 22 people died": the deaths are of that year, the flood is not of all years since."""
    start, before = mention.time.start, parsed.doc[mention.start - 1] if mention.start else None
    if start is None or mention.time.end is not None or before is None or before.lower_ not in ("since", "from"):
        return
    noun = before.head
    if noun.i in triggers and any(c.tag_ == "JJS" or c.lower_ in ("first", "most") for c in noun.lefts):
        yield triggers[noun.i], None
    for clause in head.children:
        if clause.dep_ == "relcl" and clause.i in triggers and mention.time.precision == "year":
            yield triggers[clause.i], replace(mention.time, end=start.replace(month=12, day=31))


def _after(parsed: ParsedArticle, mention: TimeMention, triggers: dict[int, int]) -> list[int]:
    """ "Two days after the quake", "a day after she resigned": the time is of the quake, of the resignation."""
    following = parsed.doc[mention.end] if mention.end < len(parsed.doc) else None
    if following is None or following.lower_ not in ("after", "before") or parsed.doc[mention.end - 1].lemma_ not in SPANS:
        return []
    if mention.start and parsed.doc[mention.start - 1].lower_ == "on":
        return []
    heads = [following.head] if following.dep_ == "mark" else [c for c in following.children if c.dep_ in ("pobj", "pcomp")]
    return [triggers[h.i] for h in heads if h.i in triggers]


def _of_clause(parsed: ParsedArticle, mention: TimeMention, head: Token, triggers: dict[int, int]) -> list[int]:
    """ "Rejected the proposal in October": the parser hangs the month on the noun, the reader on the verb, unless that plans it."""
    preposition = parsed.doc[mention.start - 1] if mention.start else None
    if preposition is None or preposition.lower_ not in ("in", "on") or preposition != head.head:
        return []
    noun = preposition.head
    clause, own = triggers.get(noun.head.i), triggers.get(noun.i)
    if noun.dep_ != "dobj" or noun.i > mention.start or clause is None or own in (None, clause) or noun.head.lemma_ in PLANNED | PROPOSING:
        return []
    return [clause]


def _owners(mention: TimeMention, head: Token, triggers: dict[int, int]) -> Iterator[int]:
    """What a time expression hangs on, and the clause that hangs on it ("2014, when ..."), unless that is "until 2014, when ..."."""
    if _ranks(head) or _is_of_a_thing(mention.time, head, triggers):
        return
    if (landmark := _landmark(head)) is not None:
        yield from (triggers[i] for i in (landmark.i,) if i in triggers)
        return
    if _is_appointed(head):
        yield from _appointed(head.head, triggers)
        return
    owner = owner_of(head, triggers, is_time=True)
    owner = _occurring(head, triggers) if owner is None else owner
    if owner is not None:
        yield owner
    for clause in head.children if mention.time.start is not None else ():
        if clause.dep_ == "relcl" and clause.i in triggers and any(c.lower_ in ("when", "which") for c in clause.lefts):
            yield triggers[clause.i]


def _ranks(head: Token) -> bool:
    """ "The third time in the past decade", "the worst defeat in a decade": among what it ranks, not when it was."""
    preposition = head if head.dep_ == "prep" else head.head
    if preposition.dep_ != "prep" or preposition.lower_ not in RANKED or not preposition.i:
        return False
    noun = preposition.nbor(-1)
    if noun.tag_ == "JJS":  # "its lowest in 33 years"
        return True
    return noun.pos_ == "NOUN" and any(c.tag_ == "JJS" or c.lower_ in ORDINALS for c in noun.lefts)


def _is_of_a_thing(time: Time, head: Token, triggers: dict[int, int]) -> bool:
    """How old a thing is: "a statue from 1912", "the 1969 book", "last week's bill"; or of another: "since Friday's debate"."""
    preposition = head.head if head.dep_ == "pobj" else None
    noun = preposition.head if preposition is not None else head.head
    if preposition is not None and preposition.lower_ == "for" and time.precision != "day" and preposition.nbor(-1).dep_ == "dobj":
        noun = preposition.nbor(-1)  # "cut its forecast for 2030", wherever the parser hung the year
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i in triggers or noun.lemma_ in SPANS:
        return False
    if preposition is None and noun.head.lower_ in BESIDE and head.i < noun.i:
        return head.dep_ in MODIFIERS
    if preposition is None:
        whole = time.precision in WHOLES or (time.precision == "range" and head.dep_ != "poss")
        return whole and head.dep_ in MODIFIERS and head.i < noun.i and noun.head.lower_ not in AMID
    return preposition.lower_ in ("from", "of", "for") and noun.dep_ in ("nsubj", "nsubjpass", "dobj")


def _landmark(head: Token) -> Token | None:
    """ "Has fallen since its peak in 2023", "after the quake in March": the noun right before, from or until which something lasts."""
    if head.dep_ != "pobj" or head.head.lower_ != "in" or not head.head.i:
        return None
    noun = head.head.nbor(-1)
    return noun if noun.dep_ == "pobj" and noun.head.lower_ in LANDMARKS else None


def _is_appointed(head: Token) -> bool:
    """ "Planned for Friday", "moved to May": when it will be, not when that is said or decided."""
    preposition = head.head
    verbs = PLANNED if preposition.lower_ == "for" else POSTPONED
    return head.dep_ == "pobj" and preposition.lower_ in ("for", "to", "until", "till") and _verb_above(preposition).lemma_ in verbs


def _appointed(preposition: Token, triggers: dict[int, int]) -> Iterator[int]:
    """What is planned or put off: "a strike planned for Friday", "the vote was moved to May".

    What is put off "until May" is not over then, and what was "first planned" for May was not in May.
    """
    verb = _verb_above(preposition)
    if preposition.lower_ in ("until", "till") or any(c.lower_ in AT_FIRST for c in verb.children):
        return
    things = [verb.head] if verb.dep_ in ("acl", "relcl") else [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    yield from (triggers[t.i] for t in things if t.i in triggers)


def _verb_above(preposition: Token) -> Token:
    """ "Pushed back to May": the verb, past its particle."""
    above = preposition.head
    return above.head if above.pos_ in ("ADV", "ADP") else above


def _occurring(head: Token, triggers: dict[int, int]) -> int | None:
    """ "The announcement came on Friday", "elections are due in May": the verb only says that there was one."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    verb = verb.head if verb.dep_ == "acomp" else verb
    if verb.lemma_ not in OCCURRENCES:
        return None
    return next((triggers[c.i] for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.i in triggers), None)


def measures_of(
    parsed: ParsedArticle, quantities: tuple[QuantityMention, ...], times: tuple[TimeMention, ...]
) -> tuple[QuantityMention, ...]:
    """The numbers that measure something, and tell no time."""
    dated = {i for t in times for i in range(t.start, t.end)}
    return tuple(q for q in quantities if q.start not in dated and not _is_offset(parsed.doc[q.head]))


def quantities_of(
    parsed: ParsedArticle, measures: tuple[QuantityMention, ...], triggers: dict[int, int]
) -> dict[int, list[QuantityMention]]:
    """Situation -> the numbers that measure it or its participants."""
    found: dict[int, list[QuantityMention]] = {}
    for mention in measures:
        if is_topic(parsed.doc, mention.start):
            owner = triggers.get(mention.start - 2)
        else:
            owner = owner_of(parsed.doc[mention.head], triggers)
            owner = owner_of(parsed.doc[mention.start], triggers) if owner is None else owner
        if owner is not None:
            found.setdefault(owner, []).append(mention)
    return found


def _is_offset(head: Token) -> bool:
    """ "Two days after": how long after, no measure of what happened."""
    following = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    return following in ("after", "before", "later", "earlier", "ago") and head.lemma_ in SPANS


def place_of(trigger: Trigger, arguments: list[Argument], identities: Identities, kinds: dict[str, EntityType]) -> str | None:
    """The innermost place named beside the trigger, its verb or what it is done to.

    Where the frame says so, the place that it is done to; last, a place that the sentence opens with, or one before the noun
    ("the Oslo talks").
    """
    heads = [trigger.token] if trigger.verb is None or trigger.verb == trigger.token else [trigger.token, trigger.verb]
    beside = [(name, item, item.i > head.i) for head in heads for name, item in prepositions_of(head)]
    roles = trigger.frame.roles.items()
    beaten = {name for name, part in roles if name == "over" and part != "place"}  # "the victory over Peru in Lima"
    allowed = (WHERE - beaten).union(name for name, part in roles if part == "place")
    inside = [pair for a in arguments if a.head.i > trigger.token.i for pair in prepositions_of(a.head)]
    after = [(name, item) for name, item, is_after in beside if is_after]
    place = _first_place(after, allowed, identities, kinds)
    place = place or _first_place(inside, allowed, identities, kinds)
    if place is None and trigger.frame.site:
        place = _site(arguments, identities, kinds)
    if place is None and trigger.frame.itself:
        place = _first_place(after, TARGETS, identities, kinds)
    place = place or _first_place([(name, item) for name, item, is_after in beside if not is_after], allowed, identities, kinds)
    return place or next((identities.of(a.head.i) for a in arguments if a.part == "place"), None)


def _first_place(
    candidates: Iterable[tuple[str, Token]], allowed: frozenset[str], identities: Identities, kinds: dict[str, EntityType]
) -> str | None:
    for name, item in candidates:
        if name.split()[0] in allowed:
            for node in _inwards(item):
                entity = identities.of(node.i)
                if entity and kinds.get(entity) in PLACES:
                    return entity
    return None


def _inwards(head: Token) -> Iterator[Token]:
    """ "The village of Aru in the north", "the moon Aru": the name first."""
    for preposition, item in prepositions_of(head):
        if preposition == "of":
            yield item
    yield head
    yield from (t for t in head.doc[head.i + 1 : head.i + 2] if t.ent_type_ in NAMED_PLACES)
    yield from (c for c in head.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN")
    for node in (head, *(c for c in head.rights if c.dep_ == "acl" and c.lemma_ in SITUATED)):
        for preposition, item in prepositions_of(node):
            if preposition in WHERE:
                yield item


def _site(arguments: list[Argument], identities: Identities, kinds: dict[str, EntityType]) -> str | None:
    for argument in arguments:
        if argument.part in ("patient", "place"):
            for node in (*_inwards(argument.head), *([argument.owner] if argument.owner is not None else [])):
                entity = identities.of(node.i)
                if entity and kinds.get(entity) in PLACES:
                    return entity
    return None


def is_scene(argument: Argument, kind: EntityType | None, nations: frozenset[str]) -> bool:
    """ "The Oslo attack" is one in Oslo, "the Norway attack" and "the Norwegian attack" are Norway's."""
    noun = argument.head
    return noun.dep_ in ("compound", "nmod") and noun.pos_ == "PROPN" and kind in PLACES and noun.lower_ not in nations


def is_delegation(argument: Argument, trigger: Trigger, words: Words) -> bool:
    """ "French and Malian officials met": they meet for their countries."""
    return trigger.frame.reciprocal and argument.part == "participant" and argument.head.lemma_ in words.officials


def owners_of(
    argument: Argument, trigger: Trigger, words: Words, identities: Identities, kinds: dict[str, EntityType]
) -> list[Token]:
    """The countries whose forces act or suffer, whose things are hit, whose officials meet: "Chadian ports", "delegates from Peru"."""
    head, frame = argument.head, trigger.frame
    if argument.part == "participant" and frame.reciprocal:
        sent = [item for name, item in prepositions_of(head) if name in ("of", "from") and head.lemma_ in words.officials]
        return _countries_before(head, identities, kinds) or [t for t in sent if identities.of(t.i)]
    if argument.part in ("patient", "agent") and (frame.site or head.lemma_.lower() in words.forces):
        return _countries_before(head, identities, kinds)
    return []


def _countries_before(head: Token, identities: Identities, kinds: dict[str, EntityType]) -> list[Token]:
    """ "Chadian ports", "Chad's army", "French and German officials": the tokens of the countries."""
    modifiers = [c for c in head.lefts if c.dep_ in ("amod", "poss", "compound", "nmod")]
    items = [t for c in modifiers for t in (c, *(g for g in c.subtree if g.dep_ == "conj"))]
    return [t for t in items if kinds.get(identities.of(t.i) or "") in PLACES]
