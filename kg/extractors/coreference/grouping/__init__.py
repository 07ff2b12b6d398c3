"""Names of one entity inside an article: full and short names of people, long forms and acronyms, countries and capitals."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.grouping.bodies import group_others
from kg.extractors.coreference.grouping.people import group_people
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.parsing import ParsedArticle

__all__ = ["cluster_names"]


def cluster_names(parsed: ParsedArticle, phrases: Iterable[NounPhrase], words: Gazetteer) -> list[Cluster]:
    """One cluster for each entity that the article names, in the order of first mention."""
    named = [p for p in phrases if p.kind in ("name", "adjective") and p.type is not None]
    people = group_people(parsed, [p for p in named if p.type == "Person"], words)
    others = group_others(parsed, [p for p in named if p.type != "Person"], words)
    return sorted([*people, *others], key=lambda c: c.phrases[0].start)
