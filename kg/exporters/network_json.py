"""NetworkX node-link JSON: `networkx.node_link_graph(json.load(file), edges="edges")` gives the network back."""

from __future__ import annotations

import json
from collections.abc import Iterable

import networkx as nx

from kg.model import Graph
from kg.network import to_networkx


def write_network_json(graph: Graph) -> bytes:
    """The network as node-link JSON, one node or edge a line, so that a difference can be read."""
    data = nx.node_link_data(to_networkx(graph), edges="edges")
    head = _encode({name: data[name] for name in ("directed", "multigraph", "graph")})
    text = f'{head[:-1]},\n"nodes": [\n{_lines(data["nodes"])}\n],\n"edges": [\n{_lines(data["edges"])}\n]}}\n'
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape


def _lines(rows: Iterable[object]) -> str:
    return ",\n".join(map(_encode, rows))


def _encode(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
