"""Extraction: a parsed article in, its record out; a pure function of one article.

Read `extract` first: each step is a plain function of its own module, and the data flows one way.
"""

from __future__ import annotations

from kg.extractors.attribution import find_attributions
from kg.extractors.claims import build_claims
from kg.extractors.coreference import identify
from kg.extractors.mentions import find_mentions
from kg.extractors.quantities import find_quantities
from kg.extractors.quotations import find_quotations
from kg.extractors.situations import find_situations
from kg.extractors.times import date_article, find_times
from kg.lexicon import Lexicon
from kg.model import Record
from kg.parsing import ParsedArticle

__all__ = ["extract"]


def extract(parsed: ParsedArticle, lexicon: Lexicon) -> Record:
    """What one article says, with ids that are local to it."""
    info = date_article(parsed)
    quotes = find_quotations(parsed)
    attributions = find_attributions(parsed, quotes, lexicon)
    phrases = find_mentions(parsed, lexicon)
    identities = identify(parsed, phrases, attributions, lexicon)
    times = find_times(parsed, info)
    quantities = find_quantities(parsed, times)
    situations = find_situations(parsed, lexicon, identities, attributions, times, quantities, info.published)
    claims = build_claims(parsed, attributions, identities, situations, times, lexicon)
    return Record(
        article=info,
        skipped=parsed.article.skipped,
        entities=identities.entities,
        mentions=identities.mentions,
        relations=identities.relations,
        situations=situations,
        claims=claims,
    )
