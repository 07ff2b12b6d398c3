"""Who is at war in an article, and so takes part in "the war" and "a peace deal" where nobody is named beside the words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from kg.model import Record, Role, Situation

OF_ENEMIES: Final = frozenset({"conflict", "peace-agreement", "ceasefire"})
"""Kinds that need no names where an article tells of one war only: "the war", "a peace deal"."""
HOSTILE: Final = frozenset({"attack", "invasion", "annexation", "conflict", "seizure", "interception"})
ACTIVE: Final = ("agent", "participant")
PASSIVE: Final = ("patient", "recipient")


@dataclass(frozen=True, slots=True)
class War:
    """The two sides of the one war of an article as far as the article itself tells of them, and where one invaded the other."""

    sides: tuple[Role, ...] = ()
    place: str | None = None


PEACE: Final = War()


def enemies_of(record: Record) -> frozenset[str]:
    """The two countries at war in an article: those of nearly all that it tells of one attacking another; else none."""
    pairs = Counter(pair for situation in record.situations if (pair := _opposed(situation)))
    (first, most), (_, second) = [*pairs.most_common(2), (frozenset[str](), 0), (frozenset[str](), 0)][:2]
    return first if most >= 2 * second else frozenset()


def _opposed(situation: Situation) -> frozenset[str]:
    """The two countries of which one attacks the other."""
    if situation.kind not in HOSTILE:
        return frozenset()
    countries = [(r.role, r.entity) for r in situation.roles if r.entity and r.entity.startswith("gpe/")]
    one, other = ({entity for role, entity in countries if role in side} for side in (ACTIVE, PASSIVE))
    return frozenset(one | other) if len(one) == len(other) == 1 and one != other else frozenset()


def war_of(record: Record, enemies: frozenset[str]) -> War:
    """The two as participants, in the words in which the article itself first tells of one attacking the other, and whom it invades."""
    told = [s for s in record.situations if enemies and _is_told(s) and _opposed(s) == enemies]
    sides = [Role("participant", r.entity, r.span, rule="at-war") for s in told[:1] for r in s.roles if r.entity in enemies]
    return War(tuple(sides), next((s.place for s in told if s.kind == "invasion" and s.place), None))


def _is_told(situation: Situation) -> bool:
    return (situation.standing, situation.modality, situation.polarity) == ("narrated", "actual", "affirmed")


def in_war(situation: Situation, war: War) -> Situation:
    """A situation with those of the two sides that its own words do not name; fighting is where one invaded the other."""
    named = {role.entity for role in situation.roles}
    roles = (*situation.roles, *(role for role in war.sides if role.entity not in named))
    return replace(situation, roles=roles, place=situation.place or (war.place if situation.kind == "conflict" else None))
