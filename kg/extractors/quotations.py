"""Words between quotation marks, in the typography that is really out there.

Marks are paired inside a paragraph. A quotation that runs on (the mark is not closed and the next paragraph opens with one
again) is one `Quote` for each paragraph, `continues` set on all but the last. Odd marks are never an error: a mark without a
partner opens nothing, except at the start of a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from kg.extractors.drafts import Quote
from kg.model import Span
from kg.parsing import ParsedArticle

# What closes what opens. Straight marks, and two apostrophes that stand for one, close themselves.
PAIRS = {"“": ("”", '"'), "„": ("“", "”"), "‟": ("”",), "«": ("»",), "»": ("«",), '"': ('"', "”"), "``": ("''", '"'), "''": ("''", '"')}
_STRAIGHT = frozenset({'"', "''"})
_DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
_SINGLE = re.compile(r"[‘'](?<![\w.,!?…'’].)(?=\w)(?!(?:\d\ds?|tis|twas|em|til|cause|n)\b)")
_SINGLE_END = re.compile(r"['’](?<=[\w.,!?…].)(?!\w)")
_LONGEST_SINGLE = 300


def find_quotations(parsed: ParsedArticle) -> tuple[Quote, ...]:
    """All quotations in the order of the text, not nested: marks inside a quotation are part of it."""
    columns = parsed.doc.columns
    found: list[Quote] = []
    for start, end in parsed.paragraphs:
        area = parsed.span(start, end)
        for quote in _in_paragraph(parsed.article.text, area):
            first = bisect_left(columns.starts, quote.content.start, start, end)
            last = max(first, bisect_right(columns.ends, quote.content.end, start, end))
            found.append(replace(quote, start=first, end=last))
    return tuple(_chained(parsed.article.text, found))


def _in_paragraph(text: str, area: Span) -> Iterator[Quote]:
    """Quotations of one paragraph, double marks first, single ones in what lies between."""
    position = area.start
    for quote in _double(text, area):
        yield from _single(text, Span(position, quote.span.start))
        yield quote
        position = quote.span.end
    yield from _single(text, Span(position, area.end))


def _double(text: str, area: Span) -> Iterator[Quote]:
    opened: re.Match[str] | None = None
    inner = 0
    for mark in _DOUBLE.finditer(text, area.start, area.end):
        if opened is None:
            opened, inner = mark if _opens(text, mark, area) else None, 0
        elif opened.group() in _STRAIGHT and mark.group() == "“" and not _closes(text, mark, area):
            inner += 1
        elif inner and mark.group() == "”":
            inner -= 1
        elif mark.group() in PAIRS[opened.group()] or _closes(text, mark, area):
            if _reopens(text, mark, opened, area):
                opened = mark
                continue
            yield _quote(text, Span(opened.start(), mark.end()), Span(opened.end(), mark.start()))
            opened = None
    if opened is not None:
        yield _quote(text, Span(opened.start(), area.end), Span(opened.end(), area.end), is_open=True)


def _opens(text: str, mark: re.Match[str], area: Span) -> bool:
    """An opening mark stands before a word; a straight one also after a space or a bracket."""
    if mark.group() not in PAIRS or mark.end() >= area.end:
        return False
    if text[mark.end()].isspace():
        return mark.group() == "«" and "»" in text[mark.end() : area.end]
    if mark.group() not in _STRAIGHT or mark.start() == area.start:
        return True
    before = text[mark.start() - 1]
    return not (before.isalnum() or before in ".,!?")


def _closes(text: str, mark: re.Match[str], area: Span) -> bool:
    """An opening mark where only a closing one can stand: behind a word and before a space, or at the end of the paragraph."""
    return mark.end() >= area.end or (not text[mark.start() - 1].isspace() and text[mark.end()].isspace())


def _reopens(text: str, mark: re.Match[str], opened: re.Match[str], area: Span) -> bool:
    """A straight mark that can only open (space before, word after) while one is open: the first was left unclosed."""
    if mark.group() not in _STRAIGHT or mark.end() >= area.end:
        return False
    return text[mark.start() - 1].isspace() and text[mark.end()].isalnum() and opened.start() != area.start


def _single(text: str, area: Span) -> Iterator[Quote]:
    position = area.start
    while opened := _SINGLE.search(text, position, area.end):
        closed = _SINGLE_END.search(text, opened.end(), min(area.end, opened.end() + _LONGEST_SINGLE))
        if closed is None:
            return
        yield _quote(text, Span(opened.start(), closed.end()), Span(opened.end(), closed.start()))
        position = closed.end()


def _quote(text: str, span: Span, content: Span, is_open: bool = False) -> Quote:
    words = content.of(text)
    start = content.start + len(words) - len(words.lstrip())
    return Quote(span, Span(start, max(start, content.start + len(words.rstrip()))), 0, 0, continues=is_open)


def _chained(text: str, quotes: list[Quote]) -> Iterator[Quote]:
    """Open quotations run on where the next paragraph begins with a mark again; elsewhere only clear ones are kept."""
    for k, quote in enumerate(quotes):
        if quote.start == quote.end:
            continue
        if not quote.continues:
            yield quote
            continue
        follows = quotes[k + 1] if k + 1 < len(quotes) else None
        runs_on = follows is not None and not text[quote.span.end : follows.span.start].strip()
        if runs_on or text[quote.span.start] == "“" or text[: quote.span.start].endswith(("\n", "\r")) or quote.span.start == 0:
            yield replace(quote, continues=runs_on)
