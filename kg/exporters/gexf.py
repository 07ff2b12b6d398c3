"""GEXF, the native format of Gephi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kg.exporters.markup import Field, escaped, fields_of
from kg.model import Graph
from kg.network import Edge, Node, Value, attributes_of, build_network

_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
  <graph defaultedgetype="directed" mode="static" name="">
"""


def write_gexf(graph: Graph) -> bytes:
    """The network as GEXF 1.2; edges keep their ids, and the day of writing is left out."""
    return "".join(_lines(graph)).encode()


def _lines(graph: Graph) -> Iterator[str]:
    network = build_network(graph)
    of_nodes = fields_of(map(_values, network.nodes))
    of_edges = fields_of(map(_values, network.edges), len(of_nodes))
    yield _HEAD
    yield from _declared("node", of_nodes)
    yield from _declared("edge", of_edges)
    yield "    <nodes>\n"
    for node in network.nodes:
        yield f'      <node id="{escaped(node.id)}" label="{escaped(node.label)}">\n{_data(node, of_nodes)}      </node>\n'
    yield "    </nodes>\n    <edges>\n"
    for edge in network.edges:
        ends = f'id="{escaped(edge.id)}" source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        yield f'      <edge {ends} label="{escaped(edge.relation)}">\n{_data(edge, of_edges)}      </edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _values(item: Node | Edge) -> dict[str, Value]:
    """The attributes of a node or edge; its label stands on its element. The key is where NetworkX looks for the id of an edge."""
    values = {name: value for name, value in attributes_of(item).items() if name != "label"}
    return values if isinstance(item, Node) else {**values, "networkx_key": item.id}


def _declared(scope: str, fields: Mapping[str, Field]) -> Iterator[str]:
    yield f'    <attributes class="{scope}" mode="static">\n'
    for field in fields.values():
        yield f'      <attribute id="{field.id}" title="{field.name}" type="{field.type}" />\n'
    yield "    </attributes>\n"


def _data(item: Node | Edge, fields: Mapping[str, Field]) -> str:
    values = [f'          <attvalue for="{fields[name].id}" value="{escaped(value)}" />\n' for name, value in _values(item).items()]
    return f"        <attvalues>\n{''.join(values)}        </attvalues>\n"
