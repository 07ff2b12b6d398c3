"""What ties situations of one sentence together: effects are part of their cause, and share its time and place."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from kg.doc import Token
from kg.extractors.modals import AUXILIARIES
from kg.extractors.quantities import QuantityMention
from kg.extractors.situations.grammar import prepositions_of, subjects_of
from kg.extractors.situations.triggers import Trigger
from kg.model import Situation, Time
from kg.parsing import ParsedArticle

EFFECTS: Final = frozenset({
    "killing", "death", "injury", "damage", "fire", "power-outage", "evacuation", "explosion", "flood", "landslide", "crash", "shooting",
    "stabbing",
})
CONDITION_MARKS: Final = frozenset({"if", "unless", "provided"})
TAKING_UP: Final = frozenset({"those", "these", "them", "which"})
SETTINGS: Final = frozenset({"during", "at"})


def tie(triggers: list[Trigger], situations: list[Situation]) -> list[Situation]:
    """The situations with `part_of` and `condition`, and with the times and places that tied ones share."""
    by_token = {t.token.i: n for n, t in enumerate(triggers)} | {t.verb.i: n for n, t in enumerate(triggers) if t.verb is not None}
    whole = {n: cause for n, t in enumerate(triggers) if (cause := _cause(t, by_token, triggers)) is not None and cause != n}
    found = [replace(s, part_of=situations[whole[n]].id) if n in whole else s for n, s in enumerate(situations)]
    for n, trigger in enumerate(triggers):
        if (condition := _condition(trigger, by_token)) is not None and condition != n:
            found[n] = replace(found[n], condition=situations[condition].id)
    for n, other in whole.items():
        found[n], found[other] = _sharing(found[n], found[other])
    for n, other in _companions(triggers, by_token):
        together = _sharing(found[n], found[other])
        own = found[other].time if _is_last_alone(triggers[n], found[n].time) else together[1].time
        found[n], found[other] = together[0], replace(together[1], time=own)
    return found


def _is_last_alone(trigger: Trigger, time: Time | None) -> bool:
    """ "Founded the mill and sold it in 2011": what stands last is when of the last, unless it is a day."""
    joined = trigger.verb is not None and trigger.verb.dep_ == "conj"
    return joined and time is not None and time.precision in ("month", "year")


def _cause(trigger: Trigger, by_token: dict[int, int], triggers: list[Trigger]) -> int | None:
    """The situation that an effect is part of: its subject, the clause that it trails, or what stands after "in"."""
    verb = trigger.verb
    if trigger.frame.kind not in EFFECTS or verb is None:
        return None
    for subject in subjects_of(verb):
        if (cause := by_token.get(subject.i)) is not None and triggers[cause].frame.kind != "other":
            return cause
    if (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and (cause := by_token.get(verb.head.i)) is not None
        and triggers[cause].frame.kind != "other"
    ):
        return cause
    for preposition, item in prepositions_of(verb):
        if preposition in ("in", "by", "during", "from") and (cause := by_token.get(item.i)) is not None:
            return cause
    return None


def _condition(trigger: Trigger, by_token: dict[int, int]) -> int | None:
    """The situation of the if-clause that hangs on a verb."""
    verb = trigger.verb
    for node in (verb, verb.head if verb is not None and verb.dep_ in ("xcomp", "ccomp") else None):
        for clause in node.children if node is not None else ():
            if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITION_MARKS for c in clause.lefts):
                return by_token.get(clause.i)
    return None


def _companions(triggers: list[Trigger], by_token: dict[int, int]) -> list[tuple[int, int]]:
    """Situations that happen together: joined by "and" under one subject, "during" one another, one manner or effect of the other."""
    pairs = []
    for n, trigger in enumerate(triggers):
        verb = trigger.verb
        if verb is None:
            continue
        other = by_token.get(verb.head.i) if verb.head != verb else None
        alike = verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and _in_one_tense(verb, verb.head)
        alike_kind = other is not None and (triggers[other].frame.kind == trigger.frame.kind or trigger.frame.kind in EFFECTS)
        manner = verb.dep_ == "advcl" and verb.tag_ == "VBG" and alike_kind
        at_once = verb.dep_ == "advcl" and any(c.lower_ in ("when", "while", "as") for c in verb.lefts)
        if other is not None and other != n and (alike or manner or at_once):
            pairs.append((n, other))
        pairs += [
            (n, setting)
            for p, item in prepositions_of(verb)
            if p in SETTINGS and (setting := by_token.get(item.i)) is not None and setting != n
        ]
    return pairs


def _in_one_tense(verb: Token, other: Token) -> bool:
    """ "Fell and broke"; not "was founded in 1998 and employs", "left and has since won", "met and is expected"."""
    own, first = _finite(verb), _finite(other)
    return own is None or first is None or own.tag_ == first.tag_ or {own.tag_, first.tag_} == {"VBZ", "VBP"}


def _finite(verb: Token) -> Token | None:
    """The word that shows the tense; None where a participle or infinitive has it from another."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return verb
    return next((c for c in verb.lefts if c.dep_ in AUXILIARIES), None)


