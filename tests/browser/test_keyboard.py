"""Everything by keyboard: from the search to the words in the article, and from one node of the canvas to every other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser.chromium import Page
from kg.model import Graph
from sample import SAMPLE

FOCUSED = "const e = document.activeElement; return (e.id || e.textContent || e.getAttribute('aria-label') || '').trim()"
MOST_TABS = 60


@pytest.fixture(autouse=True)
def _fresh(page: Page, written: Callable[[Graph, str], Path]) -> None:
    page.size(1400, 900)
    page.open(written(SAMPLE, "keyboard"))


def tab_to(page: Page, name: str, key: str = Keys.TAB) -> None:
    """Press Tab until something of that id or text has the focus."""
    for _ in range(MOST_TABS):
        if page.run(FOCUSED).startswith(name):
            return
        page.press(key)
    raise AssertionError(f"{MOST_TABS} times Tab do not reach {name}")


def test_search_select_read_a_quotation_and_follow_it_to_the_article(page: Page) -> None:
    page.press("/", "resigned")
    page.wait(lambda: page.all("#suggestions li"))
    page.press(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
    assert "had resigned" in page.text("#panel .card")
    tab_to(page, "Show in text")
    page.press(Keys.ENTER)
    assert page.run(FOCUSED) == "back"
    assert page.text("mark.exact").startswith("Dr Paul Brandt")
    page.press(Keys.ENTER)
    assert "had resigned" in page.text("#panel .card")


def test_tab_reaches_every_part_of_the_page(page: Page) -> None:
    for part in ("search", "tab-network", "canvas", "fit", "svg"):
        tab_to(page, part)


def test_arrows_change_tabs(page: Page) -> None:
    tab_to(page, "tab-network")
    for view in ("disputes", "timeline", "table", "network"):
        page.press(Keys.ARROW_RIGHT)
        assert page.one(f"#tab-{view}").get_attribute("aria-selected") == "true"


def status(page: Page) -> str:
    return page.text("#status")


def test_page_down_walks_through_every_node_and_enter_opens_it(page: Page) -> None:
    tab_to(page, "canvas")
    page.press(Keys.HOME)
    seen = [status(page)]
    while True:
        page.press(Keys.PAGE_DOWN)
        if status(page) == seen[0]:
            break
        assert status(page) not in seen
        seen.append(status(page))
    assert len(seen) > 8
    assert all(line.endswith("Enter opens.") for line in seen)
    page.press(Keys.PAGE_UP, Keys.ENTER)
    assert page.run(FOCUSED) == "panel"
    assert seen[-1].startswith(page.text("#panel h2"))


def test_an_arrow_goes_to_what_lies_there(page: Page) -> None:
    tab_to(page, "canvas")
    page.press(Keys.HOME)
    start = status(page)
    page.press(Keys.ARROW_RIGHT)
    aside = status(page)
    assert aside != start
    page.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_UP)
    assert status(page).endswith("Enter opens.")
    assert page.console() == []


def test_the_picture_moves_and_zooms(page: Page) -> None:
    tab_to(page, "canvas")
    before = page.colors()
    page.press("+", "+", "+")
    page.wait(lambda: page.colors() != before)
    page.press("0")
    page.wait(lambda: abs(sum(page.colors().values()) - sum(before.values())) < 3000)
    ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.ARROW_DOWN * 12).key_up(Keys.SHIFT).perform()
    page.wait(lambda: sum(page.colors().values()) < sum(before.values()))
