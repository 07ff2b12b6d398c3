"""The day of publication, by the date stamps of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.articles.dates import find_dates, settle

PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:updated?|modified|revised|edited)\b", re.IGNORECASE)


def date_of_publication(stamps: Iterable[tuple[str, str]], text: str) -> date | None:
    """The first day that is said to be of publication, else the first without a label, else the first of an update.

    Each stamp comes with the label in the line above it, if there is one. None where the best date can be read two ways.
    """
    dates = [ranked for words, label in stamps for ranked in _ranked_dates(words, label, text)]
    best = min((rank for rank, _ in dates), default=0)
    return next((day for rank, day in dates if rank == best and day), None)


def _ranked_dates(words: str, label_above: str, text: str) -> Iterator[tuple[int, date | None]]:
    position = 0
    for found in find_dates(words):
        label = words[position : found.start]
        if position == 0 and not any(map(str.isalpha, label)):
            label = label_above
        yield 2 if _UPDATED.search(label) else 0 if PUBLISHED.search(label) else 1, settle(found, words, text)
        position = found.end
