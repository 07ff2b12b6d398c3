"""The tables of `furniture.toml` as compiled patterns: what surrounds the news on a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal

Place = Literal["any", "head", "tail"]

_TABLES: Final[dict[str, Any]] = tomllib.loads((files(__package__) / "furniture.toml").read_text("utf-8"))


def _any_of(patterns: list[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _rows(place: Place) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [(row["reason"], row["lines"]) for row in _TABLES["rows"] if row["where"] == place]
    return tuple((reason, re.compile(_any_of(lines), re.IGNORECASE)) for reason, lines in rows)


NAVIGATION: Final = frozenset(words for group in _TABLES["navigation"].values() for words in group)
"""Lines that are a menu, a button or a label, in small letters."""

BYLINE_LABELS: Final = frozenset(_TABLES["navigation"]["byline"])
"""Labels that the author's name follows."""

OTHER_STORIES: Final = frozenset(_TABLES["navigation"]["others"])
"""Labels that other stories follow."""

ROWS: Final[Mapping[Place, tuple[tuple[str, re.Pattern[str]], ...]]] = MappingProxyType({
    "any": _rows("any"),
    "head": _rows("head"),
    "tail": _rows("tail"),
})
"""Place -> (reason, form of a whole line)."""

_AGENCY: Final = _any_of(_TABLES["credits"]["agencies"])
_CREDIT: Final = _any_of(_TABLES["credits"]["words"])
_BIG: Final = r"[^\W\d_a-z][\w'.&-]*"
_NAME: Final = rf"{_BIG}(?: {_BIG}){{1,3}}"
_NAMES: Final = rf"(?-i:{_BIG}(?:[ /,]+(?:{_BIG}|&|for|of|the|via|and|de|von|van))*)"
_WHO: Final = r"[^()\[\]]{2,80}"

_CREDIT_IN_BRACKETS: Final = re.compile(
    r"[(\[](?:"
    rf"(?:ap|afp|epa|reuters|file|pool) photo\b[^()\[\]]*|{_CREDIT}(?:\s?[:/]|\sby|\s(?:courtesy )?of|\sfrom|\svia)\s?{_NAMES}"
    rf"|{_WHO}?\s?[/|]\s?{_AGENCY}(?:\s(?:via|for)\s{_WHO})?|{_AGENCY}\s?/\s?{_WHO}|{_WHO} via (?:{_AGENCY}|x|facebook|twitter)"
    rf"|(?-i:{_NAME}/{_BIG}(?: {_BIG})*)|{_WHO}/\w[\w .]+ via \w+"
    r")[)\]]\.?$",
    re.IGNORECASE,
)

_CREDIT_AT_END: Final = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:(?:{_CREDIT}|file photo|ap photo)(?:\s?[:/]|\s?\.\.\.|\sby|\svia|\scourtesy(?: of)?)\s?{_NAMES}"
    rf"|(?-i:{_NAME}/{_BIG}(?: {_BIG})*)|(?:ap photo|reuters|afp|getty images|epa)\s?/\s?[^.!?\"]{{2,50}})"
    r"\.?(?: purchase licensing rights.*)?$"
    rf"|^(?:[\w'. -]{{3,40}}\s?[/|]\s?)?{_AGENCY}(?:\s?/\s?{_AGENCY})*\.?$",
    re.IGNORECASE,
)

COPYRIGHT: Final = re.compile(
    r"(?:^|[\s(|])(?:©|\(c\))\s?(?:copyright|\d{4}|[A-Z])|\bcopyright\s(?:©|\(c\)|\d{4})|\ball rights reserved\b"
    r"|\bmay not be (?:published, broadcast|reproduced)|\bis subject to copyright\b",
    re.IGNORECASE,
)

AGENCY: Final = re.compile(_AGENCY, re.IGNORECASE)
OCCUPATION: Final = _any_of(_TABLES["authors"]["occupations"])
BIOGRAPHY: Final = re.compile("|".join(_TABLES["authors"]["biography"]), re.IGNORECASE)
MASTHEADS: Final = frozenset(_TABLES["authors"]["mastheads"])
HOUSES: Final = frozenset(_TABLES["authors"]["houses"]) | MASTHEADS
BODIES: Final = frozenset(_TABLES["authors"]["bodies"])
PARTICLES: Final = frozenset(_TABLES["authors"]["particles"])
POSTS: Final = frozenset(_TABLES["authors"]["posts"])

_CREDIT_LENGTH: Final = 160
_LINE_LENGTH: Final = 400


def find_credit(words: str) -> re.Match[str] | None:
    """The photo credit that a line ends in: "(Jane Doe/Getty Images)"; without brackets only behind a full stop or alone."""
    tail = max(0, len(words) - _CREDIT_LENGTH)
    return _CREDIT_IN_BRACKETS.search(words, tail) or (_CREDIT_AT_END.search(words, tail) if len(words) <= _LINE_LENGTH else None)


def label_of(words: str) -> str:
    """A line as the tables of labels have it: in small letters, without marks around it."""
    return words.lower().rstrip(":.…!>»→| ").lstrip("<«←•·| ")
