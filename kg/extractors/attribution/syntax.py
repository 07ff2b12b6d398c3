"""Tags, types and punctuation that several steps know."""

from __future__ import annotations

from collections.abc import Iterable

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


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Token indices as ranges `[start, end)` in order."""
    out: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
