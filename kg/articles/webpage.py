"""Articles out of web pages, with what their markup says of them."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Final

from kg.articles.bylines import is_person, split_names
from kg.articles.lines import split_lines
from kg.articles.metadata import Metadata
from kg.errors import ArticleError

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
# Only what the markup states; no search through the text, and no limit that depends on today's date.
_DATES: Final = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}

# A library's complaints about a page are no lines for the user, who gets one of ours.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def decode_webpage(data: bytes, name: str) -> str:
    """The characters of a page, by UTF-8 or the encoding that it names; raises ArticleError where neither fits."""
    named = _CHARSET.search(data[:2048])
    for encoding in ("utf-8-sig", named[1].decode("ascii", "replace") if named else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            failure = error
    at = f" (byte 0x{data[failure.start]:02X} at offset {failure.start})" if isinstance(failure, UnicodeDecodeError) else ""
    raise ArticleError(f"{name}: is neither UTF-8 nor in the encoding that it names{at}")


def read_webpage(html: str, where: str) -> tuple[str, Metadata]:
    """The article's text and what the markup says of it; raises ArticleError where the page holds no article."""
    import trafilatura  # 0.3 s, only for those who read web pages

    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    text = None if found is None or isinstance(found, dict) else found.text
    if found is None or isinstance(found, dict) or not text or not _holds_prose(text):
        raise ArticleError(f"{where}: no article found in this page")
    return text, Metadata(
        title=found.title or None,
        published=date.fromisoformat(found.date) if found.date else None,
        publisher=found.sitename or None,
        authors=tuple(filter(is_person, split_names(found.author or ""))),
        url=found.url or None,
    )


def _holds_prose(text: str) -> bool:
    """Whether a text is more than the menu of a page without an article; length tells where words are not set apart."""
    return len(text) >= 200 or any(line.is_paragraph for line in split_lines(text))
