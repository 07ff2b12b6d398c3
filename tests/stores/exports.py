"""The made-up articles that every saved question has an answer in: tellings that disagree, sums, an office that is given wrong."""

from __future__ import annotations

from pathlib import Path

import kg
from kg.model import Graph
from kg.pipeline import Settings

HERE = Path(__file__).resolve().parent


def build_made_up() -> Graph:
    """The graph of the golden articles and of those beside this file, with reference data."""
    articles = kg.read_articles(HERE.parent / "golden" / "articles", HERE / "articles")
    return kg.build(articles, Settings(reference=(HERE / "reference.csv",)))
