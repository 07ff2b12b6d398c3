"""What the end of a page tells of its author, which is no news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.articles.bylines import is_person
from kg.articles.furniture import BIOGRAPHY, OCCUPATION
from kg.articles.lines import Line

_LAST_LINES: Final = 12
_BIO = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'-]+(?:\s[\w.'-]+){1,4}?),?\s"
    rf"(?:(?:is|was|has been)\s(?:an?|the|our|currently)\b[^.]*\b{OCCUPATION}s?\b"
    r"|(?:covers|reports|writes|has covered|has written|has reported|joined)\b)"
)
_SHORT_BIO = re.compile(r"(?:is|was|has|covers|reports|writes|joined|spent|studied|graduated|lives|holds|previously)\b")
_CONTINUED = re.compile(
    r"(?:he|she|they|his|her|their|prior to|before joining|when not|in (?:his|her|their)|follow|you can|contact|e-?mail|reach)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Biography:
    """Indices of its lines, and the name of the person that the first one tells of."""

    lines: tuple[int, ...] = ()
    name: str | None = None


def find_biography(lines: Sequence[Line], is_news: Sequence[bool], first: int, authors: Sequence[str]) -> Biography:
    """The author's biography above `first`, the first paragraph, or at the end: its first line and all that go on about him.

    The author is known by the byline; without one, it is a person of whom the news above does not speak, who is described
    as biographies describe, with no quotation, and after whom no more news comes.
    """
    for i in range(1, first + 1):
        if is_news[i] and _author_told_of(lines[i].words, authors):
            return Biography((i,))
    for i in range(max(first + 1, len(lines) - _LAST_LINES), len(lines)):
        if is_news[i] and (name := _author_told_of(lines[i].words, authors)):
            return Biography((i, *_going_on(lines, is_news, i, name)), name)
        match = _BIO.match(lines[i].words) if is_news[i] else None
        if match and _is_stranger(match["name"], lines, i):
            found = (i, *_going_on(lines, is_news, i, match["name"]))
            rest = {j for j in range(i, len(lines)) if is_news[j]} - set(found)
            if not rest and not any('"' in lines[j].words for j in found):
                return Biography(found, match["name"])
    return Biography()


def _author_told_of(words: str, authors: Sequence[str]) -> str | None:
    """The author whose name, or a part of it, begins a line that describes him."""
    for author in authors:
        named = next((n for n in (author, author.split()[0], author.split()[-1]) if words.lower().startswith(n.lower() + " ")), None)
        if named and _SHORT_BIO.match(words[len(named) :].lstrip(" ,")) and (BIOGRAPHY.search(words) or re.search(OCCUPATION, words)):
            return author
    return None


def _is_stranger(name: str, lines: Sequence[Line], index: int) -> bool:
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    above = (line.words for line in lines[:index] if line.words != name)
    return is_person(name) and bool(BIOGRAPHY.search(lines[index].words)) and not any(map(surname.search, above))


def _going_on(lines: Sequence[Line], is_news: Sequence[bool], index: int, name: str) -> list[int]:
    """Lines after the first that name the person, begin with a pronoun, or tell of the next author."""
    names = re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in name.split() if len(p.rstrip('.')) > 1)})\b")
    found = []
    for i in range(index + 1, len(lines)):
        if is_news[i]:
            if not (names.search(lines[i].words) or _CONTINUED.match(lines[i].words) or _BIO.match(lines[i].words)):
                break
            found.append(i)
    return found
