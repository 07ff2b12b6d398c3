"""Pairs that are, or are not, the same: two names or ids a line."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import TypeVar

from kg.errors import ReferenceFileError
from kg.reference.rows import text_of
from kg.reference.tables import cells_of
from kg.reference.values import Override

T = TypeVar("T", bound=Hashable)


def read_overrides(file: Path) -> tuple[Override, ...]:
    """The pairs of a file. Raises ReferenceFileError with file, line and cause."""
    lines = ["" if line.lstrip().startswith("#") else line for line in text_of(file).split("\n")]
    return tuple(_pair(file, line, cells) for line, cells in cells_of(file, "\n".join(lines)))


def _pair(file: Path, line: int, cells: list[str]) -> Override:
    named = [" ".join(cell.split()) for cell in cells]
    if len(named) != 2 or not all(named):
        count = sum(map(bool, named))
        hint = "put a name that holds a comma in quotation marks" if len(named) > 2 else "put a comma between them"
        raise ReferenceFileError(f"{file}, line {line}: {count} {'name' if count == 1 else 'names'} where two are needed; {hint}")
    if named[0].casefold() == named[1].casefold():
        hint = f"to tell two of one name apart, write {named[0]} @ FILE"
        raise ReferenceFileError(f"{file}, line {line}: {named[0]!r} stands on both sides; {hint}")
    return Override(named[0], named[1], file.name, line)


def check_overrides(same: Iterable[Override], different: Iterable[Override]) -> None:
    """Raises ReferenceFileError where two names are ruled both the same, be it by a chain of pairs, and not the same."""
    groups = Groups[str]()
    for override in same:
        groups.join(override.first.casefold(), override.second.casefold())
    for override in different:
        if groups.of(override.first.casefold()) == groups.of(override.second.casefold()):
            raise contradiction(override, (o for o in same if groups.of(o.first.casefold()) == groups.of(override.first.casefold())))


def contradiction(override: Override, same: Iterable[Override]) -> ReferenceFileError:
    """The error for a pair that is not the same although other lines say it is."""
    says = " and ".join(dict.fromkeys(o.where for o in same))
    return ReferenceFileError(f"{override.where}: {override.first!r} and {override.second!r} are not the same here, but are by {says}")


class Groups(dict[T, T]):
    """Which things are one: each points to another of its group, and the first of a group to itself."""

    def of(self, thing: T) -> T:
        """What stands for the group of a thing."""
        while (other := self.get(thing, thing)) != thing:
            thing = other
        return thing

    def join(self, one: T, other: T) -> None:
        """Hold two things, and all that are one with them, for one."""
        self[self.of(other)] = self.of(one)
