"""Web Annotations, schema.org and CSV: valid, whole, and no more than what the articles say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pyoxigraph
import pytest
from msgspec.structs import replace

from kg.exporters import EXPORTERS, make_file
from kg.exporters.csv_tables import TABLES, CsvTable, write_table
from kg.model import Entity, Graph
from sample import ANSWER, HARBOUR, SAMPLE

TEXTS = {f"https://newskg.example/doc/{a.info.id}": a.text for a in SAMPLE.articles}
TEXTS |= {a.info.url: a.text for a in SAMPLE.articles if a.info.url}


def parsed(name: str, graph: Graph = SAMPLE) -> Any:
    return json.loads(make_file(graph, name))


def table(name: str, graph: Graph = SAMPLE) -> list[dict[str, str]]:
    text = make_file(graph, f"csv-{name}").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


# ---------------------------------------------------------------- Web Annotations
def test_every_mention_claim_and_situation_is_an_annotation() -> None:
    page = parsed("annotations")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    items = page["items"]
    assert len(items) == sum(len(r.mentions) + len(r.claims) + len(r.situations) for r in SAMPLE.records)
    assert len({item["id"] for item in items}) == len(items)
    assert {item["motivation"] for item in items} == {"identifying", "describing", "classifying"}
    assert all(item["type"] == "Annotation" for item in items)


def test_both_selectors_find_the_same_words() -> None:
    for item in parsed("annotations")["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quote, place = target["selector"]
            text = TEXTS[target["source"]]
            assert quote["exact"] == text[place["start"] : place["end"]]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])


def test_an_annotation_says_who_and_leads_to_the_graph() -> None:
    said = next(i for i in parsed("annotations")["items"] if i["motivation"] == "describing")
    text, node = said["body"]
    assert text["value"] == "Corvia: accuse"
    assert node["source"] == f"https://newskg.example/doc/{SAMPLE.articles[0].info.id}#claim-1"


# ---------------------------------------------------------------- schema.org
def test_schema_org_is_json_ld_that_needs_no_network() -> None:
    triples = list(pyoxigraph.parse(make_file(SAMPLE, "schema-org"), format=pyoxigraph.RdfFormat.JSON_LD))
    predicates = {quad.predicate.value for quad in triples}
    assert all(p.startswith(("https://schema.org/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")) for p in predicates)
    claims = [q for q in triples if q.object == pyoxigraph.NamedNode("https://schema.org/Claim")]
    assert len(claims) == sum(len(record.claims) for record in SAMPLE.records)


def test_a_claim_has_its_words_its_author_and_where_it_appears() -> None:
    nodes = {node["@id"]: node for node in parsed("schema-org")["@graph"]}
    base, first, second = "https://newskg.example/", *(a.info.id for a in SAMPLE.articles)
    denial = nodes[f"{base}doc/{second}#claim-1"]
    assert denial["author"] == {"@id": f"{base}id/gpe/valmora"}
    assert denial["text"] in ANSWER
    assert denial["appearance"] == {"@id": f"{base}doc/{second}"}
    assert {"@id": f"{base}doc/{first}#claim-1"} in denial["about"]
    article = nodes[f"{base}doc/{first}"]
    assert (article["@type"], article["datePublished"], article["author"]) == (
        "NewsArticle", "2024-05-05", [{"@type": "Person", "name": "Lena Okafor"}],
    )  # fmt: skip
    assert all(link["@id"] in nodes for link in article["mentions"])


# ---------------------------------------------------------------- CSV
@pytest.mark.parametrize("name", TABLES)
def test_tables_have_a_header_and_equal_rows(name: str) -> None:
    content = make_file(SAMPLE, f"csv-{name}")
    assert content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert header == TABLES[name].columns.split()
    assert rows
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize(
    ("name", "key", "row"),
    [
        ("entities", "gpe/valmora", {"type": "GeopoliticalEntity", "name": "Valmora", "aliases": "government of Valmora"}),
        (
            "claims",
            f"{SAMPLE.articles[0].info.id}#claim-1",
            {"speaker": "Corvia", "act": "accuse", "article": "news/harbour.txt", "published": "2024-05-05", "begin": "130", "end": "197"},
        ),
        ("claims", f"{SAMPLE.articles[1].info.id}#claim-1", {"speaker": "Valmora", "denies": f"{SAMPLE.articles[0].info.id}#claim-1"}),
    ],
)
def test_rows_say_what_the_graph_says(name: str, key: str, row: Mapping[str, str]) -> None:
    found = next(r for r in table(name) if r["id"] == key)
    assert {column: found[column] for column in row} == row


def test_statements_tell_the_article_from_its_speakers() -> None:
    rows = table("statements")
    oil = {(r["voice"], r["speaker"]) for r in rows if r["label"] == "Valmora dumps oil in Lake Tesk"}
    assert ("speaker", "Corvia") in oil
    assert all(voice == "speaker" for voice, _ in oil)
    opened = [r for r in rows if r["label"] == "Ana Ruiz opens the new harbour of Valmora"]
    assert [(r["voice"], r["speaker"]) for r in opened] == [("article", "")]
    assert all(r["words"] == (HARBOUR if r["article"] == "news/harbour.txt" else ANSWER)[int(r["begin"]) : int(r["end"])] for r in rows)


def test_tables_are_joined_by_ids_not_by_names() -> None:
    entities = {row["id"]: row["name"] for row in table("entities")}
    claims = table("claims")
    assert any(row["speaker_id"] for row in claims)
    for row in [*claims, *table("statements")]:
        assert not row["speaker_id"] or entities[row["speaker_id"]] == row["speaker"]
    for row in claims:
        assert [entities[entity] for entity in row["about_ids"].splitlines()] == row["about"].splitlines()


@pytest.mark.parametrize("words", ["=1+1", "+1 555", "-lead", "@sum(a1)", "\tx", "\rx"])
def test_no_words_become_a_formula(words: str) -> None:
    graph = replace(SAMPLE, entities=(Entity("person/x", "Person", words),))
    row = next(csv.DictReader(io.StringIO(write_table(graph, TABLES["entities"]).decode("utf-8-sig"), newline="")))
    assert row["name"] == "'" + words


def test_numbers_and_awkward_words_stay_what_they_are() -> None:
    awkward = 'a "b", c\r\nd 🚢;'
    content = write_table(Graph(), CsvTable("words number", lambda _: iter([(awkward, -3)]), ""))
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) == [["words", "number"], [awkward, "-3"]]


@pytest.mark.parametrize("name", ["annotations", "schema-org", *(f"csv-{t}" for t in TABLES)])
def test_empty_builds_and_half_pairs_are_written_too(name: str) -> None:
    assert make_file(Graph(), name)
    graph = replace(SAMPLE, entities=(*SAMPLE.entities, Entity("person/x", "Person", "half \ud83d pair")))
    assert make_file(graph, name).decode("utf-8")
    assert EXPORTERS[name].about
