"""The HTML view in a real browser with the network blocked: what a reader sees, reads and can do."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser.chromium import Page
from kg.exporters.html import write_html
from kg.model import Entity, Graph, Side
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


def test_it_opens_without_a_request_or_a_complaint(page: Page) -> None:
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
    says, denies, answers = page.all(".matter .sides > div")
    assert ACCUSATION in says.text
    assert "oil dumping false" in denies.text
    assert "It wants talks next month" in answers.text
    assert "points back to what Corvia says" in page.text(".matter")


def test_the_overview_of_disputes_has_a_row_a_matter_with_who_takes_which_side(page: Page) -> None:
    page.one("#tab-disputes").click()
    row = page.text(".overview tbody tr")
    assert "Valmora dumps oil in Lake Tesk" in row
    for side in ("Corvia says", "Valmora denies", 'Jo "Bo" Lind answers'):
        assert side in row
    page.one(".overview a.denies").click()
    assert page.text("#panel .kind") == "Claim: deny"


def test_the_timeline_keeps_what_is_told_from_what_is_said(page: Page) -> None:
    page.one("#tab-timeline").click()
    cells = [cell.text for cell in page.all(".days > div")]
    day = cells.index("4 May 2024")
    assert "Ana Ruiz opens the new harbour of Valmora" in cells[day + 1]
    assert cells[day + 2] == ""
    published = cells.index("5 May 2024")
    assert "Corvia accused" in cells[published + 2]


def test_what_has_no_day_stands_in_a_lane_of_its_own(page: Page) -> None:
    page.one("#tab-timeline").click()
    assert re.fullmatch(r"DAY NOT KNOWN \(\d+\)", page.text("#undated").upper())
    cells = [cell.text for cell in page.all("#undated + .days > div")]
    assert "wished for according to Jo" in " ".join(cells[cells.index("“next month”") + 2].split())
    told = cells.index("In: Valmora denies oil claims")
    assert "A ferry sinks near Port Tesk" in cells[told + 1]
    dumping = cells[cells.index("In: Valmora’s mayor opens 🚢 harbour") + 2]
    assert "Disputed" in dumping
    assert "according to Corvia, Valmora" in dumping
    assert "planned or expected, not to happen" in dumping


def test_what_is_denied_or_planned_says_so_wherever_it_is_named(page: Page, written: Written) -> None:
    first = SAMPLE.records[0]
    situation = msgspec.structs.replace(first.situations[0], polarity="negated")
    record = msgspec.structs.replace(first, situations=(situation,), claims=())
    page.open(written(Graph(SAMPLE.articles[:1], (record,), SAMPLE.entities), "not"))
    page.search("opens the new")
    assert page.text("#panel .chip.unreal") == "it did not happen"
    for tab in ("timeline", "table"):
        page.one(f"#tab-{tab}").click()
        assert page.text(f"#view-{tab} .chip.unreal") == "it did not happen"


def test_the_table_holds_every_claim_and_entity(page: Page) -> None:
    page.one("#tab-table").click()
    captions = [caption.text for caption in page.all("caption")]
    assert captions == [
        f"Claims ({len(SAMPLE.claims)})", f"People, organizations and places ({len(SAMPLE.entities)})",
        "Offices, memberships and family (6)", "Events (9)",
    ]  # fmt: skip
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
    page.open(written(crowd(3000), "multitude"))
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


@pytest.mark.parametrize(("address", "least"), [("#network/person/donald-trump", 4), ("#table", 6), ("#disputes", 2)])
def test_all_that_is_written_is_printed(page: Page, written: Written, seeds_graph: Graph, address: str, least: int) -> None:
    page.open(written(seeds_graph, "printed"), address)
    paper = base64.b64decode(page.driver.print_page())
    assert len(re.findall(rb"/Type /Page\b", paper)) >= least


def test_a_link_opens_the_page_on_a_node(page: Page, file: Path) -> None:
    page.search("Corvia")
    address = page.run("return location.hash")
    page.open(file, address)
    assert page.text("#panel h2") == "Corvia"
    page.open(file, "#disputes/person/milo-ruiz")
    assert page.text("#panel h2") == "Milo Ruiz"
    assert page.one("#tab-disputes").get_attribute("aria-selected") == "true"


def test_a_link_holds_the_filters_too(page: Page, file: Path) -> None:
    page.search("Corvia")
    for name in ("Person", "narrated", "event"):
        page.one(f"[data-filter={name}]").click()
    page.run("const field = document.getElementById('date-from'); field.value = '2024-05-04'; field.dispatchEvent(new Event('change'))")
    page.run("const field = document.querySelector('[aria-label=\"Kind of claim\"]'); field.value = 'deny';"
             "field.dispatchEvent(new Event('change'))")  # fmt: skip
    address = page.run("return location.hash")
    assert address == "#network/gpe/corvia?hide=types:Person&hide=standings:narrated&show=layers:event&only=acts:deny&from=2024-05-04"
    page.open(file, address)
    ticked = {box.get_attribute("data-filter"): box.is_selected() for box in page.all("[data-filter]")}
    assert (ticked["Person"], ticked["Place"], ticked["narrated"], ticked["event"]) == (False, True, False, True)
    assert page.one("#date-from").get_attribute("value") == "2024-05-04"
    assert page.one("[aria-label='Kind of claim']").get_attribute("value") == "deny"
    assert page.text("#panel h2") == "Corvia"
    assert page.run("return location.hash") == address
    page.run("location.hash = '#table'")
    page.wait(lambda: page.one("[data-filter=Person]").is_selected())
    page.run("history.back()")
    page.wait(lambda: not page.one("[data-filter=Person]").is_selected())
    assert page.console() == []


def test_on_a_phone_a_tab_shows_what_it_names(page: Page, file: Path) -> None:
    page.size(390, 800)
    page.open(file)
    page.search("Corvia")
    top = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
    page.wait(lambda: 0 < page.run(top, "#panel") < 300)
    for tab in ("timeline", "network"):
        page.one(f"#tab-{tab}").click()
        assert 0 < page.run(top, f"#view-{tab}") < 300


def test_a_link_with_filters_that_are_not_there_opens_the_page_as_ever(page: Page, file: Path) -> None:
    page.open(file, "#table?hide=types:Ghost&only=articles:d0&hide=__proto__:x&from=yesterday&to=%00&show")
    assert all(box.is_selected() for box in page.all("#filters [data-filter]:not([data-filter=event])"))
    assert page.one("#tab-table").get_attribute("aria-selected") == "true"
    assert page.console() == []


@pytest.mark.parametrize("address", ["#table", "#disputes/gpe/corvia"])
def test_the_network_is_whole_when_another_view_was_opened_first(page: Page, file: Path, address: str) -> None:
    page.wait(page.colors)
    whole = sum(page.colors().values())
    page.open(file, address)
    page.one("#tab-network").click()
    page.press(Keys.ESCAPE)
    page.wait(lambda: sum(page.colors().values()) > whole / 2)
    assert page.console() == []


def test_the_lines_stay_while_the_picture_is_moved(page: Page) -> None:
    tint = rgb(page.run("return getComputedStyle(document.documentElement).getPropertyValue('--claimed')"))

    def pixels() -> int:
        """Of about the colour of a claim's line: thin lines are mixed with what is behind them."""
        colors = page.colors().items()
        return sum(n for (r, g, b), n in colors if b - r > 30 and max(abs(r - tint[0]), abs(g - tint[1]), abs(b - tint[2])) < 40)

    page.wait(lambda: pixels() > 100)
    still = pixels()
    hand = ActionChains(page.driver).move_to_element_with_offset(page.one("#canvas"), -300, 300).click_and_hold()
    hand.move_by_offset(30, 20).move_by_offset(10, 10).perform()
    moved = pixels()
    ActionChains(page.driver).move_by_offset(9, 5).release().perform()
    page.wait(lambda: pixels() > still / 2)
    assert moved > 0.55 * still  # 0.43 of them are other things of that colour


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
    for tab in ("disputes", "timeline", "table", "network"):
        page.one(f"#tab-{tab}").click()
        assert page.run("return Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth)") <= 390
    assert page.run("const p = document.getElementById('panel'); return p.scrollHeight - p.clientHeight") <= 1
    page.wait(page.colors)


