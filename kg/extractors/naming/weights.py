"""How surely one use of a name tells its type. The votes of all uses are added, so each weight says how many plain marks it outweighs."""

from __future__ import annotations

from typing import Final

GUESSED: Final = 1
"""Capitals that the model took for a date or a number."""
MARKED: Final = 2
"""A mark of the model: the unit, for it is right four times in five."""
OWNER: Final = 3
"""A body before the title of its officer, out of a mark that held both."""
FOUND: Final = 4
"""Found by a rule of grammar, where the model saw nothing or something else; headlines need no other use to confirm it."""
CORPORATE: Final = 6
"""Before an officer of a company: "Velmo chief"."""
PART: Final = 8
"""A part of a full name: "Ray" of "Ann Ray"."""
TITLED: Final = 10
"""Behind the title of a person."""
BESIDE: Final = 12
"""What the words right before or behind a name say that it is."""
SHAPED: Final = 15
"""The last word of a name, what it owns, or an acronym in brackets."""
FORMAL: Final = 20
"""A legal form at the end."""
CERTAIN: Final = 20
"""The lexicon's word, which no votes change."""
