"""The page of the three seed articles, from the text to the pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from browser.chromium import Page
from conftest import SEEDS
from kg.model import Graph


@pytest.fixture(scope="module")
def opened(page: Page, written: Callable[[Graph, str], Path]) -> Page:
    page.size(1400, 900)
    page.open(written(kg.build(kg.read_articles(SEEDS)), "seeds"))
    return page


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
