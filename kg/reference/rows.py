"""What every form of reference data is checked for, and how rows with one address become one entry."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final, get_args

from msgspec.structs import replace

from kg.errors import ReferenceFileError
from kg.model import EntityType
from kg.reference.values import Entry, Office

TYPES: Final[dict[str, EntityType]] = {name.lower(): name for name in get_args(EntityType)}
_IRI: Final = re.compile(r"(?:https?://[^\s<>\"{}|\\^`]+|urn:[A-Za-z0-9-]+:[^\s<>\"{}|\\^`]+)")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def text_of(file: Path) -> str:
    """The text of a file. Raises ReferenceFileError where it cannot be read or is no UTF-8."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReferenceFileError(f"{file}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ReferenceFileError(f"{file}: is not UTF-8 (byte {error.start})") from None


def checked_iri(iri: str, where: str) -> str:
    """The address, if it is a whole one."""
    if _IRI.fullmatch(iri) is None:
        raise ReferenceFileError(f"{where}: {iri!r} is no IRI; write a whole address such as https://data.example/ana-ruiz")
    return iri


def checked_type(name: str, where: str) -> EntityType:
    """The type of that name, in whatever case."""
    if name.lower() not in TYPES:
        raise ReferenceFileError(f"{where}: unknown type {name!r}; known: {', '.join(TYPES.values())}")
    return TYPES[name.lower()]


def checked_label(label: str, iri: str, where: str) -> str:
    """The label, on one line."""
    if not label.strip():
        raise ReferenceFileError(f"{where}: no label for {iri}")
    return " ".join(label.split())


def checked_office(title: str, of: str, days: tuple[str, str], where: str) -> Office | None:
    """An office from its words and its first and last day; null where all are empty."""
    first, last = _day(days[0], where, last=False), _day(days[1], where, last=True)
    if not title and (of or first or last):
        raise ReferenceFileError(f"{where}: whose office, or since when, but no office")
    if first and last and first > last:
        raise ReferenceFileError(f"{where}: the office ends ({last}) before it begins ({first})")
    return Office(" ".join(title.split()), " ".join(of.split()) or None, first, last) if title else None


def _day(text: str, where: str, *, last: bool) -> date | None:
    """A day; of a month or a year its first or last."""
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    try:
        year, month, day = (int(p) if p else None for p in parts.groups()) if parts else (0, None, None)
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        raise ReferenceFileError(f"{where}: {text!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY") from None


def joined(rows: Iterable[Entry]) -> tuple[Entry, ...]:
    """Rows with one address as one entry, in the order of the first. Raises ReferenceFileError where they disagree."""
    entries: dict[str, Entry] = {}
    for row in rows:
        known = entries.get(row.iri)
        entries[row.iri] = _together(known, row) if known else row
    return tuple(entries.values())


def _together(known: Entry, row: Entry) -> Entry:
    for what, one, other in (("label", known.label, row.label), ("type", known.type, row.type)):
        if one != other:
            before = f"{known.file}, {known.place}"
            raise ReferenceFileError(f"{row.file}, {row.place}: {what} {other!r} for {row.iri}, which has {one!r} in {before}")
    aliases = tuple(dict.fromkeys((*known.aliases, *row.aliases)))
    return replace(known, aliases=aliases, offices=tuple(dict.fromkeys((*known.offices, *row.offices))))
