"""Rows grouped into entities: forms of names first, then joins that no article forbids, in an order that no input changes."""

from __future__ import annotations

from collections.abc import Iterable

from kg.resolution.rows import Row


class Clusters:
    """Disjoint groups of rows. A join is refused where one article names both as different entities."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.members: dict[int, list[Row]] = {}
        self.reasons: dict[tuple[str, str], str] = {}
        self._of: dict[tuple[str, str], int] = {}
        self._apart: dict[int, set[int]] = {}
        for n, row in enumerate(sorted(rows, key=lambda r: (r.words, r.key))):
            self.members[n] = [row]
            self._of[row.key] = n

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
        if a == b or b in self._apart.get(a, ()):
            return False
        return {r.article for r in self.members[a]}.isdisjoint(r.article for r in self.members[b])

    def join(self, a: int, b: int, reason: str) -> bool:
        """Put group `b` into group `a`, where allowed; the reason is kept for every row that moves."""
        if not self.may_join(a, b):
            return False
        for row in self.members[b]:
            self._of[row.key] = a
            self.reasons[row.key] = reason
        self.members[a] += self.members.pop(b)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self.keep_apart(a, other)
        return True
