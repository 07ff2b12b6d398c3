"""One name, one type over all articles: the type that most mentions give, where articles disagree."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from kg.model import EntityType
from kg.resolution.rows import Row


def one_type_each(rows: list[Row]) -> list[Row]:
    """The rows with one type for each name that articles type differently; a bare surname of a named person stays one.

    Where one article itself has both (a country and its airline), it keeps both.
    """
    surnames = {r.words[-1] for r in rows if r.type == "Person" and len(r.words) > 1}
    votes: dict[tuple[str, ...], Counter[EntityType]] = {}
    for row in rows:
        votes.setdefault(row.words, Counter())[row.type] += 1 + min(row.mentions, 5)
    chosen = {words: max(count.items(), key=lambda c: (c[1], c[0]))[0] for words, count in votes.items() if len(count) > 1}
    present = {(row.article, row.words, row.type) for row in rows}
    return [
        row if (row.article, row.words, chosen.get(row.words)) in present else _typed(row, chosen.get(row.words), surnames) for row in rows
    ]


def _typed(row: Row, kind: EntityType | None, surnames: set[str]) -> Row:
    if kind is None or kind == row.type or "Group" in (kind, row.type):
        return row
    if "Person" in (kind, row.type) and len(row.words) == 1 and row.words[0] in surnames:
        return row
    return replace(row, entity=replace(row.entity, type=kind))
