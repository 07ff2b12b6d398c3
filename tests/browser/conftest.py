"""One browser for all browser tests; without Chromium they are skipped and say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser.chromium import Page, programs
from kg.exporters.html import write_html
from kg.model import Graph


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    if programs() is None:
        pytest.skip("needs chromium and chromedriver: apt-get install chromium chromium-driver")
    page = Page(tmp_path_factory.mktemp("profile"))
    yield page
    page.driver.quit()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Graph, str], Path]:
    """`written(graph, name)`: the view of a graph as a file."""
    folder = tmp_path_factory.mktemp("pages")

    def write(graph: Graph, name: str) -> Path:
        file = folder / f"{name}.html"
        file.write_bytes(write_html(graph))
        return file

    return write
