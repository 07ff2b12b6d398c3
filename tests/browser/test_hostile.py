"""Names, titles, quotations and addresses are data: whatever they hold, none of it runs and none of it leaves the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from selenium.webdriver.common.action_chains import ActionChains

from browser.chromium import Page
from kg.model import Article, Claim, Entity, Graph, Merge, Record, Span
from sample import SAMPLE

PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<!--<script>window.hit=1//",
    '"><svg onload=window.hit=1>',
    "';window.hit=1;//",
    "{{7*7}}{% raw %}${window.hit=1}",
    '<a href="javascript:window.hit=1">href</a>',
    "\u2028window.hit=1\u2029",
    "__proto__",
    "constructor",
    "\x00\x0b\ufffe\ud83d",
)
ADDRESSES = ("javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", "https://press.example/?q=<img onerror=1>")


def hostile() -> Graph:
    """The sample with every field of text replaced or extended by payloads; every claim speaks a payload."""
    everything = " ".join(PAYLOADS)
    text = "".join(f"{payload}\n" for payload in PAYLOADS)
    articles, records = [], []
    for number, address in enumerate(ADDRESSES):
        info = msgspec.structs.replace(
            SAMPLE.articles[0].info, id=f"d{number:016x}", title=everything, publisher=everything, authors=(everything,), url=address,
            source=everything,
        )  # fmt: skip
        articles.append(Article(text, info))
        records.append(_record(info.id, text, msgspec.structs.replace(SAMPLE.records[0], article=info)))
    entities = tuple(
        msgspec.structs.replace(entity, name=PAYLOADS[number % len(PAYLOADS)], aliases=PAYLOADS, links=ADDRESSES)
        for number, entity in enumerate(SAMPLE.entities)
    )
    strange = (Entity("person/__proto__", "Person", "__proto__"), Entity("person/constructor", "Person", "constructor"))
    merges = (Merge(entities[0].id, everything, everything, everything),)
    return Graph(tuple(articles), tuple(records), (*entities, *strange), merges)


def _record(article: str, text: str, record: Record) -> Record:
    claims = []
    at = 0
    for number, payload in enumerate(PAYLOADS):
        span = Span(at, at + len(payload))
        denied = (f"claim-{(number + 1) % len(PAYLOADS)}",) if number % 2 else ()
        about = (SAMPLE.entities[0].id, SAMPLE.entities[-1].id)
        claims.append(Claim(
            f"claim-{number}", SAMPLE.entities[number].id, payload, span, span, (span,), span, quotation="direct", speech_act=payload,
            about=about, medium=payload, denies=denied,
        ))  # fmt: skip
        at += len(payload) + 1
    spans = [claim.evidence for claim in claims]
    situations = tuple(
        msgspec.structs.replace(situation, label=payload, kind=payload, evidence=span, trigger=span, event=None)
        for situation, payload, span in zip(record.situations, PAYLOADS, spans, strict=False)
    )
    relations = tuple(
        msgspec.structs.replace(relation, title=payload, span=span)
        for relation, payload, span in zip(record.relations, PAYLOADS, spans, strict=False)
    )
    return msgspec.structs.replace(record, claims=tuple(claims), situations=situations, relations=relations, mentions=())


@pytest.fixture(scope="module")
def opened(page: Page, written: Callable[[Graph, str], Path]) -> Page:
    page.size(1400, 900)
    page.open(written(hostile(), "hostile"))
    return page


def test_nothing_runs_on_load_search_click_or_hover(opened: Page) -> None:
    for payload in ("window", "proto", "href", "constructor", "img"):
        opened.search(payload)
        for card in opened.all("#panel .card .show")[:1]:
            card.click()
    for tab in ("disputes", "timeline", "table", "network"):
        opened.one(f"#tab-{tab}").click()
    box = opened.one("#canvas")
    for x in range(-200, 201, 80):
        for y in range(-200, 201, 80):
            ActionChains(opened.driver, duration=0).move_to_element_with_offset(box, x, y).click().perform()
    assert opened.run("return window.hit") is None
    assert opened.requests() == []
    assert opened.console() == []


def test_payloads_are_shown_as_they_are(opened: Page) -> None:
    opened.one("#tab-table").click()
    shown = opened.text("#view-table")
    assert all(payload in shown for payload in PAYLOADS[:8])
    assert opened.run("return document.querySelectorAll('main script, main img, main iframe').length") == 0


def test_only_http_addresses_are_links(opened: Page) -> None:
    opened.run("location.hash = '#network/person/ana-ruiz'")
    opened.wait(lambda: opened.all("#panel a"))
    links = opened.run("return [...document.querySelectorAll('a:not(.way)')].map((a) => a.href)")
    assert links
    assert all(link.startswith("https://press.example/") for link in links)
    ways = opened.run("return [...document.querySelectorAll('a.way')].map((a) => a.getAttribute('href'))")
    assert all(way.startswith("#network/") for way in ways)


def test_names_like_members_of_objects_are_names(opened: Page) -> None:
    opened.run("location.hash = '#network/person/__proto__'")
    opened.wait(lambda: opened.text("#panel h2") == "__proto__")
