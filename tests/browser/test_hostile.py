"""Names, titles, quotations and addresses are data: whatever they hold, none of it runs and none of it leaves the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser.chromium import Page
from kg.model import Article, ArticleInfo, Claim, Entity, Graph, Link, Mention, Merge, Record, Relation, Role, Situation, Span
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


REFERENCES = {
    Claim: {"id", "speaker", "about", "content", "addressee", "embedded_in", "responds_to", "denies", "supports"},
    Situation: {"id", "event", "place", "part_of", "condition"},
    Relation: {"subject", "object"},
    Role: {"entity"},
    Mention: {"entity"},
    Entity: {"id", "links", "same_as"},
    ArticleInfo: {"id", "url"},
    Record: {"schema"},
}
"""Fields of text that name something else of the graph, or are addresses; all others are for people to read."""


def poisoned(value: Any, words: str, span: Span) -> Any:
    """A value with these words in every field of text, and every span on this one."""
    if isinstance(value, Span):
        return span
    if isinstance(value, tuple):
        return tuple(poisoned(one, words, span) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    changes = {}
    for field in msgspec.inspect.type_info(type(value)).fields:  # type: ignore[union-attr]
        known = getattr(value, field.name)
        if field.name in REFERENCES.get(type(value), ()):
            continue
        options = getattr(field.type, "types", (field.type,))
        if any(isinstance(option, msgspec.inspect.StrType) for option in options):
            changes[field.name] = words
        elif isinstance(getattr(field.type, "item_type", None), msgspec.inspect.StrType):
            changes[field.name] = (words,)
        else:
            changes[field.name] = poisoned(known, words, span)
    return msgspec.structs.replace(value, **changes)


def hostile() -> Graph:
    """The sample once for each payload, which stands in every field of text; claims deny each other across articles."""
    articles, records = [], []
    for number, payload in enumerate(PAYLOADS):
        info = poisoned(SAMPLE.articles[0].info, payload, Span(0, 1))
        info = msgspec.structs.replace(info, id=f"d{number:016x}", url=ADDRESSES[number % len(ADDRESSES)])
        articles.append(Article(f"{payload}\n", info))
        record = poisoned(SAMPLE.records[0], payload, Span(0, len(payload)))
        claims = tuple(
            msgspec.structs.replace(claim, denies=(f"d{(number + 1) % len(PAYLOADS):016x}#claim-1",), quotation="direct")
            for claim in record.claims
        )
        records.append(msgspec.structs.replace(record, article=info, claims=claims))
    entities = tuple(
        msgspec.structs.replace(entity, name=payload, aliases=PAYLOADS, links=(*ADDRESSES, *PAYLOADS), same_as=ADDRESSES)
        for entity, payload in zip(SAMPLE.entities, PAYLOADS, strict=True)
    )
    strange = (Entity("person/__proto__", "Person", "__proto__"), Entity("person/constructor", "Person", "constructor"))
    merges = tuple(Merge(entity.id, payload, payload, payload) for entity, payload in zip(entities, PAYLOADS, strict=True))
    links = tuple(
        Link(f"{articles[n].info.id}#claim-1", "denies", records[n].claims[0].denies[0], payload) for n, payload in enumerate(PAYLOADS)
    )
    return Graph(tuple(articles), tuple(records), (*entities, *strange), merges, links, base_iri=f"https://base.example/{PAYLOADS[2]}/")


@pytest.fixture(scope="module")
def opened(page: Page, written: Callable[[Graph, str], Path]) -> Page:
    page.size(1400, 900)
    page.open(written(hostile(), "hostile"))
    return page


def nothing_ran(page: Page) -> bool:
    return page.run("return window.hit") is None and page.requests() == [] and page.console() == []


def test_nothing_runs_on_load_search_click_or_hover(opened: Page) -> None:
    for payload in ("window", "proto", "href", "constructor", "img", "svg", "{{7*7}}", "';"):
        opened.search(payload)
        for card in opened.all("#panel .card .show")[:1]:
            card.click()
    for tab in ("disputes", "timeline", "table", "network"):
        opened.one(f"#tab-{tab}").click()
    box = opened.one("#canvas")
    opened.press(Keys.ESCAPE)
    for x in range(-400, 401, 50):
        for y in range(-350, 351, 70):
            ActionChains(opened.driver, duration=0).move_to_element_with_offset(box, x, y).perform()
    for x in range(-200, 201, 80):
        for y in range(-200, 201, 80):
            ActionChains(opened.driver, duration=0).move_to_element_with_offset(box, x, y).click().perform()
    assert nothing_ran(opened)


def test_nothing_runs_while_every_node_is_opened_and_read(opened: Page) -> None:
    graph = hostile()
    ids = [entity.id for entity in graph.entities]
    ids += [f"{record.article.id}#{claim.id}" for record in graph.records for claim in record.claims]
    ids += [situation.event or f"{record.article.id}#{situation.id}" for record in graph.records for situation in record.situations]
    for key in dict.fromkeys(ids):
        opened.run("location.hash = '#network/' + arguments[0].replace('#', '%23')", key)
        opened.wait(lambda key=key: opened.run("return decodeURIComponent(location.hash)") == f"#network/{key}")
        opened.run("for (const one of document.querySelectorAll('#panel summary')) one.click()")
        opened.run("const show = document.querySelector('#panel .show'); if (show) show.click();")
    assert len(set(ids)) > 60
    assert nothing_ran(opened)


def test_every_field_of_text_holds_every_payload() -> None:
    graph = hostile()
    for record, payload in zip(graph.records, PAYLOADS, strict=True):
        found = msgspec.to_builtins(record)
        for name in ("title", "publisher", "source", "sha256", "language"):
            assert found["article"][name] == payload, name
        for claim in found["claims"]:
            assert {claim["speaker_text"], claim["speech_act"], claim["medium"], claim["cue"]} == {payload}
        assert {one["label"] for one in found["situations"]} == {one["kind"] for one in found["situations"]} == {payload}
        assert {one["title"] for one in found["relations"]} == {payload}


def test_payloads_are_shown_as_they_are(opened: Page) -> None:
    opened.one("#tab-table").click()
    shown = opened.text("#view-table")
    assert all(payload in shown for payload in (*PAYLOADS[:8], *PAYLOADS[9:11]))
    assert opened.run("return document.querySelectorAll('main script, main img, main iframe').length") == 0


def test_only_http_addresses_are_links(opened: Page) -> None:
    opened.run("location.hash = '#network/person/ana-ruiz'")
    opened.wait(lambda: opened.all("#panel a"))
    links = opened.run("return [...document.querySelectorAll('a:not(.way)')].map((a) => a.href)")
    assert links
    assert all(link.startswith(("https://press.example/", "https://base.example/")) for link in links)
    ways = opened.run("return [...document.querySelectorAll('a.way')].map((a) => a.getAttribute('href'))")
    assert all(way.startswith("#network/") for way in ways)


def test_names_like_members_of_objects_are_names(opened: Page) -> None:
    opened.run("location.hash = '#network/person/__proto__'")
    opened.wait(lambda: opened.text("#panel h2") == "__proto__")
