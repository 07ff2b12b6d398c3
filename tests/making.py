"""Articles and cases made for tests."""

from __future__ import annotations

from datetime import date

from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo


def article_of(text: str, published: date | None = None) -> Article:
    """An article of which nothing is known but its text and, where given, its date."""
    sha = sha256_of(text)
    basis = "given" if published else None
    return Article(text, ArticleInfo(id=document_id(sha), source="test.txt", sha256=sha, published=published, published_basis=basis))


def cases(table: str) -> list[tuple[str, ...]]:
    """The rows of a table: a line each, cells between bars, `¶` where a paragraph ends; lines that begin with `#` are notes."""
    lines = (line for line in table.strip().splitlines() if not line.startswith("#"))
    return [tuple(cell.strip().replace("¶", "\n\n") for cell in line.split("|")) for line in lines]
