"""Four RDF formats of one projection: the same triples, the same bytes, whatever the words are."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pyoxigraph
import pytest
import rdflib
from msgspec.structs import replace
from rdflib import RDF, RDFS, URIRef

from conftest import ROOT
from kg.errors import OutputError
from kg.exporters import EXPORTERS, export_all, make_file
from kg.exporters.rdflib_graph import to_rdflib
from kg.model import Graph
from kg.triples import to_triples
from kg.vocab import NK
from sample import FIRST, SAMPLE, SECOND

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph).*deprecated:DeprecationWarning")  # rdflib in its own parser

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "trig": "trig"}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "trig": pyoxigraph.RdfFormat.TRIG,
}
HOSTILE = [
    'He said "stop" \\ and \\u0041',
    "line\nfeed\r\nand\ttab",
    "\x00\x01\x7f nul",
    "🚢 and 𝕏",
    "'''\"\"\"",
    "<b>&amp;</b> ${x} {{ y }}",
    "\u202eright to left",
]


def in_rdflib(content: bytes, name: str) -> set[tuple[object, ...]]:
    """The triples of a file as rdflib reads them, named graphs flattened."""
    dataset = rdflib.Dataset()
    dataset.parse(BytesIO(content), format=RDFLIB[name])
    return {tuple(quad[:3]) for quad in dataset.quads((None, None, None, None))}


def in_oxigraph(content: bytes, name: str) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(content, format=OXIGRAPH[name])}


@pytest.mark.parametrize("name", RDFLIB)
def test_every_format_holds_the_same_triples_for_two_parsers(name: str) -> None:
    content, plain = make_file(SAMPLE, name), make_file(SAMPLE, "ntriples")
    assert len(in_oxigraph(content, name)) == len(to_triples(SAMPLE)) > 800
    assert in_oxigraph(content, name) == in_oxigraph(plain, "ntriples")
    assert in_rdflib(content, name) == in_rdflib(plain, "ntriples")


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", RDFLIB)
def test_any_words_come_back_as_they_were(name: str, words: str) -> None:
    entity = replace(SAMPLE.entities[0], name=words)
    graph = replace(SAMPLE, entities=(entity, *SAMPLE.entities[1:]))
    found = {
        t.object.value
        for t in in_oxigraph(make_file(graph, name), name)
        if t.subject.value.endswith("/person/ana-ruiz") and t.predicate.value == str(RDFS.label)
    }
    assert found == {words}


@pytest.mark.parametrize("name", RDFLIB)
def test_half_a_character_becomes_a_replacement(name: str) -> None:
    graph = replace(SAMPLE, entities=(replace(SAMPLE.entities[0], name="half \ud83d pair"), *SAMPLE.entities[1:]))
    assert "half � pair" in make_file(graph, name).decode()


def test_trig_has_a_graph_for_each_document_and_one_for_what_they_share() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(BytesIO(make_file(SAMPLE, "trig")), format="trig")
    base = "https://newskg.example/"
    names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert names == {f"{base}doc/{FIRST.info.id}", f"{base}doc/{SECOND.info.id}", f"{base}graph/entities"}


def test_turtle_reads_like_the_article() -> None:
    text = make_file(SAMPLE, "turtle").decode()
    claim = text.index(f"\n{FIRST.info.id}:claim-1 a nk:Claim ;\n  nk:speaker gpe:corvia ;")
    assert (
        text.index("#### Valmora’s mayor opens 🚢 harbour")
        < claim
        < text.index("#### Valmora denies oil claims")
        < text.index("#### People")
    )
    assert (
        f'{FIRST.info.id}:c56-70 a nk:Span ; nk:inDocument doc:{FIRST.info.id} ; nk:begin 56 ; nk:end 70 ; nk:exact "Mayor Ana Ruiz" .\n'
        in text
    )
    offsets = [
        int(line.partition(":c")[2].partition("-")[0])
        for line in text.splitlines()
        if line.startswith(f"{FIRST.info.id}:c") and " nk:begin " in line
    ]
    assert offsets == sorted(offsets)
    assert len(offsets) > 30
    entities = [line.partition(" a ")[0] for line in text.partition("#### People")[2].splitlines() if line.startswith("person:")]
    assert entities == sorted(entities)


def test_a_change_of_one_name_is_a_small_diff() -> None:
    graph = replace(SAMPLE, entities=(replace(SAMPLE.entities[0], aliases=("Ruiz", "A. Ruiz")), *SAMPLE.entities[1:]))
    before, after = (make_file(g, "turtle").decode().splitlines() for g in (SAMPLE, graph))
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_titles_cannot_break_out_of_their_comment() -> None:
    first, second = SAMPLE.records
    record = replace(first, article=replace(first.article, title="a\n<x:y> <x:y> <x:y> .\r# b"))
    content = make_file(replace(SAMPLE, records=(record, second)), "turtle")
    assert not any(t.subject.value == "x:y" for t in in_oxigraph(content, "turtle"))


def test_an_empty_graph_is_a_valid_file() -> None:
    for name in RDFLIB:
        assert len(in_oxigraph(make_file(Graph(), name), name)) == 5  # the run and the software


SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from kg.exporters import make_file
from sample import SAMPLE
for name in ("turtle", "trig", "ntriples", "jsonld", "jsonl"):
    print(name, hashlib.sha256(make_file(SAMPLE, name)).hexdigest())
"""


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    runs = []
    for seed in ("0", "77"):
        command = [sys.executable, "-c", SCRIPT, str(ROOT / "tests")]
        runs.append(subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout)
    assert runs[0] == runs[1]
    assert f"turtle {hashlib.sha256(make_file(SAMPLE, 'turtle')).hexdigest()}" in runs[0]


def test_to_rdflib_binds_the_prefixes() -> None:
    graph = to_rdflib(SAMPLE)
    assert len(graph) == len(to_triples(SAMPLE))
    assert dict(graph.namespaces())["nk"] == URIRef(NK.BASE)
    assert (URIRef("https://newskg.example/id/person/ana-ruiz"), RDF.type, URIRef(NK.Person)) in graph


def test_files_and_texts_are_written_together(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "out"
    written = export_all(SAMPLE, folder, ["turtle"])
    assert sorted(p.relative_to(folder).as_posix() for p in written) == [
        "graph.ttl",
        *sorted(f"texts/{a.info.id}.txt" for a in SAMPLE.articles),
    ]
    assert (folder / f"texts/{FIRST.info.id}.txt").read_bytes() == FIRST.text.encode()


def test_an_unknown_format_names_the_known() -> None:
    with pytest.raises(OutputError, match=r"unknown format 'pdf'; known: turtle, trig"):
        make_file(SAMPLE, "pdf")


def test_every_format_has_its_own_file() -> None:
    assert len({row.file for row in EXPORTERS.values()}) == len(EXPORTERS)
