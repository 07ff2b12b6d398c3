"""GraphML, GEXF and node-link JSON: everything comes back, nothing depends on the clock, the files stay valid."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import networkx as nx
import pytest

from kg.exporters.gexf import write_gexf
from kg.exporters.graphml import write_graphml
from kg.exporters.network_json import write_network_json
from kg.model import Graph
from kg.network import to_networkx
from sample import SAMPLE

TESTS = Path(__file__).resolve().parent.parent


def read_json(data: bytes) -> nx.MultiDiGraph:
    return nx.node_link_graph(json.loads(data), edges="edges")


def read_graphml(data: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


def read_gexf(data: bytes) -> nx.MultiDiGraph:
    return nx.read_gexf(io.BytesIO(data))


FORMATS = pytest.mark.parametrize(("write", "read"), [
    pytest.param(write_network_json, read_json, id="network-json"),
    pytest.param(write_graphml, read_graphml, id="graphml"),
    pytest.param(write_gexf, read_gexf, id="gexf"),
])  # fmt: skip
Write = Callable[[Graph], bytes]
Read = Callable[[bytes], nx.MultiDiGraph]


def doubled() -> Graph:
    """The sample with every office told twice: parallel edges."""
    first = SAMPLE.records[0]
    return msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, relations=first.relations * 2), *SAMPLE.records[1:]))


def with_name(name: str) -> Graph:
    entities = (msgspec.structs.replace(SAMPLE.entities[0], name=name), *SAMPLE.entities[1:])
    return msgspec.structs.replace(SAMPLE, entities=entities)


@FORMATS
def test_nodes_and_parallel_edges_come_back(write: Write, read: Read) -> None:
    written, again = to_networkx(doubled()), read(write(doubled()))
    assert set(again.nodes) == set(written.nodes)
    assert again.number_of_edges() == written.number_of_edges()
    assert again.number_of_edges("person/ana-ruiz", "gpe/valmora") == 2


@FORMATS
def test_attributes_come_back_with_their_types(write: Write, read: Read) -> None:
    written, again = to_networkx(SAMPLE), read(write(SAMPLE))
    for node, data in written.nodes(data=True):
        known = {name: again.nodes[node][name] for name in data}
        # XML readers turn Windows line ends into plain ones.
        assert known == {name: value.replace("\r\n", "\n") if isinstance(value, str) else value for name, value in data.items()}
        assert [type(value) for value in known.values()] == [type(value) for value in data.values()]


@FORMATS
@pytest.mark.parametrize("name", ["Ana \x00\x0b Ruiz", "Ana <&\"'> Ruiz", "A\ud83d Ruiz", "Ana\ufffe Ruiz", "安娜 🚢", "Ana\u2028\x85Ruiz"])
def test_no_name_breaks_a_file(write: Write, read: Read, name: str) -> None:
    again = read(write(with_name(name)))
    label = again.nodes["person/ana-ruiz"]["label"]
    assert label.startswith(name[0])
    assert label[-1] == name[-1]


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_the_day_of_writing_is_not_in_the_file(write: Write) -> None:
    root = ElementTree.fromstring(write(SAMPLE))
    assert [element.tag for element in root.iter() if "meta" in element.tag] == []
    assert b"NetworkX" not in write(SAMPLE)


@pytest.mark.parametrize("write", [write_network_json, write_graphml, write_gexf])
def test_same_bytes_under_another_hash_seed(write: Write) -> None:
    code = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from sample import SAMPLE
from {write.__module__} import {write.__name__} as write
sys.stdout.buffer.write(write(SAMPLE))
"""
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        again = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        assert again.stdout == write(SAMPLE)


@FORMATS
def test_an_empty_graph_is_a_file(write: Write, read: Read) -> None:
    assert read(write(Graph())).number_of_nodes() == 0


def test_one_node_or_edge_a_line() -> None:
    lines = write_network_json(SAMPLE).decode().splitlines()
    network = to_networkx(SAMPLE)
    assert len([line for line in lines if line.startswith('{"label"')]) == network.number_of_nodes() + network.number_of_edges()
