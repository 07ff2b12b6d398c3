"""Tags, types and punctuation that several steps know."""

from __future__ import annotations

from collections.abc import Iterable

from kg.doc import Columns

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""The model's types of names whose bearers can speak."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TENSED = FINITE | {"MD"}
"""Tags of verbs that a clause of its own has."""
MARKS = frozenset({'"', "``", "''"})
CLOSING = frozenset({'"', "''"})
"""Quotation marks, and those of them that can close a quotation."""
DASHES = frozenset({"-", "--", "—", "–"})
PAUSES = frozenset({",", "?", "!", "...", "…", "-", "--", "—"})
"""What ends the words before a cue without ending the sentence."""


def starts_paragraph(s: Columns, token: int) -> bool:
    """Whether a token, such as the opening mark of a quotation, is the first of its paragraph."""
    return token <= 0 or s.paragraph[token - 1] != s.paragraph[token]


def read_before(s: Columns, token: int) -> int:
    """The last token of news before a token, in whatever paragraph; -1 where there is none."""
    last = token - 1
    while last >= 0 and s.paragraph[last] < 0:
        last -= 1
    return last


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Token indices as ranges `[start, end)` in order."""
    out: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
