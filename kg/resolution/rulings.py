"""The user's word about the rows, laid down before anything else is decided.

An entry of the reference data that some row is named by becomes a row itself, of an article of its own: so two entries are never
one, and a short name goes to whoever bears it. Overrides win over entries, and both over names, spellings and company.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

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
    """The rows as the user types them, with those of entries; what is ruled of them; the entries; and warnings for the user."""

    rows: tuple[Row, ...]
    ruled: Ruled = Ruled()
    entries: Mapping[str, Entry] = {}
    warnings: tuple[str, ...] = ()


def rule(rows: list[Row], reference: Reference, sources: Mapping[str, str], ids: Callable[[], Mapping[str, Keys]]) -> Rulings:
    """What the user's files say of the rows of the articles.

    `sources` gives the id of an article by its file, `ids` the rows of each id as long as no override speaks. Raises
    ReferenceFileError where the files say of two rows both that they are one and that they are not.
    """
    if reference == NOTHING:
        return Rulings(tuple(rows))
    finder = make_finder(rows, reference, sources, ids)
    same, different = ([(o, finder.find(o.first), finder.find(o.second)) for o in some] for some in (reference.same, reference.different))
    every = {row.key: row for row in (*rows, *map(row_of, reference.entries))}
    named, open_names = name_rows(rows, reference.entries)
    held = _overruled(named, same, different)
    joins = [join for pair in same for join in _joins(*pair, every)]
    groups = _groups(joins)
    apart = [_apart(*pair, held) for pair in different]
    for (override, _, _), (one, other) in zip(different, apart, strict=True):
        _refuse_contradiction(override, one, other, groups, same)
    ties = [_tie(entry, every[key], every[entry], reference) for key, entry in sorted(held.items())]
    used = {entry for entry in every if entry[0] != REFERENCE or entry in groups or entry in held.values()}
    kinds = _kinds([*joins, *ties], every)
    kept = (_typed(row, kinds.get(key)) for key, row in every.items() if key in used)
    return Rulings(tuple(kept), Ruled(tuple(joins), tuple(apart), tuple(ties)), {e.iri: e for e in reference.entries}, (*open_names, *_unmet(same, different)))
