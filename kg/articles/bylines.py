"""Who wrote an article, from the line that says so."""

from __future__ import annotations

import re
from typing import Final

from kg.articles.dates import find_dates, without_stamps
from kg.articles.furniture import AGENCY, BODIES, HOUSES, PARTICLES, POSTS

_BY = re.compile(
    r"(?:(?:written|reported|story|words|report|text|posted|published|article|analysis|author)\s+)?by\b:?\s+(.+)|authors?:\s*(.+)",
    re.IGNORECASE,
)
# Most lines are ruled out by a glance.
_PERHAPS = re.compile(r"\bby\b|^authors?:|^[A-Z]{2,6}\b|^[^.]{4,60}[|,•·–—-]", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s*(?:[,;&|]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_FIELD_ENDS = re.compile(r"\s*(?:[|•·]|\s[-–—/]\s|\b(?i:for)\b|\bin\b(?=\s[A-Z])|\bof\b(?=\s[A-Z]))\s*")
_DESK = re.compile(r"[A-Z]{2,6}")
_FIELDS = re.compile(r"\s*[|,•·]\s*|\s[-–—]\s")
_PLACE = re.compile(r"\bin (?:[A-Z][\w.'’-]*)(?:[ ,]+[A-Z][\w.'’-]*)*")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MAX_LENGTH: Final = 200
_MAX_WORDS: Final = 25


def byline_authors(line: str) -> tuple[str, ...] | None:
    """The people whom a byline names (none for an agency), or None where the line is no byline."""
    if len(line) > _MAX_LENGTH or not _PERHAPS.search(line):
        return None
    words = " ".join(without_stamps(line).split()).strip(" ,|•·-–—")
    if match := _BY.fullmatch(words):
        return _authors(match[1] or match[2])
    if _DESK.fullmatch(words) and any(find_dates(line)):
        return ()
    fields = _FIELDS.split(words)
    if len(fields) > 1 and is_person(fields[0]) and all(map(_is_post, fields[1:])):
        return (as_name(fields[0]),)
    return None


def bare_authors(line: str) -> tuple[str, ...] | None:
    """The people of a line with no more than names ("Jane Doe in Nairobi and John Roe") or a name and a post.

    Whether it is a byline depends on what stands beside it.
    """
    if len(line) > _MAX_LENGTH:
        return None
    parts = without_stamps(line).split()
    if 4 <= len(parts) <= 6 and parts[-1].lower() in POSTS and is_person(" ".join(parts[:2])):
        return (as_name(" ".join(parts[:2])),)
    names = split_names(_PLACE.sub("", " ".join(without_stamps(line).split())).strip(" ,|•·-–—"))
    return tuple(map(as_name, names)) if names and all(is_person(n) and n in line for n in names) else None


def split_names(names: str) -> tuple[str, ...]:
    """The names of a list in prose: "Jane Doe, John Roe and Max Muster"."""
    return tuple(n for n in _NAME_ENDS.split(names) if n)


def is_person(words: str) -> bool:
    """Whether words have the form of a person's full name."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and all(_NAME_WORD.fullmatch(p) and (p[0].isupper() or p.lower() in PARTICLES) for p in parts)
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
        and not any(p.lower() in HOUSES | BODIES for p in parts)
    )


def is_post_line(line: str) -> bool:
    """Whether a line below a name tells the journalist's post: "Business reporter, Example News"."""
    fields = _FIELDS.split(line.strip())
    return line[-1:] not in ".!?" and _is_post(fields[0]) and all(_is_post(f) or f.istitle() for f in fields)


def _is_post(words: str) -> bool:
    """A journalist's post or house: "Staff Writer", "Special to The Gazette", "Reuters"."""
    parts = words.lower().split()
    if not 0 < len(parts) <= 6:
        return False
    by_form = parts[-1] in POSTS | HOUSES | BODIES or parts[0] in HOUSES - {"the"} or parts[:2] == ["special", "to"]
    return by_form or bool(AGENCY.fullmatch(words))


def as_name(name: str) -> str:
    """A name as people write it, also where a page prints it in capitals."""
    return name.title() if name.isupper() else name


def _authors(words: str) -> tuple[str, ...] | None:
    if len(words.split()) > _MAX_WORDS:
        return None
    parts = split_names(_FIELD_ENDS.split(words.rstrip("."), maxsplit=1)[0])
    people = [p for p in parts if is_person(p)]
    has_place = bool(people) and len(parts) > 1 and parts[-1].istitle() and len(parts[-1].split()) <= 3
    if not parts or not all(_is_post(p) for p in (parts[:-1] if has_place else parts) if p not in people):
        return None
    return tuple(map(as_name, people))
