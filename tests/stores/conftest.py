"""Two exports, and each engine started once; an engine that is not installed is skipped and says how to get it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import kg
from kg.exporters import export_all
from stores.engines import ENGINES, Store
from stores.exports import build_made_up

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the seeds' export in every RDF format."""
    folder = tmp_path_factory.mktemp("stores") / "exports"
    export_all(kg.build(kg.read_articles(str(ROOT / "seeds"))), folder, ["turtle", "trig", "ntriples", "jsonld"])
    return folder


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export that has an answer to every question: articles and reference data made up for it, as Turtle."""
    folder = tmp_path_factory.mktemp("stores") / "made-up"
    export_all(build_made_up(), folder, ["turtle"])
    return folder


@pytest.fixture(scope="session")
def engine(exports: Path) -> Iterator[Callable[[str], Store]]:
    """`engine(name)`: the engine of that name, running."""
    started: dict[str, Store] = {}
    with ExitStack() as stack:

        def start(name: str) -> Store:
            reason = ENGINES[name].missing()
            if reason is not None:
                pytest.skip(reason)
            if name not in started:
                started[name] = stack.enter_context(ENGINES[name].start(exports.parent / "engines" / name))
            return started[name]

        yield start
