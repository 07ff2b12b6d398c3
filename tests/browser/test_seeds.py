"""The page of the three seed articles, from the text to the pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser.chromium import Page
from kg.exporters.html.picture import draw
from kg.model import Graph
from kg.network import build_network

MEASURE = """
const pen = document.createElement('canvas').getContext('2d');
const width = ([label, size]) => {
  pen.font = `${size}px system-ui, Liberation Sans, sans-serif`;
  return pen.measureText(label).width;
};
return arguments[0].map(width);
"""


@pytest.fixture(scope="module")
def opened(page: Page, written: Callable[[Graph, str], Path], seeds_graph: Graph) -> Page:
    page.size(1400, 900)
    page.open(written(seeds_graph, "seeds"))
    return page


def test_no_label_of_the_first_picture_lies_on_another(opened: Page, seeds_graph: Graph) -> None:
    nodes = [node for node in draw(build_network(seeds_graph)).drawing.nodes if node["tier"] == "main" and node["kind"] == "entity"]
    widths = opened.run(MEASURE, [[node["label"], node["text"]] for node in nodes])
    boxes = [(n["x"], n["y"] + n["size"] + n["text"] / 2 + 4, width, n["text"]) for n, width in zip(nodes, widths, strict=True)]
    assert len(boxes) > 40
    over = [
        (nodes[i]["label"], nodes[j]["label"]) for i, (x, y, wide, high) in enumerate(boxes) for j, other in enumerate(boxes[:i])
        if abs(x - other[0]) < (wide + other[2]) / 2 and abs(y - other[1]) < (high + other[3]) / 2
    ]  # fmt: skip
    assert over == []


def test_it_draws_without_a_request_or_a_complaint(opened: Page) -> None:
    drawn = opened.colors()
    for path in opened.all("#filters label:has([data-filter=Person], [data-filter=GeopoliticalEntity]) path"):
        fill = path.get_attribute("fill") or ""
        assert drawn.get((int(fill[1:3], 16), int(fill[3:5], 16), int(fill[5:7], 16)), 0) > 200
    assert opened.requests() == []
    assert opened.console() == []


def test_lavrov_is_found_and_his_panel_has_the_quotation(opened: Page) -> None:
    opened.search("Lavrov")
    assert opened.text("#panel h2") == "Sergey Lavrov"
    assert "state terrorism" in opened.text("#panel")
    words = next(card for card in opened.all("#panel .card") if "state terrorism" in card.text)
    words.find_element("css selector", ".show").click()
    assert any("state terrorism" in mark.text for mark in opened.all("mark"))


def test_the_alleged_attack_is_never_told_as_a_fact(opened: Page) -> None:
    opened.search("state terrorism")
    assert opened.all("#panel .card.narrated") == []
