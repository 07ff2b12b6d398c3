"""Rows grouped into entities: forms of names first, then joins that no article forbids, in an order that no input changes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final, NamedTuple

from kg.resolution.rows import Row

Key = tuple[str, str]
"""Article and local id of a row."""


class Join(NamedTuple):
    """Two rows that are one, and the reason."""

    one: Key
    other: Key
    reason: str


class Ruled(NamedTuple):
    """What the user says, whatever the names say: rows that are one, rows that are not, and rows that an entry of his data names."""

    joins: tuple[Join, ...] = ()
    apart: tuple[tuple[frozenset[Key], frozenset[Key]], ...] = ()
    ties: tuple[Join, ...] = ()


UNRULED: Final = Ruled()


class Clusters:
    """Disjoint groups of rows. A join is refused where one article names both as different entities."""

    def __init__(self, rows: Iterable[Row], ruled: Ruled = UNRULED) -> None:
        self.members: dict[int, list[Row]] = {}
        self.reasons: dict[tuple[str, str], str] = {}
        self._of: dict[tuple[str, str], int] = {}
        self._apart: dict[int, set[int]] = {}
        self._articles: dict[int, set[str]] = {}
        for n, row in enumerate(sorted(rows, key=lambda r: (r.words, r.key))):
            self.members[n] = [row]
            self._of[row.key] = n
            self._articles[n] = {row.article}
        self._lay_down(ruled)

    def _lay_down(self, ruled: Ruled) -> None:
        """The user's word first: what is one, what is not, and then what his data names, as far as that may be."""
        self._force(ruled.joins)
        for one, other in ruled.apart:
            for a, b in product(*({self._of[key] for key in keys if key in self._of} for keys in (one, other))):
                self.keep_apart(a, b)
        self._force(ruled.ties)

    def _force(self, joins: Iterable[Join]) -> None:
        for one, other, reason in joins:
            if one in self._of and other in self._of:
                self.join(self._of[one], self._of[other], reason, forced=True)

    def of(self, row: Row) -> int:
        """The group that a row is in."""
        return self._of[row.key]

    def groups(self) -> list[list[Row]]:
        return [self.members[n] for n in sorted(self.members)]

    def keep_apart(self, a: int, b: int) -> None:
        """Never join these two groups."""
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def may_join(self, a: int, b: int) -> bool:
        """Whether no article names both, and nobody ruled them apart."""
        return self._may_be_one(a, b) and self._articles[b].isdisjoint(self._articles[a])

    def shared(self, a: int, b: int) -> set[str]:
        """The articles that name both groups."""
        return self._articles[a] & self._articles[b]

    def _may_be_one(self, a: int, b: int) -> bool:
        return a != b and b not in self._apart.get(a, ())

    def join(self, a: int, b: int, reason: str, *, forced: bool = False) -> bool:
        """Put group `b` into group `a`, where allowed; the reason is kept for every row that moves.

        Forced, it goes by what is ruled apart alone, and one article may name both.
        """
        if not (self._may_be_one(a, b) if forced else self.may_join(a, b)):
            return False
        for row in self.members[b]:
            self._of[row.key] = a
            self.reasons[row.key] = reason
        self.members[a] += self.members.pop(b)
        self._articles[a] |= self._articles.pop(b)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self.keep_apart(a, other)
        return True