def test_text_without_a_claim_is_still_readable(page: Page) -> None:
    page.run("[...document.querySelectorAll('#panel .way')].find((b) => b.textContent.startsWith('Valmora denies')).click()")
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
    page.run("[...document.querySelectorAll('#panel .way')].find((b) => b.textContent.startsWith('Valmora’s mayor')).click()")
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
    assert days(page) == ["4 May 2024"]
    page.all(".bars button")[0].click()
    assert len(page.all(".days .day")) > 1


def days(page: Page) -> list[str]:
    return [day.text for day in page.all("#view-timeline > .days:not(#undated + .days) .day")]


def test_a_range_of_days_is_dragged_over_the_bars(page: Page) -> None:
    page.one("#tab-timeline").click()
    assert days(page) == ["7 May 2024", "5 May 2024", "4 May 2024"]
    first, second, _ = page.all(".bars button")
    ActionChains(page.driver, duration=50).click_and_hold(first).move_to_element(second).release().perform()
    page.wait(lambda: days(page) == ["5 May 2024", "4 May 2024"])
    assert [bar.get_attribute("aria-pressed") for bar in page.all(".bars button")] == ["true", "true", "false"]
    page.one("#all-days").click()
    assert len(days(page)) == 3


def test_a_range_of_days_is_chosen_by_keyboard(page: Page) -> None:
    page.one("#tab-timeline").click()
    page.all(".bars button")[1].send_keys(Keys.ENTER)
    page.press(Keys.TAB)
    ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    assert days(page) == ["7 May 2024", "5 May 2024"]


