"""The page for everybody: axe-core finds nothing in any state, light, dark or narrow."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from browser.chromium import Page
from kg.model import Graph
from sample import SAMPLE

AXE = "axe.min.js"
RUN = "const done = arguments[arguments.length - 1]; axe.run().then((found) => done([found.violations, found.passes.length]));"


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_core_python", reason="needs axe-core: pip install axe-core-python")
    return (files("axe_core_python") / AXE).read_text("utf-8")


@pytest.fixture(scope="module")
def file(written: Callable[[Graph, str], Path]) -> Path:
    return written(SAMPLE, "access")


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (390, True)])
@pytest.mark.parametrize("address", ["", "#network/gpe/corvia", "#disputes", "#timeline/person/ana-ruiz", "#table"])
def test_axe_finds_nothing(page: Page, file: Path, axe: str, address: str, width: int, dark: bool) -> None:
    page.size(width, 900, dark=dark)
    page.open(file, address)
    page.run(axe)
    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_while_reading_and_searching(page: Page, file: Path, axe: str, dark: bool) -> None:
    page.size(1400, 900, dark=dark)
    page.open(file, "#network/gpe/corvia")
    page.one("#panel .card .show").click()
    page.one("#search").send_keys("ruiz")
    page.wait(lambda: page.all("#suggestions li"))
    page.run(axe)
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    found, passed = page.driver.execute_async_script(RUN)
    assert passed > 20, "axe-core looked at next to nothing"
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
