"""The user's word: what his reference data and overrides say of the rows, laid down before anything else is decided.

Overrides win over reference data, and both over names, spellings and company. See `kg.reference` for what the files hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from kg.model import EntityType
from kg.reference import Entry, Override, Reference
from kg.reference.overrides import Groups, contradiction
from kg.resolution.bodies import plain_name
from kg.resolution.clusters import Clusters
from kg.resolution.offices import agrees
from kg.resolution.rows import Row, spelling, words_of

Key = tuple[str, str]
"""A row's article and local id; of an entry, nothing and its address."""
Words = tuple[str, ...]
Ids = Callable[[], Mapping[str, frozenset[Key]]]

_ID: Final = re.compile(r"(?:.*/id/)?((?:person|organization|group|gpe|place|topic)/[a-z][a-z0-9-]*)")
_ENTRY: Final = ""


@dataclass(frozen=True)
class Rulings:
    """What the user says of rows.

    `marks` gives a row the entry it is held for: rows of different entries are never joined. `sure` are rows that an override ties
    to an entry. `same` are rows that are one, with the reason; `apart` rows that are not. `entries` are those of each mark.
    """

    marks: Mapping[Key, str] = field(default_factory=dict)
    sure: frozenset[Key] = frozenset()
    same: tuple[tuple[Key, Key, str], ...] = ()
    apart: tuple[tuple[frozenset[Key], frozenset[Key]], ...] = ()
    types: Mapping[Key, EntityType] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def typed(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with the types that the user gives them."""
        return [replace(r, entity=replace(r.entity, type=self.types[r.key])) if r.key in self.types else r for r in rows]


NO_RULINGS: Final = Rulings()


def rule(rows: list[Row], reference: Reference, ids: Ids) -> Rulings:
    """What the user's files say of these rows; `ids` gives the rows of each id, as far as no override speaks.

    Raises ReferenceFileError where the files say both that two rows are one, and that they are not.
    """
    marks, types = _held_for(rows, reference.entries)
    finder = _Finder(rows, marks, {e.iri for e in reference.entries}, ids)
    different = [(o, *_narrowed(finder.find(o.first), finder.find(o.second))) for o in reference.different]
    for _, one, other in different:
        for iri, keys in ((_address(one), other), (_address(other), one)):
            marks = {key: mark for key, mark in marks.items() if iri is None or mark != iri or key not in keys}
    same = [(o, finder.find(o.first), finder.find(o.second)) for o in reference.same]
    groups, joins = _joins(same, rows)
    _refuse_contradictions(groups, different, reference.same, finder)
    roots = {e.iri: groups.of((_ENTRY, e.iri)) for e in reference.entries}
    tied = {key: root for key in finder.keys if (root := groups.of(key)) in set(roots.values())}
    ...
    raise NotImplementedError
