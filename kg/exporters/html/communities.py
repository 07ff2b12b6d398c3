"""Who belongs together: communities of the picture's nodes, found by Louvain's method, the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import networkx as nx

TIE: Final = 0.5
"""How much it counts, beside a line, that two are told of by the same article."""

FEWEST: Final = 3
"""Fewer than so many are nobody's community."""
MOSTLY: Final = 0.7
"""So much of a community is told of by one article, for it to be the community of that story."""

Pair = tuple[int, int]


def communities(lines: Sequence[Pair], homes: Sequence[str | None]) -> list[int]:
    """The community of each node as a number, the largest first.

    `lines` are pairs of nodes as often as there are lines between them; `homes` names the article that tells most of each node.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(homes)))
    for (one, other), count in sorted(Counter(tuple(sorted(line)) for line in lines if line[0] != line[1]).items()):
        graph.add_edge(one, other, weight=float(count))
    for one, other in ties(homes):
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=TIE)
    # Whole numbers as nodes and a seed: no order of hashes, no chance.
    found: Iterable[set[int]] = nx.community.louvain_communities(graph, weight="weight", seed=1) if homes else []
    numbers = [0] * len(homes)
    for number, members in enumerate(sorted((sorted(one) for one in found), key=lambda one: (-len(one), one))):
        for member in members:
            numbers[member] = number
    return numbers


def ties(homes: Sequence[str | None]) -> list[Pair]:
    """Each node with the first of its article: nodes stand with the most connected first."""
    first: dict[str, int] = {}
    return [(first[home], node) for node, home in enumerate(homes) if home is not None and first.setdefault(home, node) != node]


def stories(groups: Sequence[int], homes: Sequence[str | None]) -> dict[int, str]:
    """Community -> the article that tells of nearly all of it, each article once.

    Where most communities are not so, the articles tell one story between them, and none of it is anybody's.
    """
    told: dict[int, Counter[str | None]] = {}
    for group, home in zip(groups, homes, strict=True):
        told.setdefault(group, Counter())[home] += 1
    large = {group: counts for group, counts in sorted(told.items()) if counts.total() >= FEWEST}
    found: dict[str, int] = {}
    for group, counts in large.items():
        home, count = counts.most_common(1)[0]
        if home is not None and count >= MOSTLY * counts.total():
            found.setdefault(home, group)
    return {group: home for home, group in found.items()} if 2 * len(found) > len(large) else {}
