"""The public names are there, typed and documented, and nothing else is promised."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg
from sample import SAMPLE

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def test_all_names_exist_and_are_documented() -> None:
    assert sorted(kg.__all__) == kg.__all__ or sorted(kg.__all__, key=str.lower) == kg.__all__
    for name in kg.__all__:
        value = getattr(kg, name)
        if callable(value):
            assert inspect.getdoc(value), f"kg.{name} has no docstring"


def test_functions_are_annotated_in_full() -> None:
    for name in kg.__all__:
        value = getattr(kg, name)
        if inspect.isfunction(value):
            signature = inspect.signature(value)
            assert signature.return_annotation is not inspect.Signature.empty, name
            assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values()), name


def test_from_articles_to_every_face_of_the_graph(tmp_path: Path) -> None:
    graph = kg.build(kg.read_articles(SEEDS))
    assert {c.speaker.name for c in graph.claims if c.speaker} >= {"Volodymyr Zelenskyy", "Sergei Lavrov"} or graph.claims
    network = kg.to_networkx(graph)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.number_of_nodes() > len(graph.entities)
    triples = kg.to_rdflib(graph)
    assert isinstance(triples, rdflib.Graph)
    file = kg.export(graph, tmp_path / "graph.ttl")
    assert len(rdflib.Graph().parse(file)) == len(triples)


def test_every_claim_is_cut_from_its_article() -> None:
    graph = kg.build(kg.read_articles(SEEDS))
    texts = {a.info.id: a.text for a in graph.articles}
    assert graph.claims
    for item in graph.claims:
        text = texts[item.article.id]
        assert item.content == " ".join(text[a:b] for a, b in item.claim.content_spans)
        if item.claim.speaker_span:
            assert item.claim.speaker_span.of(text) == item.claim.speaker_text


def test_importing_the_package_does_not_import_the_language_library() -> None:
    code = "import sys, kg, kg.cli; print(sorted({'spacy', 'rdflib', 'networkx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_every_public_name_has_a_home_and_no_other_name_is_there() -> None:
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        kg.biuld  # noqa: B018


def test_a_graph_shows_how_much_it_holds_and_not_all_of_it() -> None:
    assert repr(SAMPLE) == "<Graph: articles=2 entities=12 claims=6 situations=10>"
    assert repr(kg.Graph()) == "<Graph: articles=0 entities=0 claims=0 situations=0>"
