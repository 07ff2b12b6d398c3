"""The picture as files: PNG of what is seen, SVG of what is shown."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from browser.chromium import Page
from browser.test_hostile import hostile
from kg.exporters.html.picture import draw
from kg.model import Graph
from kg.network import build_network
from sample import SAMPLE

CATCH = "URL.createObjectURL = (blob) => { window.saved = blob; return 'data:,'; }; HTMLAnchorElement.prototype.click = () => {};"
READ = """
const done = arguments[0], reader = new FileReader();
reader.onload = () => done(reader.result);
reader.readAsDataURL(window.saved);
"""
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, button: str) -> bytes:
    page.run(f"window.saved = null; {CATCH}")
    page.one(f"#{button}").click()
    page.wait(lambda: page.run("return window.saved !== null"))
    return base64.b64decode(page.driver.execute_async_script(READ).split(",", 1)[1])


def test_a_png_shows_what_is_seen(page: Page, written: Callable[[Graph, str], Path]) -> None:
    page.size(1400, 900)
    page.open(written(SAMPLE, "saving"))
    assert saved(page, "png").startswith(b"\x89PNG")


def test_an_svg_has_every_node_and_every_line(page: Page, written: Callable[[Graph, str], Path]) -> None:
    page.size(1400, 900)
    page.open(written(SAMPLE, "saving"))
    root = ET.fromstring(saved(page, "svg"))
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert {"Ana Ruiz", "Corvia", "Lake Tesk"} <= words
    lines = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert len(lines) == sum(line["layer"] != "event" for line in draw(build_network(SAMPLE)).drawing.edges)
    assert any("accused:" in (line.find(f"{SVG}title").text or "") for line in lines)  # type: ignore[union-attr]
    left, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
    for text in root.iter(f"{SVG}text"):
        assert left < float(text.attrib["x"]) < left + width
        assert top < float(text.attrib["y"]) < top + height


def test_an_svg_of_hostile_words_is_well_formed_and_runs_nothing(page: Page, written: Callable[[Graph, str], Path]) -> None:
    page.open(written(hostile(), "hostile-saving"))
    root = ET.fromstring(saved(page, "svg"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "rect", "polygon", "path", "g", "text"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]


@pytest.mark.parametrize("button", ["png", "svg"])
def test_an_empty_picture_can_be_saved(page: Page, written: Callable[[Graph, str], Path], button: str) -> None:
    page.open(written(Graph(), "empty-saving"))
    assert saved(page, button)
