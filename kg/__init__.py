"""newskg: turns news articles into a graph of people, organizations, places, events and claims.

It never asserts what an article only reports: who said it, who denied it, in which words, how sure, since when, is the graph.

    import kg
    graph = kg.build(kg.read_articles("seeds"))
    for claim in graph.claims:
        print(claim.speaker and claim.speaker.name, claim.cue, claim.content)
    kg.export(graph, "out/graph.ttl")
"""

from __future__ import annotations

from importlib.metadata import version

from kg.articles import read_articles
from kg.errors import KgError
from kg.exporters import export
from kg.exporters.rdflib_graph import to_rdflib
from kg.model import Graph
from kg.network import to_networkx
from kg.pipeline import Settings, build

__all__ = ["Graph", "KgError", "Settings", "__version__", "build", "export", "read_articles", "to_networkx", "to_rdflib"]

__version__ = version("newskg")
