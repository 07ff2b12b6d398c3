"""The exports in every store: each format loads whole, and each saved question gives the same rows everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.iri import BASE
from kg.questions import questions
from stores.engines import ENGINES, Store
from stores.rows import Row, rows_of

REFERENCE, *OTHERS = ENGINES
FORMATS = {(name, ending) for name, engine in ENGINES.items() for ending in engine.reads}
PARSERS = {
    "rapper": ("rapper -q -i {syntax} -o ntriples {file}", "raptor2-utils"),
    "serdi": ("serdi -i {syntax} -o ntriples {file}", "serdi"),
}
SYNTAXES = {".ttl": "turtle", ".trig": "trig", ".nt": "ntriples"}
WHOLE = f"""
SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (SUM(STRLEN(STR(?o))) AS ?characters) WHERE {{
  ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{BASE}"))
}}
"""
"""Differs where a triple, a subject or a single character is lost. Some stores hold triples of their own besides."""

pytestmark = [  # rdflib warns of what it does itself
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

EMPTY = {"office-audit", "number-conflicts"}
"""What the seeds have no answer to: the first needs a user's reference data. The made-up articles answer everything."""

Answers = dict[str, list[Row]]


def answers_of(store: Store) -> Answers:
    return {q.name: rows_of(store.ask(q.sparql), columns_of(q.sparql)) for q in questions()}


def columns_of(sparql: str) -> list[str]:
    """The variables of the outermost SELECT."""
    head = re.search(r"^SELECT (?:DISTINCT )?(.*?) WHERE", sparql, re.M)
    assert head is not None
    return re.findall(r"\?(\w+)(?=[\s)]|$)", re.sub(r"\(.*? AS (\?\w+)\)", r"\1", head[1]))


@pytest.fixture(scope="session")
def folders(exports: Path, made_up: Path) -> Mapping[str, Path]:
    return {"seeds": exports, "made-up": made_up}


@pytest.fixture(scope="session")
def expected(engine: Callable[[str], Store], folders: Mapping[str, Path]) -> Mapping[str, Answers]:
    """The answers of the first engine on each export."""
    store, found = engine(REFERENCE), {}
    for export, folder in folders.items():
        store.load(folder / "graph.ttl")
        found[export] = answers_of(store)
    return found


def test_no_question_is_asked_in_vain(expected: Mapping[str, Answers]) -> None:
    assert all(len(answers) >= 20 for answers in expected.values())
    assert {name for name, rows in expected["seeds"].items() if not rows} <= EMPTY
    assert [name for name, rows in expected["made-up"].items() if not rows] == []


@pytest.mark.parametrize("export", ["seeds", "made-up"])
@pytest.mark.parametrize("name", OTHERS)
def test_every_question_gives_the_same_rows(
    name: str, export: str, engine: Callable[[str], Store], folders: Mapping[str, Path], expected: Mapping[str, Answers]
) -> None:
    store = engine(name)
    store.load(folders[export] / "graph.ttl")
    got, expected_rows = answers_of(store), expected[export]
    missing = {question: list(Counter(rows) - Counter(got[question])) for question, rows in expected_rows.items()}
    spurious = {question: list(Counter(got[question]) - Counter(rows)) for question, rows in expected_rows.items()}
    assert (_told(missing), _told(spurious)) == ({}, {})


def _told(rows: Answers) -> Answers:
    """The first rows of each question that has any."""
    return {question: some[:3] for question, some in rows.items() if some}


@pytest.mark.parametrize(("name", "ending"), sorted(FORMATS))
def test_every_format_loads_whole(name: str, ending: str, engine: Callable[[str], Store], exports: Path) -> None:
    reference, store = engine(REFERENCE), engine(name)
    reference.load(exports / "graph.ttl")
    store.load(exports / f"graph{ending}")
    columns = ["triples", "subjects", "characters"]
    assert rows_of(store.ask(WHOLE), columns) == rows_of(reference.ask(WHOLE), columns)


@pytest.mark.parametrize("ending", SYNTAXES)
@pytest.mark.parametrize("parser", PARSERS)
def test_strict_parsers_read_every_triple(parser: str, ending: str, exports: Path) -> None:
    command, package = PARSERS[parser]
    if shutil.which(parser) is None:
        pytest.skip(f"needs {parser}: apt-get install {package}")
    call = command.format(syntax=SYNTAXES[ending], file=exports / f"graph{ending}")
    done = subprocess.run(call.split(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(set(done.stdout.splitlines())) == len((exports / "graph.nt").read_bytes().splitlines())
