"""Saved questions in every engine, and on the graph of many articles: `python tests/bench/stores_bench.py [articles]`.

Prints a matrix of rows and seconds, engine by question, on the seeds and on made-up articles that answer every question; then,
for a graph of 1,000 articles (or as many as told) in Oxigraph, its size and the CPU seconds of each question. The many articles
are copies of the seeds with documents, sources and events of their own; a third of the people, organizations and places are shared
by all, the others by every tenth article.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pyoxigraph import RdfFormat, Store

import kg
from kg.exporters import export_all, make_file
from kg.iri import sha256_of
from kg.model import Graph
from kg.questions import questions
from kg.store import query
from stores.engines import ENGINES
from stores.exports import build_made_up

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
ENTITY = re.compile(r"\b(person|org|group|gpe|place|topic|event):([a-z0-9-]+)")
GOAL = 2.0
"""Seconds that a question may take on the graph of 1,000 articles."""


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    graph = kg.build(kg.read_articles(str(SEEDS)))
    for name, made in (("seeds", graph), ("made-up", build_made_up())):
        with tempfile.TemporaryDirectory() as folder:
            print_matrix(made, Path(folder) / name)
    store = many(graph, articles)
    print(f"\n{articles:,} articles, {len(store):,} triples")
    for asked in questions():
        start = time.process_time()  # of this process alone, whatever else the machine does
        rows = len(query(store, asked.sparql).rows)
        seconds = time.process_time() - start
        print(f"{asked.name:<22}{rows:>9,} rows{seconds:>8.2f} s{'  SLOW' if seconds > GOAL else ''}", flush=True)


def print_matrix(graph: Graph, folder: Path) -> None:
    """Rows and seconds of each question in each engine that is here."""
    export_all(graph, folder / "exports", ["turtle"])
    names = [q.name for q in questions()]
    print(f"\n{folder.name}: rows and seconds\n" + "engine".ljust(18), *(f"{name[:13]:>13}" for name in names))
    for name, engine in ENGINES.items():
        if (reason := engine.missing()) is not None:
            print(name.ljust(18), reason)
            continue
        with engine.start(folder / "engines" / name) as store:
            store.load(folder / "exports" / "graph.ttl")
            cells = []
            for asked in questions():
                start = time.perf_counter()
                rows = len(store.ask(asked.sparql)["results"]["bindings"])
                cells.append(f"{rows} {time.perf_counter() - start:.2f}s".rjust(13))
        print(name.ljust(18), *cells, flush=True)


def many(graph: Graph, articles: int) -> Store:
    """The graph of many articles, as copies of a small one."""
    store, text = Store(), make_file(graph, "turtle").decode()
    copies = -(-articles // len(graph.articles))
    for copy in range(copies):
        store.bulk_load(input=copied(text, graph, copy).encode(), format=RdfFormat.TURTLE)
    return store


def copied(text: str, graph: Graph, copy: int) -> str:
    """The Turtle with documents of its own."""
    for article in graph.articles:
        text = text.replace(article.info.id, "d" + sha256_of(f"{article.info.id} {copy}")[:16])
        text = text.replace(f'"{article.info.source}"', f'"{copy}/{article.info.source}"')
    return ENTITY.sub(lambda m: f"{m[0]}-{suffix(m, copy)}" if suffix(m, copy) is not None else m[0], text)


def suffix(match: re.Match[str], copy: int) -> int | None:
    """What tells the entity of this copy from that of others; None where all share it."""
    if match[1] == "event":
        return copy
    return copy % 10 if int(sha256_of(match[2])[:8], 16) % 3 else None


if __name__ == "__main__":
    main()
