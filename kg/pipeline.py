"""The whole story: news articles in, one graph of people, organizations, places, events and claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kg.audit import audit_offices
from kg.extractors import extract
from kg.iri import BASE, checked_base
from kg.ledger import relate
from kg.lexicon import load_lexicon
from kg.model import Article, Graph, Record
from kg.parsing import BATCH, DEFAULT_MODEL, load_model, parse
from kg.reference import read_reference
from kg.resolution import resolve

T = TypeVar("T")


class Settings(Struct, frozen=True):
    """What a user can choose: the spaCy pipeline, rows of a lexicon of his own, the base of all IRIs, worker processes.

    `reference`, `same_as` and `not_same_as` are files of who is who; see `kg.reference` for what they hold.
    """

    model: str = DEFAULT_MODEL
    lexicon: Path | None = None
    base_iri: str = BASE
    jobs: int = 1
    reference: tuple[Path, ...] = ()
    same_as: tuple[Path, ...] = ()
    not_same_as: tuple[Path, ...] = ()


DEFAULTS: Final = Settings()


class Watch:
    """Sees the work pass by. This one shows nothing; `kg.progress` has one that a person can read."""

    def over(self, stage: str, items: Iterable[T], total: int | None = None) -> Iterable[T]:
        """The items of a stage, given on unchanged as they are worked on; `total` is None where it is not yet known."""
        del stage, total
        return items

    def done(self, stage: str, graph: Graph) -> None:
        """A stage is done; the graph as far as it stands."""

    def warn(self, line: str) -> None:
        """Something that the user gave has no use, or is not clear; the build goes on."""


UNWATCHED: Final = Watch()


def build(articles: Iterable[Article], settings: Settings = DEFAULTS, watch: Watch = UNWATCHED) -> Graph:
    """Build the graph of some articles.

    Reading is lazy, extraction sees one article at a time, resolution decides who is who across all of them, and the
    ledger relates the claims and says on whose word each situation stands. Raises ModelError, LexiconError, ReferenceFileError or
    OutputError where a setting does not fit, and whatever reading raises.
    """
    lexicon, base = load_lexicon(settings.lexicon), checked_base(settings.base_iri)
    reference = read_reference(settings.reference, settings.same_as, settings.not_same_as)
    kept = tuple(watch.over("reading", articles))
    watch.done("reading", Graph(articles=kept))
    records = tuple(watch.over("extracting", extract_all(kept, settings), total=len(kept)))
    watch.done("extracting", Graph(articles=kept, records=records))
    resolved = audit_offices(resolve(kept, records, lexicon, reference, watch.warn), reference, lexicon)
    watch.done("resolving", resolved)
    graph = replace(relate(resolved, lexicon), base_iri=base)
    watch.done("relating", graph)
    return graph


def extract_all(articles: Iterable[Article], settings: Settings = DEFAULTS) -> Iterator[Record]:
    """The record of each article, in order; with `jobs` > 1 by that many processes, a few articles at a time."""
    if settings.jobs <= 1:
        yield from _extract_batch(articles, settings)
        return
    remaining = iter(articles)
    batches = iter(lambda: list(islice(remaining, BATCH)), [])
    with ProcessPoolExecutor(settings.jobs, mp_context=get_context("spawn")) as pool:
        with _deaf_to_interrupts():  # here the workers start
            done = pool.map(_work, ((batch, settings) for batch in batches))
        for records in done:
            yield from records


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that start in the block never hear Ctrl-C: who started them does, and ends them."""
    if current_thread() is not main_thread():  # no other may set signals, and none hears them
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _work(task: tuple[list[Article], Settings]) -> list[Record]:
    return list(_extract_batch(*task))


def _extract_batch(articles: Iterable[Article], settings: Settings) -> Iterator[Record]:
    lexicon = load_lexicon(settings.lexicon)
    for parsed in parse(articles, _model(settings.model)):
        yield extract(parsed, lexicon)


_model = cache(load_model)
