"""The whole build: the same bytes each time, in whatever order, process or seed of the hash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.pipeline import Settings, Watch, build, extract_all

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def kg_build(output: Path, hash_seed: str) -> dict[str, bytes]:
    """Every file that `kg build seeds` writes in a process of its own."""
    command = [sys.executable, "-m", "kg", "build", str(SEEDS), "-o", str(output)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return kg_build(tmp_path_factory.mktemp("first"), "1")


def test_two_hash_seeds_give_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    again = kg_build(tmp_path, "4242")
    assert sorted(again) == sorted(built)
    assert [name for name in built if built[name] != again[name]] == []


def test_the_committed_exports_are_what_a_build_writes(built: dict[str, bytes]) -> None:
    folder = ROOT / "exports"
    committed = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix != ".png"}
    assert sorted(committed) == sorted(built)
    stale = [name for name in built if built[name] != committed[name]]
    assert stale == [], "exports/ is stale: run `kg build seeds -o exports` and commit what it writes"


def test_worker_processes_give_the_same_records() -> None:
    articles = tuple(read_articles(SEEDS))
    assert list(extract_all(articles, Settings(jobs=2))) == list(extract_all(articles))


def test_the_order_of_articles_does_not_matter() -> None:
    articles = tuple(read_articles(SEEDS))
    forward, backward = build(articles), build(articles[::-1])
    assert sorted(forward.records, key=lambda r: r.article.id) == sorted(backward.records, key=lambda r: r.article.id)
    assert forward.entities == backward.entities
    assert set(forward.merges) == set(backward.merges)
    assert forward.links == backward.links


def test_a_watch_sees_every_stage_and_every_article() -> None:
    seen: list[str] = []

    class Counting(Watch):
        def over(self, stage, items, total=None):  # type: ignore[no-untyped-def]  # noqa: ARG002
            for item in items:
                seen.append(stage)
                yield item

        def done(self, stage, graph):  # type: ignore[no-untyped-def]  # noqa: ARG002
            seen.append(f"{stage} done")

    build(read_articles(SEEDS), watch=Counting())
    assert seen == [
        *["reading"] * 3, "reading done", *["extracting"] * 3, "extracting done", "resolving done", "relating done",
    ]  # fmt: skip


def test_no_articles_make_an_empty_graph() -> None:
    graph = build(())
    assert graph.records == ()
    assert graph.claims == ()
