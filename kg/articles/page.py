"""A page of text as a reader sees it: what is news on it and what only surrounds the news; title, byline, date.

Evidence is form and place: whole lines, where they stand on the page, and what stands beside them. News must never be
lost, so a line that could be a sentence of the news stays; and nothing is better than a wrong date or author.

A caption that says what a photograph shows is read as news (it often is the only place that tells where and when); only
its credit is skipped. Captions of file photos, which show another day, are skipped whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, takewhile
from typing import Final

from kg.articles.biographies import find_biography
from kg.articles.bylines import bare_authors, byline_authors, is_post_line
from kg.articles.datelines import dateline_end
from kg.articles.dates import find_dates, is_stamp, settle
from kg.articles.furniture import (
    BIOGRAPHY,
    BYLINE_LABELS,
    COPYRIGHT,
    CREDIT_AT_END,
    CREDIT_IN_BRACKETS,
    MASTHEADS,
    NAVIGATION,
    OTHER_STORIES,
    ROWS,
    Place,
)
from kg.articles.lines import Line, split_lines
from kg.articles.publishers import publisher_of
from kg.model import Skipped, Span

_HEAD_LINES: Final = 15
_END_LINES: Final = 4
_FURNITURE_LENGTH: Final = 400
_COUNT = re.compile(r"^\(?\d[\d,.]*[km]?\)?\s+|\s*\(?\d[\d,.]*[km]?\)?$")
_MORE = re.compile(r"(?:read )?more (?:from|on|about) [^.!?]{2,50}:$", re.IGNORECASE)
_UPDATED = re.compile(r"(?:updated?|modified|revised|edited)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)

Reasons = list[str | None]


@dataclass(frozen=True)
class Page:
    """What a page tells besides its news."""

    skipped: tuple[Skipped, ...] = ()
    title_span: Span | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None


def read_page(text: str, title: str | None = None, authors: tuple[str, ...] = ()) -> Page:
    """What is no news in a text, with reasons, and the title, authors, date and publisher that it prints.

    `title` and `authors`, where they are known, help to find the headline and the author's biography.
    """
    lines = list(split_lines(text))
    reasons = [_reason_anywhere(line.words) for line in lines]
    first = _first_paragraph(lines, reasons)
    bylines = _bylines(lines, reasons, first)
    authors = authors or _authors(bylines)
    _mark(reasons, bylines, "byline")
    biography = find_biography(lines, [r is None for r in reasons], first, authors)
    _mark(reasons, biography.lines, "author-bio")
    authors = authors or ((biography.name,) if biography.name else ())
    _mark(reasons, [i for i, line in enumerate(lines) if reasons[i] is None and line.words in authors], "byline")
    _mark_edges(lines, reasons, first)
    _mark_other_stories(lines, reasons, first)
    headline = _headline(lines, reasons, first, title)
    return Page(
        skipped=tuple(sorted((*_whole_lines(lines, reasons), *_parts_of_lines(lines, reasons, first, headline)), key=lambda s: s.span)),
        title_span=lines[headline].part(0, _title_end(lines[headline].words)) if headline is not None else None,
        publisher=publisher_of(_lines_for(lines, reasons, "copyright"), _lines_for(lines, reasons, "author-bio")),
        authors=authors,
        published=_published(text, lines, reasons, first),
    )


def _authors(bylines: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of the first byline and of those that follow it line by line."""
    begin = next((i for i, names in bylines.items() if names), -1)
    following = takewhile(lambda i: i in bylines, count(begin))
    return tuple(dict.fromkeys(name for i in following for name in bylines[i]))


def _mark(reasons: Reasons, indices: Collection[int], reason: str) -> None:
    for i in indices:
        reasons[i] = reason


def _lines_for(lines: list[Line], reasons: Reasons, wanted: str) -> list[str]:
    return [line.words for line, reason in zip(lines, reasons, strict=True) if reason == wanted]


def _reason_anywhere(words: str) -> str | None:
    """Why a line is no news wherever it stands, or None."""
    if len(words) > _FURNITURE_LENGTH:
        return None
    if _is_navigation(words):
        return "navigation"
    if is_stamp(words):
        return "timestamp"
    if '"' not in words and COPYRIGHT.search(words):
        return "copyright"
    return _row_reason(words, "any")


def _is_navigation(words: str) -> bool:
    plain = _label(words)
    return plain in NAVIGATION or _COUNT.sub("", plain) in NAVIGATION


