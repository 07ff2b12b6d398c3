"""Names as plain words, for comparison: in lower case, without accents and full stops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
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


def same_full_name(
    a: tuple[str, ...], b: tuple[str, ...], nicknames: Mapping[str, frozenset[str]], spelt: Callable[[str], str] = str
) -> bool:
    """ "Ana M. Ruiz" and "Ana Ruiz", "J. Smith" and "John Smith", "Tim" and "Timothy"; never two first names or two middle initials.

    Takes folded words; `spelt` gives one form for the spellings of a word.
    """
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or spelt(a[-1]) != spelt(b[-1]):
        return False
    first, other = sorted((spelt(a[0]), spelt(b[0])), key=len)
    short = not nicknames.get(a[0], frozenset()).isdisjoint(nicknames.get(b[0], frozenset()))
    if first != other and not short and not (len(first) == 1 and other.startswith(first)):
        return False
    return all(x[0] == y[0] for x, y in zip(a[1:-1], b[1:-1], strict=False))


def body_words(name: str, legal: frozenset[str]) -> tuple[str, ...]:
    """The folded words of a body's name without article, "and" and the `legal` form at its end."""
    words = [w for w in folded(name) if w != "and"]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    return tuple(words)


def acronyms(name: str, legal: frozenset[str] = frozenset()) -> set[str]:
    """What a name or a title may be called by its letters: of its capitals, of all words, and less the `legal` form at its end."""
    parts = [w for w in re.split(r"[\s\-]+", name) if w[:1].isalpha()]
    parts = parts[1:] if parts and parts[0].lower() == "the" else parts
    big = [w for w in parts if w[0].isupper()]
    formal = len(big) > 2 and big[-1].lower().strip(".,") in legal
    found = {"".join(w[0] for w in some).upper() for some in (big, parts, big[:-1] if formal else big)}
    return {letters for letters in found if len(letters) > 1}
