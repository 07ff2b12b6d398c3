"""Whom a line of an override file means: a name, a name in one article, an id of the graph, or an address of the reference data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from kg.reference import Reference
from kg.resolution.clusters import Key
from kg.resolution.rows import Row, words_of

Keys = frozenset[Key]
Words = tuple[str, ...]

REFERENCE: Final = ""
"""The article of rows that stand for entries of the reference data; their local id is the address."""
_ID: Final = re.compile(r"(?:https?://.*/id/)?(?P<id>(?:person|organization|group|gpe|place|topic)/[a-z][a-z0-9-]*)")
_NOBODY: Final[Keys] = frozenset()


class Finder(NamedTuple):
    """What names, ids and addresses are looked up in; `sources` gives the id of an article by its file."""

    by_name: Mapping[Words, Keys]
    by_alias: Mapping[Words, Keys]
    ids: Mapping[str, Keys]
    addresses: frozenset[str]
    sources: Mapping[str, str]

    def find(self, text: str) -> Keys:
        """The rows that somebody is called by; of an address, the row of its entry. Empty where there are none."""
        if text in self.addresses:
            return frozenset({(REFERENCE, text)})
        if known := _ID.fullmatch(text):
            return self.ids.get(known["id"], _NOBODY)
        name, _, file = text.rpartition(" @ ")
        if name:
            return frozenset(key for key in self._called(name) if key[0] == self.sources.get(file, file))
        return self._called(text)

    def _called(self, name: str) -> Keys:
        words = words_of(name)
        return self.by_name.get(words) or self.by_alias.get(words, _NOBODY)


def make_finder(rows: Iterable[Row], reference: Reference, sources: Mapping[str, str], ids: Callable[[], Mapping[str, Keys]]) -> Finder:
    """A finder over the rows of the articles; `ids` is called only where some line holds an id."""
    names: dict[Words, set[Key]] = {}
    aliases: dict[Words, set[Key]] = {}
    for row in rows:
        names.setdefault(row.words, set()).add(row.key)
        for alias in row.entity.aliases if row.type in ("Person", "Organization") else ():
            aliases.setdefault(words_of(alias), set()).add(row.key)
    addresses = frozenset(entry.iri for entry in reference.entries)
    asked = {text for o in (*reference.same, *reference.different) for text in (o.first, o.second)}
    known = ids() if any(_ID.fullmatch(text) and text not in addresses for text in asked) else {}
    return Finder(_frozen(names), _frozen(aliases), known, addresses, sources)


def _frozen(found: Mapping[Words, set[Key]]) -> Mapping[Words, Keys]:
    return {words: frozenset(keys) for words, keys in found.items()}
