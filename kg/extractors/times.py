"""Time expressions, resolved against the publication date or what else the text fixes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import ArticleInfo, Time
from kg.parsing import ParsedArticle


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: its tokens `[start, end)` and what it resolves to."""

    start: int
    end: int
    time: Time


def date_article(parsed: ParsedArticle) -> ArticleInfo:
    """The article's metadata, with a publication date inferred from its text where none is known and the text fixes one."""
    return parsed.article.info


def find_times(parsed: ParsedArticle, info: ArticleInfo) -> tuple[TimeMention, ...]:
    return ()
