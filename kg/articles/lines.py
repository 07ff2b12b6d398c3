"""The lines of a page: the unit in which furniture is told from news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_FOLD: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "—", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, trimmed; `words` has typography folded, one character for one."""

    span: Span
    words: str

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.words))

    @property
    def is_paragraph(self) -> bool:
        """Whether it looks like running text; a short line that asks or exclaims may be a headline."""
        count = self.words.count(" ") + 1
        return count >= 30 or (count >= (20 if self.words[-1] in "?!" else 10) and self.ends_sentence)

    def part(self, start: int, end: int) -> Span:
        """Characters `[start, end)` of the line as a span of the text."""
        return Span(self.span.start + start, self.span.start + end)


def split_lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, in order."""
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(Span(start, start + len(words)), words if words.isascii() else words.translate(_FOLD))
