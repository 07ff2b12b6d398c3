"""The title of an article among the lines above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kg.articles.datelines import dateline_end
from kg.articles.furniture import MASTHEADS, find_credit
from kg.articles.lines import Line

_TOP_LINES: Final = 15
_SITE = re.compile(r"(\s\|\s|\s[-—]\s)(?P<site>[^\W\d_a-z][^\s|]*(?:\s[^\s|]+){0,4})$")


def find_headline(lines: Sequence[Line], is_news: Sequence[bool], first: int, title: str | None) -> tuple[int | None, int | None]:
    """Index of the line that is the title, and of the name of the paper or section above it.

    The title is the line that says what is known as the title, else the first line above the first paragraph that has the
    form of a headline; below a sentence there is none.
    """
    if title is not None:
        wanted = _plain(title)
        return next((i for i, line in enumerate(lines[:_TOP_LINES]) if _plain(line.words) == wanted), None), None
    before_text = takewhile(lambda i: not (is_news[i] and _is_sentence(lines[i].words)), range(first))
    candidates = [i for i in before_text if is_news[i] and _looks_like_headline(lines[i].words)]
    if len(candidates) > 1 and _is_masthead_or_section(lines[candidates[0]].words):
        return candidates[1], candidates[0]
    return (candidates[0] if candidates else None), None


def title_end(words: str) -> int:
    """Where a headline ends and the name of its site begins: "Council approves bridge | Riverside Gazette".

    Behind a dash only what has the form of a paper's name is one.
    """
    match = _SITE.search(words)
    if not match or match.start() == 0 or words.count(" ", 0, match.start()) < 2:
        return len(words)
    is_name = "|" in match[1] or match["site"].lower().split()[-1] in MASTHEADS or "." in match["site"]
    return match.start() if is_name else len(words)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _looks_like_headline(words: str) -> bool:
    has_form = 3 <= words.count(" ") + 1 <= 30 and not words[0].islower() and words[0] not in "-•*" and words[-1] not in ".:;,"
    return has_form and not find_credit(words) and not dateline_end(words, opening=False)


def _is_sentence(words: str) -> bool:
    return words.endswith(".") and not find_credit(words)


def _is_masthead_or_section(words: str) -> bool:
    """Whether a line is the name of a paper or of a part of it: "The Riverside Gazette", "Crime & Safety"."""
    parts = words.lower().split()
    is_masthead = parts[-1] in MASTHEADS and (len(parts) < 4 or parts[0] == "the")
    return words.istitle() and (is_masthead or (len(parts) == 3 and parts[1] in ("&", "and", "/")))