def test_one_publisher_can_be_chosen(page: Page) -> None:
    page.one("select[aria-label=Publisher]").send_keys("The Tesk")
    page.one("#tab-table").click()
    assert page.text("caption") == "Claims (3)"


def test_the_panel_has_the_addresses_of_what_it_shows(page: Page) -> None:
    page.search("government of Valmora")
    facts = page.text("#panel .facts")
    assert "The same as https://data.example/valmora" in facts
    assert "Probably GeoNames 1" in facts
    assert "https://newskg.example/id/gpe/valmora" in facts
    assert {link.get_attribute("href") for link in page.all("#panel .facts a[target]")} == {
        "https://data.example/valmora", "https://www.geonames.org/1",
    }  # fmt: skip
    page.search("40 tons of oil")
    assert f"https://newskg.example/doc/{FIRST.info.id}#claim-1" in page.text("#panel")


def test_an_article_is_found_linked_to_and_left_again(page: Page, file: Path) -> None:
    page.search("denies oil claims")
    assert page.text("#panel h2") == "Valmora denies oil claims"
    page.open(file, page.run("return location.hash"))
    assert "A ferry sank" in page.text(".paper")
    page.one("#back").click()
    assert page.text("#panel h2") == "Who says what about whom"


def test_what_is_not_drawn_brings_out_those_it_tells_of(page: Page) -> None:
    whole = page.colors()
    person, place = fill(page, "Person"), fill(page, "Place")
    page.search("resigned")
    page.wait(lambda: page.colors().get(place, 0) < whole[place] / 5)
    assert page.colors().get(person, 0) > whole[person] / 10


def fill(page: Page, name: str) -> tuple[int, int, int]:
    return rgb(page.one(f"#filters label:has([data-filter={name}]) path").get_attribute("fill") or "")


def test_a_filter_leaves_a_community_brought_out(page: Page) -> None:
    page.run("[...document.querySelectorAll('#panel button')].find((b) => /and \\d+ more$/.test(b.textContent)).click()")
    red = max(page.colors(), key=lambda c: page.colors()[c] * (c[0] > 180 and c[1] < 80 and c[2] < 80))
    page.one("[data-filter=Topic]").click()
    page.wait(lambda: page.colors().get(red, 0) > 100)


def test_a_link_to_what_is_not_there_says_so(page: Page, file: Path) -> None:
    page.open(file, "#network/person/nobody")
    assert "Nothing here is called “person/nobody”" in page.text("#panel .notice")


def test_whose_voice_somebody_is_and_why_a_telling_is_of_the_same_event(page: Page, written: Written) -> None:
    first, second = SAMPLE.records
    again = msgspec.structs.replace(second.situations[0], joined="“dumping” takes up event/dumping-lake-tesk-0a1b2c")
    records = (first, msgspec.structs.replace(second, situations=(again, *second.situations[1:])))
    side = Side("person/ana-ruiz", "gpe/valmora", "Ana Ruiz is Mayor of Valmora")
    page.open(written(msgspec.structs.replace(SAMPLE, records=records, sides=(side,)), "sides"))
    page.search("Ana Ruiz")
    assert "Counts as a voice of Valmora: Ana Ruiz is Mayor of Valmora" in page.text("#panel .facts")
    page.search("dumps oil")
    assert "The same event because: “dumping” takes up “Valmora dumps oil in Lake Tesk”" in page.text("#panel")


def test_reference_data_stands_beside_the_words_of_the_article(page: Page) -> None:
    page.search("Lind")
    assert "Your reference data has: deputy minister" in page.text("#panel .facts")


def test_a_page_without_texts_keeps_the_quotations(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "short.html"
    file.write_bytes(write_html(SAMPLE, texts=False))
    page.open(file)
    page.search("pay nothing")
    assert "“We will pay nothing,”" in page.text("#panel .card")
    page.one("#panel .card .show").click()
    assert "made without the texts" in page.text("#panel")
    assert len(page.all("#panel .card")) == 3
    assert page.text("mark.whole blockquote") == "“We will pay nothing,”"
    page.search("opens the new")
    assert "opened" in page.text("#panel .card blockquote")
    assert page.console() == []
