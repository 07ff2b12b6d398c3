"""What the words of a query say before it is run."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.errors import QueryError
from kg.exporters import make_file
from kg.sparql import calls_servers, names_graphs, undeclared_prefix, unknown_terms
from kg.store import load, misspelt, query
from sample import FIRST, SAMPLE

ELSEWHERE = "{ ?s ?p ?o }"


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Listens on this machine, and answers nobody."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(0.2)
        yield listening


@pytest.mark.parametrize(
    "pattern",
    [
        "SERVICE {url} {body}",
        "service silent {url} {body}",
        "?s ?p ?o # a note\rSERVICE {url} {body}\n",
        "?s ?p trueSERVICE {url} {body}",
        "?s ?p 1SERVICE {url} {body}",
        '?s ?p "x"SERVICE {url} {body}',
        "?s ?p <x:y>SERVICE {url} {body}",
        "{{ SELECT * {{ OPTIONAL {{ SERVICE {url} {body} }} }} }}",
        "VALUES ?to {{ {url} }} SERVICE ?to {body}",
    ],
)
def test_no_query_reaches_the_network(server: socket.socket, pattern: str) -> None:
    sparql = "SELECT * { " + pattern.format(url=f"<http://127.0.0.1:{server.getsockname()[1]}/>", body=ELSEWHERE) + " }"
    assert calls_servers(sparql)
    with pytest.raises(QueryError, match=r"would ask another server .*--allow-service"):
        query(load([]), sparql)
    with pytest.raises(TimeoutError):
        server.accept()


def test_who_allows_it_reaches_the_server(server: socket.socket) -> None:
    port = server.getsockname()[1]
    server.close()
    with pytest.raises(QueryError, match="the query cannot be run: Connection refused"):
        query(load([]), f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {ELSEWHERE} }}", allow_service=True)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?service { ?s rdfs:label "SERVICE <http://a.example/>" ; schema:service ?service }',
        "# SERVICE\nSELECT $Service { ?service:x <http://a.example/service> 'it\\'s a SERVICE'@en }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
    ],
)
def test_a_query_that_only_speaks_of_services_is_asked(sparql: str) -> None:
    assert not calls_servers(sparql)


def test_a_query_may_name_the_graphs_that_it_asks(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_bytes(make_file(SAMPLE, "trig"))
    store, count = load([tmp_path / "graph.trig"]), "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s a nk:Claim }}"
    ((everywhere,),) = query(store, count.format("")).rows
    named = query(store, f"SELECT DISTINCT ?g {{ GRAPH ?g {{ <https://newskg.example/doc/{FIRST.info.id}#claim-1> a nk:Claim }} }}").rows
    ((of_one,),) = query(store, count.format(f"FROM <{named[0][0]}>")).rows
    assert 0 < int(str(of_one)) < int(str(everywhere))
    assert names_graphs("SELECT * FROM <x:g> {}")
    assert not names_graphs("SELECT ?from { ?from ?p 'from' }")


def test_a_misspelt_term_is_told_with_what_is_like_it(tmp_path: Path) -> None:
    told = [line for _, line in unknown_terms("SELECT * { ?s a nk:Clam ; nk:speaker ?o ; nk:situationType kind:atack. ?o nkv:zz 1 }")]
    assert told == [
        "nk:Clam is no term of the ontology; did you mean nk:Claim?",
        "kind:atack is no term of the ontology; did you mean kind:attack or kind:cyberattack?",
        "nkv:zz is no term of the ontology",
    ]
    (tmp_path / "own.ttl").write_text("<x:a> <https://newskg.example/ns#situationType> <https://newskg.example/kind#regatta> .", "utf-8")
    assert misspelt(load([tmp_path / "own.ttl"]), "SELECT * { ?s nk:situationType kind:regatta, kind:regata }") == [
        "kind:regata is no term of the ontology"
    ]


def test_the_prefixes_of_people_and_documents_are_those_of_the_build(tmp_path: Path) -> None:
    for base in ("https://newskg.example/", "https://data.desk.example/kg/"):
        (tmp_path / "graph.ttl").write_bytes(make_file(replace(SAMPLE, base_iri=base), "turtle"))
        asked = f"SELECT ?name {{ person:ana-ruiz rdfs:label ?name . doc:{FIRST.info.id} a nk:Document }}"
        assert query(load([tmp_path]), asked).rows == (("Ana Ruiz",),)


def test_an_undeclared_prefix_is_named() -> None:
    asked = "PREFIX a.b: <x:> SELECT * { ?s a.b:c nk:Claim ; foo:bar _:x }"
    assert undeclared_prefix(asked, {"nk"}) == ("foo", asked.index("foo:"))
    with pytest.raises(QueryError, match=f"column {asked.index('foo') + 1}: the prefix foo: is not declared"):
        query(load([]), asked)


@pytest.mark.parametrize(
    ("sparql", "columns"),
    [
        ("SELECT * { ?s ?p ?o }", ("s", "p", "o")),
        ("PREFIX a: <x:> # of all\nselect distinct *\nWHERE { $who a ?kind . OPTIONAL { ?who a:b ?about } }", ("who", "kind", "about")),
        ("SELECT ?b ?a { ?a ?p ?b }", ("b", "a")),
        ("SELECT ?b { { SELECT * { ?b ?a ?c } } }", ("b",)),
        ("SELECT * { { SELECT ?z { ?a ?p ?z } } ?z ?b ?c }", ("z", "b", "c")),
        ("ASK {}", ("answer",)),
    ],
)
def test_columns_come_as_the_query_has_them(sparql: str, columns: tuple[str, ...]) -> None:
    assert query(load([]), sparql).columns == columns
