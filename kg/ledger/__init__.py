"""The claim ledger: who denies, confirms or answers whom, and on whose word each situation stands.

`statements` lays out what the rules look at, `rules` links claims, each link with the words that made it, `standing` says
on whose word a situation stands, and `sides` which speakers count as one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from kg.ledger.rules import find_links
from kg.ledger.sides import find_sides
from kg.ledger.standing import with_standing
from kg.ledger.statements import lay_out
from kg.lexicon import Lexicon
from kg.model import Graph, Link, Record

__all__ = ["relate"]


def relate(graph: Graph, lexicon: Lexicon) -> Graph:
    """The graph with links between claims, each with its reason, who speaks for whom, and the standing of every situation."""
    sides = find_sides(graph, lexicon)
    ledger = lay_out(graph, lexicon, sides)
    links = find_links(ledger)
    denied = frozenset(link.target for link in links if link.relation == "denies")
    records = with_standing(graph.records, ledger, denied)
    return replace(graph, links=links, sides=tuple(sides.values()), records=tuple(_with_links(record, links) for record in records))


def _with_links(record: Record, links: Sequence[Link]) -> Record:
    """The record with the links of its claims; inside one article a claim is named without the article's id."""
    prefix = f"{record.article.id}#"
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in links:
        ends[link.source, link.relation].append(link.target.removeprefix(prefix))
    return replace(
        record,
        claims=tuple(
            replace(
                claim,
                denies=tuple(ends[prefix + claim.id, "denies"]),
                supports=tuple(ends[prefix + claim.id, "supports"]),
                responds_to=tuple(ends[prefix + claim.id, "responds-to"]),
            )
            for claim in record.claims
        ),
    )
