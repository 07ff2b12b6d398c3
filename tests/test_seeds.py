"""The seeds through everything: what is written holds, asserts nothing that is only claimed, and answers."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
import rdflib

from conftest import ROOT
from kg.check import check
from kg.exporters import export_all
from kg.exporters.rdflib_graph import to_rdflib
from kg.model import Graph
from kg.questions import ask, questions
from kg.store import load
from kg.triples import to_triples
from kg.vocab import NK, Act, Code, Kind
from kg.why import explain


@pytest.fixture(scope="module")
def folder(seeds_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds")
    export_all(seeds_graph, path, ["turtle"])
    return path


def test_the_build_of_the_seeds_holds(folder: Path) -> None:
    assert check(folder / "graph.ttl") == []


def test_rdflib_and_oxigraph_read_the_same_number_of_triples(folder: Path, seeds_graph: Graph) -> None:
    triples = to_triples(seeds_graph)
    assert len(set(triples)) == len(triples) == len(rdflib.Graph().parse(folder / "graph.ttl")) == len(load([folder])) > 5000


def test_every_term_of_the_seeds_is_declared(seeds_graph: Graph) -> None:
    ontology = rdflib.Graph().parse(ROOT / "ontology" / "news.ttl").parse(ROOT / "ontology" / "vocab.ttl")
    own = (NK.BASE, Code.BASE, Kind.BASE, Act.BASE)
    used = {term for triple in to_triples(seeds_graph) for term in triple if isinstance(term, str) and term.startswith(own)}
    assert used <= {str(subject) for subject in ontology.subjects()}


def test_reasoning_makes_no_event_of_the_seeds_claims(seeds_graph: Graph) -> None:
    data = to_rdflib(seeds_graph, "none")
    before = {(s, kind) for kind in (NK.Event, NK.State) for s in data.subjects(rdflib.RDF.type, rdflib.URIRef(kind))}
    data.parse(ROOT / "ontology" / "news.ttl")
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(data)
    after = {(s, kind) for kind in (NK.Event, NK.State) for s in data.subjects(rdflib.RDF.type, rdflib.URIRef(kind))}
    assert after == before
    assert before


def test_the_alleged_strike_is_disputed_and_no_event(folder: Path) -> None:
    store = load([folder])
    speakers = {row[0] for row in ask(store, "who-said-what", {"about": "Ukraine"}).rows}
    assert {"Russia", "Volodymyr Zelenskyy"} <= speakers
    assert {(row[0], row[2]) for row in ask(store, "denials").rows} >= {("Russia", "Ukraine"), ("Vladimir Putin", "Volodymyr Zelenskyy")}


@pytest.mark.parametrize("name", [q.name for q in questions() if q.name not in {"office-audit", "number-conflicts"}])
def test_every_question_has_an_answer(folder: Path, name: str) -> None:
    assert ask(load([folder]), name).rows


def test_why_says_how_one_man_is_spelt(folder: Path) -> None:
    told = explain([folder / "graph.ttl"], "person/sergey-lavrov")
    assert "Sergei Lavrov" in told
    assert "held for this one as" in told
    assert "state terrorism" in told
