"""Short made-up articles with what the ledger says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kg.model import Graph


class Passage(NamedTuple):
    """A text; every link in it as words of the one claim, relation, words of the other; and standings by words of the trigger,
    or by those with which the label begins."""

    text: str
    links: Sequence[tuple[str, str, str]]
    standings: Mapping[str, str] = {}


def links_of(graph: Graph) -> list[tuple[str, str, str]]:
    text = graph.articles[0].text
    words = {f"{r.article.id}#{c.id}": " ".join(s.of(text) for s in c.content_spans) for r in graph.records for c in r.claims}
    return [(words[link.source], link.relation, words[link.target]) for link in graph.links]


def check(build_text: Callable[..., Graph], case: Passage) -> None:
    """Fail unless exactly the links of the case are found, and its standings."""
    graph = build_text(case.text)
    found = links_of(graph)
    expected = [
        next((f for f in found if one in f[0] and relation == f[1] and two in f[2]), (one, relation, two))
        for one, relation, two in case.links
    ]
    assert sorted(found) == sorted(expected)
    for words, standing in case.standings.items():
        situations = [s for s in graph.records[0].situations if words in s.trigger.of(case.text) or s.label.startswith(words)]
        assert {s.standing for s in situations} == {standing}, words
