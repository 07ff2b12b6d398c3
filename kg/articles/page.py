"""A page of text as a reader sees it: what is news on it and what only surrounds the news; title, byline, date.

Evidence is form and place: whole lines, where they stand on the page, and what stands beside them. News must never be
lost, so a line that could be a sentence of the news stays; and nothing is better than a wrong date or author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.articles.bylines import byline_authors, is_person, is_stamp
from kg.articles.datelines import dateline_end
from kg.articles.dates import PrintedDate, find_dates, settle
from kg.articles.furniture import BIOGRAPHY, COPYRIGHT, CREDIT_AT_END, CREDIT_IN_BRACKETS, NAVIGATION, REPORTER, ROWS
from kg.articles.publishers import publisher_of
from kg.model import Skipped, Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_FOLD: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "—", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_HEAD_LINES: Final = 15
_FURNITURE_LENGTH: Final = 400
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*$")
_COUNT = re.compile(r"^\(?\d[\d,.]*[km]?\)?\s+|\s*\(?\d[\d,.]*[km]?\)?$")
_BIO = re.compile(
    rf"(?P<name>[^\W\d_a-z][\w.'-]+(?:\s[\w.'-]+){{1,4}}?),?\s(?:(?:is|was|has been)\s(?:an?|the|our|currently)\b[^.]*\b{REPORTER}s?\b"
    r"|(?:covers|reports|writes|has covered|has written|has reported)\s(?:on|for|about|from)?)"
)
_CONTINUED = re.compile(r"^(?:he|she|they|his|her|their|prior to|before joining|when not|in (?:his|her|their)|follow|you can|contact|e-?mail)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:updated?|modified|revised)\b[^\d]*$", re.IGNORECASE)
_LABELLED = re.compile(r"\b(?:published|posted|first published|date)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, trimmed; `words` has typography folded, one character for one."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Page:
    """What a page tells besides its news."""

    skipped: tuple[Skipped, ...] = ()
    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None


def read_page(text: str, title: str | None = None, authors: tuple[str, ...] = ()) -> Page:
    """What is no news in a text, with reasons, and the title, authors, date and publisher that it prints.

    `title` and `authors`, where they are known, help to find the headline and the author's biography.
    """
    lines = list(_lines(text))
    reasons = [_reason_anywhere(line.words) for line in lines]
    head = _first_paragraph(lines, reasons)
    for i, reason in _bylines(lines, reasons, head):
        reasons[i] = reason
    authors = authors or _authors(lines, reasons)
    tail = _after_last_paragraph(lines, reasons, head)
    biography = _biography(lines, reasons, head, authors)
    for i in biography:
        reasons[i] = "author-bio"
    for i in range(min(tail, *biography) if biography else tail, len(lines)):
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "tail")
    for i in range(head):
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "head")
    headline = _headline(lines, reasons, head, title)
    return Page(
        skipped=tuple(sorted((*_whole(lines, reasons), *_partial(text, lines, reasons, head)), key=lambda s: s.span)),
        title=text[lines[headline].start : lines[headline].end] if headline is not None else None,
        title_span=Span(lines[headline].start, lines[headline].end) if headline is not None else None,
        publisher=_publisher(lines, reasons),
        authors=authors or _biographer(lines, biography),
        published=_published(text, lines, reasons, head),
    )


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(start, start + len(words), words.translate(_FOLD))


def _reason_anywhere(words: str) -> str | None:
    """Why a line is no news wherever it stands, or None."""
    if len(words) > _FURNITURE_LENGTH:
        return None
    if _is_navigation(words):
        return "navigation"
    if is_stamp(words):
        return "timestamp"
    if COPYRIGHT.search(words) and '"' not in words:
        return "copyright"
    return _row_reason(words, "any")


def _is_navigation(words: str) -> bool:
    plain = words.lower().rstrip(":.…!>»→ ").lstrip("<«←•· ")
    return plain in NAVIGATION or _COUNT.sub("", plain) in NAVIGATION


def _row_reason(words: str, place: str) -> str | None:
    if len(words) > _FURNITURE_LENGTH:
        return None
    return next((row.reason for row in ROWS if row.where == place and row.line.fullmatch(words)), None)


def _is_paragraph(line: Line) -> bool:
    """Whether a line looks like running text."""
    count = line.words.count(" ") + 1
    return count >= 30 or (count >= 10 and bool(_SENTENCE_END.search(line.words)))


def _first_paragraph(lines: list[Line], reasons: list[str | None]) -> int:
    """Index of the first paragraph of news: running text with no byline or date stamp soon after it."""
    marked = [i for i, line in enumerate(lines[:_HEAD_LINES]) if reasons[i] == "timestamp" or (i and byline_authors(line.words) is not None)]
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if reasons[i] is None and _is_paragraph(line) and not any(i < m <= i + 3 for m in marked):
            return i
    return 0


def _bylines(lines: list[Line], reasons: list[str | None], head: int) -> Iterator[tuple[int, str]]:
    """Lines above the first paragraph, or at the very end, that name the author."""
    for i in [*range(1, head), *range(max(head + 1, len(lines) - 4), len(lines))]:
        if reasons[i] is None and len(lines[i].words) < 160 and byline_authors(lines[i].words.lstrip("—- ")) is not None:
            yield i, "byline"


def _authors(lines: list[Line], reasons: list[str | None]) -> tuple[str, ...]:
    named = (byline_authors(line.words.lstrip("—- ")) for line, reason in zip(lines, reasons, strict=True) if reason == "byline")
    return next((names for names in named if names), ())


def _after_last_paragraph(lines: list[Line], reasons: list[str | None], head: int) -> int:
    return next((i + 1 for i in range(len(lines) - 1, head, -1) if reasons[i] is None and _is_paragraph(lines[i])), head + 1)


def _biography(lines: list[Line], reasons: list[str | None], head: int, authors: tuple[str, ...]) -> list[int]:
    """Indices of the lines at the end that tell of the author: the first such line and all that go on about the same person."""
    for i in range(max(head + 1, len(lines) - 12), len(lines)):
        match = _BIO.match(lines[i].words) if reasons[i] is None else None
        if match and _tells_of_author(lines, i, match["name"], authors):
            return [i, *_same_person(lines, reasons, i, match["name"])]
    return []


def _tells_of_author(lines: list[Line], index: int, name: str, authors: tuple[str, ...]) -> bool:
    """By the byline; else a person of whom the news above does not speak, described as biographies describe."""
    if any(name.lower() == a.lower() for a in authors):
        return True
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
    return is_person(name) and bool(BIOGRAPHY.search(lines[index].words)) and not any(surname.search(line.words) for line in lines[:index])


def _same_person(lines: list[Line], reasons: list[str | None], index: int, name: str) -> Iterator[int]:
    parts = [p for p in name.split() if len(p.rstrip(".")) > 1]
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b")
    for i in range(index + 1, len(lines)):
        if reasons[i] is None and not (names.search(lines[i].words) or _CONTINUED.match(lines[i].words) or _BIO.match(lines[i].words)):
            return
        if reasons[i] is None:
            yield i


def _biographer(lines: list[Line], biography: list[int]) -> tuple[str, ...]:
    match = _BIO.match(lines[biography[0]].words) if biography else None
    return (match["name"],) if match else ()


def _headline(lines: list[Line], reasons: list[str | None], head: int, title: str | None) -> int | None:
    """Index of the line that is the title: the known one, or the first above the text that has the form of a headline."""
    top = range(min(len(lines), _HEAD_LINES))
    if title is not None:
        wanted = _plain(title)
        return next((i for i in top if _plain(lines[i].words) == wanted), None)
    return next((i for i in top if i < head and reasons[i] is None and _looks_like_headline(lines[i].words)), None)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _looks_like_headline(words: str) -> bool:
    count = words.count(" ") + 1
    return 3 <= count <= 30 and not words[0].islower() and words[0] not in "-•*" and words[-1] not in ".:;,"


def _whole(lines: list[Line], reasons: list[str | None]) -> Iterator[Skipped]:
    for line, reason in zip(lines, reasons, strict=True):
        if reason is not None:
            yield Skipped(Span(line.start, line.end), reason)


def _partial(text: str, lines: list[Line], reasons: list[str | None], head: int) -> Iterator[Skipped]:
    """Parts of lines that are else news: a photo credit behind a caption, the dateline before the first paragraph."""
    for i, line in enumerate(lines):
        if reasons[i] is None:
            if i == head and (length := dateline_end(line.words)):
                yield Skipped(Span(line.start, line.start + len(line.words[:length].rstrip())), "dateline")
            elif match := _credit(line.words):
                yield Skipped(Span(line.start + match.start(), line.start + match.end()), "photo-credit")


def _credit(words: str) -> re.Match[str] | None:
    tail = max(0, len(words) - 160)
    return CREDIT_IN_BRACKETS.search(words, tail) or (CREDIT_AT_END.search(words, tail) if len(words) <= _FURNITURE_LENGTH else None)


def _publisher(lines: list[Line], reasons: list[str | None]) -> str | None:
    def of(wanted: str) -> list[str]:
        return [line.words for line, reason in zip(lines, reasons, strict=True) if reason == wanted]

    return publisher_of(of("copyright"), of("author-bio"))


def _published(text: str, lines: list[Line], reasons: list[str | None], head: int) -> date | None:
    """The day of publication that the page prints: in a date stamp or byline above the text, in a labelled stamp, in a dateline."""
    stamps = [
        line.words for i, line in enumerate(lines)
        if (i < head and reasons[i] in ("timestamp", "byline")) or (reasons[i] in ("timestamp", "byline") and _LABELLED.search(line.words))
    ]
    if lines and (length := dateline_end(lines[head].words)):
        stamps.append(lines[head].words[:length])
    printed = [(words, found) for words in stamps for found in find_dates(words)]
    first = [p for p in printed if not _UPDATED.search(p[0][: p[1].start])] or printed
    return _settled(first, text)


def _settled(printed: list[tuple[str, PrintedDate]], text: str) -> date | None:
    days = (settle(found, words, text) for words, found in printed)
    return next((day for day in days if day), None)
