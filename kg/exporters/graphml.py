"""GraphML, for Gephi, Cytoscape, yEd and igraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kg.exporters.markup import Field, escaped, fields_of
from kg.model import Graph
from kg.network import Edge, Node, Value, attributes_of, build_network

_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(graph: Graph) -> bytes:
    """The network as GraphML; parallel edges keep their ids."""
    return "".join(_lines(graph)).encode()


def _lines(graph: Graph) -> Iterator[str]:
    network = build_network(graph)
    of_nodes = fields_of(map(attributes_of, network.nodes))
    of_edges = fields_of(map(attributes_of, network.edges), len(of_nodes))
    yield _HEAD
    for scope, fields in (("node", of_nodes), ("edge", of_edges)):
        for field in fields.values():
            yield f'<key id="d{field.id}" for="{scope}" attr.name="{field.name}" attr.type="{field.type}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for node in network.nodes:
        yield f'<node id="{escaped(node.id)}">\n{_data(node, of_nodes)}</node>\n'
    for edge in network.edges:
        ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        yield f'<edge {ends} id="{escaped(edge.id)}">\n{_data(edge, of_edges)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(item: Node | Edge, fields: Mapping[str, Field]) -> str:
    values: Mapping[str, Value] = attributes_of(item)
    return "".join([f'  <data key="d{fields[name].id}">{escaped(value)}</data>\n' for name, value in values.items()])
