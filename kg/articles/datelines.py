"""Datelines: "NEW YORK (AP) —", "Paris, 3 March (Reuters) -" at the start of the first paragraph."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?"
_DATE: Final = rf"(?:(?:{_MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s(?:{_MONTH})(?:,?\s\d{{4}})?)"
_WORD: Final = r"[^\W\d_a-z][\w.'’-]*"
_CAPITALS: Final = r"[^\W\d_a-z][^\W\d_a-z.'’-]*(?<=..)"
_AGENCY: Final = r"\([A-Z][\w ./&-]{1,40}\)"
_DASH: Final = r"(?:[—–]|--?)"
_SMALL: Final = r"(?:de|la|of|the|al|and|du|del|on|upon)"
_TAIL: Final = rf"(?:,\s(?:{_DATE}|{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,4}})){{0,3}}"
_DATELINE: Final = re.compile(
    rf"(?:{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,4}}{_TAIL}(?:\s{_AGENCY})?"  # KYIV, Ukraine (AP) —
    rf"|{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,3}}{_TAIL}\s{_AGENCY}"  # Paris, 3 March (Reuters) -
    rf"|{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,2}},\s{_WORD}(?:\s{_WORD}){{0,2}}{_TAIL}"  # Taipei, Taiwan —
    rf"|{_WORD}(?:\s{_WORD})?,\s{_DATE}"  # Paris, 3 March -
    rf"|{_AGENCY})\s?{_DASH}\s(?=[\"'“‘A-Z0-9])"  # (CNN) —
)
_SECOND_DASH = re.compile(rf"[^.!?]*\s?(?:[—–]|\s--?\s)")


def dateline_end(paragraph: str) -> int:
    """How many characters of a paragraph are its dateline, with the dash; 0 where there is none.

    A second dash in the same sentence makes the first one the start of an aside, unless the city is in capitals or an
    agency is named.
    """
    match = _DATELINE.match(paragraph)
    if not match:
        return 0
    certain = "(" in match[0] or match[0][:3].isupper()
    if not certain and _SECOND_DASH.match(paragraph, match.end()):
        return 0
    return match.end()
