"""The day that an article speaks from: given, printed in the text, or fixed by facts in the text beyond doubt."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from kg.articles.dates import WEEKDAYS, month_number
from kg.extractors.numbers import ordinal_of
from kg.extractors.times.calendars import valid_date
from kg.extractors.times.expressions import MACROS
from kg.model import ArticleInfo, Basis
from kg.parsing import ParsedArticle


class Anchor(Struct, frozen=True):
    """The days on which the article may have been written; none where the text fixes nothing."""

    days: tuple[date, ...] = ()
    basis: Basis | None = None


_DATE = r"(?P<month>{MONTH})\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:1[5-9]|20)\d\d)".replace("{MONTH}", MACROS["MONTH"])
_WEEKDAY = "|".join(w.title() for w in WEEKDAYS)
_ANNIVERSARY: Final = re.compile(
    r"(?P<eve>(?:on\s+)?(?:the\s+)?eve\s+of\s+|a\s+day\s+before\s+|the\s+day\s+before\s+)?the\s+(?P<ordinal>[\w-]+)\s+anniversary\s+of\s+(?P<what>[^.;\n]+)"
)
_FULL_DATE: Final = re.compile(_DATE)
_TODAY: Final = re.compile(rf"\b[Tt]oday,?\s+(?:(?:{_WEEKDAY}),?\s+)?{_DATE}")
_WITH_WEEKDAY: Final = re.compile(rf"\b(?P<weekday>{_WEEKDAY}),?\s+(?:\(\s*)?{_DATE}")
_ANY_WEEKDAY: Final = re.compile(rf"\b(?:{_WEEKDAY})\b")


def date_article(parsed: ParsedArticle) -> ArticleInfo:
    """The article's metadata, with a publication date inferred from its text where none is known and the text fixes one.

    Only "today, March 3, 2020" says on which day an article was written; all else says it only nearly.
    """
    info = parsed.article.info
    if info.published is not None:
        return info
    days = {d for paragraph in _paragraphs(parsed) for m in _TODAY.finditer(paragraph) if (d := _day(m))}
    if len(days) != 1:
        return info
    return msgspec.structs.replace(info, published=days.pop(), published_basis="inferred")


def anchor_of(parsed: ParsedArticle, info: ArticleInfo) -> Anchor:
    """The day or days that relative expressions count from.

    Without a publication date, a day that the text fixes (the eve of an anniversary, a full date with its weekday near the
    top) and the day after it: only what comes out the same for both is then resolved.
    """
    if info.published is not None:
        return Anchor((info.published,), info.published_basis)
    day = narrative_day(parsed)
    return Anchor((day, day + timedelta(days=1)), "inferred") if day else Anchor()


def narrative_day(parsed: ParsedArticle) -> date | None:
    """The day of the article's main news, where the text fixes it beyond doubt."""
    paragraphs = _paragraphs(parsed)
    return _from_anniversary(paragraphs) or _from_weekday(paragraphs[:3])


def _paragraphs(parsed: ParsedArticle) -> list[str]:
    return [parsed.doc.span(a, b).text for a, b in parsed.paragraphs]


def _day(match: re.Match[str]) -> date | None:
    return valid_date(int(match["year"]), month_number(match["month"]), int(match["day"]))


def _from_weekday(paragraphs: list[str]) -> date | None:
    """ "On Tuesday, March 3, 2020, ..." near the top: one such date, and its weekday is right."""
    found = set()
    for paragraph in paragraphs:
        for m in _WITH_WEEKDAY.finditer(paragraph):
            day = _day(m)
            if day and WEEKDAYS[day.weekday()] == m["weekday"].lower():
                found.add(day)
    return found.pop() if len(found) == 1 else None


def _from_anniversary(paragraphs: list[str]) -> date | None:
    """ "The eve of the third anniversary of the invasion", where the text dates the invasion and names today's weekday."""
    for paragraph in paragraphs:
        for m in _ANNIVERSARY.finditer(paragraph):
            number, origin = ordinal_of(m["ordinal"]), _dated(paragraphs, m["what"])
            day = valid_date(origin.year + number, origin.month, origin.day) if number and origin else None
            if day is None:
                continue
            day -= timedelta(days=1) if m["eve"] else timedelta()
            named = {w.lower() for w in _ANY_WEEKDAY.findall(paragraph)}
            if WEEKDAYS[day.weekday()] in named:
                return day
    return None


def _dated(paragraphs: list[str], what: str) -> date | None:
    """The full date that the text gives for something: in a sentence that shares its words."""
    words = {w.lower() for w in re.findall(r"[A-Za-z-]{4,}", what)} - {"that", "this", "with", "from"}
    dates = set()
    for paragraph in paragraphs:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph):
            shared = words & {w.lower() for w in re.findall(r"[A-Za-z-]{4,}", sentence)}
            if len(shared) >= min(2, len(words)):
                dates |= {d for m in _FULL_DATE.finditer(sentence) if (d := _day(m))}
    return dates.pop() if len(dates) == 1 else None
