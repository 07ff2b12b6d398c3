"""SPARQL over export files, with errors that say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.exporters import make_file
from kg.store import Table, load, query, shortened, subjects, value, values
from kg.triples import to_triples
from kg.vocab import NK, RDFS, SKOS
from sample import SAMPLE

FILES = {"turtle": "a.ttl", "trig": "a.trig", "ntriples": "a.nt", "jsonld": "a.jsonld"}
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.mark.parametrize("name", FILES)
def test_every_rdf_format_loads_with_all_its_triples(tmp_path: Path, name: str) -> None:
    file = tmp_path / FILES[name]
    file.write_bytes(make_file(SAMPLE, name))
    assert query(load([file]), COUNT).rows == ((len(to_triples(SAMPLE)),),)


def test_a_folder_stands_for_its_turtle_and_files_add_up(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(make_file(SAMPLE, "turtle"))
    more = tmp_path / "more.nt"
    more.write_text("<x:a> <x:b> <x:c> .\n")
    assert query(load([tmp_path, more]), COUNT).rows == ((len(to_triples(SAMPLE)) + 1,),)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.ttl", None, r"missing\.ttl: cannot be read: No such file"),
        ("note.txt", b"x", r"note\.txt: no graph file; known endings: \.ttl"),
        ("bad.ttl", b"@prefix a: <x:> .\n<x:a> <x:b> .\n", r"bad\.ttl, line 2: "),
        ("latin.nt", b'<x:a> <x:b> "\xff" .\n', r"latin\.nt, line 1: "),
    ],
)
def test_a_file_that_is_no_graph_is_named(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(QueryError, match=message):
        load([tmp_path / name])


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?s WHER { ?s ?p ?o }", r"at line 1, column 16: .*\n  SELECT \?s WHER \{ \?s \?p \?o \}\n {17}\^"),
        ("SELECT ?s\nWHERE {\n ?s foo:bar ?o }", r"at line 3, column 5: the prefix foo: is not declared\n   \?s foo:bar"),
        ("", r"at line 1, column 1"),
        ("SELECT * WHERE { ?s ?p ?o", r"malformed at line 1, column 26"),
        ("DELETE WHERE { ?s ?p ?o }", "would change the graph"),
        ("# note\nPREFIX x: <x:>\n insert data { x:a x:b x:c }", "would change the graph"),
    ],
)
def test_a_query_that_cannot_run_says_where(sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        query(load([]), sparql)


def test_answers_are_plain_values() -> None:
    asked = 'SELECT ?a ?b ?c ?d ?e WHERE { BIND(1 AS ?a) BIND(1.5 AS ?b) BIND("x"@en AS ?c) BIND(true AS ?d) }'
    assert query(load([]), asked) == Table(("a", "b", "c", "d", "e"), ((1, 1.5, "x", True, None),))


def test_yes_or_no_and_triples_are_tables_too() -> None:
    assert query(load([]), "ASK {}") == Table(("answer",), ((True,),))
    assert query(load([]), "CONSTRUCT { <x:a> <x:b> 3 } WHERE {}") == Table(("subject", "predicate", "object"), (("x:a", "x:b", 3),))


def test_the_ontologys_prefixes_need_not_be_declared(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(make_file(SAMPLE, "turtle"))
    found = query(load([tmp_path]), "SELECT ?name WHERE { ?c a nk:Claim ; nk:speechAct act:accuse ; nk:speaker/rdfs:label ?name }")
    assert found.rows == (("Corvia",),)


def test_look_ups_are_sorted(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(make_file(SAMPLE, "turtle"))
    store, valmora = load([tmp_path]), "https://newskg.example/id/gpe/valmora"
    assert value(store, valmora, RDFS.label) == "Valmora"
    assert value(store, valmora, SKOS.prefLabel) is None
    assert values(store, valmora, SKOS.altLabel) == ["government of Valmora"]
    assert [iri.rpartition("#")[2] for iri in subjects(store, NK.speaker, valmora)] == ["claim-1"]


def test_addresses_are_shortened_to_what_a_query_may_say(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(make_file(SAMPLE, "turtle"))
    store, links = load([tmp_path]), "https://www.geonames.org/1"
    rows = query(store, "SELECT ?p ?t ?n ?l ?c { ?p a ?t ; rdfs:label ?n ; skos:closeMatch ?l . ?c nk:speaker ?p }")
    claim = f"https://newskg.example/doc/{SAMPLE.articles[1].info.id}#claim-1"
    assert shortened(store, rows).rows == (("gpe:valmora", "nk:GeopoliticalEntity", "Valmora", links, claim),)
