"""Which events of different articles are one, and why: kind, participants, time and place, compared from small rows.

Different strikes on different days stay apart. An event that no day is known of joins another only where most speaks for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from msgspec.structs import replace

from kg.iri import short_hash, slug
from kg.model import GENERAL_KINDS, Merge, Record, Situation, Time
from kg.resolution.wars import ACTIVE, OF_ENEMIES, PASSIVE, PEACE, War, enemies_of, in_war, war_of

LASTING: Final = frozenset({
    "conflict", "invasion", "annexation", "accession", "agreement", "peace-agreement", "ceasefire", "guarantee", "climate-change",
})
"""Kinds of which two with the same participants are one, whenever they are told of."""
OF_COUNTRIES: Final = LASTING | OF_ENEMIES | {"sanction", "tariff", "withdrawal"}
"""Kinds in which a leader stands for the country."""
JOINING: Final = frozenset({"campaign", "joining"})
"""A country's bid for, or joining of, a body is its accession."""
WEAK: Final = frozenset({"present-tense", "news-of-the-week"})
"""Rules of days that tell nothing of which event it is."""
SINGLE: Final = frozenset({"earthquake", "volcanic-eruption"})
"""Kinds of which one story tells of one on a day."""
ONCE: Final = frozenset({
    "death", "killing", "resignation", "appointment", "dismissal", "conviction", "sentence", "acquittal", "marriage", "birth", "arrest",
})
"""Kinds that happen to somebody once on a day."""
SHARED: Final = 2
"""Rare names that articles share which tell of one story."""
RARE: Final = 20
"""A name is rare that no more than one article in so many has, or but two do."""
SMALL: Final = 40
"""Larger blocks are compared neighbour by neighbour, so that time grows with the number of articles, not its square."""
Key = tuple[str, str]


@dataclass(slots=True)
class Row:
    """One event as one article tells of it: its situations, and what can tell it from others."""

    key: Key
    article: str
    kind: str
    label: str
    situations: tuple[str, ...]
    agents: frozenset[str]
    patients: frozenset[str]
    everybody: frozenset[str]
    place: str | None
    start: date | None
    end: date | None
    actual: bool
    numbers: Mapping[str, frozenset[float]] = field(default_factory=dict)
    enemies: bool = False
    """Who takes part is known only from who is at war with whom in the article."""
    war: War = PEACE
    """What the article says of it in its own voice."""


def resolve_events(records: tuple[Record, ...]) -> tuple[tuple[Record, ...], tuple[Merge, ...]]:
    """Records with global entity ids -> the same with global event ids, and the reason of every merge across articles.

    Situations that share an event inside their article keep sharing it; one that stands alone everywhere has none. "The war" gets its
    two sides, where the article tells of one only.
    """
    rows = sorted((row for record in records for row in _rows(record)), key=lambda r: r.key)
    groups, reasons = _joined(rows, _stories(records))
    ids: dict[Key, str] = {}
    wars = {(row.article, s): row.war for row in rows for s in row.situations if row.war.sides}
    merges: list[Merge] = []
    told = {(r.article.id, s.id): s for r in records for s in r.situations}
    for group in groups:
        if len(group) == 1 and len(group[0].situations) == 1 and not group[0].war.sides:
            continue
        event = _id(group)
        for row in group:
            ids |= {(row.article, s): event for s in row.situations}
            if reason := reasons.get(row.key):
                merges.append(Merge(event, row.article, row.label, reason))
            inside = [told[row.article, s] for s in row.situations]
            merges += [Merge(event, row.article, s.label, s.joined) for s in inside if s.joined]
            if row.war.sides or (row.enemies and len({s.event or s.id for s in inside}) > 1):
                merges.append(Merge(event, row.article, row.label, f"the one {row.kind} of those whom the article tells of as at war"))
    days = _days(told, ids)
    return tuple(_resolved(r, ids, days, wars) for r in records), tuple(sorted(merges, key=lambda m: (m.id, m.article, m.name)))


def _days(told: Mapping[Key, Situation], ids: Mapping[Key, str]) -> Mapping[str, Time]:
    """Event -> the day that the first telling of it with one gives."""
    days: dict[str, Time] = {}
    for key, event in ids.items():
        situation, time = told[key], told[key].time
        if time is not None and time.precision == "day" and time.rule not in WEAK and situation.kind not in LASTING | GENERAL_KINDS:
            days.setdefault(event, Time(None, time.start, time.end, "day", "inferred", "told-again"))
    return days


