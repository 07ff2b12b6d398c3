"""newskg: turns news articles into a graph of people, organizations, places, events and claims.

It never asserts what an article only reports: who said it, who denied it, in which words, how sure, since when, is the graph.

    import kg
    graph = kg.build(kg.read_articles("seeds"))
    for item in graph.claims:
        print(item.speaker and item.speaker.name, item.cue, item.content)
    kg.export(graph, "out/graph.ttl")

Names are imported when they are first used, so that a query does not wait for the language model's library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.articles import read_articles
    from kg.errors import KgError
    from kg.exporters import export
    from kg.exporters.rdflib_graph import to_rdflib
    from kg.model import Graph
    from kg.network import to_networkx
    from kg.pipeline import Settings, build

    __version__: str

__all__ = ["Graph", "KgError", "Settings", "__version__", "build", "export", "read_articles", "to_networkx", "to_rdflib"]

_HOMES: Final = {
    "Graph": "kg.model",
    "KgError": "kg.errors",
    "Settings": "kg.pipeline",
    "build": "kg.pipeline",
    "export": "kg.exporters",
    "read_articles": "kg.articles",
    "to_networkx": "kg.network",
    "to_rdflib": "kg.exporters.rdflib_graph",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("newskg")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
