"""Who is said to have said what: cue, source and content by grammar alone, before it is known who is who."""

from __future__ import annotations

from kg.extractors.drafts import Attribution, Quote
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle


def find_attributions(parsed: ParsedArticle, quotes: tuple[Quote, ...], lexicon: Lexicon) -> tuple[Attribution, ...]:
    return ()
