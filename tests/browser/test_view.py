"""The HTML view in a real browser with the network blocked: what a reader sees, reads and can do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from selenium.webdriver.common.keys import Keys

from browser.chromium import Page
from kg.model import Entity, Graph
from sample import ANSWER, FIRST, SAMPLE

Written = Callable[[Graph, str], Path]
ACCUSATION = "Valmora of dumping about 40 tons of oil in Lake Tesk"


@pytest.fixture(scope="module")
def file(written: Written) -> Path:
    return written(SAMPLE, "sample")


@pytest.fixture(autouse=True)
def _fresh(page: Page, file: Path) -> None:
    page.size(1400, 900)
    page.open(file)


def rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def test_it_opens_without_a_request_or_a_complaint(page: Page, file: Path) -> None:
    for tab in ("disputes", "timeline", "table", "network"):
        page.one(f"#tab-{tab}").click()
    page.search("Ruiz")
    assert page.requests() == []
    assert page.console() == []


def test_the_page_has_doctype_title_language_and_policy(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Who says what: 2 articles</title>" in text
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize("dark", [False, True])
def test_the_colours_of_the_legend_are_those_drawn(page: Page, file: Path, dark: bool) -> None:
    page.size(1400, 900, dark=dark)
    page.open(file)
    drawn = page.colors()
    fills = {path.get_attribute("fill") for path in page.all("#filters label:has([data-filter=Person], [data-filter=Place]) path")}
    assert len(fills) == 2
    assert all(drawn.get(rgb(fill or ""), 0) > 30 for fill in fills), fills


def test_search_selects_and_the_panel_shows_the_quotation(page: Page) -> None:
    page.one("body").send_keys("/")
    page.press("ruiz")
    page.wait(lambda: page.one("#suggestions li[aria-selected=true]").text.startswith("Ana Ruiz"))
    page.press(Keys.ENTER)
    assert page.text("#panel h2") == "Ana Ruiz"
    card = page.text("#panel .card")
    assert "“We will pay nothing,”" in card
    assert "quoted word for word" in card
    assert "Mayor: Valmora" in page.text("#panel .facts")


def test_a_denied_claim_says_who_denies_it(page: Page) -> None:
    page.search("Corvia")
    card = page.text("#panel .card.disputed")
    assert ACCUSATION in card
    assert "Denied by Valmora" in card


def test_the_words_are_marked_in_the_article(page: Page) -> None:
    # The text before them holds a character beyond U+FFFF and Windows line ends.
    page.search("40 tons of oil")
    page.one("#panel .card .show").click()
    assert page.text("#panel h2") == FIRST.info.title
    assert page.run("return [...document.querySelectorAll('mark.exact')].map((m) => m.textContent)") == [ACCUSATION]
    shown = page.run("return document.querySelector('.paper').textContent")
    assert shown == FIRST.text.replace("\r\n", "\n")
    page.one("#back").click()
    assert page.text("#panel h2") == "Corvia"


def test_the_dispute_board_has_both_sides(page: Page) -> None:
    page.one("#tab-disputes").click()
    says, denies = page.all(".matter .sides > div")[:2]
    assert ACCUSATION in says.text
    assert "oil dumping false" in denies.text


def test_the_timeline_keeps_what_is_told_from_what_is_said(page: Page) -> None:
    page.one("#tab-timeline").click()
    cells = [cell.text for cell in page.all(".days > div")]
    day = cells.index("4 May 2024")
    assert "Ana Ruiz opens the new harbour of Valmora" in cells[day + 1]
    assert cells[day + 2] == ""
    undated = cells.index("No day known")
    assert "A ferry sinks" in cells[undated + 1]
    assert "dumps oil" in cells[undated + 2]
    assert "Talks next month (wished for)" in cells[undated + 2]


def test_the_table_holds_every_claim_and_entity(page: Page) -> None:
    page.one("#tab-table").click()
    captions = [caption.text for caption in page.all("caption")]
    assert captions == [f"Claims ({len(SAMPLE.claims)})", f"People, organizations and places ({len(SAMPLE.entities)})", "Events (9)"]
    assert 'Jo "Bo" Lind' in page.text("#view-table")


def test_a_filter_takes_lines_and_rows_away(page: Page) -> None:
    before = page.colors()
    red = max(before, key=lambda c: before[c] * (c[0] > 180 and c[1] < 80 and c[2] < 80))
    page.one("[data-filter=disputed]").click()
    page.wait(lambda: page.colors().get(red, 0) < before[red] / 10)
    page.one("#tab-disputes").click()
    assert page.all(".matter") == []


def test_a_large_graph_opens_on_those_named_most_and_finds_the_rest(page: Page, written: Written) -> None:
    page.open(written(crowd(400), "crowd"))
    assert "those who are named most" in page.text("#panel")
    page.search("Person 399")
    assert page.text("#panel h2") == "Person 399"
    assert page.one("[data-filter=more]").is_selected()
    assert page.console() == []


def test_what_is_too_much_to_draw_is_counted_and_found(page: Page, written: Written) -> None:
    file = written(crowd(3000), "multitude")
    assert 'data-encoding="deflate"' in file.read_text("utf-8")
    page.open(file)
    assert "Not drawn: 1000 names" in page.text("#filters")
    page.search("Person 2999")
    assert page.text("#panel h2") == "Person 2999"
    assert page.console() == []


def crowd(count: int) -> Graph:
    """Everybody speaks about somebody more important."""
    entities = tuple(Entity(f"person/p{n}", "Person", f"Person {n}") for n in range(count))
    base = SAMPLE.records[0].claims[0]
    claims = tuple(
        msgspec.structs.replace(base, id=f"claim-{n}", speaker=entities[n].id, about=(entities[n // 2].id,), content=())
        for n in range(1, count)
    )
    record = msgspec.structs.replace(SAMPLE.records[0], entities=entities, claims=claims, situations=(), relations=(), mentions=())
    return Graph(SAMPLE.articles[:1], (record,), entities)


def test_the_path_between_two_is_told_claim_by_claim(page: Page) -> None:
    page.search("Lind")
    page.run("[...document.querySelectorAll('#panel button')].find((b) => b.textContent === 'Path to…').click()")
    page.search("Corvia")
    assert page.text("#panel h2") == "Path of 2 steps"
    assert "oil dumping false" in page.text("#panel")


def test_a_link_opens_the_page_on_a_node(page: Page, file: Path) -> None:
    page.search("Corvia")
    address = page.run("return location.hash")
    page.open(file, address)
    assert page.text("#panel h2") == "Corvia"
    page.open(file, "#disputes/person/milo-ruiz")
    assert page.text("#panel h2") == "Milo Ruiz"
    assert page.one("#tab-disputes").get_attribute("aria-selected") == "true"


def test_every_line_of_the_picture_is_drawn_with_its_parallels(page: Page, written: Written) -> None:
    claims = SAMPLE.records[0].claims
    page.open(written(SAMPLE, "again"))
    count = page.run("return document.documentElement.dataset.lines")
    # accusation: speaker, two subjects, denier; resignation; denial; interview; seven offices and kin
    assert int(count) >= 4 + len(claims)


def test_keyboard_alone_reaches_the_words(page: Page) -> None:
    page.one("body").send_keys("/")
    page.press("resigned", Keys.ENTER)
    page.wait(lambda: page.all("#panel .card .show"))
    page.run("document.querySelector('#panel .card .show').focus()")
    page.press(Keys.ENTER)
    assert page.run("return document.activeElement.id") == "back"
    assert page.run("return document.querySelector('mark.exact').textContent").startswith("Dr Paul Brandt")


def test_narrow_screens_scroll_nothing_sideways(page: Page, file: Path) -> None:
    page.size(390, 800)
    page.open(file)
    assert page.run("return document.documentElement.scrollWidth") <= 390
    assert page.run("const p = document.getElementById('panel'); return p.scrollHeight - p.clientHeight") <= 1
    assert page.colors()


def test_text_without_a_claim_is_still_readable(page: Page) -> None:
    page.run("[...document.querySelectorAll('#panel .link')].find((b) => b.textContent.startsWith('Valmora denies')).click()")
    assert "“It wants" not in page.text(".paper")
    assert ANSWER.splitlines()[1] in page.text(".paper")


def test_an_empty_graph_is_a_page_that_says_so(page: Page, written: Written) -> None:
    page.open(written(Graph(), "empty"))
    assert "0 articles" in page.text("#panel")
    assert page.console() == []


def test_a_word_for_word_quotation_is_copied_with_its_source(page: Page) -> None:
    page.search("pay nothing")
    page.run(
        "const writeText = (words) => { window.copied = words; return Promise.resolve(); };"
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText } });"
        "[...document.querySelectorAll('#panel .card button')].find((b) => b.textContent === 'Copy').click()"
    )
    said = "Ana Ruiz said: “We will pay nothing,” (The Tesk Courier, Valmora’s mayor opens 🚢 harbour, 5 May 2024)"
    assert page.run("return window.copied") == said


def test_the_original_opens_at_the_words(page: Page) -> None:
    page.search("pay nothing")
    link = page.run("return document.querySelector('#panel .card a[target]').href")
    assert link.startswith("https://courier.example/harbour?id=1&x=%20y#:~:text=%E2%80%9CWe%20will%20pay")


def test_a_kind_of_claim_can_be_chosen(page: Page) -> None:
    page.one("select[aria-label='Kind of claim']").send_keys("accuse")
    page.one("#tab-table").click()
    assert page.text("caption") == "Claims (1)"


def test_in_the_article_what_somebody_says_leads_to_who_says_it(page: Page) -> None:
    page.run("[...document.querySelectorAll('#panel .link')].find((b) => b.textContent.startsWith('Valmora’s mayor')).click()")
    said = page.all(".paper a.said")
    assert [link.text for link in said] == [ACCUSATION, "We will pay nothing,", "Dr Paul Brandt, head of the Lake Board, had resigned"]
    said[0].click()
    assert page.text("#panel h2") == "Corvia"


def test_the_browsers_back_button_goes_back(page: Page) -> None:
    page.search("Milo")
    page.search("Corvia")
    page.one("#tab-timeline").click()
    page.driver.back()
    page.wait(lambda: page.one("#tab-network").get_attribute("aria-selected") == "true")
    page.driver.back()
    page.wait(lambda: page.text("#panel h2") == "Milo Ruiz")


def test_a_bar_of_the_timeline_shows_its_day_and_shows_all_again(page: Page) -> None:
    page.one("#tab-timeline").click()
    labels = [bar.get_attribute("aria-label") for bar in page.all(".bars button")]
    assert labels[0] == "4 May 2024: 1 told by the articles, 0 on somebody’s word"
    page.all(".bars button")[0].click()
    assert page.one("#date-from").get_attribute("value") == "2024-05-04"
    assert [day.text for day in page.all(".days .day")] == ["4 May 2024"]
    page.all(".bars button")[0].click()
    assert len(page.all(".days .day")) > 1
