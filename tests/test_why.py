"""`kg why`: from the file alone, in words, with the reasons."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from kg.errors import QueryError
from kg.exporters import export_all, make_file
from kg.model import DateRule
from kg.triples.decisions import REASONS
from kg.why import explain
from sample import FIRST, SAMPLE, SECOND

D1, D2 = FIRST.info.id, SECOND.info.id


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Turtle alone, no texts beside it."""
    path = tmp_path_factory.mktemp("why") / "graph.ttl"
    path.write_bytes(make_file(SAMPLE, "turtle"))
    return path


@pytest.mark.parametrize(
    ("node", "lines"),
    [
        (
            "gpe/valmora",
            [
                "gpe/valmora: Valmora (GeopoliticalEntity)",
                "also called: government of Valmora",
                "likely the same as: https://www.geonames.org/1",
                f"Ana Ruiz: Mayor, Valmora (narrated, {D1}#state-1)",
                "in Valmora denies oil claims (answer.txt), 2 mentions",
                "  held for this one as “government of Valmora”: a government stands for its country: “The government of Valmora”",
                "  145-152 metonym name “Valmora”: Valmora",
                "speaks in 1 claim",
            ],
        ),
        ("person/ana-ruiz", ["Ana Ruiz counts to the side of Valmora: Ana Ruiz is Mayor of Valmora"]),
        (f"{D2}#claim-3", ['it comes by: Valmora denies oil claims (answer.txt) > (a radio interview) > Jo "Bo" Lind > officials']),
        (
            f"{D1}#claim-1",
            [
                "Corvia, accuse: “Valmora of dumping about 40 tons of oil in Lake Tesk”",
                "in the words: 130-197 “Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk”",
                "brought in by: 137-144 “accused”",
                f"says of: Valmora dumps oil in Lake Tesk (disputed, {D1}#situation-2)",
                f"is denied by: Valmora, deny: “Corvia’s accusation of oil dumping false” ({D2}#claim-1) "
                "[because “accusation” points back to what Corvia says]",
            ],
        ),
        (f"{D2}#claim-3", ["officials, say: “wants talks next month”", "the claim is affirmed, actual, alleged, indirect"]),
        (
            f"{D1}#situation-2",
            [
                "standing: disputed: somebody is reported to deny it",
                "said by 1 speaker of 1 independent side, in all passages that tell of it",
                "is told of as event/dumping-lake-tesk-0a1b2c by 2 passages",
            ],
        ),
        (
            f"{D1}#situation-1",
            [
                "dated 2024-05-04 (text “Saturday, 4 May 2024”)",
                "  Valmora’s mayor opens 🚢 harbour (news/harbour.txt) says so itself (affirmed, actual)",
            ],
        ),
        (
            "event/dumping-lake-tesk-0a1b2c",
            [
                "standing: disputed: somebody is reported to deny it",
                "held for one with “oil dumping by Valmora” of Valmora denies oil claims (answer.txt): same kind, same agent",
            ],
        ),
        (D1, ["by Lena Okafor", "published by The Tesk Courier", "dated 2024-05-05 (inferred)", "3 claims"]),
        (
            f"{D2}#quantity-1",
            [
                f"{D2}#quantity-1: Quantity in Valmora denies oil claims (answer.txt)",
                "  bound: at-least",
                "  value: 3",
            ],
        ),
        (
            f"{D1}#c137-144",
            [
                f"{D1}#c137-144: characters 137-144 of Valmora’s mayor opens 🚢 harbour (news/harbour.txt)",
                "the words “accused” in: accused",
                f"  is cueSpan of {D1}#claim-1 (Valmora of dumping about 40 tons of oil in Lake Tesk)",
            ],
        ),
        (f"{D1}#narration-1", ["it is told as affirmed and actual"]),
        ("answer.txt", ["3 claims"]),
        ("run/newskg-0-1-0", ["  wasAssociatedWith: agent/newskg-0-1-0 (newskg 0.1.0)"]),
        ("Valmora denies oil claims", ["3 claims"]),
    ],
)
def test_a_node_is_explained(file: Path, node: str, lines: list[str]) -> None:
    explained = explain([file], node).splitlines()
    assert [line for line in lines if line not in explained] == []


@pytest.mark.parametrize("rule", get_args(DateRule))
def test_the_rule_of_an_inferred_day_is_told(tmp_path: Path, rule: DateRule) -> None:
    first, *others = SAMPLE.records
    opening, *rest = first.situations
    assert opening.time
    dated = replace(opening, time=replace(opening.time, basis="inferred", rule=rule, span=None))
    graph = replace(SAMPLE, records=(replace(first, situations=(dated, *rest)), *others))
    (tmp_path / "graph.ttl").write_bytes(make_file(graph, "turtle"))
    lines = explain([tmp_path / "graph.ttl"], f"{D1}#situation-1").splitlines()
    assert "dated 2024-05-04 (inferred)" in lines
    assert f"  {REASONS[rule]}." in lines


def test_an_iri_and_a_name_find_the_same_as_an_id(file: Path) -> None:
    expected = explain([file], "person/ana-ruiz")
    assert explain([file], "https://newskg.example/id/person/ana-ruiz") == explain([file], "ana ruiz") == expected
    assert explain([file], "person:ana-ruiz") == expected


def test_whole_sentences_are_shown_where_the_texts_are_at_hand(tmp_path: Path) -> None:
    export_all(SAMPLE, tmp_path, ["turtle"])
    assert "metonym name “Corvia”: Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk." in explain(
        [tmp_path], "gpe/corvia"
    )


def test_mentions_stand_in_the_order_of_the_text(file: Path) -> None:
    lines = [
        line.split()[0]
        for line in explain([file], "person/ana-ruiz").splitlines()
        if "“" in line and line.startswith("  ") and "-" in line.split()[0]
    ]
    offsets = [int(line.partition("-")[0]) for line in lines if line[0].isdigit()]
    assert offsets == sorted(offsets)
    assert len(offsets) == 3


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ("person/anna-ruiz", "the graph has no 'person/anna-ruiz'; did you mean person/ana-ruiz"),
        ("Paul Brand", "did you mean person/paul-brandt"),
        ("Brant", "did you mean person/paul-brandt"),
        ("zzzz", "the graph has no 'zzzz'$"),
        ("", "the graph has no ''"),
        ("Tesk", "'Tesk' can be organization/tesk-boat-union, place/lake-tesk, place/port-tesk; which?"),
    ],
)
def test_an_unknown_node_is_an_error_with_what_is_close(file: Path, node: str, message: str) -> None:
    with pytest.raises(QueryError, match=message.replace("?", r"\?")):
        explain([file], node)
