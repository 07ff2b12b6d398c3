"""GEXF, the native format of Gephi."""

from __future__ import annotations

from networkx.readwrite.gexf import GEXFWriter

from kg.exporters.graphml import xml_safe
from kg.model import Graph
from kg.network import to_networkx


def write_gexf(graph: Graph) -> bytes:
    """The network as GEXF 1.2; edges keep their ids, and the day of writing is left out."""
    network = xml_safe(to_networkx(graph))
    for _, _, key, attributes in network.edges(keys=True, data=True):
        attributes["id"] = key
    writer = GEXFWriter(prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    # networkx writes today's date and its own version here.
    for meta in writer.xml.findall("meta"):
        writer.xml.remove(meta)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{writer}\n'.encode()
