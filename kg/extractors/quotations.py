"""Words between quotation marks."""

from __future__ import annotations

from kg.extractors.drafts import Quote
from kg.parsing import ParsedArticle


def find_quotations(parsed: ParsedArticle) -> tuple[Quote, ...]:
    return ()
