"""The saved questions: each answers from the sample, in words, and no parameter can say more than its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pyoxigraph import Store

from kg.errors import QueryError
from kg.exporters import make_file
from kg.exporters.rdflib_graph import to_rdflib
from kg.questions import PARAMETERS, Question, ask, question, questions
from kg.store import Table, load, query
from kg.vocab import ACTS, KINDS
from sample import SAMPLE

NAMES = [q.name for q in questions()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    file = tmp_path_factory.mktemp("sample") / "graph.ttl"
    file.write_bytes(make_file(SAMPLE, "turtle"))
    return load([file])


def column(table: Table, name: str) -> list[object]:
    return [row[table.columns.index(name)] for row in table.rows]


def test_there_are_enough() -> None:
    assert len(NAMES) >= 15
    assert sorted(NAMES) == NAMES


@pytest.mark.parametrize("asked", questions(), ids=NAMES)
def test_each_is_documented_and_open_where_it_says(asked: Question) -> None:
    assert asked.title
    assert asked.answers.endswith(".")
    opened = set(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", asked.sparql)) - {"words_about"}
    assert opened == set(asked.parameters) <= set(PARAMETERS)
    assert ("words_about" in asked.sparql) == ("about" in asked.parameters)


@pytest.mark.parametrize("asked", questions(), ids=NAMES)
def test_each_names_only_codes_of_the_ontology(asked: Question) -> None:
    assert set(re.findall(r"kind:([a-z][a-z-]*)", asked.sparql)) <= KINDS
    assert set(re.findall(r"act:([a-z][a-z-]*)", asked.sparql)) <= ACTS


@pytest.mark.parametrize("name", NAMES)
def test_each_runs_as_it_is_and_answers_in_words(store: Store, name: str) -> None:
    table = query(store, question(name).sparql)
    assert table == ask(store, name)
    assert table.rows or name in {"attacks-and-damage", "sums", "number-conflicts"}  # the sample is a peaceful place, and its figures agree
    assert not any(str(cell).startswith("http") for row in table.rows for cell in row)
    assert len(set(table.rows)) == len(table.rows)


HARBOUR, ANSWER = "news/harbour.txt", "answer.txt"


@pytest.mark.parametrize(
    ("name", "parameters", "columns", "rows"),
    [
        (
            "who-said-what",
            {"by": "ana ruiz"},
            "speaker act words article begin",
            [("Ana Ruiz", "say", "We will pay nothing,", HARBOUR, 199)],
        ),
        ("who-said-what", {"about": "Lake Tesk"}, "speaker act said", [("Corvia", "accuse", "2024-05-05")]),
        ("who-said-what", {"about": "PAY nothing"}, "speaker", [("Ana Ruiz",)]),
        ("who-said-what", {"from": "2024-05-06"}, "speaker said", [('Jo "Bo" Lind', "2024-05-07")]),
        ("who-said-what", {"to": "2024-05-05", "about": "gpe/valmora"}, "speaker", [("Corvia",)]),
        (
            "office-audit",
            {},
            "person title of reference standing article begin",
            [('Jo "Bo" Lind', "minister", "Valmora", "deputy minister, Valmora, 2019-01-01 to 2023-06-30", "narrated", ANSWER, 143)],
        ),
        ("office-audit", {"about": "Ana Ruiz"}, "person", []),
        ("denials", {}, "claimant denier denial", [("Corvia", "Valmora", "Corvia’s accusation of oil dumping false")]),
        ("denials", {"by": "Corvia"}, "claimant", []),
        ("denials", {"about": "Valmora"}, "claimant", [("Corvia",)]),
        ("accusations", {}, "speaker words denied_by", [("Corvia", "Valmora of dumping about 40 tons of oil in Lake Tesk", "Valmora")]),
        (
            "disputes",
            {"in": "Lake Tesk"},
            "what position speaker",
            [("Valmora dumps oil in Lake Tesk", "denies", "Valmora"), ("Valmora dumps oil in Lake Tesk", "says", "Corvia")],
        ),
        ("promises-and-demands", {"about": "government of valmora"}, "speaker modality", [('Jo "Bo" Lind', "desired")]),
        ("numbers", {"by": "Corvia"}, "number bound unit counted", [(40, "about", "ton", "oil")]),
        ("numbers", {"about": "Port Tesk"}, "number", []),
        (
            "timeline",
            {},
            "first what standing according_to",
            [("2024-05-04", "Ana Ruiz opens the new harbour of Valmora", "narrated", "(article)")],
        ),
        ("timeline", {}, "first last precision", [("2024-05-04", "2024-05-04", "day")]),
        ("timeline", {"from": "2024-05-05"}, "what", []),
        ("timeline", {"to": "2024-05-04", "in": "Valmora"}, "first", [("2024-05-04",)]),
        (
            "meetings",
            {},
            "what modality standing when according_to",
            [("talks next month", "desired", "attributed", "next month", 'Jo "Bo" Lind')],
        ),
        (
            "standing",
            {"about": "Lake Tesk"},
            "what standing speakers sides",
            [("Valmora dumps oil in Lake Tesk", "disputed", 1, 1)],
        ),
        ("standing", {"about": "ferry"}, "standing speakers sides", [("narrated", None, None)]),
        (
            "chains",
            {},
            "chain words",
            [
                ('answer.txt > a radio interview > Jo "Bo" Lind', "It wants talks next month"),
                ('answer.txt > a radio interview > Jo "Bo" Lind > officials', "wants talks next month"),
            ],
        ),
        (
            "single-source",
            {"about": "Paul Brandt"},
            "what speaker",
            [("Paul Brandt resigns", "Ida Holm"), ("Paul Brandt: head, Lake Board", "Ida Holm")],
        ),
        ("offices", {"about": "Lake Board"}, "person title of standing", [("Paul Brandt", "head", "Lake Board", "attributed")]),
        ("offices", {"about": "Lind"}, "person title tense", [('Jo "Bo" Lind', "minister", "former")]),
        (
            "places",
            {"in": "Valmora"},
            "place what",
            [
                ("Port Tesk", "a ferry sinks near Port Tesk"),
                ("Valmora", "Port Tesk in Valmora"),
                ("Valmora", "Ana Ruiz opens the new harbour of Valmora"),
            ],
        ),
        ("speakers", {"about": "Corvia"}, "speaker claims articles", [("Valmora", 1, 1)]),
        (
            "evidence",
            {"by": "Corvia"},
            "source begin end exact",
            [(HARBOUR, 130, 197, "Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk")],
        ),
        (
            "sources",
            {},
            "source publisher published basis claims narrations",
            [(ANSWER, None, None, None, 3, 5), (HARBOUR, "The Tesk Courier", "2024-05-05", "inferred", 3, 4)],
        ),
        ("sources", {"from": "2024-01-01"}, "source", [(HARBOUR,)]),
    ],
)
def test_answers(store: Store, name: str, parameters: Mapping[str, str], columns: str, rows: list[tuple[object, ...]]) -> None:
    table = ask(store, name, parameters)
    assert sorted(zip(*(column(table, c) for c in columns.split()), strict=True), key=str) == sorted(rows, key=str)


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("who-said-wat", {}, "there is no question 'who-said-wat'; did you mean who-said-what?"),
        ("xyz", {}, "there is no question 'xyz'; known: accusations, "),
        ("sources", {"by": "Corvia"}, "takes no --by; it takes --from, --to"),
        ("who-said-what", {"by": "Ana Ruis"}, "nobody and nothing called 'Ana Ruis' in this graph; did you mean Ana Ruiz"),
        ("who-said-what", {"by": ""}, "nobody and nothing called ''"),
        ("who-said-what", {"from": "yesterday"}, "'yesterday' is no day; write it as YYYY-MM-DD"),
        ("who-said-what", {"to": "20240506"}, "'20240506' is no day"),
        ("who-said-what", {"to": "2024-02-30"}, "'2024-02-30' is no day"),
        ("timeline", {"from": "2024-06-01", "to": "2024-05-01"}, "--from 2024-06-01 is after --to 2024-05-01"),
        ("places", {"in": "Atlantis"}, "called 'Atlantis'"),
    ],
)
def test_what_cannot_be_asked_is_explained(store: Store, name: str, parameters: Mapping[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        ask(store, name, parameters)


HOSTILE = [
    '" } INSERT DATA { <x:a> <x:b> <x:c> } #',
    "UNDEF } ?s ?p ?o . VALUES ?x { 1",
    '"^^<x:y>',
    "\\",
    "\\u0022 } #",
    "\n} LIMIT 1",
    "?about",
    "<x:y>",
    "'''",
    "{{{",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("key", ["about", "by", "in", "from"])
def test_hostile_values_stay_values(store: Store, key: str, text: str) -> None:
    name = "timeline" if key in {"in", "from"} else "who-said-what"
    if key == "about":
        assert ask(store, name, {key: text}).rows == ()
    else:
        with pytest.raises(QueryError):
            ask(store, name, {key: text})


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=30))
def test_no_text_breaks_a_question(text: str) -> None:
    store = load([])
    assert ask(store, "who-said-what", {"about": text}).rows == () if text.strip() else True


def test_a_name_is_found_by_part_alias_id_and_iri(store: Store) -> None:
    for called in ("Ana Ruiz", "ana ruiz", "person/ana-ruiz", "https://newskg.example/id/person/ana-ruiz", "Ana"):
        assert column(ask(store, "who-said-what", {"by": called}), "speaker") == ["Ana Ruiz"], called


def test_what_is_negated_is_never_shown_as_if_it_were(tmp_path: Path) -> None:
    records = tuple(replace(r, situations=tuple(replace(s, polarity="negated") for s in r.situations)) for r in SAMPLE.records)
    file = tmp_path / "graph.ttl"
    file.write_bytes(make_file(replace(SAMPLE, records=records), "turtle"))
    told = {s.label for record in records for s in record.situations}
    for name in ("timeline", "places", "meetings", "attacks-and-damage"):
        table = ask(load([file]), name, {})
        rows = [row for row in table.rows if row[table.columns.index("what")] in told]
        assert [row for row in rows if not str(row[table.columns.index("modality")]).endswith(", negated")] == [], name
        assert rows or name == "attacks-and-damage"


def test_what_is_denied_is_nobodys_word_and_a_denial_even_of_nobodys_claim(tmp_path: Path) -> None:
    """Corvia no longer accuses Valmora of dumping oil, but denies it, and nobody says who claims it."""
    first, *others = (replace(r, claims=tuple(replace(c, denies=()) for c in r.claims)) for r in SAMPLE.records)
    accusation, *rest = first.claims
    denial = replace(accusation, speech_act="deny", polarity="negated")
    file = tmp_path / "graph.ttl"
    file.write_bytes(make_file(replace(SAMPLE, links=(), records=(replace(first, claims=(denial, *rest)), *others)), "turtle"))
    store = load([file])
    table = ask(store, "denials")
    rows = list(zip(column(table, "claimant"), column(table, "words"), column(table, "denier"), strict=True))
    assert rows == [("(nobody named)", "Valmora dumps oil in Lake Tesk", "Corvia")]
    assert ask(store, "denials", {"about": "Valmora"}).rows == table.rows
    assert ask(store, "denials", {"about": "Ana Ruiz"}).rows == ()
    for name in ("numbers", "places", "timeline", "attacks-and-damage", "meetings"):
        assert "Corvia" not in column(ask(store, name), "according_to"), name


def test_questions_are_read_once_from_files() -> None:
    folder = Path(__file__).parent.parent / "kg" / "questions"
    assert [f.stem for f in sorted(folder.glob("*.rq"))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_gives_the_same_rows_in_another_engine(store: Store, name: str) -> None:
    found = to_rdflib(SAMPLE).query(question(name).sparql)
    expected = query(store, question(name).sparql)
    assert tuple(map(str, found.vars or ())) == expected.columns
    rows = [[None if cell is None else str(cell) for cell in row] for row in found]  # type: ignore[union-attr]
    assert sorted(rows, key=str) == sorted([list(map(as_text, row)) for row in expected.rows], key=str)


def as_text(cell: object) -> str | None:
    return None if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)
