"""Reading: files, folders and streams become articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo

__all__ = ["read_articles"]


def read_articles(*inputs: str | Path) -> Iterator[Article]:
    for name in inputs:
        root = Path(name)
        for path in sorted(root.rglob("*.txt")) if root.is_dir() else [root]:
            text = path.read_bytes().decode("utf-8")
            sidecar = path.with_suffix(".meta.json")
            meta = json.loads(sidecar.read_text("utf-8")) if sidecar.exists() else {}
            published = date.fromisoformat(meta["published"]) if meta.get("published") else None
            sha = sha256_of(text)
            source = path.relative_to(root).as_posix() if root.is_dir() else path.name
            yield Article(text, ArticleInfo(
                id=document_id(sha), source=source, sha256=sha, title=meta.get("title"), publisher=meta.get("publisher"),
                published=published, published_basis="given" if published else None,
            ))
