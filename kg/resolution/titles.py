"""Whether two titles word one office: "Foreign Minister" and "minister of foreign affairs", never "president" and "vice president"."""

from __future__ import annotations

from typing import Final

from kg.resolution.rows import words_of
from kg.spelling import AMERICAN, acronyms

RANKS: Final = frozenset(
    {"vice", "deputy", "assistant", "under", "co", "junior", "associate", "lieutenant", "shadow", "honorary", "first", "second"}
)
"""Words that make another office of an office."""
EMPTY: Final = frozenset(
    {"of", "the", "for", "and", "a", "an", "in", "at", "to", "new", "current", "then", "acting", "interim", "former", "ex"}
)
ONE: Final = {**AMERICAN, "premier": "prime minister", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
              "spokeswoman": "spokesman", "spokesperson": "spokesman", "congresswoman": "congressman",
              "ceo": "chief executive officer", "pm": "prime minister"}  # fmt: skip
"""Words for one thing."""


def same_office(one: str, other: str) -> bool:
    """Whether all that the shorter title says is in the longer, and neither is a deputy where the other is not."""
    a, b = _words(one), _words(other)
    if one.replace(".", "").upper() in acronyms(other) or other.replace(".", "").upper() in acronyms(one):
        return True
    return bool(a and b) and a & RANKS == b & RANKS and (a - RANKS <= b or b - RANKS <= a)


def _words(title: str) -> frozenset[str]:
    plain = (part for word in words_of(title) for part in word.split("-"))
    return frozenset(part for word in plain for part in ONE.get(word, word).split()) - EMPTY
