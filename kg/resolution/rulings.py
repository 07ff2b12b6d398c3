"""The user's word about the rows, laid down before anything else is decided.

An entry of the reference data that some row is named by becomes a row itself, of an article of its own: so two entries are never
one, and a short name goes to whoever bears it. Overrides win over entries, and both over names, spellings and company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from kg.errors import ReferenceFileError
from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.reference import NOTHING, Entry, Override, Reference
from kg.reference.overrides import Groups, contradiction
from kg.resolution.clusters import Join, Key, Ruled
from kg.resolution.finding import REFERENCE, Keys, make_finder
from kg.resolution.naming import family, name_rows, row_of
from kg.resolution.rows import Row

Pair = tuple[Override, Keys, Keys]
"""An override with the rows that its two sides mean."""


class Rulings(NamedTuple):
    """The rows as the user types them, with those of entries; what is ruled of them; and warnings for the user."""

    rows: tuple[Row, ...]
    ruled: Ruled = Ruled()
    warnings: tuple[str, ...] = ()


def rule(
    rows: list[Row], reference: Reference, lexicon: Lexicon, sources: Mapping[str, str], ids: Callable[[], Mapping[str, Keys]]
) -> Rulings:
    """What the user's files say of the rows of the articles.

    `sources` gives the id of an article by its file, `ids` the rows of each id as long as no override speaks. Raises
    ReferenceFileError where the files say of two rows both that they are one and that they are not.
    """
    if reference == NOTHING:
        return Rulings(tuple(rows))
    finder = make_finder(rows, reference, sources, ids)
    same, different = ([(o, finder.find(o.first), finder.find(o.second)) for o in some] for some in (reference.same, reference.different))
    every = {row.key: row for row in (*rows, *map(row_of, reference.entries))}
    named, open_names = name_rows(rows, reference.entries, lexicon)
    held, torn = _parted(_overruled(named, same), different)
    joins = [join for pair in same for join in _joins(*pair, every)]
    apart = [_apart(*pair, held) for pair in different]
    _refuse_contradictions(joins, apart, same, different)
    entries = {entry.iri: entry for entry in reference.entries}
    ties = [_tie(every[key], entry, entries[entry[1]]) for key, entry in sorted(held.items())]
    kept = _typed(every, [*joins, *ties])
    return Rulings(kept, Ruled(tuple(joins), tuple(apart), tuple(ties)), (*open_names, *torn, *_unmet(same, different)))


def _entry_of(keys: Keys) -> Key | None:
    return next((key for key in keys if key[0] == REFERENCE), None)


def _overruled(named: Mapping[Key, Key], same: list[Pair]) -> dict[Key, Key]:
    """Row -> entry, less the rows that an override itself ties to an entry."""
    tied = {key for _, one, other in same if _entry_of(one | other) for key in one | other}
    return {key: entry for key, entry in named.items() if key not in tied}


def _parted(held: Mapping[Key, Key], different: list[Pair]) -> tuple[dict[Key, Key], list[str]]:
    """Row -> entry, less the rows that are not that entry, or of which only one can be; and warnings for the latter."""
    kept, warnings = dict(held), list[str]()
    for override, one, other in different:
        torn = {held.get(key) for key in one - other} & {held.get(key) for key in other - one} - {None}
        problem = f"{override.where}: the reference data has one entry for both, and --same-as can say for which"
        warnings += [f"{problem}: {iri}" for _, iri in sorted(filter(None, torn))]
        for key in one | other:
            if held.get(key) in torn | one | other:
                kept.pop(key, None)
    return kept, warnings


def _joins(override: Override, one: Keys, other: Keys, every: Mapping[Key, Row]) -> list[Join]:
    """The rows of both sides as one, those of a kind together; across kinds only where the two sides share none."""
    if not one or not other:
        return []
    families = {key: family(every[key].type) for key in one | other}
    shared = sorted({families[key] for key in one} & {families[key] for key in other})
    groups = [[key for key in one | other if families[key] == kind] for kind in shared] or [list(one | other)]
    joins: list[Join] = []
    for group in groups:
        anchor = min(group, key=lambda k: (k[0] != REFERENCE, not shared and k not in one, -len(every[k].words), k))
        name = every[anchor].entity.name
        says = f"The file {override.file} says so (line {override.line})"
        joins += [Join(anchor, key, f"{says}: “{every[key].entity.name}” is “{name}”.") for key in sorted(group) if key != anchor]
    return joins


def _tie(row: Row, key: Key, entry: Entry) -> Join:
    """A row held for an entry, whose key is given."""
    what = entry.iri if row.entity.name == entry.label else f"“{entry.label}”, {entry.iri}"
    return Join(key, row.key, f"The reference file {entry.file} says so ({entry.place}): “{row.entity.name}” is {what}.")


def _groups(joins: Iterable[Join]) -> Groups[Key]:
    groups = Groups[Key]()
    for join in joins:
        groups.join(join.one, join.other)
    return groups


def _apart(override: Override, one: Keys, other: Keys, held: Mapping[Key, Key]) -> tuple[Keys, Keys]:
    """The rows of each side; those that both name belong to the side that names fewer."""
    one, other = (keys | {key for key, entry in held.items() if entry in keys} for keys in (one, other))
    common = one & other
    if common and one == other:
        raise ReferenceFileError(f"{override.where}: {override.first!r} and {override.second!r} mean the same here; write NAME @ FILE")
    return (one - common, other) if len(one) > len(other) else (one, other - common)


def _refuse_contradictions(joins: list[Join], apart: list[tuple[Keys, Keys]], same: list[Pair], different: list[Pair]) -> None:
    groups = _groups(joins)
    for (override, _, _), (one, other) in zip(different, apart, strict=True):
        roots = {groups.of(key) for key in one} & {groups.of(key) for key in other}
        if roots:
            raise contradiction(override, (o for o, a, b in same if any(groups.of(key) in roots for key in a | b)))


def _kinds(joins: list[Join], every: Mapping[Key, Row]) -> dict[Key, EntityType]:
    """The type of each row that is one with rows of another type: that of its entry, else that of the first that is named."""
    groups, members = _groups(joins), defaultdict[Key, list[Key]](list)
    for join in joins:
        members[groups.of(join.one)] += [join.one, join.other]
    kinds: dict[Key, EntityType] = {}
    for keys in members.values():
        if len({family(every[key].type) for key in keys}) > 1:
            kind = every[_entry_of(frozenset(keys)) or keys[0]].type
            kinds |= dict.fromkeys(keys, kind)
    return kinds


def _typed(every: Mapping[Key, Row], joins: list[Join]) -> tuple[Row, ...]:
    """The rows of the articles, and those of entries that some join names, with the types that the joins give them."""
    used, kinds = {key for join in joins for key in (join.one, join.other)}, _kinds(joins, every)
    kept = (row for key, row in every.items() if key[0] != REFERENCE or key in used)
    return tuple(replace(r, entity=replace(r.entity, type=kinds[r.key])) if r.key in kinds else r for r in kept)


def _unmet(same: list[Pair], different: list[Pair]) -> list[str]:
    """A warning for each name, id or address of an override that no article knows."""
    return [
        f"{override.where}: no article names {text!r}"
        for override, one, other in (*same, *different)
        for text, keys in ((override.first, one), (override.second, other))
        if not keys
    ]
