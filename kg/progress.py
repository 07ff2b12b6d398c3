"""What a person sees while a build runs: a progress bar on a terminal, and one line a stage on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.model import Graph
from kg.pipeline import Watch

T = TypeVar("T")
A_LINE: Final = 100
"""After how many items a log gets a line."""


class TerminalWatch(Watch):
    """Shows a bar where stderr is a terminal, else a line for every hundred articles; and a summary line after each stage everywhere."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.console = Console(file=sys.stderr, highlight=False)

    def over(self, stage: str, items: Iterable[T], total: int | None = None) -> Iterable[T]:
        if self.quiet:
            return items
        return self._with_bar(stage, items, total) if self.console.is_terminal else self._with_lines(stage, items, total)

    def _with_lines(self, stage: str, items: Iterable[T], total: int | None) -> Iterable[T]:
        """A line now and then, so that a log shows that long work goes on."""
        for done, item in enumerate(items):
            if done and done % A_LINE == 0 and total is not None:
                self.say(f"{stage:<11}{done:,} of {total:,}")
            yield item

    def _with_bar(self, stage: str, items: Iterable[T], total: int | None) -> Iterable[T]:
        columns = (TextColumn(f"{stage:<11}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.console, transient=True) as bar:
            yield from bar.track(items, total=total)

    def done(self, stage: str, graph: Graph) -> None:
        self.say(f"{stage:<11}{SUMMARIES[stage](graph)}")

    def warn(self, line: str) -> None:
        self.say(f"kg: warning: {line}")

    def say(self, line: str) -> None:
        """One line on stderr, unless the run is quiet."""
        if not self.quiet:
            self.console.print(line, markup=False, soft_wrap=True)

    def wrote(self, files: tuple[Path, ...], folder: Path) -> None:
        """The last stage: which files there are now."""
        names = [file.relative_to(folder).as_posix() for file in files]
        shown = [name for name in names if not name.startswith("texts/")]
        texts = [_count(len(names) - len(shown), "text") + " in texts/"] if len(names) > len(shown) else []
        self.say(f"{'writing':<11}{_count(len(files), 'file')} to {folder}: {', '.join(shown + texts)}")


def _reading(graph: Graph) -> str:
    words = sum(len(a.text.split()) for a in graph.articles)
    return f"{_count(len(graph.articles), 'article')}, {_count(words, 'word')}"


def _extracting(graph: Graph) -> str:
    totals = {word: sum(len(getattr(r, f"{word}s")) for r in graph.records) for word in ("mention", "claim", "situation")}
    return ", ".join(_count(number, word) for word, number in totals.items())


def _resolving(graph: Graph) -> str:
    kinds = Counter(e.type for e in graph.entities)
    return ", ".join(
        (
            _count(kinds["Person"], "person", "people"),
            _count(kinds["Organization"], "organization"),
            _count(kinds["Group"], "group"),
            _count(kinds["Place"] + kinds["GeopoliticalEntity"], "place"),
            _count(kinds["Topic"], "topic"),
        )
    )


def _relating(graph: Graph) -> str:
    links = Counter(link.relation for link in graph.links)
    standing = Counter(s.standing for r in graph.records for s in r.situations)
    linked = (_count(links["denies"], "denial"), _count(links["responds-to"], "answer"), _count(links["supports"], "confirmation"))
    stood = (f"{standing[name]:,} {name}" for name in ("narrated", "attributed", "disputed"))
    return f"{', '.join(linked)}; situations: {', '.join(stood)}"


SUMMARIES: Final[Mapping[str, Callable[[Graph], str]]] = MappingProxyType(
    {"reading": _reading, "extracting": _extracting, "resolving": _resolving, "relating": _relating}
)
"""Stage of the pipeline -> its summary for people."""


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