def _label(words: str) -> str:
    return words.lower().rstrip(":.…!>»→| ").lstrip("<«←•·| ")


def _row_reason(words: str, place: Place) -> str | None:
    if len(words) > _FURNITURE_LENGTH:
        return None
    return next((reason for reason, form in ROWS[place] if form.fullmatch(words)), None)


def _first_paragraph(lines: list[Line], reasons: Reasons) -> int:
    """Index of the first paragraph of news: running text that is no caption, with no byline or date between it and the rest."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if reasons[i] is None and lines[i].is_paragraph), -1)
    top = range(min(last + 1, _HEAD_LINES))
    marked = {i for i in top if _is_dated(lines[i], reasons[i]) or (i and byline_authors(lines[i].words) is not None)}
    for i in top:
        if reasons[i] is None and lines[i].is_paragraph and not marked & {i, i + 1, i + 2, i + 3} and not _credit(lines[i].words):
            return i
    return 0


def _is_dated(line: Line, reason: str | None) -> bool:
    return reason == "timestamp" and any(find_dates(line.words))


def _bylines(lines: list[Line], reasons: Reasons, first: int) -> dict[int, tuple[str, ...]]:
    """Lines above the first paragraph, or at the very end, that name the author or tell his post, with the names."""
    found: dict[int, tuple[str, ...]] = {}
    for i in [*range(first), *range(max(first + 1, len(lines) - _END_LINES), len(lines))]:
        words = lines[i].words.lstrip("—- ")
        if reasons[i] is not None:
            continue
        if i - 1 in found and _is_post(words):
            found[i] = ()
        elif (names := byline_authors(words)) is not None:
            if i or words[:2].lower() == "by":
                found[i] = names
        elif 0 < i < first and (names := bare_authors(words)) and _is_name_of_author(lines, reasons, i, first, names, found):
            found[i] = names
    return found


def _is_post(words: str) -> bool:
    return is_post_line(words) and not _credit(words)


def _is_name_of_author(
    lines: list[Line], reasons: Reasons, index: int, first: int, names: tuple[str, ...], found: Collection[int]
) -> bool:
    """Whether a line of names above the text is a byline: it follows a label, or stands by a post, a date stamp or a byline.

    Beside a stamp a headline, a place or a company may stand as well, but the news goes on about these.
    """
    before, line, after = lines[index - 1], lines[index], lines[index + 1]
    if _label(before.words) in BYLINE_LABELS or after.words.startswith(f"{line.words} is ") or _is_post(after.words):
        return True
    if "timestamp" not in (reasons[index - 1], reasons[index + 1]) and index - 1 not in found:
        return False
    surnames = [name.rsplit(maxsplit=1)[-1] for name in names]
    others = [other.words for other in (*lines[:index], *lines[first:])]
    news = [words for words in others if not (words.startswith(names) and (words in names or BIOGRAPHY.search(words)))]
    return all(len(name.split()) < 4 for name in names) and not any(surname in words for words in news for surname in surnames)


def _mark_edges(lines: list[Line], reasons: Reasons, first: int) -> None:
    """Forms that are furniture only above the first paragraph or below the last one."""
    last = next((i for i in range(len(lines) - 1, first, -1) if reasons[i] is None and _is_last_paragraph(lines[i])), first)
    for i in range(first):
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "head") or ("navigation" if _is_tag(lines[i]) else None)
    for i in range(first + 1, last):
        reasons[i] = reasons[i] or ("navigation" if _is_shouted(lines[i]) else None)
    for i in range(last + 1, len(lines)):
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "tail")


def _is_tag(line: Line) -> bool:
    """Whether a line above the text is too short to be a headline: a section, a label, half a name."""
    return line.words.count(" ") < 2 and not line.ends_sentence and not _credit(line.words)


def _is_shouted(line: Line) -> bool:
    """Whether a line between paragraphs is the headline of another story, in capitals."""
    return line.words.isupper() and not line.ends_sentence and '"' not in line.words and line.words.count(" ") >= 4


def _mark_other_stories(lines: list[Line], reasons: Reasons, first: int) -> None:
    """Headlines of other stories: what follows a label such as "Related" until the next sentence."""
    follows_label = False
    for i in range(first + 1, len(lines)):
        if reasons[i] is None:
            follows_label = follows_label and not lines[i].ends_sentence and not lines[i].is_paragraph
            reasons[i] = "navigation" if follows_label else None
        elif reasons[i] == "navigation":
            follows_label = follows_label or _label(lines[i].words) in OTHER_STORIES or bool(_MORE.match(lines[i].words))


def _is_last_paragraph(line: Line) -> bool:
    return line.is_paragraph and _row_reason(line.words, "tail") is None


def _headline(lines: list[Line], reasons: Reasons, first: int, title: str | None) -> int | None:
    """Index of the line that is the title: the known one, or the first above the text that has the form of a headline."""
    if title is not None:
        known = next((i for i, line in enumerate(lines[:_HEAD_LINES]) if _plain(line.words) == _plain(title)), None)
        if known is not None:
            reasons[known] = None
        return known
    candidates = [i for i in range(first) if reasons[i] is None and _looks_like_headline(lines[i].words)]
    if len(candidates) > 1 and _is_masthead_or_section(lines[candidates[0]].words):
        reasons[candidates.pop(0)] = "navigation"
    return candidates[0] if candidates else None


def _title_end(words: str) -> int:
    """Where a headline ends and the name of its site begins: "Council approves bridge | Riverside Gazette"."""
    title, bar, site = words.rpartition(" | ")
    return len(title.rstrip()) if bar and title.count(" ") >= 2 and site.count(" ") < 5 else len(words)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _looks_like_headline(words: str) -> bool:
    has_form = 3 <= words.count(" ") + 1 <= 30 and not words[0].islower() and words[0] not in "-•*" and words[-1] not in ".:;,"
    return has_form and not _credit(words) and not dateline_end(words, opening=False)


def _is_masthead_or_section(words: str) -> bool:
    """Whether a line is the name of a paper or of a part of it: "The Riverside Gazette", "Crime & Safety"."""
    parts = words.lower().split()
    is_masthead = parts[-1] in MASTHEADS and (len(parts) < 4 or parts[0] == "the")
    return words.istitle() and (is_masthead or (len(parts) == 3 and parts[1] in ("&", "and", "/")))


def _whole_lines(lines: list[Line], reasons: Reasons) -> Iterator[Skipped]:
    for line, reason in zip(lines, reasons, strict=True):
        if reason is not None:
            yield Skipped(line.span, reason)


def _parts_of_lines(lines: list[Line], reasons: Reasons, first: int, headline: int | None) -> Iterator[Skipped]:
    """Parts of lines that are else news: a dateline, a photo credit behind a caption, the name of the site behind a title."""
    for i, line in enumerate(lines):
        if reasons[i] is not None:
            continue
        if i == headline:
            if (end := _title_end(line.words)) < len(line.words):
                yield Skipped(line.part(end + 1, len(line.words)), "navigation")
            continue
        if length := dateline_end(line.words, opening=i == first):
            yield Skipped(line.part(0, len(line.words[:length].rstrip())), "dateline")
        if match := _credit(line.words):
            yield Skipped(line.part(match.start(), match.end()), "photo-credit")


def _credit(words: str) -> re.Match[str] | None:
    tail = max(0, len(words) - 160)
    return CREDIT_IN_BRACKETS.search(words, tail) or (CREDIT_AT_END.search(words, tail) if len(words) <= _FURNITURE_LENGTH else None)


def _published(text: str, lines: list[Line], reasons: Reasons, first: int) -> date | None:
    """The day of publication that the page prints: in a stamp or byline above the text, in a stamp that says so, in a dateline.

    The day of an update counts only where no other is printed.
    """
    dates: list[tuple[int, date | None]] = []
    for i, line in enumerate(lines):
        if reasons[i] in ("timestamp", "byline") and (i < first or _PUBLISHED.search(line.words)):
            dates += _ranked_dates(line.words, lines[i - 1].words if i else "", text)
    for line in lines[first : first + 1]:
        dates += _ranked_dates(line.words[: dateline_end(line.words, opening=True)], "", text)
    best = min((rank for rank, _ in dates), default=0)
    return next((day for rank, day in dates if rank == best and day), None)


def _ranked_dates(words: str, before: str, text: str) -> Iterator[tuple[int, date | None]]:
    """The days of a stamp with their rank: 0 said to be of publication, 1 without a label, 2 said to be of an update."""
    position = 0
    for found in find_dates(words):
        label = words[position : found.start]
        if position == 0 and not any(map(str.isalpha, label)):
            label = before if _label(before) in NAVIGATION else ""
        yield 2 if _UPDATED.search(label) else 0 if _PUBLISHED.search(label) else 1, settle(found, words, text)
        position = found.end