def _sharing(one: Situation, other: Situation) -> tuple[Situation, Situation]:
    """Each with the other's time and place where it has none."""
    time, place = one.time or other.time, one.place or other.place
    if one.modality != other.modality:
        return one, other
    return replace(one, time=time, place=place), replace(other, time=other.time or time, place=other.place or one.place)


def tie_numbers(
    parsed: ParsedArticle, situations: list[Situation], owners: dict[int, int], numbers: dict[int, list[QuantityMention]]
) -> list[Situation]:
    """ "138 of the drones", "119 others", "of those, 110": part of the situation that told of more of the same."""
    found = list(situations)
    told: list[tuple[str, float, int]] = []
    last: int | None = None
    for n, mention in sorted(
        ((n, q) for n, group in numbers.items() for q in group if q.quantity.value is not None), key=lambda p: p[1].start
    ):
        noun, value = _last_word(mention.quantity.counted), mention.quantity.value or 0.0
        if not _is_partitive(parsed, mention):
            last = None
            told.append((noun, value, n))
            continue
        others = parsed.doc[mention.end - 1].lower_ == "others"
        whole = (
            last
            if others and last is not None
            else _whole(parsed, mention, found, owners, [t for t in told if t[1] >= value and t[2] != n])
        )
        if whole is not None and whole != n and found[n].part_of is None:
            found[n], last = replace(found[n], part_of=found[whole].id), whole
    return found


def _whole(
    parsed: ParsedArticle, mention: QuantityMention, situations: list[Situation], owners: dict[int, int], told: list[tuple[str, float, int]]
) -> int | None:
    """What "138 of the drones launched overnight" are part of: what the clause tells of, else the last that told of as many."""
    noun = _last_word(mention.quantity.counted)
    if mention.quantity.unit is not None and not any(t.lower_ in TAKING_UP for t in parsed.doc[mention.start : mention.end + 2]):
        return None  # "31% of the votes", not "half of those cuts"
    clause = next((c for c in parsed.doc[mention.head].children if c.dep_ in ("acl", "relcl") and c.i in owners), None)
    if clause is not None:
        event = situations[owners[clause.i]].event
        return next((n for _, _, n in told if event is not None and situations[n].event == event), owners[clause.i])
    return next((n for word, _, n in reversed(told) if not noun or word == noun), None)


def _last_word(counted: str | None) -> str:
    return counted.rsplit(" ", 1)[-1] if counted else ""


def _is_partitive(parsed: ParsedArticle, mention: QuantityMention) -> bool:
    doc = parsed.doc
    words = [t.lower_ for t in doc[mention.start : min(mention.end + 2, len(doc))]]
    if words[-1:] == ["them"] and mention.start and doc[mention.start - 1].lower_ == "the":  # "the two of them": all of them
        return False
    if "others" in words or ("of" in words and any(w in ("the", "those", "these", "them") for w in words)):
        return True
    before = [t.lower_ for t in doc[max(0, mention.start - 4) : mention.start]]
    return "of" in before and not TAKING_UP.isdisjoint(before)
