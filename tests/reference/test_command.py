"""`kg build --reference ...` as a person types it: from the files to the flag that a question shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main

TEXT = (
    "Norwegian President Ingrid Solheim said on Tuesday that the cod quota would fall next year. "
    "Solheim blamed the warm sea. A boat builder in Bergen, Tor Aasen, called the cut a mistake.\n"
)
REFERENCE = (
    "iri,label,type,aliases,office,of,from,to\n"
    "https://data.example/solheim,Ingrid Solheim,Person,,prime minister,Norway,2024-10-01,\n"
    "https://data.example/norway,Norway,GeopoliticalEntity,,,,,\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one article of a known day, and files of what its reader knows."""
    (tmp_path / "quota.txt").write_text(TEXT, "utf-8")
    (tmp_path / "quota.meta.json").write_text('{"published": "2025-02-05"}', "utf-8")
    (tmp_path / "who.csv").write_text(REFERENCE, "utf-8")
    return tmp_path


def kg(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main([str(a) for a in arguments])
    return int(ended.value.code or 0), *capsys.readouterr()


def test_the_flag_shows_in_the_graph_the_question_and_the_reasons(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = news / "out" / "graph.ttl"
    code, _, _ = kg(capsys, "build", news / "quota.txt", "-o", news / "out", "-f", "turtle", "-q", "--reference", news / "who.csv")
    assert code == 0
    assert "owl:sameAs <https://data.example/solheim>" in graph.read_text("utf-8")
    assert "schema:roleName \"President\"" in graph.read_text("utf-8")
    _, answer, _ = kg(capsys, "ask", "office-audit", "--graph", graph, "--format", "csv")
    assert 'Ingrid Solheim,President,Norway,"prime minister, Norway, since 2024-10-01",narrated,2025-02-05,quota.txt,' in answer
    _, why, _ = kg(capsys, "why", graph, "Ingrid Solheim")
    assert "the same as: https://data.example/solheim" in why
    assert "flagged: The article says “President”; the reference data has “prime minister, Norway, since 2024-10-01”." in why
    assert "The reference file who.csv says so (line 2): “Ingrid Solheim” is https://data.example/solheim." in why
    assert kg(capsys, "check", graph)[0] == 0


def test_overrides_join_part_and_warn(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "same.csv").write_text("Tor Aasen, Ingrid Solheim\nErna Moe, Tor Aasen\n", "utf-8")
    code, _, err = kg(capsys, "build", news / "quota.txt", "-o", news / "out", "-f", "jsonl", "--same-as", news / "same.csv")
    assert code == 0
    assert "kg: warning: same.csv, line 2: no article names 'Erna Moe'" in err.splitlines()
    assert (news / "out" / "articles.jsonl").read_text("utf-8").count('"id":"person/') == 1


@pytest.mark.parametrize(
    ("option", "text", "cause"),
    [
        ("--reference", "iri,label,type\nhttps://data.example/x,Ingrid Solheim,Queen\n", "line 2: unknown type 'Queen'"),
        ("--same-as", "Ingrid Solheim\n", "line 1: 1 name where two are needed"),
        ("--not-same-as", "Tor Aasen,tor aasen\n", "line 1: 'Tor Aasen' stands on both sides"),
    ],
)
def test_a_mistake_ends_the_build_with_one_line(
    news: Path, capsys: pytest.CaptureFixture[str], option: str, text: str, cause: str
) -> None:
    (news / "mine.csv").write_text(text, "utf-8")
    code, _, err = kg(capsys, "build", news / "quota.txt", "-o", news / "out", option, news / "mine.csv")
    assert code == 1
    assert err.startswith(f"kg: {news / 'mine.csv'}, {cause}")
    assert len(err.splitlines()) == 1
    assert not (news / "out").exists()
