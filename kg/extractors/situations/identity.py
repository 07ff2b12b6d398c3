"""Which words of one article tell of the same event: "met", "the meeting", "the five-hour session". Conservative."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace
from spacy.tokens import Token

from kg.extractors.situations.roles import Argument
from kg.extractors.situations.triggers import Trigger
from kg.model import Quantity, Situation, Time
from kg.parsing import ParsedArticle

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
BARE_PLURALS: Final = frozenset({"talk", "talks", "negotiation", "hostility", "hostilities"})
MAX_BACK: Final = 40
LEAD: Final = 600
"""Characters after the headline in which it is told again."""
SENTENCE_ENDS: Final = frozenset({".", "!", "?", '"', "'", ":"})


@dataclass(slots=True)
class Group:
    """What the article has told of one event so far."""

    kind: str
    plan: bool
    members: list[int] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    patients: set[str] = field(default_factory=set)
    everybody: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    numbers: dict[str, set[float]] = field(default_factory=dict)
    time: Time | None = None
    actual: bool = True
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One situation with what its words show about identity."""

    situation: Situation
    lemma: str
    kind: str
    is_noun: bool
    definite: bool
    pointed: bool
    plan: bool
    qualifiers: frozenset[str]
    things: frozenset[str]
    headline: bool
    lead: bool

    @property
    def actual(self) -> bool:
        return self.situation.modality == "actual" and self.situation.polarity == "affirmed"

    def entities(self, *roles: str) -> set[str]:
        return {r.entity for r in self.situation.roles if r.entity and (not roles or r.role in roles)}


def join_tellings(parsed: ParsedArticle, drafts: list[tuple[Trigger, list[Argument]]], situations: list[Situation]) -> list[Situation]:
    """The situations, those that tell of one event with the same local event id (`event-2`)."""
    groups: list[Group] = []
    by_kind: dict[str, list[Group]] = defaultdict(list)
    headline = _headline_end(parsed)
    for number, ((trigger, arguments), situation) in enumerate(zip(drafts, situations, strict=True)):
        telling = _telling(trigger, arguments, situation, headline)
        key = telling.kind if telling.kind != "other" else f"other {telling.lemma}"
        near = by_kind[key][-MAX_BACK:]
        group = _manner_of(number, drafts, near) or next((g for g in reversed(near) if _same(g, telling)), None)
        if group is None:
            group = Group(telling.kind, telling.plan, actual=telling.actual, headline=telling.headline)
            groups.append(group)
            by_kind[key].append(group)
        _add(group, telling, number)
    shared = [g for g in groups if len(g.members) > 1]
    event = {member: f"event-{n}" for n, g in enumerate(shared, 1) for member in g.members}
    return [replace(s, event=event.get(i)) for i, s in enumerate(situations)]


def _manner_of(number: int, drafts: list[tuple[Trigger, list[Argument]]], groups: list[Group]) -> Group | None:
    """ "Carried out an attack, launching missiles": the participle tells how the same thing was done."""
    trigger = drafts[number][0]
    verb = trigger.verb
    if verb is None or verb.dep_ != "advcl" or verb.tag_ != "VBG" or trigger.frame.kind == "other":
        return None
    for group in reversed(groups):
        heads = [drafts[m][0].verb for m in group.members]
        if any(h is not None and h.i == verb.head.i for h in heads):
            return group
    return None


def _headline_end(parsed: ParsedArticle) -> int:
    """Where the headline ends: the title, or a first line that is no sentence."""
    title = parsed.article.info.title_span
    if title is not None:
        return title.end
    if len(parsed.paragraphs) < 2:
        return 0
    start, end = parsed.paragraphs[0]
    return parsed.span(start, end).end if parsed.doc[end - 1].text not in SENTENCE_ENDS else 0


def _telling(trigger: Trigger, arguments: list[Argument], situation: Situation, headline: int) -> Telling:
    token = trigger.token
    noun = token.pos_ in ("NOUN", "PROPN")
    lemma = token.lemma_.lower()
    qualifiers = (
        frozenset(c.lemma_.lower() for c in token.lefts if c.dep_ == "compound" and c.pos_ != "PROPN" and not c.ent_type_)
        if noun
        else frozenset()
    )
    things = frozenset(a.head.lemma_.lower() for a in arguments if a.head.pos_ == "NOUN" and a.part != "place")
    place = situation.trigger.start
    pointed = noun and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.lefts)
    taken_up = noun and (any(c.dep_ == "poss" for c in token.lefts) or (lemma in BARE_PLURALS and not _has_article(token)))
    return Telling(
        situation,
        lemma,
        situation.kind,
        noun,
        pointed or taken_up,
        pointed,
        trigger.frame.plan,
        qualifiers,
        things,
        place < headline,
        place < headline + LEAD,
    )


def _has_article(noun: Token) -> bool:
    return any(c.dep_ == "det" for c in noun.lefts)


def _same(group: Group, telling: Telling) -> bool:
    if group.actual != telling.actual and not (telling.plan or group.plan):
        return False
    return _compatible(group, telling) and _evident(group, telling)


def _compatible(group: Group, telling: Telling) -> bool:
    """Nothing speaks against it: time, participants, numbers, what qualifies the noun."""
    agents, patients = telling.entities("agent"), telling.entities("patient", "recipient")
    if not _times_meet(group.time, telling.situation.time):
        return False
    if agents and group.agents and not agents & (group.agents | group.everybody):
        return False
    if patients and group.patients and not patients & group.patients:
        return False
    for quantity in telling.situation.quantities:
        known = group.numbers.get(_counted(quantity))
        if known and quantity.value is not None and quantity.value not in known:
            return False
    return not (telling.qualifiers and group.qualifiers and not telling.qualifiers & group.qualifiers)


def _counted(quantity: Quantity) -> str:
    """What is counted, by its last word: attack drones are drones."""
    return (quantity.counted or quantity.unit or "").rsplit(" ", 1)[-1]


def _times_meet(a: Time | None, b: Time | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    short, long = sorted(((a.end - a.start).days, (b.end - b.start).days))
    return (
        a.start <= b.end
        and b.start <= a.end
        and (long <= 31 * (short + 1) if a.precision != "range" and b.precision != "range" else long <= 3 * (short + 1))
    )


def _evident(group: Group, telling: Telling) -> bool:
    """Something speaks for it: the same participants, or a definite noun for what was told."""
    shared = telling.entities() & group.everybody
    if len(shared) + len(telling.things & group.things) >= 2 and (shared or telling.lemma in group.lemmas):
        return True
    same_lemma = telling.lemma in group.lemmas
    time = telling.situation.time
    if (
        same_lemma
        and telling.things & group.things
        and group.time is not None
        and time is not None
        and time.start
        and time.start == group.time.start
    ):
        return True
    if group.headline and telling.lead and (same_lemma or shared):
        return True
    if telling.is_noun and telling.definite:
        return bool(shared) or (not telling.entities() and (same_lemma or telling.pointed))
    return bool(shared) and same_lemma and telling.entities() <= group.everybody


def _add(group: Group, telling: Telling, number: int) -> None:
    group.members.append(number)
    group.lemmas.add(telling.lemma)
    group.qualifiers |= telling.qualifiers
    group.agents |= telling.entities("agent", "participant")
    group.patients |= telling.entities("patient", "recipient")
    group.everybody |= telling.entities()
    group.things |= telling.things
    for quantity in telling.situation.quantities:
        if quantity.value is not None:
            group.numbers.setdefault(_counted(quantity), set()).add(quantity.value)
    time = telling.situation.time
    if time is not None and time.start and group.time is None:
        group.time = time
