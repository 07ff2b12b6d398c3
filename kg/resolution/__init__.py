"""Identity across articles: which entities and events of different articles are one, and why."""

from __future__ import annotations

import msgspec

from kg.iri import slug
from kg.model import Article, Graph, Record

__all__ = ["resolve"]


def resolve(articles: tuple[Article, ...], records: tuple[Record, ...]) -> Graph:
    """One graph from the records of all articles: global ids in place of local ones, each merge with its reason."""
    return Graph(articles=articles, records=records)
