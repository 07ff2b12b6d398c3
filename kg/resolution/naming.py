"""Which rows the user's reference data names: by label, alias or spelling of the same type; the office where that leaves it open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.lexicon import Lexicon
from kg.model import Entity, EntityType
from kg.reference import Entry
from kg.resolution.bodies import name_key
from kg.resolution.clusters import Key
from kg.resolution.finding import REFERENCE
from kg.resolution.people import are_homonyms
from kg.resolution.rows import Row, spelling, words_of
from kg.resolution.titles import same_office

Words = tuple[str, ...]
_FAMILIES: Final[Mapping[EntityType, EntityType]] = {"Place": "GeopoliticalEntity"}
_ANY: Final = "any"


def family(kind: EntityType) -> EntityType:
    """The types that name the same kind of thing count as one: places, whether they act or not."""
    return _FAMILIES.get(kind, kind)


def row_of(entry: Entry) -> Row:
    """An entry as a row of an article of its own."""
    owners = frozenset(office.of for office in entry.offices if office.of)
    entity = Entity(entry.iri, entry.type, entry.label, entry.aliases)
    return Row(REFERENCE, entity, words_of(entry.label), offices=tuple(office.title for office in entry.offices), owners=owners)


def name_rows(rows: Iterable[Row], entries: Iterable[Entry], lexicon: Lexicon) -> tuple[dict[Key, Key], list[str]]:
    """Row -> the entry that it is held for; and warnings for names that stay open."""
    known = {entry.iri: entry for entry in entries}
    book = _book(known.values(), lexicon)
    held: dict[Key, list[Row]] = defaultdict(list)
    warnings: dict[str, None] = {}
    for row in sorted(rows, key=lambda r: r.key):
        found = _candidates(row, book, lexicon)
        fitting = found if len(found) == 1 else [iri for iri in found if _holds(row, known[iri])]
        if len(fitting) == 1:
            held[REFERENCE, fitting[0]].append(row)
        elif found:
            warnings[_open(known[found[0]], f"“{row.entity.name}” is the name of {len(found)} entries")] = None
    chosen = {entry: _without_homonyms(rows, known[entry[1]]) for entry, rows in sorted(held.items())}
    for entry, kept in chosen.items():
        if not kept:
            warnings[_open(known[entry[1]], f"the articles know several people called “{known[entry[1]].label}”")] = None
    return {row.key: entry for entry, kept in chosen.items() for row in kept}, list(warnings)


def _open(entry: Entry, problem: str) -> str:
    return f"{entry.file}, {entry.place}: {problem}, and no office tells which is meant; --same-as can say it"


def _book(entries: Iterable[Entry], lexicon: Lexicon) -> Mapping[tuple[str, Words], list[str]]:
    """Names of entries, by type, also as they may be spelt, and of whatever type -> their addresses."""
    book: dict[tuple[str, Words], dict[str, None]] = defaultdict(dict)
    for entry in entries:
        row = row_of(entry)
        for name in entry.names:
            for key in _keys(row, name, lexicon):
                book[key][entry.iri] = None
    return {key: list(addresses) for key, addresses in book.items()}


def _keys(row: Row, name: str, lexicon: Lexicon) -> Iterator[tuple[str, Words]]:
    """What a name is looked up by, surest first."""
    words = name_key(Row(row.article, row.entity, words_of(name)), lexicon)
    yield family(row.type), words
    if len(words) > 1:
        if row.type == "Person":
            yield "spelling", tuple(map(spelling, words))
        yield _ANY, words


def _candidates(row: Row, book: Mapping[tuple[str, Words], list[str]], lexicon: Lexicon) -> list[str]:
    """The entries that a row's name can be, else one of its other full names. What a country is also called may be its capital."""
    own = set(row.words)
    others = (alias for alias in row.entity.aliases if not own.issuperset(words_of(alias)) or (row.type == "Person" and " " in alias))
    for name in (row.entity.name, *(others if row.type in ("Person", "Organization") else ())):
        for key in _keys(row, name, lexicon):
            if found := book.get(key):
                return found
    return []


def _holds(row: Row, entry: Entry) -> bool:
    """Whether a row is given one of an entry's offices."""
    return any(same_office(title, office.title) for title in row.offices for office in entry.offices if title) and (
        not row.owners or any(office.of is None or office.of in row.owners for office in entry.offices)
    )


def _without_homonyms(rows: list[Row], entry: Entry) -> list[Row]:
    """All rows, where they can be one; else those that have the entry's office, where only one of several homonyms has it."""
    groups: list[list[Row]] = []
    for row in rows:
        group = next((g for g in groups if not (row.words == g[0].words and are_homonyms(row, g))), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    if len(groups) == 1:
        return rows
    fitting = [group for group in groups if any(_holds(row, entry) for row in group)]
    return fitting[0] if len(fitting) == 1 else []
