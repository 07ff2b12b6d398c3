"""Who is at war in an article, and so takes part in "the war" and "a peace deal" where nobody is named beside the words."""

from __future__ import annotations

from collections import Counter
from typing import Final

from msgspec.structs import replace

from kg.model import Record, Role, Situation

OF_ENEMIES: Final = frozenset({"conflict", "peace-agreement", "ceasefire"})
"""Kinds that need no names where an article tells of one war only: "the war", "a peace deal"."""
HOSTILE: Final = frozenset({"attack", "invasion", "annexation", "conflict", "seizure", "interception"})
ACTIVE: Final = ("agent", "participant")
PASSIVE: Final = ("patient", "recipient")


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


def sides_of(record: Record, enemies: frozenset[str]) -> tuple[Role, ...]:
    """The two as participants, in the words in which the article itself first tells of one attacking the other; else none."""
    for s in record.situations:
        told = (s.standing, s.modality, s.polarity) == ("narrated", "actual", "affirmed")
        if enemies and told and _opposed(s) == enemies:
            return tuple(Role("participant", r.entity, r.span, rule="at-war") for r in s.roles if r.entity in enemies)
    return ()


def with_sides(situation: Situation, sides: tuple[Role, ...]) -> Situation:
    """A situation with those of the two sides that its own words do not name."""
    named = {role.entity for role in situation.roles}
    return replace(situation, roles=(*situation.roles, *(role for role in sides if role.entity not in named)))
