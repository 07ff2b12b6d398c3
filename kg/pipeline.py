"""The whole story: articles in, one graph out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extractors import extract
from kg.ledger import relate
from kg.lexicon import load_lexicon
from kg.model import Article, Graph
from kg.parsing import load_model, parse
from kg.resolution import resolve


def build(articles: Iterable[Article]) -> Graph:
    """Articles -> parse -> extract -> resolve -> relate: the graph of people, places, events and claims."""
    lexicon, nlp = load_lexicon(), load_model()
    articles = tuple(articles)
    records = tuple(extract(parsed, lexicon) for parsed in parse(articles, nlp))
    return relate(resolve(articles, records))
