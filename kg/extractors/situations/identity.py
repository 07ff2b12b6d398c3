"""Which words of one article tell of the same event: "met", "the meeting", "the five-hour session". Conservative."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace
from spacy.tokens import Token

from kg.extractors.situations.triggers import Trigger
from kg.model import Situation, Time

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
BARE_PLURALS: Final = frozenset({"talk", "talks", "negotiation", "hostility", "hostilities"})
MAX_BACK: Final = 40


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
    numbers: dict[str, set[float]] = field(default_factory=dict)
    time: Time | None = None
    actual: bool = True


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

    @property
    def actual(self) -> bool:
        return self.situation.modality == "actual" and self.situation.polarity == "affirmed"

    def entities(self, *roles: str) -> set[str]:
        return {r.entity for r in self.situation.roles if r.entity and (not roles or r.role in roles)}


def join_tellings(triggers: list[Trigger], situations: list[Situation]) -> list[Situation]:
    """The situations, those that tell of one event with the same local event id (`event-2`)."""
    groups: list[Group] = []
    for number, (trigger, situation) in enumerate(zip(triggers, situations, strict=True)):
        telling = _telling(trigger, situation)
        group = next((g for g in reversed(groups[-MAX_BACK:]) if _same(g, telling)), None)
        if group is None:
            group = Group(telling.kind, telling.plan, actual=telling.actual)
            groups.append(group)
        _add(group, telling, number)
    shared = [g for g in groups if len(g.members) > 1]
    event = {member: f"event-{n}" for n, g in enumerate(shared, 1) for member in g.members}
    return [replace(s, event=event.get(i)) for i, s in enumerate(situations)]


def _telling(trigger: Trigger, situation: Situation) -> Telling:
    token = trigger.token
    noun = token.pos_ in ("NOUN", "PROPN")
    lemma = token.lemma_.lower()
    qualifiers = frozenset(c.lemma_.lower() for c in token.lefts if c.dep_ == "compound" and c.pos_ != "PROPN" and not c.ent_type_) if noun else frozenset()
    pointed = noun and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.lefts)
    taken_up = noun and (any(c.dep_ == "poss" for c in token.lefts) or (lemma in BARE_PLURALS and not _has_article(token)))
    return Telling(situation, lemma, situation.kind, noun, pointed or taken_up, pointed, trigger.frame.plan, qualifiers)


def _has_article(noun: Token) -> bool:
    return any(c.dep_ == "det" for c in noun.lefts)


def _same(group: Group, telling: Telling) -> bool:
    if group.kind != telling.kind or (telling.kind == "other" and telling.lemma not in group.lemmas):
        return False
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
        known = group.numbers.get(quantity.counted or quantity.unit or "")
        if known and quantity.value is not None and quantity.value not in known:
            return False
    return not (telling.qualifiers and group.qualifiers and not telling.qualifiers & group.qualifiers)


def _times_meet(a: Time | None, b: Time | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def _evident(group: Group, telling: Telling) -> bool:
    """Something speaks for it: the same participants, or a definite noun for what was told."""
    shared = telling.entities() & group.everybody
    if len(shared) >= 2:
        return True
    same_lemma = telling.lemma in group.lemmas
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
    for quantity in telling.situation.quantities:
        if quantity.value is not None:
            group.numbers.setdefault(quantity.counted or quantity.unit or "", set()).add(quantity.value)
    time = telling.situation.time
    if time is not None and time.start and group.time is None:
        group.time = time