def _resolved(record: Record, ids: Mapping[Key, str], days: Mapping[str, Time], wars: Mapping[Key, War]) -> Record:
    """A record with global event ids, the sides of its war, and days that other articles give."""
    keys = [(record.article.id, s.id) for s in record.situations]
    told = [in_war(s, wars.get(key, PEACE)) for s, key in zip(record.situations, keys, strict=True)]
    return replace(record, situations=tuple(_dated(replace(s, event=ids.get(key)), days) for s, key in zip(told, keys, strict=True)))


def _dated(situation: Situation, days: Mapping[str, Time]) -> Situation:
    """With the day that another article gives, in place of the month in which it was news."""
    day = days.get(situation.event or "")
    return replace(situation, time=day) if day and situation.time and situation.time.rule == "news-of-the-week" else situation


def _rows(record: Record) -> Iterable[Row]:
    groups: dict[str, list[Situation]] = defaultdict(list)
    for situation in record.situations:
        groups[situation.event or situation.id].append(situation)
    countries, enemies = _countries_of_leaders(record), enemies_of(record)
    kept: list[Row] = []
    wars: dict[tuple[str, bool], Row] = {}
    for key, group in groups.items():
        row = _row(record.article.id, key, group, countries)
        if _is_of_enemies(row, enemies):
            row.everybody, row.enemies, row.war = enemies, True, war_of(record, enemies)
            first = wars.setdefault((row.kind, row.actual), row)
            if first is not row:
                first.situations += row.situations
                continue
        kept.append(row)
    return kept


def _countries_of_leaders(record: Record) -> dict[str, str]:
    """Person -> the country in which the article gives them an office."""
    held = (r for r in record.relations if r.type == "holds-role" and r.tense == "current" and (r.object or "").startswith("gpe/"))
    return {r.subject: r.object or "" for r in held}


def _is_of_enemies(row: Row, enemies: frozenset[str]) -> bool:
    """ "The war", "a peace deal", told without the day, the place or anybody but the two that fight."""
    return row.kind in OF_ENEMIES and bool(enemies) and row.everybody <= enemies and row.start is None and row.place is None


def _row(article: str, key: str, group: list[Situation], countries: Mapping[str, str]) -> Row:
    kind = _kind(group)
    leads = countries if kind in OF_COUNTRIES else {}
    roles = [(r.role, leads.get(r.entity, r.entity)) for s in group for r in s.roles if r.entity]
    timed = next((s.time for s in group if s.time and s.time.start and s.time.end and s.time.rule not in WEAK), None)
    numbers: dict[str, frozenset[float]] = {}
    for quantity in (q for s in group for q in s.quantities if q.value is not None):
        counted = quantity.counted or quantity.unit or ""
        numbers[counted] = numbers.get(counted, frozenset()) | {quantity.value or 0.0}
    return Row(
        key=(article, key),
        article=article,
        kind=kind,
        label=group[0].label,
        situations=tuple(s.id for s in group),
        agents=frozenset(entity for role, entity in roles if role in ACTIVE),
        patients=frozenset(entity for role, entity in roles if role in PASSIVE),
        everybody=frozenset(entity for _, entity in roles),
        place=next((s.place for s in group if s.place), None),
        start=timed.start if timed else None,
        end=timed.end if timed else None,
        actual=any(s.modality == "actual" and s.polarity == "affirmed" for s in group),
        numbers=numbers,
    )


def _kind(group: list[Situation]) -> str:
    """The kind of an event; a country's bid for a body is its accession."""
    kind = group[0].kind
    if kind not in JOINING:
        return kind
    prefixes = {(r.role == "agent", (r.entity or "").partition("/")[0]) for s in group for r in s.roles}
    return "accession" if {(True, "gpe"), (False, "organization")} <= prefixes else kind


