"""Records made by hand: entities with one mention each, and their offices."""

from __future__ import annotations

from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo, Entity, EntityType, Mention, Record, Relation, Span

Described = tuple[EntityType, str, tuple[str, ...] | list[str]]


def record(number: int, entities: list[Described]) -> Record:
    """A record of article `number`: type, name and, where given, title and owner of an office."""
    sha = sha256_of(f"article {number}")
    found, mentions, relations = [], [], []
    for n, (kind, name, office) in enumerate(entities):
        found.append(Entity(f"entity-{n + 1}", kind, name))
        mentions.append(Mention(Span(100 * n, 100 * n + len(name)), "name", f"entity-{n + 1}"))
        if office:
            owner = f"entity-{n + 1}-owner"
            found.append(Entity(owner, "Organization", office[1]))
            mentions.append(Mention(Span(100 * n + 50, 100 * n + 60), "name", owner))
            relations.append(Relation("holds-role", f"entity-{n + 1}", owner, Span(100 * n, 100 * n + 60), office[0]))
    info = ArticleInfo(id=document_id(sha), source=f"{number}.txt", sha256=sha)
    return Record(article=info, entities=tuple(found), mentions=tuple(mentions), relations=tuple(relations))


def article(of: Record) -> Article:
    """An article to go with a record; resolution reads only records."""
    return Article("", of.article)
