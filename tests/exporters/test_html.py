"""The HTML view without a browser: same bytes each time, nobody on top of anybody, nothing lost that the page does not own up to."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from html import unescape
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from kg.exporters.html import write_html
from kg.exporters.html.communities import communities, stories
from kg.exporters.html.layout import EXACT, place
from kg.exporters.html.payload import payload_of
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
    return json.loads(unpacked(write_html(graph), "data"))


def unpacked(page: bytes, name: str) -> bytes:
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>'.encode(), page)
    assert found is not None
    return zlib.decompress(base64.b64decode(found[1]))


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
    for points in place(edges, boxes, [n % 3 for n in range(count)], count // 2):
        touching = [
            (a, b) for a in range(len(points)) for b in range(a)
            if abs(points[a][0] - points[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 1
            and abs(points[a][1] - points[b][1]) < 40 - 1
        ]  # fmt: skip
        assert touching == []


def test_a_large_layout_keeps_its_nodes_apart() -> None:
    count = 4 * EXACT
    edges = [(n, n // 3) for n in range(1, count)]
    boxes, groups = [(60.0, 20.0, 20.0)] * count, [n % 40 for n in range(count)]
    _, points = place(edges, boxes, groups, count)
    under = [a for a in range(count) if any(abs(points[a][0] - x) < 30 and abs(points[a][1] - y) < 20 for x, y in points[:a])]
    assert len(under) <= 0.01 * count
    assert all(abs(min(axis) + max(axis)) <= 2 for axis in zip(*points, strict=True))  # in the middle of the page
    assert place(edges, boxes, groups, count)[1] == points


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


def test_a_page_without_texts_holds_what_is_quoted_and_nothing_else() -> None:
    page = write_html(SAMPLE, texts=False)
    data = json.loads(unpacked(page, "data"))
    texts = {row["id"]: row["text"] for row in data["articles"]}
    words = [" … ".join(texts[row["article"]][start:end] for start, end in row["spans"]) for row in data["claims"]]
    assert words == [claim.content for claim in SAMPLE.claims]
    assert "Tesk Boat Union" not in "".join(texts.values())
    assert "An alleged leak" not in "".join(texts.values())
    assert data["texts"] is False


def test_the_policy_lets_run_the_two_scripts_of_the_page_and_no_other() -> None:
    page = write_html(SAMPLE)
    own = re.findall(rb"<script>(.*?)</script>", page, re.S)
    assert len(own) == 1
    scripts = (unpacked(page, "vis"), own[0])
    digests = ["sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts]
    policy = unescape(re.search(rb'Content-Security-Policy" content="([^"]+)"', page)[1].decode())  # type: ignore[index]
    assert policy.split("; ")[1] == f"script-src '{digests[0]}' '{digests[1]}'"


def test_the_page_of_two_articles_is_small() -> None:
    assert len(write_html(SAMPLE)) < 285_000


SCRIPTS = sorted(Path(str(files("kg.exporters.html") / "scripts")).glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_put_data_into_the_page_only_as_text(script: Path) -> None:
    text = script.read_text("utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc", "</script", "<!--"):
        assert way not in text, way
    assert len(text.splitlines()) <= 300


def test_every_script_is_in_the_page() -> None:
    page = write_html(SAMPLE)
    assert len(SCRIPTS) >= 15
    for script in SCRIPTS:
        assert script.read_bytes() in page, script.name


def test_communities_are_who_has_lines_together_or_one_article() -> None:
    lines = [(0, 1), (0, 2), (1, 2), (3, 4), (4, 5), (3, 5), (0, 3)]
    homes = ["a", "a", "a", "b", "b", "b", "b", None]
    groups = communities(lines, homes)
    assert groups[:3] == [groups[0]] * 3
    assert groups[3:7] == [groups[3]] * 4
    assert len({groups[0], groups[3], groups[7]}) == 3
    assert groups[3] == 0, "the largest comes first"
    assert stories(groups, homes) == {groups[0]: "a", groups[3]: "b"}


def test_articles_that_tell_one_story_give_no_community_their_title() -> None:
    assert stories([0, 0, 0, 1, 1, 1], ["a", "b", "a", "b", "a", "b"]) == {}


def test_a_title_stands_above_its_community_and_on_nobody() -> None:
    edges = [(n, n - n % 10) for n in range(40) if n % 10]
    groups = [n // 10 for n in range(40)]
    points, _ = place(edges, [(90.0, 10.0, 30.0)] * 40, groups, 40, [0, 1, 2, 3])
    titles, nodes = points[40:], points[:40]
    assert len(titles) == 4
    for group, (x, y) in enumerate(titles):
        assert y < sum(at[1] for at in nodes[group * 10 : group * 10 + 10]) / 10
        assert [at for at in nodes if abs(at[0] - x) < (90 + 360) / 2 - 1 and y - 36 + 1 < at[1] < y + 36 - 1] == []


def test_events_of_no_kind_that_join_nobody_are_not_in_the_picture() -> None:
    first = SAMPLE.records[0]
    lone = msgspec.structs.replace(first.situations[3], id="situation-9", kind="other")
    picture = draw(build_network(msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, situations=(lone,)),))))
    assert [node["id"] for node in picture.drawing.nodes if node["kind"] == "event"] == []
    assert picture.left_out["event"] == 1


def test_what_is_of_no_kind_and_ties_to_nothing_is_not_on_the_page() -> None:
    first = SAMPLE.records[0]
    nothing = {"roles": (), "place": None, "time": None, "quantities": (), "event": None}
    bare = msgspec.structs.replace(first.situations[3], id="situation-9", kind="other", **nothing)
    kinds = {}
    for situation in (bare, msgspec.structs.replace(bare, kind="victory")):
        graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, situations=(situation,), claims=()),))
        kinds[situation.kind] = payload_of(graph)["events"], payload_of(graph)["kinds"]
    assert kinds["other"] == ([], {})
    assert [event["kind"] for event in kinds["victory"][0]] == ["victory"]
    assert kinds["victory"][1] == {"victory": "victory or defeat"}


def test_every_class_and_colour_of_the_style_sheet_is_used() -> None:
    style = (SCRIPTS[0].parent.parent / "page.css").read_text("utf-8")
    template = (SCRIPTS[0].parent.parent / "page.html.jinja").read_text("utf-8")
    used = template + "".join(script.read_text("utf-8") for script in SCRIPTS)
    classes = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "", style))) - {"vis-tooltip"}
    assert [name for name in sorted(classes) if not re.search(rf"\b{name}\b", used)] == []
    colours = set(re.findall(r"(--[\w-]+):", style))
    assert [name for name in sorted(colours) if f"var({name})" not in style and f"'{name}'" not in used] == []