def _stories(records: tuple[Record, ...]) -> Mapping[str, frozenset[str]]:
    """Article -> the people, bodies and places that it names and hardly any other does; who shares them tells the same story."""
    held = Counter(e.id for r in records for e in r.entities)
    most = max(2, len(records) // RARE)
    return {r.article.id: frozenset(e.id for e in r.entities if 1 < held[e.id] <= most and e.type != "Topic") for r in records}


def _joined(rows: list[Row], stories: Mapping[str, frozenset[str]]) -> tuple[list[list[Row]], dict[Key, str]]:
    """Groups of rows, and for each row that joined another its reason. Only rows that share a kind and a participant meet."""
    group_of: dict[Key, list[Row]] = {row.key: [row] for row in rows}
    reasons: dict[Key, str] = {}
    for a, b, reason in sorted((*_pairs(rows), *_of_one_day(rows, stories)), key=lambda p: (-_strength(p[0], p[1]), p[0].key, p[1].key)):
        first, second = group_of[a.key], group_of[b.key]
        if first is second or not all(_may_be_one(x, y) for x in first for y in second):
            continue
        reasons[b.key if b.key not in reasons else a.key] = reason
        first += second
        for row in second:
            group_of[row.key] = first
    unique = {id(group): group for group in group_of.values()}
    return [sorted(g, key=lambda r: r.key) for g in unique.values()], reasons


def _pairs(rows: list[Row]) -> Iterable[tuple[Row, Row, str]]:
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind not in GENERAL_KINDS:
            for a, b in combinations(sorted(row.everybody), 2):
                blocks[row.kind, a, b].append(row)
    seen: set[tuple[Key, Key]] = set()
    for _, block in sorted(blocks.items()):
        for x, y in combinations(block, 2) if len(block) <= SMALL else pairwise(block):
            if x.article != y.article and (x.key, y.key) not in seen and _may_be_one(x, y):
                seen.add((x.key, y.key))
                if reason := _reason(x, y):
                    yield x, y, reason


def _of_one_day(rows: list[Row], stories: Mapping[str, frozenset[str]]) -> Iterable[tuple[Row, Row, str]]:
    """Rows of one kind and day: what happens to somebody once, or a disaster in articles of one story."""
    days: dict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind in SINGLE | ONCE and row.start is not None and row.start == row.end:
            days[row.kind, row.start].append(row)
    for (kind, day), block in sorted(days.items()):
        for x, y in combinations(block, 2) if len(block) <= SMALL else pairwise(block):
            if _may_be_one(x, y) and (x.place or y.place) == (y.place or x.place):
                known = _person_of(x, y) if kind in ONCE else _story_of(stories[x.article] & stories[y.article])
                if known:
                    yield x, y, f"the same kind ({kind}) on {day.isoformat()}, {known}"


def _person_of(a: Row, b: Row) -> str:
    """The one person to whom both happen."""
    sides = [row.agents if row.kind == "resignation" else row.patients for row in (a, b)]
    people = [{i for i in side if i.startswith("person/")} for side in sides]
    return next(iter(people[0])).partition("/")[2] if people[0] == people[1] and len(people[0]) == 1 else ""


def _story_of(shared: frozenset[str]) -> str:
    """The rare names of two articles that tell one story, among them somebody's."""
    if len(shared) < SHARED or not any(i.startswith("person/") for i in shared):
        return ""
    return f"in articles that both name {' and '.join(i.partition('/')[2] for i in sorted(shared)[:3])}"


def _strength(a: Row, b: Row) -> int:
    return 2 * len(a.everybody & b.everybody) + (a.start is not None and b.start is not None) * 3 + (a.place == b.place is not None)


def _may_be_one(a: Row, b: Row) -> bool:
    """Nothing speaks against it."""
    if a.kind != b.kind or a.article == b.article or a.actual != b.actual:
        return False
    if a.start and b.start and a.end and b.end and not (a.start <= b.end and b.start <= a.end):
        return False
    if a.patients and b.patients and not a.patients & b.patients:
        return False
    if a.agents and b.agents and not a.agents & b.agents:
        return False
    return not any(b.numbers.get(counted) and not values & b.numbers[counted] for counted, values in a.numbers.items() if counted)


def _reason(a: Row, b: Row) -> str | None:
    """What speaks for it, in a sentence; None where it is not enough."""
    shared = sorted(a.everybody & b.everybody)
    if len(shared) < 2:
        return None
    who = " and ".join(i.partition("/")[2] for i in shared[:3])
    if a.start and b.start and a.start == b.start:
        return f"the same kind ({a.kind}), {who}, on {a.start.isoformat()}"
    if a.start and b.start:
        return f"the same kind ({a.kind}), {who}, at times that fit"
    if a.enemies or b.enemies:
        return f"the {a.kind} of {who}, whom each article tells of as at war"
    if a.kind in LASTING:
        return f"the same {a.kind} of {who}"
    if a.place and a.place == b.place and a.place not in a.everybody | b.everybody:
        return f"the same kind ({a.kind}), {who}, at {a.place.partition('/')[2]}"
    return None


def _id(group: list[Row]) -> str:
    """`event/{kind}-{place or participants}-{day}-{6 hex}`, whatever the order of the articles."""
    first = group[0]
    names = sorted({e.partition("/")[2] for row in group for e in row.everybody})
    place = next((row.place for row in group if row.place), None)
    where = place.partition("/")[2] if place else "-".join(names[:2])
    day = next((row.start.isoformat() for row in group if row.start), None)
    return f"event/{slug('-'.join(p for p in (first.kind, where) if p))}{'-' + day if day else ''}-{short_hash(*first.key)}"
