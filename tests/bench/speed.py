"""Build CPU over bare parse CPU on a folder of texts, both measured in this run.

    python tests/bench/speed.py FOLDER [--repeat 3]

Prints words, the CPU seconds of the bare spaCy parse (`nlp.pipe` over the paragraphs, nothing else), of each stage of the
build, and the ratio of the whole build to the bare parse. Both run in one process, in turn; the median of the repeats counts.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.articles import read_articles
from kg.cli import GARBAGE
from kg.exporters import make_files, plan
from kg.extractors import extract
from kg.ledger import relate
from kg.lexicon import load_lexicon
from kg.model import Article
from kg.parsing import DEFAULT_MODEL, TYPOGRAPHY, load_model, parse
from kg.resolution import resolve


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process for one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def paragraphs(articles: tuple[Article, ...]) -> Iterator[str]:
    for article in articles:
        yield from (line.strip().translate(TYPOGRAPHY) for line in article.text.splitlines() if line.strip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args()
    gc.set_threshold(*GARBAGE)
    nlp, lexicon = load_model(options.model), load_lexicon()
    articles = tuple(read_articles(options.folder))
    words = sum(len(a.text.split()) for a in articles)
    timings: dict[str, list[float]] = {}

    def measure(stage: str, work: Callable[[], object]) -> None:
        timings.setdefault(stage, []).append(timed(work))

    for repeat in range(options.repeat + 1):
        if repeat == 1:
            timings.clear()  # the first round warms up
        held: dict[str, object] = {}
        measure("bare parse", lambda: list(nlp.pipe(paragraphs(articles), batch_size=64)))
        measure("reading", lambda: tuple(read_articles(options.folder)))
        measure("parsing", lambda held=held: held.update(parsed=tuple(parse(articles, nlp))))
        measure("extracting", lambda held=held: held.update(records=tuple(extract(p, lexicon) for p in held["parsed"])))
        del held["parsed"]  # a build lets go of each parse once it is read
        measure("resolving", lambda held=held: held.update(graph=resolve(articles, held["records"], lexicon)))
        measure("relating", lambda held=held: held.update(graph=relate(held["graph"], lexicon)))
        measure("exporting", lambda held=held: make_files(held["graph"], plan(None)))
    medians = {stage: statistics.median(values) for stage, values in timings.items()}
    bare = medians.pop("bare parse")
    print(f"{len(articles)} articles, {words} words, bare parse {bare:.2f} s CPU ({words / bare:.0f} words a CPU second)")
    for stage, seconds in medians.items():
        print(f"  {stage:<11}{seconds:7.2f} s CPU  {100 * seconds / bare:6.1f} % of the bare parse")
    without = sum(medians.values()) - medians["exporting"]
    print(f"build / bare parse: {without / bare:.2f}; with every export {sum(medians.values()) / bare:.2f}")


if __name__ == "__main__":
    main()
