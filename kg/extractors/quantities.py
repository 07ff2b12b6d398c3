"""Numbers with what they count."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extractors.times import TimeMention
from kg.model import Quantity
from kg.parsing import ParsedArticle


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number: its tokens `[start, end)`, the token of what it counts (or its own last token), and its value."""

    start: int
    end: int
    head: int
    quantity: Quantity


def find_quantities(parsed: ParsedArticle, times: tuple[TimeMention, ...]) -> tuple[QuantityMention, ...]:
    return ()
