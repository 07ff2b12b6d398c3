"""GraphML, for Gephi, Cytoscape, yEd and igraph."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

import networkx as nx

from kg.model import Graph
from kg.network import to_networkx

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(graph: Graph) -> bytes:
    """The network as GraphML; parallel edges keep their ids."""
    written = BytesIO()
    nx.write_graphml_lxml(xml_safe(to_networkx(graph)), written, prettyprint=True)
    return written.getvalue()


def xml_safe(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The network without the characters that no XML file may hold; each is replaced by U+FFFD."""
    for _, attributes in network.nodes(data=True):
        _clean(attributes)
    for _, _, attributes in network.edges(data=True):
        _clean(attributes)
    return network


def _clean(attributes: dict[str, object]) -> None:
    for name, value in attributes.items():
        if isinstance(value, str):
            attributes[name] = NOT_XML.sub("\ufffd", value)
