"""The HTML view without a browser: same bytes each time, nobody on top of anybody, nothing lost that the page does not own up to."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kg.exporters.html import write_html
from kg.exporters.html.layout import EXACT, place
from kg.exporters.html.picture import MOST_NAMES, MOST_NODES, draw
from kg.model import Claim, Entity, Graph
from kg.network import build_network
from sample import SAMPLE

TESTS = Path(__file__).resolve().parent.parent
WRITE = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from sample import SAMPLE
from kg.exporters.html import write_html
sys.stdout.buffer.write(write_html(SAMPLE))
"""


def data_of(graph: Graph) -> dict:
    found = re.search(r'<script type="application/json" id="data" data-encoding="none">(.*?)</script>', write_html(graph).decode(), re.S)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_under_another_hash_seed(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    again = subprocess.run([sys.executable, "-c", WRITE], env=environment, capture_output=True, check=True)
    assert again.stdout == write_html(SAMPLE)


def test_words_are_positions_into_the_embedded_text() -> None:
    data = data_of(SAMPLE)
    texts = {row["id"]: row["text"] for row in data["articles"]}
    assert list(texts.values()) == [article.text for article in SAMPLE.articles]
    words = [" … ".join(texts[row["article"]][start:end] for start, end in row["spans"]) for row in data["claims"]]
    assert words == [claim.content for claim in SAMPLE.claims]


def test_every_claim_between_two_is_a_line_of_its_own() -> None:
    first = SAMPLE.records[0]
    again = tuple(msgspec.structs.replace(claim, id=f"{claim.id}-{n}") for n in range(5) for claim in first.claims)
    graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, claims=again), *SAMPLE.records[1:]))
    lines = [row for row in data_of(graph)["lines"] if row[2] == "claim" and row[4].split("#claim-3")[0] != row[4]]
    assert len(lines) == 5
    assert len({row[5] for row in lines}) == 5, "parallel lines lie on each other"


def test_a_denied_claim_is_a_card_between_those_who_say_and_those_who_deny() -> None:
    data = data_of(SAMPLE)
    nodes = [row[0] for row in data["nodes"]]
    card = nodes.index(f"{SAMPLE.records[0].article.id}#claim-1")
    ends = {(nodes[row[0]], row[2]) for row in data["lines"] if row[1] == card}
    assert ends == {("gpe/corvia", "claim"), ("gpe/valmora", "denial")}


@pytest.mark.parametrize("count", [0, 1, 2, 40, EXACT])
def test_no_two_boxes_overlap(count: int) -> None:
    edges = [(n, n * 7 % max(1, n)) for n in range(1, count)]
    boxes = [(60.0 + n % 5 * 30, 10.0, 30.0) for n in range(count)]
    for points in place(edges, boxes, count // 2):
        touching = [
            (a, b) for a in range(len(points)) for b in range(a)
            if abs(points[a][0] - points[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 1
            and abs(points[a][1] - points[b][1]) < 40 - 1
        ]  # fmt: skip
        assert touching == []


def test_a_large_layout_keeps_its_nodes_apart() -> None:
    count = 4 * EXACT
    edges = [(n, n // 3) for n in range(1, count)]
    _, points = place(edges, [(60.0, 20.0, 20.0)] * count, count)
    under = [a for a in range(count) if any(abs(points[a][0] - x) < 30 and abs(points[a][1] - y) < 20 for x, y in points[:a])]
    assert len(under) <= 0.01 * count
    assert place(edges, [(60.0, 20.0, 20.0)] * count, count)[1] == points


def test_a_large_graph_is_drawn_in_part_and_counts_the_rest() -> None:
    count = MOST_NODES + 300
    entities = tuple(Entity(f"person/p{n}", "Person", f"P{n}") for n in range(count))
    base = SAMPLE.records[0].claims[0]
    claims = tuple(
        Claim(f"claim-{n}", entities[n].id, None, None, None, base.content_spans, base.evidence, about=(entities[n // 2].id,))
        for n in range(1, count)
    )
    record = msgspec.structs.replace(SAMPLE.records[0], entities=entities, claims=claims, situations=(), relations=(), mentions=())
    picture = draw(build_network(Graph(SAMPLE.articles[:1], (record,), entities)))
    assert len(picture.drawing.nodes) == MOST_NODES
    assert picture.left_out == {"entity": 300}
    tiers = {node["id"]: node["tier"] for node in picture.drawing.nodes}
    assert tiers["person/p1"] == "main"
    assert list(tiers.values()).count("main") == MOST_NAMES


def test_every_office_told_is_a_line_with_an_id_of_its_own() -> None:
    first = SAMPLE.records[0]
    graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, relations=first.relations * 2), *SAMPLE.records[1:]))
    shows = [row[4] for row in data_of(graph)["lines"] if row[2] == "office"]
    assert len(shows) == len(set(shows)) == 2 * len(first.relations) + len(SAMPLE.records[1].relations)
    # The page counts the same way: the second telling of an office is its edge's id and " 2".
    assert {"person/ana-ruiz holds-role gpe/valmora", "person/ana-ruiz holds-role gpe/valmora 2"} <= set(shows)
