"""Two builds compared: what is new, gone and changed, and nothing where they are the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.diff import Section, compare, render
from kg.errors import OutputError, QueryError
from kg.exporters import export_all
from kg.model import Claim, Entity, Graph, Situation
from sample import SAMPLE

Edit = Callable[[Graph], Graph]


def written(graph: Graph, folder: Path) -> Path:
    export_all(graph, folder, ["turtle"])
    return folder


def with_claim(graph: Graph, article: int, number: int, **fields: object) -> Graph:
    """The graph with other fields in one claim; without the claim where none are given."""
    record = graph.records[article]
    claims: list[Claim] = list(record.claims)
    claims[number : number + 1] = [replace(claims[number], **fields)] if fields else []
    return replace(graph, records=tuple(replace(record, claims=tuple(claims)) if r is record else r for r in graph.records))


def with_situation(graph: Graph, article: int, number: int, **fields: object) -> Graph:
    record = graph.records[article]
    situations: list[Situation] = list(record.situations)
    situations[number] = replace(situations[number], **fields)
    return replace(graph, records=tuple(replace(record, situations=tuple(situations)) if r is record else r for r in graph.records))


def with_entity(graph: Graph, number: int, entity: Entity) -> Graph:
    return replace(graph, entities=tuple(entity if n == number else e for n, e in enumerate(graph.entities)))


@pytest.fixture
def comparing(tmp_path: Path) -> Callable[[Graph, Graph], dict[str, Section]]:
    return lambda old, new: dict(compare(written(old, tmp_path / "old"), written(new, tmp_path / "new")))


Comparing = Callable[[Graph, Graph], dict[str, Section]]


def test_a_build_is_the_same_as_itself(comparing: Comparing) -> None:
    for name, section in comparing(SAMPLE, SAMPLE).items():
        assert (section.new, section.gone, section.changed) == ((), (), ()), name
        assert section.same > 5


def test_an_article_more_brings_its_claims(comparing: Comparing) -> None:
    first = replace(SAMPLE, articles=SAMPLE.articles[:1], records=SAMPLE.records[:1], links=())
    sections = comparing(first, SAMPLE)
    assert len(sections["claims"].new) == len(SAMPLE.records[1].claims)
    assert {claim["article"] for claim in sections["claims"].new} == {"answer.txt"}
    assert sections["claims"].gone == ()
    back = comparing(SAMPLE, first)
    assert [c["words"] for c in back["claims"].gone] == [c["words"] for c in sections["claims"].new]


def test_a_claim_that_is_no_longer_found_is_gone(comparing: Comparing) -> None:
    section = comparing(SAMPLE, with_claim(SAMPLE, 0, 1))["claims"]
    assert [(c["speaker"], c["words"]) for c in section.gone] == [("Ana Ruiz", "We will pay nothing,")]
    assert (section.new, section.changed) == ((), ())


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"speaker": "person/milo-ruiz"}, {"speaker": ("Ana Ruiz", "Milo Ruiz")}),
        ({"speech_act": "reject"}, {"act": ("say", "reject")}),
        ({"polarity": "affirmed"}, {"polarity": ("negated", "affirmed")}),
    ],
)
def test_what_changed_in_a_claim_is_named(comparing: Comparing, fields: dict[str, str], changed: dict[str, tuple[str, str]]) -> None:
    section = comparing(SAMPLE, with_claim(SAMPLE, 0, 1, **fields))["claims"]
    (change,) = section.changed
    assert {field: (change.old[field], change.new[field]) for field in change.fields} == changed
    assert (section.new, section.gone) == ((), ())


def test_other_words_of_the_same_evidence_are_a_change(comparing: Comparing) -> None:
    span = SAMPLE.records[0].claims[1].content_spans[0]
    (change,) = comparing(SAMPLE, with_claim(SAMPLE, 0, 1, content_spans=(span._replace(end=span.end - 1),)))["claims"].changed
    assert change.fields == ("words",)


def test_where_it_stands_in_the_text_is_no_change(comparing: Comparing) -> None:
    evidence = SAMPLE.records[0].claims[1].evidence
    section = comparing(SAMPLE, with_claim(SAMPLE, 0, 1, evidence=evidence._replace(end=evidence.end - 1)))["claims"]
    assert (section.new, section.gone, section.changed) == ((), (), ())


def test_a_changed_standing_is_told(comparing: Comparing) -> None:
    number, situation = next((n, s) for n, s in enumerate(SAMPLE.records[0].situations) if s.standing == "narrated")
    (change,) = comparing(SAMPLE, with_situation(SAMPLE, 0, number, standing="disputed"))["situations"].changed
    assert (change.old["words"], change.fields, change.new["standing"]) == (situation.label, ("standing",), "disputed")


def test_an_entity_of_another_type_is_changed_and_another_name_is_new(comparing: Comparing) -> None:
    before = SAMPLE.entities[6]
    retyped = replace(before, type="Group")
    (change,) = comparing(SAMPLE, with_entity(SAMPLE, 6, retyped))["entities"].changed
    assert change.fields == ("type",)
    more = replace(SAMPLE, entities=(*SAMPLE.entities, Entity("person/new-one", "Person", "New One")))
    assert [e["name"] for e in comparing(SAMPLE, more)["entities"].new] == ["New One"]


def test_text_and_json_tell_the_same(tmp_path: Path) -> None:
    other = with_claim(SAMPLE, 0, 1, speaker="person/milo-ruiz")
    sections = compare(written(SAMPLE, tmp_path / "a"), written(other, tmp_path / "b") / "graph.ttl")
    text = render(sections, "text")
    assert "claims: 0 new, 0 gone, 1 changed, 5 the same\n" in text
    assert "  ~ Ana Ruiz (say): “We will pay nothing,”  [news/harbour.txt 199-" in text
    assert "      speaker: Ana Ruiz -> Milo Ruiz\n" in text
    found = json.loads(render(sections, "json"))
    assert found["claims"]["changed"][0]["new"]["speaker"] == "Milo Ruiz"
    with pytest.raises(OutputError, match="unknown form 'xml' of a comparison; known: text, json"):
        render(sections, "xml")


def test_a_build_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="nowhere"):
        compare(written(SAMPLE, tmp_path), tmp_path / "nowhere.ttl")
