"""Names as plain words, for comparison: in lower case, without accents and full stops."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may stand behind a person's name and tells him from his father."""
AMERICAN: Final = {
    "defence": "defense", "centre": "center", "labour": "labor", "organisation": "organization", "theatre": "theater", "harbour": "harbor",
    "programme": "program",
}  # fmt: skip
"""British spellings of words in names and titles -> the American ones."""
_WORD: Final = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def unaccented(name: str) -> str:
    """A name in lower case without accents."""
    lower = name.lower()
    return lower if lower.isascii() else "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


def folded(name: str) -> tuple[str, ...]:
    """A name's words in lower case without accents, full stops or a final possessive."""
    return tuple(_WORD.findall(unaccented(name.replace("’", "'").replace("\u2011", "-")).replace(".", "")))


def generation_of(name: str) -> str | None:
    """ "jr" of "Charles Elliott Jr."."""
    last = folded(name)[-1:]
    return last[0] if last and last[0] in GENERATIONS else None
