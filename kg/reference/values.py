"""The user's knowledge as values: entries of reference data, with offices, and pairs that are or are not the same."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from kg.model import EntityType


class Office(Struct, frozen=True):
    """An office that somebody holds or held, as the reference words it; days are null where open or not known."""

    title: str
    of: str | None = None
    start: date | None = None
    end: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether the office can have been held on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        begun = f"{self.start} to {self.end}" if self.end else f"since {self.start}"
        days = begun if self.start else f"until {self.end}" if self.end else None
        return ", ".join(part for part in (self.title, self.of, days) if part)


class Entry(Struct, frozen=True):
    """Somebody or something that the user's data knows. `file` is the file's name, `place` the line or address in it."""

    iri: str
    label: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    file: str = ""
    place: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The label and the aliases."""
        return self.label, *self.aliases


class Override(Struct, frozen=True):
    """A line of an override file: two names, ids or addresses."""

    first: str
    second: str
    file: str
    line: int

    @property
    def where(self) -> str:
        """File and line, as errors and warnings begin."""
        return f"{self.file}, line {self.line}"


class Reference(Struct, frozen=True):
    """All that the user's files say: entries, pairs that are the same, and pairs that are not."""

    entries: tuple[Entry, ...] = ()
    same: tuple[Override, ...] = ()
    different: tuple[Override, ...] = ()
