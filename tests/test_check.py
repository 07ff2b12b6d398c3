"""`kg check`: clean on what was built, and each kind of damage is found where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.check import check
from kg.errors import CheckError
from kg.exporters import export_all
from kg.model import Graph
from sample import FIRST, SAMPLE, SECOND

Edit = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    export_all(SAMPLE, tmp_path, ["turtle", "trig", "jsonld", "ntriples"])
    return tmp_path


def damage(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.jsonld", "graph.nt", ""])
def test_what_was_built_holds(folder: Path, name: str) -> None:
    assert check(folder / name) == []


@pytest.mark.parametrize("detail", ["lean", "none"])
def test_a_graph_with_less_detail_holds_too(tmp_path: Path, detail: str) -> None:
    export_all(SAMPLE, tmp_path, ["turtle"], detail)  # type: ignore[arg-type]
    assert check(tmp_path / "graph.ttl") == []


D1, D2 = FIRST.info.id, SECOND.info.id
SINKING = f"{D2}:situation-3 a nk:Situation, nk:Event"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        # a claim turned into a fact
        (f"{D1}:situation-2 a nk:Situation ;", f"{D1}:situation-2 a nk:Situation, nk:Event ;", "a claim has been turned into a fact"),
        (
            f"{D1}:situation-4 a nk:Situation ;",
            f"{D1}:situation-4 a nk:Situation, nk:State ;",
            "Event or State without an affirmed, actual Narration",
        ),
        (
            f"{D1}:situation-3 a nk:Situation ;",
            f"{D1}:situation-3 a nk:Situation, nk:Event ;",
            "Event or State that the words describe as not so",
        ),
        (
            "person:paul-brandt a nk:Person ;",
            "person:ida-holm nk:memberOf org:lake-board .\nperson:paul-brandt a nk:Person ;",
            "memberOf without a State",
        ),
        # a shape
        ("  nk:speaker gpe:corvia ;", "  nk:speaker gpe:corvia, gpe:valmora ;", "claim-1: speaker: More than 1 values"),
        ("  nk:speechAct act:accuse ;", "  nk:speechAct act:acuse ;", "Value does not have class skos:Concept (act#acuse)"),
        ("  nk:standing nkv:disputed ;", "  nk:standing nkv:doubtful ;", "standing"),
        ('  nk:endDate "2024-05-04"^^xsd:date ;', '  nk:endDate "2024-05-03"^^xsd:date ;', "startDate"),
        (f"  nk:evidence {D1}:c130-197 ;", "", "claim-1 points at no words (evidence)"),
        # words
        ('nk:exact "Ana Ruiz"', 'nk:exact "Ana Diaz"', "the graph quotes “Ana Diaz” for 62-70, the text has “Ana Ruiz”."),
        ("nk:begin 62 ;", "nk:begin 63 ;", "is named after another place"),
        ("nk:begin 62 ;", "nk:begin 162 ;", "has no proper offsets"),
        ("nk:begin 62 ;", "", "has no proper offsets"),
        (
            f"{D1}:c62-70 a nk:Mention ; nk:inDocument doc:{D1}",
            f"{D1}:c62-70 a nk:Mention ; nk:inDocument doc:d0",
            "is in no document of the graph",
        ),
        (f'schema:sha256 "{FIRST.info.sha256}"', f'schema:sha256 "{"0" * 64}"', "is not the text that the graph was made from"),
    ],
)
def test_damage_is_found(folder: Path, old: str, new: str, message: str) -> None:
    damage(folder / "graph.ttl", old, new)
    assert message in "\n".join(map(str, check(folder / "graph.ttl")))


def test_a_problem_names_document_offset_and_sentence(folder: Path) -> None:
    damage(folder / "graph.ttl", 'nk:exact "sank"', 'nk:exact "swam"')
    (problem,) = check(folder / "graph.ttl")
    assert (problem.document, problem.offset) == (D2, SECOND.text.index("sank"))
    assert problem.sentence == "A ferry sank near Port Tesk, killing at least three people."
    assert str(problem).startswith(f"{D2}, character {problem.offset}: the graph quotes “swam”")


def test_a_promoted_claim_is_shown_with_its_words(folder: Path) -> None:
    damage(folder / "graph.ttl", f"{D1}:situation-2 a nk:Situation ;", f"{D1}:situation-2 a nk:Situation, nk:Event ;")
    problems = check(folder / "graph.ttl")
    assert {p.document for p in problems} == {D1}
    assert {p.sentence for p in problems} == {"Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk."}


def test_a_changed_text_is_seen_by_its_bytes(folder: Path) -> None:
    text = folder / "texts" / f"{D1}.txt"
    text.write_bytes(text.read_bytes().replace(b"\r\n", b"\n"))
    assert [str(p) for p in check(folder / "graph.ttl")] == [
        f"{D1}: {text} is not the text that the graph was made from: its SHA-256 differs"
    ]


def test_a_missing_text_is_named(folder: Path) -> None:
    (folder / "texts" / f"{D2}.txt").unlink()
    (problem,) = check(folder / "graph.ttl")
    assert f"{D2}.txt" in problem.message


@pytest.mark.parametrize(("name", "content"), [("no.ttl", None), ("bad.ttl", "<x:a> <x:b> .")])
def test_a_file_that_is_no_graph_is_an_error(tmp_path: Path, name: str, content: str | None) -> None:
    if content:
        (tmp_path / name).write_text(content)
    with pytest.raises(CheckError, match=name):
        check(tmp_path / name)


def test_a_span_past_the_end_is_found(tmp_path: Path) -> None:
    shorter = replace(SECOND, text=SECOND.text[:200])
    export_all(replace(SAMPLE, articles=(FIRST, shorter)), tmp_path, ["turtle"])
    damage(tmp_path / "graph.ttl", SECOND.info.sha256, _sha(shorter.text))
    assert any("ends after the text, which has 200 characters" in str(p) for p in check(tmp_path / "graph.ttl"))


def _sha(text: str) -> str:
    from kg.iri import sha256_of

    return sha256_of(text)


def test_an_empty_graph_holds(tmp_path: Path) -> None:
    export_all(Graph(), tmp_path, ["turtle"])
    assert check(tmp_path / "graph.ttl") == []
