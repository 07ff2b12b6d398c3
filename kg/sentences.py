"""The sentence around a place in a text, to show to people; rough where abbreviations are many, and nothing rests on it."""

from __future__ import annotations

import re
from typing import Final

RANKS: Final = (
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cdr", "Cllr", "Cmdr", "Col", "Cpl", "Det", "Dr", "Fr", "Gen", "Gov", "Hon", "Insp", "Lt", "Maj",
    "Mr", "Mrs", "Ms", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Supt",
)  # fmt: skip
"""Short forms before a name, whose full stop ends no sentence."""

_LINE_END: Final = re.compile(r"[\r\n\u2028\u2029]")
_NO_END: Final = "".join(rf"(?<!\b{short})" for short in (*RANKS, "St", "No", "[A-Z]"))
_ENDS: Final = re.compile(_NO_END + r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


def sentence_at(text: str, offset: int, limit: int = 400) -> str:
    """The words of the sentence that holds the character at `offset`, at most `limit` characters of it; of a line at most."""
    offset = max(0, min(offset, len(text)))
    start = max((m.end() for m in _LINE_END.finditer(text, 0, offset)), default=0)
    line_end = _LINE_END.search(text, offset)
    end = line_end.start() if line_end else len(text)
    for match in _ENDS.finditer(text, start, end):
        if match.end() <= offset:
            start = match.end()
        else:
            end = match.start() + len(match.group().rstrip())
            break
    sentence = text[start:end].strip()
    return sentence if len(sentence) <= limit else sentence[: limit - 1] + "…"
