"""The page for everybody: axe-core finds nothing in any state, light, dark or narrow."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from browser.chromium import Page
from kg.exporters.html import write_html
from kg.model import Graph
from sample import FIRST, SAMPLE

AXE = "axe.min.js"
RUN = "const done = arguments[arguments.length - 1]; axe.run().then((found) => done([found.violations, found.passes.length]));"


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_core_python", reason="needs axe-core: pip install axe-core-python")
    return (files("axe_core_python") / AXE).read_text("utf-8")


@pytest.fixture(scope="module")
def file(written: Callable[[Graph, str], Path]) -> Path:
    return written(SAMPLE, "access")


CLAIM, EVENT = f"{FIRST.info.id}%23claim-1", "event/dumping-lake-tesk-0a1b2c"


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (390, True)])
@pytest.mark.parametrize(
    "address",
    ["", "#network/gpe/corvia", f"#network/{CLAIM}", f"#disputes/{EVENT}", "#timeline/person/ana-ruiz", "#table", "#network/nobody"],
)
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


STATES = {
    "a path": "open('#network/person/jo-lind'); press('Path to…'); open('#network/gpe/corvia');",
    "a community": "document.querySelector('#tab-network').click(); press('Ana Ruiz', 'Valmora', 'Corvia');",
    "a range of days": "document.querySelector('#tab-timeline').click(); document.querySelectorAll('.bars button')[1].click();",
    "details open": "open('#network/gpe/valmora'); for (const one of document.querySelectorAll('summary')) one.click();",
    "two steps": "open('#network/gpe/valmora'); press('2 steps');",
}
HELPERS = """
const open = (address) => { history.replaceState(null, '', address); dispatchEvent(new HashChangeEvent('hashchange')); };
const starts = (words) => [...document.querySelectorAll('#panel button')].filter((button) => button.textContent.startsWith(words));
const press = (...choices) => choices.flatMap(starts)[0].click();
"""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_other_state(page: Page, file: Path, axe: str, state: str, dark: bool) -> None:
    page.size(1400, 900, dark=dark)
    page.open(file)
    page.run(HELPERS + STATES[state])
    page.run(axe)
    assert violations(page) == []


def test_axe_finds_nothing_on_a_page_without_texts(page: Page, tmp_path: Path, axe: str) -> None:
    file = tmp_path / "short.html"
    file.write_bytes(write_html(SAMPLE, texts=False))
    page.size(1400, 900)
    page.open(file, "#network/person/ana-ruiz")
    page.one("#panel .card .show").click()
    page.run(axe)
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    found, passed = page.driver.execute_async_script(RUN)
    assert passed > 20, "axe-core looked at next to nothing"
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
