"""The claim ledger: who denies, rejects, confirms or answers whom, and on whose word each situation stands."""

from __future__ import annotations

from kg.model import Graph


def relate(graph: Graph) -> Graph:
    """The graph with links between claims, each with its reason, and the standing of every situation."""
    return graph
