"""What identity across articles is decided from: one small row for each entity of each article, never whole documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kg.model import Entity, EntityType, Record
from kg.spelling import GENERATIONS, folded, generation_of


class Row(Struct, frozen=True, gc=False):
    """An entity as one article describes it: its names, the offices it is given, and who else the article names."""

    article: str
    entity: Entity
    words: tuple[str, ...]
    mentions: int = 0
    offices: tuple[str, ...] = ()
    owners: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()

    @property
    def type(self) -> EntityType:
        return self.entity.type

    @property
    def generation(self) -> str | None:
        """ "jr", "iii" ... of a person's name."""
        return generation_of(self.entity.name)

    @property
    def key(self) -> tuple[str, str]:
        """Article and local id."""
        return self.article, self.entity.id


def rows_of(record: Record) -> Iterator[Row]:
    """The rows of one article's record, in the order of its entities."""
    names = {e.id: e.name for e in record.entities}
    counts: dict[str, int] = {}
    for mention in record.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    company = frozenset(words_of(e.name) for e in record.entities if e.type in ("Person", "Organization"))
    offices: dict[str, list[str]] = {}
    owners: dict[str, set[str]] = {}
    for relation in record.relations:
        if relation.type in ("holds-role", "member-of"):
            offices.setdefault(relation.subject, []).append(relation.title or "")
        if relation.type != "located-in" and relation.object is not None:
            owners.setdefault(relation.subject, set()).add(names[relation.object])
    for entity in record.entities:
        words = words_of(entity.name)
        yield Row(
            record.article.id,
            entity,
            words,
            counts.get(entity.id, 0),
            tuple(offices.get(entity.id, ())),
            frozenset(owners.get(entity.id, ())),
            frozenset(" ".join(c) for c in company if c != words),
        )


def words_of(name: str) -> tuple[str, ...]:
    """A name's words in lower case, without accents, full stops and generation ("Jr.")."""
    words = folded(name)
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    return words[:-1] if len(words) > 2 and words[-1] in GENERATIONS else words


def spelling(word: str) -> str:
    """One form for the spellings that transliteration makes: "Sergei" and "Sergey", "Lebedsky" and "Lebedskyy"."""
    text = (
        word.replace("'", "").replace("y", "i").replace("j", "i").replace("kh", "h").replace("ph", "f").replace("w", "v").replace("ck", "k")
    )
    return re.sub(r"(.)\1+", r"\1", text)
