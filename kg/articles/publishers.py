"""Whose page it is, from the copyright line or an author's biography; agencies are credited everywhere and so are no evidence."""

from __future__ import annotations

import re
from typing import Final

_YEARS: Final = r"(?:19|20)\d\d(?:\s?[-—–,]\s?(?:19|20)?\d\d)?"
_OWNER = re.compile(
    rf"^\W*(?:©|\(c\)|copyright\b)(?:\s|©|\(c\)|copyright|by\b)*(?:{_YEARS})?(?:\s|,|by\b)*(?P<owner>[A-Z][^.©|]{{1,60}}?)"
    rf"(?:,?\s{_YEARS})?\s*(?:$|[.|,©]|—|-\s|all rights)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"all rights reserved\.?\s+(?P<owner>(?:the\s)?[A-Z][\w&' ]{1,50}?)"
    r" is (?:a )?(?:part|division|member|subsidiary|brand|property|publication)\b",
    re.IGNORECASE,
)
_AGENCIES = re.compile(r"associated press|reuters|afp|agence france|getty|upi|pa media|ap$|author|respective", re.IGNORECASE)
_EMPLOYER = re.compile(
    r"\b(?:[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]orrespondent|[Jj]ournalist|[Cc]olumnist)\s(?:for|at|with)\s"
    r"(?P<owner>(?:[Tt]he\s)?[A-Z][\w&'-]*(?:\s(?:[A-Z][\w&'-]*|of|and(?=\s[A-Z])))*)"
)
_SITE = re.compile(r"\b[Aa]t\s(?P<owner>(?:[a-z0-9-]+\.)+(?:com|org|net|news|info|co\.uk|de|eu|io|tv))\b")


def publisher_of(copyright_lines: list[str], biography: list[str]) -> str | None:
    """The publisher's name, or None where the page does not give it."""
    for pattern, lines in ((_OWNER, copyright_lines), (_PART_OF, copyright_lines), (_SITE, biography), (_EMPLOYER, biography)):
        for line in lines:
            match = pattern.search(line)
            if match and not _AGENCIES.search(match["owner"]):
                return _trimmed(match["owner"])
    return None


def _trimmed(owner: str) -> str:
    return re.sub(r",?\s(?:inc|llc|ltd|limited|plc|gmbh|corp|co)\.?$", "", owner.strip(" ,.-—"), flags=re.IGNORECASE)
