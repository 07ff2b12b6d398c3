"""Datelines: "NEW YORK (AP) —", "Paris, 3 March (Reuters) -" at the start of a paragraph."""

from __future__ import annotations

import re
from typing import Final

from kg.articles.dates import MONTH
from kg.articles.furniture import AGENCY

_DATE: Final = rf"(?:(?i:{MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s(?i:{MONTH})(?:,?\s\d{{4}})?)"
_WORD: Final = r"[^\W\d_a-z][\w.'’-]*"
_CAPITALS: Final = r"[^\W\d_a-z][^\W\d_a-z.'’-]*\.?"
_AGENCY: Final = rf"(?:\((?i:{AGENCY.pattern})(?:/[\w ]+)?\)|/[A-Z]{{3,10}}/\.|/\w+wire/)"
_DASH: Final = r"(?:[—–]|--?)"
_SMALL: Final = r"(?:de|la|of|the|al|and|du|del|on|upon)"
_TAIL: Final = rf"(?:,\s(?:{_DATE}|{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,4}})){{0,3}}"
_CITY: Final = rf"{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,3}}"
_CAPITAL_CITY: Final = rf"(?=..){_CAPITALS}(?:[ /-]{_CAPITALS}){{0,4}}"
_ANY_AGENCY: Final = r"\([^\W\d_a-z][^()]{1,40}\)"
_NEXT: Final = r"(?:\s(?=[\"'“‘(A-Z0-9])|$)"

_WITH_AGENCY: Final = re.compile(
    rf"(?:{_CITY}{_TAIL}\s?)?(?:{_AGENCY}|CNN)\s*{_DASH}{_NEXT}"  # Paris, 3 March (Reuters) -
    rf"|{_CITY}{_TAIL}(?:,\s{_DATE}|\.\s)\s?{_AGENCY}[ :]{_NEXT}|{_CITY},\s{_DATE}\s{_AGENCY}:?{_NEXT}"  # New Delhi, 4 March (PTI)
    rf"|{_CITY},\s{_DATE}\.\s{_AGENCY}{_NEXT}"  # TALLINN, March 4. /ABC/.
)
_IN_CAPITALS: Final = re.compile(  # KYIV, Ukraine —
    rf"{_CAPITAL_CITY}(?:/{_CAPITALS})?{_TAIL}\s?(?:{_ANY_AGENCY}(?:,\s{_DATE})?\s?|/[\w ]+/\s?)?{_DASH}{_NEXT}"
)
_PLAIN: Final = re.compile(  # Taipei, Taiwan — or with an agency that nobody knows: Ribe, Denmark (Marsh News) —
    rf"(?:{_CITY},\s{_WORD}(?:\s{_WORD}){{0,2}}{_TAIL}(?:\s{_ANY_AGENCY})?|{_WORD}(?:\s{_WORD})?,\s{_DATE})\s{_DASH}{_NEXT}"
)
_ALONE: Final = re.compile(rf"{_CITY}{_TAIL},\s{_DATE}(?:\s{_ANY_AGENCY})?")
_THEN_DATE: Final = re.compile(rf"{_DATE}\s?{_DASH}{_NEXT}")  # LIMA (AP) — July 22, 2024 —
_SECOND_DASH: Final = re.compile(r"[^.!?]*\s?(?:[—–]|\s--?\s)")


def is_dateline(line: str) -> bool:
    """Whether a line above the text is a dateline of its own: "Ribe, 9 May 2025 (Marsh News)"."""
    return _ALONE.fullmatch(line) is not None


def dateline_end(paragraph: str, *, opening: bool) -> int:
    """How many characters of a paragraph are its dateline, with the dash; 0 where there is none.

    Only the opening paragraph of an article has a dateline without the name of an agency. In plain letters, a second dash
    in the same sentence makes the first one the start of an aside.
    """
    sure = _WITH_AGENCY.match(paragraph) or (_IN_CAPITALS.match(paragraph) if opening else None)
    match = sure or (_PLAIN.match(paragraph) if opening else None)
    if match is None:
        return 0
    if dated := _THEN_DATE.match(paragraph, match.end()):
        return dated.end()
    return match.end() if sure or not _SECOND_DASH.match(paragraph, match.end()) else 0
