"""Shared fixtures: the real model, loaded once; sentences and seeds through the real pipeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from kg.articles import read_articles
from kg.extractors import extract
from kg.ledger import relate
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Graph, Record
from kg.parsing import ParsedArticle, load_model, parse
from kg.pipeline import build
from kg.resolution import resolve
from making import article_of
from musts import Reading

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def parse_text(nlp: Language) -> Callable[..., ParsedArticle]:
    """`parse_text(text, published=None)`: one text through the real model."""

    def run(text: str, published: date | None = None) -> ParsedArticle:
        return next(parse([article_of(text, published)], nlp))

    return run


@pytest.fixture(scope="session")
def extract_text(parse_text: Callable[..., ParsedArticle], lexicon: Lexicon) -> Callable[..., Record]:
    """`extract_text(text, published=None)`: the record of one text, ids local."""

    def run(text: str, published: date | None = None) -> Record:
        return extract(parse_text(text, published), lexicon)

    return run


@pytest.fixture(scope="session")
def build_text(parse_text: Callable[..., ParsedArticle], lexicon: Lexicon) -> Callable[..., Graph]:
    """`build_text(text, published=None)`: the graph of one text."""

    def run(text: str, published: date | None = None) -> Graph:
        parsed = parse_text(text, published)
        return relate(resolve((parsed.article,), (extract(parsed, lexicon),), lexicon), lexicon)

    return run


@pytest.fixture(scope="session")
def seeds_graph() -> Graph:
    """The graph of the three articles in `seeds/`, built once."""
    return build(read_articles(SEEDS))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write tests/golden/*.txt anew from what the build finds")


@pytest.fixture(scope="session")
def golden_readings() -> dict[str, Reading]:
    """The articles of `tests/golden/articles`, made up for the tests and built together, by the names of their files."""
    graph = build(read_articles(ROOT / "tests" / "golden" / "articles"))
    return {a.info.source.split("#")[0]: Reading(a, r) for a, r in zip(graph.articles, graph.records, strict=True)}
