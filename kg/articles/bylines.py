"""Who wrote an article, from the line that says so."""

from __future__ import annotations

import re
from typing import Final

from kg.articles.dates import DATE
from kg.articles.furniture import NO_PERSON, ROLE

_PARTICLES: Final = frozenset("de da di do dos del della der den van von ter ten la le du al el bin ibn ben e y af av zu".split())
_BY = re.compile(r"(?:(?:written|reported|story|words|report|text|posted|published|article|analysis|author)\s+)?by\b:?\s+(.+)|authors?:\s*(.+)", re.IGNORECASE)
_TIME: Final = r"\b\d{1,2}(?::|\.)\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?\s?m\b\.?"
_ZONE: Final = r"\b(?:gmt|utc|[ecmp][sd]?t|ist|bst|cest|cet|aest|msk|jst|local time|eastern|pacific)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
_LABEL: Final = (
    r"(?:first |originally |last )?(?:published|updated|posted|modified|created|issued|revised)(?: on| at)?|\bdate\b|\bon\b|\bat\b|\bsince\b|\bupdate\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b\d{1,3}\s?(?:-|\s)?min(?:ute)?s?(?:-|\s)?read\b"
)
_RELATIVE: Final = r"\b(?:\d{1,2}|an?|one|two|three)\s(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?)\sago\b|\b(?:yesterday|today|just now)\b"
STAMP_WORDS = re.compile(rf"{_TIME}|{_ZONE}|{_LABEL}|{_RELATIVE}", re.IGNORECASE)
_SOMETHING_DATED = re.compile(rf"{_TIME}|{_RELATIVE}", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*", re.IGNORECASE)
_FIELD_ENDS = re.compile(r"\s*(?:[|•·]|\s[-–—/]\s|\bfor\b|\bin\b(?=\s[A-Z])|\bof\b(?=\s[A-Z]))\s*")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def without_stamps(line: str) -> str:
    """A line less the dates, times and words of a date stamp."""
    return STAMP_WORDS.sub(" ", DATE.sub(" ", line))


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date stamp: "Updated: 3:15 PM EDT, Tue March 4, 2025", "2 hours ago"."""
    return bool(DATE.search(line) or _SOMETHING_DATED.search(line)) and not any(c.isalnum() for c in without_stamps(line))


def byline_authors(line: str) -> tuple[str, ...] | None:
    """The people whom a byline names (none for an agency), or None where the line is no byline."""
    words = " ".join(without_stamps(line).split()).strip(" ,|•·-–—")
    if match := _BY.fullmatch(words):
        return _authors(match[1] or match[2])
    fields = re.split(r"\s*[|,•·]\s*|\s[-–—]\s", words)
    if len(fields) > 1 and is_person(fields[0]) and all(_is_role(f) for f in fields[1:]):
        return (fields[0],)
    return None


def split_names(names: str) -> tuple[str, ...]:
    """The names of a list in prose: "Jane Doe, John Roe and Max Muster"."""
    return tuple(n for n in _NAME_ENDS.split(names) if n)


def is_person(words: str) -> bool:
    """Whether words have the form of a person's full name."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and all(_WORD.fullmatch(p) and (p[0].isupper() or p.lower() in _PARTICLES) for p in parts)
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
        and not any(p.lower() in NO_PERSON for p in parts)
    )


def _authors(words: str) -> tuple[str, ...] | None:
    if len(words.split()) > 25:
        return None
    parts = split_names(_FIELD_ENDS.split(words.rstrip("."), maxsplit=1)[0])
    people = tuple(_as_name(p) for p in parts if is_person(p))
    others = [p for p in parts if not is_person(p)]
    if not all(_is_role(p) or _is_house(p) for p in others) or not (people or others):
        return None
    return people


def _is_role(words: str) -> bool:
    return len(words.split()) <= 6 and bool(ROLE.search(words))


def _is_house(words: str) -> bool:
    return len(words.split()) <= 4 and words[:1].isupper() and any(w.lower() in NO_PERSON for w in words.split())


def _as_name(name: str) -> str:
    return name.title() if name.isupper() else name
