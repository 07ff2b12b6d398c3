"""A page of text as a reader sees it: what is news on it and what only surrounds the news; title, byline, date.

Evidence is form and place: whole lines, where they stand on the page, and what stands beside them. News must never be
lost, so a line that could be a sentence of the news stays; and nothing is better than a wrong date or author.

Reasons: navigation, timestamp, byline, author-bio, caption, photo-credit, dateline, copyright, promotion, editorial-note,
repetition. A caption that says what a photograph shows is read as news (it often is the only place that tells where and
when); only its credit is skipped. Captions of file photos, which show another day, are skipped whole.
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
from kg.articles.datelines import dateline_end, is_dateline
from kg.articles.dates import find_dates, is_stamp, without_stamps
from kg.articles.furniture import BIOGRAPHY, BYLINE_LABELS, COPYRIGHT, NAVIGATION, OTHER_STORIES, ROWS, Place, find_credit, label_of
from kg.articles.headlines import find_headline, title_end
from kg.articles.lines import Line, split_lines
from kg.articles.publication import PUBLISHED, date_of_publication
from kg.articles.publishers import publisher_of
from kg.model import Skipped, Span

_HEAD_LINES: Final = 15
_END_LINES: Final = 4
_STAMP_LENGTH: Final = 120
_REPEATED_SPACES: Final = 5
_FURNITURE_LENGTH: Final = 400
_COUNT = re.compile(r"^\(?\d[\d,.]*[km]?\)?\s+|\s*\(?\d[\d,.]*[km]?\)?$")
_MORE = re.compile(r"(?:read )?more (?:from|on|about) [^.!?]{2,50}:$", re.IGNORECASE)

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
    _mark_repetitions(lines, reasons)
    headline, masthead = find_headline(lines, [r is None for r in reasons], first, title)
    if headline is not None:
        reasons[headline] = None
    if masthead is not None:
        reasons[masthead] = "navigation"
    return Page(
        skipped=tuple(sorted((*_whole_lines(lines, reasons), *_parts_of_lines(lines, reasons, first, headline)), key=lambda s: s.span)),
        title_span=lines[headline].part(0, title_end(lines[headline].words)) if headline is not None else None,
        publisher=publisher_of(_lines_for(lines, reasons, "copyright"), _lines_for(lines, reasons, "author-bio")),
        authors=authors,
        published=date_of_publication(_stamps(lines, reasons, first), text),
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
    if is_stamp(words) or _is_stamp_of_section(words):
        return "timestamp"
    if '"' not in words and COPYRIGHT.search(words):
        return "copyright"
    return _row_reason(words, "any")


def _is_navigation(words: str) -> bool:
    plain = label_of(words)
    return plain in NAVIGATION or _COUNT.sub("", plain) in NAVIGATION


def _is_stamp_of_section(words: str) -> bool:
    """Whether a line is a date with sections or the name of the site: "March 4, 2025 | News, Politics"."""
    if len(words) > _STAMP_LENGTH or not any(find_dates(words)):
        return False
    parts = filter(None, (part.strip() for part in re.split(r"[|,/·•—-]", without_stamps(words))))
    return all(label_of(part) in NAVIGATION or (is_post_line(part) and not bare_authors(part)) for part in parts)


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
        if reasons[i] is None and lines[i].is_paragraph and not marked & {i, i + 1, i + 2, i + 3} and not find_credit(lines[i].words):
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
    return is_post_line(words) and not find_credit(words)


def _is_name_of_author(
    lines: list[Line], reasons: Reasons, index: int, first: int, names: tuple[str, ...], found: Collection[int]
) -> bool:
    """Whether a line of names above the text is a byline: it follows a label, or stands by a post, a date stamp or a byline.

    Beside a stamp a headline, a place or a company may stand as well, but the news goes on about these.
    """
    before, line, after = lines[index - 1], lines[index], lines[index + 1]
    if label_of(before.words) in BYLINE_LABELS or after.words.startswith(f"{line.words} is ") or _is_post(after.words):
        return True
    is_dated = "timestamp" in (reasons[index - 1], reasons[index + 1]) or any(find_dates(line.words))
    if not is_dated and index - 1 not in found:
        return False
    surnames = [name.rsplit(maxsplit=1)[-1] for name in names]
    others = [other.words for other in (*lines[:index], *lines[first:])]
    news = [words for words in others if not (words.startswith(names) and (words in names or BIOGRAPHY.search(words)))]
    return all(len(name.split()) < 4 for name in names) and not any(surname in words for words in news for surname in surnames)


def _mark_edges(lines: list[Line], reasons: Reasons, first: int) -> None:
    """Forms that are furniture only above the first paragraph or below the last one."""
    last = next((i for i in range(len(lines) - 1, first, -1) if reasons[i] is None and _is_last_paragraph(lines[i])), first)
    for i in range(first):
        reasons[i] = reasons[i] or ("dateline" if is_dateline(lines[i].words) else None)
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "head") or ("navigation" if _is_tag(lines[i]) else None)
    for i in range(first + 1, last):
        reasons[i] = reasons[i] or ("navigation" if _is_shouted(lines[i]) else None)
    for i in range(last + 1, len(lines)):
        reasons[i] = reasons[i] or _row_reason(lines[i].words, "tail")


def _is_tag(line: Line) -> bool:
    """Whether a line above the text is too short to be a headline: a section, a label, half a name."""
    return line.words.count(" ") < 2 and not line.ends_sentence and not find_credit(line.words)


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
            follows_label = follows_label or label_of(lines[i].words) in OTHER_STORIES or bool(_MORE.match(lines[i].words))


def _mark_repetitions(lines: list[Line], reasons: Reasons) -> None:
    """A line that stood above word for word (a caption shown twice, an update kept) tells nothing new."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if reasons[i] is None and line.words.count(" ") >= _REPEATED_SPACES:
            reasons[i] = "repetition" if line.words in seen else None
            seen.add(line.words)


def _is_last_paragraph(line: Line) -> bool:
    return line.is_paragraph and _row_reason(line.words, "tail") is None


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
            if (end := title_end(line.words)) < len(line.words):
                yield Skipped(line.part(end + 1, len(line.words)), "navigation")
            continue
        if length := dateline_end(line.words, opening=i == first):
            yield Skipped(line.part(0, len(line.words[:length].rstrip())), "dateline")
        if match := find_credit(line.words):
            yield Skipped(line.part(match.start(), match.end()), "photo-credit")


def _stamps(lines: list[Line], reasons: Reasons, first: int) -> Iterator[tuple[str, str]]:
    """The words that may give the day of publication, each with the label in the line above it, if there is one."""
    for i, line in enumerate(lines):
        if reasons[i] in ("timestamp", "byline", "dateline") and (i < first or PUBLISHED.search(line.words)):
            above = lines[i - 1].words if i else ""
            yield line.words, above if label_of(above) in NAVIGATION else ""
    for line in lines[first : first + 1]:
        yield line.words[: dateline_end(line.words, opening=True)], ""
